/** How long each kind of data is kept, as everybody reads it, and the form in which it is set. */
import { z } from 'zod';
import { defineButton, defineForm, type Form } from '../../../chat/form.ts';
import type { Block, Button, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { caseKinds, type KeptKind, keptKinds, partKinds } from '../../../kernel/held-people.ts';
import type { Committee } from '../../committees/types.ts';
import { monthsMax, reasonMax } from '../rules/periods.ts';
import type { PeriodLine, PeriodsSeen } from '../types.ts';
import { dueButton } from './buttons.ts';
import { namesOf, periodText } from './words.ts';

/** `committee` empty: the workspace. */
const ofSubject = z.object({ committee: z.string() });
export const periodsButton = defineButton('retention.periods', ofSubject);
export const changePeriodButton = defineButton('retention.change', ofSubject);
export const periodForm = defineForm({
  id: 'retention.period',
  state: ofSubject.extend({ version: z.number() }),
  values: z.object({
    kind: z.enum(keptKinds),
    months: z.coerce.number().nullish(),
    reason: z.string().nullish(),
  }),
});

/** `own`: the reader's committees, each a button to what holds there. */
export function periodsMessage(t: Texts, seen: PeriodsSeen, own: readonly Pick<Committee, 'id' | 'name'>[]): Message {
  const { committee, lines } = seen;
  const title = committee ? t('retention.titleOf', { committee: committee.name }) : t('retention.title');
  const linesOf = (kinds: readonly KeptKind[]) =>
    lines.filter(({ kind }) => kinds.includes(kind)).map((line): Block => ({ kind: 'text', text: lineText(t, line) }));
  return {
    summary: t('retention.title'),
    blocks: [
      { kind: 'heading', text: title },
      { kind: 'text', text: [t(committee ? 'retention.introOf' : 'retention.intro')] },
      { kind: 'text', text: [{ bold: t('retention.cases') }] },
      ...linesOf(caseKinds),
      { kind: 'text', text: [{ bold: t('retention.parts') }] },
      ...linesOf(partKinds),
      { kind: 'note', text: [t('retention.longest')] },
      ...(lines.some(({ period }) => period?.origin === 'rule')
        ? [{ kind: 'note', text: [t('retention.sourceRule')] } as const]
        : []),
      { kind: 'note', text: [t('retention.sourceNone')] },
      { kind: 'note', text: [t('retention.who')] },
      ...buttonBlock(buttonsOf(t, seen, own)),
    ],
  };
}

function buttonsOf(t: Texts, seen: PeriodsSeen, own: readonly Pick<Committee, 'id' | 'name'>[]): readonly Button[] {
  const at = { committee: seen.committee?.id ?? '' };
  return [
    ...(seen.mayChange ? [changePeriodButton.draw(t('retention.buttonChange'), at)] : []),
    ...(seen.mayDecide ? [dueButton.draw(t('retention.buttonDue'), { ...at, page: '1' })] : []),
    ...(seen.committee ? [periodsButton.draw(t('retention.buttonWorkspace'), { committee: '' })] : []),
    ...own
      .filter(({ id }) => id !== seen.committee?.id)
      .map(({ id, name }) => periodsButton.draw(name, { committee: id })),
  ];
}

function buttonBlock(buttons: readonly Button[]): readonly Block[] {
  return buttons.length > 0 ? [{ kind: 'buttons', buttons }] : [];
}

function lineText(t: Texts, { kind, period, said }: PeriodLine) {
  return [
    ...t.rich('retention.line', { ...namesOf(t, kind), period: periodText(t, kind, period) }),
    ...(said ? [` · ${t('retention.said', { reason: said.reason, at: t.moment(said.at) })}`] : []),
  ];
}

export function periodView(t: Texts, { committee, version }: PeriodsSeen): Form {
  return periodForm.draw({
    title: t('retention.form.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { committee: committee?.id ?? '', version },
    items: [
      ...(committee ? [{ kind: 'text', text: [{ bold: committee.name }] } as const] : []),
      { kind: 'text', text: [t('retention.form.what')] },
      periodForm.field('kind', {
        label: t('retention.form.kind'),
        input: {
          type: 'select',
          options: keptKinds.map((kind) => ({ value: kind, label: t.label('retention.names', kind) })),
        },
      }),
      periodForm.field('months', {
        label: t('retention.form.months'),
        hint: t('retention.form.monthsHint'),
        optional: true,
        input: { type: 'number', min: 0, max: monthsMax },
      }),
      periodForm.field('reason', {
        label: t('retention.form.reason'),
        hint: t('retention.form.reasonHint'),
        input: { type: 'text', multiline: true, max: reasonMax },
      }),
    ],
  });
}
