/** The words of reminders: one person's card, the digest, and what the committee secretary and the chair are told. */
import type { Block, Message } from '../../../chat/message.ts';
import type { TextKey, Texts } from '../../../i18n/texts.ts';
import type { Subject } from '../types/dates.ts';
import type { CommitteeDuties } from '../types/duties.ts';
import type { Again, NotAnswered, Outstanding, OwnReminder } from '../types/reminders.ts';
import * as buttons from './buttons.ts';
import { type DutyViews, dutyBlocks } from './duty.ts';
import { daysText, snoozeButtons, titleText } from './list.ts';
import { namesText, pageBlocks, pageOf } from './pages.ts';

/** Null: nothing is to be said any more. */
export function singleMessage(t: Texts, own: OwnReminder, views: DutyViews): Message {
  const { deadline, committee, duty, snoozedUntil } = own;
  const summary = t('deadlines.single.summary');
  if (!own.isAsked) return { summary, blocks: [{ kind: 'text', text: [t('deadlines.single.done')] }] };
  const view = duty ? views[duty.kind] : undefined;
  const doing = duty && view ? [view(t, duty)] : [];
  // Before the date the duty says by itself what is asked; after it the question has other words.
  const isSaid = doing.length > 0 && own.daysLeft !== null;
  return {
    summary,
    blocks: [
      { kind: 'text', text: [{ bold: committee.name }] },
      ...(isSaid ? [] : [askingBlock(t, own)]),
      ...doing,
      ...(own.daysLeft === null ? [] : [{ kind: 'note', text: [daysText(t, own.daysLeft)] } as const]),
      ...(snoozedUntil
        ? [{ kind: 'note', text: [t('deadlines.snooze.until', { date: t.moment(snoozedUntil) })] } as const]
        : snoozeRow(t, own)),
    ],
  };

  function snoozeRow(words: Texts, { snooze }: OwnReminder): readonly Block[] {
    return snooze.length === 0 ? [] : [{ kind: 'buttons', buttons: snoozeButtons(words, deadline, snooze) }];
  }
}

function askingBlock(t: Texts, own: Pick<OwnReminder, 'deadline' | 'title' | 'daysLeft'>): Block {
  const title = titleText(t, own.deadline, own.title);
  const { subject, ladder } = own.deadline;
  const past = ladder === 'conference' ? 'deadlines.single.begun' : 'deadlines.single.after';
  const key = own.daysLeft === null ? past : askKey(subject);
  return { kind: 'text', text: t.rich(key, { title, date: t.moment(own.deadline.dueAt) }) };
}

const asks: Readonly<Record<string, TextKey>> = {
  'review-round': 'deadlines.single.review-round',
  'review-close': 'deadlines.single.review-close',
  'plan-names': 'deadlines.single.plan-names',
  conference: 'deadlines.single.conference',
  'conference-reply': 'deadlines.single.conference-reply',
  'conference-agenda': 'deadlines.single.conference-agenda',
  'conference-addendum': 'deadlines.single.conference-agenda',
};

function askKey({ kind }: Subject): TextKey {
  return asks[kind] ?? 'deadlines.single.other';
}

export function offMessage(t: Texts): Message {
  const text = t('deadlines.single.off');
  return { summary: t('deadlines.single.summary'), blocks: [{ kind: 'text', text: [text] }] };
}

/** `head`: of the history, for those who may read it. Null: nothing to list. */
export function digestMessage(
  t: Texts,
  committees: readonly CommitteeDuties[],
  views: DutyViews,
  more: { readonly isRedraw: boolean; readonly head: { count: number; hash: string } | null },
): Message | null {
  const lines = committees.flatMap(({ committee, duties }) => dutyBlocks(t, committee.name, duties, views));
  const summary = t('deadlines.digest.summary');
  if (lines.length === 0) {
    return more.isRedraw ? { summary, blocks: [{ kind: 'text', text: [t('deadlines.digest.allDone')] }] } : null;
  }
  const { head } = more;
  return {
    summary,
    blocks: [
      { kind: 'heading', text: t('deadlines.digest.title') },
      ...lines,
      ...(head
        ? [
            {
              kind: 'note',
              text: [t('deadlines.digest.head', { count: head.count, hash: head.hash.slice(0, 16) })],
            } as const,
          ]
        : []),
    ],
  };
}

/** With a button each. */
const peopleOfPage = 30;
const mostNames = 40;

export type OutstandingKind = 'passed' | 'running' | 'away';

/** States only. `mayRemind`: for the committee secretary; the chair reads the same without buttons. */
export function outstandingMessage(
  t: Texts,
  out: Outstanding,
  look: {
    readonly kind: OutstandingKind;
    readonly mayRemind: boolean;
    readonly more: readonly Block[];
    readonly page?: number;
  },
): Message {
  const { deadline, people } = out;
  const values = { title: titleText(t, deadline, out.title), date: t.moment(deadline.dueAt) };
  const summary = t(look.mayRemind ? 'deadlines.clerk.summary' : 'deadlines.chair.summary');
  if (people.length === 0) {
    return { summary, blocks: [{ kind: 'text', text: t.rich('deadlines.clerk.everybody', { title: values.title }) }] };
  }
  const named = people.filter(({ fullName }) => fullName !== null);
  const shown = pageOf(named, peopleOfPage, look.page ?? 1);
  const closed = people.length - named.length;
  const isByHand = people.some(({ isReachable }) => !isReachable);
  const isSeveral = people.filter(({ isReachable }) => isReachable).length > 1;
  return {
    summary,
    blocks: [
      { kind: 'text', text: [{ bold: out.committee.name }] },
      { kind: 'text', text: t.rich(`deadlines.clerk.${look.kind}`, values) },
      ...shown.items.map((one) => personBlock(t, one, deadline.id, look.mayRemind)),
      ...pageBlocks(t, shown, (label, page) => buttons.whoPageButton.draw(label, { deadline: deadline.id, page })),
      ...(closed > 0 ? [{ kind: 'note', text: [t('deadlines.clerk.closed', { count: closed })] } as const] : []),
      ...(look.mayRemind && isByHand ? [{ kind: 'note', text: [t('deadlines.clerk.byHand')] } as const] : []),
      ...(look.mayRemind && isSeveral
        ? [
            {
              kind: 'buttons',
              buttons: [buttons.remindAllButton.draw(t('deadlines.buttons.remindAll'), { deadline: deadline.id })],
            } as const,
          ]
        : []),
      ...look.more,
    ],
  };
}

function personBlock(t: Texts, one: NotAnswered, deadline: string, mayRemind: boolean): Block {
  const remarks = [
    ...(one.hasAccount
      ? one.isReachable
        ? []
        : [t('deadlines.clerk.unreachable')]
      : [t('deadlines.clerk.noAccount')]),
    ...(one.isAway ? [t('deadlines.clerk.isAway')] : []),
    ...(one.deputyName ? [t('deadlines.clerk.deputy', { name: one.deputyName })] : []),
    ...(mayRemind && one.lastRemindedAt ? [t('deadlines.clerk.reminded', { at: t.moment(one.lastRemindedAt) })] : []),
  ];
  const text = [one.fullName ?? '', ...(remarks.length > 0 ? [` (${remarks.join(', ')})`] : [])];
  if (!mayRemind || !one.isReachable) return { kind: 'text', text };
  const button = buttons.remindOneButton.draw(t('deadlines.buttons.remindOne'), { deadline, person: one.person });
  return { kind: 'row', text, buttons: [button] };
}

/** To whom, and in which words, before it is sent. */
export function confirmRemindMessage(t: Texts, out: Outstanding): Message {
  const reachable = out.people.filter(({ isReachable }) => isReachable);
  const byHand = out.people.filter(({ isReachable }) => !isReachable);
  const namesOf = (people: readonly NotAnswered[]) =>
    namesText(
      t,
      people.flatMap(({ fullName }) => fullName ?? []),
      mostNames,
    );
  return {
    summary: t('deadlines.again.title'),
    blocks: [
      { kind: 'heading', text: t('deadlines.again.title') },
      { kind: 'text', text: [t('deadlines.again.ask', { count: reachable.length })] },
      askingBlock(t, out),
      { kind: 'note', text: [t('deadlines.again.to', { names: namesOf(reachable) })] },
      ...(byHand.length > 0
        ? [{ kind: 'note', text: [t('deadlines.again.byHand', { names: namesOf(byHand) })] } as const]
        : []),
      {
        kind: 'buttons',
        buttons: [
          buttons.confirmRemindButton.draw(
            t('deadlines.again.confirm'),
            { deadline: out.deadline.id },
            { style: 'primary' },
          ),
          buttons.keepButton.draw(t('common.cancel'), {}),
        ],
      },
    ],
  };
}

export function remindedMessage(t: Texts, again: Again, enoughToday: readonly string[], max: number): Message {
  const text = t('deadlines.again.done', {
    count: again.reminded.length,
    time: again.leavesAt ? t.moment(again.leavesAt) : '',
  });
  const data = { deadline: again.deadline.id, batch: again.batch };
  return {
    summary: t('deadlines.again.title'),
    blocks: [
      { kind: 'text', text: [text] },
      ...(enoughToday.length > 0
        ? [{ kind: 'note', text: [t('deadlines.again.skipped', { max, names: t.list(enoughToday) })] } as const]
        : []),
      { kind: 'buttons', buttons: [buttons.undoRemindButton.draw(t('common.undo'), data)] },
    ],
  };
}
