/**
 * Who reads which comment of a named round, and with whose name: decided here and nowhere else. The stances are counted
 * whoever reads; this is about words.
 */
import type { PersonId } from '../../../kernel/ids.ts';
import type { Role } from '../../access/types.ts';
import type { ListEntry, Visibility } from '../types/nouns.ts';

export interface CommentReader {
  readonly person: PersonId | null;
  readonly roles: readonly Role[];
  /** Was asked in this round. */
  readonly isReviewer: boolean;
  /** Nominees whose case they lead in place of a chair who takes no part in it. */
  readonly leads: ReadonlySet<PersonId>;
  /** Nominees whose case is closed to them. */
  readonly hiddenNominees: readonly PersonId[];
}

export interface OfRound {
  readonly isClosed: boolean;
  readonly visibility: Visibility;
}

export interface SomeComment {
  readonly author: PersonId;
  readonly nominee: PersonId;
  readonly chairOnly: boolean;
  /** The reader has sent something of their own on this nominee. */
  readonly readerHasSent: boolean;
}

/**
 * A closed case is closed whatever the setting. One's own words are open to oneself. Those for the chair only: to the
 * chair (or who leads the case instead), and to the committee secretary after the close where the round says so. Others: to the chair and the committee
 * secretary after the close, to reviewers as the round says, and to nobody about themselves as a reviewer.
 */
export function maySeeComment(reader: CommentReader, comment: SomeComment, round: OfRound): boolean {
  if (reader.hiddenNominees.includes(comment.nominee)) return false;
  if (reader.person === comment.author) return true;
  const isChair = reader.roles.includes('chair') || reader.leads.has(comment.nominee);
  const isClerk = reader.roles.includes('clerk');
  const asReviewer = reader.isReviewer && reader.person !== comment.nominee && othersAreOpen(comment, round);
  if (comment.chairOnly) {
    return isChair ? round.isClosed || asReviewer : isClerk && round.isClosed && round.visibility.chairOnlyToClerk;
  }
  return asReviewer || (round.isClosed && (isChair || isClerk));
}

export function maySeeNames({ isClosed, visibility }: OfRound): boolean {
  return visibility.names === 'always' || (visibility.names === 'after-close' && isClosed);
}

/** Whether a reviewer can read anything of the others now; null: yes. Else since when they could. */
export function othersClosedBecause(
  { isClosed, visibility }: OfRound,
  hasSent: boolean,
): 'never' | 'after-mine' | 'after-close' | null {
  switch (visibility.others) {
    case 'always':
      return null;
    case 'never':
      return 'never';
    case 'after-close':
      return isClosed ? null : 'after-close';
    case 'after-mine':
      return hasSent ? null : 'after-mine';
  }
}

/** What is left of an answer for somebody else who works on it: words they may not see stay, unseen. */
export function openEntries<Entry extends Pick<ListEntry, 'id'>>(
  entries: readonly Entry[],
  closed: ReadonlySet<ListEntry['id']>,
): readonly Entry[] {
  return entries.filter(({ id }) => !closed.has(id));
}

function othersAreOpen({ readerHasSent }: SomeComment, round: OfRound): boolean {
  return othersClosedBecause(round, readerHasSent) === null;
}
