/** What an agenda lacks, when it may still be changed and how, and which items are adopted together. */
import { addWorkingDays, endOfWorkingDay, type WorkingCalendar } from '../../../kernel/calendar.ts';
import type { NomineeListId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dateIn } from '../../../kernel/time.ts';
import type { AgendaRule } from '../../eligibility/types.ts';
import type { ListStanding } from '../../reviews/types/seen.ts';
import type { AgendaItem, AgendaItemId, AgendaPhase, Content, Lack } from '../types.ts';
import { itemMax } from './content.ts';

/** In a fixed order. A list that the viewer may not see is not looked at. */
export function lacksOf(
  item: Pick<AgendaItem, 'kind' | 'list' | 'owner' | 'inConsent'>,
  rule: AgendaRule,
  standings: ReadonlyMap<NomineeListId, ListStanding>,
): readonly Lack[] {
  const needs = rule.needs[item.kind];
  const list = item.list === null ? undefined : standings.get(item.list);
  return [
    ...(needs.includes('owner') && item.owner === null ? (['owner'] as const) : []),
    ...(list && !list.isNewest ? (['list-replaced'] as const) : []),
    ...(list?.isReviewOpen && needs.includes('review-closed') ? (['review-open'] as const) : []),
    ...(list && !list.isReviewOpen && !list.hasSynthesis && needs.includes('synthesis')
      ? (['synthesis'] as const)
      : []),
    ...(item.inConsent && list?.hasObjection ? (['objection'] as const) : []),
  ];
}

export interface AgendaChange {
  readonly isChanged: boolean;
  /** Everything that was there is there as it was and in its order; the rest is new. */
  readonly isOnlyAdded: boolean;
}

export function agendaChange(before: readonly AgendaItem[], after: readonly AgendaItem[]): AgendaChange {
  const was = before.map(keyOf);
  const known = new Set(before.map(({ id }) => id));
  const kept = after.filter(({ id }) => known.has(id)).map(keyOf);
  const isOnlyAdded = was.length === kept.length && was.every((key, index) => key === kept[index]);
  return { isChanged: !isOnlyAdded || after.length > before.length, isOnlyAdded };
}

/** Before the first announcement, and until the first cut-off, anything; then additions; then only with a reason. */
export function agendaPhase(inForce: Pick<Content, 'freeUntil' | 'addUntil'> | null, now: Date): AgendaPhase {
  if (inForce === null || inForce.freeUntil === null || now < inForce.freeUntil) return 'free';
  return inForce.addUntil !== null && now < inForce.addUntil ? 'additions' : 'with-reason';
}

export type AgendaChangeRefusal = 'agenda-only-additions' | 'agenda-reason-missing';

/** Whether the drafted agenda may take the place of the one in force now. */
export function checkAgendaChange(
  inForce: Content | null,
  draft: Pick<Content, 'agenda' | 'agendaReason'>,
  now: Date,
): Outcome<void, AgendaChangeRefusal> {
  if (inForce === null) return done();
  const change = agendaChange(inForce.agenda, draft.agenda);
  if (!change.isChanged) return done();
  const phase = agendaPhase(inForce, now);
  if (phase === 'additions' && !change.isOnlyAdded) {
    return refused('agenda-only-additions', { free: inForce.freeUntil, until: inForce.addUntil });
  }
  if (phase === 'with-reason' && draft.agendaReason === null) {
    return refused('agenda-reason-missing', { until: inForce.addUntil ?? inForce.freeUntil }, 'reason');
  }
  return done();
}

/** So many working days before the day of the conference, at the end of that working day; null when that has passed. */
export function cutOffs(
  startsAt: Date,
  rule: Pick<AgendaRule, 'freeUntilDays' | 'addUntilDays'>,
  calendar: WorkingCalendar,
  now: Date,
): Pick<Content, 'freeUntil' | 'addUntil'> {
  const before = (days: number | null): Date | null => {
    if (days === null) return null;
    const at = endOfWorkingDay(calendar, addWorkingDays(calendar, dateIn(calendar.zone, startsAt), -days));
    return at > now ? at : null;
  };
  return { freeUntil: before(rule.freeUntilDays), addUntil: before(rule.addUntilDays) };
}

export type ItemRefusal = 'item-empty' | 'agenda-item-too-long' | 'consent-only-votes' | 'consent-objected';

/** What no item may be, complete or not. `standing`: of its list. */
export function checkItem(
  item: Pick<AgendaItem, 'kind' | 'text' | 'list' | 'inConsent'>,
  standing: ListStanding | null,
): Outcome<void, ItemRefusal> {
  if (item.text === null && item.list === null) return refused('item-empty', {}, 'text');
  if ((item.text ?? '').length > itemMax) return refused('agenda-item-too-long', { max: itemMax }, 'text');
  if (item.inConsent && item.kind !== 'vote') return refused('consent-only-votes', {}, 'consent');
  if (item.inConsent && standing?.hasObjection) return refused('consent-objected', {}, 'consent');
  return done();
}

export type CutOffRefusal = 'cut-offs-announced' | 'cut-offs-out-of-order' | 'cut-off-after-start';

export function checkCutOffs({
  freeUntil,
  addUntil,
  startsAt,
}: Pick<Content, 'freeUntil' | 'addUntil' | 'startsAt'>): Outcome<void, CutOffRefusal> {
  if (freeUntil && freeUntil >= startsAt) return refused('cut-off-after-start', { start: startsAt }, 'freeUntil');
  if (addUntil && addUntil >= startsAt) return refused('cut-off-after-start', { start: startsAt }, 'addUntil');
  if (addUntil && (freeUntil === null || addUntil < freeUntil)) {
    return refused('cut-offs-out-of-order', { free: freeUntil, until: addUntil }, 'addUntil');
  }
  return done();
}

/** The item where it stands, or at this number (from 1); a new one without a number at the end. */
export function placed(agenda: readonly AgendaItem[], item: AgendaItem, number: number | null): readonly AgendaItem[] {
  const at = agenda.findIndex(({ id }) => id === item.id);
  const rest = agenda.filter(({ id }) => id !== item.id);
  const to = number !== null ? number - 1 : at < 0 ? rest.length : at;
  return rest.toSpliced(Math.min(Math.max(to, 0), rest.length), 0, item);
}

/** Those that are adopted together now. */
export function consentBlock(agenda: readonly AgendaItem[]): readonly AgendaItem[] {
  return agenda.filter(({ inConsent, isLifted }) => inConsent && !isLifted);
}

/**
 * The agenda as typed, one item a line, and the lists chosen. An item whose line stays keeps what else is known of it; as
 * many new lines as lines that went away are those, reworded. With the same lines and lists nothing changes place.
 */
export function withLines(
  before: readonly AgendaItem[],
  lines: readonly string[],
  lists: readonly NomineeListId[],
  fresh: () => AgendaItemId,
): readonly AgendaItem[] {
  const typed = before.filter(({ text }) => text !== null);
  const attached = before.filter(({ text }) => text === null);
  const isSame = typed.map(({ text }) => text).join('\n') === lines.join('\n');
  if (isSame && attached.map(({ list }) => list).join() === lists.join()) return before;
  const left = [...typed];
  const kept = lines.map((line) => {
    const at = left.findIndex(({ text }) => text === line);
    return at < 0 ? null : (left.splice(at, 1)[0] ?? null);
  });
  const isReworded = left.length === kept.filter((item) => item === null).length;
  return [
    ...lines.map((text, index) => {
      const item = kept[index] ?? (isReworded ? left.shift() : undefined);
      return { ...(item ?? emptyItem(fresh(), 'other')), text };
    }),
    ...lists.map(
      (list) => attached.find((item) => item.list === list) ?? { ...emptyItem(fresh(), 'discussion'), list },
    ),
  ];
}

export function emptyItem(id: AgendaItemId, kind: AgendaItem['kind']): AgendaItem {
  return { id, kind, text: null, list: null, owner: null, ownerName: null, inConsent: false, isLifted: false };
}

/** What an announcement says of an item; who is called how, and what was lifted since, is no change of the agenda. */
function keyOf({ id, kind, text, list, owner, inConsent }: AgendaItem): string {
  return JSON.stringify([id, kind, text, list, owner, inConsent]);
}
