/**
 * A committee that plans, by the rules that ask for most: guidance of its own, a pool, names, a frozen list on its way up,
 * an approved plan under its yearly review. With the case of Xavier Xenon or without it, and otherwise the same.
 */
import { committeeHeader } from '../../src/features/committees/operations/look.ts';
import { registerGuidance } from '../../src/features/guidance/operations/register.ts';
import { proposeCandidate } from '../../src/features/nominations/operations/propose.ts';
import { addPerson } from '../../src/features/people/operations/register.ts';
import { recordErasureRequest } from '../../src/features/personal-data/operations/ask-erasure.ts';
import { enterEntries } from '../../src/features/plans/operations/entries.ts';
import { seePlan } from '../../src/features/plans/operations/look.ts';
import { makePlan } from '../../src/features/plans/operations/make.ts';
import type { Plan } from '../../src/features/plans/types.ts';
import { declareConflict } from '../../src/features/reviews/operations/declare-conflict.ts';
import { freezeList } from '../../src/features/reviews/operations/lists.ts';
import { prepareSubmission } from '../../src/features/submissions/operations/prepare.ts';
import { sendSubmission } from '../../src/features/submissions/operations/send.ts';
import type { StoreHandle } from '../../src/kernel/act.ts';
import type { PersonId } from '../../src/kernel/ids.ts';
import { createWorld } from '../support/worlds.ts';
import * as parts from './planning-parts.ts';
import { at, must, type RecusalScene, type SceneOptions } from './scene.ts';

const minutes = (count: number) => count * 60_000;

export async function createPlanningScene(
  store: StoreHandle,
  { withCase = false, beforeRecusal }: Pick<SceneOptions, 'withCase' | 'beforeRecusal'>,
): Promise<RecusalScene> {
  const world = await createWorld(store, { profile: 'vn-party', clerkName: 'Clara Clerk' });
  const { committee, clerk } = world;
  const chair = await world.person('Cara Chair', ['chair', 'member']);
  const ann = await world.person('Ann Arbor', ['member']);
  const reader = await world.person('Rita Reader', ['member']);
  const officer = await world.person('Oda Officer', ['clerk', 'chair']);
  const authority = await world.person('Paula Authority');

  const inRegister = async (fullName: string) => {
    const form = { fullName, birthMonth: '1985-04', sex: 'male', unit: 'Office', partyPost: null } as const;
    const post = { statePost: 'Head of division', level: 3 };
    const added = { committee, source: 'form', form: { ...form, ...post } } as const;
    return { fullName, person: must(await addPerson(at(clerk, 0), added)) };
  };
  const noor = await inRegister('Noor Nominee');
  const xavier = withCase ? await inRegister('Xavier Xenon') : null;
  const people = [noor, ...(xavier ? [xavier] : [])];

  const own = { number: '41/HD', issuedOn: '2026-02-01', issuer: 'Office', subject: 'Planning' } as const;
  const guidance = { ...own, reason: 'Reasons of substance', values: { 'women-percent': 30 } };
  must(await registerGuidance(at(clerk, 0), { committee, form: guidance, corrects: null }));
  const planned = async (title: string, unit: string, names: string | null) => {
    const positions = [
      { title: 'Archon', seats: 2, level: 6, isCommittee: false, rank: 10 },
      { title: 'Prytan', seats: 3, level: 5, isCommittee: false, rank: 20 },
    ];
    const term = { termFrom: '2027-01', termTo: '2032-01', congress: null, track: 'party' as const };
    const until = names === null ? null : { date: names, time: null };
    const made = must(await makePlan(at(clerk, 0), { committee, title, unit, ...term, positions, names: until }));
    return must(await seePlan(at(clerk, 0), { committee, plan: made.plan })).plan;
  };
  const board = await planned('Board of Zanzibar', '', '2026-03-30');
  const supervisors = await planned('Supervisors of Zanzibar', 'North', null);
  const work = { committee, clerk, reader, people };
  await parts.collectLists(work);
  await parts.discussPool(work, board);

  for (const [index, { person }] of people.entries()) {
    const proposal = { committee, plan: board.id, person, source: 'inside', onBehalfOf: null, via: null } as const;
    const why = { position: positionOf(board, 0), reasons: 'Reasons of substance' };
    must(await proposeCandidate(at(clerk, minutes(5.5) + index), { ...proposal, ...why }));
    // What a member proposes here is a suggestion.
    must(
      await proposeCandidate(at(reader, minutes(6) + index), { ...proposal, ...why, position: positionOf(board, 1) }),
    );
  }
  await parts.keepDossiers(work, board);
  for (const [index, { person }] of people.entries()) {
    const after = minutes(9) + 10 * index;
    const entry = await stands(supervisors, person, after);
    await parts.develop(work, entry, after + 1);
    await parts.nominateOutside(work, person, after + 2);
    await parts.move(work, person, after + 3);
    await parts.bringRemoval(work, supervisors, entry, after + 4);
    must(await recordErasureRequest(at(clerk, after + 5), { committee, person, via: parts.onPaper }));
  }
  await parts.reviewYearly(work, supervisors);
  await submit();

  for (const one of [reader, officer]) await beforeRecusal?.(one, committee);
  const about = { committee, nominee: xavier?.person ?? null, fullName: null, kind: 'relative' } as const;
  for (const one of xavier ? [reader, officer] : []) must(await declareConflict(at(one, minutes(12)), about));
  const header = await committeeHeader(clerk, committee);
  return {
    ...world,
    ...{ channel: header?.channel ?? '', chair, ann, reader, officer, xavier: xavier?.person ?? null },
  };

  async function stands(plan: Plan, person: PersonId, after: number) {
    const older = { readiness: null, enteredOn: '2024-01-01', decisionIn: 'No 7' } as const;
    const entries = [{ ...older, position: positionOf(plan, 1), person }];
    must(await enterEntries(at(clerk, after), { committee, plan: plan.id, entries }));
    const seen = must(await seePlan(at(clerk, after), { committee, plan: plan.id }));
    const entry = seen.entries.find((one) => one.person === person);
    if (!entry) throw new Error('nobody stands there');
    return entry.id;
  }

  async function submit() {
    const { list } = must(await freezeList(at(clerk, minutes(10)), { committee, plan: board.id }));
    const letter = { authority: 'The Board above', letter: '12', stated: { date: '2026-03-20', time: null } };
    const parcel = { committee, list: list.id, answerer: authority.person, ...letter };
    const submission = must(await prepareSubmission(at(clerk, minutes(10)), parcel));
    must(await sendSubmission(at(clerk, minutes(10)), submission));
  }
}

function positionOf(plan: Plan, nth: 0 | 1) {
  const position = plan.positions[nth];
  if (!position) throw new Error('no such position');
  return position.id;
}
