/** Lists in the forms in which they are handed in, as the acting person may see them; that one left is recorded. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { listFile } from '../../../documents/list-file.ts';
import type { Sheet } from '../../../documents/workbook.ts';
import { byGivenName } from '../../../i18n/names.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { NominationId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dateIn } from '../../../kernel/time.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import { may } from '../../access/rules.ts';
import type { Viewer } from '../../access/types.ts';
import { committeeHeader } from '../../committees/operations/look.ts';
import { ruleSetOfPlan } from '../../eligibility/operations.ts';
import type { SheetForm, SheetKind } from '../../eligibility/types.ts';
import { peopleByIds } from '../../people/operations/find.ts';
import { keptPlan } from '../../plans/operations/as-of.ts';
import { planOf } from '../../plans/operations/look.ts';
import { decisionCell, inSheetOrder, type SheetContent, type SheetLine } from '../../plans/rules/sheet.ts';
import { type KeptEntry, type Plan, type Position, removalReasons } from '../../plans/types.ts';
import { nominationStates } from '../types.ts';
import { type At, candidatesOf } from './look.ts';

/** The names of a submission instead of those who are on the list now. */
export interface OfSubmission {
  readonly nominations: readonly NominationId[];
  readonly letter: string | null;
}

type Which = At & { readonly submission?: OfSubmission };

export interface SheetsSeen {
  readonly plan: Plan;
  readonly sheets: readonly { readonly form: SheetForm; readonly count: number }[];
}

/** The forms of the plan's rules that the acting person may take out, with how many lines each has. Right: candidates.see. */
export async function browseSheets(act: Act, at: Which): Promise<Outcome<SheetsSeen, AccessRefusal | 'plan-unknown'>> {
  const viewer = await authorise(act, at.committee, 'candidates.see');
  if (!viewer.ok) return viewer;
  const plan = await planOf(act, viewer.value, at.plan);
  if (!plan) return refused('plan-unknown');
  const sheets = [];
  for (const form of formsOf(plan, viewer.value, at.submission)) {
    sheets.push({ form, count: (await linesOf(act, viewer.value, plan, form, at.submission)).length });
  }
  return done({ plan, sheets });
}

/**
 * One of them as a file and as text; `layout` words it in the reader's language. Of those who stand in the plan only whoever
 * may see people reads a list. Refusals: access, plan-unknown, sheet-unknown, sheet-empty.
 */
export async function takeOutSheet(
  act: Act,
  at: Which & { readonly sheet: SheetKind; readonly how: 'xlsx' | 'csv' },
  layout: (content: SheetContent) => Sheet,
): Promise<
  Outcome<{ csv: string; file: string | Uint8Array }, AccessRefusal | 'plan-unknown' | 'sheet-unknown' | 'sheet-empty'>
> {
  return inTransaction(act, async (tx) => {
    const within = inside(act, tx);
    const viewer = await authorise(within, at.committee, 'candidates.see');
    if (!viewer.ok) return viewer;
    const plan = await planOf(within, viewer.value, at.plan);
    if (!plan) return refused('plan-unknown');
    const form = formsOf(plan, viewer.value, at.submission).find(({ kind }) => kind === at.sheet);
    if (!form) return refused('sheet-unknown');
    const lines = await linesOf(within, viewer.value, plan, form, at.submission);
    if (lines.length === 0) return refused('sheet-empty');
    await record(tx, act, {
      kind: 'nominations.exported',
      committee: at.committee,
      subject: { kind: 'plan', id: plan.id },
      nominees: lines.map(({ person }) => person),
      facts: { count: lines.length, sheet: form.kind, how: at.how },
    });
    const issuer = plan.unit || ((await committeeHeader(within, at.committee))?.name ?? '');
    const ratedYears = ruleSetOfPlan(plan).parameters.ratingsShownYears.value;
    const sheet = layout({
      plan,
      form,
      issuer,
      letter: at.submission?.letter ?? null,
      lines,
      today: dateIn(act.zone, act.now),
      ratedYears,
    });
    return done(listFile(sheet, at.how, act.locale));
  });
}

function formsOf(plan: Plan, viewer: Viewer, submission?: OfSubmission): readonly SheetForm[] {
  const hasEntries = !submission && may(viewer, 'people.see');
  return ruleSetOfPlan(plan).forms.sheets.filter(({ of }) => of === 'candidates' || hasEntries);
}

async function linesOf(
  act: Act,
  viewer: Viewer,
  plan: Plan,
  form: SheetForm,
  submission?: OfSubmission,
): Promise<readonly SheetLine[]> {
  if (form.of === 'candidates') return candidateLines(act, viewer, plan, submission);
  const lines = await entryLines(act, viewer, plan);
  return form.groups === 'posts-and-left' ? lines : lines.filter(({ proposal }) => proposal !== 'left');
}

async function candidateLines(
  act: Act,
  viewer: Viewer,
  plan: Plan,
  submission?: OfSubmission,
): Promise<readonly SheetLine[]> {
  const which = submission
    ? { ids: submission.nominations, states: nominationStates }
    : { states: ['listed'] as const };
  const listed = await candidatesOf(act, viewer, { plans: [plan.id], ...which });
  const people = await peopleByIds(
    act,
    viewer.committee,
    listed.map(({ person }) => person),
  );
  const sexes = new Map(people.map(({ id, sex }) => [id, sex]));
  return listed.map((candidate) => ({
    ...candidate,
    sex: sexes.get(candidate.person) ?? null,
    position: {
      id: candidate.position,
      title: candidate.positionTitle,
      isCommittee: plan.positions.find(({ id }) => id === candidate.position)?.isCommittee ?? false,
    },
    decision: '',
    readiness: null,
    proposal: 'enters',
  }));
}

/** Who stands in the plan, by position and name, then who was taken out of it in this year. */
async function entryLines(act: Act, viewer: Viewer, plan: Plan): Promise<readonly SheetLine[]> {
  const kept = await keptPlan(act, viewer, plan.id);
  const positions = new Map<string, Position>(kept?.positions.map(({ id, said }) => [id, said]));
  const year = dateIn(act.zone, act.now).slice(0, 4);
  const entries = (kept?.entries ?? []).filter((entry) => entry.leftOn === null || isTakenOut(entry, year));
  const people = await peopleByIds(act, viewer.committee, [...new Set(entries.map(({ person }) => person))]);
  const known = new Map(people.map((person) => [person.id, person]));
  const inOrder = inSheetOrder(byGivenName(act.locale));
  return entries
    .flatMap((entry) => {
      const [person, position] = [known.get(entry.person), positions.get(entry.position)];
      return person && position ? [{ entry, person, position }] : [];
    })
    .sort((a, b) => inOrder(a, b) || (a.entry.leftOn ?? '').localeCompare(b.entry.leftOn ?? ''))
    .map(({ entry, person: { id, ...person }, position }) => ({
      ...{ ...person, person: id, position },
      decision: decisionCell(entry.decisionIn, entry.enteredOn),
      readiness: entry.readiness,
      proposal: entry.leftOn === null ? null : 'left',
    }));
}

/** Whoever was appointed or moved within the plans is in no list of those taken out. */
function isTakenOut({ leftOn, reasonOut }: KeptEntry, year: string): boolean {
  const isRemoval = removalReasons.some((reason) => reason === reasonOut && reason !== 'appointed');
  return isRemoval && (leftOn ?? '').startsWith(year);
}
