/** The roll call: begun by those who run the conference, answered with a button, ticked for those in the room. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { send } from '../../../delivery/send.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { ConferenceId, PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import type { AccessRefusal } from '../../access/operations.ts';
import { headsAt } from '../../committees/rules.ts';
import { leaderAfter } from '../rules/item-chair.ts';
import { rollCallFrom } from '../rules/life.ts';
import { insertEvents } from '../store/events.ts';
import * as store from '../store/sittings.ts';
import { type HappenRefusal, happen, redraw, type When } from './happen.ts';
import { findRoom, findRoomToRun, type Room } from './room.ts';

export type BeginRefusal = AccessRefusal | 'conference-unknown' | 'conference-cancelled' | 'roll-call-too-early';

/**
 * From now on people are marked present, and the card for running the conference stands with whoever begins and with the
 * chair. Twice is once: the second gets the card too. Refuses roll-call-too-early {from, start, now}.
 */
export async function beginRollCall(act: Act, id: ConferenceId): Promise<Outcome<Room, BeginRefusal>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const found = await findRoomToRun(here, id);
    if (!found.ok) return found;
    const { viewer, committee, revision, members, course } = found.value;
    const from = rollCallFrom(revision.startsAt);
    if (act.now < from) return refused('roll-call-too-early', { from, start: revision.startsAt, now: act.now });
    const clerks = members.filter((member) => member.roles.includes('clerk'));
    const secretary = clerks.find((member) => member.person === act.person) ?? clerks[0] ?? null;
    const sitting = { conference: id, secretary: secretary?.person ?? null, begunAt: act.now };
    if (await store.insertSitting(tx, viewer, sitting)) {
      await record(tx, act, {
        kind: 'sittings.begun',
        committee: committee.id,
        subject: { kind: 'conference', id },
        facts: { secretary: sitting.secretary, chair: course.chair },
      });
      await handChairOn(here, found.value);
      await redraw(here, id, 'all');
    }
    const room = await findRoomToRun(here, id);
    if (room.ok) await sendPanels(here, room.value);
    return room;
  });
}

/** Whoever was to lead it has left the committee since it was announced: the head of this moment takes the chair. */
async function handChairOn(act: Act, { conference, committee, revision, members, course }: Room): Promise<void> {
  if (members.some(({ person }) => person === course.chair)) return;
  const [head] = headsAt(members, act.now);
  if (!head) return;
  const event = { kind: 'chair-handed', at: act.now, person: head.person, item: null, text: null, facts: {} } as const;
  const at = { at: act.now, by: act.person };
  await insertEvents(act.store, conference.id, [{ ...event, revision: revision.number }], at);
  await record(act.store, act, {
    kind: 'sittings.chair-handed',
    committee: committee.id,
    subject: { kind: 'conference', id: conference.id },
    facts: { conference: conference.id, happenedAt: act.now, persons: [head.person], insteadOf: course.chair },
  });
}

/** One card a person and announcement; it is worded again with everything that happens. */
async function sendPanels(act: Act, { committee, revision, course, conference }: Room): Promise<void> {
  const people = new Set([course.chair, ...(act.person ? [act.person] : [])]);
  for (const person of people) {
    await send(act.store, act, {
      kind: 'sittings.panel',
      ids: { conference: conference.id },
      to: { person },
      committee: committee.id,
      key: `sittings.panel:${conference.id}:${revision.number}:${person}`,
      mayRepeat: true,
    });
  }
}

export type HereRefusal =
  | 'conference-unknown'
  | 'conference-cancelled'
  | 'roll-call-not-begun'
  | 'sitting-over'
  | 'roll-call-too-early'
  | 'not-on-roll';

/** “I am here”: whoever is on the list or was sent in somebody's place. Twice is once. */
export async function sayHere(act: Act, id: ConferenceId): Promise<Outcome<{ readonly since: Date }, HereRefusal>> {
  return inTransaction(act, async (tx) => {
    await store.lockSitting(tx, id, 'arriving');
    const here = inside(act, tx);
    const found = await findRoom(here, id);
    if (!found.ok) return found;
    const { sitting, course, seats, events, revision, committee } = found.value;
    const person = act.person;
    if (!sitting) return refused('roll-call-not-begun');
    if (course.phase === 'concluded' || course.phase === 'not-held') return refused('sitting-over');
    if (!person || !seats.some((seat) => seat.person === person)) return refused('not-on-roll');
    // Called again for another day: the roll of that day is not called yet.
    const from = rollCallFrom(revision.startsAt);
    if (act.now < from) return refused('roll-call-too-early', { from, start: revision.startsAt, now: act.now });
    if (course.present.has(person)) {
      return done({ since: events.findLast((one) => one.kind === 'arrived' && one.person === person)?.at ?? act.now });
    }
    const event = { kind: 'arrived', at: act.now, person, item: null, text: null, facts: {} } as const;
    await insertEvents(tx, id, [{ ...event, revision: revision.number }], { at: act.now, by: person });
    await record(tx, act, {
      kind: 'sittings.arrived',
      committee: committee.id,
      subject: { kind: 'conference', id },
      facts: { conference: id, happenedAt: act.now, persons: [person] },
    });
    await redraw(here, id, [person]);
    return done({ since: act.now });
  });
}

/** Marks many present at once: ticks of the list. Whoever is present already, or said so meanwhile, stays so. */
export async function tickPresent(
  act: Act,
  when: When & { readonly persons: readonly PersonId[] },
): Promise<Outcome<Room, HappenRefusal | 'not-on-roll'>> {
  return happen(act, when, async ({ before, seats }) => {
    const known = new Set(seats.map((seat) => seat.person));
    if (when.persons.some((person) => !known.has(person))) return refused('not-on-roll', {}, 'time');
    const fresh = when.persons.filter((person) => !before.present.has(person));
    return done(fresh.map((person) => ({ kind: 'arrived' as const, person })));
  });
}

export const movements = ['arrived', 'left', 'stepped-out', 'stepped-in'] as const;
export type Movement = (typeof movements)[number];

/**
 * One person comes, goes, leaves the item under discussion, or is back for it. Somebody who is not on the list and comes
 * takes part as a guest. Refuses nothing-under-discussion for a movement about an item when there is none.
 */
export async function recordMovement(
  act: Act,
  input: When & { readonly person: PersonId; readonly movement: Movement },
): Promise<Outcome<Room, HappenRefusal | 'not-on-roll' | 'nothing-under-discussion'>> {
  return happen(act, input, async ({ before, seats, members, viewer, act: here }) => {
    const { person, movement } = input;
    const isKnown = seats.some((seat) => seat.person === person);
    if (!isKnown && (movement !== 'arrived' || !(await store.isRegistered(here.store, viewer, person)))) {
      return refused('not-on-roll', {}, 'person');
    }
    if (movement === 'arrived' || movement === 'left') return done([{ kind: movement, person }]);
    if (!before.current) return refused('nothing-under-discussion', {}, 'movement');
    const leader = leaderAfter(before, movement, person, members);
    return done([{ kind: movement, person, item: before.current, facts: leader ? { leader } : {} }]);
  });
}
