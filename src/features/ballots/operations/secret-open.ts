/** A secret vote before it opens: key-holders are named and take their keys; then it opens with its box in one act. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { cancelBatch, refresh } from '../../../delivery/send.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import { type Id, newId, type PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, viewerFor } from '../../access/operations.ts';
import { membersOf } from '../../committees/operations/look.ts';
import type { Committee, Membership } from '../../committees/types.ts';
import { askKeyholders, prepareBox } from '../../sealing/operations/keys.ts';
import { boxOf, type SeenBox } from '../../sealing/operations/look.ts';
import { openBox } from '../../sealing/operations/open.ts';
import { openUnnamedBox } from '../../sealing/operations/unnamed.ts';
import type { Urns } from '../../sealing/operations/urns.ts';
import { isSealed, undoMs } from '../rules/course.ts';
import { sealedQuestions, sealedSize, shieldOf } from '../rules/secret.ts';
import * as store from '../store/rounds.ts';
import type { BallotRound, BallotRoundId } from '../types/round.ts';
import { cardKinds } from './cards.ts';
import { type AskedElector, askedSeen, concernedIn, runnersOf } from './electorate.ts';
import { eyesOf } from './eyes.ts';
import { authoriseRun, findRound } from './look.ts';
import { type Opened, type OpenRefusal, openRound, type SealBox } from './open.ts';
import { ballotSubject } from './prepare.ts';
import { prepareAnew } from './prepare-anew.ts';
import { boxSubject, cancelBoxOf } from './sealed-box.ts';

export type SecretRefusal =
  | 'ballot-unknown'
  | 'ballot-not-sealed'
  | 'ballot-open-already'
  | 'ballot-too-few-for-secret';

/** A sealed round that is not open yet, for those who run it. */
export interface SecretRound {
  readonly committee: Committee;
  readonly round: BallotRound;
  readonly members: readonly Membership[];
  /** Those who can send a sealed paper: with a vote and a chat account, and not recused. */
  readonly electors: readonly AskedElector[];
  /** Those with a vote who cannot, and nobody can for them. */
  readonly without: readonly AskedElector[];
  readonly shield: number;
  /** Whose names stand on the papers: no key-holders. */
  readonly candidates: readonly PersonId[];
}

/** Refusals: access (ballot.run); ballot-not-sealed; ballot-open-already; ballot-too-few-for-secret {count, shield}. */
export async function seeSecret(
  act: Act,
  id: BallotRoundId,
): Promise<Outcome<SecretRound, AccessRefusal | SecretRefusal>> {
  const found = await findRound(act, id);
  if (!found.ok) return found;
  const { committee, round } = found.value;
  const allowed = await authoriseRun(act, found.value);
  if (!allowed.ok) return allowed;
  if (!isSealed(round)) return refused('ballot-not-sealed');
  if (round.state !== 'prepared') return refused('ballot-open-already');
  const { electors: asked } = await askedSeen(act, round);
  const electors = asked.filter(canSend);
  const shield = shieldOf(round.rule);
  if (electors.length < shield) return refused('ballot-too-few-for-secret', { count: electors.length, shield });
  return done({
    ...{ committee, round, electors, shield },
    members: await membersOf(act, committee.id),
    without: asked.filter((one) => !one.isRecused && !one.isReachable),
    candidates: await concernedIn(act, round),
  });
}

export function canSend({
  isRecused,
  isReachable,
}: {
  readonly isRecused: boolean;
  readonly isReachable: boolean;
}): boolean {
  return !isRecused && isReachable;
}

export interface NamedHolders extends SecretRound {
  readonly holders: readonly Membership[];
}

export type NamingRefusal =
  | AccessRefusal
  | SecretRefusal
  | 'keyholders-three'
  | 'ballot-holder-unfit'
  | 'ballot-keys-asked';

/**
 * Names the three; nobody is told yet. Refusals: of seeSecret; keyholders-three {needed, count}; ballot-holder-unfit
 * (without a chat account, recused from the case, or standing in it); ballot-keys-asked: they were named before.
 */
export async function nameHolders(
  act: Act,
  input: { readonly round: BallotRoundId; readonly holders: readonly PersonId[] },
): Promise<Outcome<NamedHolders, NamingRefusal>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    await store.holdRound(tx, input.round);
    const seen = await seeSecret(here, input.round);
    if (!seen.ok) return seen;
    const { round, members, candidates } = seen.value;
    const eyes = eyesOf(here, round.committee);
    if (await boxOf(here, eyes, boxSubject(round))) return refused('ballot-keys-asked');
    const holders: Membership[] = [];
    for (const person of new Set(input.holders)) {
      const member = members.find((one) => one.person === person && one.isReachable);
      const { recusedFrom } = await viewerFor(here, round.committee, person);
      const isConcerned = candidates.some((one) => one === person || recusedFrom.includes(one));
      if (!member || isConcerned) return refused('ballot-holder-unfit', {}, 'holders');
      holders.push(member);
    }
    const whole = (await store.findRound(tx, eyes, round.id)) ?? round;
    const box = await prepareBox(here, eyes, {
      subject: boxSubject(round),
      paperSize: sealedSize(round.rule.paper.value, sealedQuestions(whole)),
      holders: holders.map(({ person }) => person),
    });
    return box.ok ? done({ ...seen.value, holders }) : box;
  });
}

export interface AskedHolders {
  readonly round: BallotRound;
  readonly heldUntil: Date;
  readonly batch: string;
}

/** Each of the three gets a private card in a minute, unless it is undone. Refusals: of seeSecret; ballot-keys-first. */
export async function askForKeys(
  act: Act,
  id: BallotRoundId,
): Promise<Outcome<AskedHolders, AccessRefusal | SecretRefusal | 'ballot-keys-first'>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const found = await preparedBox(here, id);
    if (!found.ok) return found;
    const { round, seen } = found.value;
    const heldUntil = new Date(act.now.getTime() + undoMs);
    const batch = newId<Id<'batch'>>();
    await askKeyholders(here, seen.box.id, { batch, holdUntil: heldUntil });
    await record(tx, act, {
      kind: 'ballots.keys-asked',
      committee: round.committee,
      subject: { kind: ballotSubject, id },
      facts: { holders: seen.holders.map(({ person }) => person), batch },
    });
    return done({ round, heldUntil, batch });
  });
}

/** Within the minute: nobody was asked. The vote comes back as another prepared round. Refusals: of seeSecret; ballot-undo-too-late. */
export async function undoAsking(
  act: Act,
  input: { readonly round: BallotRoundId; readonly batch: string },
): Promise<Outcome<BallotRound, AccessRefusal | SecretRefusal | 'ballot-keys-first' | 'ballot-undo-too-late'>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const found = await preparedBox(here, input.round);
    if (!found.ok) return found;
    const isUndone = await cancelBatch(tx, act, input.batch, { box: found.value.seen.box.id });
    if (!isUndone) return refused('ballot-undo-too-late', { seconds: undoMs / 1000 });
    await store.changeRound(tx, input.round, ['prepared'], { state: 'cancelled' });
    await cancelBoxOf(here, found.value.round);
    const whole = await findRound(here, input.round);
    return whole.ok ? done(await prepareAnew(here, whole.value)) : done(found.value.round);
  });
}

/** Who has taken their key. Refusals: of seeSecret; ballot-keys-first: nobody is named yet. */
export async function seeKeys(
  act: Act,
  id: BallotRoundId,
): Promise<Outcome<SecretRound & { readonly seen: SeenBox }, AccessRefusal | SecretRefusal | 'ballot-keys-first'>> {
  return preparedBox(act, id);
}

async function preparedBox(act: Act, id: BallotRoundId) {
  const secret = await seeSecret(act, id);
  if (!secret.ok) return secret;
  const { round } = secret.value;
  const seen = await boxOf(act, eyesOf(act, round.committee), boxSubject(round));
  return seen ? done({ ...secret.value, seen }) : refused('ballot-keys-first');
}

/**
 * Opens the round and its box. The roll is fixed now, the shield is checked again on it, and who will see exact numbers in
 * any case. Refusals: of opening any round; keys-missing {taken, needed}; ballot-too-few-for-secret {count, shield}.
 */
export async function openSecret(act: Act, urns: Urns, id: BallotRoundId): Promise<Outcome<Opened, OpenRefusal>> {
  return openRound(act, id, sealWith(urns));
}

/** What opening does with the box of a sealed round, inside its transaction; also for the clock. */
export function sealWith(urns: Urns): SealBox {
  return async (here, round, asked) => {
    const electors = asked.filter(canSend).map(({ person }) => person);
    const shield = shieldOf(round.rule);
    if (electors.length < shield) return refused('ballot-too-few-for-secret', { count: electors.length, shield });
    const subject = boxSubject(round);
    const eyes = eyesOf(here, round.committee);
    if (round.mode === 'unnamed') {
      const paperSize = sealedSize(round.rule.paper.value, sealedQuestions(round));
      await openUnnamedBox(here, urns, { subject, paperSize, electors });
    } else {
      const box = await openBox(here, urns, { subject, electors });
      if (!box.ok) {
        return box.reason === 'keys-missing' ? refused('keys-missing', box.facts) : refused('ballot-keys-first');
      }
    }
    const holders = (await boxOf(here, eyes, subject))?.holders ?? [];
    await store.changeRound(here.store, round.id, ['open'], {
      numbersTo: [...new Set([...holders.map(({ person }) => person), ...(await runnersOf(here, round))])],
    });
    await refresh(here.store, here, { kind: cardKinds.keysReady, ids: { round: round.id } });
    return done();
  };
}
