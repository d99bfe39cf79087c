/** Very many people voting at the same time through signed requests, and the bot killed meanwhile: every acknowledged paper counts exactly once. */
import { type Examiner, pause, startExaminer } from '../support/app-examiner.ts';
import { type Choice, hand, handAll, openPaper, type Paper, sealedPaper, soMany } from '../support/app-papers.ts';
import { type ExaminedVote, urnSecret, voterIds, withVoters } from '../support/app-vote.ts';
import { randomFrom } from '../support/seeded.ts';
import { createTestDatabase } from '../support/test-database.ts';

let exam: Examiner;
afterEach(() => exam.stop());

async function withVotes<T>(size: number, work: Parameters<typeof withVoters<T>>[2]): Promise<T> {
  const { url } = await createTestDatabase();
  exam = await startExaminer({ databaseUrl: url, more: { QUORATE_SECRET: urnSecret.toString('base64') } });
  await exam.bot.ready();
  return withVoters(exam, { url, size }, work);
}

const many = 500;
const choiceOf = (index: number): Choice => (index % 3 === 0 ? 'no' : 'yes');
const against = (size: number) => Math.ceil(size / 3);

/** Every seventh form is sent twice at once, as by somebody who lost the answer; every tenth voter votes on two devices. */
function papersOfAll(make: (voter: string, choice: Choice) => Paper): readonly Paper[] {
  return voterIds(many).flatMap((voter, index) => {
    const paper = make(voter, choiceOf(index));
    const again = index % 7 === 0 ? [paper] : [];
    const otherDevice = index % 10 === 0 ? [make(voter, choiceOf(index))] : [];
    return [paper, ...again, ...otherDevice];
  });
}

async function expectNamedOnce({ round }: ExaminedVote, size: number): Promise<void> {
  const [standing] = await exam.rows(
    `SELECT count(*)::int AS papers, count(DISTINCT "personId")::int AS voters FROM ballot_paper
     WHERE "roundId" = $1 AND "supersededAt" IS NULL`,
    [round],
  );
  expect(standing).toEqual({ papers: size, voters: size });
}

test('500 people hand in open papers at the same time: none is lost, none counts twice', async () => {
  await withVotes(many, async ({ openVote }) => {
    const vote = await openVote();

    await handAll(
      exam,
      papersOfAll((voter, choice) => openPaper(vote.round, voter, choice)),
    );

    await expectNamedOnce(vote, many);
    expect(await vote.count()).toMatchObject({ for: many - against(many), against: against(many) });
  });
}, 600_000);

test('500 people send secret papers at the same time: none is lost, none counts twice', async () => {
  await withVotes(many, async ({ secretVote }) => {
    const vote = await secretVote();
    const papers = papersOfAll((voter, choice) => sealedPaper(vote.round, voter, choice));

    await handAll(exam, papers);

    const result = await vote.count();
    expect(result).toMatchObject({ for: many - against(many), against: against(many) });
    expect(votersOf(papers, result.receipts)).toEqual([...voterIds(many)].sort());
  });
}, 600_000);

/** Whose papers were opened, by what their forms showed to them alone. */
function votersOf(papers: readonly Paper[], receipts: readonly string[]): readonly string[] {
  const byReceipt = new Map(papers.map(({ receipt, voter }) => [receipt, voter]));
  return receipts.map((receipt) => byReceipt.get(receipt) ?? `nobody's ${receipt}`).sort();
}

const kills = 20;
const perKill = 13;

test('killed at twenty random moments: every acknowledged paper counts exactly once, open and secret', async () => {
  const random = randomFrom('votes.test.ts');
  const size = kills * perKill;
  await withVotes(size, async ({ openVote, secretVote }) => {
    const open = await openVote();
    const secret = await secretVote();
    const papers = voterIds(size).flatMap((voter, index) => [
      openPaper(open.round, voter, choiceOf(index)),
      sealedPaper(secret.round, voter, choiceOf(index)),
    ]);
    const handing: Promise<void>[] = [];

    for (let kill = 0; kill < kills; kill += 1) {
      const batch = papers.slice(2 * kill * perKill, 2 * (kill + 1) * perKill).map((paper) => hand(exam, paper));
      handing.push(...batch);
      // Before the first answer, after the last, or somewhere between them: on any machine in the middle of the vote.
      await soMany(batch, Math.floor(random() * batch.length));
      await pause(random() * 40);
      await exam.bot.kill();
      exam.start();
      await exam.bot.ready(300_000);
    }
    await Promise.all(handing);

    await expectNamedOnce(open, size);
    const result = await secret.count();
    const expected = { for: size - against(size), against: against(size) };
    expect(await open.count()).toMatchObject(expected);
    expect(result).toMatchObject(expected);
    expect(votersOf(papers, result.receipts)).toEqual([...voterIds(size)].sort());
  });
}, 1_200_000);
