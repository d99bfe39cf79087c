/** The one table of job names and what each carries: ids and times, never a name or a text. Features add lines. */
import { z } from 'zod';

export const jobTypes = {
  /** Wakes the sender of a workspace. */
  send: z.strictObject({ workspace: z.uuid() }),
  /** Links a workspace's new events into its hash chain. */
  seal: z.strictObject({ workspace: z.uuid() }),
  /** Lays out the reminders of a deadline that was set or moved, for everybody who is asked. */
  'plan-reminders': z.strictObject({ deadline: z.uuid(), version: z.int() }),
  /** A committee's hours, days or people changed: its planned reminders follow, and what waited for somebody who left. */
  'settings-changed': z.strictObject({ committee: z.uuid() }),
  /** Decides all reminders of a deadline that are due now. */
  'reminders-due': z.strictObject({ deadline: z.uuid() }),
  'deadline-passed': z.strictObject({ deadline: z.uuid() }),
  /** The minute of undo is over: cards of a conference posted before are worded again. */
  'conference-settled': z.strictObject({ conference: z.uuid(), batch: z.uuid() }),
  /** The minute of undo is over: cards of a review posted before its list changed are worded again. */
  'review-list-settled': z.strictObject({ workspace: z.uuid(), change: z.uuid() }),
  /** A vote that was confirmed opens at its time. */
  'ballot-opens': z.strictObject({ round: z.uuid() }),
  /** Named papers came: their electors' cards follow, and the vote closes when it is settled. */
  'ballot-papers-taken': z.strictObject({ round: z.uuid() }),
  /** Its least time is over: an open vote that is settled closes. */
  'ballot-settles': z.strictObject({ round: z.uuid() }),
  /** What the register says of somebody (null: of several) changed: the rules run again where they stand. */
  recheck: z.strictObject({ workspace: z.uuid(), person: z.uuid().nullable() }),
  /** A list of measures was taken in or back: their dates and reminders follow. */
  'measure-dates': z.strictObject({ workspace: z.uuid(), committee: z.uuid(), measures: z.array(z.uuid()) }),
  /** The papers of a closed box without key-holders are opened. */
  'open-unnamed': z.strictObject({ box: z.uuid() }),
  /** One tick of a periodic task. */
  tick: z.strictObject({ task: z.string(), at: z.iso.datetime() }),
} as const;

export type JobName = keyof typeof jobTypes;
export type JobPayload<Name extends JobName> = z.output<(typeof jobTypes)[Name]>;
export type Job = { [Name in JobName]: { readonly name: Name; readonly payload: JobPayload<Name> } }[JobName];

/** What stands in the queue: the payload, and the moment it is due by our clock (a moved clock reads it again). */
export const Envelope = z.object({ due: z.iso.datetime(), data: z.unknown() });
