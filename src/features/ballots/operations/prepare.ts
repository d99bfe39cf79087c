/** Preparing a round: what it is about, by which rule, until when. Nobody is asked before the preview is confirmed. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { CommitteeId, ConferenceId, NomineeListId, PersonId, PositionId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dateIn, momentAt, type PlainDate, type PlainTime, timeIn } from '../../../kernel/time.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import type { Viewer } from '../../access/types.ts';
import { committeeHeader, membersOf } from '../../committees/operations/look.ts';
import type { Committee, Membership } from '../../committees/types.ts';
import { type DeadlineRefusal, previewDeadline } from '../../deadlines/operations/set.ts';
import type { DueMoment, StatedDate } from '../../deadlines/types/dates.ts';
import { ruleSetInForce } from '../../eligibility/operations.ts';
import { plansOf } from '../../plans/operations/look.ts';
import { listsOf, seeList } from '../../reviews/operations/lists.ts';
import type { NomineeList } from '../../reviews/types/nouns.ts';
import { leadingOf } from '../../sittings/operations/votes.ts';
import { checkCanOpen, type OpeningReason } from '../rules/before-opening.ts';
import { candidatesPerPaper, isSealed, questionMax } from '../rules/course.ts';
import { shieldOf } from '../rules/secret.ts';
import { voteRulesFor } from '../rules/vote-rules-for.ts';
import * as store from '../store/rounds.ts';
import { type BallotMode, type BallotPlace, type BallotRound, type BallotRoundId, motion } from '../types/round.ts';
import type { VoteRule } from '../types/vote-rule.ts';
import { type Asked, askedSeen, personsOn, runnersSeen } from './electorate.ts';
import { eyesOf } from './eyes.ts';
import { authoriseRun, ballotKind, findRound } from './look.ts';
import { checkPapersReach } from './room-electorate.ts';

export const ballotSubject = ballotKind;

export interface ToPrepare {
  readonly committee: Committee;
  /** Those that the acting person sees whole, the newest first. */
  readonly lists: readonly NomineeList[];
  /** The usual one first. */
  readonly rules: readonly VoteRule[];
  readonly members: readonly Membership[];
}

/** What the form offers. Refusals: access (ballot.run, or the chair of the conference). */
export async function prepareForm(
  act: Act,
  committee: CommitteeId,
  conference: ConferenceId | null = null,
): Promise<Outcome<ToPrepare, AccessRefusal>> {
  const viewer = await authorisePreparing(act, committee, conference);
  if (!viewer.ok) return viewer;
  const header = await committeeHeader(act, committee);
  if (!header) return refused('committee-unknown');
  const lists = await listsOf(act, committee);
  return done({
    committee: header,
    lists: lists.ok ? lists.value.slice(0, 50) : [],
    rules: rulesOf(act, header),
    members: await membersOf(act, committee),
  });
}

function rulesOf(act: Act, committee: Pick<Committee, 'zone' | 'profile'>): readonly VoteRule[] {
  return voteRulesFor(ruleSetInForce({ now: act.now, zone: committee.zone }, committee.profile));
}

export interface RoundForm {
  readonly subject:
    | { readonly kind: 'question'; readonly text: string }
    | { readonly kind: 'list'; readonly list: NomineeListId; readonly position: PositionId | null };
  readonly rule: string;
  readonly place: BallotPlace;
  /** In the chat with more secrecy than the rule asks for; left out: as the rule says. */
  readonly mode?: 'secret' | 'unnamed';
  /** By which papers are taken. Without a time: to the end of that working day. */
  readonly closes: StatedDate;
  /** On the committee's clock; null: as soon as it is confirmed. */
  readonly opens: { readonly date: PlainDate; readonly time: PlainTime } | null;
  readonly settlesAfter: number | null;
  readonly tellers: readonly PersonId[];
  readonly conference: ConferenceId | null;
  readonly item: string | null;
  /** Of a plan's procedure; left out: it stands for itself. */
  readonly step?: BallotRound['step'];
}

export type PrepareRefusal =
  | AccessRefusal
  | DeadlineRefusal
  | 'ballot-question-empty'
  | 'ballot-question-too-long'
  | 'ballot-rule-unknown'
  | 'ballot-list-unknown'
  | 'ballot-no-candidates'
  | 'ballot-too-many-candidates'
  | 'ballot-opens-late'
  | 'ballot-unnamed-not-secret'
  | 'ballot-too-few-for-secret'
  | 'ballot-teller-stands'
  | 'ballot-two-tellers'
  | 'ballot-ranked-in-room'
  | 'ballot-room-needed'
  | OpeningReason;

export interface Prepared {
  readonly committee: Committee;
  readonly round: BallotRound;
  readonly asked: Asked;
  readonly due: DueMoment;
  /** Names of those who will read every number of the count, announced or not. */
  readonly minutesTo: readonly string[];
}

/**
 * Keeps the round as prepared, for the preview. Everybody on the list stands in it, also those whose case is closed to
 * whoever prepares it: what is counted, shown and refused is what that person may see. Refusals: access; of the date;
 * ballot-question-empty, ballot-list-unknown, ballot-no-candidates,
 * ballot-too-many-candidates {count, max}, ballot-opens-late {from, until}; ballot-unnamed-not-secret for an unnamed vote under a rule that asks for
 * a secret vote, outside the room; ballot-two-tellers and ballot-teller-stands for a count in the room; those of
 * checkCanOpen for a rule that nobody could meet.
 */
export async function prepareRound(
  act: Act,
  input: { readonly committee: CommitteeId; readonly form: RoundForm },
): Promise<Outcome<Prepared, PrepareRefusal>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const { form } = input;
    const header = await committeeHeader(here, input.committee);
    if (!header) return refused('committee-unknown');
    const rule = rulesOf(here, header).find(({ key }) => key === form.rule);
    if (!rule) return refused('ballot-rule-unknown', {}, 'rule');
    const allowed = await authorisePreparing(here, input.committee, form.conference);
    if (!allowed.ok) return allowed;
    const asks = await whatIsAsked(here, input.committee, form.subject);
    if (!asks.ok) return asks;
    return keepRound(here, {
      ...{ committee: input.committee, form, rule, after: null, why: null },
      ...asks.value,
      viewer: allowed.value,
    });
  });
}

/** The right; inside a conference also a deputy who leads it, or the item under discussion. */
async function authorisePreparing(
  act: Act,
  committee: CommitteeId,
  conference: ConferenceId | null,
): Promise<Outcome<Viewer, AccessRefusal>> {
  const allowed = await authorise(act, committee, 'ballot.run');
  if (allowed.ok || allowed.reason !== 'right-missing' || conference === null) return allowed;
  const deputy = await authorise(act, committee, 'ballot.see');
  if (!deputy.ok || !deputy.value.roles.includes('deputy')) return allowed;
  const { leader } = await leadingOf(act, { conference, item: null });
  return leader === act.person ? deputy : allowed;
}

export type Asks = Pick<store.NewRound, 'subject' | 'questions'>;

/** The last part of every way to prepare a round: of a form, again, or the next one. `act` is inside a transaction. */
export async function keepRound(
  here: Act,
  input: Asks & {
    /** Who may run it. */
    readonly viewer: Viewer;
    readonly committee: CommitteeId;
    readonly form: Omit<RoundForm, 'subject' | 'rule'>;
    readonly rule: VoteRule;
    readonly after: BallotRound['after'];
    readonly why: string | null;
  },
): Promise<Outcome<Prepared, PrepareRefusal>> {
  const committee = await committeeHeader(here, input.committee);
  if (!committee) return refused('committee-unknown');
  const { viewer, form, rule, subject, questions } = input;
  // Papers that two tellers count in the room carry no name.
  const mode: BallotMode = form.place === 'room' ? 'open' : (form.mode ?? rule.secrecy.value);
  if (form.mode === 'unnamed' && rule.secrecy.value === 'secret')
    return refused('ballot-unnamed-not-secret', {}, 'place');
  const due = await previewDeadline(here, { committee: committee.id, stated: form.closes });
  if (!due.ok) return { ...due, field: 'date' };
  const closesAt = due.value.dueAt;
  const opensAt = form.opens ? momentAt(committee.zone, form.opens.date, form.opens.time) : null;
  if (opensAt && opensAt >= closesAt) {
    return refused('ballot-opens-late', { from: opensAt, until: closesAt }, 'opensDate');
  }
  const tellers = [...new Set(form.tellers)];
  const candidates = questions.flatMap((question) => question.candidates.map(({ person }) => person));
  if (form.place === 'room' && rule.paper.value.kind === 'ranked') {
    return refused('ballot-ranked-in-room', {}, 'rule');
  }
  if (form.place === 'room' && tellers.length !== 2) return refused('ballot-two-tellers', {}, 'tellers');
  if (tellers.some((teller) => candidates.includes(teller))) return refused('ballot-teller-stands', {}, 'tellers');
  const id = await store.insertRound(
    here.store,
    viewer,
    {
      ...{ subject, questions, rule, mode, place: form.place, closesAt, tellers },
      opensAt: opensAt && opensAt > here.now ? opensAt : null,
      settlesAfter: form.place === 'chat' && mode === 'open' ? form.settlesAfter : null,
      ...{ conference: form.conference, item: form.item, step: form.step ?? null },
      ...{ after: input.after, why: input.why },
    },
    { at: here.now, person: here.person },
  );
  const found = await findRound(here, id);
  if (!found.ok) return refused('ballot-list-unknown', {}, 'list');
  const { round } = found.value;
  const asked = await askedSeen(here, round);
  const canOpen = checkCanOpen(rule, asked.frozen);
  if (!canOpen.ok) return { ...canOpen, field: 'rule' };
  const reach = checkPapersReach(round, asked);
  if (!reach.ok) return reach;
  const senders = asked.electors.filter(({ isRecused, isReachable }) => !isRecused && isReachable).length;
  if (isSealed(round) && senders < shieldOf(rule)) {
    return refused('ballot-too-few-for-secret', { count: senders, shield: shieldOf(rule) }, 'rule');
  }
  await record(here.store, here, {
    kind: 'ballots.prepared',
    committee: committee.id,
    subject: { kind: ballotSubject, id },
    facts: { rule: rule.key, version: rule.ruleSet.version, mode, place: form.place },
    nominees: personsOn(round),
  });
  return done({ committee, round, asked, due: due.value, minutesTo: await readersOfCount(here, round) });
}

/** The questions with their candidates, as a round about this would have them. Refusals: those of prepareRound. */
export async function whatIsAsked(
  here: Act,
  committee: CommitteeId,
  subject: RoundForm['subject'],
): Promise<Outcome<Asks, PrepareRefusal>> {
  if (subject.kind === 'question') {
    const text = subject.text.normalize('NFC').trim();
    if (text === '') return refused('ballot-question-empty', {}, 'question');
    if (text.length > questionMax) return refused('ballot-question-too-long', { max: questionMax }, 'question');
    const question = { key: motion, title: '', position: null, seats: 1, candidates: [] };
    return done({ subject: { kind: 'question', text }, questions: [question] });
  }
  const seen = await seeList(here, subject.list);
  const all = await seeList({ ...here, member: null, person: null }, subject.list);
  if (!seen.ok || !all.ok || seen.value.committee !== committee) return refused('ballot-list-unknown', {}, 'list');
  const { position } = subject;
  const isMeant = (entry: NomineeList['entries'][number]) =>
    !entry.isWithdrawn && (position === null || entry.position === position);
  const entries = all.value.entries.filter(isMeant);
  // A case that is closed to whoever prepares it stands in the vote and in no answer.
  const count = seen.value.entries.filter(isMeant).length;
  if (count === 0) return refused('ballot-no-candidates', {}, 'list');
  if (count > candidatesPerPaper) {
    return refused('ballot-too-many-candidates', { count, max: candidatesPerPaper }, 'list');
  }
  const plan = (await plansOf(here, eyesOf(here, committee))).find(({ id }) => id === all.value.plan);
  const positions = [...new Set(entries.map((entry) => entry.position))];
  return done({
    subject: { kind: 'list', list: subject.list },
    questions: positions.map((id) => {
      const ofIt = entries.filter((entry) => entry.position === id);
      return {
        ...{ key: id as string, title: ofIt[0]?.positionTitle ?? '', position: id },
        seats: plan?.positions.find((one) => one.id === id)?.seats ?? 1,
        candidates: ofIt.map(({ person, nomination, id: entry, shown }) => ({
          ...{ person, nomination, entry: entry as string, fullName: shown?.fullName ?? null },
          ...{ post: shown?.statePost ?? shown?.partyPost ?? null, unit: shown?.unit ?? null },
          exception: null,
        })),
      };
    }),
  });
}

/** A moment as it would have been said, on the committee's clock. */
export function statedIn({ zone }: Pick<Committee, 'zone'>, at: Date): StatedDate {
  return { date: dateIn(zone, at), time: timeIn(zone, at) };
}

/** Those who run it and its tellers, in protocol order: the same whom takeCountMinutes lets read. */
async function readersOfCount(act: Act, round: BallotRound): Promise<readonly string[]> {
  const readers = new Set([...(await runnersSeen(act, round)), ...round.tellers]);
  const members = await membersOf(act, round.committee);
  return members.filter(({ person }) => readers.has(person)).map(({ fullName }) => fullName);
}

/** What the preview shows, again: for a card that was opened a second time. Refusals: access, ballot-unknown. */
export async function seePrepared(
  act: Act,
  id: BallotRoundId,
): Promise<Outcome<Prepared, AccessRefusal | DeadlineRefusal | 'ballot-unknown'>> {
  const found = await findRound(act, id);
  if (!found.ok) return found;
  const { committee, round } = found.value;
  const allowed = await authoriseRun(act, found.value);
  if (!allowed.ok) return allowed;
  const due = await previewDeadline(act, { committee: committee.id, stated: statedIn(committee, round.closesAt) });
  if (!due.ok) return due;
  const minutesTo = await readersOfCount(act, round);
  return done({ committee, round, asked: await askedSeen(act, round), due: due.value, minutesTo });
}
