/** An anonymous round before it is out: previewed, its key-holders asked, and opened when they have taken their keys. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { cancelBatch, refresh } from '../../../delivery/send.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { CommitteeId, Id, PersonId, PlanId, ReviewRoundId } from '../../../kernel/ids.ts';
import { newId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise, viewerFor } from '../../access/operations.ts';
import { membersOf } from '../../committees/operations/look.ts';
import type { Membership } from '../../committees/types.ts';
import type { StatedDate } from '../../deadlines/types/dates.ts';
import { askKeyholders, prepareBox } from '../../sealing/operations/keys.ts';
import { boxOf, type SeenBox } from '../../sealing/operations/look.ts';
import { openBox } from '../../sealing/operations/open.ts';
import type { Urns } from '../../sealing/operations/urns.ts';
import { shieldOf } from '../rules/rule-set.ts';
import { makeAnonymous } from '../store/anonymous.ts';
import * as rounds from '../store/rounds.ts';
import type { Round } from '../types/nouns.ts';
import type { Opened, Preview } from '../types/seen.ts';
import { cardKinds } from './cards.ts';
import { type OpenRefusal, openRound, type PrepareRefusal, prepareRound, undoMs } from './open.ts';
import { electorsAmong, subjectOf } from './sealed-boxes.ts';
import { everythingOf } from './seat.ts';

export interface SealedPreview extends Preview {
  /** Those who can send a paper, of `people`. */
  readonly electors: readonly Membership[];
  readonly holders: readonly Membership[];
  readonly shield: number;
}

/**
 * Prepares the round and names its three key-holders; nobody is told yet. Refusals: of preparing any round;
 * review-too-few {count, shield}; keyholders-three {needed, count}; keyholder-unfit (without a chat account, or recused
 * from everybody on the list).
 */
export async function prepareAnonymous(
  act: Act,
  input: { committee: CommitteeId; plan: PlanId; stated: StatedDate; why: string | null; holders: readonly PersonId[] },
): Promise<Outcome<SealedPreview, PrepareRefusal | 'review-too-few' | 'keyholders-three' | 'keyholder-unfit'>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const prepared = await prepareRound(here, input);
    if (!prepared.ok) return prepared;
    const { round, people } = prepared.value;
    const whole = await rounds.findRound(tx, everythingOf(here, round), round.id);
    if (!whole) return refused('candidates-none');
    const electors = electorsAmong(people, whole, await rounds.recusalsAt(tx, round.committee, act.now));
    const shield = shieldOf(round.list);
    if (electors.length < shield) return refused('review-too-few', { count: electors.length, shield });
    const holders = await fitHolders(here, whole, input.holders);
    if (!holders) return refused('keyholder-unfit', {}, 'holders');
    await makeAnonymous(tx, round.id);
    const viewer = everythingOf(here, round);
    // 16 KiB hold some pages of comments on many nominees; for one nominee a page is enough.
    const paperSize = whole.list.entries.length === 1 ? 4_096 : 16_384;
    const box = await prepareBox(here, viewer, { subject: subjectOf(round), paperSize, holders: input.holders });
    if (!box.ok) return box;
    return done({ ...prepared.value, round: { ...round, kind: 'anonymous' }, electors, holders, shield });
  });
}

/** For the form: members who could hold a key. Refusals: access (review.open). */
export async function possibleHolders(
  act: Act,
  committee: CommitteeId,
): Promise<Outcome<readonly Membership[], AccessRefusal>> {
  const viewer = await authorise(act, committee, 'review.open');
  if (!viewer.ok) return viewer;
  return done((await membersOf(act, committee)).filter(({ isReachable }) => isReachable));
}

export interface AskedHolders {
  readonly round: Round;
  readonly heldUntil: Date;
  readonly batch: string;
}

/**
 * Each of the three gets a private card in a minute, unless it is undone. Refusals: access (review.open),
 * review-unknown, review-cancelled.
 */
export async function askForKeys(
  act: Act,
  id: ReviewRoundId,
): Promise<Outcome<AskedHolders, AccessRefusal | 'review-unknown' | 'review-cancelled'>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const found = await preparedRound(here, id);
    if (!found.ok) return found;
    const { round, seen } = found.value;
    const heldUntil = new Date(act.now.getTime() + undoMs);
    const batch = newId<Id<'batch'>>();
    await askKeyholders(here, seen.box.id, { batch, holdUntil: heldUntil });
    await record(tx, act, {
      kind: 'reviews.keys-asked',
      committee: round.committee,
      subject: { kind: 'review-round', id },
      facts: { holders: seen.holders.map(({ person }) => person), batch },
    });
    return done({ round, heldUntil, batch });
  });
}

/** Within the minute: nobody was asked. Refusals: access, review-unknown, review-cancelled, review-undo-too-late. */
export async function undoAsking(
  act: Act,
  input: { round: ReviewRoundId; batch: string },
): Promise<Outcome<void, AccessRefusal | 'review-unknown' | 'review-cancelled' | 'review-undo-too-late'>> {
  return inTransaction(act, async (tx) => {
    const found = await preparedRound(inside(act, tx), input.round);
    if (!found.ok) return found;
    const isUndone = await cancelBatch(tx, act, input.batch, { box: found.value.seen.box.id });
    if (!isUndone) return refused('review-undo-too-late', { until: null });
    await rounds.changeState(tx, input.round, 'prepared', { state: 'cancelled' });
    return done();
  });
}

/** Who has taken their key of a round that is not open yet. Refusals: access (review.open), review-unknown, review-cancelled. */
export async function seeKeys(
  act: Act,
  id: ReviewRoundId,
): Promise<Outcome<{ round: Round; seen: SeenBox }, AccessRefusal | 'review-unknown' | 'review-cancelled'>> {
  return preparedRound(act, id);
}

/**
 * Opens the round and its box. The roll is fixed now, and the shield is checked again on it. Refusals: of opening any
 * round; keys-missing {taken, needed}; review-too-few {count, shield}; box-not-prepared.
 */
export async function openAnonymous(act: Act, urns: Urns, id: ReviewRoundId): Promise<Outcome<Opened, OpenRefusal>> {
  return openRound(act, id, async (here, round, people) => {
    const whole = await rounds.findRound(here.store, everythingOf(here, round), id);
    if (!whole) return refused('box-not-prepared');
    const electors = electorsAmong(people, whole, await rounds.recusalsAt(here.store, round.committee, act.now));
    const shield = shieldOf(round.list);
    if (electors.length < shield) return refused('review-too-few', { count: electors.length, shield });
    const persons = electors.map(({ person }) => person);
    const box = await openBox(here, urns, { subject: subjectOf(round), electors: persons });
    if (!box.ok) return box;
    await refresh(here.store, act, { kind: cardKinds.keysReady, ids: { round: id } });
    return done(electors);
  });
}

async function preparedRound(act: Act, id: ReviewRoundId) {
  const committee = await rounds.committeeOfRound(act.store, id);
  if (!committee) return refused('review-unknown');
  const viewer = await authorise(act, committee, 'review.open');
  if (!viewer.ok) return viewer;
  const round = await rounds.findRound(act.store, viewer.value, id);
  const seen = round && (await boxOf(act, viewer.value, subjectOf(round)));
  if (!round || !seen || round.state === 'open' || round.state === 'closed') return refused('review-unknown');
  return round.state === 'cancelled' ? refused('review-cancelled') : done({ round, seen });
}

/** In the order given. Null when somebody cannot be asked in chat, or may not even know of the list. */
async function fitHolders(act: Act, round: Round, wanted: readonly PersonId[]): Promise<readonly Membership[] | null> {
  const members = await membersOf(act, round.committee);
  const holders: Membership[] = [];
  for (const person of wanted) {
    const member = members.find((one) => one.person === person && one.isReachable);
    const { hiddenNominees } = await viewerFor(act, round.committee, person);
    const seesSomebody = round.list.entries.some((entry) => !hiddenNominees.includes(entry.person));
    if (!member || !seesSomebody) return null;
    holders.push(member);
  }
  return holders;
}
