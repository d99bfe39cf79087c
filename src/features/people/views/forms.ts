/** The forms of the register: search, and the short form of one person. */
import { z } from 'zod';
import { defineForm, type Field, type Form } from '../../../chat/form.ts';
import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { CommitteeId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import type { PlainDate, PlainMonth } from '../../../kernel/time.ts';
import type { AskedData } from '../../eligibility/types.ts';
import type { UnitAdvice } from '../../units/types.ts';
import { adviceBlocks } from '../../units/views/advice.ts';
import { readBirthMonth } from '../rules/read-cells.ts';
import { newestDiscipline } from '../rules/short-form.ts';
import { type Discipline, disciplineKinds, type Person, type ShortForm, sexes } from '../types.ts';
import { addButton, personLine, registerButton } from './register.ts';

const text = z.string().nullish();

export const searchForm = defineForm({
  id: 'people.search',
  state: z.object({ committee: z.string() }),
  values: z.object({ name: z.string() }),
});
export const personForm = defineForm({
  id: 'people.person',
  /** person null: somebody new. warned: those of the same name that were shown already. */
  state: z.object({
    committee: z.string(),
    person: z.string().nullable(),
    version: z.number(),
    warned: z.array(z.string()),
  }),
  values: z.object({
    fullName: z.string().nullable(),
    birthMonth: text,
    sex: z.enum(sexes).nullish(),
    unit: text,
    partyPost: text,
    statePost: text,
    level: text,
    discipline: z.enum([...disciplineKinds, 'none']).nullish(),
    decidedOn: text,
    effectUntil: text,
    decision: text,
    another: z.array(z.string()).nullish(),
  }),
});

/** What was typed, as the register keeps it. Refuses a month that cannot be read, instead of dropping it. */
export function readPerson(
  values: z.output<typeof personForm.values>,
): Outcome<{ form: ShortForm; discipline: Discipline | null }, 'birth-month-unreadable'> {
  const typedMonth = values.birthMonth?.trim() || null;
  const birthMonth = typedMonth === null ? null : readBirthMonth(typedMonth);
  if (typedMonth !== null && birthMonth === null) return refused('birth-month-unreadable', {}, 'birthMonth');
  const form: ShortForm = {
    fullName: values.fullName ?? '',
    birthMonth,
    sex: values.sex ?? null,
    unit: values.unit?.trim() || null,
    partyPost: values.partyPost?.trim() || null,
    statePost: values.statePost?.trim() || null,
    level: values.level ? Number(values.level) : null,
  };
  const kind = values.discipline ?? 'none';
  if (kind === 'none') return done({ form, discipline: null });
  const { decidedOn = null, effectUntil = null } = values;
  return done({ form, discipline: { kind, decidedOn, effectUntil, decision: values.decision?.trim() || null } });
}

export function readTypedMonth(typed: string): PlainMonth | null {
  return readBirthMonth(typed);
}

export function searchView(t: Texts, committee: CommitteeId): Form {
  return searchForm.draw({
    title: t('people.search.title'),
    submit: t('people.search.submit'),
    cancel: t('common.cancel'),
    state: { committee },
    items: [
      searchForm.field('name', {
        label: t('people.search.name'),
        hint: t('people.search.hint'),
        input: { type: 'text', max: 200 },
      }),
    ],
  });
}

export interface PersonDrawing {
  readonly committee: CommitteeId;
  readonly person: Person | null;
  readonly today: PlainDate;
  /** What the rules of the committee ask for; anything else is asked only where the register holds it already. */
  readonly asked: AskedData;
  /** Who may be the same person, found while the name was typed. */
  readonly duplicates?: readonly Person[];
  /** What was typed so far, when the form is redrawn. */
  readonly typed?: { readonly requestId: string | null; readonly values: Readonly<Record<string, unknown>> };
}

export function personView(t: Texts, drawing: PersonDrawing): Form {
  const { committee, person, asked, duplicates = [], today, typed } = drawing;
  const measure = person ? newestDiscipline(person) : null;
  const said = (name: string, known: string | null | undefined) => {
    const value = typed?.values[name];
    const initial = typeof value === 'string' ? value : typed ? undefined : (known ?? undefined);
    return initial === undefined ? {} : { initial };
  };
  const line = (name: 'unit' | 'partyPost' | 'statePost') =>
    personForm.field(name, {
      label: t(`people.form.${name}`),
      optional: true,
      input: { type: 'text', max: 500, ...said(name, person?.[name]) },
    });
  const level = typed ? typed.values.level : (person?.level ?? null);
  const ageFields = [
    personForm.field('birthMonth', {
      label: t('people.form.birthMonth'),
      hint: t('people.form.birthMonthHint'),
      optional: true,
      input: {
        type: 'text',
        max: 20,
        ...said('birthMonth', person?.birthMonth ? typedMonth(person.birthMonth) : null),
      },
    }),
    personForm.field('sex', {
      label: t('people.form.sex'),
      optional: true,
      input: {
        type: 'select',
        options: sexes.map((sex) => ({ value: sex, label: t.label('people.sexes', sex) })),
        ...said('sex', person?.sex),
      },
    }),
  ];
  const levelFields = [
    personForm.field('level', {
      label: t('people.form.level'),
      hint: t('people.form.levelHint'),
      optional: true,
      input: {
        type: 'number',
        min: 1,
        max: 20,
        ...(level === null || level === undefined || level === '' ? {} : { initial: Number(level) }),
      },
    }),
  ];
  const disciplineFields = [
    personForm.field('discipline', {
      label: t('people.form.discipline'),
      optional: true,
      input: {
        type: 'select',
        options: [
          { value: 'none', label: t('people.form.disciplineNone') },
          ...disciplineKinds.map((kind) => ({ value: kind, label: t.label('people.disciplines', kind) })),
        ],
        ...said('discipline', measure?.kind),
      },
    }),
    personForm.field('decidedOn', {
      label: t('people.form.decidedOn'),
      optional: true,
      input: { type: 'date', ...said('decidedOn', measure?.decidedOn) },
    }),
    personForm.field('effectUntil', {
      label: t('people.form.effectUntil'),
      hint: t('people.form.effectHint'),
      optional: true,
      input: { type: 'date', ...said('effectUntil', measure?.effectUntil) },
    }),
    personForm.field('decision', {
      label: t('people.form.decision'),
      optional: true,
      input: { type: 'text', max: 200, ...said('decision', measure?.decision) },
    }),
    ...(measure
      ? [
          personForm.field('another', {
            label: t('people.form.another'),
            optional: true,
            input: { type: 'checkboxes', options: [{ value: 'yes', label: t('people.form.anotherYes') }] },
          }),
        ]
      : []),
  ];
  return personForm.draw({
    title: t(person ? 'people.form.titleChange' : 'people.form.titleAdd'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { committee, person: person?.id ?? null, version: person?.version ?? 0, warned: shownOf(duplicates) },
    ...(typed?.requestId ? { requestId: typed.requestId } : {}),
    items: [
      ...(person ? [] : [{ kind: 'note', text: [t('people.form.purpose')] } as const]),
      personForm.field('fullName', {
        label: t('people.form.fullName'),
        ...(person ? {} : { live: true }),
        input: { type: 'text', max: 200, ...said('fullName', person?.fullName) },
      }),
      ...duplicateBlocks(t, duplicates, today),
      ...fields(asked.age || person?.birthMonth || person?.sex, ageFields),
      ...fields(asked.partyPosts || person?.partyPost, [line('partyPost')]),
      line('statePost'),
      line('unit'),
      ...fields(asked.levels || person?.level, levelFields),
      ...fields(asked.discipline || measure, disciplineFields),
    ],
  });
}

/** Left out where nobody asks for it. */
function fields(isAsked: unknown, asked: readonly Field[]): readonly Field[] {
  return isAsked ? asked : [];
}

/** `advice`: what the tree of units says of the unit that was typed. */
export function savedMessage(
  t: Texts,
  saved: { committee: CommitteeId; name: string; isNew: boolean; advice: readonly UnitAdvice[] },
): Message {
  const { committee, name, advice } = saved;
  return {
    summary: t('people.form.summary'),
    blocks: [
      { kind: 'text', text: t.rich(saved.isNew ? 'people.form.added' : 'people.form.changed', { name }) },
      ...adviceBlocks(t, advice),
      {
        kind: 'buttons',
        buttons: [
          ...(saved.isNew ? [addButton.draw(t('people.form.buttonAddAnother'), { committee })] : []),
          registerButton.draw(t('people.form.buttonOpen'), { committee, page: '1' }),
        ],
      },
    ],
  };
}

const maxShown = 5;

function shownOf(duplicates: readonly Person[]): string[] {
  return duplicates.slice(0, maxShown).map(({ id }) => id);
}

/** Somebody of this name is there whom the form has not shown yet: saving waits until it has. */
export function isUnwarned(warned: readonly string[], duplicates: readonly Person[]): boolean {
  return shownOf(duplicates).some((id) => !warned.includes(id));
}

function duplicateBlocks(t: Texts, duplicates: readonly Person[], today: PlainDate): readonly Block[] {
  if (duplicates.length === 0) return [];
  return [
    { kind: 'text', text: [t('people.form.duplicates', { count: duplicates.length })] },
    { kind: 'list', items: duplicates.slice(0, maxShown).map((person) => personLine(t, person, today)) },
    { kind: 'note', text: [t('people.form.duplicatesNext')] },
  ];
}

/** As people type it: 05/1978. */
function typedMonth(month: string): string {
  return `${month.slice(5)}/${month.slice(0, 4)}`;
}
