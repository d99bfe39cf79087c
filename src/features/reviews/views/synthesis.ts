/** The synthesis of comments, opened privately: counts per nominee in one table, what a new version changed, comments page by page. */
import type { Block, Button, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { type Role, roles } from '../../access/types.ts';
import { planOfList } from '../../classification/views/marks.ts';
import { tallies } from '../types/nouns.ts';
import type { Comment, Synthesis, SynthesisChange, Synthesised } from '../types/seen.ts';
import { wordBlocks } from './answer.ts';
import { type Part, partLabel, parts, saidOn } from './aspects.ts';
import { commentsButton, recordButton, respondButton, synthesisButton, takeOutButton } from './buttons.ts';
import { commentPages, onlyPart } from './comment-pages.ts';
import { nomineeName } from './nominees.ts';
import { responseBlocks } from './response-line.ts';

/** Buttons to earlier versions: as many as are looked at. */
const versionsShown = 4;

export function synthesisMessage(t: Texts, synthesis: Synthesis): Message {
  const { nominees, participants, ownUnit, shield } = synthesis;
  const withheld = nominees.reduce((total, nominee) => total + nominee.withheld, 0);
  const hasComments = nominees.some(({ comments }) => comments.length > 0);
  return {
    summary: t('reviews.synthesis.summary'),
    blocks: [
      { kind: 'heading', text: t('reviews.synthesis.title') },
      { kind: 'note', text: [factsLine(t, synthesis)] },
      ...changeBlocks(t, synthesis),
      ...(synthesis.isHandedOver ? ([{ kind: 'note', text: [t('conflicts.card.synthesisPart')] }] as const) : []),
      {
        kind: 'table',
        header: [
          t('reviews.synthesis.position'),
          t('reviews.synthesis.nominee'),
          ...tallies.map((tally) => t.label('reviews.tallies', tally)),
          ...(ownUnit.size > 0 ? [t('synthesis.ownUnit')] : []),
        ],
        rows: nominees.map((nominee) => countRow(t, synthesis, nominee)),
      },
      {
        kind: 'note',
        text: [t('reviews.synthesis.base', { count: participants }), ' ', t('reviews.synthesis.silence')],
      },
      { kind: 'note', text: [t('synthesis.shield', { shield })] },
      ...(hasComments || withheld > 0 ? [] : ([{ kind: 'text', text: [t('reviews.synthesis.noComments')] }] as const)),
      ...(withheld > 0 ? ([{ kind: 'note', text: [t('visibility.withheld', { count: withheld })] }] as const) : []),
      { kind: 'buttons', buttons: [...readButtons(t, synthesis, hasComments), ...versionButtons(t, synthesis)] },
    ],
  };
}

export interface CommentsWanted {
  readonly page: number;
  /** unanswered: only comments that nobody has answered. */
  readonly only: 'all' | 'unanswered';
}

export function commentsMessage(t: Texts, synthesis: Synthesis, { page: wanted, only }: CommentsWanted): Message {
  const all = synthesis.nominees
    .flatMap((nominee) => nominee.comments.map((comment) => ({ nominee, comment })))
    .filter(({ comment }) => only === 'all' || comment.response === null);
  const pages = commentPages(all);
  const number = Math.min(Math.max(1, wanted), pages.length);
  const here = pages[number - 1] ?? [];
  const data = dataOf(synthesis);
  const turn = (to: number, label: string) => commentsButton.draw(label, { ...data, only, page: String(to) });
  const turns = [
    ...(number > 1 ? [turn(number - 1, t('common.previousPage'))] : []),
    ...(number < pages.length ? [turn(number + 1, t('common.nextPage'))] : []),
  ];
  return {
    summary: t('reviews.synthesis.summary'),
    blocks: [
      {
        kind: 'heading',
        text: t(only === 'all' ? 'reviews.synthesis.commentsTitle' : 'responses.unansweredTitle', {
          page: number,
          pages: pages.length,
        }),
      },
      ...here.flatMap(({ nominee, comment, part }, index): readonly Block[] => [
        ...(here[index - 1]?.nominee === nominee ? [] : nomineeBlocks(t, synthesis, nominee)),
        ...(here[index - 1]?.comment === comment ? [] : [sourceBlock(t, synthesis, comment)]),
        ...wordBlocks(t, synthesis.round.list, onlyPart(comment, part)),
        ...(here[index + 1]?.comment === comment ? [] : responseBlocks(t, comment.response)),
      ]),
      ...(turns.length > 0 ? ([{ kind: 'buttons', buttons: turns }] as const) : []),
    ],
  };
}

/** Comments that nobody has answered yet. */
export function withoutAnswer({ nominees }: Synthesis): number {
  return nominees.flatMap(({ comments }) => comments).filter(({ response }) => response === null).length;
}

/** Where the comments on a nominee come from and what they speak of: only what there is. */
export function sourcesLine(t: Texts, { round }: Synthesis, { comments }: Synthesised): string {
  const fromRole = (role: Role) => comments.filter((comment) => comment.role === role).length;
  const from = roles.filter((role) => fromRole(role) > 0);
  const count = (part: Part) => comments.filter((comment) => saidOn(comment, part) !== null).length;
  const on = parts.filter((part) => count(part) > 0);
  return t('synthesis.sources', {
    count: comments.length,
    from: t.list(from.map((role) => `${t.label('access.roles', role)} ${t.number(fromRole(role))}`)),
    on: t.list(on.map((part) => `${partLabel(t, round.list, part)} ${t.number(count(part))}`)),
  });
}

export function nomineeWithState(t: Texts, { entry }: Pick<Synthesised, 'entry'>): string {
  return nomineeName(t, entry) + (entry.isWithdrawn ? ` (${t('reviews.withdrawn')})` : '');
}

export function factsLine(t: Texts, { round, version }: Synthesis): string {
  const closed = round.closedAt ? t.moment(round.closedAt) : '';
  const how = t(round.closedBy === null ? 'reviews.synthesis.byDate' : 'reviews.synthesis.early');
  const facts = { number: round.list.number, plan: planOfList(t, round.list), version: version.version };
  return t('reviews.synthesis.facts', { ...facts, closed: `${closed} (${how})` });
}

/** What the correction changed, nominee by nominee; for a reader to whom nothing changed there is nothing to say. */
export function changeLines(t: Texts, { changes }: Synthesis): readonly string[] {
  return changes.map((change) =>
    t('synthesis.change', { name: nomineeName(t, change.entry), what: whatOf(t, change) }),
  );
}

function whatOf(t: Texts, { counts, added, removed }: SynthesisChange): string {
  return t.list([
    ...counts.map(({ tally, before, after }) =>
      t('synthesis.moved', { tally: t.label('reviews.tallies', tally), before, after }),
    ),
    ...(added.length > 0 ? [t('synthesis.added', { count: added.length })] : []),
    ...(removed.length > 0 ? [t('synthesis.removed', { count: removed.length })] : []),
  ]);
}

function changeBlocks(t: Texts, synthesis: Synthesis): readonly Block[] {
  const { version, changes } = synthesis;
  if (changes.length === 0) return [];
  return [
    { kind: 'text', text: [{ bold: t('synthesis.changed', { before: version.version - 1 }) }] },
    { kind: 'list', items: changeLines(t, synthesis).map((line) => [line]) },
    ...(version.why === null ? [] : ([{ kind: 'quote', text: version.why }] as const)),
  ];
}

function readButtons(t: Texts, synthesis: Synthesis, hasComments: boolean): readonly Button[] {
  const data = dataOf(synthesis);
  const open = withoutAnswer(synthesis);
  const first = { ...data, page: '1' } as const;
  const comments = commentsButton.draw(
    t('reviews.synthesis.comments'),
    { ...first, only: 'all' },
    { style: 'primary' },
  );
  const unanswered = commentsButton.draw(t('responses.unanswered', { count: open }), { ...first, only: 'unanswered' });
  return [
    ...(hasComments ? [comments] : []),
    ...(open > 0 ? [unanswered] : []),
    takeOutButton.draw(t('synthesis.asText'), { ...data, how: 'text', page: '1' }),
    takeOutButton.draw(t('synthesis.asWorkbook'), { ...data, how: 'xlsx', page: '1' }),
    takeOutButton.draw(t('synthesis.asCsv'), { ...data, how: 'csv', page: '1' }),
    recordButton.draw(t('reviews.progress.correct'), { round: data.round, person: '' }),
  ];
}

function versionButtons(t: Texts, { round, version, versions }: Synthesis): readonly Button[] {
  return versions
    .filter((other) => other.version !== version.version)
    .slice(-versionsShown)
    .map((other) =>
      synthesisButton.draw(t('synthesis.version', { version: other.version }), {
        round: round.id,
        version: String(other.version),
      }),
    );
}

function nomineeBlocks(t: Texts, synthesis: Synthesis, nominee: Synthesised): readonly Block[] {
  return [
    { kind: 'text', text: [{ bold: nomineeWithState(t, nominee) }, ` · ${nominee.entry.positionTitle}`] },
    { kind: 'note', text: [sourcesLine(t, synthesis, nominee)] },
  ];
}

/** The role, with the name where the round shows names, and whether it is for the chair only. */
export function sourceOf(t: Texts, { role, name, chairOnly }: Comment): string {
  const label = t.label('access.roles', role);
  const who = name === null ? label : `${name} (${label})`;
  return chairOnly ? `${who} · ${t('visibility.chairOnlyMark')}` : who;
}

/** With the button that answers it; an earlier version of the synthesis is only read. */
function sourceBlock(t: Texts, { round, version }: Synthesis, comment: Comment): Block {
  const stance = t.label('reviews.stances', comment.stance);
  const text = [t('reviews.synthesis.from', { role: sourceOf(t, comment), stance })];
  if (version.version !== round.synthesisVersion) return { kind: 'text', text };
  const label = t(comment.response ? 'responses.change' : 'responses.answer');
  return { kind: 'row', text, buttons: [respondButton.draw(label, { round: round.id, comment: comment.id })] };
}

function countRow(t: Texts, { ownUnit }: Synthesis, nominee: Synthesised): string[] {
  const own = ownUnit.get(nominee.entry.id);
  return [
    nominee.entry.positionTitle,
    nomineeWithState(t, nominee),
    ...tallies.map((tally) => t.number(nominee.counts[tally])),
    ...(ownUnit.size > 0 ? [own === undefined ? '–' : t.number(own)] : []),
  ];
}

function dataOf({ round, version }: Synthesis): { round: string; version: string } {
  return { round: round.id, version: String(version.version) };
}
