/** The vote of a step: by the step's rule, on those whom the step before let through, or an exception with a reason. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { ConferenceId, PersonId, PositionId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import {
  type Asks,
  keepRound,
  type Prepared,
  type PrepareRefusal,
  type RoundForm,
  statedIn,
  whatIsAsked,
} from '../../ballots/operations/prepare.ts';
import { committeeHeader, membersOf } from '../../committees/operations/look.ts';
import type { Committee, Membership } from '../../committees/types.ts';
import { seeList } from '../../reviews/operations/lists.ts';
import { openItems } from '../../sittings/operations/open-items.ts';
import { checkIsNext, checkMayStand, votesOnCandidates } from '../rules/procedure.ts';
import { type ForStep, forStep, reasonMax } from '../rules/stand.ts';
import * as store from '../store.ts';
import { type ProcedureId, standKey } from '../types/current.ts';
import { type FoundStep, findStep, recordsToDecide, type StepRefusal } from './look.ts';

type AtStep = { readonly procedure: ProcedureId; readonly step: string };

export type StepVoteRefusal =
  | StepRefusal
  | 'procedure-step-not-next'
  | 'procedure-step-no-vote'
  | 'procedure-no-list'
  | 'step-before-is-open'
  | 'not-let-through';

export interface StepVoteParts extends FoundStep, ForStep {
  readonly committee: Committee;
  readonly members: readonly Membership[];
  /** Conferences under way, with their open items: the vote can be held on one of them. */
  readonly rooms: Awaited<ReturnType<typeof openItems>>;
}

/**
 * What the form of a step's vote offers. Refusals: access (ballot.run), procedure-unknown, procedure-step-no-vote,
 * procedure-step-not-next {number}, procedure-no-list (it votes on names, and no list was frozen), step-before-is-open.
 */
export async function stepVoteForm(act: Act, at: AtStep): Promise<Outcome<StepVoteParts, StepVoteRefusal>> {
  const found = await findStep(act, at, 'ballot.run');
  if (!found.ok) return found;
  const { current, step, rule, list } = found.value;
  if (rule === null) return refused('procedure-step-no-vote');
  const records = await recordsToDecide(act, current);
  const isNext = checkIsNext(current.procedure, records, step.key);
  if (!isNext.ok) return isNext;
  const onNames = votesOnCandidates(step);
  if (onNames && !list) return refused('procedure-no-list');
  const mayStand = checkMayStand(current.procedure, records, { step: step.key, candidates: [], exceptions: [] });
  if (!mayStand.ok) return mayStand;
  const committee = await committeeHeader(act, current.committee);
  if (!committee) return refused('committee-unknown');
  const named = onNames
    ? forStep(current.procedure, records, step.key, list?.entries ?? [])
    : { through: [], others: [] };
  const members = await membersOf(act, committee.id);
  return done({ ...found.value, ...named, committee, members, rooms: await openItems(act, committee.id) });
}

/** On an item of a conference under way, for so many minutes from the opening; or on its own, until a date. */
export type StepTime =
  | { readonly conference: null; readonly closes: RoundForm['closes'] | null }
  | { readonly conference: ConferenceId; readonly item: string; readonly minutes: number };

export interface StepVote extends AtStep {
  /** Of a step that decides on no names. */
  readonly question: string;
  /** Null: all positions of the list on one paper. */
  readonly position: PositionId | null;
  readonly form: Pick<RoundForm, 'place' | 'mode' | 'tellers'> & StepTime;
  /** Those of the list whom the step before did not let through and who stand all the same, with one reason. */
  readonly exceptions: readonly string[];
  readonly reason: string;
}

/**
 * Prepares the round and answers with its preview: nobody is asked before it is confirmed. Refusals: those of the form
 * and of preparing a round; procedure-date-missing on its own without a date; item-unknown where the item is closed or of no
 * conference under way; not-let-through {count} for an exception without a reason, procedure-reason-too-long {max},
 * procedure-nobody-stands.
 */
export async function prepareStepVote(
  act: Act,
  input: StepVote,
): Promise<
  Outcome<
    Prepared,
    | StepVoteRefusal
    | PrepareRefusal
    | 'procedure-reason-too-long'
    | 'procedure-nobody-stands'
    | 'procedure-date-missing'
    | 'item-unknown'
  >
> {
  const reason = input.reason.normalize('NFC').trim();
  if (reason.length > reasonMax) return refused('procedure-reason-too-long', { max: reasonMax }, 'reason');
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    await store.holdProcedure(tx, input.procedure);
    const parts = await stepVoteForm(here, input);
    if (!parts.ok) return parts;
    const { current, step, rule, list, others } = parts.value;
    if (rule === null) return refused('procedure-step-no-vote');
    const time = timeOf(act, parts.value, input.form);
    if (!time.ok) return time;
    const committee = current.committee;
    const subject = votesOnCandidates(step)
      ? ({ kind: 'list', list: list!.id, position: input.position } as const)
      : ({ kind: 'question', text: input.question } as const);
    const asks = await whatIsAsked(here, committee, subject);
    if (!asks.ok) return asks;
    const excepted = others
      .map(({ position, person }) => standKey(position, person))
      .filter((key) => input.exceptions.includes(key));
    const records = await recordsToDecide(here, current);
    const mayStand = checkMayStand(current.procedure, records, {
      ...{ step: step.key, candidates: excepted },
      exceptions: excepted.map((candidate) => ({ candidate, reason })),
    });
    if (!mayStand.ok) return { ...mayStand, field: 'reason' };
    // Everybody let through stands, also whose case is closed to whoever prepares the vote.
    const whole = list ? await seeList({ ...here, member: null, person: null }, list.id) : null;
    const entries = whole?.ok ? whole.value.entries : [];
    const { through } = forStep(current.procedure, records, step.key, entries);
    const standing = onlyThoseWhoMay(asks.value, { through, step }, { excepted, reason });
    if (standing.questions.length === 0) return refused('procedure-nobody-stands', {}, 'exceptions');
    const kept = await keepRound(here, {
      viewer: parts.value.viewer,
      ...{ committee, rule, after: null, why: null, ...standing },
      form: {
        ...{ ...wayOf(input.form), ...time.value, opens: null, settlesAfter: null },
        step: { procedure: current.id, key: step.key },
      },
    });
    if (kept.ok && excepted.length > 0) {
      await record(tx, act, {
        kind: 'procedures.exception-made',
        committee,
        subject: { kind: 'plan', id: current.plan },
        facts: { step: step.key },
        nominees: others.filter((one) => excepted.includes(standKey(one.position, one.person))).map(personOf),
      });
    }
    return kept;
  });
}

function wayOf({ place, mode, tellers }: StepVote['form']): Pick<RoundForm, 'place' | 'mode' | 'tellers'> {
  return { place, tellers, ...(mode ? { mode } : {}) };
}

function timeOf(
  { now }: Act,
  { rooms, committee }: Pick<StepVoteParts, 'rooms' | 'committee'>,
  form: StepVote['form'],
): Outcome<Pick<RoundForm, 'conference' | 'item' | 'closes'>, 'procedure-date-missing' | 'item-unknown'> {
  if (form.conference === null) {
    if (!form.closes) return refused('procedure-date-missing', {}, 'date');
    return done({ conference: null, item: null, closes: form.closes });
  }
  const { conference, item, minutes } = form;
  const room = rooms.find((one) => one.conference.id === conference);
  if (!room?.items.some(({ id }) => id === item)) return refused('item-unknown', {}, 'where');
  const closes = statedIn(committee, new Date(now.getTime() + minutes * 60_000));
  return done({ conference, item, closes });
}

function onlyThoseWhoMay(
  asks: Asks,
  { through, step }: Pick<StepVoteParts, 'through' | 'step'>,
  { excepted, reason }: { readonly excepted: readonly string[]; readonly reason: string },
): Asks {
  if (!votesOnCandidates(step)) return asks;
  const keys = through.map(({ position, person }) => standKey(position, person));
  const questions = asks.questions.map((question) => ({
    ...question,
    candidates: question.candidates
      .map((one) => ({ ...one, key: standKey(question.position, one.person) }))
      .filter(({ key }) => keys.includes(key) || excepted.includes(key))
      .map(({ key, ...one }) => ({ ...one, exception: excepted.includes(key) ? reason : null })),
  }));
  return { ...asks, questions: questions.filter(({ candidates }) => candidates.length > 0) };
}

function personOf({ person }: { readonly person: PersonId }): PersonId {
  return person;
}
