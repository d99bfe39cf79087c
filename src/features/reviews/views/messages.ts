/** Private answers: the menu, frozen lists, the preview of an opening, who has answered. */
import type { Block, Button, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { CommitteeId } from '../../../kernel/ids.ts';
import { planOfList } from '../../classification/views/marks.ts';
import type { Preparing } from '../types/anonymous.ts';
import type { AnswerState, NomineeList, Round } from '../types/nouns.ts';
import type { Frozen, ListChangeSeen, Opened, Overview, Preview, Progress, ProgressRow } from '../types/seen.ts';
import { openAnonymousButton } from './anonymous-buttons.ts';
import { paperButtons, preparingBlocks } from './anonymous-cards.ts';
import * as buttons from './buttons.ts';
import { askButtons, invitationCard } from './cards.ts';
import { conflictsButton, declareButton } from './conflict-forms.ts';
import { newerBlocks } from './list-change.ts';
import { nomineeBlocks } from './nominees.ts';
import { othersLabel, visibilityFacts } from './visibility.ts';

export function menuMessage(
  t: Texts,
  committee: CommitteeId,
  found: {
    rounds: readonly Overview[];
    preparing: readonly Preparing[];
    mayOpen: boolean;
    conflicts: 'rule' | 'say' | null;
  },
): Message {
  const closing = [
    ...(found.mayOpen
      ? [
          buttons.openFormButton.draw(t('reviews.menu.open'), { committee }, { style: 'primary' }),
          openAnonymousButton.draw(t('anonymous.open.button'), { committee }),
        ]
      : []),
    buttons.listsButton.draw(t('reviews.menu.list'), { committee }),
    ...(found.conflicts === 'rule'
      ? [conflictsButton.draw(t('conflicts.title'), { committee, page: '1' })]
      : found.conflicts === 'say'
        ? [declareButton.draw(t('conflicts.declare.button'), { committee })]
        : []),
  ];
  const none: Block[] = [
    { kind: 'text', text: [t('reviews.menu.none')] },
    ...(found.mayOpen ? [] : [{ kind: 'note', text: [t('reviews.menu.noneNext')] } as const]),
  ];
  return {
    summary: t('reviews.menu.summary'),
    blocks: [
      { kind: 'heading', text: t('reviews.menu.title') },
      ...found.preparing.slice(0, 5).flatMap((one) => preparingBlocks(t, one)),
      ...(found.rounds.length === 0
        ? found.preparing.length === 0
          ? none
          : []
        : found.rounds.slice(0, 10).flatMap((overview) => roundBlocks(t, overview))),
      { kind: 'buttons', buttons: closing },
    ],
  };
}

function roundBlocks(t: Texts, overview: Overview): readonly Block[] {
  const { round, dueAt, state, may } = overview;
  const facts = { number: round.list.number, plan: planOfList(t, round.list) };
  const line =
    round.state === 'open'
      ? [
          ...t.rich('reviews.menu.openLine', { ...facts, until: dueAt ? t.when(dueAt) : t('reviews.card.noDate') }),
          ...(overview.closesAt ? [t('closing.duty'), t.when(overview.closesAt)] : []),
        ]
      : t.rich('reviews.menu.closedLine', { ...facts, closed: round.closedAt ? t.when(round.closedAt) : '' });
  const yours =
    state === null || state === 'not-asked' ? [] : [t('reviews.menu.yours', { state: stateText(t, round, state) })];
  return [
    { kind: 'text', text: [...line, ...yours.map((text) => ` · ${text}`)] },
    { kind: 'buttons', buttons: [...ownButtons(t, overview), ...clerkButtons(t, overview, may)] },
  ].filter((block) => block.kind !== 'buttons' || (block.buttons?.length ?? 0) > 0) as readonly Block[];
}

function ownButtons(t: Texts, overview: Overview): readonly Button[] {
  const { round, state, mayReadOthers } = overview;
  if (round.kind === 'anonymous') {
    const isTheirs = round.state === 'open' && (state === 'sent' || state === 'not-answered');
    return isTheirs ? paperButtons(t, round, state === 'sent') : [];
  }
  const others = buttons.othersButton.draw(othersLabel(t, overview), { round: round.id, page: '1' });
  const read = mayReadOthers ? [others] : [];
  if (state === 'sent') return [buttons.ownButton.draw(t('reviews.card.own'), { round: round.id }), ...read];
  if (round.state !== 'open' || state === null || state === 'not-asked') return read;
  return [...askButtons(t, round), ...read];
}

function clerkButtons(t: Texts, { round }: Overview, may: Overview['may']): readonly Button[] {
  const data = { round: round.id };
  return [
    ...(may.progress ? [buttons.progressButton.draw(t('reviews.progress.title'), data)] : []),
    ...(may.synthesis && round.state === 'closed'
      ? [buttons.synthesisButton.draw(t('reviews.synthesis.show'), { ...data, version: '' })]
      : []),
  ];
}

export function listsMessage(
  t: Texts,
  committee: CommitteeId,
  lists: readonly NomineeList[],
  mayFreeze: boolean,
): Message {
  const freeze = buttons.freezeButton.draw(t('reviews.list.freeze'), { committee });
  return {
    summary: t('reviews.list.summary'),
    blocks: [
      { kind: 'heading', text: t('reviews.list.title') },
      ...(lists.length === 0 ? ([{ kind: 'text', text: [t('reviews.list.none')] }] as const) : []),
      ...lists.slice(0, 30).map(
        (list): Block => ({
          kind: 'row',
          text: [
            t('reviews.list.line', { number: list.number, plan: planOfList(t, list), date: t.moment(list.frozenAt) }),
            ` · ${t('reviews.list.count', { count: list.entries.length })}`,
          ],
          buttons: [buttons.listButton.draw(t('reviews.list.show'), { list: list.id })],
        }),
      ),
      ...(mayFreeze ? ([{ kind: 'buttons', buttons: [freeze] }] as const) : []),
    ],
  };
}

export function listMessage(t: Texts, list: NomineeList, newer: ListChangeSeen['lists'] | null = null): Message {
  const { number, frozenAt, entries } = list;
  const plan = planOfList(t, list);
  return {
    summary: t('reviews.list.summary'),
    blocks: [
      { kind: 'heading', text: t('reviews.list.heading', { number }) },
      { kind: 'note', text: [t('reviews.list.line', { number, plan, date: t.moment(frozenAt) })] },
      ...nomineeBlocks(t, entries),
      ...newerBlocks(t, newer),
      { kind: 'note', text: [t('reviews.list.count', { count: entries.length }), '. ', t('common.onlyYou')] },
    ],
  };
}

export function frozenMessage(t: Texts, { list, isNew, leftOut }: Frozen): Message {
  const { number } = list;
  const plan = planOfList(t, list);
  const said = isNew ? t('reviews.list.frozen', { number, plan }) : t('reviews.list.unchanged', { number });
  const shown = listMessage(t, list);
  return { ...shown, blocks: [{ kind: 'text', text: [said] }, ...leftOutBlocks(t, leftOut), ...shown.blocks] };
}

/** How many on the open list are no candidates yet, and why; names stand in /candidates. */
function leftOutBlocks(t: Texts, leftOut: Frozen['leftOut']): readonly Block[] {
  return (['no-consent', 'too-few-endorsements'] as const).flatMap((why): Block[] => {
    const count = leftOut.filter(({ readiness }) => readiness === why).length;
    return count > 0 ? [{ kind: 'note', text: [t(`reviews.list.leftOut.${why}`, { count })] }] : [];
  });
}

/** To whom, in which words, until when: the words are those of the card itself. */
export function previewMessage(t: Texts, preview: Preview): Message {
  const { round, isNewList, leftOut, people, due } = preview;
  const { list } = round;
  const outside = people.filter((member) => !member.isReachable).map((member) => member.fullName);
  const card = invitationCard(t, asItWillBe(preview), false);
  const facts = { number: list.number, plan: planOfList(t, list) };
  return {
    summary: t('reviews.open.previewSummary'),
    blocks: [
      { kind: 'heading', text: t('reviews.open.previewTitle') },
      {
        kind: 'facts',
        rows: [
          [t('reviews.open.list'), [t(isNewList ? 'reviews.open.listNew' : 'reviews.open.listKept', facts)]],
          [t('reviews.open.until'), [t.when(due.dueAt)]],
          ...(preview.closes ? [[t('closing.label'), [t.when(preview.closes.dueAt)]] as const] : []),
          ...visibilityFacts(t, round),
          [t('reviews.open.people'), [t('reviews.open.peopleValue', { count: people.length - outside.length })]],
        ],
      },
      ...leftOutBlocks(t, leftOut),
      ...movedNotes(t, [due, preview.closes]),
      ...(outside.length > 0
        ? ([
            { kind: 'note', text: [t('reviews.open.outside', { count: outside.length, names: t.list(outside) })] },
          ] as const)
        : []),
      { kind: 'text', text: [{ bold: t('reviews.open.words') }] },
      ...(card?.blocks.filter((block) => block.kind !== 'buttons') ?? []),
      { kind: 'divider' },
      {
        kind: 'buttons',
        buttons: [buttons.confirmOpenButton.draw(t('reviews.open.confirm'), { round: round.id }, { style: 'primary' })],
      },
    ],
  };
}

function movedNotes(t: Texts, dates: readonly (Preview['due'] | null)[]): readonly Block[] {
  return dates.flatMap((one): readonly Block[] => {
    if (!one?.moved) return [];
    const { from, because } = one.moved;
    const facts = { date: t.date(from), because: t(`reviews.open.${because}`) };
    return [{ kind: 'note', text: [t('reviews.open.moved', facts)] }];
  });
}

/** The card of a reviewer who may see what whoever opens the review sees. */
function asItWillBe({ round, due, closes }: Preview): Overview {
  return {
    round: { ...round, state: 'open' },
    dueAt: due.dueAt,
    closesAt: closes?.dueAt ?? null,
    asked: round.list.entries.filter(({ isWithdrawn }) => !isWithdrawn).length,
    state: 'not-answered',
    answer: null,
    hasDraft: false,
    receipt: { seenAt: null, passedTo: null },
    mayReadOthers: false,
    news: 0,
    box: null,
    may: { open: false, progress: false, synthesis: false },
  };
}

export function openedMessage(t: Texts, { round, heldUntil }: Pick<Opened, 'round' | 'heldUntil'>): Message {
  return {
    summary: t('reviews.open.previewSummary'),
    blocks: [
      { kind: 'text', text: t.rich('reviews.open.sentIn', { time: t.when(heldUntil, 'time') }) },
      {
        kind: 'buttons',
        buttons: [
          buttons.undoOpenButton.draw(t('common.undo'), { round: round.id }),
          buttons.progressButton.draw(t('reviews.progress.title'), { round: round.id }),
        ],
      },
    ],
  };
}

export function progressMessage(t: Texts, progress: Progress): Message {
  const { round, rows, dueAt } = progress;
  const count = (state: AnswerState) => rows.filter((row) => row.state === state).length;
  const when =
    round.state === 'closed' && round.closedAt
      ? t.rich('reviews.progress.closed', { closed: t.when(round.closedAt) })
      : t.rich('reviews.progress.until', { until: dueAt ? t.when(dueAt) : t('reviews.card.noDate') });
  const asked = rows.length - count('not-asked');
  const counted = round.state === 'closed' ? 'reviews.progress.countedClosed' : 'reviews.progress.counted';
  const open = count('not-answered') + count('draft');
  const data = { round: round.id };
  const close = buttons.closeButton.draw(t('reviews.progress.close'), data, {
    style: 'danger',
    confirm: {
      title: t('reviews.progress.closeTitle'),
      text: t('reviews.progress.closeText', { count: open }),
      yes: t('reviews.progress.closeYes'),
      no: t('common.cancel'),
    },
  });
  const change = buttons.listChangeButton.draw(t('listChange.button'), data);
  const record = buttons.recordButton.draw(
    t(round.state === 'open' ? 'reviews.progress.record' : 'reviews.progress.correct'),
    { ...data, person: '' },
  );
  return {
    summary: t('reviews.progress.summary'),
    blocks: [
      { kind: 'heading', text: t('reviews.progress.title') },
      { kind: 'text', text: [...when, ' · ', t(counted, { sent: count('sent'), count: asked })] },
      ...(progress.closesAt
        ? ([{ kind: 'text', text: t.rich('closing.progress', { closes: t.when(progress.closesAt) }) }] as const)
        : []),
      ...(['not-answered', 'draft', 'sent', 'not-asked'] as const)
        .filter((state) => count(state) > 0)
        .map(
          (state): Block => ({
            kind: 'text',
            text: [
              t('reviews.progress.list', {
                state: capitalised(stateText(t, round, state)),
                count: count(state),
                names: t.list(rows.filter((row) => row.state === state).map((row) => rowText(t, row))),
              }),
            ],
          }),
        ),
      { kind: 'note', text: [t('reviews.progress.note')] },
      {
        kind: 'buttons',
        buttons: [
          record,
          ...(round.state === 'open' && round.kind === 'named' ? [change] : []),
          ...(round.state === 'open' ? [close] : []),
        ],
      },
    ],
  };
}

function rowText(t: Texts, row: ProgressRow): string {
  const remarks = [
    ...(row.hasAccount ? [] : [t('reviews.progress.noAccount')]),
    ...(row.state !== 'sent' && row.passedTo ? [t('receipt.progressPassed')] : []),
    ...(row.state !== 'sent' && row.seenAt && !row.passedTo ? [t('receipt.progressSeen')] : []),
    ...(row.recorded ? [t('reviews.progress.recorded')] : []),
    ...(row.byDeputy ? [t('receipt.progressSent')] : []),
    ...(row.late ? [t(`closing.late.${row.late}`)] : []),
    ...(row.hasObjected ? [t('reviews.progress.objected')] : []),
  ];
  return remarks.length === 0 ? row.fullName : `${row.fullName} (${remarks.join(', ')})`;
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Of a finished round nothing is expected any more: who has not answered did not answer. */
function stateText(t: Texts, { state: of }: Pick<Round, 'state'>, state: AnswerState): string {
  return t.label(of === 'closed' ? 'reviews.finalStates' : 'reviews.states', state);
}
