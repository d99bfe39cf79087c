/** The minutes put into words from what was recorded: the same sections for the message and for the text to paste. */
import type { Texts } from '../../../i18n/texts.ts';
import { dateIn } from '../../../kernel/time.ts';
import type { MinutedVote } from '../../ballots/types/count-minutes.ts';
import { minutedOutcome, minutedVote } from '../../ballots/views/minuted.ts';
import { highestOf, type Level } from '../../classification/types.ts';
import { markingLines } from '../../classification/views/marks.ts';
import { titleText } from '../../conferences/views/parts.ts';
import { isReached } from '../../sittings/rules/quorum.ts';
import type { Seat, SittingEvent, SittingItem } from '../../sittings/types.ts';
import type { Panel } from '../../sittings/views/panel.ts';
import { decisionText, eventText, itemText, nameOf, quorumText, sourceText } from '../../sittings/views/words.ts';
import { taskText } from '../../tasks/views.ts';
import type { Addendum, Minutes } from '../types.ts';

export interface Section {
  readonly title: string | null;
  readonly lines: readonly string[];
}

export interface Draft {
  readonly sitting: Panel & {
    readonly members: readonly { readonly person: string }[];
    readonly replies: readonly { readonly person: string; readonly answer: string; readonly reason: string | null }[];
  };
  readonly minutes: Minutes;
  readonly addenda: readonly Addendum[];
  /** Votes held in it; one that is not here is closed to the reader. */
  readonly votes: readonly MinutedVote[];
  /** Reasons of absence were given to chair and secretary only. */
  readonly mayEdit: boolean;
}

/** `t` in the committee's zone. Items without anything recorded are there all the same. */
export function minutesSections(t: Texts, draft: Draft): readonly Section[] {
  const { sitting } = draft;
  const general = sitting.events.filter((event) => event.item === null);
  return [
    { title: null, lines: heads(t, draft) },
    { title: t('minutes.attendance'), lines: attendance(t, draft) },
    ...sitting.items.map(
      (item, index): Section => ({
        title: `${index + 1}. ${itemText(t, item, sitting.lists)}`,
        lines: itemLines(t, draft, item),
      }),
    ),
    ...section(t('minutes.general'), [
      ...general.filter(isSaid).map((event) => line(t, event, draft)),
      ...taskLines(t, sitting, null),
    ]),
    { title: null, lines: ending(t, draft) },
    ...section(
      t('minutes.addenda'),
      draft.addenda.map(({ number, text, addedAt }) =>
        t('minutes.addendum', { number, date: t.date(dateIn(t.zone, addedAt)), text }),
      ),
    ),
  ];
}

/** What was decided, for the notice of conclusions. */
export function conclusions(t: Texts, { sitting, votes }: Pick<Draft, 'sitting' | 'votes'>): readonly string[] {
  return [
    ...sitting.events
      .filter(({ kind }) => kind === 'decided' || kind === 'voted')
      .map((event) => {
        const vote = voteOf(votes, event);
        if (event.kind === 'voted') return vote ? minutedOutcome(t, vote) : '';
        const found = sitting.items.find(({ id }) => id === event.item);
        return decisionText(t, event, { mover: '', item: found ? itemText(t, found, sitting.lists) : '' });
      })
      .filter((text) => text !== ''),
    ...sitting.tasks.given.map((task) => t('tasks.inMinutes', { text: taskText(t, task) })),
  ];
}

export function minutesTitle(t: Texts, { sitting }: Pick<Draft, 'sitting'>): string {
  return t('minutes.title', { title: titleText(t, sitting.revision) });
}

/** What is minuted is as secret as the highest of the conference, its lists and the votes taken in it. */
export function levelOf({ sitting, votes }: Pick<Draft, 'sitting' | 'votes'>): Level {
  const lists = sitting.lists.filter(({ id }) => sitting.items.some(({ list }) => list === id));
  return highestOf([
    sitting.revision.classification,
    ...lists.map(({ classification }) => classification),
    ...votes.map(({ round }) => round.subject.classification),
  ]);
}

function heads(t: Texts, draft: Draft): readonly string[] {
  const { sitting } = draft;
  const { course, revision, seats, committee } = sitting;
  const { chair } = course;
  const secretary = sitting.sitting?.secretary ?? null;
  const began = course.openedAt ?? revision.startsAt;
  return [
    ...markingLines(t, levelOf(draft)),
    committee.name,
    t('minutes.began', { moment: t.moment(began) }),
    t('minutes.place', { place: revision.place }),
    t('minutes.chair', { name: nameOf(seats, chair) }),
    ...(secretary ? [t('minutes.secretary', { name: nameOf(seats, secretary) })] : []),
  ];
}

/** Openings with their frozen numbers, then who was there, who came late or left, and who was not. */
function attendance(t: Texts, { sitting, mayEdit }: Draft): readonly string[] {
  const { seats, events, replies, rule } = sitting;
  const openings = events.filter((event) => ['opened', 'resumed', 'too-few'].includes(event.kind));
  const came = new Set(events.flatMap((event) => (event.kind === 'arrived' && event.person ? [event.person] : [])));
  const answers = new Map(replies.map((reply) => [reply.person, reply]));
  const here = seats.filter((seat) => came.has(seat.person));
  // Who takes the minutes is named above, and often nobody ticks whoever does the ticking.
  const secretary = sitting.sitting?.secretary ?? null;
  const away = seats.filter((seat) => seat.isSummoned && !came.has(seat.person) && seat.person !== secretary);
  return [
    ...openings.map((event) =>
      t('minutes.at', {
        time: t.moment(event.at),
        text: `${t(`sittings.events.${event.kind as 'opened'}`)} ${event.facts.quorum ? quorumText(t, event.facts.quorum) : ''}`.trim(),
      }),
    ),
    sourceText(t, rule),
    t('minutes.present', { count: here.length, names: names(here, (seat) => remarkOf(t, seat, sitting)) }),
    ...(away.length > 0
      ? [
          t('minutes.absent', {
            count: away.length,
            names: names(away, (seat) => absence(t, answers.get(seat.person) ?? null, mayEdit)),
          }),
        ]
      : []),
  ];
}

function names(seats: readonly Seat[], remark: (seat: Seat) => string): string {
  return seats
    .map((seat) => {
      const said = remark(seat);
      return `${seat.fullName}${seat.post ? `, ${seat.post}` : ''}${said ? ` (${said})` : ''}`;
    })
    .join('; ');
}

/** In whose place, whether a guest, and the times of who was not there from the opening to the end. */
function remarkOf(t: Texts, seat: Seat, { seats, events, course }: Draft['sitting']): string {
  const own = events.filter((event) => event.person === seat.person);
  const openedAt = course.openedAt;
  const late = own.filter((event) => event.kind === 'arrived' && openedAt && event.at > openedAt);
  const left = own.filter((event) => event.kind === 'left' && openedAt && event.at > openedAt);
  return [
    ...(seat.inPlaceOf ? [t('minutes.inPlaceOf', { name: nameOf(seats, seat.inPlaceOf) })] : []),
    ...(!seat.counts && !seat.inPlaceOf ? [t('sittings.present.guest')] : []),
    ...late.map((event) => t('minutes.from', { time: t.time(event.at) })),
    ...left.map((event) => t('minutes.until', { time: t.time(event.at) })),
  ].join(', ');
}

function absence(t: Texts, reply: { answer: string; reason: string | null } | null, mayEdit: boolean): string {
  if (!reply || reply.answer === 'coming' || reply.answer === 'maybe') return t('minutes.noReason');
  if (reply.answer === 'delegate') return t('minutes.sentSomebody');
  return reply.reason && mayEdit ? t('minutes.reason', { reason: reply.reason }) : t('minutes.withReason');
}

function itemLines(t: Texts, { sitting, votes }: Draft, item: SittingItem): readonly string[] {
  const events = sitting.events
    .filter((event) => event.item === item.id && isSaid(event))
    .filter((event) => !isVote(event) || (voteOf(votes, event) !== null && !isCountedLater(event, sitting.events)));
  const tasks = taskLines(t, sitting, item.id);
  if (events.length === 0 && tasks.length === 0) return [t('minutes.nothing')];
  return [...events.map((event) => line(t, event, { sitting, votes })), ...tasks];
}

function isVote({ kind }: SittingEvent): boolean {
  return kind === 'vote-closed' || kind === 'voted' || kind === 'vote-void';
}

function voteOf(votes: Draft['votes'], { facts }: SittingEvent): MinutedVote | null {
  return votes.find(({ round }) => round.id === facts.round) ?? null;
}

/** Sealed papers: closing them is said only as long as they are not counted. */
function isCountedLater({ kind, facts }: SittingEvent, events: readonly SittingEvent[]): boolean {
  return kind === 'vote-closed' && events.some((event) => event.kind === 'voted' && event.facts.round === facts.round);
}

function taskLines(t: Texts, { tasks }: Draft['sitting'], item: string | null): readonly string[] {
  const here = tasks.given.filter((task) => task.item === item);
  return here.map((task) => t('tasks.inMinutes', { text: taskText(t, task) }));
}

function isSaid({ kind, person }: SittingEvent): boolean {
  // Of an item taken up only who leads it in place of the chair.
  if (kind === 'taken-up') return person !== null;
  return [
    'noted',
    'decided',
    'vote-closed',
    'voted',
    'vote-void',
    'stepped-out',
    'stepped-in',
    'chair-handed',
    'secretary-handed',
    'adjourned',
    'given-up',
  ].includes(kind);
}

/** A decision is marked as one; without a quorum for the item it is said with the numbers. */
function line(t: Texts, event: SittingEvent, { sitting, votes }: Pick<Draft, 'sitting' | 'votes'>): string {
  const vote = voteOf(votes, event);
  const text = vote ? minutedVote(t, vote) : eventText(t, event, sitting);
  const { quorum } = event.facts;
  const isWeak = event.kind === 'decided' && quorum && !isReached(quorum);
  const marked = event.kind === 'decided' || event.kind === 'voted' ? t('minutes.decision', { text }) : text;
  return `${t.time(event.at)} ${marked}${isWeak ? ` (${quorumText(t, quorum)})` : ''}`;
}

function ending(t: Texts, { sitting, minutes }: Draft): readonly string[] {
  const { course } = sitting;
  const signed = minutes.paper
    ? [t('minutes.paper', { number: minutes.paper.number, date: t.date(minutes.paper.dated) })]
    : confirmations(t, sitting, minutes);
  return [...(course.endedAt ? [t('minutes.ended', { moment: t.moment(course.endedAt) })] : []), ...signed];
}

/** By whom they really were, which need not be who was in the room. */
function confirmations(t: Texts, { course, seats }: Draft['sitting'], minutes: Minutes): readonly string[] {
  const { chairBy, chairAt, secretaryBy, secretaryAt } = minutes;
  const secretary = secretaryAt
    ? [t('minutes.bySecretary', { name: secretaryBy?.fullName ?? '', moment: t.moment(secretaryAt) })]
    : [];
  if (!chairAt) return secretary;
  const facts = { name: chairBy?.fullName ?? '', moment: t.moment(chairAt) };
  return chairBy?.person === course.chair
    ? [...secretary, t('minutes.byChair', facts)]
    : [...secretary, t('minutes.byChairNow', { ...facts, chair: nameOf(seats, course.chair) })];
}

function section(title: string, lines: readonly string[]): readonly Section[] {
  return lines.length === 0 ? [] : [{ title, lines }];
}

/** As text to paste into a document. */
export function minutesText(t: Texts, draft: Draft): string {
  const sections = minutesSections(t, draft).map(({ title, lines }) =>
    [...(title ? [title] : []), ...lines.map((one) => (title ? `- ${one}` : one))].join('\n'),
  );
  return [minutesTitle(t, draft).toLocaleUpperCase(t.locale), ...sections, t('minutes.signatures')].join('\n\n');
}
