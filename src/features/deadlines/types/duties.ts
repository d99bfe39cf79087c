/** What the features tell the deadlines and Home about their own subjects. */
import type { Act } from '../../../kernel/act.ts';
import type { CommitteeId, PersonId } from '../../../kernel/ids.ts';
import type { Facts, Outcome } from '../../../kernel/outcome.ts';
import type { PlainDate } from '../../../kernel/time.ts';
import type { Right, Role, Viewer } from '../../access/types.ts';
import type { Committee } from '../../committees/types.ts';
import type { Subject } from './dates.ts';

/** Who is asked, by the subject's id. A subject of which nobody is asked any more may be left out. */
export type Asked = ReadonlyMap<string, readonly PersonId[]>;

/**
 * What a feature tells the deadlines and Home about its own subjects. Deadlines know a subject only as (kind, id);
 * app.ts hands the features' Duties over by subject kind.
 */
export interface Duties {
  /** Subject kind that this speaks for: 'review-round', 'conference', 'plan-names'. */
  readonly subject: string;
  /**
   * Who is still asked to act on each of these subjects; done, recused and ended memberships are left out. Whether away is
   * decided later. Asks the database as often for fifty subjects of a committee as for one: its board looks at all at once.
   */
  owing(act: Act, ids: readonly string[]): Promise<Asked>;
  /**
   * What one person is asked to do now, seen with their eyes in each of these committees; earliest first within one.
   * Asks the database as often for eight committees as for one: Home and the digest are asked of all at once.
   */
  dutiesOf(act: Act, viewers: readonly Viewer[]): Promise<readonly Duty[]>;
  /** For a second date of the same subject, whose duty stands among another's: what is to be done on its reminder. */
  dutyOf?(act: Act, viewer: Viewer, subject: Subject): Promise<Duty | null>;
  /** Its dates say more than every member may know: they are listed only for those who hold this right. */
  readonly listedFor?: Right;
  /** The date has come: what happens by itself (a round closes). Runs once, inside the transaction that passes the date. */
  passed?(act: Act, subject: Subject): Promise<void>;
  /** False: nobody has to, so nobody is asked again after the date or told about to others. */
  readonly asksAfter?: false;
  /**
   * Of these subjects, those of which nobody may learn who has acted or how many (anonymous comments, secret papers): they
   * are listed without numbers and names, and reminders go to everybody on the roll alike.
   */
  hidesWho?(act: Act, ids: readonly string[]): Promise<ReadonlySet<string>>;
  /**
   * For second dates, at which something closes that was asked for by an earlier one: that earlier date, by subject.
   * Nothing is said of the later one before it has come.
   */
  askedFor?(act: Act, ids: readonly string[]): Promise<ReadonlyMap<string, Date | null>>;
  /** Whether the date may be moved there, as far as the other date of the same matter goes. */
  fits?(act: Act, subject: Subject, dueAt: Date): Promise<Outcome<void, DateOrderRefusal>>;
  /** The date was moved or cancelled by the committee secretary (null): the feature's own cards are worded again. */
  moved?(act: Act, subject: Subject, dueAt: Date | null): Promise<void>;
  /**
   * Somebody who is asked is away: their deputy, who is there, gets the card, where the rules let one stand in. Called
   * again whenever reminders are laid out: twice is once.
   */
  standIn?(act: Act, subject: Subject, person: PersonId, deputy: PersonId): Promise<void>;
  /** Its people sit in other committees than the one whose date it is: when those change, it is looked at again too. */
  readonly asksElsewhere?: true;
  /**
   * Who belongs to this committee, or in which role, has changed: what waits for somebody who left, or who leads no more,
   * is handed to whoever follows them. By the clockwork, right after the change; twice is once.
   */
  membersChanged?(act: Act, committee: CommitteeId): Promise<void>;
  /**
   * People were summoned to it: put on another day at the same hour, everybody told after the minute of undo. Answers
   * what `takeBack` wants to see again. Without it whoever manages the dates is sent to the feature itself.
   */
  reschedule?(act: Act, subject: Subject, to: PlainDate): Promise<Outcome<{ readonly takesBack: string }>>;
  /** Within the minute: as if it had not been moved. */
  takeBack?(act: Act, subject: Subject, takesBack: string): Promise<Outcome<void>>;
  /**
   * What each subject is called in lists that every member of the committee reads: no nominee, no stance, no tally.
   * In the words of `act.locale`; a subject that is gone is left out.
   */
  titles?(act: Act, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** closes-before-asked {until}: nothing closes before the date asked for. asked-after-close {closes}: nor is it asked for after the close. */
export type DateOrderRefusal = 'closes-before-asked' | 'asked-after-close';

/** One line of "my duties". The feature's duty view words it from kind and ids, without asking the database again. */
export interface Duty {
  /** "reviews.answer": which duty view words it. */
  readonly kind: string;
  readonly committee: CommitteeId;
  readonly subject: Subject;
  readonly dueAt: Date | null;
  /** Ids and facts for the line and its buttons; may name things that this viewer may see. */
  readonly facts: Facts;
}

export interface CommitteeDuties {
  readonly committee: Committee;
  /** Of the person whose duties these are. */
  readonly roles: readonly Role[];
  readonly mayReadHistory: boolean;
  readonly duties: readonly Duty[];
}
