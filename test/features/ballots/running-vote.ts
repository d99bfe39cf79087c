/** A running conference with an item under discussion, and a vote on it: builders for the tests beside this file. */
import { castPaper } from '../../../src/features/ballots/operations/cast.ts';
import { openRound } from '../../../src/features/ballots/operations/open.ts';
import type { RoundForm } from '../../../src/features/ballots/operations/prepare.ts';
import { prepareHere } from '../../../src/features/ballots/operations/prepare-here.ts';
import type { Answer } from '../../../src/features/ballots/types/paper.ts';
import type { BallotRound } from '../../../src/features/ballots/types/round.ts';
import { takeUp } from '../../../src/features/sittings/operations/agenda.ts';
import { seeSitting } from '../../../src/features/sittings/operations/look.ts';
import { openSitting } from '../../../src/features/sittings/operations/opening.ts';
import { beginRollCall, recordMovement, tickPresent } from '../../../src/features/sittings/operations/roll-call.ts';
import type { SittingItemId } from '../../../src/features/sittings/types.ts';
import type { Act, StoreHandle } from '../../../src/kernel/act.ts';
import type { ConferenceId, PersonId } from '../../../src/kernel/ids.ts';
import { again, createScene, minute, must, type Scene, scheduled } from '../conferences/scene.ts';
import { ofQuestion, saying } from './vote-world.ts';

/** Friday 6 March 2026, 14:00 in Ha Noi. */
const start = new Date('2026-03-06T07:00:00Z');

/** So many minutes after its start. */
export function at<A extends Act>(act: A, minutes: number): A {
  return { ...again(act), now: new Date(start.getTime() + minutes * minute) };
}

export interface RunningVote {
  readonly scene: Scene;
  readonly conference: ConferenceId;
  readonly item: SittingItemId;
}

/** Cara, Ann, Bob and Otto vote; those in `present` are in the room. The second item is taken up five minutes in. */
export async function inSession(
  handle: StoreHandle,
  options: {
    readonly agenda?: string;
    readonly absent?: readonly ('ann' | 'bob')[];
    readonly prepare?: (scene: Scene) => Promise<Parameters<typeof scheduled>[1]>;
    /** Who else is in the room; asked after `prepare`. */
    readonly alsoPresent?: () => readonly PersonId[];
  } = {},
): Promise<RunningVote> {
  const scene = await createScene(handle, 'general');
  const changes = options.prepare ? await options.prepare(scene) : {};
  const conference = await scheduled(scene, { ...(options.agenda ? { agenda: options.agenda } : {}), ...changes });
  must(await beginRollCall(at(scene.clerk, -10), conference));
  const [ann, bob] = scene.members;
  const absent = (options.absent ?? []).map((who) => (who === 'ann' ? ann.person : bob.person));
  const everybody: readonly PersonId[] = [scene.chair.person, ann.person, bob.person, scene.withoutAccount];
  const others = options.alsoPresent?.() ?? [];
  const persons = [...everybody.filter((person) => !absent.includes(person)), ...others];
  must(await tickPresent(at(scene.clerk, -1), { conference, time: null, persons }));
  must(await openSitting(at(scene.clerk, 1), { conference, time: null }));
  const { items } = must(await seeSitting(at(scene.clerk, 2), conference));
  const item = items.at(-1)!.id;
  must(await takeUp(at(scene.clerk, 5), { conference, time: null, item }));
  return { scene, conference, item };
}

/** Prepared ten minutes in, for a quarter of an hour. */
export async function preparedHere(
  { scene, conference, item }: RunningVote,
  form: Partial<Pick<RoundForm, 'subject' | 'rule' | 'place' | 'mode' | 'tellers'>> = {},
): Promise<BallotRound> {
  const { subject, place } = ofQuestion;
  const prepared = await prepareHere(at(scene.clerk, 10), {
    ...{ conference, item, minutes: 15 },
    form: { ...{ subject, place, rule: 'majority-present', tellers: [] }, ...form },
  });
  return must(prepared).round;
}

/** Opened eleven minutes in; papers are taken from the twelfth. */
export async function openedHere(
  running: RunningVote,
  form: Parameters<typeof preparedHere>[1] = {},
): Promise<BallotRound> {
  const round = await preparedHere(running, form);
  return must(await openRound(at(running.scene.clerk, 11), round.id)).round;
}

export function says(who: Act, round: BallotRound, answer: Answer, minutes = 13) {
  return castPaper(at(who, minutes), { round: round.id, marks: saying(answer) });
}

export function moves(
  { scene, conference }: RunningVote,
  person: PersonId,
  movement: 'arrived' | 'left' | 'stepped-out' | 'stepped-in',
  minutes: number,
) {
  return recordMovement(at(scene.clerk, minutes), { conference, time: null, person, movement });
}
