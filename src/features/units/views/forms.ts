/** Forms of the tree: a unit's name and place, its end, a pasted list with its preview, another date. */
import { z } from 'zod';
import { defineForm, type Form, type Option } from '../../../chat/form.ts';
import type { Block } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { PlainDate } from '../../../kernel/time.ts';
import { foldUnit, lastSpell, spellOn, treeOn } from '../rules/tree.ts';
import { endKinds, type ReadUnits, type Unit, type UnitFault } from '../types.ts';

const text = z.string().nullish();

export const unitForm = defineForm({
  id: 'units.unit',
  /** unit null: a new one. */
  state: z.object({ committee: z.string(), unit: z.string().nullable() }),
  values: z.object({ name: text, parent: text, from: text, decision: text }),
});
export const endForm = defineForm({
  id: 'units.end',
  state: z.object({ committee: z.string(), unit: z.string() }),
  values: z.object({ kind: z.enum(endKinds).nullish(), into: text, on: text, decision: text }),
});
export const pasteForm = defineForm({
  id: 'units.paste',
  /** What was shown as read, so that only what somebody saw is added; null: nothing yet. */
  state: z.object({ committee: z.string(), seen: z.string().nullable() }),
  values: z.object({ rows: text, rows2: text, from: text }),
});
export const dateForm = defineForm({
  id: 'units.date',
  state: z.object({ committee: z.string() }),
  values: z.object({ on: text }),
});

/** The value of the top of the tree among the parents that are offered. */
export const top = 'top';

export function unitView(
  t: Texts,
  at: { committee: string; unit: Unit | null; parent: Unit | null; today: PlainDate },
): Form {
  const { unit, parent, today } = at;
  const line = (name: 'name' | 'decision', initial: string | undefined) =>
    unitForm.field(name, {
      label: t(`units.form.${name}`),
      optional: name === 'decision',
      input: { type: 'text', max: 200, ...(initial ? { initial } : {}) },
    });
  return unitForm.draw({
    title: t(unit ? 'units.form.titleChange' : 'units.form.titleAdd'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { committee: at.committee, unit: unit?.id ?? null },
    items: [
      ...(unit ? [{ kind: 'text', text: [t('units.form.introChange')] } as const] : []),
      line('name', unit ? lastSpell(unit).name : undefined),
      unitForm.field('parent', {
        label: t('units.form.parent'),
        input: {
          type: 'search',
          minChars: 0,
          initial: parent ? optionOf(parent) : { value: top, label: t('units.top') },
        },
      }),
      unitForm.field('from', {
        label: t('units.form.from'),
        hint: t(unit ? 'units.form.fromHintChange' : 'units.form.fromHint'),
        optional: unit === null,
        input: { type: 'date', ...(unit ? { initial: today } : {}) },
      }),
      ...(unit ? [line('decision', undefined)] : []),
    ],
  });
}

export function endView(t: Texts, committee: string, unit: Unit, today: PlainDate): Form {
  return endForm.draw({
    title: t('units.end.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { committee, unit: unit.id },
    items: [
      { kind: 'text', text: t.rich('units.end.intro', { name: lastSpell(unit).name }) },
      endForm.field('kind', {
        label: t('units.end.kind'),
        input: { type: 'radio', options: endKinds.map((kind) => ({ value: kind, label: t(`units.end.${kind}`) })) },
      }),
      endForm.field('into', {
        label: t('units.end.into'),
        hint: t('units.end.intoHint'),
        optional: true,
        input: { type: 'search', minChars: 0 },
      }),
      endForm.field('on', {
        label: t('units.end.on'),
        hint: t('units.end.onHint'),
        input: { type: 'date', initial: today },
      }),
      endForm.field('decision', {
        label: t('units.form.decision'),
        optional: true,
        input: { type: 'text', max: 200 },
      }),
    ],
  });
}

/** `again`: redrawn with what was typed, and with what was read of it. */
export function pasteView(
  t: Texts,
  committee: string,
  again: {
    readonly requestId: string | null;
    readonly seen: string;
    readonly read: ReadUnits;
    readonly typed: { readonly rows: string; readonly rows2: string; readonly from: string | null };
  } | null = null,
): Form {
  const field = (name: 'rows' | 'rows2') =>
    pasteForm.field(name, {
      label: t(`units.paste.${name}`),
      optional: name === 'rows2',
      input: {
        type: 'text',
        multiline: true,
        max: 3000,
        ...(again?.typed[name] ? { initial: again.typed[name] } : {}),
      },
    });
  return pasteForm.draw({
    title: t('units.paste.title'),
    submit: t(again ? 'units.paste.submit' : 'units.paste.look'),
    cancel: t('common.cancel'),
    state: { committee, seen: again?.seen ?? null },
    ...(again?.requestId ? { requestId: again.requestId } : {}),
    items: [
      ...(again ? readBlocks(t, again.read) : [{ kind: 'text', text: [t('units.paste.intro')] } as const]),
      field('rows'),
      field('rows2'),
      pasteForm.field('from', {
        label: t('units.form.from'),
        hint: t('units.form.fromHint'),
        optional: true,
        input: { type: 'date', ...(again?.typed.from ? { initial: again.typed.from } : {}) },
      }),
    ],
  });
}

const linesShown = 15;

function readBlocks(t: Texts, { fresh, known, faults }: ReadUnits): readonly Block[] {
  const names = fresh.slice(0, linesShown).map(({ name }) => [name]);
  const wrong = faults.slice(0, linesShown).map((fault) => [faultLine(t, fault)]);
  const more = (all: number) => (all > linesShown ? [[t('units.more', { count: all - linesShown })]] : []);
  return [
    { kind: 'text', text: [t('units.paste.read', { fresh: fresh.length, known, faulty: faults.length })] },
    ...(names.length > 0 ? [{ kind: 'list', items: [...names, ...more(fresh.length)] } as const] : []),
    ...(wrong.length > 0
      ? ([
          { kind: 'text', text: [{ bold: t('units.paste.faults') }] },
          { kind: 'list', items: [...wrong, ...more(faults.length)] },
        ] as const)
      : []),
    { kind: 'note', text: [t('units.paste.next')] },
  ];
}

function faultLine(t: Texts, { line, typed, kind, hint }: UnitFault): string {
  return t('units.paste.fault', { line, typed, what: t(`units.faults.${kind}`, { hint }) });
}

export function dateView(t: Texts, committee: string, today: PlainDate): Form {
  return dateForm.draw({
    title: t('units.date.title'),
    submit: t('units.date.submit'),
    cancel: t('common.cancel'),
    state: { committee },
    items: [dateForm.field('on', { label: t('units.date.on'), input: { type: 'date', initial: today } })],
  });
}

/** Units that go on, found by every word typed; with the unit above where a name stands twice. */
export function unitOptions(
  t: Texts,
  units: readonly Unit[],
  asked: {
    readonly typed: string;
    readonly today: PlainDate;
    readonly withTop: boolean;
    readonly except: string | null;
  },
): readonly Option[] {
  const words = foldUnit(asked.typed).split(' ').filter(Boolean);
  const tree = treeOn(units, asked.today);
  const later = units.filter((unit) => unit.end === null && spellOn(unit, asked.today) === null);
  const all = [...tree.map(({ unit, path }) => ({ unit, path })), ...later.map((unit) => ({ unit, path: [] }))];
  const found = all.filter(({ unit }) => {
    const name = foldUnit(lastSpell(unit).name);
    return unit.end === null && unit.id !== asked.except && words.every((word) => name.includes(word));
  });
  const head = asked.withTop && words.length === 0 ? [{ value: top, label: t('units.top') }] : [];
  return [...head, ...found.map(({ unit, path }) => optionOf(unit, path.at(-2)))].slice(0, 100);
}

function optionOf(unit: Unit, above?: string): Option {
  const label = [lastSpell(unit).name, above].filter(Boolean).join(' · ');
  return { value: unit.id, label: label.length > 75 ? `${label.slice(0, 74)}…` : label };
}
