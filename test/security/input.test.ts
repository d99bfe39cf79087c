/** Whatever a form sends back, whoever drew it: 20,000 characters are not stored, and no character breaks an act. */
import { client } from '../../src/database/client.ts';
import { createTestDatabase } from '../support/test-database.ts';
import { mistakes, mouthOf } from './bot.ts';
import { branches, explore, type Path, type Step, tryOut } from './explore.ts';
import { afterwards, at, createScene, type Scene } from './scene.ts';
import { allIds, rows, rowsWritten } from './tables.ts';

const { handle } = await createTestDatabase();

const longest = 'x'.repeat(20_000);
/** What the adapter lets through: it takes control characters and overrides of the direction off before. */
const strange = `=HYPERLINK("http://x") <!channel> <@U1> *b* '; DROP TABLE person; --`;

let scene: Scene;
let submissions: readonly { path: Path; step: Step }[] = [];

beforeAll(async () => {
  scene = await createScene(handle);
  const act = at(scene.clerk, afterwards);
  const walks = await explore(act, {
    channel: scene.channel,
    depth: 2,
    known: await allIds(handle),
    prune,
    perHandler: 1,
  });
  const forms = walks.filter(({ reply }) => 'kind' in reply && reply.kind === 'form');
  submissions = forms.flatMap(({ path, reply }) => {
    if (!('kind' in reply) || reply.kind !== 'form' || reply.form.submit === null) return [];
    // A second committee in this channel would meet the first one, which ends the one transaction of this test.
    if (reply.form.id === 'committees.set-up') return [];
    return [{ path, step: { kind: 'submit', form: reply.form.id, pick: 'first' } as const }];
  });
}, 300_000);

function prune(step: Step): boolean {
  return step.kind === 'submit' || step.kind === 'change' || (step.kind === 'press' && step.action === 'quorate.line');
}

test.each([
  ['20,000 characters', longest],
  ['what a spreadsheet, a chat or a database might run', strange],
])(
  '%s in any field of any form: refused or stored short, and nothing breaks',
  async (_what, value) => {
    mistakes.splice(0);
    const found: string[] = [];
    let writings = 0;
    for (const { path, step } of submissions) {
      await branches(at(scene.clerk, afterwards), scene.channel, path, [step], async ({ input }, store) => {
        if (input?.kind !== 'submission') return;
        for (const field of Object.keys(input.values)) {
          await client(store).$executeRawUnsafe('SAVEPOINT "field"');
          const [before, written] = [mistakes.length, await rowsWritten(store)];
          const attempt = { input: { ...input, values: { ...input.values, [field]: value } }, search: null };
          await tryOut(attempt, mouthOf(at(scene.clerk, afterwards), scene.channel, store));
          if (mistakes.length > before) found.push(`${input.form}.${field} broke: ${mistakes.at(-1)?.slice(60, 1500)}`);
          else if ((await rowsWritten(store)) !== written) {
            writings += 1;
            const [stored] = await rows(store, 'x'.repeat(5_001));
            if (stored) found.push(`${input.form}.${field} stored in ${stored.slice(0, 40)}`);
          }
          await client(store).$executeRawUnsafe('ROLLBACK TO SAVEPOINT "field"');
        }
      });
    }

    expect(submissions.length).toBeGreaterThan(8);
    expect(writings).toBeGreaterThan(4);
    expect(found).toEqual([]);
  },
  300_000,
);
