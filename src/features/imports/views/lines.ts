/** Lines of a preview: what cannot be read and why, who is new, and of what is changed the words before and after. */
import type { Block } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Rich } from '../../../kernel/rich.ts';
import type { ShortForm } from '../../people/types.ts';
import { describePerson } from '../../people/views/register.ts';
import { decisionCell } from '../../plans/rules/sheet.ts';
import type { Plan } from '../../plans/types.ts';
import { readinessName } from '../../plans/views/readiness.ts';
import type { ChangedField, EntryChange, Fault, PersonChange, ReadList } from '../types/people.ts';

export function faultLine(t: Texts, fault: Fault): string {
  const expected = t(`imports.expected.${fault.expected}`, { hint: fault.hint ?? '' });
  const column = t.label('imports.columns', fault.column);
  const { line, typed } = fault;
  return typed === ''
    ? t('imports.preview.faultEmpty', { line, column, expected })
    : t('imports.preview.fault', { line, column, typed, expected });
}

const linesShown = 20;

/** On the list for the plan already: they enter it by a decision. */
export function putForwardNote(t: Texts, entries: readonly EntryChange[]): readonly Block[] {
  const count = entries.filter(({ kind }) => kind === 'put-forward').length;
  return count === 0 ? [] : [{ kind: 'note', text: [t('imports.preview.putForward', { count })] }];
}

export function passedOverNote(t: Texts, { passedOver }: Pick<ReadList, 'passedOver'>): readonly Block[] {
  if (passedOver.length === 0) return [];
  const shown = passedOver.slice(0, linesShown).map(({ line, text }) => t('imports.preview.line', { line, text }));
  const rest = passedOver.length - shown.length;
  const list = t.list(rest > 0 ? [...shown, t('imports.preview.more', { count: rest })] : shown);
  return [{ kind: 'note', text: [t('imports.preview.passedOver', { list })] }];
}

export function changeBlocks(t: Texts, kind: 'new' | 'changed', changes: readonly PersonChange[]): readonly Block[] {
  const these = changes.filter((change) => change.kind === kind);
  const lines = these.slice(0, linesShown).map((change) => changeLine(t, change));
  const more = these.length - lines.length;
  return listed(t(`imports.preview.${kind}`), [
    ...lines,
    ...(more > 0 ? [[t('imports.preview.more', { count: more })]] : []),
  ]);
}

function changeLine(t: Texts, change: PersonChange): Rich {
  const positions = change.row.entries.map(({ position }) => position);
  const to = positions.length > 0 ? ` → ${positions.join('; ')}` : '';
  if (change.kind === 'new') {
    const about = describePerson(t, change.form);
    return [{ bold: change.form.fullName }, about ? `, ${about}` : '', to];
  }
  const { person, form } = change;
  const fields = change.fields.map((field) => {
    const name = t.label('imports.columns', field);
    if (field === 'discipline') return name;
    return t('imports.preview.becomes', { name, from: said(t, person, field), to: said(t, form, field) });
  });
  return [{ bold: person.fullName }, `: ${fields.join('; ')}`];
}

function said(t: Texts, form: ShortForm, field: Exclude<ChangedField, 'discipline'>): string {
  const { [field]: value, birthMonth, sex } = form;
  if (value === null) return t('imports.preview.nothingSaid');
  if (field === 'birthMonth' && birthMonth) return t.month(birthMonth);
  return field === 'sex' && sex ? t(`people.sexes.${sex}`) : String(value);
}

/** Who comes to stand in the plan, and whose decision or level reads differently. */
export function entryBlocks(
  t: Texts,
  plan: Pick<Plan, 'ruleSet' | 'ruleSetVersion'> | null,
  kind: 'new' | 'changed',
  entries: readonly EntryChange[],
): readonly Block[] {
  const these = entries.filter((entry) => entry.kind === kind);
  const lines = these.slice(0, linesShown).map(({ change, title, decisionIn, enteredOn, readiness }): Rich => {
    const near = plan && readiness !== null ? readinessName(t, plan, readiness) : '';
    const more = [decisionCell(decisionIn, enteredOn), near].filter(Boolean);
    return [{ bold: change.form.fullName }, `: ${[title, ...more].join(', ')}`];
  });
  const more = these.length - lines.length;
  return listed(t(kind === 'new' ? 'imports.preview.entriesNew' : 'imports.preview.entriesChanged'), [
    ...lines,
    ...(more > 0 ? [[t('imports.preview.moreLines', { count: more })]] : []),
  ]);
}

export function listed(title: string, items: readonly Rich[]): readonly Block[] {
  return items.length === 0
    ? []
    : [
        { kind: 'text', text: [{ bold: title }] },
        { kind: 'list', items },
      ];
}
