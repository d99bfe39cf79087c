/** The form that takes a list of measures or of experience, its preview line by line, and what was stored. */
import { z } from 'zod';
import { defineButton, defineForm, type Form } from '../../../chat/form.ts';
import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Rich } from '../../../kernel/rich.ts';
import { titled } from '../../classification/views/marks.ts';
import { type ListKind, listKinds } from '../../development/types.ts';
import { listsButton, takeOverButton, undoListButton } from '../../development/views/buttons.ts';
import { describePerson } from '../../people/views/register.ts';
import type { Plan } from '../../plans/types.ts';
import type { DevelopmentLine, DevelopmentList, ListFault, MatchedDevelopment } from '../types/development.ts';
import { changesOf, saidOf } from './development-lines.ts';
import { listed, passedOverNote } from './lines.ts';
import { meantButton } from './meant.ts';
import { listFields } from './preview.ts';

export const takeInButton = defineButton('imports.take-in', z.object({ committee: z.string(), preview: z.string() }));

const rows = z.string().nullish();
export const developmentForm = defineForm({
  id: 'imports.development',
  state: z.object({ committee: z.string(), plan: z.string(), list: z.enum(listKinds) }),
  values: z.object({ file: z.string().nullish(), rows, rows2: rows, rows3: rows }),
});

export function takeOverView(t: Texts, state: z.output<typeof developmentForm.state>): Form {
  return developmentForm.draw({
    title: t('developmentLists.form.title'),
    submit: t('imports.form.submit'),
    cancel: t('common.cancel'),
    state,
    items: [
      { kind: 'text', text: [t(`developmentLists.form.intro.${state.list}`)] },
      ...listFields(t, developmentForm.field),
    ],
  });
}

const linesShown = 30;

export function developmentPreview(
  t: Texts,
  shown: {
    readonly id: string;
    readonly plan: Plan;
    readonly list: DevelopmentList;
    readonly matched: MatchedDevelopment;
  },
): Message {
  const { id: preview, plan, list, matched } = shown;
  const { committee } = plan;
  const of = (kind: DevelopmentLine['kind']) => matched.lines.filter((line) => line.kind === kind);
  const faults = [...list.faults, ...matched.faults].sort((a, b) => a.line - b.line);
  const isAnything = of('new').length + of('changed').length > 0;
  const counts = {
    ...{ added: of('new').length, changed: of('changed').length, same: of('same').length },
    ...{ unclear: matched.unclear.length, faulty: new Set(faults.map(({ line }) => line)).size },
  };
  return {
    summary: t('imports.preview.summary'),
    blocks: [
      { kind: 'heading', text: t(`developmentLists.preview.title.${list.list}`) },
      { kind: 'text', text: t.rich('developmentLists.preview.of', { plan: titled(t, plan) }) },
      {
        kind: 'text',
        text: [{ bold: t('imports.preview.nothingStored') }, ' ', t('developmentLists.preview.counts', counts)],
      },
      ...someLines(
        t,
        t('developmentLists.preview.faults'),
        faults.map((fault) => [faultText(t, fault)]),
      ),
      ...someLines(
        t,
        t('developmentLists.preview.unclear'),
        matched.unclear.map(({ line, fullName, possible }) => {
          const who = t.list(possible.map((one) => [one.fullName, describePerson(t, one)].filter(Boolean).join(', ')));
          return [t('developmentLists.preview.unclearLine', { line, name: fullName, who })];
        }),
      ),
      ...(['new', 'changed'] as const).flatMap((kind) =>
        someLines(
          t,
          t(`developmentLists.preview.${kind}`),
          of(kind).map((line) => [
            { bold: line.person.fullName },
            `: ${kind === 'new' ? saidOf(t, line) : changesOf(t, line)}`,
          ]),
        ),
      ),
      ...(matched.silent > 0
        ? [{ kind: 'note', text: [t('developmentLists.preview.silent', { count: matched.silent })] } as const]
        : []),
      ...passedOverNote(t, list),
      ...(list.ignored.length > 0
        ? [{ kind: 'note', text: [t('imports.preview.ignored', { list: t.list(list.ignored.slice(0, 20)) })] } as const]
        : []),
      ...(!isAnything && counts.unclear + counts.faulty === 0
        ? [{ kind: 'text', text: [{ bold: t('imports.preview.same') }] } as const]
        : []),
      { kind: 'note', text: [t(isAnything ? 'imports.preview.hour' : 'imports.preview.nothing')] },
      {
        kind: 'buttons',
        buttons: [
          ...(isAnything
            ? [takeInButton.draw(t('imports.preview.submit'), { committee, preview }, { style: 'primary' })]
            : []),
          ...(counts.unclear > 0
            ? [meantButton.draw(t('imports.meant.button'), { committee, preview, of: 'development' })]
            : []),
          takeOverButton.draw(t('imports.preview.again'), { committee, plan: plan.id, list: list.list }),
        ],
      },
      { kind: 'note', text: [t('common.onlyYou')] },
    ],
  };
}

/** With the button that takes it back, where anything was stored. */
export function takenInMessage(
  t: Texts,
  stored: {
    readonly plan: Plan;
    readonly id: string | null;
    readonly list: ListKind;
    readonly added: number;
    readonly changed: number;
    readonly same: number;
    readonly leftOut: number;
  },
): Message {
  const { plan, id, added, changed, same, leftOut } = stored;
  const { committee } = plan;
  const lines = [
    t('developmentLists.done.stored', { added, changed, same }),
    ...(leftOut > 0 ? [t('developmentLists.done.leftOut', { count: leftOut })] : []),
    ...(id ? [t('developmentLists.done.undo')] : []),
  ];
  return {
    summary: t('imports.preview.summary'),
    blocks: [
      ...lines.map((line): Block => ({ kind: 'text', text: [line] })),
      {
        kind: 'buttons',
        buttons: [
          ...(id ? [undoListButton.draw(t('common.undo'), { committee, intake: id })] : []),
          listsButton.draw(t('developmentLists.button'), { committee, plan: plan.id }),
        ],
      },
      { kind: 'note', text: [t('common.onlyYou')] },
    ],
  };
}

function someLines(t: Texts, title: string, items: readonly Rich[]): readonly Block[] {
  const more = items.length - linesShown;
  const rest: readonly Rich[] = more > 0 ? [[t('developmentLists.preview.more', { count: more })]] : [];
  return listed(title, [...items.slice(0, linesShown), ...rest]);
}

function faultText(t: Texts, { line, column: key, typed, expected: key2, hint }: ListFault): string {
  const column = t.label('developmentLists.columns', key);
  const expected = t(`developmentLists.expected.${key2}`, { hint: hint ?? '' });
  return typed === ''
    ? t('imports.preview.faultEmpty', { line, column, expected })
    : t('imports.preview.fault', { line, column, typed, expected });
}
