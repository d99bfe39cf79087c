/**
 * A *date poll* (chọn ngày họp) asks the members on which of several dates, its *options*, they can come: yes, if need
 * be, no. It decides nothing: whoever schedules picks one, and a conference is drafted, to which everybody is invited anew.
 */
import type { ViaKind } from '../../kernel/act.ts';
import type { CommitteeId, ConferenceId, Id, NomineeListId, PersonId } from '../../kernel/ids.ts';
import type { PlainDate, PlainTime } from '../../kernel/time.ts';

export type DatePollId = Id<'date-poll'>;
export type OptionId = Id<'date-poll-option'>;

export const pollStates = ['prepared', 'open', 'closed', 'used', 'cancelled'] as const;
export type PollState = (typeof pollStates)[number];

export const pollAnswers = ['yes', 'if-need-be', 'no'] as const;
export type PollAnswer = (typeof pollAnswers)[number];

export interface PollOption {
  readonly id: OptionId;
  readonly startsAt: Date;
}

export interface DatePoll {
  readonly id: DatePollId;
  readonly committee: CommitteeId;
  readonly state: PollState;
  /** Empty when it names a case that is closed to the reader. */
  readonly title: string;
  readonly place: string;
  readonly minutes: number;
  readonly closesAt: Date;
  readonly held: { readonly batch: string; readonly until: Date } | null;
  readonly conference: ConferenceId | null;
  readonly lists: readonly NomineeListId[];
  /** Earliest first. */
  readonly options: readonly PollOption[];
}

export interface PollForm {
  readonly title: string;
  readonly place: string;
  readonly minutes: number;
  /** As typed, in the order of the fields. */
  readonly dates: readonly { readonly date: PlainDate; readonly time: PlainTime }[];
  /** Answers until the end of that working day. */
  readonly closes: PlainDate;
  readonly lists: readonly NomineeListId[];
}

export interface GivenAnswer {
  readonly option: OptionId;
  readonly person: PersonId;
  readonly answer: PollAnswer;
  readonly recordedBy: PersonId | null;
  readonly via: ViaKind | null;
}

export const optionsMax = 6;
export const optionsMin = 2;
