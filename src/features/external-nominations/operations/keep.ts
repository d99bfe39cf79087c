/** Preparing a nomination to an outside body, recording contacts and the outcome, and the report upward. */
import { hashOf, record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { CommitteeId, PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dateIn, type PlainDate } from '../../../kernel/time.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import { membersOf } from '../../committees/operations/look.ts';
import { dutyDone } from '../../deadlines/operations/cards.ts';
import { cancelDeadline, type DeadlineRefusal, setDeadline } from '../../deadlines/operations/set.ts';
import { peopleByIds } from '../../people/operations/find.ts';
import * as rules from '../rules.ts';
import * as store from '../store.ts';
import {
  type Contact,
  type ExternalNominationId,
  externalSubject,
  type OutcomeForm,
  type Preparation,
} from '../types.ts';
import { type ExternalSight, seeExternal } from './look.ts';

export type ExternalRefusal =
  | AccessRefusal
  | DeadlineRefusal
  | rules.WordsRefusal
  | rules.OutcomeRefusal
  | 'external-unknown'
  | 'external-person-unknown'
  | 'external-responsible-unknown'
  | 'external-responsible-is-nominee'
  | 'external-prepared-already'
  | 'external-contact-twice'
  | 'external-report-day-needed'
  | 'external-no-result'
  | 'external-reported-before-result'
  | 'external-not-yours';

/**
 * Right: candidates.enter. Refusals: external-person-unknown (also a closed case), external-responsible-unknown (no
 * member), external-responsible-is-nominee, external-prepared-already, those of the words and the day.
 */
export async function prepareExternal(
  act: Act,
  input: Preparation & {
    readonly committee: CommitteeId;
    readonly person: PersonId;
    readonly responsible: PersonId;
  },
): Promise<Outcome<ExternalNominationId, ExternalRefusal>> {
  const { committee, person, responsible, ...typed } = input;
  const checked = rules.checkPreparation(typed, dateIn(act.zone, act.now));
  if (!checked.ok) return checked;
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const viewer = await authorise(here, committee, 'candidates.enter');
    if (!viewer.ok) return viewer;
    const [nominee] = await peopleByIds(here, committee, [person]);
    if (!nominee) return refused('external-person-unknown', {}, 'person');
    const members = await membersOf(here, committee);
    if (!members.some((one) => one.person === responsible)) {
      return refused('external-responsible-unknown', {}, 'responsible');
    }
    if (responsible === person) return refused('external-responsible-is-nominee', {}, 'responsible');
    const made = { ...checked.value, person, responsible };
    const id = await store.insertExternal(tx, viewer.value, made, act.now);
    if (!id) return refused('external-prepared-already', {}, 'person');
    await note(here, committee, id, person, 'prepared', { body: hashOf(made.body), on: made.preparedOn });
    return done(id);
  });
}

/** Twice the same (day, with whom, what) is refused: external-contact-twice {day}. */
export async function recordContact(
  act: Act,
  input: Contact & { readonly nomination: ExternalNominationId },
): Promise<Outcome<void, ExternalRefusal>> {
  const { nomination: id, ...typed } = input;
  const checked = rules.checkContact(typed, dateIn(act.zone, act.now));
  if (!checked.ok) return checked;
  return keeping(act, id, async (here, { nomination, viewer }) => {
    if (nomination.state === 'withdrawn') return refused('external-ended');
    const isNew = await store.insertContact(here.store, viewer, id, checked.value, act.now);
    if (!isNew) return refused('external-contact-twice', { day: checked.value.heldOn }, 'said');
    const facts = { on: checked.value.heldOn, said: hashOf(checked.value.said) };
    await note(here, nomination.committee, id, nomination.person, 'contact', facts);
    return done();
  });
}

/**
 * Records or corrects the outcome, and sets the date of the report, which whoever is responsible is reminded of. Refusals:
 * those of the outcome; external-report-day-needed: the rules give no number of days and none was stated; date-past
 * {due, now}: the date counted from the result is past, so another has to be stated.
 */
export async function recordOutcome(
  act: Act,
  input: OutcomeForm & { readonly nomination: ExternalNominationId },
): Promise<Outcome<void, ExternalRefusal>> {
  const { nomination: id, ...typed } = input;
  return keeping(act, id, async (here, { nomination, rule }) => {
    const checked = rules.checkOutcome(nomination, typed, dateIn(act.zone, act.now));
    if (!checked.ok) return checked;
    const { outcome: state, resultOn, decision, word } = checked.value;
    const { committee, person } = nomination;
    const subject = { kind: externalSubject, id };
    if (state === 'withdrawn') await cancelDeadline(here, subject);
    else {
      const date = rules.reportDay(checked.value, rule);
      if (date === null) return refused('external-report-day-needed', {}, 'reportBy');
      const due = { committee, subject, ladder: 'date' as const, stated: { date, time: null }, nominees: [person] };
      const set = await setDeadline(here, due);
      if (!set.ok) return set.field ? { ...set, field: 'reportBy' } : set;
    }
    await store.changeExternal(here.store, id, { state, resultOn, decision, word });
    const facts = { state, on: resultOn, decision: decision === null ? null : hashOf(decision) };
    await note(here, committee, id, person, 'outcome', facts);
    return done();
  });
}

/**
 * It was reported upward, on paper: by whoever is responsible, or recorded by those who keep the list. Refusals:
 * external-no-result, external-reported {on}, external-reported-before-result {result, reported}, those of the day.
 */
export async function recordReport(
  act: Act,
  input: {
    readonly nomination: ExternalNominationId;
    readonly reportedOn: PlainDate;
    readonly reportNumber: string | null;
  },
): Promise<Outcome<void, ExternalRefusal>> {
  const { reportedOn } = input;
  const reportNumber = input.reportNumber?.normalize('NFC').trim() || null;
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    await store.holdExternal(tx, input.nomination);
    const seen = await seeExternal(here, input.nomination);
    if (!seen.ok) return seen;
    const { id, committee, person, responsible, state, resultOn, reportedOn: before } = seen.value.nomination;
    if (state === 'preparing' || state === 'withdrawn' || resultOn === null) return refused('external-no-result');
    if (before !== null) return refused('external-reported', { on: before });
    const wrong = rules.wrongDay('reportedOn', reportedOn, dateIn(act.zone, act.now));
    if (wrong) return wrong;
    if (reportedOn < resultOn) {
      return refused('external-reported-before-result', { result: resultOn, reported: reportedOn }, 'reportedOn');
    }
    if ((reportNumber?.length ?? 0) > rules.textMax) {
      return refused('external-words-too-long', { max: rules.textMax }, 'reportNumber');
    }
    await store.changeExternal(tx, id, { reportedOn, reportNumber });
    await cancelDeadline(here, { kind: externalSubject, id });
    await dutyDone(tx, act, { subject: { kind: externalSubject, id }, persons: [responsible] });
    const facts = { on: reportedOn, number: reportNumber === null ? null : hashOf(reportNumber) };
    await note(here, committee, id, person, 'reported', facts);
    return done();
  });
}

/** For those who keep the list; of two at once the second waits, and looks again. */
async function keeping<T>(
  act: Act,
  id: ExternalNominationId,
  work: (here: Act, seen: ExternalSight) => Promise<Outcome<T, ExternalRefusal>>,
): Promise<Outcome<T, ExternalRefusal>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    await store.holdExternal(tx, id);
    const seen = await seeExternal(here, id);
    if (!seen.ok) return seen;
    return seen.value.mayKeep ? work(here, seen.value) : refused('external-not-yours');
  });
}

async function note(
  act: Act,
  committee: CommitteeId,
  id: ExternalNominationId,
  nominee: PersonId,
  what: string,
  facts: Parameters<typeof record>[2]['facts'],
): Promise<void> {
  const subject = { kind: externalSubject, id };
  await record(act.store, act, { kind: `external-nominations.${what}`, committee, subject, nominee, facts });
}
