/** What a list of measures or of experience says of a plan's people, beside what is recorded of them. */
import { foldName } from '../../../i18n/names.ts';
import type { Refused } from '../../../kernel/outcome.ts';
import { checkExperience } from '../../development/rules/experience.ts';
import { checkMeasure, checkOutcome } from '../../development/rules/measure.ts';
import type { Experience, Listed, Measure } from '../../development/types.ts';
import type {
  DevelopmentLine,
  DevelopmentList,
  DevelopmentRow,
  ListColumn,
  ListExpectation,
  ListFault,
  MatchedDevelopment,
  Meant,
  UnclearLine,
} from '../types/development.ts';
import { tidyCell } from './cells.ts';
import { byWhatTellsApart } from './same-person.ts';
import { type Same, whichExperience, whichMeasure } from './which-recorded.ts';
import { whoOfPlan } from './who-of-plan.ts';

/**
 * Confirming the same list again changes nothing: an empty cell erases nothing, a line that says what is recorded changes
 * nothing. Lines that say a recorded thing word for word take it first, then those with its key, then those that leave
 * something out; whatever is left is new. Two lines that say different things of one: the second is a fault.
 */
export function matchDevelopment(list: DevelopmentList, people: readonly Listed[], meant: Meant): MatchedDevelopment {
  const unclear: UnclearLine[] = [];
  const faults: ListFault[] = [];
  const known: { readonly row: DevelopmentRow; readonly listed: Listed }[] = [];
  let silent = 0;
  for (const row of list.rows) {
    const { line, fullName, birthMonth } = row;
    const who = whoOfPlan(row, people, meant);
    const saysNothing = row.measure === null && row.experience === null;
    if (saysNothing || (who.kind === 'nobody' && who.wasSaid)) silent += 1;
    else if (who.kind === 'known') known.push({ row, listed: who.listed });
    else if (who.kind === 'nobody') faults.push(faultOf(row, 'fullName', 'in-plan'));
    else {
      const possible = who.possible.map(({ person }) => person);
      unclear.push({ line, fullName, birthMonth, possible: possible.sort(byWhatTellsApart) });
    }
  }
  const taken = new Map<string, DevelopmentRow>();
  const lines: DevelopmentLine[] = [];
  for (const how of ['word-for-word', 'by-key', 'rest'] as const) {
    for (const one of known) {
      if (lines.some(({ row }) => row === one.row) || faults.some(({ line }) => line === one.row.line)) continue;
      const found = lineOf(one, how, taken);
      if (found && 'expected' in found) faults.push(found);
      else if (found) lines.push(found);
    }
  }
  return { lines: lines.sort((a, b) => a.row.line - b.row.line), unclear, faults, silent };
}

type How = 'word-for-word' | 'by-key' | 'rest';
interface Known {
  readonly row: DevelopmentRow;
  readonly listed: Listed;
}

/** Null: not its turn yet. */
function lineOf(
  { row, listed }: Known,
  how: How,
  taken: Map<string, DevelopmentRow>,
): DevelopmentLine | ListFault | null {
  const same: Same<Measure | Experience> = row.measure
    ? whichMeasure(row.measure, row.key, listed.measures)
    : whichExperience(row.experience, row.key, listed.experiences);
  const wanted = same[how === 'word-for-word' ? 'exact' : how === 'by-key' ? 'keyed' : 'open'];
  const free = wanted.filter(({ id }) => how === 'word-for-word' || !taken.has(id));
  const [old = null] = free;
  if (how !== 'rest' && !old) return null;
  if (free.length > 1) return faultOf(row, row.measure ? 'dueOn' : 'fromMonth', 'which-of-theirs');
  const line = row.measure
    ? measureLine(row, listed, old as Measure | null)
    : experienceLine(row, listed, old as Experience | null);
  if ('expected' in line) return line;
  const key = old?.id ?? newKeyOf(line);
  const other = taken.get(key);
  if (other)
    return saysTheSame(other, row) ? { ...line, kind: 'same' } : faultOf(row, 'fullName', 'same-as-line', other);
  taken.set(key, row);
  return line;
}

function measureLine(row: DevelopmentRow, listed: Listed, old: Measure | null): DevelopmentLine | ListFault {
  const said = row.measure;
  const entry = old?.entry ?? listed.entries[0]?.id;
  if (!said?.kind || !said.what || !entry) return faultOf(row, 'what', 'measure-what');
  const next = {
    kind: said.kind,
    what: kept(said.what, old?.what) ?? said.what,
    responsible: kept(said.responsible, old?.responsible),
    startsOn: said.startsOn ?? old?.startsOn ?? null,
    dueOn: said.dueOn ?? old?.dueOn ?? null,
    movement: old?.movement ?? null,
    state: said.state ?? old?.state ?? 'planned',
    word: kept(said.word, old?.word),
  };
  const isSame = old !== null && (Object.keys(next) as (keyof typeof next)[]).every((key) => next[key] === old[key]);
  if (isSame) return lineWith(row, listed, 'same', { entry, person: listed.person.id, old, next }, null);
  const form = checkMeasure(next);
  const outcome = form.ok ? checkOutcome(next) : form;
  if (!form.ok || !outcome.ok) return faultFrom(row, form.ok ? (outcome as Refused) : form);
  const isSaid = (one: Measure) =>
    one.id !== old?.id && one.kind === next.kind && one.dueOn === next.dueOn && one.what === form.value.what;
  if (old && listed.measures.some(isSaid)) return faultOf(row, 'what', 'not-said-already');
  const intake = { entry, person: listed.person.id, old, next: { ...next, ...form.value, ...outcome.value } };
  return lineWith(row, listed, old ? 'changed' : 'new', intake, null);
}

function experienceLine(row: DevelopmentRow, listed: Listed, old: Experience | null): DevelopmentLine | ListFault {
  const said = row.experience;
  if (!said?.kind) return faultOf(row, 'kind', 'experience-kind');
  const next = {
    // Other capitals or diacritics make no other kind.
    kind: old && foldName(old.kind.name) === foldName(said.kind) ? old.kind.name : said.kind,
    place: kept(said.place, old?.place),
    fromMonth: said.fromMonth ?? old?.fromMonth ?? null,
    toMonth: said.toMonth ?? old?.toMonth ?? null,
    movement: old?.movement ?? null,
  };
  const person = listed.person.id;
  const fields = ['place', 'fromMonth', 'toMonth'] as const;
  if (old && old.kind.name === next.kind && fields.every((field) => next[field] === old[field])) {
    return lineWith(row, listed, 'same', null, { person, old, next });
  }
  const form = checkExperience(next);
  if (!form.ok) return faultFrom(row, form);
  return lineWith(row, listed, old ? 'changed' : 'new', null, { person, old, next: form.value });
}

function lineWith(
  row: DevelopmentRow,
  { person }: Listed,
  kind: DevelopmentLine['kind'],
  measure: DevelopmentLine['measure'],
  experience: DevelopmentLine['experience'],
): DevelopmentLine {
  return { kind, row, person, measure, experience };
}

/** A cell shows no difference in spaces and marks that cannot be seen: then what is recorded stays as it is written. */
function kept(typed: string | null, known: string | null | undefined): string | null {
  if (typed === null) return known ?? null;
  return known && tidyCell(known) === typed ? known : typed;
}

function newKeyOf({ person, measure, experience }: DevelopmentLine): string {
  const said = measure
    ? [measure.next.kind, measure.next.what, measure.next.dueOn]
    : [foldName(experience?.next.kind ?? ''), experience?.next.fromMonth, experience?.next.place];
  return JSON.stringify([person.id, ...said]);
}

function saysTheSame(a: DevelopmentRow, b: DevelopmentRow): boolean {
  return JSON.stringify([a.measure, a.experience]) === JSON.stringify([b.measure, b.experience]);
}

function faultOf(
  row: DevelopmentRow,
  column: ListColumn,
  expected: ListExpectation,
  other: DevelopmentRow | null = null,
): ListFault {
  const typed = { ...row.measure, ...row.experience, fullName: row.fullName }[column as 'fullName'] ?? '';
  return { line: row.line, column, typed: typed.slice(0, 60), expected, hint: other ? String(other.line) : null };
}

/** What the form of one would refuse, at the column that it is about. */
function faultFrom(row: DevelopmentRow, { reason, field }: Refused): ListFault {
  const column = (field === 'newKind' ? 'kind' : (field ?? 'what')) as ListColumn;
  const expected: ListExpectation = reason.endsWith('too-long')
    ? 'shorter'
    : reason.endsWith('-order')
      ? 'later'
      : 'why';
  return faultOf(row, column, expected);
}
