/** Answers of many that came by phone or letter, recorded at once and taken back within a minute. */
import { hashOf, record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { cancelBatch, refresh, sendAll } from '../../../delivery/send.ts';
import { foldName } from '../../../i18n/names.ts';
import { type Act, inside, type Via } from '../../../kernel/act.ts';
import { type ConferenceId, type Id, newId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import { dutyDone } from '../../deadlines/operations/cards.ts';
import { reasonMax } from '../rules/content.ts';
import { type AnswerRefusal, checkAnswer, endOf, holdMs, isHeld } from '../rules/life.ts';
import { whoIsMeant } from '../rules/names.ts';
import { nomineesShown } from '../store/nominees.ts';
import * as replies from '../store/replies.ts';
import * as summons from '../store/summons.ts';
import type { Summoned } from '../types.ts';
import { offeredAnswers } from './answer.ts';
import { findSeen } from './look.ts';

export interface ManyGiven {
  readonly conference: ConferenceId;
  /** What the form was opened for: a conference moved since is looked at again first. */
  readonly revision: number;
  /** One name a line. */
  readonly names: string;
  readonly answer: 'coming' | 'absent';
  readonly reason: string | null;
  readonly via: Via;
}

export interface ManyRecorded {
  readonly batch: string;
  readonly until: Date;
  readonly people: readonly Summoned[];
}

type ManyRefusal =
  | AccessRefusal
  | AnswerRefusal
  | 'conference-unknown'
  | 'conference-held'
  | 'conference-moved'
  | 'names-missing'
  | 'names-unclear';

/** How many unclear lines a refusal repeats. */
const linesTold = 5;

/**
 * All of them or nobody: a line that is not exactly one of those summoned is names-unclear, and nothing is recorded.
 * Whoever can be reached is told after a minute. A dozen statements, however many names.
 */
export async function recordMany(act: Act, given: ManyGiven): Promise<Outcome<ManyRecorded, ManyRefusal>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const found = await findSeen(here, given.conference);
    if (!found.ok) return found;
    const { committee, conference, revision, revisions, viewer, isCancelled } = found.value;
    const allowed = await authorise(here, committee.id, 'conference.record');
    if (!allowed.ok) return allowed;
    if (!revision) return refused('conference-unknown');
    if (isHeld(conference, act.now)) return refused('conference-held', { until: conference.held?.until ?? act.now });
    const seen = revisions.find((one) => one.number === given.revision);
    if (seen?.startsAt.getTime() !== revision.startsAt.getTime()) {
      return refused('conference-moved', { start: revision.startsAt });
    }
    const summoned = await summons.listSummoned(tx, viewer, conference.id, revision.number);
    const { found: people, unclear } = whoIsMeant(given.names, summoned, foldName);
    if (unclear.length > 0) {
      const lines = unclear.slice(0, linesTold).map(({ typed, perhaps }) => {
        const names = perhaps.map(({ fullName, post }) => [fullName, post].filter(Boolean).join(', '));
        return names.length === 0 ? `“${typed}”` : `“${typed}” (${names.join('? ')}?)`;
      });
      return refused('names-unclear', { count: unclear.length, lines }, 'names');
    }
    if (people.length === 0) return refused('names-missing', {}, 'names');
    const reason = given.answer === 'absent' ? given.reason?.normalize('NFC').trim() || null : null;
    const checked = checkAnswer(
      { answer: given.answer, reason, delegate: null },
      {
        ...{ isCancelled, startsAt: revision.startsAt, offered: offeredAnswers(revision), person: '', summoned: [] },
        reasonMax,
      },
      act.now,
    );
    if (!checked.ok) return checked;
    const persons = people.map(({ person }) => person);
    const batch = newId<Id<'batch'>>() as string;
    const until = new Date(act.now.getTime() + holdMs);
    await replies.insertRecorded(
      tx,
      conference.id,
      persons,
      {
        ...{ answer: given.answer, reason, revision: revision.number, startsAt: revision.startsAt },
        ...{ recordedBy: act.person, via: given.via, batch },
      },
      act.now,
    );
    await record(tx, act, {
      kind: 'conferences.answers-recorded',
      committee: committee.id,
      subject: { kind: 'conference', id: conference.id },
      facts: {
        ...{ revision: revision.number, answer: given.answer, persons },
        reason: reason === null ? null : hashOf(reason),
      },
      via: given.via,
    });
    const nominees = await nomineesShown(tx, viewer, conference.id, revision.number);
    await sendAll(
      tx,
      act,
      people
        .filter(({ isReachable }) => isReachable)
        .map(({ person }) => ({
          kind: 'conferences.recorded',
          ids: { conference: conference.id },
          to: { person },
          committee: committee.id,
          nominees,
          key: `conferences.recorded:${batch}:${person}`,
          holdUntil: until,
          batch,
          validUntil: endOf(revision),
        })),
    );
    await redraw(here, conference.id, persons);
    return done({ batch, until, people });
  });
}

/** Within the minute: what stood before stands again. Later: each answer is changed on its own. Twice is undo-nothing. */
export async function undoMany(
  act: Act,
  input: { readonly conference: ConferenceId; readonly batch: string },
): Promise<
  Outcome<{ readonly count: number }, AccessRefusal | 'conference-unknown' | 'undo-too-late' | 'undo-nothing'>
> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const found = await findSeen(here, input.conference);
    if (!found.ok) return found;
    const { committee, conference } = found.value;
    const allowed = await authorise(here, committee.id, 'conference.record');
    if (!allowed.ok) return allowed;
    const at = await replies.recordedAt(tx, conference.id, input.batch);
    if (!at) return refused('undo-nothing');
    const isOver = act.now.getTime() >= at.getTime() + holdMs;
    if (isOver || !(await cancelBatch(tx, act, input.batch, { conference: conference.id }))) {
      return refused('undo-too-late', { seconds: holdMs / 1000 });
    }
    const persons = await replies.takeBack(tx, conference.id, input.batch, act.now);
    if (persons.length === 0) return refused('undo-nothing');
    await record(tx, act, {
      kind: 'conferences.answers-taken-back',
      committee: committee.id,
      subject: { kind: 'conference', id: conference.id },
      facts: { persons },
    });
    await redraw(here, conference.id, persons);
    return done({ count: persons.length });
  });
}

async function redraw(act: Act, conference: ConferenceId, persons: readonly Summoned['person'][]): Promise<void> {
  await refresh(act.store, act, { kind: 'conferences.invitation', ids: { conference }, persons });
  await refresh(act.store, act, { kind: 'conferences.delegate', ids: { conference } });
  await dutyDone(act.store, act, { subject: { kind: 'conference', id: conference }, persons });
}
