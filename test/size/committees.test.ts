/** "My duties", Home and the digest ask the database as often for somebody in eight committees as for somebody in two. */
import type { Input } from '../../src/chat/call.ts';
import { openDatabase } from '../../src/database/connect.ts';
import { viewersOf } from '../../src/features/access/operations.ts';
import { viewerAt } from '../../src/features/access/types.ts';
import type { Act } from '../../src/kernel/act.ts';
import { again } from '../features/nominations/scene.ts';
import { cards, duties, mistakes, mouthOf } from '../security/bot.ts';
import { startDatabaseProxy } from '../support/app-tcp-proxy.ts';
import { createTestDatabase } from '../support/test-database.ts';
import { type Committees, inCommittees } from './committees.ts';

const { handle, url } = await createTestDatabase();
const wire = await startDatabaseProxy(url);
const counted = openDatabase(wire.url, 2, 20);
afterAll(async () => {
  await counted.close();
  await wire.close();
});

const two = await inCommittees(handle, 2);
const eight = await inCommittees(handle, 8);

async function costOf(work: (act: Act) => Promise<unknown>, act: Act): Promise<number> {
  wire.statements();
  await work({ ...again(act), store: counted.handle });
  return wire.statements().length;
}

const home: Input = { kind: 'home' };
const myDuties: Input = { kind: 'command', name: 'quorate', text: 'duties' };
const says = (input: Input) => (act: Act) => mouthOf(act, null, counted.handle).answer(input);

function digest(act: Act): Promise<unknown> {
  const context = {
    act,
    to: { person: act.person ?? '' },
    ids: {},
    committee: null,
    isSentAgain: false,
    isRedraw: false,
  };
  return cards['deadlines.digest']?.(context as never) ?? Promise.resolve(null);
}

test.each([
  ['Home', says(home), 'ann'],
  ['/quorate duties', says(myDuties), 'ann'],
  ['the digest', digest, 'ann'],
  ['the digest of the committee secretary', digest, 'clerk'],
] as const)('%s costs the same in eight committees as in two', async (_name, work, who) => {
  const cost = await costOf(work, two[who]);
  const costOfEight = await costOf(work, eight[who]);

  expect(cost).toBeGreaterThan(10);
  expect(costOfEight).toBe(cost);
  expect(mistakes).toEqual([]);
});

/** Every feature's, as (kind, committee, subject, facts). */
async function dutiesIn(world: Committees, who: 'ann' | 'clerk', together: boolean): Promise<readonly string[]> {
  const act = again(world[who]);
  const viewers = await viewersOf(act, world.committees);
  const asked = together ? [viewers] : world.committees.map((committee) => [viewerAt(viewers, committee)]);
  const found: string[] = [];
  for (const feature of duties) {
    for (const eyes of asked) found.push(...(await feature.dutiesOf(act, eyes)).map((duty) => JSON.stringify(duty)));
  }
  return found.toSorted();
}

test.each(['ann', 'clerk'] as const)(
  'asked of all at once %s has the duties of each committee, no more and no fewer',
  async (who) => {
    const together = await dutiesIn(eight, who, true);
    const apart = await dutiesIn(eight, who, false);

    expect(together).toEqual(apart);
    expect(new Set(together).size).toBe(together.length);
  },
);

test('a case closed in one committee is closed there alone', async () => {
  const [recused] = eight.committees.slice(-1);

  const kinds = (committee: string | undefined, found: readonly string[]) =>
    found.flatMap((duty) => (JSON.parse(duty).committee === committee ? [JSON.parse(duty).kind] : [])).toSorted();
  const found = await dutiesIn(eight, 'ann', true);

  const everything = kinds(eight.committees[0], found);
  expect(everything).toEqual([
    'conferences.answer',
    'external-nominations.report',
    'nominations.propose',
    'polls.answer',
    'reviews.answer',
    'reviews.lead',
    'submissions.answer',
    'tasks.settle',
  ]);
  expect(kinds(eight.committees[6], found)).toEqual(everything);
  expect(kinds(recused, found)).toEqual(['conferences.answer', 'nominations.propose', 'polls.answer']);
});
