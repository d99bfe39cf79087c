/** Movements from a proposal to their end: the plan, both places and the person, the decision, legs, the chain. */
import { jest } from '@jest/globals';
import { client } from '../../../src/database/client.ts';
import { recuse } from '../../../src/features/access/operations.ts';
import { movementCards, movementDuties } from '../../../src/features/movements/interactions/cards.ts';
import { askOpinions, recordOpinion, sayOwnOpinion } from '../../../src/features/movements/operations/ask.ts';
import { decideMovements } from '../../../src/features/movements/operations/decide.ts';
import { endMovement, extendMovement, reopenEnd } from '../../../src/features/movements/operations/end.ts';
import { browseYear, exportYear, seeMovement } from '../../../src/features/movements/operations/look.ts';
import { ownMovement } from '../../../src/features/movements/operations/own.ts';
import { correctMovement, takeUp, withdrawMovement } from '../../../src/features/movements/operations/propose.ts';
import { undoDecision } from '../../../src/features/movements/operations/undo.ts';
import { endSubject, opinionsSubject } from '../../../src/features/movements/types.ts';
import { enterEntries } from '../../../src/features/plans/operations/entries.ts';
import { seePlan } from '../../../src/features/plans/operations/look.ts';
import { makePlan } from '../../../src/features/plans/operations/make.ts';
import { owingOf } from '../../support/owing.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, createScene, decide, form, heard, must, planned, propose, reasonOf } from './scene.ts';

jest.setTimeout(120_000);

const { handle } = await createTestDatabase();
const [opinionDuties, endDuties] = movementDuties;
const letter = { kind: 'letter', reference: '12', dated: null } as const;

test('what a member proposes waits for the committee secretary and then stands in the plan of its year', async () => {
  const scene = await createScene(handle);
  const [ann, bob] = scene.members;

  const suggested = must(await propose(scene, {}, { by: ann }));
  const own = must(await browseYear(again(ann), { committee: scene.committee, year: 2026 }));
  const others = must(await browseYear(again(bob), { committee: scene.committee, year: 2026 }));
  must(await takeUp(again(scene.clerk), suggested.id));
  const plan = must(await browseYear(again(scene.chair), { committee: scene.committee, year: 2026 }));
  const twice = await takeUp(again(scene.clerk), suggested.id);

  expect(suggested.isPlanned).toBe(false);
  expect([own, others].map(({ movements }) => movements.length)).toEqual([1, 0]);
  expect(plan.movements).toMatchObject([
    { state: 'planned', year: 2026, fromUnit: 'Division A', fromPost: 'Head', toUnit: 'Division B' },
  ]);
  expect(reasonOf(twice)).toBe('movement-state');
  const told = await client(handle).delivery.findMany({
    where: { workspaceId: scene.workspace, personId: ann.person },
  });
  expect(told.map(({ kind }) => kind)).toContain('movements.answered');
});

test('a member proposes and reads, and decides nothing', async () => {
  const scene = await createScene(handle);
  const [ann] = scene.members;
  const id = await planned(scene);

  const seen = await seeMovement(again(ann), id);
  const taken = await takeUp(again(ann), id);
  const withdrawn = await withdrawMovement(again(scene.chair), { id, reason: 'no' });
  const self = await propose(scene, {}, { by: ann, person: ann.person });

  expect([seen, taken, withdrawn].map(reasonOf)).toEqual(['right-missing', 'right-missing', 'right-missing']);
  expect(reasonOf(self)).toBe('movement-own-case');
});

test('stretches of one person that share a day are refused with the dates in the way; the day after is free', async () => {
  const scene = await createScene(handle);
  await planned(scene);

  const sharing = await propose(scene, { kind: 'secondment', startsOn: '2029-05-31', endsOn: '2029-12-31' });
  const after = await propose(scene, { kind: 'secondment', startsOn: '2029-06-01', endsOn: '2029-12-31' });
  const suggestion = await propose(scene, {}, { by: scene.members[0] });

  expect(sharing).toMatchObject({
    ...{ ok: false, reason: 'movement-overlaps' },
    facts: { movementKind: 'rotation', from: '2026-06-01', to: '2029-05-31' },
  });
  expect([after.ok, suggestion.ok]).toEqual([true, true]);
});

test('two who plan the same person at once do not both succeed', async () => {
  const scene = await createScene(handle);

  const both = await Promise.all([propose(scene), propose(scene, { startsOn: '2027-01-01', endsOn: '2030-12-31' })]);

  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.map(reasonOf).filter(Boolean)).toEqual(['movement-overlaps']);
});

test('the database itself keeps a person from being in two places', async () => {
  const scene = await createScene(handle);
  const id = await planned(scene);
  const second = { id: crypto.randomUUID(), movementId: id, personId: scene.hoa, number: 2, holds: true };

  const forced = client(handle).movementLeg.create({
    data: { ...second, startsOn: '2028-01-01', endsOn: '2028-02-01', recordedAt: scene.clerk.now },
  });

  await expect(forced).rejects.toThrow(/movement_legs_do_not_overlap/);
});

test('until both places and the person have spoken it is a duty of the committee secretary with a date', async () => {
  const scene = await createScene(handle);
  const id = await planned(scene);
  const subject = { kind: opinionsSubject, id };

  const early = await recordOpinion(again(scene.clerk), {
    ...{ id, side: 'sending', stance: 'agree', text: null, speaker: null, via: letter },
  });
  must(await askOpinions(again(scene.clerk), { id, until: '2026-03-20' }));
  const owing = await owingOf(opinionDuties, again(scene.clockwork), subject);
  const wordless = await recordOpinion(again(scene.clerk), {
    ...{ id, side: 'receiving', stance: 'disagree', text: ' ', speaker: null, via: letter },
  });
  await heard(scene, id);
  const seen = must(await seeMovement(again(scene.clerk), id));

  expect([early, wordless].map(reasonOf)).toEqual(['movement-not-asked', 'movement-word-missing']);
  expect(owing).toEqual([scene.clerk.person, scene.hoa]);
  expect(await owingOf(opinionDuties, again(scene.clockwork), subject)).toEqual([]);
  expect(seen.opinions.map(({ side, stance }) => `${side} ${stance}`)).toEqual([
    'sending agree',
    'receiving agree',
    'person agree',
  ]);
  const deadline = await client(handle).deadline.findFirst({ where: { subjectId: id, subjectKind: opinionsSubject } });
  expect(deadline?.state).toBe('cancelled');
});

test('the person knows nothing before both places are asked, answers then, and reads of an approval', async () => {
  const scene = await createScene(handle);
  const [ann] = scene.members;
  const change = { fromUnit: 'Office', fromPost: 'Treasurer' };
  const id = await planned(scene, change, { person: ann.person });
  const chair = await recuse(again(scene.clerk), {
    ...{ committee: scene.committee, person: scene.chair.person, nominee: ann.person, recordedBy: null },
  });

  const before = await ownMovement(again(ann), id);
  must(await askOpinions(again(scene.clerk), { id, until: '2026-03-20' }));
  const asked = await movementCards['movements.asked']?.({ act: again(ann), ids: { movement: id } } as never);
  must(await sayOwnOpinion(again(ann), { id, stance: 'with-conditions', text: 'After the summer.' }));
  const notTheirs = await sayOwnOpinion(again(scene.members[1]), { id, stance: 'agree', text: null });
  must(await decide(scene, [id]));
  const after = must(await ownMovement(again(ann), id));
  const late = await sayOwnOpinion(again(ann), { id, stance: 'agree', text: null });

  expect(chair.ok).toBe(true);
  expect([before, notTheirs, late].map(reasonOf)).toEqual(['movement-unknown', 'movement-unknown', 'movement-state']);
  expect(asked).not.toBeNull();
  expect(asked?.summary).not.toMatch(/rotation|Division|Ann/);
  expect(after).toMatchObject({ movement: { state: 'approved' }, opinion: { stance: 'with-conditions' } });
});

test('a position change is not told to the person before it is decided: no rule was found that has them met', async () => {
  const scene = await createScene(handle);
  const [ann] = scene.members;
  const change = { kind: 'position-change', fromUnit: 'Office', inPostSince: '2023-06-01' } as const;
  const id = await planned(scene, change, { person: ann.person });

  const asked = must(await askOpinions(again(scene.clerk), { id, until: '2026-03-20' }));

  expect(asked.toldPerson).toBe(false);
  expect(reasonOf(await ownMovement(again(ann), id))).toBe('movement-unknown');
});

test('somebody recused from the person finds the movement nowhere', async () => {
  const scene = await createScene(handle);
  const id = await planned(scene);
  must(await askOpinions(again(scene.clerk), { id, until: '2026-03-20' }));
  const recusal = { committee: scene.committee, nominee: scene.hoa, recordedBy: null };
  await recuse(again(scene.clerk), { ...recusal, person: scene.chair.person });

  const plan = must(await browseYear(again(scene.chair), { committee: scene.committee, year: 2026 }));
  const one = await seeMovement(again(scene.chair), id);
  const out = must(await exportYear(again(scene.chair), { committee: scene.committee, year: 2026 }, () => []));
  const titles = await opinionDuties?.titles?.(again(scene.chair), [id]);
  const control = await opinionDuties?.titles?.(again(scene.clerk), [id]);

  expect([plan.movements, plan.years, out.plan.movements]).toEqual([[], [], []]);
  expect(reasonOf(one)).toBe('movement-unknown');
  expect([titles?.size, control?.size]).toEqual([0, 1]);
});

test('a decision that breaks a rule needs the authority named that allows it', async () => {
  const scene = await createScene(handle);
  const short = await planned(scene, { endsOn: '2028-05-31' });

  const refused = await decide(scene, [short]);
  const { movement } = must(await seeMovement(again(scene.clerk), short));
  const exception = 'Conclusion 12 of the Standing Committee';
  const change = { ...form({ endsOn: '2028-05-31', exception }), fromUnit: 'Division A', fromPost: 'Head' };
  const corrected = { id: short, version: movement.version, form: change, why: 'The exception was left out.' };
  must(await correctMovement(again(scene.clerk), corrected));
  const stale = await correctMovement(again(scene.clerk), corrected);
  const approved = await decide(scene, [short]);

  expect(refused).toMatchObject({ reason: 'movement-needs-exception', facts: { movementRules: ['rotation-term'] } });
  expect(reasonOf(stale)).toBe('movement-changed-meanwhile');
  expect(approved.ok).toBe(true);
  expect(await client(handle).movementRevision.count({ where: { movementId: short } })).toBe(1);
});

test('a decision is told after a minute in which it can be undone, and later corrected with a reason', async () => {
  const scene = await createScene(handle);
  const [ann] = scene.members;
  const { id } = must(await propose(scene, {}, { by: ann }));
  must(await takeUp(again(scene.clerk), id));

  const first = must(await decide(scene, [id], 'refuse'));
  must(await undoDecision(again(scene.clerk, 30_000), { id, batch: first.batch }));
  const undone = must(await seeMovement(again(scene.clerk), id));
  must(await decide(scene, [id], 'approve', { afterMs: 60_000 }));
  const silent = await decide(scene, [id], 'refuse');
  must(await decide(scene, [id], 'refuse', { correction: 'That was another decision.', afterMs: 90_000 }));
  const seen = must(await seeMovement(again(scene.clerk), id));

  expect(first.told).toEqual([ann.person]);
  expect(undone.movement.state).toBe('planned');
  expect(reasonOf(silent)).toBe('movement-decided');
  expect(seen.movement.state).toBe('refused');
  expect(seen.decisions.map(({ outcome, replacedAt }) => [outcome, replacedAt === null])).toEqual([
    ['refuse', false],
    ['approve', false],
    ['refuse', true],
  ]);
});

test('a decision of a day to come, or without number or authority, is not recorded', async () => {
  const scene = await createScene(handle);
  const id = await planned(scene);
  const decision = { outcome: 'approve', number: '1', decidedOn: '2026-03-01', authority: 'X', note: null } as const;
  const record = (changes: object) =>
    decideMovements(again(scene.clerk), {
      ...{ movements: [{ id, version: 1 }], decision: { ...decision, ...changes }, correction: null },
    });

  const outcomes = [
    await record({ decidedOn: '2027-01-01' }),
    await record({ number: ' ' }),
    await record({ authority: '' }),
  ];

  expect(outcomes.map(reasonOf)).toEqual([
    'movement-decided-later',
    'movement-decision-incomplete',
    'movement-decision-incomplete',
  ]);
});

test('well before the end it is a duty with a date; extended it ends later, and then the return is recorded', async () => {
  const scene = await createScene(handle);
  const id = await planned(scene, { kind: 'secondment', startsOn: '2026-03-09', endsOn: '2026-12-31' });
  must(await decide(scene, [id]));
  const subject = { kind: endSubject, id };
  const dueOf = async () => client(handle).deadline.findFirst({ where: { subjectId: id, subjectKind: endSubject } });

  const due = await dueOf();
  const owing = await owingOf(endDuties, again(scene.clockwork), subject);
  const tooLong = await extendMovement(again(scene.clerk), { id, until: '2029-03-09', decision: '7-QD' });
  must(await extendMovement(again(scene.clerk), { id, until: '2027-06-30', decision: '7-QD' }));
  const later = await dueOf();
  const early = { id, ending: 'returned', on: '2027-05-31', decision: '9-QD' } as const;
  must(await endMovement(again(scene.clerk), early));
  const twice = await endMovement(again(scene.clerk), early);
  const off = await dueOf();
  const next = await propose(scene, { startsOn: '2027-06-01', endsOn: '2030-05-31' });
  const reopened = await reopenEnd(again(scene.clerk), id);

  expect([due, later].map((one) => one?.statedDate)).toEqual(['2026-11-01', '2027-05-01']);
  expect(owing).toEqual([scene.clerk.person]);
  expect([tooLong, twice].map(reasonOf)).toEqual(['movement-needs-exception', 'movement-not-running']);
  expect(off?.state).toBe('cancelled');
  expect(next.ok).toBe(true);
  expect(reasonOf(reopened)).toBe('movement-overlaps');
});

test('a move opens a vacancy with who stands in the plan for it; the chain is decided at once, in its order', async () => {
  const scene = await createScene(handle);
  const { committee } = scene;
  const { plan } = must(
    await makePlan(again(scene.clerk), {
      ...{ committee, title: 'Leaders', unit: 'Division A', track: 'leadership', names: null, congress: null },
      ...{ termFrom: '2026-01', termTo: '2031-01' },
      positions: [{ title: 'Head', seats: 1, level: 3, isCommittee: false, rank: 10 }],
    }),
  );
  const { positions } = must(await seePlan(again(scene.clerk), { committee, plan })).plan;
  const entry = {
    position: positions[0]!.id,
    person: scene.long,
    readiness: null,
    enteredOn: null,
    decisionIn: '3-QD',
  };
  must(await enterEntries(again(scene.clerk), { committee, plan, entries: [entry] }));
  const first = await planned(scene);

  const opened = must(await seeMovement(again(scene.clerk), first));
  const fills = { kind: 'transfer', endsOn: null, toUnit: 'Division A', toPost: 'Head' } as const;
  const second = await planned(scene, fills, { person: scene.long, after: first });
  const chain = must(await seeMovement(again(scene.clerk), second)).chain;
  const alone = await decide(scene, [second]);
  const withdrawn = await withdrawMovement(again(scene.clerk), { id: first, reason: 'Not now.' });
  const both = must(await decide(scene, [first, second]));
  const backwards = await decide(scene, [first], 'refuse', { correction: 'A mistake.' });

  expect(opened.chain.vacancies).toMatchObject([{ unit: 'Division A', post: 'Head', planned: [scene.long] }]);
  expect(chain.links.map(({ id }) => id)).toEqual([first, second]);
  expect(chain.vacancies).toMatchObject([{ post: 'Deputy head', planned: [] }]);
  expect([alone, withdrawn, backwards].map(reasonOf)).toEqual([
    'movement-chain-order',
    'movement-has-next',
    'movement-has-next',
  ]);
  expect(both.decided.map(({ state }) => state)).toEqual(['approved', 'approved']);
});

test('a chain is decided as a whole or not at all, and undone as a whole', async () => {
  const scene = await createScene(handle);
  const first = await planned(scene);
  const fills = { toUnit: 'Division A', toPost: 'Head', endsOn: '2027-05-31' };
  const second = await planned(scene, fills, { person: scene.long, after: first });

  const refused = await decide(scene, [first, second]);
  const kept = must(await seeMovement(again(scene.clerk), first));
  const turnedDown = must(await decide(scene, [second, first], 'refuse'));
  must(await undoDecision(again(scene.clerk, 20_000), { id: first, batch: turnedDown.batch }));
  const undone = must(await browseYear(again(scene.clerk), { committee: scene.committee, year: 2026 }));

  expect(reasonOf(refused)).toBe('movement-needs-exception');
  expect(kept.movement.state).toBe('planned');
  expect(undone.movements.map(({ state }) => state)).toEqual(['planned', 'planned']);
});
