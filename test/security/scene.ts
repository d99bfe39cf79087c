/**
 * A committee in the middle of everything: names, frozen lists, an open and a closed round, conferences, dates. With
 * the case of Xavier Xenon or without it, and otherwise the same.
 */
import { client } from '../../src/database/client.ts';
import { recuse } from '../../src/features/access/operations.ts';
import { addNewPerson } from '../../src/features/committees/operations/members.ts';
import type { Profile } from '../../src/features/committees/types.ts';
import { putItem, seeAgenda } from '../../src/features/conferences/operations/agenda.ts';
import { announce } from '../../src/features/conferences/operations/announce.ts';
import { answerSummons } from '../../src/features/conferences/operations/answer.ts';
import { draftConference } from '../../src/features/conferences/operations/draft.ts';
import { proposeCandidate } from '../../src/features/nominations/operations/propose.ts';
import { addPerson } from '../../src/features/people/operations/register.ts';
import { enterEntries } from '../../src/features/plans/operations/entries.ts';
import { seePlan } from '../../src/features/plans/operations/look.ts';
import { makePlan } from '../../src/features/plans/operations/make.ts';
import { agreeWithAll, chooseNominees, keepLine, sendAnswer } from '../../src/features/reviews/operations/answer.ts';
import { closeRound } from '../../src/features/reviews/operations/close.ts';
import { declareConflict } from '../../src/features/reviews/operations/declare-conflict.ts';
import { openRound, prepareRound } from '../../src/features/reviews/operations/open.ts';
import { dismissConflicts } from '../../src/features/reviews/operations/rule-on-conflict.ts';
import { noWords } from '../../src/features/reviews/types/nouns.ts';
import { type Act, freshSaving, type StoreHandle } from '../../src/kernel/act.ts';
import type { ConferenceId, NomineeListId, PersonId, PlanId, ReviewRoundId } from '../../src/kernel/ids.ts';
import type { Outcome } from '../../src/kernel/outcome.ts';
import { createWorld, type World } from '../support/worlds.ts';

export type Somebody = Act & { readonly person: PersonId };

/** In which somebody is recused, or would be. */
export interface RecusalScene extends World {
  readonly channel: string;
  readonly chair: Somebody;
  readonly ann: Somebody;
  readonly reader: Somebody;
  /** Committee secretary and chair, recused as the reader is; only where it was asked for. */
  readonly officer: Somebody | null;
  /** The closed case, in the world that has one. */
  readonly xavier: PersonId | null;
}

export interface Scene extends RecusalScene {
  readonly bob: Somebody;
  readonly plan: PlanId;
  readonly openRound: ReviewRoundId;
  readonly closedRound: ReviewRoundId;
  readonly conference: ConferenceId;
  readonly nominee: PersonId;
}

/** Words that only this scene uses: whoever has no business in it must never read one of them. */
export const secrets = [
  'Noor Nominee',
  'Paul Pending',
  'Greta Given',
  'Standing Entry',
  'Board of Zanzibar',
  'Supervisors of Zanzibar',
  'Archon',
  'Prytan',
  'Reasons of substance',
  'A spoken word',
  'An unsent word',
  'Deliberation in camera',
  'Room under the stairs',
  'Item of the agenda',
];

export const caseWords = ['Xavier', 'Xenon'];

const minutes = (count: number) => count * 60_000;

export interface SceneOptions {
  readonly withCase?: boolean;
  readonly withOfficer?: boolean;
  readonly profile?: Profile;
  readonly world?: World;
  /** Just before the reader is recused: what they have been sent until then. */
  readonly beforeRecusal?: (reader: Somebody, committee: World['committee']) => Promise<void>;
  /** What runs besides: begun before the recusal, gone on with after it. */
  readonly meanwhile?: (parts: Parts) => Promise<() => Promise<void>>;
}

/** Of the scene as far as it is built when the recusal comes; `lists`: frozen, under review. */
export interface Parts
  extends Pick<Scene, 'committee' | 'clerk' | 'chair' | 'ann' | 'bob' | 'reader' | 'officer' | 'xavier'> {
  readonly lists: readonly NomineeListId[];
}

export async function createScene(store: StoreHandle, options: SceneOptions = {}): Promise<Scene> {
  const { withCase = false, withOfficer = false, profile = 'general' } = options;
  const world = await createWorld(store, { profile, clerkName: 'Clara Clerk' });
  const { committee, clerk } = world;
  const chair = await world.person('Cara Chair', ['chair', 'member']);
  const ann = await world.person('Ann Arbor', ['member']);
  const bob = await world.person('Bob Baker', ['member']);
  const reader = await world.person('Rita Reader', ['member']);
  const officer = withOfficer ? await world.person('Oda Officer', ['clerk', 'chair']) : null;
  await world.person('Dan Deputy', ['deputy', 'member']);
  // As many as a vote on sealed papers needs without those who are recused.
  if (options.meanwhile)
    for (const name of ['Vera', 'Viktor', 'Wanda']) await world.person(`${name} Voter`, ['member']);
  // Of the nominees' own unit: possible conflicts of interest with every one of them.
  await client(store).person.update({ where: { id: ann.person }, data: { unit: 'Office' } });
  must(
    await addNewPerson(at(clerk, 0), committee, 'Otto Offline', {
      roles: ['member'],
      votes: true,
      post: null,
      rank: null,
    }),
  );

  const inRegister = async (fullName: string, more: { birthMonth?: string; discipline?: boolean } = {}) =>
    must(
      await addPerson(at(clerk, 0), {
        committee,
        source: 'form',
        form: {
          ...{ fullName, birthMonth: more.birthMonth ?? '1985-04', sex: 'male', unit: 'Office', partyPost: null },
          ...{ statePost: 'Head of division', level: 3 },
        },
      }),
    );
  const noor = await inRegister('Noor Nominee');
  const paul = await inRegister('Paul Pending');
  const greta = await inRegister('Greta Given');
  const standing = await inRegister('Standing Entry');
  const xavier = withCase ? await inRegister('Xavier Xenon') : null;

  const planNamed = async (title: string, track: 'board' | 'inspection', until: string) => {
    const positions = [
      { title: 'Archon', seats: 2, level: 6, isCommittee: false, rank: 10 },
      { title: 'Prytan', seats: 3, level: 5, isCommittee: false, rank: 20 },
    ];
    const names = { date: until, time: null };
    const term = { termFrom: '2027-01', termTo: '2032-01', congress: null };
    const made = must(await makePlan(at(clerk, 0), { committee, title, unit: '', track, ...term, positions, names }));
    return must(await seePlan(at(clerk, 0), { committee, plan: made.plan })).plan;
  };
  const board = await planNamed('Board of Zanzibar', 'board', '2026-03-30');
  const supervisors = await planNamed('Supervisors of Zanzibar', 'inspection', '2026-03-31');

  let moment = 0;
  const propose = async (who: Act, plan: typeof board, person: PersonId, nth: 0 | 1) => {
    moment += 1;
    const position = plan.positions[nth];
    if (!position) throw new Error('no such position');
    return must(
      await proposeCandidate(at(who, moment * 1000), {
        ...{ committee, plan: plan.id, position: position.id, person, reasons: 'Reasons of substance' },
        ...{ source: 'inside', onBehalfOf: null, via: null },
      }),
    );
  };
  await propose(clerk, board, noor, 0);
  await propose(chair, board, paul, 1);
  await propose(ann, board, greta, 1);
  if (xavier) {
    await propose(ann, board, xavier, 0);
    await propose(bob, board, xavier, 1);
    await propose(bob, supervisors, xavier, 0);
  }
  const entry = { readiness: null, enteredOn: '2024-01-01', decisionIn: 'No 7' };
  const place = board.positions[1]!.id;
  // One by one: an event about several people is closed as a whole when one of them is.
  for (const person of [standing, ...(xavier ? [xavier] : [])]) {
    const entries = [{ ...entry, position: place, person }];
    must(await enterEntries(at(clerk, 20_000), { committee, plan: board.id, entries }));
  }

  // A first round on the board, closed by now; a second one, open.
  const open = async (plan: PlanId, why: string | null, after: number) => {
    const stated = { date: '2026-03-20', time: null };
    const prepared = must(await prepareRound(at(clerk, after), { committee, plan, stated, why }));
    return must(await openRound(at(clerk, after), prepared.round.id)).round;
  };
  const first = await open(board.id, null, minutes(1));
  await speak(first.id, first.list.entries, minutes(3));
  must(await closeRound(at(clerk, minutes(5)), first.id));
  const second = await open(board.id, 'Again, because', minutes(6));
  await speak(second.id, second.list.entries, minutes(8));
  // A round about nobody but the closed case.
  const alone = xavier ? await open(supervisors.id, null, minutes(8.5)) : null;

  async function speak(round: ReviewRoundId, list: typeof first.list.entries, after: number) {
    const mine = { round, person: null };
    const picked = list.map(({ id }) => id);
    must(await chooseNominees(at(ann, after), { ...mine, picked, restAgrees: true }));
    for (const entry of picked) {
      const words = { ...noWords, text: 'A spoken word' };
      must(await keepLine(at(ann, after), { ...mine, entry, version: 1, stance: 'agree-with-comments', words }));
    }
    must(await sendAnswer(at(ann, after), mine));
    must(await agreeWithAll(at(chair, after), mine));
    must(await chooseNominees(at(bob, after), { ...mine, picked, restAgrees: false }));
    const [entry] = picked;
    const words = { ...noWords, text: 'An unsent word' };
    if (entry)
      must(await keepLine(at(bob, after), { ...mine, entry, version: 1, stance: 'agree-with-comments', words }));
  }

  const draft = async (title: string, agenda: readonly string[], lists: readonly NomineeListId[], date: string) => {
    const form = { title, date, time: '14:00', minutes: 120, place: 'Room under the stairs', chair: chair.person };
    const content = { ...form, agenda: agenda.join('\n'), lists, replyBy: null, asksAgain: false };
    return must(await draftConference(at(clerk, minutes(9)), { committee, form: content }));
  };
  const conference = await draft(
    'Deliberation in camera',
    ['1. Item of the agenda', ...(xavier ? ['2. The matter of Xavier Xenon'] : [])],
    [second.list.id, ...(alone ? [alone.list.id] : [])],
    '2026-03-16',
  );
  // Their rounds are open still: so far the lists are there to be known.
  const { content } = must(await seeAgenda(at(clerk, minutes(9)), conference));
  const [attached, other] = content.agenda.filter((item) => item.list !== null);
  // As many changes in a world without the case: they are counted in the history and in the version.
  for (const item of [attached, other ?? attached]) {
    if (!item) throw new Error('no list is attached');
    const { id, text, list } = item;
    const { version } = must(await seeAgenda(at(clerk, minutes(9)), conference)).conference;
    const form = { text: text ?? '', kind: 'information', list, owner: null, inConsent: false } as const;
    const put = { conference, version, item: id, form: { ...form, number: null, reason: null } };
    must(await putItem(at(clerk, minutes(9)), put));
  }
  const { version } = must(await seeAgenda(at(clerk, minutes(9)), conference)).conference;
  must(await announce(at(clerk, minutes(9)), { conference, version }));
  must(
    await answerSummons(at(ann, minutes(11)), {
      ...{ conference, revision: 1, answer: 'absent', reason: 'Abroad', delegate: null },
    }),
  );
  await draft('Deliberation in camera, continued', ['1. Item of the agenda'], [], '2026-03-23');

  const lists = [second.list.id, ...(alone ? [alone.list.id] : [])];
  const parts = { committee, clerk, chair, ann, bob, reader, officer, xavier, lists };
  const goOn = await options.meanwhile?.(parts);
  for (const one of [reader, ...(officer ? [officer] : [])]) await options.beforeRecusal?.(one, committee);
  if (xavier) {
    // What others have to do with the case: recused, named in advance, ruled on.
    must(await recuse(at(bob, minutes(11)), { committee, person: bob.person, nominee: xavier, recordedBy: null }));
    const about = { committee, nominee: null, fullName: 'Xenon Xavier', kind: 'relative' } as const;
    must(await declareConflict(at(ann, minutes(11)), about));
    const of = { person: ann.person, nominee: xavier, kind: 'same-unit' } as const;
    must(await dismissConflicts(at(chair, minutes(11)), { committee, of, reason: 'Reasons of substance' }));
    const own = { committee, nominee: xavier, fullName: null, kind: 'relative' } as const;
    must(await declareConflict(at(reader, minutes(12)), own));
    if (officer) must(await declareConflict(at(officer, minutes(12)), own));
  }
  await goOn?.();
  const found = await import('../../src/features/committees/operations/look.ts');
  const header = await found.committeeHeader(clerk, committee);
  return {
    ...world,
    ...{ channel: header?.channel ?? '', chair, ann, bob, reader, officer, plan: board.id },
    ...{ openRound: second.id, closedRound: first.id, conference, nominee: noor, xavier },
  };
}

/** The same person, so many milliseconds after the tests' beginning. */
export function at<A extends Act>(act: A, afterMs: number): A {
  return { ...act, now: new Date(Date.parse('2026-03-02T02:00:00Z') + afterMs), saving: freshSaving() };
}

/** When everything above is over and every minute of undo too. */
export const afterwards = minutes(20);

export function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason} ${JSON.stringify(outcome.facts)}`);
  return outcome.value;
}
