/** The reader of comments as rules/visibility.ts wants to know them: put together in one place, for every way of reading. */
import type { PersonId } from '../../../kernel/ids.ts';
import type { Viewer } from '../../access/types.ts';
import { type CommentReader, maySeeComment, type OfRound } from '../rules/visibility.ts';
import type { ListEntry, Round } from '../types/nouns.ts';

export function ofRound({ state, visibility }: Pick<Round, 'state' | 'visibility'>): OfRound {
  return { isClosed: state === 'closed', visibility };
}

export function readerOf(viewer: Viewer, isReviewer: boolean): CommentReader {
  const { person, roles, hiddenNominees } = viewer;
  return { person, roles, isReviewer, hiddenNominees };
}

/** `sent`: what the reader has sent themselves. */
export function shownTo(
  viewer: Viewer,
  given: {
    round: Pick<Round, 'state' | 'visibility'>;
    participants: readonly { readonly person: PersonId }[];
    sent: { readonly lines: readonly { readonly entry: ListEntry['id'] }[] } | null;
  },
): (comment: { author: PersonId; chairOnly: boolean }, entry: Pick<ListEntry, 'id' | 'person'>) => boolean {
  const reader = readerOf(
    viewer,
    given.participants.some(({ person }) => person === viewer.person),
  );
  const spokenOn = new Set(given.sent?.lines.map(({ entry }) => entry));
  return ({ author, chairOnly }, entry) =>
    maySeeComment(
      reader,
      { author, chairOnly, nominee: entry.person, readerHasSent: spokenOn.has(entry.id) },
      ofRound(given.round),
    );
}
