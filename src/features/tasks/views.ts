/** Tasks as people read and settle them. */
import { z } from 'zod';
import { defineButton, defineForm, type Form } from '../../chat/form.ts';
import type { Block, Button, Message } from '../../chat/message.ts';
import type { Texts } from '../../i18n/texts.ts';
import type { Duty } from '../deadlines/types/duties.ts';
import type { DutyViews } from '../deadlines/views/duty.ts';
import { settledStates, type Task } from './types.ts';

export const settleButton = defineButton('tasks.settle', z.object({ task: z.string() }));

/** Everything that is not settled. */
export const tasksButton = defineButton('tasks.list', z.object({ committee: z.string() }));

export const settleForm = defineForm({
  id: 'tasks.settle',
  state: z.object({ task: z.string() }),
  values: z.object({ state: z.enum(settledStates), word: z.string().nullish() }),
});

export function taskText(t: Texts, task: Pick<Task, 'text' | 'ownerName' | 'dueOn'>): string {
  const { text, ownerName: name } = task;
  return task.dueOn ? t('tasks.lineDated', { text, name, date: t.date(task.dueOn) }) : t('tasks.line', { text, name });
}

function settle(t: Texts, task: string): Button {
  return settleButton.draw(t('tasks.buttons.settle'), { task });
}

const rowsShown = 20;

export function tasksMessage(t: Texts, tasks: readonly Task[]): Message {
  return {
    summary: t('tasks.summary'),
    blocks: [
      { kind: 'heading', text: t('tasks.heading') },
      ...(tasks.length === 0 ? [{ kind: 'text', text: [t('tasks.none')] } as const] : []),
      ...tasks
        .slice(0, rowsShown)
        .map((task): Block => ({ kind: 'row', text: [taskText(t, task)], buttons: [settle(t, task.id)] })),
      ...(tasks.length > rowsShown
        ? [{ kind: 'note', text: [t('tasks.more', { count: tasks.length - rowsShown })] } as const]
        : []),
    ],
  };
}

export function settleView(t: Texts, task: Task): Form {
  return settleForm.draw({
    title: t('tasks.form.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { task: task.id },
    items: [
      { kind: 'text', text: [taskText(t, task)] },
      settleForm.field('state', {
        label: t('tasks.form.state'),
        input: {
          type: 'radio',
          options: settledStates.map((value) => ({ value, label: t(`tasks.states.${value}`) })),
          initial: 'done',
        },
      }),
      settleForm.field('word', {
        label: t('tasks.form.word'),
        optional: true,
        input: { type: 'text', multiline: true, max: 1_000 },
      }),
    ],
  });
}

/** The text opens privately: it may name somebody. */
export function givenCard(t: Texts, task: Task): Message {
  return {
    summary: t('tasks.given'),
    blocks: [
      { kind: 'text', text: [{ bold: t('tasks.given') }] },
      { kind: 'text', text: [taskText(t, task)] },
      ...(task.state === 'open'
        ? [{ kind: 'buttons', buttons: [settle(t, task.id)] } as const]
        : [{ kind: 'note', text: [t(`tasks.states.${task.state}`)] } as const]),
    ],
  };
}

export const taskDutyViews: DutyViews = {
  'tasks.settle': (t, { subject, facts }) => ({
    kind: 'row',
    text: [dutyText(t, facts)],
    buttons: [settle(t, subject.id)],
  }),
  'tasks.settle-left': (t, { subject, facts }) => ({
    kind: 'row',
    text: [dutyText(t, facts), ` (${t('tasks.ownerLeft', { name: String(facts.owner) })})`],
    buttons: [settle(t, subject.id)],
  }),
};

function dutyText(t: Texts, { text, dueOn }: Duty['facts']): string {
  return typeof dueOn === 'string'
    ? t('tasks.dutyDated', { text: String(text), date: t.date(dueOn) })
    : t('tasks.duty', { text: String(text) });
}
