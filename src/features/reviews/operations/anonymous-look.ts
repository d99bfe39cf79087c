/** An anonymous round for those who run it, and what was on its papers once they are opened. */
import type { Act } from '../../../kernel/act.ts';
import type { PersonId, ReviewRoundId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise, viewerOf } from '../../access/operations.ts';
import { may } from '../../access/rules.ts';
import type { Viewer } from '../../access/types.ts';
import { boxOf, ownPapers, receiptsOf, turnoutOf } from '../../sealing/operations/look.ts';
import { askedAbout } from '../rules/asked.ts';
import { shieldOf } from '../rules/rule-set.ts';
import { type Electorate, exactEntries } from '../rules/shield.ts';
import { linesOf, sharesOf } from '../store/anonymous.ts';
import * as rounds from '../store/rounds.ts';
import type { AnonymousLine, AnonymousNominee, AnonymousSynthesis, SealedRound } from '../types/anonymous.ts';
import { aspects, type ListEntryId, type Round, type Stance, stances, type Words } from '../types/nouns.ts';
import { roundSubject } from './cards.ts';
import { eyesForSynthesis, partOf } from './lead.ts';
import { subjectOf } from './sealed-boxes.ts';
import { everythingOf } from './seat.ts';
import { dueOf } from './tell.ts';

/**
 * For whoever follows a round: whether enough have answered, never who, and while it is open never how many. Refusals:
 * access (review.progress), review-unknown.
 */
export async function seeSealedRound(
  act: Act,
  id: ReviewRoundId,
): Promise<Outcome<SealedRound, AccessRefusal | 'review-unknown'>> {
  const committee = await rounds.committeeOfRound(act.store, id);
  if (!committee) return refused('review-unknown');
  const viewer = await authorise(act, committee, 'review.progress');
  return viewer.ok ? sealedRound(act, viewer.value, id) : viewer;
}

async function sealedRound(
  act: Act,
  viewer: Viewer,
  id: ReviewRoundId,
): Promise<Outcome<SealedRound, 'review-unknown'>> {
  const round = await rounds.findRound(act.store, viewer, id);
  const seen = round && (await boxOf(act, viewer, subjectOf(round)));
  if (!round?.openedAt || !seen || round.state === 'cancelled') return refused('review-unknown');
  const { electors, sent } = await turnout(act, round, seen.box.id);
  const shield = shieldOf(round.list);
  return done({
    round,
    electors,
    shield,
    dueAt: await dueOf(act, id),
    box: seen.box.state,
    holders: seen.holders,
    isEnough: sent >= shield,
    returned: round.state === 'open' ? null : sent,
    mayOpen: may(viewer, 'review.open'),
  });
}

/** After the dispute period the roll is gone: then the receipts say how many papers there were. */
async function turnout(act: Act, round: Round, box: Parameters<typeof turnoutOf>[1]) {
  const counted = await turnoutOf(act, box);
  if (counted.electors > 0) return counted;
  const electors = (await rounds.participantsOf(act.store, round.id)).length;
  return { electors, sent: (await receiptsOf(act, box)).length };
}

export type AnonymousRefusal = AccessRefusal | 'review-unknown' | 'review-sealed' | 'review-withheld';

/**
 * What was said about each nominee that the acting person may see (a deputy: about those whom they lead for the chair); every comment stands alone, in random order. Refusals:
 * access (review.synthesis), review-unknown; review-sealed (open, or waiting for two key-holders), review-withheld
 * {returned, shield}: too few papers came, and nobody reads them.
 */
export async function seeAnonymous(
  act: Act,
  id: ReviewRoundId,
): Promise<Outcome<AnonymousSynthesis, AnonymousRefusal>> {
  const committee = await rounds.committeeOfRound(act.store, id);
  if (!committee) return refused('review-unknown');
  const eyes = await eyesForSynthesis(act, committee);
  if (!eyes.ok) return eyes;
  const sealed = await sealedRound(act, eyes.value.viewer, id);
  if (!sealed.ok) return sealed;
  const round = partOf(sealed.value.round, eyes.value.only);
  if (!round) return refused('review-unknown');
  const { box, electors, returned, shield } = sealed.value;
  if (box === 'withheld') return refused('review-withheld', { returned, shield });
  if ((box !== 'counted' && box !== 'destroyed') || returned === null) return refused('review-sealed');
  const lines = await linesOf(act.store, eyes.value.viewer, id);
  const exact = await exactIn(act, round);
  const nominees = round.list.entries.map((entry): AnonymousNominee => {
    const own = lines.filter((line) => line.entry === entry.id);
    return {
      entry,
      counts: exact.has(entry.id) ? counted(own) : null,
      comments: own.filter(hasWords),
    };
  });
  return done({ round, electors, returned, shield, shares: await sharesOf(act.store, id), nominees });
}

function hasWords({ text, aspects: said }: Words): boolean {
  return text !== null || aspects.some((aspect) => said[aspect] !== null);
}

/**
 * The receipts of all papers that were opened, sorted, without what was on them, for everybody who may know of the round.
 * Refusals: review-unknown, review-sealed.
 */
export async function seeReceipts(
  act: Act,
  id: ReviewRoundId,
): Promise<Outcome<{ round: Round; receipts: readonly string[] }, 'review-unknown' | 'review-sealed'>> {
  const committee = await rounds.committeeOfRound(act.store, id);
  if (!committee || !act.person) return refused('review-unknown');
  const viewer = await viewerOf(act, committee);
  const round = await rounds.findRound(act.store, viewer, id);
  const seen = round && (await boxOf(act, viewer, subjectOf(round)));
  const isTheirs = viewer.roles.length > 0 || (await ownPapers(act, act.person, roundSubject, [id])).has(id);
  if (!round || !seen || !isTheirs) return refused('review-unknown');
  const isCounted = seen.box.state === 'counted' || seen.box.state === 'destroyed';
  return isCounted ? done({ round, receipts: await receiptsOf(act, seen.box.id) }) : refused('review-sealed');
}

/** Decided over the whole list, whoever looks: two readers who see different nominees must not be able to put numbers together. */
async function exactIn(act: Act, round: Round): Promise<ReadonlySet<ListEntryId>> {
  const whole = await rounds.findRound(act.store, everythingOf(act, round), round.id);
  if (!whole) return new Set();
  const before = round.againOf && (await rounds.findRound(act.store, everythingOf(act, round), round.againOf));
  const shown = before?.kind === 'anonymous' ? await electoratesOf(act, before) : [];
  const people = shown.map((electorate) => electorate.people);
  return exactEntries(await electoratesOf(act, whole), people, shieldOf(round.list));
}

/** Who was asked about each nominee when the round opened. */
async function electoratesOf(act: Act, round: Round): Promise<readonly Electorate[]> {
  const participants = await rounds.participantsOf(act.store, round.id);
  const recusals = await rounds.recusalsAt(act.store, round.committee, round.openedAt ?? act.now);
  return round.list.entries.map((entry) => ({
    entry: entry.id,
    people: new Set<PersonId>(
      participants.filter(({ person }) => askedAbout([entry], person, recusals).length > 0).map(({ person }) => person),
    ),
  }));
}

function counted(lines: readonly AnonymousLine[]): Readonly<Record<Stance, number>> {
  const entries = stances.map((stance) => [stance, lines.filter((line) => line.stance === stance).length]);
  return Object.fromEntries(entries);
}
