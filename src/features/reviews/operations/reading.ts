/** The reader of comments as rules/visibility.ts wants to know them: put together in one place, for every way of reading. */
import type { PersonId } from '../../../kernel/ids.ts';
import type { Viewer } from '../../access/types.ts';
import { type CommentReader, maySeeComment, type OfRound } from '../rules/visibility.ts';
import type { ListEntry, Round } from '../types/nouns.ts';

export function ofRound({ state, visibility }: Pick<Round, 'state' | 'visibility'>): OfRound {
  return { isClosed: state === 'closed', visibility };
}

/** `sent`: what the reader has sent themselves; `leads`: whose cases they lead in place of the chair. */
export function shownTo(
  viewer: Viewer,
  given: {
    round: Pick<Round, 'state' | 'visibility'>;
    participants: readonly { readonly person: PersonId }[];
    leads?: ReadonlySet<PersonId> | null;
    sent: { readonly lines: readonly { readonly entry: ListEntry['id'] }[] } | null;
  },
): (comment: { author: PersonId; chairOnly: boolean }, entry: Pick<ListEntry, 'id' | 'person'>) => boolean {
  const { person, roles, hiddenNominees } = viewer;
  const isReviewer = given.participants.some((participant) => participant.person === person);
  const reader: CommentReader = { person, roles, isReviewer, hiddenNominees, leads: given.leads ?? new Set() };
  const spokenOn = new Set(given.sent?.lines.map(({ entry }) => entry));
  return ({ author, chairOnly }, entry) =>
    maySeeComment(
      reader,
      { author, chairOnly, nominee: entry.person, readerHasSent: spokenOn.has(entry.id) },
      ofRound(given.round),
    );
}
