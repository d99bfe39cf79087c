/** What lies in a parcel, and what is missing before it may be sent. */
import { createHash } from 'node:crypto';
import type { Act } from '../../../kernel/act.ts';
import { clockworkViewer } from '../../access/operations.ts';
import type { Viewer } from '../../access/types.ts';
import { listRounds as listVotes } from '../../ballots/operations/look.ts';
import { incompleteDossiers } from '../../dossiers/operations/look.ts';
import { listsOf, openUntil } from '../../reviews/operations/lists.ts';
import { seeRounds } from '../../reviews/operations/look.ts';
import { seeSynthesis } from '../../reviews/operations/synthesis.ts';
import { casesOf, missingFrom } from '../rules/parcel.ts';
import { unitsOf } from '../rules/units.ts';
import { parcelsBelow } from '../store/below.ts';
import type { Content, Missing, Paper, Submission } from '../types.ts';

export interface Parcel {
  readonly missing: readonly Missing[];
  /** The list, what was said of it and how it was voted on; then the papers from outside. */
  readonly papers: readonly Paper[];
}

/** As the acting person sees it, who has been authorised. */
export async function parcelOf(act: Act, viewer: Viewer, submission: Submission): Promise<Parcel> {
  const { content } = submission;
  return content.kind === 'list' ? ofList(act, viewer, submission, content) : ofUnits(act, submission, content);
}

/** What the units handed in, as they handed it in: a list that was changed or taken back since holds the parcel. */
async function ofUnits(
  act: Act,
  submission: Submission,
  { isOutdated }: Extract<Content, { kind: 'units' }>,
): Promise<Parcel> {
  const eyes = clockworkViewer({ ...act, member: null, person: null }, submission.committee);
  const units = unitsOf(submission);
  const seats = submission.seats.flatMap(({ origins }) => origins.flatMap(({ seatBelow }) => seatBelow ?? []));
  const parcels = await parcelsBelow(act.store, eyes, seats);
  const gone = parcels.filter((one) => one.state === 'withdrawn' || (one.passedIn && one.passedIn !== submission.id));
  const names = units
    .filter((unit) =>
      unit.seats.some(({ origins }) =>
        origins.some(
          (one) => one.unit === unit.unit && gone.some((two) => two.seats.some(({ id }) => id === one.seatBelow)),
        ),
      ),
    )
    .map(({ name }) => name);
  return {
    missing: [
      ...(isOutdated ? [{ kind: 'units-changed' } as const] : []),
      ...(names.length > 0 ? [{ kind: 'units-gone', names } as const] : []),
    ],
    papers: unitPapers(submission),
  };
}

/** One for each unit, with a check sum of what stands of its list here; then the papers from outside. */
export function unitPapers(submission: Submission): readonly Paper[] {
  const units = unitsOf(submission).map(({ unit, name, number, dated, seats }) => ({
    ...{ ...nothingKnown, kind: 'unit' as const, source: unit, title: name, number, dated },
    sha256: hashed(seats.map(({ positionTitle, shown, person }) => [positionTitle, shown, person])),
  }));
  return [...units, ...submission.papers.filter(({ kind }) => kind === 'other')];
}

async function ofList(
  act: Act,
  viewer: Viewer,
  submission: Submission,
  { list: listId, plan, listNumber }: Extract<Content, { kind: 'list' }>,
): Promise<Parcel> {
  const [lists, reviews, votes] = [
    await listsOf(act, viewer.committee),
    await seeRounds(act, viewer.committee),
    await listVotes(act, viewer.committee),
  ];
  const ofPlan = lists.ok ? lists.value.filter((list) => list.plan === plan) : [];
  const list = ofPlan.find(({ id }) => id === listId);
  const voted = votes.ok
    ? votes.value.rounds.flatMap(({ round }) =>
        round.subject.kind === 'list' && round.subject.list === listId ? [round] : [],
      )
    : [];
  const reviewed = reviews.ok
    ? reviews.value.rounds.flatMap(({ round }) => (round.list.id === listId && round.state === 'closed' ? [round] : []))
    : [];
  const papers: Paper[] = [
    {
      ...nothingKnown,
      kind: 'list',
      source: listId,
      version: listNumber,
      sha256: hashed(list?.entries.map(({ nomination, nominationVersion }) => [nomination, nominationVersion])),
    },
  ];
  for (const round of reviewed) {
    const synthesis = await seeSynthesis(act, round.id);
    papers.push({
      ...nothingKnown,
      kind: 'review',
      source: round.id,
      version: round.synthesisVersion,
      sha256: synthesis.ok ? hashed(synthesis.value) : null,
    });
  }
  for (const round of voted.filter(({ state }) => state === 'closed')) {
    papers.push({ ...nothingKnown, kind: 'vote', source: round.id, sha256: hashed(round.rulings) });
  }
  const persons = casesOf(submission.seats);
  const dossiers = await incompleteDossiers(act, viewer, { plan, persons });
  if (dossiers.kept.length > 0) {
    papers.push({ ...nothingKnown, kind: 'dossiers', sha256: hashed(dossiers.kept) });
  }
  return {
    missing: missingFrom({
      list: {
        number: listNumber,
        entries: (list?.entries ?? []).map(({ isWithdrawn, shown }) => ({
          isWithdrawn,
          fullName: shown?.fullName ?? null,
        })),
      },
      newest: Math.max(listNumber, ...ofPlan.map(({ number }) => number)),
      reviewOpen: (await openUntil(act, plan)) !== null,
      voteOpen: voted.some(({ state }) => state === 'open' || state === 'scheduled'),
      dossiers,
    }),
    papers: [...papers, ...submission.papers.filter(({ kind }) => kind === 'other')],
  };
}

const nothingKnown = { title: null, number: null, dated: null, version: null, source: null };

function hashed(content: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(content ?? null))
    .digest('hex');
}
