/** What a list that is handed in says: its groups, and the cells in which several of our columns stand. */
import type { PersonId, PositionId } from '../../../kernel/ids.ts';
import type { PlainDate, PlainMonth } from '../../../kernel/time.ts';
import type { SheetForm } from '../../eligibility/types.ts';
import type { DecisionPaper, Plan, RemovalReason } from '../types.ts';

/** `undecided`: a yearly review has said nothing of them yet. */
export type SheetProposal = 'enters' | 'left' | 'stays' | 'moves' | 'carried-over' | 'undecided';

/** What a yearly review says of somebody beside what it proposes. */
export interface SheetReviewed {
  /** The position to which they go. */
  readonly to: string | null;
  readonly reason: RemovalReason | null;
  readonly note: string | null;
  /** Of a change that is decided: its number and day. */
  readonly decision: string | null;
}

/** Somebody at one position; somebody at two has two lines. */
export interface SheetLine {
  readonly person: PersonId;
  readonly fullName: string;
  readonly birthMonth: PlainMonth | null;
  readonly sex: 'female' | 'male' | null;
  readonly statePost: string | null;
  readonly partyPost: string | null;
  readonly unit: string | null;
  readonly position: { readonly id: PositionId; readonly title: string; readonly isCommittee: boolean };
  readonly decision: string;
  /** Key of a level, or as typed; null: not set, or only on the list. */
  readonly readiness: string | null;
  /** What is proposed with them; null: left to whoever hands the list in. */
  readonly proposal: SheetProposal | null;
  /** Only in the forms of a yearly review. */
  readonly reviewed?: SheetReviewed;
}

export interface SheetContent {
  readonly plan: Plan;
  readonly form: SheetForm;
  /** Whose list it is. */
  readonly issuer: string;
  /** Number and date of the submission that it goes with, as typed; null: to be filled in. */
  readonly letter: string | null;
  readonly lines: readonly SheetLine[];
  readonly today: PlainDate;
  /** How many years of ratings it shows. */
  readonly ratedYears: number;
  /** Of a yearly review: a draft until there is the paper that decided it. `undecided`: of how many nothing is said yet. */
  readonly review?: { readonly undecided: number; readonly paper: DecisionPaper | null };
}

export type SheetGroupKind = 'head' | 'deputy' | 'member' | 'left' | 'position';

export interface SheetGroup {
  readonly kind: SheetGroupKind;
  /** Of one position; null: of a kind of posts. */
  readonly title: string | null;
  readonly lines: readonly SheetLine[];
}

const kindsOfPosts = ['head', 'deputy', 'member', 'left'] as const;

/** Those that have somebody, in the form's order; within one the lines keep theirs. Source: domain/planning 2.9. */
export function sheetGroups({ form, plan, lines }: SheetContent): readonly SheetGroup[] {
  if (form.groups !== 'positions') {
    return kindsOfPosts
      .map((kind) => ({ kind, title: null, lines: lines.filter((line) => postKindOf(line) === kind) }))
      .filter((group) => group.lines.length > 0);
  }
  const titles = new Map(
    [...plan.positions, ...lines.map(({ position }) => position)].map((one) => [one.id, one.title]),
  );
  return [...titles]
    .map(([id, title]) => ({
      ...({ kind: 'position', title } as const),
      lines: lines.filter(({ position }) => position.id === id),
    }))
    .filter((group) => group.lines.length > 0);
}

/** By the words of the title, as the forms of the field group: whoever is no deputy and in no collective body heads something. */
function postKindOf({ position, proposal }: SheetLine): (typeof kindsOfPosts)[number] {
  if (proposal === 'left') return 'left';
  if (position.isCommittee) return 'member';
  return /(?<!\p{L})(?:phó|deputy|vice)(?!\p{L})/iu.test(position.title.normalize('NFC')) ? 'deputy' : 'head';
}

interface Standing {
  readonly position: { readonly rank: number; readonly title: string };
  readonly person: { readonly fullName: string; readonly birthMonth: PlainMonth | null };
}

/** By position, then by name. */
export function inSheetOrder(byName: (a: string, b: string) => number): (a: Standing, b: Standing) => number {
  return (a, b) =>
    a.position.rank - b.position.rank ||
    byName(a.position.title, b.position.title) ||
    byName(a.person.fullName, b.person.fullName) ||
    (a.person.birthMonth ?? '').localeCompare(b.person.birthMonth ?? '');
}

/** "123-QĐ/ĐU, 05/03/2024": number and day in one cell; a day that the number names already is not said twice. */
export function decisionCell(decision: string | null, on: PlainDate | null): string {
  const day = on === null ? '' : on.split('-').reverse().join('/');
  if (decision === null || decision === '') return day;
  return day === '' || decision.includes(day) ? decision : `${decision}, ${day}`;
}

/** The state post; whoever has none is known by the Party post. */
export function presentPostCell(person: Pick<SheetLine, 'statePost' | 'partyPost'>): string {
  return person.statePost ?? person.partyPost ?? '';
}

/** Month and year in the column of the sex; in both where it is not known: no list is read as saying more than it does. */
export function birthCells({ birthMonth, sex }: Pick<SheetLine, 'birthMonth' | 'sex'>) {
  const born = birthMonth === null ? '' : `${birthMonth.slice(5)}/${birthMonth.slice(0, 4)}`;
  return { bornMale: sex === 'female' ? '' : born, bornFemale: sex === 'male' ? '' : born };
}
