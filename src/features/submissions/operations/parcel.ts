/** What lies in a parcel, and what is missing before it may be sent. */
import { createHash } from 'node:crypto';
import type { Act } from '../../../kernel/act.ts';
import type { Viewer } from '../../access/types.ts';
import { listRounds as listVotes } from '../../ballots/operations/look.ts';
import { incompleteDossiers } from '../../dossiers/operations/look.ts';
import { listsOf, openUntil } from '../../reviews/operations/lists.ts';
import { seeRounds } from '../../reviews/operations/look.ts';
import { seeSynthesis } from '../../reviews/operations/synthesis.ts';
import { missingFrom } from '../rules.ts';
import type { Missing, Paper, Submission } from '../types.ts';

export interface Parcel {
  readonly missing: readonly Missing[];
  /** The list, what was said of it and how it was voted on; then the papers from outside. */
  readonly papers: readonly Paper[];
}

/** As the acting person sees it, who has been authorised. */
export async function parcelOf(act: Act, viewer: Viewer, submission: Submission): Promise<Parcel> {
  const { list: listId, plan } = submission;
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
      version: submission.listNumber,
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
  const persons = submission.seats.map(({ person }) => person);
  const dossiers = await incompleteDossiers(act, viewer, { plan, persons });
  if (dossiers.kept.length > 0) {
    papers.push({ ...nothingKnown, kind: 'dossiers', sha256: hashed(dossiers.kept) });
  }
  return {
    missing: missingFrom({
      list: {
        number: submission.listNumber,
        entries: (list?.entries ?? []).map(({ isWithdrawn, shown }) => ({
          isWithdrawn,
          fullName: shown?.fullName ?? null,
        })),
      },
      newest: Math.max(submission.listNumber, ...ofPlan.map(({ number }) => number)),
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
