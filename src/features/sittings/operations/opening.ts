/** Opening with a quorum, frozen with its numbers; and what follows when too few have come. */
import type { Act } from '../../../kernel/act.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { liftObjected } from '../../conferences/operations/consent.ts';
import { setConferenceState, wholeAgenda } from '../../conferences/operations/sitting.ts';
import { checkOpening, type OpeningRefusal } from '../rules/life.ts';
import { countQuorum } from '../rules/quorum.ts';
import * as store from '../store/sittings.ts';
import type { Course, QuorumCount } from '../types.ts';
import { type HappenRefusal, happen, type When } from './happen.ts';
import type { Room } from './room.ts';

/**
 * Declares the quorum reached and opens, or resumes after an adjournment. What the rule counted (summoned, seated,
 * present, counted, base, needed) and who could count is frozen. Refuses quorum-not-reached {counted, base, needed},
 * sitting-too-early {start, at}. Opening twice: sitting-open-already.
 */
export async function openSitting(act: Act, when: When): Promise<Outcome<Room, HappenRefusal | OpeningRefusal>> {
  return happen(act, when, async (room) => {
    const quorum = quorumAt(room, room.before);
    const isFirst = room.before.openedAt === null;
    if (room.before.phase === 'open') return refused('sitting-open-already');
    const checked = checkOpening(room.at, room.revision.startsAt, quorum);
    if (!checked.ok) return checked;
    await store.freezeSeats(room.act.store, when.conference, room.revision.number, room.seats);
    if (isFirst) {
      // A review may have ended since the summons went out.
      await liftObjected(room.act, { ...room, committee: room.committee.id, conference: when.conference });
      await copyAgenda(room.act, room);
      await setConferenceState(room.act, room.viewer, room.conference, 'opened');
    }
    const facts = { quorum, call: room.rule.call };
    return done([{ kind: isFirst ? 'opened' : 'resumed', facts }]);
  });
}

/** The numbers at another moment than now: for what is recorded afterwards. */
export function quorumAt(room: Room, course: Pick<Course, 'present'>): QuorumCount {
  const { seats, voters, delegatesCount, rule } = room;
  return countQuorum(rule.rule, { seats, present: course.present, voters: voters.size, delegatesCount });
}

/** Records that the roll was called and too few had come. Refuses when there is a quorum after all. */
export async function recordTooFew(
  act: Act,
  when: When,
): Promise<Outcome<Room, HappenRefusal | 'quorum-is-reached' | 'sitting-too-early'>> {
  return happen(act, when, async (room) => {
    const quorum = quorumAt(room, room.before);
    const checked = checkOpening(room.at, room.revision.startsAt, quorum);
    if (checked.ok) return refused('quorum-is-reached', { counted: quorum.counted, needed: quorum.needed });
    if (checked.reason === 'sitting-too-early') return refused('sitting-too-early', checked.facts);
    return done([{ kind: 'too-few', facts: { quorum, call: room.rule.call } }]);
  });
}

async function copyAgenda(act: Act, { viewer, conference, revision }: Room): Promise<void> {
  const agenda = await wholeAgenda(act, viewer, conference.id, revision.number);
  await store.insertItems(
    act.store,
    conference.id,
    agenda.map(({ id: _, ...item }, place) => ({ place, ...item })),
  );
}
