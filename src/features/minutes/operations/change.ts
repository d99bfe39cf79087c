/** What becomes of minutes: sent as a draft, corrected, confirmed, added to; and the notice of conclusions. */
import { hashOf, record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { cancelBatch, refresh, send, sendAll } from '../../../delivery/send.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import { type ConferenceId, type Id, newId, type PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { isPlainDate, type PlainDate } from '../../../kernel/time.ts';
import { viewerOf } from '../../access/operations.ts';
import { nomineesNamed } from '../../conferences/operations/sitting.ts';
import { stepReached } from '../../deadlines/operations/finish-step.ts';
import { freeze, type RewordRefusal, reword } from '../../sittings/operations/reword.ts';
import type { SittingEventId } from '../../sittings/types.ts';
import { confirmsAsChair, confirmsAsSecretary } from '../rules.ts';
import * as store from '../store.ts';
import type { CorrectionId } from '../types.ts';
import { type MinutesSight, seeMinutes } from './look.ts';

const holdMs = 60_000;
export const correctionMax = 2_000;

export type MinutesRefusal =
  | 'conference-unknown'
  | 'conference-cancelled'
  | 'minutes-not-yet'
  | 'minutes-not-yours'
  | 'sitting-not-concluded'
  | 'minutes-confirmed';

export interface Sent {
  readonly batch: string;
  readonly heldUntil: Date;
  readonly told: number;
  readonly toTell: readonly string[];
}

/** Those who get it: everybody summoned or sent, one card each; those without an account are told by the secretary. */
export function recipientsOf({ sitting }: MinutesSight) {
  const people = sitting.seats.filter((seat) => seat.isSummoned || sitting.course.present.has(seat.person));
  return { told: people.filter((seat) => seat.isReachable), toTell: people.filter((seat) => !seat.isReachable) };
}

/**
 * Sends the draft of the minutes, or the notice of conclusions, to everybody who was summoned. Nothing leaves for a
 * minute. Refuses sitting-not-concluded; for the draft also minutes-confirmed.
 */
export async function sendOut(
  act: Act,
  input: { readonly conference: ConferenceId; readonly what: 'draft' | 'conclusions' },
): Promise<Outcome<Sent, MinutesRefusal>> {
  return editing(act, input.conference, async (here, seen) => {
    const { committee, course } = seen.sitting;
    if (course.endedAt === null) return refused('sitting-not-concluded');
    if (input.what === 'draft' && seen.minutes.state === 'confirmed') return refused('minutes-confirmed');
    const batch = newId<Id<'batch'>>() as string;
    const heldUntil = new Date(act.now.getTime() + holdMs);
    const { told, toTell } = recipientsOf(seen);
    const viewer = await viewerOf(here, committee.id);
    const texts = [...seen.sitting.items, ...seen.sitting.events].flatMap(({ text }) => (text ? [text] : []));
    const nominees = await nomineesNamed(here, viewer, texts);
    const kind = `minutes.${input.what}`;
    await sendAll(
      here.store,
      here,
      told.map((seat) => ({
        ...{ kind, ids: { conference: input.conference }, to: { person: seat.person }, committee: committee.id },
        ...{ batch, holdUntil: heldUntil, nominees, mayRepeat: true, key: `${kind}:${batch}:${seat.person}` },
      })),
    );
    if (input.what === 'draft') {
      const change = { state: 'circulated' as const, circulatedAt: act.now, heldUntil, batchId: batch };
      await store.changeMinutes(here.store, input.conference, change);
    }
    await note(here, seen, `minutes.${input.what}-sent`, { told: told.length });
    return done({ batch, heldUntil, told: told.length, toTell: toTell.map((seat) => seat.fullName) });
  });
}

/** Takes it back within its minute. */
export async function undoSending(
  act: Act,
  input: { readonly conference: ConferenceId; readonly batch: string },
): Promise<Outcome<void, MinutesRefusal | 'undo-too-late'>> {
  return editing(act, input.conference, async (here, seen) => {
    if (!(await cancelBatch(here.store, here, input.batch, { conference: input.conference }))) {
      return refused('undo-too-late', { seconds: holdMs / 1000 });
    }
    if (seen.minutes.batch === input.batch && seen.minutes.state === 'circulated') {
      const change = { state: 'draft' as const, circulatedAt: null, heldUntil: null, batchId: null };
      await store.changeMinutes(here.store, input.conference, change);
    }
    await note(here, seen, 'minutes.sending-undone', {});
    return done();
  });
}

/**
 * Other words for one line, or something that is missing. Anybody who may read the draft; those who run the conference
 * also for somebody with a seat in it (`onBehalfOf`), who said so outside the chat. Refuses correction-empty,
 * correction-too-long, event-unknown, minutes-confirmed; minutes-not-yours for somebody else's by anybody else.
 */
export async function proposeCorrection(
  act: Act,
  input: {
    readonly conference: ConferenceId;
    readonly event: SittingEventId | null;
    readonly text: string;
    readonly onBehalfOf?: PersonId | null;
  },
): Promise<
  Outcome<
    void,
    MinutesRefusal | 'correction-empty' | 'correction-too-long' | 'event-unknown' | 'correction-nothing' | 'not-on-roll'
  >
> {
  const after = input.text.normalize('NFC').trim();
  if (after === '') return refused('correction-empty', {}, 'text');
  if (after.length > correctionMax) return refused('correction-too-long', { max: correctionMax }, 'text');
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const seen = await seeMinutes(here, input.conference);
    if (!seen.ok) return seen;
    if (!act.person) return refused('minutes-not-yours');
    const { sitting, minutes } = seen.value;
    if (minutes.state === 'confirmed') return refused('minutes-confirmed');
    const onBehalfOf = input.onBehalfOf === act.person ? null : (input.onBehalfOf ?? null);
    if (onBehalfOf && !seen.value.mayEdit) return refused('minutes-not-yours');
    if (onBehalfOf && !sitting.seats.some((seat) => seat.person === onBehalfOf)) {
      return refused('not-on-roll', {}, 'person');
    }
    const event = sitting.events.find((one) => one.id === input.event && one.text !== null);
    if (input.event && !event) return refused('event-unknown', {}, 'event');
    if (event?.text === after) return refused('correction-nothing', {}, 'text');
    await store.lockMinutes(tx, await viewerOf(here, sitting.committee.id), input.conference, act.now);
    const correction = { event: event?.id ?? null, item: event?.item ?? null, before: event?.text ?? null };
    await store.insertCorrection(tx, input.conference, { ...correction, after, by: onBehalfOf ?? act.person }, act.now);
    await note(here, seen.value, 'minutes.correction-proposed', { text: hashOf(after) }, onBehalfOf);
    await refresh(tx, act, { kind: 'sittings.panel', ids: { conference: input.conference } });
    const deciding = whoDecides(sitting).filter((person) => person !== act.person);
    await sendAll(
      tx,
      act,
      deciding.map((person) => ({
        ...{ kind: 'minutes.proposed', ids: { conference: input.conference } },
        ...{ to: { person }, committee: sitting.committee.id, mayRepeat: true },
        key: `minutes.proposed:${newId<Id<'card'>>()}`,
      })),
    );
    return done();
  });
}

/** Whoever took the minutes; once they have left, the committee secretaries of now. */
function whoDecides({ sitting, members }: MinutesSight['sitting']): readonly PersonId[] {
  const own = members.filter(({ person }) => person === sitting?.secretary);
  const following = own.length > 0 ? own : members.filter(({ roles }) => roles.includes('clerk'));
  return following.map(({ person }) => person);
}

/** Accepted: the words of the record change, the old ones are kept. Declined: with a reason that the proposer reads. */
export async function decideCorrection(
  act: Act,
  input: {
    readonly conference: ConferenceId;
    readonly correction: CorrectionId;
    readonly isAccepted: boolean;
    readonly reason: string | null;
  },
): Promise<Outcome<void, MinutesRefusal | RewordRefusal | 'correction-decided' | 'correction-reason-missing'>> {
  const reason = input.reason?.normalize('NFC').trim() || null;
  if (!input.isAccepted && !reason) return refused('correction-reason-missing', {}, 'reason');
  return editing(act, input.conference, async (here, seen) => {
    const correction = seen.corrections.find((one) => one.id === input.correction);
    if (correction?.state !== 'open') return refused('correction-decided');
    if (seen.minutes.state === 'confirmed') return refused('minutes-confirmed');
    const state = input.isAccepted ? ('accepted' as const) : ('declined' as const);
    const decided = { state, reason, by: act.person, at: act.now };
    await store.decideCorrection(here.store, input.conference, correction.id, decided);
    if (input.isAccepted) {
      const { event, item, after: text } = correction;
      const words = { conference: input.conference, event, item, text, reason: `minutes:${correction.id}` };
      const done_ = await reword(here, words);
      if (!done_.ok) return done_;
    }
    await note(here, seen, `minutes.correction-${state}`, { correction: correction.id });
    await send(here.store, here, {
      ...{ kind: 'minutes.decided', ids: { conference: input.conference, correction: correction.id } },
      ...{ to: { person: correction.by }, committee: seen.sitting.committee.id, mayRepeat: true },
      key: `minutes.decided:${correction.id}`,
    });
    return done();
  });
}

/**
 * The chair's or the secretary's confirmation, or that of whoever follows them (rules.ts); with both the minutes are
 * confirmed and nothing of the record changes any more. Refuses corrections-open {count}, confirmed-already, minutes-not-yours for everybody else.
 */
export async function confirmMinutes(
  act: Act,
  conference: ConferenceId,
): Promise<Outcome<{ readonly isWhole: boolean }, MinutesRefusal | 'corrections-open' | 'confirmed-already'>> {
  return editing(act, conference, async (here, seen) => {
    const { minutes, sitting } = seen;
    const open = checkClosing(seen);
    if (!open.ok) return open;
    const { chair } = sitting.course;
    const mayBe = {
      chair: confirmsAsChair(chair, sitting.members, act.now).some((one) => one === act.person),
      secretary: confirmsAsSecretary(sitting.sitting?.secretary ?? null, sitting.members).some(
        (one) => one === act.person,
      ),
    };
    if (!mayBe.chair && !mayBe.secretary) return refused('minutes-not-yours');
    const isChair = mayBe.chair && minutes.chairAt === null;
    if (!isChair && !(mayBe.secretary && minutes.secretaryAt === null)) return refused('confirmed-already');
    const mine = isChair
      ? { chairBy: act.person, chairAt: act.now }
      : { secretaryBy: act.person, secretaryAt: act.now };
    const isWhole = isChair ? minutes.secretaryAt !== null : minutes.chairAt !== null;
    const whole = isWhole ? { state: 'confirmed' as const, confirmedAt: act.now } : {};
    await store.changeMinutes(here.store, conference, { ...mine, ...whole });
    if (isWhole) await settle(here, seen, conference);
    const insteadOf = isChair && chair !== act.person ? chair : null;
    await note(here, seen, 'minutes.confirmed', { as: isChair ? 'chair' : 'secretary', isWhole, insteadOf });
    return done({ isWhole });
  });
}

/** Nothing of the record changes any more, and the step of the calendar is done. */
async function settle(act: Act, { sitting }: MinutesSight, conference: ConferenceId): Promise<void> {
  await freeze(act, conference);
  await stepReached(act, sitting.committee.id, 'minutes', { kind: 'conference', id: conference });
}

/** The signed paper stands for both confirmations. Refuses paper-number-missing, date-unreadable. */
export async function recordPaper(
  act: Act,
  input: { readonly conference: ConferenceId; readonly number: string; readonly dated: PlainDate },
): Promise<Outcome<void, MinutesRefusal | 'corrections-open' | 'paper-number-missing' | 'date-unreadable'>> {
  const number = input.number.normalize('NFC').trim();
  if (number === '') return refused('paper-number-missing', {}, 'number');
  if (!isPlainDate(input.dated)) return refused('date-unreadable', { text: input.dated.slice(0, 20) }, 'dated');
  return editing(act, input.conference, async (here, seen) => {
    const open = checkClosing(seen);
    if (!open.ok) return open;
    const paper = { paperNumber: number, paperDated: input.dated, secretaryBy: act.person, secretaryAt: act.now };
    await store.changeMinutes(here.store, input.conference, { ...paper, state: 'confirmed', confirmedAt: act.now });
    await settle(here, seen, input.conference);
    await note(here, seen, 'minutes.paper-recorded', { number: hashOf(number), dated: input.dated });
    return done();
  });
}

/** After the confirmation. Refuses minutes-not-confirmed before it: until then the record itself is corrected. */
export async function addAddendum(
  act: Act,
  input: { readonly conference: ConferenceId; readonly text: string },
): Promise<Outcome<void, MinutesRefusal | 'minutes-not-confirmed' | 'correction-empty' | 'correction-too-long'>> {
  const text = input.text.normalize('NFC').trim();
  if (text === '') return refused('correction-empty', {}, 'text');
  if (text.length > correctionMax) return refused('correction-too-long', { max: correctionMax }, 'text');
  return editing(act, input.conference, async (here, seen) => {
    if (seen.minutes.state !== 'confirmed') return refused('minutes-not-confirmed');
    if (!act.person) return refused('minutes-not-yours');
    const all = await store.listAddenda(here.store, await viewerOf(here, seen.sitting.committee.id), input.conference);
    const number = all.length + 1;
    await store.insertAddendum(here.store, input.conference, { number, item: null, text, by: act.person }, act.now);
    await note(here, seen, 'minutes.addendum-added', { number, text: hashOf(text) });
    return done();
  });
}

function checkClosing(seen: MinutesSight): Outcome<void, MinutesRefusal | 'corrections-open'> {
  if (seen.sitting.course.endedAt === null) return refused('sitting-not-concluded');
  if (seen.minutes.state === 'confirmed') return refused('minutes-confirmed');
  const count = seen.corrections.filter((one) => one.state === 'open').length;
  return count > 0 ? refused('corrections-open', { count }) : done();
}

/** For those who run the conference; of two at once the second waits, and looks again. */
async function editing<T, R extends string>(
  act: Act,
  conference: ConferenceId,
  work: (here: Act, seen: MinutesSight) => Promise<Outcome<T, R>>,
): Promise<Outcome<T, R | MinutesRefusal>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const before = await seeMinutes(here, conference);
    if (!before.ok) return before;
    if (!before.value.mayEdit) return refused('minutes-not-yours');
    const viewer = await viewerOf(here, before.value.sitting.committee.id);
    await store.lockMinutes(tx, viewer, conference, act.now);
    const seen = await seeMinutes(here, conference);
    return seen.ok ? work(here, seen.value) : seen;
  });
}

async function note(
  act: Act,
  { sitting }: MinutesSight,
  kind: string,
  facts: Parameters<typeof record>[2]['facts'],
  onBehalfOf: PersonId | null = null,
): Promise<void> {
  const subject = { kind: 'conference', id: sitting.conference.id };
  await record(act.store, act, { kind, committee: sitting.committee.id, subject, facts, onBehalfOf });
}
