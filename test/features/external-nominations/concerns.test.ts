/** Somebody put forward to an outside body leaves the plan: whoever is responsible is told once, and says what becomes of it. */
import { client } from '../../../src/database/client.ts';
import { inTransaction } from '../../../src/database/in-transaction.ts';
import {
  externalCards,
  externalInteractions,
  showList,
} from '../../../src/features/external-nominations/interactions.ts';
import { externalPlanUses, watchExternal } from '../../../src/features/external-nominations/operations/concerns.ts';
import { prepareExternal } from '../../../src/features/external-nominations/operations/keep.ts';
import { concernOf } from '../../../src/features/external-nominations/rules.ts';
import { applyEntryChanges, enterEntries } from '../../../src/features/plans/operations/entries.ts';
import { seePlan } from '../../../src/features/plans/operations/look.ts';
import type { PlanChangeId } from '../../../src/features/plans/types.ts';
import { proposeRemoval, removeFromPlan, undoRemoval } from '../../../src/features/removals/operations/close.ts';
import { inside } from '../../../src/kernel/act.ts';
import { newId } from '../../../src/kernel/ids.ts';
import { callOf, formOf, messageOf, press, submit, textOf } from '../../support/calls.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, createScene, inRegister, must } from '../nominations/scene.ts';

const { handle } = await createTestDatabase();
const hour = 3_600_000;
const paper = { body: 'Standing committee', decision: '45-QĐ/ĐU', decidedOn: '2026-03-01', basis: null };

/** Lan stands in the plan and is put forward to an outside body; Ann, a member, answers for it. */
async function putForward() {
  const scene = await createScene(handle);
  const { committee, plan, clerk, ann } = scene;
  const lan = await inRegister(scene, 'Lê Thị Lan');
  const said = { readiness: null, enteredOn: '2025-06-01', decisionIn: '12-QĐ/ĐU' };
  const entries = [{ ...said, position: scene.deputy.id, person: lan }];
  must(await enterEntries(again(clerk), { committee, plan: plan.id, entries }));
  const [entry] = must(await seePlan(again(clerk), { committee, plan: plan.id })).entries;
  const outside = { body: 'District committee', position: 'Member', term: '2025–2030', preparedOn: '2026-02-01' };
  const id = must(await prepareExternal(again(clerk), { ...outside, committee, person: lan, responsible: ann.person }));
  await client(handle).member.updateMany({ where: { personId: ann.person }, data: { isActive: true } });
  const proposal = { committee, plan: plan.id, entry: entry!.id, reason: 'other', note: 'Died in February.' } as const;
  return {
    ...scene,
    lan,
    id,
    entry: entry!.id,
    propose: async () => must(await proposeRemoval(again(clerk), proposal)),
  };
}

type World = Awaited<ReturnType<typeof putForward>>;

function watch({ clerk, lan }: World, afterMs = hour) {
  const now = new Date(clerk.now.getTime() + afterMs);
  return watchExternal(handle, { workspace: clerk.workspace, person: lan }, now);
}

function cardsOf({ committee }: World) {
  return client(handle).delivery.findMany({ where: { kind: 'external-nominations.concern', committeeId: committee } });
}

async function wordsOf(world: World, afterMs: number) {
  const message = await externalCards['external-nominations.concern']?.({
    ...{ act: again(world.ann, afterMs), ids: { nomination: world.id }, committee: world.committee },
    ...{ to: { person: world.ann.person }, isSentAgain: false, isRedraw: false },
  });
  return message ? textOf(message) : null;
}

test('a proposal of removal is told once to whoever is responsible, and names nobody', async () => {
  const world = await putForward();
  await watch(world, 0);
  const before = await cardsOf(world);
  await world.propose();

  await watch(world);
  await watch(world, 2 * hour);

  expect(before).toEqual([]);
  expect((await cardsOf(world)).map(({ personId }) => personId)).toEqual([world.ann.person]);
  const words = await wordsOf(world, hour);
  expect(words).toContain('may have to leave the plan');
  expect(words).not.toContain('Lan');
});

test('the preview of the removal names it; taken out, it is told; taken back within the minute, nothing is said', async () => {
  const world = await putForward();
  const { committee, plan, deputy, clerk, lan } = world;
  const removal = await world.propose();
  const stands = { person: lan, position: deputy.id };

  const uses = await externalPlanUses.usesOf(again(clerk), { committee, plan: plan.id, stands });
  const { batch } = must(await removeFromPlan(again(clerk, hour), { committee, removal, paper }, [externalPlanUses]));
  const held = await cardsOf(world);
  const out = await wordsOf(world, hour);
  must(await undoRemoval(again(clerk, hour + 30_000), { committee, removal, batch: batch ?? '' }, [externalPlanUses]));

  expect(uses).toMatchObject([{ kind: 'external-nomination', holds: false, title: 'Member, District committee' }]);
  expect(held.map(({ holdUntil }) => holdUntil?.getTime())).toEqual([clerk.now.getTime() + hour + 60_000]);
  expect(out).toContain('has been taken out of the plan');
  expect(await wordsOf(world, hour + 61_000)).not.toContain('has been taken out');
});

test('it goes on with a reason, and the same cause asks nobody again', async () => {
  const world = await putForward();
  await world.propose();
  const call = callOf(again(world.clerk, hour));
  const list = messageOf(await showList(call, world.committee));
  const one = messageOf(await press(externalInteractions, call, list, 'Open'));
  const form = formOf(await press(externalInteractions, call, one, 'Go on with a reason'));

  const silent = await submit(externalInteractions, call, form, { word: ' ' });
  const on = messageOf(await submit(externalInteractions, call, form, { word: 'The proposal is a mistake.' }));
  const twice = messageOf(await submit(externalInteractions, call, form, { word: 'Again.' }));
  await watch(world, 2 * hour);

  expect(textOf(list)).toContain('to be decided');
  expect(textOf(one)).toContain('This person may have to leave the plan: another reason.');
  expect(silent).toMatchObject({ kind: 'field-errors', errors: { word: expect.stringContaining('goes on') } });
  expect(textOf(on)).toContain('The proposal is a mistake.');
  expect(textOf(on)).not.toContain('[Go on with a reason]');
  expect(textOf(twice)).toContain('Nothing was recorded');
  expect(await cardsOf(world)).toEqual([]);
});

test('a yearly review that takes somebody out is noticed in the night', async () => {
  const world = await putForward();
  const act = again(world.clerk, hour);
  const leave = [{ entry: world.entry, reason: 'discipline', rule: null }];
  const change = { on: '2026-02-01', decision: '7-QĐ/ĐU', enter: [], change: newId<PlanChangeId>(), leave };
  await inTransaction(act, (tx) => applyEntryChanges(inside(act, tx), change));

  await watch(world, 2 * hour);

  expect(await wordsOf(world, 2 * hour)).toContain('has been taken out of the plan');
  expect(await cardsOf(world)).toHaveLength(1);
});

const at = (day: number) => new Date(Date.UTC(2026, 2, day));
const prepared = { state: 'preparing', recordedAt: at(5) } as const;
const left = (day: number, reason: string) => ({
  person: newId<World['lan']>(),
  left: { recordedAt: at(day), reason },
});
const stands = { person: newId<World['lan']>(), left: null };
const nothing = { isErased: false, places: [], proposed: null };

test.each([
  ['nothing is known', nothing, null],
  ['taken out since', { ...nothing, places: [left(6, 'discipline')] }, 'left-plan'],
  ['taken out before it was prepared', { ...nothing, places: [left(4, 'discipline')] }, null],
  ['appointed', { ...nothing, places: [left(6, 'appointed')] }, null],
  ['moved within the plan', { ...nothing, places: [left(6, 'moved'), stands] }, null],
  ['out of one plan, still in another', { ...nothing, places: [left(6, 'discipline'), stands] }, null],
  ['proposed', { ...nothing, places: [stands], proposed: { id: '1', reason: 'over-age' } }, 'proposed'],
  ['erased', { ...nothing, isErased: true, places: [left(6, 'other')] }, 'erased'],
] as const)('what speaks against it: %s', (_what, known, kind) => {
  expect(concernOf(prepared, known)?.kind ?? null).toBe(kind);
});

test('what is decided already is no concern', () => {
  expect(concernOf({ ...prepared, state: 'elected' }, { ...nothing, isErased: true })).toBeNull();
});
