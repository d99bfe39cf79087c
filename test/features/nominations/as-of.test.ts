/** A plan on any day is what the plan showed at the end of that day; what changed between two leads from one to the other. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inTransaction } from '../../../src/database/in-transaction.ts';
import { recuse } from '../../../src/features/access/operations.ts';
import {
  type SeenAsOf,
  type SeenChanges,
  seeChanges,
  seePlanAsOf,
} from '../../../src/features/nominations/operations/as-of.ts';
import { applyEntryChanges, enterEntries } from '../../../src/features/plans/operations/entries.ts';
import { seePlan } from '../../../src/features/plans/operations/look.ts';
import type { Differences } from '../../../src/features/plans/rules/differences.ts';
import type { PlanChangeId } from '../../../src/features/plans/types.ts';
import { inside } from '../../../src/kernel/act.ts';
import { newId, type PersonId } from '../../../src/kernel/ids.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { type Deed, dayAfter, firstDay, kinds, onDay, perform, placed, type Shown, shownNow } from './dated-world.ts';
import { again, createScene, inRegister, must, propose, type Scene } from './scene.ts';

const { handle } = await createTestDatabase();

const days = 4;
const deeds: fc.Arbitrary<readonly (readonly Deed[])[]> = fc.array(
  fc.array(fc.record({ kind: fc.constantFrom(...kinds), pick: fc.nat(11), dated: fc.boolean() }), { maxLength: 3 }),
  { minLength: days, maxLength: days },
);

function shownOf({ asOf, candidates }: SeenAsOf): Shown {
  return {
    positions: asOf.positions.map(({ title, seats }) => `${title} ${seats}`).sort(),
    entries: asOf.standing.map(placed).sort(),
    candidates: (candidates ?? []).map(placed).sort(),
  };
}

/** Takes away what the difference takes away and puts what it puts: nothing else is known of the later day. */
function applied(before: Shown, { difference }: SeenChanges): Shown {
  const { positions } = difference;
  const seats = ({ title, seats: count }: { title: string; seats: number }) => `${title} ${count}`;
  const through = <P extends { person: PersonId; position: string }>(all: readonly string[], one: Differences<P>) =>
    without(all, [...one.removed, ...one.moved.map(({ from }) => from)].map(placed))
      .concat([...one.added, ...one.moved.map(({ to }) => to)].map(placed))
      .sort();
  return {
    positions: without(before.positions, [...positions.ended, ...positions.changed.map(({ from }) => from)].map(seats))
      .concat([...positions.opened, ...positions.changed.map(({ to }) => to)].map(seats))
      .sort(),
    entries: through(before.entries, difference.entries),
    candidates: through(before.candidates, difference.candidates),
  };
}

/** Once each: what is taken away has been there. */
function without(all: readonly string[], gone: readonly string[]): readonly string[] {
  const left = [...all];
  for (const one of gone) {
    const at = left.indexOf(one);
    if (at < 0) throw new Error(`the difference takes away what was not there: ${one}`);
    left.splice(at, 1);
  }
  return left;
}

test('on every day it is what the plan showed then, and every difference leads from one day to the other', async () => {
  await fc.assert(
    fc.asyncProperty(deeds, async (plan) => {
      const scene = await createScene(handle, 'general');
      const people = [
        await inRegister(scene, 'Ada A'),
        await inRegister(scene, 'Ben B'),
        await inRegister(scene, 'Cleo C'),
      ];
      const oracle: Shown[] = [];
      for (const [day, todays] of plan.entries()) {
        for (const deed of todays) await perform(scene, people, day, deed);
        oracle.push(await shownNow(scene, day));
      }

      const at = { committee: scene.committee, plan: scene.plan.id };
      const last = onDay(scene, days);
      for (const [from, before] of oracle.entries()) {
        const asOf = must(await seePlanAsOf(last, { ...at, on: dayAfter(from) }));
        expect(shownOf(asOf)).toEqual(before);
        for (const to of [from, days - 1]) {
          const changes = must(await seeChanges(last, { ...at, from: dayAfter(from), to: dayAfter(to) }));
          expect(applied(before, changes)).toEqual(oracle[to]);
          if (to === from) expect(everythingIn(changes)).toEqual([]);
        }
      }
    }),
    // Each run is a committee with a history in a real database: a few, and the same ones everywhere.
    { numRuns: 4, seed: 20_260_302 },
  );
}, 120_000);

function everythingIn({ difference: { positions, entries, candidates } }: SeenChanges): readonly unknown[] {
  return [positions, entries, candidates].flatMap((one) => Object.values(one).flat());
}

describe('what is known of a day', () => {
  const decided = { enteredOn: '2025-06-01', decisionIn: '12-QĐ' };

  async function entered(
    scene: Scene,
    person: PersonId,
    more: { enteredOn: string | null; decisionIn: string | null },
  ) {
    const entries = [{ position: scene.deputy.id, person, readiness: null, ...more }];
    must(await enterEntries(again(scene.clerk), { committee: scene.committee, plan: scene.plan.id, entries }));
  }

  async function asOf(scene: Scene, on: string, act = onDay(scene, 30)): Promise<SeenAsOf> {
    return must(await seePlanAsOf(act, { committee: scene.committee, plan: scene.plan.id, on }));
  }

  test('before the plan was made: those with an earlier decision, said to be entered later, and who is not known', async () => {
    const scene = await createScene(handle);
    const dated = await inRegister(scene, 'Lê Thị Mẫu');
    const undated = await inRegister(scene, 'Trần Văn Cũ');
    await entered(scene, dated, decided);
    await entered(scene, undated, { enteredOn: null, decisionIn: null });

    const earlier = await asOf(scene, '2026-01-15');
    const today = await asOf(scene, firstDay);

    expect(earlier.asOf.isBeforeMade).toBe(true);
    expect(earlier.asOf.standing.map(({ person, isRecordedLater }) => [person, isRecordedLater])).toEqual([
      [dated, true],
    ]);
    expect(earlier.asOf.unknown.map(({ person }) => person)).toEqual([undated]);
    expect(today.asOf.isBeforeMade).toBe(false);
    expect(today.asOf.standing.map(({ person }) => person).sort()).toEqual([dated, undated].sort());
    expect(today.asOf.unknown).toEqual([]);
  });

  test('who left by a decision of 10 March that was entered on the 20th had left on the 15th, and it says so', async () => {
    const scene = await createScene(handle);
    const person = await inRegister(scene, 'Lê Thị Mẫu');
    await entered(scene, person, decided);
    const act = onDay(scene, 18);
    const { entries } = must(await seePlan(act, { committee: scene.committee, plan: scene.plan.id }));
    await inTransaction(act, (tx) =>
      applyEntryChanges(inside(act, tx), {
        ...{ change: newId<PlanChangeId>(), on: '2026-03-10', decision: '45-QĐ', enter: [] },
        leave: entries.map(({ id: entry }) => ({ entry, reason: 'over-age', rule: 'age-next-term' })),
      }),
    );

    const then = await asOf(scene, '2026-03-15');
    const at = { committee: scene.committee, plan: scene.plan.id };
    const { difference } = must(await seeChanges(onDay(scene, 30), { ...at, from: '2026-03-09', to: '2026-03-10' }));

    expect(then.asOf.standing).toEqual([]);
    expect(then.asOf.leftUnrecorded.map(({ person: who }) => who)).toEqual([person]);
    expect((await asOf(scene, '2026-03-20')).asOf.leftUnrecorded).toEqual([]);
    expect(difference.entries.removed.map(({ entry }) => entry)).toMatchObject([
      { decisionOut: '45-QĐ', reasonOut: 'over-age', ruleOut: 'age-next-term', leftRecordedBy: scene.clerk.person },
    ]);
  });

  test('a list taken over again with another group keeps the group of each day, and corrects the decision for all', async () => {
    const scene = await createScene(handle);
    const person = await inRegister(scene, 'Lê Thị Mẫu');
    const list = (readiness: string, decisionIn: string) => ({
      ...{ committee: scene.committee, plan: scene.plan.id },
      entries: [{ position: scene.deputy.id, person, readiness, enteredOn: '2025-06-01', decisionIn }],
    });
    must(await enterEntries(onDay(scene, 0), list('group 2', '12-QĐ')));
    must(await enterEntries(onDay(scene, 3), list('group 1', '13-QĐ')));

    const groups = await Promise.all([2, 3].map(async (day) => asOf(scene, dayAfter(day))));

    expect(groups.map(({ asOf: day }) => day.standing[0]?.readiness)).toEqual(['group 2', 'group 1']);
    expect(groups.map(({ asOf: day }) => day.standing[0]?.entry.decisionIn)).toEqual(['13-QĐ', '13-QĐ']);
  });

  test('a day ends at midnight where the committee is, not where the reader is', async () => {
    const scene = await createScene(handle);
    const person = await inRegister(scene, 'Lê Thị Mẫu');
    const late = new Date('2026-03-04T16:59:00Z');
    const midnight = new Date('2026-03-04T17:00:00Z');
    must(await propose({ ...scene.clerk, now: late }, scene, person));
    must(await propose({ ...scene.clerk, now: midnight }, scene, await inRegister(scene, 'Trần Văn Cũ')));

    const act = { ...onDay(scene, 30), zone: 'America/New_York' };
    const counts = await Promise.all(
      ['2026-03-03', '2026-03-04', '2026-03-05'].map(async (on) => (await asOf(scene, on, act)).candidates?.length),
    );

    expect(counts).toEqual([0, 1, 2]);
  });

  test.each([
    ['2026-04-02', 'as-of-to-come'],
    ['2026-02-30', 'as-of-unreadable'],
    ['', 'as-of-unreadable'],
  ])('“%s” is refused: %s', async (on, reason) => {
    const scene = await createScene(handle);

    const seen = await seePlanAsOf(onDay(scene, 30), { committee: scene.committee, plan: scene.plan.id, on });

    expect(seen).toMatchObject({ ok: false, reason });
  });
});

describe('who may know', () => {
  test('a case that is closed to the reader was never there: on no day, in no difference, under no count', async () => {
    const scene = await createScene(handle);
    const at = { committee: scene.committee, plan: scene.plan.id };
    const [open, closed] = [await inRegister(scene, 'Lê Thị Mẫu'), await inRegister(scene, 'Trần Văn Cũ')];
    for (const person of [open, closed]) must(await propose(scene.clerk, scene, person));
    const entries = [open, closed].map((person) => ({
      ...{ position: scene.deputy.id, person, readiness: null, enteredOn: null, decisionIn: null },
    }));
    must(await enterEntries(onDay(scene, 1), { ...at, entries }));
    const { committee } = scene;
    must(await recuse(onDay(scene, 5), { committee, person: scene.chair.person, nominee: closed, recordedBy: null }));

    const reader = again(scene.chair, 10 * 86_400_000);
    const seen = must(await seePlanAsOf(reader, { ...at, on: dayAfter(2) }));
    const before = must(await seePlanAsOf(reader, { ...at, on: '2026-01-01' }));
    const changes = must(await seeChanges(reader, { ...at, from: '2026-01-01', to: dayAfter(2) }));

    expect(JSON.stringify([shownOf(seen), shownOf(before), changes.difference])).not.toContain(closed);
    expect([seen, before, changes].map(({ people }) => [...people.keys()].includes(closed))).toEqual([
      false,
      false,
      false,
    ]);
    expect(seen.asOf.standing.map(({ person }) => person)).toEqual([open]);
    expect(before.asOf.unknown.map(({ person }) => person)).toEqual([open]);
  });

  test('members read who stood; the candidates of a day and what changed are for those who keep the list', async () => {
    const scene = await createScene(handle);
    const at = { committee: scene.committee, plan: scene.plan.id };
    must(await propose(scene.clerk, scene, await inRegister(scene, 'Lê Thị Mẫu')));

    const seen = must(await seePlanAsOf(again(scene.ann, 86_400_000), { ...at, on: firstDay }));
    const changes = await seeChanges(again(scene.ann, 86_400_000), { ...at, from: firstDay, to: firstDay });

    expect(seen.candidates).toBeNull();
    expect(seen.people.size).toBe(0);
    expect(changes).toMatchObject({ ok: false, reason: 'right-missing' });
  });
});
