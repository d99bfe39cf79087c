/** The calendar counted backwards: as a form with what it would give, as a list with its slack, and what has to move. */
import { z } from 'zod';
import { defineButton, defineForm, type Form } from '../../../chat/form.ts';
import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Refused } from '../../../kernel/outcome.ts';
import type { PlainDate } from '../../../kernel/time.ts';
import type { Committee } from '../../committees/types.ts';
import type { Duty } from '../types/duties.ts';
import type {
  JustMoved,
  LaidOut,
  MovedForYou,
  ScheduleMoved,
  ScheduleSeen,
  StandingStep,
  StepKey,
  StepMove,
} from '../types/schedule.ts';
import { linkButtons } from './step-link.ts';

const ofCommittee = z.object({ committee: z.string() });
const ofStep = z.object({ committee: z.string(), step: z.string() });

export const newScheduleButton = defineButton('deadlines.schedule-new', ofCommittee);
export const scheduleButton = defineButton('deadlines.schedule', ofCommittee);
export const stepDoneButton = defineButton('deadlines.step-done', ofStep);
/** `moves`: what was shown. `card`: what the card says on which it stands; empty: the calendar. */
export const moveAllButton = defineButton(
  'deadlines.move-all',
  z.object({ committee: z.string(), moves: z.string(), card: z.string() }),
);
/** `move`: the batch. */
export const undoMoveButton = defineButton(
  'deadlines.undo-move',
  z.object({ committee: z.string(), move: z.string(), card: z.string() }),
);
export const endScheduleButton = defineButton('deadlines.schedule-end', ofCommittee);

export const scheduleForm = defineForm({
  id: 'deadlines.schedule',
  state: ofCommittee,
  values: z.object({ date: z.iso.date() }),
});

export function scheduleView(
  t: Texts,
  committee: Committee,
  meaning: { readonly laidOut: LaidOut } | { readonly problem: Refused } | null,
  redrawn?: { readonly requestId: string; readonly date: string | null },
): Form {
  return scheduleForm.draw({
    title: t('deadlines.schedule.title'),
    submit: t('deadlines.schedule.submit'),
    cancel: t('common.cancel'),
    state: { committee: committee.id },
    ...(redrawn ? { requestId: redrawn.requestId } : {}),
    items: [
      { kind: 'text', text: [t('deadlines.schedule.intro')] },
      scheduleForm.field('date', {
        label: t('deadlines.schedule.dueOn'),
        live: true,
        input: { type: 'date', ...(redrawn?.date ? { initial: redrawn.date } : {}) },
      }),
      ...(meaning && 'laidOut' in meaning ? laidOutBlocks(t, meaning.laidOut) : []),
      ...(meaning && 'problem' in meaning ? [{ kind: 'text', text: [t.refusal(meaning.problem)] } as const] : []),
    ],
  });
}

function laidOutBlocks(t: Texts, { steps, slack }: LaidOut): readonly Block[] {
  const line = (step: { key: StepKey; date: PlainDate; days: number; min: number }) =>
    t.rich('deadlines.schedule.line', { ...words(t, step), days: step.days, min: step.min });
  return [
    { kind: 'list', items: steps.map(line), ordered: true },
    { kind: 'note', text: [t('deadlines.schedule.slack', { count: slack })] },
  ];
}

export function noScheduleMessage(t: Texts, committee: Committee, mayManage: boolean): Message {
  return {
    summary: t('deadlines.schedule.title'),
    about: committee,
    blocks: [
      { kind: 'text', text: [t(mayManage ? 'deadlines.schedule.none' : 'deadlines.schedule.noneMember')] },
      ...(mayManage
        ? [
            {
              kind: 'buttons',
              buttons: [
                newScheduleButton.draw(
                  t('deadlines.schedule.buttonNew'),
                  { committee: committee.id },
                  { style: 'primary' },
                ),
              ],
            } as const,
          ]
        : []),
    ],
  };
}

export function scheduleMessage(t: Texts, seen: ScheduleSeen): Message {
  const { committee, steps, mayManage } = seen;
  const end = endScheduleButton.draw(
    t('deadlines.schedule.buttonEnd'),
    { committee: committee.id },
    {
      confirm: {
        ...{ title: t('deadlines.schedule.buttonEnd'), text: t('deadlines.schedule.endMeans') },
        ...{ yes: t('deadlines.schedule.buttonEnd'), no: t('common.cancel') },
      },
    },
  );
  return {
    summary: t('deadlines.schedule.title'),
    about: committee,
    blocks: [
      { kind: 'heading', text: t('deadlines.schedule.title') },
      { kind: 'text', text: t.rich('deadlines.schedule.target', { date: t.date(seen.target) }) },
      ...steps.map((step, index) => stepRow(t, seen, step, index + 1)),
      ...slipBlocks(t, seen),
      ...(mayManage ? [{ kind: 'buttons', buttons: [end] } as const] : []),
    ],
  };
}

function stepRow(t: Texts, seen: ScheduleSeen, step: StandingStep, number: number): Block {
  const spare = step.spare < 0 ? t('deadlines.schedule.noSpare') : t('deadlines.schedule.spare', { count: step.spare });
  const standing = step.notBefore === null ? spare : `${t('deadlines.schedule.late')}, ${spare}`;
  const state = step.isDone ? t('deadlines.schedule.done') : standing;
  const days = Math.max(0, step.days);
  const line = t.rich('deadlines.schedule.line', { ...words(t, step), days, min: step.min });
  const text = [`${number}. `, ...line, ' · ', state, ...(step.linked ? [' · ', t('deadlines.schedule.linked')] : [])];
  if (!seen.mayManage) return { kind: 'text', text };
  const data = { committee: seen.committee.id, step: step.id };
  const isByHand = !step.isDone && !step.linked;
  const buttons = [
    ...(isByHand ? [stepDoneButton.draw(t('deadlines.schedule.buttonDone'), data)] : []),
    // One that is done because a conference of something else is over can be put right too.
    ...(isByHand || step.linked ? linkButtons(t, seen.committee.id, step) : []),
  ];
  return buttons.length === 0 ? { kind: 'text', text } : { kind: 'row', text, buttons };
}

/** What has to move and whom it touches, or which step lacks how much; empty while everything fits. */
function slipBlocks(t: Texts, seen: ScheduleSeen, card = ''): readonly Block[] {
  const { lacking, moves } = seen;
  if (lacking) {
    const step = t(`deadlines.schedule.step.${lacking.step}`);
    const values = { step, latest: t.date(lacking.latest), target: t.date(seen.target) };
    return [{ kind: 'text', text: t.rich('deadlines.schedule.lacking', { ...values, days: lacking.days }) }];
  }
  if (moves.length === 0) return [];
  const id = { committee: seen.committee.id, moves: moves.map(({ key, to }) => `${key}:${to}`).join(','), card };
  return [
    { kind: 'text', text: [t('deadlines.schedule.mustMove')] },
    {
      kind: 'list',
      items: moves.map((move) => [
        ...t.rich('deadlines.schedule.move', {
          ...{ step: t(`deadlines.schedule.step.${move.key}`), from: t.date(move.from), to: t.date(move.to) },
        }),
        ' · ',
        touchedText(t, move),
      ]),
    },
    ...(seen.mayManage && moves.some(({ byHand }) => !byHand)
      ? [
          ...(moves.some(({ touched, byHand }) => touched > 0 && !byHand)
            ? [{ kind: 'note', text: [t('deadlines.schedule.held')] } as const]
            : []),
          {
            kind: 'buttons',
            buttons: [moveAllButton.draw(t('deadlines.schedule.buttonMove'), id, { style: 'primary' })],
          } as const,
        ]
      : []),
  ];
}

function touchedText(t: Texts, { touched: count, byHand, isSummoned }: StepMove): string {
  if (byHand) return t('deadlines.schedule.byHand', { count });
  if (isSummoned) return t('deadlines.schedule.summoned', { count });
  return count === 0 ? t('deadlines.schedule.touchesNone') : t('deadlines.schedule.touches', { count });
}

/** Above how the calendar stands now. */
export function movedMessage(t: Texts, { seen, ...moved }: ScheduleMoved): Message {
  const calendar = scheduleMessage(t, seen);
  return { ...calendar, blocks: [...movedBlocks(t, seen.committee, moved), ...calendar.blocks] };
}

/** After the click: who is told, and until when it can be taken back. */
function movedBlocks(
  t: Texts,
  committee: Committee,
  { move, heldUntil, told, isSummoned }: JustMoved,
  card = '',
): readonly Block[] {
  const at = t.time(heldUntil);
  const nobody = isSummoned ? [] : [t('deadlines.schedule.movedNobody', { at })];
  const sentences = [
    t('deadlines.schedule.moved'),
    ...(told > 0 ? [t('deadlines.schedule.movedTold', { count: told, at })] : nobody),
    ...(isSummoned ? [t('deadlines.schedule.movedSummoned', { at })] : []),
  ];
  return [
    { kind: 'text', text: [sentences.join(' ')] },
    { kind: 'buttons', buttons: [undoMoveButton.draw(t('common.undo'), { committee: committee.id, move, card })] },
  ];
}

/** To whoever is still asked for something that was moved. */
export function movedForYouMessage(t: Texts, { committee, dates }: MovedForYou): Message {
  return {
    summary: t('deadlines.schedule.movedSummary'),
    blocks: [
      { kind: 'text', text: [{ bold: committee.name }] },
      { kind: 'text', text: [t('deadlines.schedule.movedIntro')] },
      {
        kind: 'list',
        items: dates.map(({ title, was, dueAt }) =>
          t.rich('deadlines.schedule.movedLine', { title, was: t.date(was), date: t.moment(dueAt) }),
        ),
      },
    ],
  };
}

/** What it said when it was sent, that all is well since, or that something else has to move. */
type SlipSays = 'everything' | 'fits' | 'changed';

/** To the committee secretary, when a date was moved. `state`: what the card says; `moved`: what they have moved just now. */
export function slipMessage(
  t: Texts,
  seen: ScheduleSeen,
  { state, says, moved }: { readonly state: string; readonly says: SlipSays; readonly moved: JustMoved | null },
): Message {
  const text = (key: 'fits' | 'changed') => [{ kind: 'text', text: [t(`deadlines.schedule.${key}`)] } as const];
  const slips = [...(moved ? movedBlocks(t, seen.committee, moved, state) : []), ...slipBlocks(t, seen, state)];
  return {
    summary: t('deadlines.schedule.slipSummary'),
    blocks: [
      { kind: 'text', text: [{ bold: seen.committee.name }] },
      ...(says === 'everything' ? slips : text(says)),
      {
        kind: 'buttons',
        buttons: [scheduleButton.draw(t('deadlines.schedule.buttonSee'), { committee: seen.committee.id })],
      },
    ],
  };
}

export function stepDutyRow(t: Texts, { committee, subject, facts }: Duty): Block {
  const step = t.label('deadlines.schedule.step', String(facts.key));
  return {
    kind: 'row',
    text: t.rich('deadlines.schedule.duty', { step, date: t.date(String(facts.date)) }),
    buttons: [
      stepDoneButton.draw(t('deadlines.schedule.buttonDone'), { committee, step: subject.id }),
      scheduleButton.draw(t('deadlines.schedule.buttonSee'), { committee }),
    ],
  };
}

function words(t: Texts, { key, date }: { readonly key: StepKey; readonly date: PlainDate }) {
  return { step: t(`deadlines.schedule.step.${key}`), date: t.date(date) };
}
