/** Whether a nominee stands: asked where the rule set asks, answered by themselves, or entered with how it came. */
import { hashOf, record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { cancelBatch, refresh } from '../../../delivery/send.ts';
import { type Act, inside, type Via, type ViaKind } from '../../../kernel/act.ts';
import type { CommitteeId, NominationId, PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { isPlainDate } from '../../../kernel/time.ts';
import { type AccessRefusal, authorise, viewerOf } from '../../access/operations.ts';
import type { Eyes } from '../../access/types.ts';
import { dutyDone } from '../../deadlines/operations/cards.ts';
import { ruleSetOfPlan } from '../../eligibility/operations.ts';
import type { ProposingRule } from '../../eligibility/types.ts';
import { holdPlan, planOf, plansOf } from '../../plans/operations/look.ts';
import type { Plan } from '../../plans/types.ts';
import { accountsOfPersons } from '../../workspaces/operations/accounts.ts';
import { consentVias, isToldToNominee, reasonsMax } from '../rules.ts';
import * as store from '../store/nominations.ts';
import type { ConsentState, Nomination } from '../types.ts';
import { type Told, tellConsent, undoSeconds } from './tell.ts';

export type ConsentAnswer = Extract<ConsentState, 'given' | 'declined'>;

export interface Asked {
  /** A card goes to the nominee; false: no account that may get one, so somebody has to ask outside the chat. */
  readonly inChat: boolean;
}

/**
 * For a name that has just come onto the list, inside its transaction. Whoever puts themselves forward has consented by
 * it. Null: the rule set asks nobody.
 */
export async function askForConsent(
  act: Act,
  rule: ProposingRule,
  nomination: Pick<Nomination, 'id' | 'person' | 'recordedBy' | 'via'>,
  isSelf: boolean,
): Promise<Asked | null> {
  if (rule.consent === 'not-asked') return null;
  const { recordedBy, via } = nomination;
  if (isSelf && (via === null || consentVias(rule).includes(via.kind))) {
    const given = { state: 'given', at: act.now, recordedBy, via, note: null } as const;
    await store.setConsent(act.store, nomination.id, given, act.now);
    return null;
  }
  // Until the minute of undo is over nobody has been asked.
  const at = new Date(act.now.getTime() + undoSeconds * 1000);
  const asked = { state: 'asked', at, recordedBy: null, via: null, note: null } as const;
  await store.setConsent(act.store, nomination.id, asked, act.now);
  const account = (await accountsOfPersons(act, [nomination.person])).get(nomination.person);
  return { inChat: account?.isActive === true && !account.isOutsider };
}

export interface OwnNomination {
  readonly nomination: Nomination;
  readonly plan: Plan;
  readonly rule: ProposingRule;
}

/** What somebody may know of their own nominations, member or not: nothing where the rule set tells them nothing. */
export async function ownNominations(act: Act, committee: CommitteeId): Promise<readonly OwnNomination[]> {
  return ownSeenBy(act, await viewerOf(act, committee));
}

/** The same for eyes that another operation has. */
export async function ownSeenBy(act: Act, eyes: Eyes): Promise<readonly OwnNomination[]> {
  const own = await store.listOwn(act.store, eyes);
  if (own.length === 0) return [];
  const plans = new Map((await plansOf(act, eyes)).map((plan) => [plan.id, plan]));
  return own.flatMap((nomination) => {
    const plan = plans.get(nomination.plan);
    if (!plan) return [];
    const rule = ruleSetOfPlan(plan).parameters.proposing.value;
    return isToldToNominee(nomination, rule, act.now) ? [{ nomination, plan, rule }] : [];
  });
}

/** The same over all committees of the workspace: for whoever belongs to none of them and asks outside a channel. */
export async function ownEverywhere(act: Act): Promise<readonly OwnNomination[]> {
  if (!act.person) return [];
  const committees = await store.committeesNaming(act.store, act.workspace, act.person);
  return (await Promise.all(committees.map((committee) => ownNominations(act, committee)))).flat();
}

export type ConsentRefusal =
  | AccessRefusal
  | 'nomination-unknown'
  | 'nomination-changed-meanwhile'
  | 'consent-closed'
  | 'consent-not-written'
  | 'consent-via-missing'
  | 'reasons-too-long';

export type Answered = Told & { readonly nomination: Nomination };

interface Answer {
  readonly committee: CommitteeId;
  readonly nomination: NominationId;
  readonly answer: ConsentAnswer;
  readonly note: string | null;
}

/**
 * The nominee's own answer; they may change it as long as they are on the list. Declining takes them off it. The
 * committee secretary is told. Refusals: nomination-unknown (also where the rule set tells nominees nothing),
 * consent-closed (no longer on the list, or the plan is closed), reasons-too-long.
 */
export async function answerConsent(act: Act, input: Answer): Promise<Outcome<Answered, ConsentRefusal>> {
  return inTransaction(act, async (tx) => {
    const within = inside(act, tx);
    const find = async () => (await ownNominations(within, input.committee)).find(isAbout(input.nomination));
    const seen = await find();
    if (!seen) return refused('nomination-unknown');
    const viewer = await viewerOf(within, input.committee);
    await holdPlan(within, viewer, seen.plan.id);
    const own = (await find()) ?? seen;
    return apply(within, own, { ...input, recordedBy: null, via: null });
  });
}

/**
 * What the nominee said outside the chat, entered with how it came; they are told where they can be reached. Refusals:
 * access (candidates.enter), nomination-unknown, consent-closed, consent-via-missing, consent-not-written (by phone or
 * in the room, where the rule set wants it in writing), reasons-too-long.
 */
export async function recordConsent(
  act: Act,
  input: Answer & { readonly via: Via | null },
): Promise<Outcome<Answered, ConsentRefusal>> {
  return inTransaction(act, async (tx) => {
    const within = inside(act, tx);
    const found = await toRecord(within, input);
    if (!found.ok) return found;
    const { via } = input;
    if (!via || (via.dated !== null && !isPlainDate(via.dated))) return refused('consent-via-missing', {}, 'via');
    if (!consentVias(found.value.rule).includes(via.kind)) return refused('consent-not-written', {}, 'via');
    return apply(within, found.value, { ...input, recordedBy: act.person });
  });
}

/** What the form needs. Refusals: as above. */
export async function consentToRecord(
  act: Act,
  at: Pick<Answer, 'committee' | 'nomination'>,
): Promise<Outcome<OwnNomination & { readonly vias: readonly ViaKind[] }, ConsentRefusal>> {
  const found = await toRecord(act, at, ['listed'], planOf);
  return found.ok ? done({ ...found.value, vias: consentVias(found.value.rule) }) : found;
}

/**
 * Within the minute an answer is taken back and nobody has been told. Refusals: nomination-unknown,
 * nomination-changed-meanwhile, too-late-to-undo; access for those who entered it.
 */
export async function undoConsent(
  act: Act,
  input: Pick<Answer, 'committee' | 'nomination'> & { readonly batch: string },
): Promise<Outcome<void, ConsentRefusal | 'too-late-to-undo'>> {
  return inTransaction(act, async (tx) => {
    const within = inside(act, tx);
    const own = (await ownNominations(within, input.committee)).find(isAbout(input.nomination));
    const found = own ? done(own) : await toRecord(within, input, ['listed', 'withdrawn']);
    if (!found.ok) return found;
    await holdPlan(within, await viewerOf(within, input.committee), found.value.plan.id);
    const { nomination } = found.value;
    const said = (await store.listConsents(tx, nomination)).slice(-2);
    const [before, now] = said;
    const isTheirs = now !== undefined && (now.recordedBy ?? nomination.person) === act.person;
    if (!before?.at || before.state === 'not-asked' || !isTheirs || now.state === 'asked') {
      return refused('nomination-changed-meanwhile');
    }
    if (!(await cancelBatch(tx, act, input.batch, { nomination: nomination.id }))) return refused('too-late-to-undo');
    if (now.state === 'declined') {
      const back = { state: 'listed', endedAt: null, endReason: null } as const;
      if (!(await store.changeNomination(tx, nomination, back))) return refused('nomination-changed-meanwhile');
    }
    await store.setConsent(tx, nomination.id, { ...before, state: before.state, at: before.at }, act.now);
    await record(tx, act, {
      kind: 'nominations.undone',
      committee: input.committee,
      subject: { kind: 'nomination', id: nomination.id },
      nominee: nomination.person,
      facts: { from: now.state, to: before.state, version: nomination.version },
    });
    await refresh(tx, act, { nominees: [nomination.person] });
    return done();
  });
}

/** The nomination, with the plan held unless it is only looked at, for whoever keeps the list. */
async function toRecord(
  act: Act,
  at: Pick<Answer, 'committee' | 'nomination'>,
  states: readonly Nomination['state'][] = ['listed'],
  readPlan: typeof planOf = holdPlan,
): Promise<Outcome<OwnNomination, ConsentRefusal>> {
  const viewer = await authorise(act, at.committee, 'candidates.enter');
  if (!viewer.ok) return viewer;
  const seen = await store.findNomination(act.store, viewer.value, at.nomination);
  const plan = seen ? await readPlan(act, viewer.value, seen.plan) : null;
  const nomination = plan ? await store.findNomination(act.store, viewer.value, at.nomination) : null;
  if (!plan || !nomination) return refused('nomination-unknown');
  if (!states.includes(nomination.state)) return refused('consent-closed');
  const rule = ruleSetOfPlan(plan).parameters.proposing.value;
  return rule.consent === 'not-asked' ? refused('consent-closed') : done({ nomination, plan, rule });
}

function isAbout(id: NominationId) {
  return ({ nomination }: OwnNomination) => nomination.id === id;
}

async function apply(
  act: Act,
  { nomination, plan, rule }: OwnNomination,
  input: Answer & { readonly recordedBy: PersonId | null; readonly via: Via | null },
): Promise<Outcome<Answered, ConsentRefusal>> {
  const { committee, answer, recordedBy, via } = input;
  if (nomination.state !== 'listed' || plan.isClosed || rule.consent === 'not-asked') return refused('consent-closed');
  const note = input.note?.normalize('NFC').trim() || null;
  if (note !== null && note.length > reasonsMax) {
    return refused('reasons-too-long', { max: reasonsMax, length: note.length }, 'note');
  }
  const consent = { state: answer, at: act.now, recordedBy, via, note } as const;
  await store.setConsent(act.store, nomination.id, consent, act.now);
  let { version } = nomination;
  if (answer === 'declined') {
    const gone = { state: 'withdrawn', endedAt: act.now, endReason: note } as const;
    if (!(await store.changeNomination(act.store, nomination, gone))) return refused('nomination-changed-meanwhile');
    version += 1;
  }
  await record(act.store, act, {
    kind: answer === 'given' ? 'nominations.consented' : 'nominations.consent-declined',
    committee,
    subject: { kind: 'nomination', id: nomination.id },
    nominee: nomination.person,
    onBehalfOf: recordedBy ? nomination.person : null,
    via,
    facts: { note: note === null ? null : hashOf(note), version },
  });
  // Cards that count the nominees, and the nominee's own, are worded again.
  await refresh(act.store, act, { nominees: [nomination.person] });
  await dutyDone(act.store, act, { subject: { kind: 'plan-names', id: plan.id }, persons: [nomination.person] });
  const after: Nomination = {
    ...nomination,
    state: answer === 'declined' ? 'withdrawn' : 'listed',
    consent,
    version,
  };
  return done({ nomination: after, ...(await tellConsent(act, committee, after)) });
}
