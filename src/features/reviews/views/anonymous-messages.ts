/** Private answers about anonymous rounds: the preview, the keys, how it stands, what the papers said. */
import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Membership } from '../../committees/types.ts';
import { printedReceipt } from '../../sealing/rules/receipt.ts';
import type { Keyholder } from '../../sealing/types.ts';
import { holdersLeft } from '../../sealing/views/cards.ts';
import type { AnonymousLine, AnonymousNominee, AnonymousSynthesis, SealedRound } from '../types/anonymous.ts';
import { type Round, type Stance, stances } from '../types/nouns.ts';
import type { Preview } from '../types/seen.ts';
import * as buttons from './anonymous-buttons.ts';
import { anonymousInvitation, listFacts } from './anonymous-cards.ts';
import { promiseBlocks } from './anonymous-forms.ts';
import { partLabel, saidOn } from './aspects.ts';
import { closeButton, synthesisButton } from './buttons.ts';
import { commentPages, type Said } from './comment-pages.ts';
import { nomineeName } from './nominees.ts';

export interface ShownPreview extends Preview {
  readonly electors: readonly Membership[];
  readonly holders: readonly Membership[];
  readonly shield: number;
}

/** To whom, in which words, until when, and who holds the keys; the first step asks only the key-holders. */
export function sealedPreviewMessage(t: Texts, preview: ShownPreview): Message {
  const { round, isNewList, people, electors, holders, due, shield } = preview;
  const without = people.filter(({ person }) => !electors.some((elector) => elector.person === person));
  const names = t.list(without.map(({ fullName }) => fullName));
  const invitation = anonymousInvitation(t, asItWillBe(preview), false);
  const list = t(isNewList ? 'reviews.open.listNew' : 'reviews.open.listKept', listFacts(t, round));
  const holderNames = t.list(holders.map(({ fullName }) => fullName));
  return {
    summary: t('reviews.open.previewSummary'),
    blocks: [
      { kind: 'heading', text: t('reviews.open.previewTitle') },
      {
        kind: 'facts',
        rows: [
          [t('reviews.open.list'), [list]],
          [t('reviews.open.until'), [t.when(due.dueAt)]],
          [t('reviews.open.people'), [t('reviews.open.peopleValue', { count: electors.length })]],
          [t('anonymous.open.holders'), [holderNames]],
        ],
      },
      ...(without.length > 0
        ? ([{ kind: 'note', text: [t('anonymous.open.without', { count: without.length, names })] }] as const)
        : []),
      { kind: 'note', text: [t('anonymous.open.shield', { shield })] },
      { kind: 'text', text: [{ bold: t('reviews.open.words') }] },
      ...(invitation?.blocks.filter((block) => block.kind !== 'buttons') ?? []),
      { kind: 'divider' },
      ...promiseBlocks(t),
      { kind: 'divider' },
      { kind: 'text', text: [t('anonymous.open.next')] },
      {
        kind: 'buttons',
        buttons: [buttons.askKeysButton.draw(t('anonymous.open.ask'), { round: round.id }, { style: 'primary' })],
      },
    ],
  };
}

function asItWillBe({ round, due }: Preview) {
  return {
    round: { ...round, state: 'open' as const },
    dueAt: due.dueAt,
    // A paper without a date on it cannot be told from a late one.
    closesAt: null,
    asked: round.list.entries.filter(({ isWithdrawn }) => !isWithdrawn).length,
    state: 'not-answered' as const,
    answer: null,
    hasDraft: false,
    receipt: { seenAt: null, passedTo: null },
    box: 'open' as const,
    mayReadOthers: false,
    news: 0,
    may: { open: false, progress: false, synthesis: false },
  };
}

export function askedMessage(t: Texts, asked: { round: Round; heldUntil: Date; batch: string }): Message {
  const { round, heldUntil, batch } = asked;
  return {
    summary: t('anonymous.keys.summary'),
    blocks: [
      { kind: 'text', text: t.rich('anonymous.keys.asked', { time: t.when(heldUntil, 'time') }) },
      {
        kind: 'buttons',
        buttons: [
          buttons.undoKeysButton.draw(t('common.undo'), { round: round.id, batch }),
          buttons.keysButton.draw(t('anonymous.keys.see'), { round: round.id }),
        ],
      },
    ],
  };
}

export function keysMessage(
  t: Texts,
  round: Round,
  { holders, missing }: { readonly holders: readonly Keyholder[]; readonly missing: readonly Keyholder[] },
): Message {
  const isReady = holders.every(({ hasTaken }) => hasTaken);
  const open = buttons.openSealedButton.draw(t('reviews.open.confirm'), { round: round.id }, { style: 'primary' });
  return {
    summary: t('anonymous.keys.summary'),
    blocks: [
      { kind: 'heading', text: t('anonymous.keys.title') },
      {
        kind: 'facts',
        rows: holders.map(({ fullName, hasTaken }) => [
          fullName,
          [t(hasTaken ? 'anonymous.keys.taken' : 'anonymous.keys.notTaken')],
        ]),
      },
      {
        kind: 'text',
        text: [
          missing.length > 0
            ? holdersLeft(t, missing)
            : t(isReady ? 'anonymous.keys.allTaken' : 'anonymous.keys.waiting'),
        ],
      },
      ...(isReady ? ([{ kind: 'buttons', buttons: [open] }] as const) : []),
    ],
  };
}

/** While it is open: only whether enough have answered. Afterwards how many, never who. */
export function sealedProgressMessage(t: Texts, sealed: SealedRound): Message {
  const { round, dueAt, shield, isEnough, holders, box } = sealed;
  const isOpen = round.state === 'open';
  const when = isOpen
    ? t.rich('reviews.progress.until', { until: dueAt ? t.when(dueAt) : t('reviews.card.noDate') })
    : t.rich('reviews.progress.closed', { closed: round.closedAt ? t.when(round.closedAt) : '' });
  const names = t.list(holders.map(({ fullName }) => fullName));
  const close = closeButton.draw(
    t('reviews.progress.close'),
    { round: round.id },
    {
      style: 'danger',
      confirm: {
        title: t('reviews.progress.closeTitle'),
        text: t('anonymous.progress.closeText'),
        yes: t('reviews.progress.closeYes'),
        no: t('common.cancel'),
      },
    },
  );
  return {
    summary: t('reviews.progress.summary'),
    blocks: [
      { kind: 'heading', text: t('anonymous.progress.title') },
      { kind: 'text', text: when },
      { kind: 'text', text: [standing(t, sealed)] },
      ...(isOpen
        ? ([
            {
              kind: 'note',
              text: [t(isEnough ? 'anonymous.progress.enough' : 'anonymous.progress.notYet', { shield })],
            },
          ] as const)
        : []),
      ...(box === 'closed' ? ([{ kind: 'note', text: [t('anonymous.progress.holders', { names })] }] as const) : []),
      ...(isOpen && sealed.mayOpen ? ([{ kind: 'buttons', buttons: [close] }] as const) : []),
      ...(box === 'counted' || box === 'destroyed'
        ? ([
            {
              kind: 'buttons',
              buttons: [synthesisButton.draw(t('reviews.synthesis.show'), { round: round.id, version: '' })],
            },
          ] as const)
        : []),
    ],
  };
}

function standing(t: Texts, { returned, electors, box, shield }: SealedRound): string {
  if (returned === null) return t('anonymous.progress.hidden', { count: electors });
  const counted = t('anonymous.progress.returned', { returned, count: electors });
  const next = box === 'withheld' ? 'withheld' : box === 'closed' ? 'sealed' : 'opened';
  return `${counted} ${t(`anonymous.progress.${next}`, { shield })}`;
}

export function anonymousSynthesisMessage(t: Texts, synthesis: AnonymousSynthesis): Message {
  const { round, nominees, returned, electors, shield, shares } = synthesis;
  const hasOwnUnit = nominees.some(({ entry }) => shares.ownUnit.has(entry.id));
  const closed = round.closedAt ? t.moment(round.closedAt) : '';
  const isWithheld = nominees.some(({ counts }) => counts === null);
  const hasComments = nominees.some(({ comments }) => comments.length > 0);
  const read = buttons.anonymousCommentsButton.draw(
    t('reviews.synthesis.comments'),
    { round: round.id, page: '1' },
    { style: 'primary' },
  );
  const receipts = buttons.receiptsButton.draw(t('anonymous.receipts.show'), { round: round.id });
  return {
    summary: t('reviews.synthesis.summary'),
    blocks: [
      { kind: 'heading', text: t('anonymous.synthesis.title') },
      { kind: 'note', text: [t('anonymous.synthesis.facts', { ...listFacts(t, round), closed })] },
      {
        kind: 'table',
        header: [
          t('reviews.synthesis.position'),
          t('reviews.synthesis.nominee'),
          ...stances.map((stance) => t.label('reviews.tallies', stance)),
          ...(hasOwnUnit ? [t('anonymous.synthesis.ownUnit')] : []),
        ],
        rows: nominees.map((nominee) => [
          ...countRow(t, nominee),
          ...(hasOwnUnit ? [ownUnitCell(t, synthesis, nominee)] : []),
        ]),
      },
      { kind: 'note', text: [t('anonymous.synthesis.base', { returned, count: electors })] },
      ...shareBlocks(t, synthesis),
      ...(isWithheld ? ([{ kind: 'note', text: [t('anonymous.synthesis.withheld', { shield })] }] as const) : []),
      ...(hasComments ? [] : ([{ kind: 'text', text: [t('reviews.synthesis.noComments')] }] as const)),
      { kind: 'buttons', buttons: [...(hasComments ? [read] : []), receipts] },
    ],
  };
}

/** Every comment stands alone, in random order: nothing says which of them one person wrote. */
export function anonymousCommentsMessage(t: Texts, { round, nominees }: AnonymousSynthesis, wanted: number): Message {
  const paged = commentPages(nominees.flatMap((nominee) => nominee.comments.map((comment) => ({ nominee, comment }))));
  const pages = paged.length;
  const page = Math.min(Math.max(1, wanted), pages);
  const here = paged[page - 1] ?? [];
  const turn = (to: number, label: string) =>
    buttons.anonymousCommentsButton.draw(label, { round: round.id, page: String(to) });
  const turns = [
    ...(page > 1 ? [turn(page - 1, t('common.previousPage'))] : []),
    ...(page < pages ? [turn(page + 1, t('common.nextPage'))] : []),
  ];
  return {
    summary: t('reviews.synthesis.summary'),
    blocks: [
      { kind: 'heading', text: t('reviews.synthesis.commentsTitle', { page, pages }) },
      { kind: 'note', text: [t('anonymous.synthesis.order')] },
      ...here.flatMap(({ nominee, comment, part }, index): Block[] => [
        ...(here[index - 1]?.nominee === nominee ? [] : [nomineeHeading(t, nominee)]),
        { kind: 'text', text: [{ italic: saidAs(t, round, { comment, part }) }] },
        { kind: 'quote', text: saidOn(comment, part) ?? '' },
      ]),
      ...(turns.length > 0 ? ([{ kind: 'buttons', buttons: turns }] as const) : []),
    ],
  };
}

/** Printed in one column to be compared with one's own; sorted, so that their order says nothing. */
export function receiptsMessage(t: Texts, round: Round, receipts: readonly string[]): Message {
  return {
    summary: t('anonymous.receipts.title'),
    blocks: [
      { kind: 'heading', text: t('anonymous.receipts.title') },
      { kind: 'note', text: [t('anonymous.receipts.note', { ...listFacts(t, round), count: receipts.length })] },
      { kind: 'copy', text: receipts.map(printedReceipt).join('\n') },
    ],
  };
}

function ownUnitCell(t: Texts, { shares }: AnonymousSynthesis, { entry }: AnonymousNominee): string {
  const count = shares.ownUnit.get(entry.id);
  return count === undefined ? '–' : t.number(count);
}

function nomineeHeading(t: Texts, { entry }: AnonymousNominee): Block {
  return { kind: 'text', text: [{ bold: nomineeName(t, entry) }, ` · ${entry.positionTitle}`] };
}

/** Of one comment several aspects may follow each other: the view, and of what it speaks. */
function saidAs(
  t: Texts,
  { list }: Round,
  { comment, part }: Pick<Said<{ comment: AnonymousLine }>, 'comment' | 'part'>,
) {
  const stance = t.label('reviews.stances', comment.stance);
  return part === 'general' ? stance : `${stance} · ${partLabel(t, list, part)}`;
}

/** From which roles the papers came; nothing where somebody could stand out. */
function shareBlocks(t: Texts, { shares, returned }: AnonymousSynthesis): readonly Block[] {
  if (shares.roles.size === 0) return [];
  const told = [...shares.roles.values()].reduce((sum, count) => sum + count, 0);
  const roles = [
    ...[...shares.roles].map(([role, count]) => `${t.label('roles', role)}: ${t.number(count)}`),
    ...(told < returned ? [`${t('anonymous.synthesis.rolesOther')}: ${t.number(returned - told)}`] : []),
  ];
  return [{ kind: 'note', text: [t('anonymous.synthesis.roles', { roles: t.list(roles), count: returned })] }];
}

function countRow(t: Texts, { entry, counts }: AnonymousNominee): string[] {
  const number = (stance: Stance) => (counts ? t.number(counts[stance]) : t('anonymous.synthesis.hidden'));
  return [entry.positionTitle, nomineeName(t, entry), ...stances.map(number)];
}
