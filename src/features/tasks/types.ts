/**
 * A *task* (nhiệm vụ) is what a conference asks of somebody, the *owner*, until a date. It is settled as done or not done,
 * with a word; until then it is an open point of every next conference.
 */
import type { CommitteeId, ConferenceId, Id, PersonId } from '../../kernel/ids.ts';
import type { PlainDate } from '../../kernel/time.ts';

export type TaskId = Id<'task'>;
export const taskSubject = 'task';

export const settledStates = ['done', 'not-done'] as const;
export type Settled = (typeof settledStates)[number];

export interface Task {
  readonly id: TaskId;
  readonly committee: CommitteeId;
  readonly conference: ConferenceId;
  readonly item: string | null;
  readonly text: string;
  readonly owner: PersonId;
  readonly ownerName: string;
  readonly dueOn: PlainDate | null;
  readonly state: 'open' | Settled;
  readonly word: string | null;
}
