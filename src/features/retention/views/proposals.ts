/** What has come to its end, person by person; why somebody is not there; the preview and the two decisions. */
import { z } from 'zod';
import { defineForm, type Form } from '../../../chat/form.ts';
import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Rich } from '../../../kernel/rich.ts';
import { describePerson } from '../../people/views/register.ts';
import type { ErasureEffects } from '../../personal-data/types.ts';
import { effectBlocks, obstacleLines } from '../../personal-data/views/erasure.ts';
import { reasonMax } from '../rules/periods.ts';
import { grounds, type ProposalSeen, type ProposalsSeen, type SeenHeld, type StandingSeen } from '../types.ts';
import * as buttons from './buttons.ts';
import { namesOf, periodText } from './words.ts';

const pageSize = 10;

export const postponeForm = defineForm({
  id: 'retention.postpone',
  state: buttons.ofProposal,
  values: z.object({ ground: z.enum(grounds), until: z.iso.date(), reason: z.string().nullish() }),
});
export const whyForm = defineForm({
  id: 'retention.why',
  state: z.object({ committee: z.string() }),
  values: z.object({ person: z.string() }),
});

/** To those who may decide; names open behind the button. */
export function proposedCard(t: Texts, { committee, open }: ProposalsSeen, name: string): Message {
  const look = buttons.dueButton.draw(t('retention.due.buttonLook'), { committee, page: '1' }, { style: 'primary' });
  return {
    summary: t('retention.due.title'),
    blocks: [
      { kind: 'text', text: t.rich('retention.due.card', { committee: name, count: open.length }) },
      { kind: 'buttons', buttons: [look] },
    ],
  };
}

/** `said`: what was just done. */
export function proposalsMessage(t: Texts, seen: ProposalsSeen, asked: number, said: readonly Block[] = []): Message {
  const { committee, open, postponed } = seen;
  const all = [...open, ...postponed];
  const pages = Math.max(1, Math.ceil(all.length / pageSize));
  const page = Math.min(Math.max(1, asked), pages);
  const shown = all.slice((page - 1) * pageSize, page * pageSize);
  const toPage = (label: string, to: number) => buttons.dueButton.draw(label, { committee, page: String(to) });
  const later = shown.filter(({ proposal }) => proposal.postponed);
  return {
    summary: t('retention.due.title'),
    blocks: [
      ...said,
      { kind: 'heading', text: t('retention.due.title') },
      {
        kind: 'text',
        text: [open.length > 0 ? t('retention.due.intro', { count: open.length }) : t('retention.due.none')],
      },
      ...shown.filter(({ proposal }) => !proposal.postponed).map((one) => openRow(t, committee, one)),
      ...(later.length > 0 ? [{ kind: 'text', text: [{ bold: t('retention.due.postponed') }] } as const] : []),
      ...later.map((one) => postponedRow(t, committee, one)),
      ...(pages > 1 ? [{ kind: 'note', text: [t('common.pageOf', { page, pages })] } as const] : []),
      {
        kind: 'buttons',
        buttons: [
          ...(page > 1 ? [toPage(t('common.previousPage'), page - 1)] : []),
          ...(page < pages ? [toPage(t('common.nextPage'), page + 1)] : []),
          buttons.whyButton.draw(t('retention.due.buttonWhy'), { committee }),
        ],
      },
      { kind: 'note', text: [t('retention.due.yours'), ' ', t('common.onlyYou')] },
    ],
  };
}

function openRow(t: Texts, committee: string, { proposal, seen }: ProposalSeen): Block {
  const data = { committee, proposal: proposal.id };
  return {
    kind: 'row',
    text: [...whoText(t, seen), `: ${overLine(t, seen)}`],
    buttons: [buttons.lookButton.draw(t('retention.due.buttonOne'), data)],
  };
}

function postponedRow(t: Texts, committee: string, { proposal, seen }: ProposalSeen): Block {
  const data = { committee, proposal: proposal.id };
  const confirm = {
    title: t('retention.due.buttonEnd'),
    text: t('retention.due.endSure'),
    yes: t('retention.due.buttonEnd'),
    no: t('common.cancel'),
  };
  return {
    kind: 'row',
    text: [...whoText(t, seen), `: ${postponedLine(t, seen)}`],
    buttons: [buttons.endButton.draw(t('retention.due.buttonEnd'), data, { confirm })],
  };
}

function whoText(t: Texts, { person }: StandingSeen): Rich {
  const about = describePerson(t, person);
  return [{ bold: person.fullName }, about ? ` (${about})` : ''];
}

/** Who, and every line of what is held with its period. */
export function standingBlocks(t: Texts, seen: StandingSeen): readonly Block[] {
  const { state, obstacles, postponed } = seen;
  const said = state === 'over' || state === 'kept' ? overLine(t, seen) : t(`retention.standing.${state}`);
  const lines = [
    ...seen.lines.map((line) => heldLine(t, line)),
    ...(seen.isElsewhere ? [t('retention.standing.elsewhere')] : []),
  ];
  return [
    { kind: 'text', text: whoText(t, seen) },
    { kind: 'text', text: [said] },
    ...(lines.length > 0 ? [listOf(lines)] : []),
    ...(postponed ? [{ kind: 'text', text: [postponedLine(t, seen)] } as const] : []),
    ...(obstacles.length > 0
      ? [{ kind: 'text', text: [t('retention.standing.obstacles')] } as const, listOf(obstacleLines(t, obstacles))]
      : []),
  ];
}

export function standingMessage(t: Texts, seen: StandingSeen): Message {
  return {
    summary: t('retention.standing.title'),
    blocks: [
      { kind: 'heading', text: t('retention.standing.title') },
      ...standingBlocks(t, seen),
      { kind: 'note', text: [t('common.onlyYou')] },
    ],
  };
}

export function previewMessage(
  t: Texts,
  committee: string,
  { proposal, seen, effects }: ProposalSeen & { readonly effects: ErasureEffects },
): Message {
  const at = { committee, proposal: proposal.id };
  const confirm = {
    title: t('retention.preview.title'),
    text: t('erasure.sure'),
    yes: t('erasure.buttonErase'),
    no: t('common.cancel'),
  };
  const erase = buttons.eraseButton.draw(t('erasure.buttonErase'), at, { style: 'danger', confirm });
  return {
    summary: t('retention.preview.title'),
    blocks: [
      { kind: 'heading', text: t('retention.preview.title') },
      ...standingBlocks(t, seen),
      ...effectBlocks(t, effects),
      {
        kind: 'buttons',
        buttons: [
          ...(effects.obstacles.length === 0 ? [erase] : []),
          buttons.postponeButton.draw(t('retention.postpone.button'), at),
          buttons.dueButton.draw(t('common.back'), { committee, page: '1' }),
        ],
      },
      { kind: 'note', text: [t('common.onlyYou')] },
    ],
  };
}

function overLine(t: Texts, { state, until }: StandingSeen): string {
  return t(state === 'over' ? 'retention.standing.over' : 'retention.standing.kept', {
    until: until ? t.date(until) : '—',
  });
}

function postponedLine(t: Texts, { postponed }: StandingSeen): string {
  if (!postponed) return '';
  const { until, ground, reason } = postponed;
  const line = t('retention.standing.postponed', {
    until: t.date(until),
    ground: t.label('retention.grounds', ground),
  });
  return reason ? `${line} “${reason}”` : line;
}

function heldLine(t: Texts, { kind, committee, endedOn, period, until }: SeenHeld): string {
  const { name } = namesOf(t, kind);
  const what = committee ? t('retention.standing.of', { name, committee }) : name;
  if (endedOn === null) return t('retention.standing.running', { what });
  const ended = t.date(endedOn);
  if (!period || !until) return t('retention.standing.unset', { what, ended });
  return t('retention.standing.ending', { what, ended, until: t.date(until), period: periodText(t, kind, period) });
}

function listOf(lines: readonly string[]): Block {
  return { kind: 'list', items: lines.map((line): Rich => [line]) };
}

export function postponeView(t: Texts, at: z.infer<typeof buttons.ofProposal>): Form {
  return postponeForm.draw({
    ...{ title: t('retention.postpone.title'), submit: t('retention.postpone.submit'), cancel: t('common.cancel') },
    state: at,
    items: [
      { kind: 'text', text: [t('retention.postpone.what')] },
      postponeForm.field('ground', {
        label: t('retention.postpone.ground'),
        input: {
          type: 'select',
          options: grounds.map((ground) => ({ value: ground, label: t.label('retention.grounds', ground) })),
        },
      }),
      postponeForm.field('until', { label: t('retention.postpone.until'), input: { type: 'date' } }),
      postponeForm.field('reason', {
        label: t('retention.postpone.reason'),
        input: { type: 'text', multiline: true, max: reasonMax },
      }),
    ],
  });
}

export function whyView(t: Texts, committee: string): Form {
  return whyForm.draw({
    ...{ title: t('retention.why.title'), submit: t('retention.why.submit'), cancel: t('common.cancel') },
    state: { committee },
    items: [whyForm.field('person', { label: t('retention.why.person'), input: { type: 'search', minChars: 1 } })],
  });
}
