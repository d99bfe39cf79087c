/**
 * Papers handed in at steady rates, open and secret, each by another voter of one large vote, beside a bare Bolt app that
 * puts the same form into one table. Then the hardest second: very many at once.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLoop } from './open-loop.mjs';
import { besideBare, startBare } from './rates.mjs';

const rates = [5, 20, 50];
const seconds = 4;
const atOnce = 200;
/** One more second at ten before it is measured. */
const voters = rates.reduce((sum, rate) => sum + rate * seconds, 10) + atOnce;

/** Head and rows of a table. */
export async function castingPapers() {
  const { startEmbeddedServer } = await import('../src/database/embedded/server.ts');
  const { startExaminer } = await import('../test/support/app-examiner.ts');
  const { openPaper, sealedPaper } = await import('../test/support/app-papers.ts');
  const { signingSecret } = await import('../test/support/app-seed.ts');
  const { sendSigned } = await import('../test/support/app-signed.ts');
  const { urnSecret, voterIds, withVoters } = await import('../test/support/app-vote.ts');
  const dataDir = await mkdtemp(join(tmpdir(), 'quorate-casting-'));
  const ends = [() => rm(dataDir, { recursive: true, force: true })];
  try {
    const server = await startEmbeddedServer({ dataDir });
    ends.push(() => server.stop());
    const more = { QUORATE_SECRET: urnSecret.toString('base64') };
    const exam = await startExaminer({ databaseUrl: server.url, more });
    ends.push(() => exam.stop());
    await exam.bot.ready();
    const bare = await startBare(server.url, signingSecret);
    ends.push(async () => bare.stop());

    return await withVoters(exam, { url: server.url, size: voters }, async ({ openVote, secretVote }) => {
      const open = await openVote();
      const secret = await secretVote();
      const each = (at, paper, round, wanted) => {
        const ids = voterIds(voters);
        return async () => {
          const { body } = paper(round, ids.shift(), 'yes');
          const answer = await sendSigned(at, body, { secret: signingSecret });
          return answer?.status === 200 && wanted.test(answer.text);
        };
      };
      const kinds = [
        ['bare Bolt, one insert', each(bare.url, openPaper, open.round, /saved/)],
        ['an open paper', each(exam.bot.url, openPaper, open.round, /paper is in/)],
        ['a secret paper', each(exam.bot.url, sealedPaper, secret.round, /in the box/)],
      ];
      const { head, rows } = await besideBare(kinds, { rates, seconds });
      for (const [name, send] of kinds) rows.push(await allAtOnce(name, send));
      return { head, rows };
    });
  } finally {
    for (const end of ends.reverse()) await end();
  }
}

async function allAtOnce(name, send) {
  const seen = await openLoop({ perSecond: 100_000, seconds: atOnce / 100_000, send });
  const answered = `${(100 * seen.done).toFixed(0)} %`;
  return [`${name}, ${atOnce} at once`, '', answered, seen.p50.toFixed(1), seen.p99.toFixed(1), '', ''];
}
