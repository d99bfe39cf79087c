/** Development of a plan's people as a list that goes out: what it holds, and that one left is recorded. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { writeCsv } from '../../../documents/csv.ts';
import { type Sheet, writeSheet } from '../../../documents/workbook.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { CommitteeId, PlanId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import type { Viewer } from '../../access/types.ts';
import { listExperiences } from '../store/experiences.ts';
import type { Listed, ListKind, ListsSeen, PlanLists } from '../types.ts';
import { seeDevelopment } from './look.ts';

interface OfPlan {
  readonly committee: CommitteeId;
  readonly plan: PlanId;
}

/** What can be taken out and taken over. Right: people.see. Refusals: access, plan-unknown. */
export async function browseLists(act: Act, at: OfPlan): Promise<Outcome<ListsSeen, AccessRefusal | 'plan-unknown'>> {
  const viewer = await authorise(act, at.committee, 'people.see');
  if (!viewer.ok) return viewer;
  const seen = await listsOf(act, viewer.value, at.plan);
  if (!seen) return refused('plan-unknown');
  const { plan, people, mayEdit } = seen;
  const sum = (of: 'measures' | 'experiences') => people.reduce((total, one) => total + one[of].length, 0);
  return done({
    ...{ committee: at.committee, plan, mayEdit, people: people.length },
    counts: { measures: sum('measures'), experience: sum('experiences') },
  });
}

/**
 * One of them as a file and as text; `layout` words it in the reader's language. Whoever has nothing recorded has a line to
 * fill in. Right: people.see. Refusals: access, plan-unknown, development-list-empty (nobody stands in the plan).
 */
export async function takeOutList(
  act: Act,
  at: OfPlan & { readonly list: ListKind; readonly how: 'xlsx' | 'csv' },
  layout: (lists: PlanLists) => Sheet,
): Promise<
  Outcome<{ csv: string; file: string | Uint8Array }, AccessRefusal | 'plan-unknown' | 'development-list-empty'>
> {
  return inTransaction(act, async (tx) => {
    const within = inside(act, tx);
    const viewer = await authorise(within, at.committee, 'people.see');
    if (!viewer.ok) return viewer;
    const lists = await listsOf(within, viewer.value, at.plan);
    if (!lists) return refused('plan-unknown');
    if (lists.people.length === 0) return refused('development-list-empty');
    await record(tx, act, {
      kind: 'development.list-taken-out',
      committee: at.committee,
      subject: { kind: 'plan', id: lists.plan.id },
      nominees: lists.people.map(({ person }) => person.id),
      facts: { list: at.list, people: lists.people.length, how: at.how },
    });
    const sheet = layout(lists);
    const csv = writeCsv(
      sheet.rows.map(({ cells }) => cells),
      act.locale === 'vi' ? ';' : ',',
    );
    return done({ csv, file: at.how === 'xlsx' ? writeSheet(sheet) : csv });
  });
}

/** Everybody who stands in the plan, with what is recorded of them, for a viewer who was let in. Null: no such plan. */
export async function listsOf(
  act: Act,
  viewer: Viewer,
  plan: PlanId,
): Promise<(PlanLists & { readonly mayEdit: boolean }) | null> {
  const seen = await seeDevelopment(act, { committee: viewer.committee, plan });
  if (!seen.ok) return null;
  const people = new Map<string, Listed>();
  for (const { person, entry, position, measures } of seen.value.people) {
    const known = people.get(person.id) ?? { person, entries: [], measures, experiences: [] };
    people.set(person.id, { ...known, entries: [...known.entries, { id: entry.id, title: position.title }] });
  }
  const ids = [...people.values()].map(({ person }) => person.id);
  const experiences = await listExperiences(act.store, viewer, ids);
  return {
    ...{ plan: seen.value.plan, mayEdit: seen.value.mayEdit },
    people: [...people.values()].map((one) => ({
      ...one,
      experiences: experiences.filter(({ person }) => person === one.person.id),
    })),
  };
}
