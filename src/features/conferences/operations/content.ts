/** From the form to what an announcement says: dates on the committee's clock, the agenda, the rule set in force then. */
import { tidyName } from '../../../i18n/names.ts';
import type { Act } from '../../../kernel/act.ts';
import { type NomineeListId, newId, type PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { momentAt, type PlainDate, type PlainTime } from '../../../kernel/time.ts';
import type { AccessRefusal } from '../../access/operations.ts';
import { workingCalendarOf } from '../../committees/operations/calendar.ts';
import type { Committee, Membership } from '../../committees/types.ts';
import { type DeadlineRefusal, previewDeadline } from '../../deadlines/operations/set.ts';
import { ruleSetInForce } from '../../eligibility/operations.ts';
import type { RuleSet } from '../../eligibility/types.ts';
import { cutOffs, withLines } from '../rules/agenda.ts';
import { agendaLines, type ContentRefusal, checkContent } from '../rules/content.ts';
import { answersFrom } from '../rules/life.ts';
import type { NewRevision } from '../store/drafts.ts';
import type { AgendaItem, AgendaItemId, Revision } from '../types.ts';
import { keptLists } from './agenda-lists.ts';

/** As it stands in the form; date and time on the committee's clock. */
export interface ContentForm {
  readonly title: string;
  readonly date: PlainDate;
  readonly time: PlainTime;
  readonly minutes: number;
  readonly place: string;
  readonly chair: PersonId;
  /** One item a line; null: the agenda stays as it is. */
  readonly agenda: string | null;
  /** Null with the agenda. */
  readonly lists: readonly NomineeListId[] | null;
  /** Until which day answers are asked for; it ends with the working day. Null: until the start. */
  readonly replyBy: PlainDate | null;
  /** Everybody answers again, though the time stays. */
  readonly asksAgain: boolean;
}

export type DraftRefusal = AccessRefusal | ContentRefusal | DeadlineRefusal | 'chair-not-member';

interface Drafting {
  readonly form: ContentForm;
  readonly committee: Committee;
  readonly members: readonly Membership[];
  readonly number: number;
  /** The draft that is rewritten, else what is in force. */
  readonly before: Revision | null;
  readonly inForce: Revision | null;
}

export async function contentOf(
  act: Act,
  { form, committee, members, number, before, inForce }: Drafting,
): Promise<Outcome<NewRevision, DraftRefusal>> {
  const replyBy = form.replyBy === null ? done(null) : await endOfDay(act, committee, form.replyBy, 'replyBy');
  if (!replyBy.ok) return replyBy;
  const startsAt = momentAt(committee.zone, form.date, form.time);
  // The one in force on the day itself: a conference may be called before a new rule takes over.
  const ruleSet = ruleSetInForce({ now: startsAt, zone: committee.zone }, committee.profile);
  const content = {
    title: tidyName(form.title),
    startsAt,
    minutes: form.minutes,
    place: tidyName(form.place),
    chair: form.chair,
    agenda: await agendaOf(act, committee, form, before?.agenda ?? []),
    ...datesOf(act, committee, startsAt, ruleSet, before),
    replyBy: replyBy.value,
    answersFrom: answersFrom({ number, startsAt, asksAgain: form.asksAgain }, inForce),
  };
  const checked = checkContent(content, act.now);
  if (!checked.ok) return checked;
  if (!members.some((member) => member.person === form.chair)) return refused('chair-not-member', {}, 'chair');
  // A second call stays one while its draft is changed.
  const call = before?.call ?? 'first';
  return done({ ...content, call, ruleSet: ruleSet.key, ruleSetVersion: ruleSet.version });
}

async function agendaOf(
  act: Act,
  committee: Committee,
  form: Pick<ContentForm, 'agenda' | 'lists'>,
  before: readonly AgendaItem[],
): Promise<readonly AgendaItem[]> {
  if (form.agenda === null) return before;
  const lists = await keptLists(act, committee.id, form.lists ?? [], before);
  // A list that hangs on a typed item is that item's.
  const onTyped = new Set(before.flatMap(({ text, list }) => (text === null ? [] : (list ?? []))));
  const alone = lists.filter((list) => !onTyped.has(list));
  return withLines(before, agendaLines(form.agenda), alone, () => newId<AgendaItemId>());
}

/** The cut-offs of the agenda go with the start; at the same start they stay where they were put. */
function datesOf(act: Act, committee: Committee, startsAt: Date, ruleSet: RuleSet, before: Revision | null) {
  const agendaReason = before?.announcedAt === null ? before.agendaReason : null;
  if (before && before.startsAt.getTime() === startsAt.getTime()) {
    return { freeUntil: before.freeUntil, addUntil: before.addUntil, agendaReason };
  }
  const calendar = workingCalendarOf(committee, act.now);
  return { ...cutOffs(startsAt, ruleSet.parameters.agenda.value, calendar, act.now), agendaReason };
}

/** When the committee's working day ends, on that day or the working day before it. */
export async function endOfDay(
  act: Act,
  committee: Committee,
  date: PlainDate,
  field: string,
): Promise<Outcome<Date, DeadlineRefusal>> {
  const due = await previewDeadline(act, { committee: committee.id, stated: { date, time: null } });
  return due.ok ? done(due.value.dueAt) : { ...due, field };
}
