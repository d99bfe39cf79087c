/** The one card from which a conference is run: worded again with everything that happens, never posted anew. */
import type { Block, Button, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Rich } from '../../../kernel/rich.ts';
import type { BallotRound } from '../../ballots/types/round.ts';
import { prepareHereButton, previewButton, standingButton } from '../../ballots/views/buttons.ts';
import { subjectText } from '../../ballots/views/words.ts';
import type { Level } from '../../classification/types.ts';
import { titleText, whenText } from '../../conferences/views/parts.ts';
import { readButton } from '../../minutes/views/buttons.ts';
import type { Task } from '../../tasks/types.ts';
import { tasksButton, taskText } from '../../tasks/views.ts';
import { togetherNow } from '../rules/consent.ts';
import { isChairOut } from '../rules/item-chair.ts';
import { isReached } from '../rules/quorum.ts';
import type { CitedQuorum, Course, QuorumCount, Seat, Sitting, SittingEvent, SittingItem } from '../types.ts';
import * as buttons from './buttons.ts';
import { eventText, itemText, type ListName, nameOf, quorumHow, quorumText, sourceText } from './words.ts';

export interface Panel {
  readonly conference: { readonly id: string };
  readonly committee: { readonly id: string; readonly name: string };
  readonly revision: {
    readonly title: string;
    readonly classification: Level;
    readonly startsAt: Date;
    readonly minutes: number;
    readonly place: string;
    readonly number: number;
  };
  readonly sitting: Sitting | null;
  readonly seats: readonly Seat[];
  readonly items: readonly SittingItem[];
  readonly lists: readonly ListName[];
  readonly events: readonly SittingEvent[];
  readonly course: Course;
  /** Of the item under discussion, where the chair is out of it; null: nobody is there to lead it. */
  readonly leader: string | null;
  /** By who is present now. */
  readonly quorum: QuorumCount;
  readonly itemQuorum: QuorumCount | null;
  readonly rule: CitedQuorum;
  readonly secondCall: { readonly afterMinutes: number } | null;
  readonly tasks: { readonly given: readonly TaskLine[]; readonly left: readonly TaskLine[] };
}

export type PreparedVote = Pick<BallotRound, 'id' | 'item' | 'subject' | 'questions'>;

type TaskLine = Pick<Task, 'text' | 'ownerName' | 'dueOn' | 'item'>;

/** The last ones are shown, so that a slip of the finger is seen. */
const eventsShown = 4;

/** `votes` stand prepared for its items. */
export function panelMessage(t: Texts, panel: Panel, votes: readonly PreparedVote[] = []): Message {
  const { course } = panel;
  const blocks: readonly Block[] = [
    { kind: 'heading', text: t('sittings.panel.heading') },
    { kind: 'text', text: [{ bold: titleText(t, panel.revision) }, ` · ${panel.committee.name}`] },
    { kind: 'text', text: [`${whenText(t, panel.revision)}, ${panel.revision.place}`] },
    ...(panel.sitting ? running(t, panel, votes) : [{ kind: 'text', text: [t('sittings.panel.notBegun')] } as const]),
    { kind: 'buttons', buttons: buttonsFor(t, panel) },
  ];
  return { summary: t(`sittings.panel.summary.${panel.sitting ? course.phase : 'not-begun'}`), blocks };
}

function running(t: Texts, panel: Panel, votes: readonly PreparedVote[]): readonly Block[] {
  const { course, sitting, seats } = panel;
  return [
    {
      kind: 'facts',
      rows: [
        [t('sittings.panel.state'), [stateText(t, course)]],
        [t('sittings.panel.chair'), [chairText(t, panel)]],
        [t('sittings.panel.secretary'), [sitting?.secretary ? nameOf(seats, sitting.secretary) : '—']],
        [t('sittings.panel.present'), [presentText(t, panel)]],
      ],
    },
    ...quorumPart(t, panel),
    ...agendaPart(t, panel),
    ...votePart(t, panel, votes),
    ...taskPart(t, panel),
    ...lastPart(t, panel),
  ];
}

function chairText(t: Texts, { course, seats, leader }: Panel): string {
  const chair = nameOf(seats, course.chair);
  if (!isChairOut(course)) return chair;
  return leader === null
    ? t('sittings.panel.nobodyLeads', { chair })
    : t('sittings.panel.leads', { chair, name: nameOf(seats, leader) });
}

export function stateText(t: Texts, course: Course): string {
  const at = course.phase === 'open' ? course.openedAt : course.endedAt;
  const text = t(`sittings.phases.${course.phase}`);
  return at ? t('sittings.panel.since', { state: text, time: t.time(at) }) : text;
}

function presentText(t: Texts, { seats, course, quorum }: Panel): string {
  const sent = seats.filter((seat) => seat.inPlaceOf && course.present.has(seat.person)).length;
  const text = t('sittings.panel.presentOf', { present: t.number(quorum.present), all: t.number(quorum.summoned) });
  return sent > 0 ? `${text}, ${t('sittings.panel.sent', { count: sent })}` : text;
}

/**
 * While the roll is called: what opening now would count and by which rule; every number stands in the form that opens.
 * Afterwards: what was frozen, and the room as it is.
 */
function quorumPart(t: Texts, { course, quorum, itemQuorum, rule, items, lists }: Panel): readonly Block[] {
  if (course.phase === 'roll-call' || course.phase === 'adjourned') {
    return [
      { kind: 'text', text: [{ bold: quorumText(t, quorum) }] },
      { kind: 'note', text: [sourceText(t, rule)] },
    ];
  }
  const frozen: readonly Block[] = course.quorum
    ? [{ kind: 'text', text: [t('sittings.panel.openedWith'), ' ', quorumText(t, course.quorum)] }]
    : [];
  const item = items.find((one) => one.id === course.current);
  if (!item) return frozen;
  const now: Rich = [{ bold: t('sittings.panel.current', { item: itemText(t, item, lists) }) }];
  return [
    ...frozen,
    { kind: 'text', text: now },
    ...(itemQuorum
      ? [{ kind: 'text', text: [t('sittings.panel.forItem'), ' ', quorumText(t, itemQuorum)] } as const]
      : []),
    ...(itemQuorum && !isReached(itemQuorum)
      ? [{ kind: 'note', text: [t('sittings.panel.itemNotQuorate')] } as const]
      : []),
    ...(course.voting ? [{ kind: 'note', text: [t('sittings.panel.voting')] } as const] : []),
  ];
}

function agendaPart(t: Texts, panel: Panel): readonly Block[] {
  const { items, lists, course } = panel;
  if (items.length === 0) return [];
  const marks = { current: '▶', closed: '✓', ahead: '·' };
  const lines = items.map((item): Rich => {
    const mark = item.id === course.current ? 'current' : course.closed.has(item.id) ? 'closed' : 'ahead';
    const text = `${marks[mark]} ${itemText(t, item, lists)}`;
    return mark === 'current' ? [{ bold: text }] : [text];
  });
  return [
    { kind: 'text', text: [{ bold: t('conferences.parts.agenda') }] },
    { kind: 'list', ordered: true, items: lines },
    ...togetherPart(t, panel),
  ];
}

/** Items that the block still holds. */
export function togetherIds(panel: Pick<Panel, 'course' | 'events' | 'items'>): ReadonlySet<string> {
  return new Set(togetherNow(panel).map(({ id }) => id));
}

/** By their numbers in the list above. */
function togetherPart(t: Texts, panel: Panel): readonly Block[] {
  const block = togetherIds(panel);
  const numbers = panel.items.flatMap((item, index) => (block.has(item.id) ? [String(index + 1)] : []));
  if (numbers.length === 0) return [];
  const text = t('sittings.panel.together', { count: numbers.length, items: t.list(numbers) });
  return [{ kind: 'note', text: [text] }];
}

/** They open when their item is under discussion; until then only those who run it know of them. */
function votePart(t: Texts, { items, course }: Panel, votes: readonly PreparedVote[]): readonly Block[] {
  if (course.phase === 'concluded' || course.phase === 'not-held') return [];
  return votes.slice(0, votesShown).flatMap((vote): readonly Block[] => {
    const number = items.findIndex(({ id }) => id === vote.item) + 1;
    if (number === 0) return [];
    const text = t('sittings.panel.prepared', { number, about: subjectText(t, vote).slice(0, 300) });
    return [
      { kind: 'row', text: [text], buttons: [previewButton.draw(t('votes.buttons.preview'), { round: vote.id })] },
    ];
  });
}

const votesShown = 5;

/** What earlier conferences asked for and is not settled comes back; and what this one has given. */
function taskPart(t: Texts, { tasks }: Panel): readonly Block[] {
  const part = (title: string, list: readonly TaskLine[]): readonly Block[] =>
    list.length === 0
      ? []
      : [
          { kind: 'text', text: [{ bold: title }] },
          { kind: 'list', items: list.slice(0, tasksShown).map((task) => [taskText(t, task)]) },
        ];
  return [...part(t('tasks.left'), tasks.left), ...part(t('tasks.heading'), tasks.given)];
}

const tasksShown = 8;

function lastPart(t: Texts, panel: Panel): readonly Block[] {
  const last = panel.events.slice(-eventsShown);
  if (last.length === 0) return [];
  const text = last.map((event) => `${t.time(event.at)} ${eventText(t, event, panel)}`).join('\n');
  return [{ kind: 'note', text: [`${t('sittings.panel.last')}\n${text}`] }];
}

function buttonsFor(t: Texts, panel: Panel): readonly Button[] {
  const { course, quorum } = panel;
  const data = { conference: panel.conference.id };
  const one = (button: typeof buttons.runButton, name: ButtonName, style?: 'primary' | 'danger') =>
    button.draw(t(`sittings.buttons.${name}`), data, style ? { style } : {});
  const always = [one(buttons.movementButton, 'movement'), one(buttons.presentButton, 'present')];
  const strike = panel.events.length > 0 ? [one(buttons.strikeButton, 'strike')] : [];
  const hasTasks = panel.tasks.left.length + panel.tasks.given.length > 0;
  const tasksHere = hasTasks ? [tasksButton.draw(t('tasks.buttons.all'), { committee: panel.committee.id })] : [];
  if (!panel.sitting) return [one(buttons.beginButton, 'begin', 'primary')];
  switch (course.phase) {
    case 'roll-call': {
      const isEnough = isReached(quorum);
      const hasTooFew = panel.events.some(
        (event) => event.kind === 'too-few' && event.revision === panel.revision.number,
      );
      return [
        one(buttons.tickButton, 'tick', isEnough ? undefined : 'primary'),
        one(buttons.openButton, 'open', isEnough ? 'primary' : undefined),
        ...always,
        one(buttons.chairButton, 'chair'),
        ...(isEnough || hasTooFew ? [] : [one(buttons.tooFewButton, 'tooFew')]),
        ...(hasTooFew && !isEnough && panel.secondCall ? [one(buttons.callAgainButton, 'secondCall', 'primary')] : []),
        ...(hasTooFew && !isEnough ? [one(buttons.giveUpButton, 'giveUp', 'danger')] : []),
        ...strike,
      ];
    }
    case 'open':
      return [
        ...(togetherIds(panel).size > 0 ? [one(buttons.togetherButton, 'together')] : []),
        ...itemButtons(t, panel),
        one(buttons.chooseItemButton, 'chooseItem'),
        one(buttons.decideButton, 'decide'),
        one(buttons.noteButton, 'note'),
        buttons.giveTaskButton.draw(t('tasks.buttons.give'), data),
        ...tasksHere,
        ...always,
        one(buttons.tickButton, 'tick'),
        one(buttons.chairButton, 'chair'),
        one(buttons.adjournButton, 'adjourn'),
        one(buttons.concludeButton, 'conclude', 'danger'),
        ...strike,
      ];
    case 'adjourned':
      return [
        one(buttons.openButton, 'resume', 'primary'),
        one(buttons.callAgainButton, 'continueOn'),
        one(buttons.tickButton, 'tick'),
        ...always,
        one(buttons.concludeButton, 'conclude', 'danger'),
        ...strike,
      ];
    case 'concluded':
    case 'not-held':
      return [
        readButton.draw(t('minutes.buttons.read'), data, { style: 'primary' }),
        one(buttons.presentButton, 'present'),
        ...tasksHere,
        ...strike,
      ];
  }
}

type ButtonName =
  | 'begin'
  | 'tick'
  | 'movement'
  | 'open'
  | 'resume'
  | 'tooFew'
  | 'giveUp'
  | 'chooseItem'
  | 'decide'
  | 'together'
  | 'note'
  | 'chair'
  | 'adjourn'
  | 'conclude'
  | 'strike'
  | 'present'
  | 'secondCall'
  | 'continueOn';

/** While papers are out only the vote itself goes on. The next item by name, so that one click is enough; a name too long for a button is cut by it. */
function itemButtons(t: Texts, panel: Panel): readonly Button[] {
  const { items, lists, course, conference } = panel;
  const block = togetherIds(panel);
  const ahead = items.filter((item) => item.id !== course.current && !course.closed.has(item.id));
  const next = ahead.find(({ id }) => !block.has(id)) ?? ahead[0];
  const current = items.find((item) => item.id === course.current);
  if (course.voting) {
    return [standingButton.draw(t('sittings.buttons.voting'), { round: course.voting }, { style: 'primary' })];
  }
  return [
    ...(next
      ? [
          buttons.takeUpButton.draw(
            t('sittings.buttons.takeUp', { item: shortened(itemText(t, next, lists)) }),
            { conference: conference.id, item: next.id },
            { style: 'primary' },
          ),
        ]
      : []),
    ...(current
      ? [
          buttons.closeItemButton.draw(t('sittings.buttons.closeItem'), {
            conference: conference.id,
            item: current.id,
          }),
          prepareHereButton.draw(t('sittings.buttons.vote'), { conference: conference.id, item: current.id }),
        ]
      : []),
  ];
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39).trimEnd()}…` : text;
}

/** Who is in the room, who left, who is not there: for those who run it. */
export function presentMessage(t: Texts, panel: Panel): Message {
  const { seats, course } = panel;
  const isHere = (seat: Seat) => course.present.has(seat.person);
  const out = course.current ? (course.out.get(course.current) ?? new Set()) : new Set();
  const line = (seat: Seat): Rich => {
    const remarks = [
      ...(seat.counts
        ? []
        : [
            seat.inPlaceOf
              ? t('sittings.present.inPlaceOf', { name: nameOf(seats, seat.inPlaceOf) })
              : t('sittings.present.guest'),
          ]),
      ...(out.has(seat.person) ? [t('sittings.present.out')] : []),
    ];
    const post = seat.post ? `, ${seat.post}` : '';
    return [{ bold: seat.fullName }, `${post}${remarks.length > 0 ? ` (${remarks.join(', ')})` : ''}`];
  };
  const here = seats.filter(isHere);
  const away = seats.filter((seat) => !isHere(seat) && seat.isSummoned);
  return {
    summary: t('sittings.present.summary'),
    blocks: [
      { kind: 'heading', text: t('sittings.present.heading') },
      { kind: 'text', text: [{ bold: t('sittings.present.here', { count: here.length }) }] },
      ...(here.length > 0 ? [{ kind: 'list', items: here.map(line) } as const] : []),
      { kind: 'text', text: [{ bold: t('sittings.present.away', { count: away.length }) }] },
      ...(away.length > 0 ? [{ kind: 'list', items: away.map(line) } as const] : []),
      ...quorumHow(t, panel.quorum, panel.rule),
      {
        kind: 'buttons',
        buttons: [buttons.runButton.draw(t('sittings.buttons.back'), { conference: panel.conference.id })],
      },
    ],
  };
}

/** Told to somebody recused: nothing of the item, and nothing of who else leaves. */
export function leaveItemMessage(t: Texts, committee: string): Message {
  return {
    summary: t('sittings.leaveItem.summary'),
    blocks: [
      { kind: 'text', text: [{ bold: committee }] },
      { kind: 'text', text: [t('sittings.leaveItem.text')] },
    ],
  };
}

/** With several at once: which of them. */
export function chooseRunningMessage(
  t: Texts,
  conferences: readonly { readonly conference: { readonly id: string }; readonly revision: Panel['revision'] }[],
  draw: (conference: string) => Button,
  none = t('sittings.panel.none'),
): Message {
  return {
    summary: t('conferences.menu.summary'),
    blocks: [
      { kind: 'text', text: [conferences.length === 0 ? none : t('conferences.menu.choose')] },
      ...conferences.slice(0, 20).map(
        ({ conference, revision }): Block => ({
          kind: 'row',
          text: [{ bold: titleText(t, revision) }, `, ${whenText(t, revision)}, ${revision.place}`],
          buttons: [draw(conference.id)],
        }),
      ),
    ],
  };
}
