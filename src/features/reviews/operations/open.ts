/** Opening a round: prepared and previewed first, then confirmed, with a minute to undo it before anybody is told. */
import { record } from '../../../audit/record.ts';
import { isConflict } from '../../../database/conflict.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { cancelBatch, sendAll } from '../../../delivery/send.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import { type CommitteeId, type Id, newId, type PlanId, type ReviewRoundId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import { isAway } from '../../committees/rules.ts';
import type { Membership } from '../../committees/types.ts';
import { cancelDeadline, type DeadlineRefusal, previewDeadline, setDeadline } from '../../deadlines/operations/set.ts';
import type { StatedDate } from '../../deadlines/types/dates.ts';
import type { DateOrderRefusal } from '../../deadlines/types/duties.ts';
import type { FreezeRefusal } from '../rules/freeze.ts';
import { usualVisibility } from '../rules/rule-set.ts';
import * as receipts from '../store/receipts.ts';
import * as rounds from '../store/rounds.ts';
import type { Round, Visibility } from '../types/nouns.ts';
import type { Opened, Preview } from '../types/seen.ts';
import { cardKinds, invitationKey } from './cards.ts';
import { checkClosing, closeOf } from './closing.ts';
import { freezeList, openUntil } from './lists.ts';
import { ownDeputy, tellDeputy } from './receipt.ts';
import { cancelBoxOf, putAwayPrepared } from './sealed-boxes.ts';
import { everythingOf } from './seat.ts';
import { membersWith } from './tell.ts';

export const undoMs = 60_000;
const whyMax = 500;

export type PrepareRefusal =
  | AccessRefusal
  | FreezeRefusal
  | DeadlineRefusal
  | DateOrderRefusal
  | 'plan-unknown'
  | 'review-again-why'
  | 'review-why-too-long';

/**
 * Freezes the list if it has changed since the last one, and prepares a round on it; nobody is told yet. A list that was
 * reviewed before is reviewed again only with a reason: review-again-why {closedAt}. Other refusals: access, those of
 * freezing, date-past, closes-before-asked {until}.
 */
export async function prepareRound(
  act: Act,
  input: {
    committee: CommitteeId;
    plan: PlanId;
    stated: StatedDate;
    /** When it closes, if later than the date asked for. */
    closes?: StatedDate | null;
    why: string | null;
    /** Not given: as is usual under the plan's rule set. */
    visibility?: Visibility;
  },
): Promise<Outcome<Preview, PrepareRefusal>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const { committee, plan, stated } = input;
    const why = input.why?.trim() ? input.why.normalize('NFC') : null;
    if ((why?.length ?? 0) > whyMax) return refused('review-why-too-long', { max: whyMax }, 'why');
    const viewer = await authorise(here, committee, 'review.open');
    if (!viewer.ok) return viewer;
    const due = await previewDeadline(here, { committee, stated });
    if (!due.ok) return due;
    const { closes = null } = input;
    const end = closes && (await previewDeadline(here, { committee, stated: closes }));
    if (end && !end.ok) return { ...end, field: 'closesDate' };
    const order = checkClosing(due.value.dueAt, end ? end.value.dueAt : null);
    if (!order.ok) return order;
    const frozen = await freezeList(here, { committee, plan });
    if (!frozen.ok) return frozen;
    const { list, isNew, leftOut } = frozen.value;
    const before = await rounds.listRounds(tx, everythingOf(here, { committee }), { states: ['closed'], plan });
    const last = before.find((round) => round.list.id === list.id);
    if (last && !why) return refused('review-again-why', { closedAt: last.closedAt }, 'why');
    await putAwayPrepared(here, { committee, plan });
    const id = await rounds.insertPrepared(
      tx,
      {
        committee,
        plan,
        list: list.id,
        stated,
        closes,
        againOf: last?.id ?? null,
        why: last ? why : null,
        visibility: input.visibility ?? usualVisibility(list),
      },
      { at: act.now, person: act.person },
    );
    const people = await membersWith(here, { committee }, 'review.comment');
    const round = await rounds.findRound(tx, viewer.value, id);
    const dates = { due: due.value, closes: end ? end.value : null };
    return round ? done({ round, isNewList: isNew, leftOut, people, ...dates }) : refused('candidates-none');
  });
}

export type OpenRefusal =
  | AccessRefusal
  | DeadlineRefusal
  | 'review-unknown'
  | 'review-still-open'
  | 'review-cancelled'
  | 'review-closed'
  | SealRefusal;

export type SealRefusal = 'review-is-anonymous' | 'review-too-few' | 'keys-missing' | 'box-not-prepared';

/** Opens the box of an anonymous round in the same transaction; answers with those who can send a paper. */
export type SealRound = (
  here: Act,
  round: Round,
  people: readonly Membership[],
) => Promise<Outcome<readonly Membership[], SealRefusal>>;

/**
 * Opens a prepared round: who takes part is frozen, the date is set, and each of them gets a private card in a minute
 * unless it is undone. Refusals: access; review-still-open {until} (this or another round on the plan was faster),
 * review-cancelled (another preview took its place), review-closed {closedAt}, date-past, review-unknown; of an anonymous
 * round, which `seal` opens, those of sealing.
 */
export async function openRound(
  act: Act,
  id: ReviewRoundId,
  seal: SealRound | null = null,
): Promise<Outcome<Opened, OpenRefusal>> {
  let plan: PlanId | null = null;
  try {
    return await inTransaction(act, async (tx) => {
      const here = inside(act, tx);
      const found = await roundToOpen(here, id);
      if (!found.ok) return found;
      const round = found.value;
      plan = round.list.plan;
      if ((round.kind === 'anonymous') !== (seal !== null)) return refused('review-is-anonymous');
      const members = await membersWith(here, round, 'review.comment');
      const taking = seal ? await seal(here, round, members) : done(members);
      if (!taking.ok) return taking;
      const people = taking.value;
      const heldUntil = new Date(act.now.getTime() + undoMs);
      const batch = newId<Id<'batch'>>();
      await rounds.changeState(tx, id, 'prepared', { state: 'open', openedAt: act.now, batchId: batch, heldUntil });
      await rounds.insertParticipants(tx, id, people);
      const subject = { kind: 'review-round', id };
      const { committee, stated, closes } = round;
      const deadline = await setDeadline(here, { committee, subject, ladder: 'date', stated });
      if (!deadline.ok) return deadline;
      const end =
        closes && (await setDeadline(here, { committee, subject: closeOf(id), ladder: 'date', stated: closes }));
      if (end && !end.ok) return end;
      const nominees = [...new Set((await wholeList(here, round)).map(({ person }) => person))];
      await sendAll(
        tx,
        act,
        people.map(({ person }) => ({
          kind: cardKinds.invitation,
          ids: { round: id },
          to: { person },
          committee,
          key: invitationKey(id, person),
          holdUntil: heldUntil,
          batch,
          mayRepeat: true,
          nominees,
        })),
      );
      // Nobody stands in for somebody else's secret paper.
      for (const member of round.kind === 'anonymous' ? [] : people.filter((one) => isAway(one, act.now))) {
        const to = ownDeputy(people, member);
        if (!to) continue;
        await receipts.putPassed(tx, id, member.person, to, act.now);
        await tellDeputy(here, round, member.person, to, { holdUntil: heldUntil, batch });
      }
      await record(tx, act, {
        kind: 'reviews.opened',
        committee,
        subject,
        facts: { plan: round.list.plan, list: round.list.id, dueAt: deadline.value.due.dueAt, people: people.length },
      });
      const opened = await rounds.findRound(tx, found.viewer, id);
      return opened
        ? done({ round: opened, due: deadline.value.due, people: people.length, heldUntil })
        : refused('review-unknown');
    });
  } catch (error) {
    if (!isConflict(error) || plan === null) throw error;
    return stillOpen(act, plan);
  }
}

/**
 * Takes the opening back while nobody has been told. Refusals: access, review-unknown, undo-too-late {until};
 * review-cancelled when it was undone before.
 */
export async function undoOpening(
  act: Act,
  id: ReviewRoundId,
): Promise<Outcome<Round, AccessRefusal | 'review-unknown' | 'review-undo-too-late' | 'review-cancelled'>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const committee = await rounds.committeeOfRound(tx, id);
    if (!committee) return refused('review-unknown');
    const viewer = await authorise(here, committee, 'review.open');
    if (!viewer.ok) return viewer;
    await rounds.holdRound(tx, id);
    const round = await rounds.findRound(tx, viewer.value, id);
    if (!round) return refused('review-unknown');
    if (round.state === 'cancelled') return refused('review-cancelled');
    const { heldUntil, batch } = round;
    const isInTime = round.state === 'open' && heldUntil !== null && act.now < heldUntil;
    if (!isInTime || !batch || !(await cancelBatch(tx, act, batch))) {
      return refused('review-undo-too-late', { until: heldUntil });
    }
    await rounds.changeState(tx, id, 'open', { state: 'cancelled' });
    if (round.kind === 'anonymous') await cancelBoxOf(here, round);
    await cancelDeadline(here, { kind: 'review-round', id });
    await cancelDeadline(here, closeOf(id));
    await record(tx, act, {
      kind: 'reviews.opening-undone',
      committee,
      subject: { kind: 'review-round', id },
      facts: {},
    });
    return done(round);
  });
}

async function roundToOpen(act: Act, id: ReviewRoundId) {
  const committee = await rounds.committeeOfRound(act.store, id);
  if (!committee) return refused('review-unknown');
  const viewer = await authorise(act, committee, 'review.open');
  if (!viewer.ok) return viewer;
  await rounds.holdRound(act.store, id);
  const round = await rounds.findRound(act.store, viewer.value, id);
  if (!round) return refused('review-unknown');
  if (round.state === 'cancelled') return refused('review-cancelled');
  if (round.state === 'closed') return refused('review-closed', { closedAt: round.closedAt });
  if (round.state === 'open' || (await rounds.openRoundOf(act.store, round.list.plan))) {
    return stillOpen(act, round.list.plan);
  }
  return { ...done(round), viewer: viewer.value };
}

async function stillOpen(act: Act, plan: PlanId) {
  const until = await openUntil(act, plan);
  return refused('review-still-open', { until: until instanceof Date ? until : null });
}

async function wholeList(act: Act, round: Round) {
  const everything = await rounds.findRound(act.store, everythingOf(act, round), round.id);
  return everything?.list.entries ?? [];
}
