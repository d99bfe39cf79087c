/** The committee's dates as a list, and what is asked before one is moved, cancelled or put off. */
import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Rich } from '../../../kernel/rich.ts';
import type { DeadlineList, DeadlineRow, DueMoment, Listed, MovePreview, StatedDate } from '../types/dates.ts';
import type { SnoozeOption } from '../types/reminders.ts';
import * as buttons from './buttons.ts';

/** `hint` stands above the list: how to go on. */
export function listMessage(t: Texts, list: DeadlineList, hint: string | null = null): Message {
  const { deadlines, mayManage } = list;
  return {
    summary: t('deadlines.summary'),
    about: list.committee,
    blocks: [
      { kind: 'heading', text: t('deadlines.title') },
      ...(hint === null ? [] : [{ kind: 'text', text: [hint] } as const]),
      ...(deadlines.length === 0 ? [{ kind: 'text', text: [t('deadlines.none')] } as const] : []),
      ...deadlines.flatMap((listed, index) => entry(t, listed, index + 1, mayManage)),
    ],
  };
}

/** A list of one's own dates with a button each. */
export function snoozeListMessage(t: Texts, own: readonly Listed[]): Message {
  const running = own.filter(({ daysLeft }) => daysLeft !== null);
  if (running.length === 0) return plainMessage(t('deadlines.snooze.none'));
  return {
    summary: t('deadlines.summary'),
    blocks: running.map((listed) => ({
      kind: 'row',
      text: lineOf(t, listed),
      buttons: [buttons.snoozeMenuButton.draw(t('deadlines.buttons.snooze'), { deadline: listed.deadline.id })],
    })),
  };
}

function entry(t: Texts, listed: Listed, number: number, mayManage: boolean): readonly Block[] {
  const { deadline, offDay, owing, isLater, daysLeft, isOwn } = listed;
  const id = { deadline: deadline.id };
  const isMovable = mayManage && daysLeft !== null && deadline.ladder === 'date';
  const facts = [
    daysText(t, daysLeft),
    ...(deadline.ladder === 'conference' || isLater ? [] : [owingText(t, owing)]),
    ...(offDay ? [t(`deadlines.moved.${offDay.kind}`, { date: t.date(offDay.date) })] : []),
  ];
  return [
    {
      kind: 'row',
      text: [`${number}. `, ...lineOf(t, listed)],
      buttons: [
        ...(isOwn && daysLeft !== null ? [buttons.snoozeMenuButton.draw(t('deadlines.buttons.snooze'), id)] : []),
        ...(isMovable ? [buttons.moveButton.draw(t('deadlines.buttons.move'), id)] : []),
        ...(mayManage && (owing ?? 0) > 0 ? [buttons.whoButton.draw(t('deadlines.buttons.who'), id)] : []),
        ...(isMovable ? [buttons.cancelButton.draw(t('deadlines.buttons.cancel'), id)] : []),
      ],
    },
    { kind: 'note', text: [facts.join(' · ')] },
  ];
}

export function lineOf(t: Texts, { deadline, title }: Pick<Listed, 'deadline' | 'title'>): Rich {
  return t.rich('deadlines.line', { title: titleText(t, deadline, title), date: t.moment(deadline.dueAt) });
}

/** Whatever became of the subject, it has a name. */
export function titleText(t: Texts, { subject }: Pick<DeadlineRow, 'subject'>, title: string | null): string {
  return title ?? t.label('deadlines.kinds', subject.kind);
}

export function daysText(t: Texts, daysLeft: number | null): string {
  if (daysLeft === null) return t('deadlines.days.passed');
  return daysLeft === 0 ? t('deadlines.days.today') : t('deadlines.days.left', { count: daysLeft });
}

export function owingText(t: Texts, owing: number | null): string {
  if (owing === null) return t('deadlines.owingHidden');
  return owing === 0 ? t('deadlines.owingNone') : t('deadlines.owing', { count: owing });
}

/** "Then it ends …", why it is not the day asked for, whom it touches. */
export function movePreviewText(t: Texts, preview: MovePreview, due: DueMoment): readonly Block[] {
  const { moved } = due;
  return [
    { kind: 'text', text: t.rich('deadlines.move.becomes', { date: t.moment(due.dueAt) }) },
    ...(moved
      ? [{ kind: 'note', text: [t(`deadlines.moved.${moved.because}`, { date: t.date(moved.from) })] } as const]
      : []),
    { kind: 'note', text: [reaches(t, 'move', preview.touched)] },
  ];
}

/** Repeated back before a typed date counts. */
export function confirmMoveMessage(t: Texts, preview: MovePreview, due: DueMoment, stated: StatedDate): Message {
  const { deadline } = preview;
  const title = titleText(t, deadline, preview.title);
  return {
    summary: t('deadlines.summary'),
    blocks: [
      { kind: 'text', text: t.rich('deadlines.move.now', { title, date: t.moment(deadline.dueAt) }) },
      ...movePreviewText(t, preview, due),
      {
        kind: 'buttons',
        buttons: [
          buttons.confirmMoveButton.draw(
            t('deadlines.buttons.confirmMove'),
            {
              ...{ deadline: deadline.id, version: String(deadline.version) },
              ...{ date: stated.date, time: stated.time ?? '' },
            },
            { style: 'primary' },
          ),
          buttons.keepButton.draw(t('deadlines.buttons.keep'), {}),
        ],
      },
    ],
  };
}

export function confirmCancelMessage(t: Texts, preview: MovePreview): Message {
  const { deadline } = preview;
  const title = titleText(t, deadline, preview.title);
  const id = { deadline: deadline.id, version: String(deadline.version) };
  return {
    summary: t('deadlines.summary'),
    blocks: [
      { kind: 'text', text: t.rich('deadlines.cancel.ask', { title, date: t.moment(deadline.dueAt) }) },
      { kind: 'text', text: [reaches(t, 'cancel', preview.touched)] },
      {
        kind: 'buttons',
        buttons: [
          buttons.confirmCancelButton.draw(t('deadlines.buttons.confirmCancel'), id, { style: 'danger' }),
          buttons.keepButton.draw(t('deadlines.buttons.keep'), {}),
        ],
      },
    ],
  };
}

export function snoozeMessage(t: Texts, deadline: DeadlineRow, options: readonly SnoozeOption[]): Message {
  if (options.length === 0) {
    return plainMessage(t.refusal({ ok: false, reason: 'snooze-too-late', facts: { due: deadline.dueAt } }));
  }
  return {
    summary: t('deadlines.snooze.ask'),
    blocks: [
      { kind: 'text', text: [t('deadlines.snooze.ask')] },
      { kind: 'buttons', buttons: snoozeButtons(t, deadline, options) },
    ],
  };
}

export function snoozeButtons(t: Texts, deadline: Pick<DeadlineRow, 'id'>, options: readonly SnoozeOption[]) {
  return options.map(({ key }) =>
    buttons.snoozeButton.draw(t(`deadlines.snooze.${key}`), { deadline: deadline.id, key }),
  );
}

function reaches(t: Texts, what: 'move' | 'cancel', count: number): string {
  return count === 0 ? t(`deadlines.${what}.reachesNone`) : t(`deadlines.${what}.reaches`, { count });
}

function plainMessage(text: string): Message {
  return { summary: text, blocks: [{ kind: 'text', text: [text] }] };
}
