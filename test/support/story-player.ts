/**
 * Plays a story: the real app in sandbox mode, people who type and click through signed HTTP, a clock that stands where
 * the story puts it. What they see becomes a transcript, the same each time.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { startApp } from '../../src/app.ts';
import type { Config } from '../../src/config/config.ts';
import { texts } from '../../src/i18n/texts.ts';
import type { Locale } from '../../src/kernel/act.ts';
import { type MovableClock, stoppedClock } from '../../src/kernel/clock.ts';
import type { Log } from '../../src/kernel/log.ts';
import type { Actor, Outcome, Seen, Target } from '../../src/sandbox/actor.ts';
import { elementsOf } from '../../src/sandbox/contract/blocks.ts';
import type { Bag } from '../../src/sandbox/contract/rules.ts';
import { demoWorkspaces } from '../../src/sandbox/demo-workspaces.ts';
import type { Admin } from '../../src/sandbox/people/admin.ts';
import type { FieldProblem } from '../../src/sandbox/people/fields.ts';
import type { Given } from '../../src/sandbox/pointing.ts';
import type { Sandbox } from '../../src/sandbox/server.ts';
import type { SeedWorkspace, StoredView, Team } from '../../src/sandbox/types.ts';
import { freePort } from './free-port.ts';
import { drawnTwoWays } from './story-drawings.ts';
import { fieldValue, findButton, formKey, messageLines, viewLines, words } from './story-render.ts';
import { createTranscript, type Shown, type Transcript } from './story-transcript.ts';

export interface Story {
  readonly name: string;
  /** One of the demo's workspaces; its first channel is where people type. */
  readonly team: string;
  /** yyyy-mm-ddTHH:mm in `zone`. */
  readonly begins: string;
  readonly zone: string;
  play(stage: Stage): Promise<void>;
}

export interface Stage {
  /** The language that everybody uses. */
  readonly locale: Locale;
  scene(title: Record<Locale, string>): void;
  note(text: Record<Locale, string>): void;
  as(name: string): Player;
  /** Moves the clock to yyyy-mm-ddTHH:mm in the story's zone; what falls due on the way runs and is shown. */
  clock(to: string): Promise<void>;
  /** Lets minutes pass: for what waits sixty seconds. */
  minutes(count: number): Promise<void>;
  readonly admin: Admin;
  /** Random text that people read (a receipt, a word of a key): the transcript has `instead` in its place. */
  hides(text: string, instead: Record<Locale, string>): void;
}

export interface Player {
  /** A slash command in the story's channel, or an ordinary message to the bot. */
  types(line: string): Promise<void>;
  /** A button, "feature.name", in the open window or the newest message that has it; in a list `beside` these words. */
  presses(action: string, beside?: string): Promise<void>;
  /** Enters values without sending: where the form answers at once, its answer is shown. */
  fills(values: Values): Promise<void>;
  submits(values?: Values): Promise<void>;
  closes(): Promise<void>;
  opensHome(): Promise<void>;
  /** The open window: what stands in it, and the names of its fields. */
  reads(): { readonly lines: readonly string[]; readonly fields: readonly string[] };
}

type Values = Record<string, Given>;

/** Of the transcript, when a story breaks. */
const linesShown = 60;

/** Nothing has gone between bot and chat for so long: it has come to rest. */
const quietMs = 25;

/** People work, they do not fly: so much passes before each act. */
const paceMs = 20_000;

export async function playStory(
  story: Story,
  options: { locale: Locale; databaseUrl: string | null },
): Promise<string> {
  const clock = stoppedClock(momentIn(story.zone, story.begins));
  const dataDir = await mkdtemp(join(tmpdir(), 'quorate-story-'));
  const config: Config = {
    mode: 'sandbox',
    databaseUrl: options.databaseUrl,
    dataDir,
    secret: new Uint8Array(32).fill(7),
    port: await freePort(),
    publicUrl: null,
    locale: options.locale,
    logLevel: 'silent',
  };
  const complaints: string[] = [];
  const hidden = new Map<string, string>();
  const app = await startApp(config, {
    log: complainingLog(complaints),
    clock,
    sandboxSeed: {
      ...demoWorkspaces,
      workspaces: demoWorkspaces.workspaces.map((each) => spoken(each, options.locale)),
    },
    pacing: { perChannelMs: 0, perWorkspaceMs: 0, redrawMs: 0, askMs: 0 },
    slowness: 20,
  });
  try {
    const { sandbox } = app;
    if (!sandbox) throw new Error('a story needs the sandbox');
    const transcript = createTranscript(options.locale, story.zone);
    const stage = createStage({
      story,
      sandbox,
      clock,
      transcript,
      port: config.port,
      locale: options.locale,
      knownForms: new Set(),
      hidden,
    });
    await story.play(stage).catch((error: unknown) => {
      const lately = transcript.text().split('\n').slice(-linesShown).join('\n');
      throw new Error([lately, String(error), ...complaints].join('\n'), { cause: error });
    });
    if (complaints.length > 0) throw new Error(`the bot complained during the story: ${complaints.join('; ')}`);
    const written = [...hidden].reduce(
      (text, [secret, instead]) => text.replaceAll(secret, instead),
      transcript.text(),
    );
    return written;
  } finally {
    await app.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

interface Parts {
  readonly story: Story;
  readonly sandbox: Sandbox;
  readonly clock: MovableClock;
  readonly transcript: Transcript;
  readonly port: number;
  readonly locale: Locale;
  /** Forms that a reader of the transcript has seen whole. */
  readonly knownForms: Set<string>;
  /** What is random, and what the transcript says instead. */
  readonly hidden: Map<string, string>;
}

function createStage(parts: Parts): Stage {
  const { story, sandbox, clock, transcript, locale } = parts;
  const team = teamOf(parts);
  const seen = watch(team);
  const textsOf = texts(locale, story.zone, 'party');

  async function moveTo(at: Date): Promise<void> {
    await sandbox.quiet(quietMs);
    const [anyone] = Object.keys(team.people);
    const response = await fetch(`http://127.0.0.1:${parts.port}/sandbox/do/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ team: team.id, user: anyone, to: at.toISOString() }),
    });
    if (!response.ok) throw new Error(`the clock did not move: ${await response.text()}`);
    await sandbox.quiet(quietMs);
    if (clock.now() < at) throw new Error('the clock stopped on the way');
  }

  /** From one thing due to the next, so that everything is seen as it was when it came. */
  async function toPass(at: Date): Promise<void> {
    while (clock.now() < at) {
      const next = await sandbox.nextDue();
      await moveTo(next && next > clock.now() && next < at ? next : at);
      const news = seen.news();
      if (news.length > 0) transcript.moment(clock.now());
      for (const shown of news) transcript.shown(shown);
    }
  }

  return {
    locale,
    scene: (title) => transcript.scene(title[locale]),
    note: (text) => transcript.note(text[locale]),
    as: (name) =>
      createPlayer(parts, team, name, async () => {
        await moveTo(new Date(clock.now().getTime() + 1000));
        return seen.news(name);
      }),
    async clock(to) {
      const at = momentIn(story.zone, to);
      transcript.act(clock.now(), `⏱ ${transcript.word('moved')} ${textsOf.moment(at)}`, '');
      await toPass(at);
    },
    minutes: (count) => toPass(new Date(clock.now().getTime() + count * 60_000)),
    admin: sandbox.admin(team.id),
    hides: (text, instead) => void parts.hidden.set(text, instead[locale]),
  };
}

/** `settle` lets everything come to rest that an act has caused, and tells what came to whom. */
function createPlayer(parts: Parts, team: Team, name: string, settle: () => Promise<readonly Shown[]>): Player {
  const { sandbox, clock, transcript } = parts;
  const person = Object.values(team.people).find(({ real_name }) => real_name === name);
  if (!person) throw new Error(`nobody is called ${name}`);
  const actor = sandbox.as(team.id, person.id);
  const channel = Object.values(team.channels).find(({ members }) => members.includes(team.seed.botUserId));
  if (!channel) throw new Error('the bot is in no channel');

  /** The window on top, as it was before the act, to see whether it changed. */
  async function doing(what: string, act: () => Promise<Outcome | null>): Promise<void> {
    clock.setTo(new Date(clock.now().getTime() + paceMs));
    const before = stampOf(actor.topView());
    transcript.act(clock.now(), name, what);
    const last = sandbox.inspector.entries().at(-1)?.id ?? 0;
    const outcome = await act();
    if (outcome?.trouble) throw new Error(`${name} ${what}: ${outcome.trouble}`);
    if (outcome) showProblems(actor.topView(), outcome);
    const news = await settle();
    const twoWays = drawnTwoWays(sandbox.inspector.entries().filter(({ id }) => id > last));
    if (twoWays) throw new Error(`${name} ${what}: ${twoWays}`);
    const after = actor.topView();
    if (after && stampOf(after) !== before) showView(after);
    for (const shown of news) transcript.shown(shown);
  }

  function showView(view: StoredView): void {
    const key = formKey(view);
    const isForm = Boolean(view.view.submit);
    transcript.lines(viewLines(team, view, isForm && parts.knownForms.has(key)));
    if (isForm) parts.knownForms.add(key);
  }

  function showProblems(view: StoredView | null, { errors, blocked }: Outcome): void {
    const problems = Object.entries({ ...blocked, ...errors });
    if (problems.length === 0) return;
    transcript.lines([
      `${transcript.word('refused')}:`,
      ...problems.map(([blockId, problem]) => `✗ ${labelOf(view, blockId)}: ${problemText(problem)}`),
    ]);
  }

  function showFilled(view: StoredView, values: Values): void {
    const lines = Object.keys(values).map((field) => {
      const { label, element } = fieldOf(view, field);
      const [first = '', ...more] = fieldValue(team, element, view.values[`field:${field}`]?.[field]).split('\n');
      return [`  ${label}: ${first}`, ...more.map((line) => `    ${line}`)];
    });
    transcript.lines(lines.flat());
  }

  /** An answer that was read is closed without a word; an unsent form is closed by the story. */
  async function putAway(): Promise<void> {
    const view = actor.topView();
    if (!view) return;
    if (view.view.submit) throw new Error(`${name} has a form open: ${words(view.view.title)}`);
    await actor.close(view, true);
  }

  /** As a person chooses: an option by some of its words. */
  function chosen(view: StoredView, values: Values): Values {
    const entries = Object.entries(values).map(([field, given]): [string, Given] => {
      const { element } = fieldOf(view, field);
      const options = Array.isArray(element.options) ? (element.options as Bag[]) : [];
      const pick = (each: string | number): string | number => {
        const isExact = options.some((option) => option.value === each || words(option.text) === each);
        const beginning = options.find((option) => words(option.text).startsWith(String(each)));
        const holding = options.find((option) => words(option.text).includes(String(each)));
        return isExact ? each : words((beginning ?? holding)?.text) || each;
      };
      if (Array.isArray(given)) return [field, given.map(pick)];
      return [field, typeof given === 'string' ? pick(given) : given];
    });
    return Object.fromEntries(entries);
  }

  function mustBeOpen(): StoredView {
    const view = actor.topView();
    if (!view)
      throw new Error(
        `${name} has no window open; sees: ${newestFirst(team, actor)
          .slice(0, 2)
          .map(({ text }) => text)
          .join(' | ')}`,
      );
    return view;
  }

  return {
    types: async (line) => {
      const isCommand = line.startsWith('/');
      await putAway();
      return doing(`${isCommand ? `#${channel.name}` : '(bot)'} › ${line}`, async () => {
        if (isCommand) {
          const [command = '', ...rest] = line.split(' ');
          return actor.command(channel.id, command, rest.join(' '));
        }
        await actor.type(await actor.openMessages(), line);
        return null;
      });
    },
    async presses(action, beside) {
      const { target, spot } = spotOf(team, actor, action, beside ?? null);
      if (target !== actor.topView()) await putAway();
      const words = `[${spot.label}]${beside ? ` (${beside})` : ''}`;
      return doing(words, async () => {
        if (spot.confirm) transcript.lines(confirmLines(spot.confirm));
        return actor.click(target, `${spot.blockId}/${spot.actionId}`);
      });
    },
    fills: (values) =>
      doing(transcript.word('fills'), async () => {
        const view = mustBeOpen();
        await actor.fill(view, chosen(view, values));
        showFilled(actor.topView() ?? view, values);
        return null;
      }),
    submits: (values = {}) => {
      const button = words(mustBeOpen().view.submit);
      return doing(`[${button}]`, async () => {
        const view = mustBeOpen();
        await actor.fill(view, chosen(view, values));
        showFilled(actor.topView() ?? view, values);
        return actor.submit(view);
      });
    },
    closes: () =>
      doing(transcript.word('closes'), async () => {
        await actor.close(mustBeOpen(), true);
        return null;
      }),
    reads: () => {
      const view = mustBeOpen();
      const ids = (view.view.blocks as Bag[]).map(({ block_id }) => String(block_id));
      const fields = ids.filter((id) => id.startsWith('field:')).map((id) => id.slice('field:'.length));
      return { lines: viewLines(team, view), fields };
    },
    opensHome: () =>
      doing(transcript.word('home'), async () => {
        await actor.openHome();
        await sandbox.quiet(quietMs);
        const home = actor.home();
        if (!home) throw new Error(`${name} has an empty Home`);
        transcript.lines(viewLines(team, home));
        return null;
      }),
  };
}

function stampOf(view: StoredView | null): string {
  return view ? `${view.id} ${view.hash}` : '';
}

function spotOf(team: Team, actor: Actor, action: string, beside: string | null) {
  const windows = [actor.topView(), actor.home()].filter((view) => view !== null);
  const places: { target: Target; blocks: Bag[] }[] = [
    ...windows.slice(0, 1).map((view) => ({ target: view, blocks: view.view.blocks as Bag[] })),
    ...newestFirst(team, actor).map((message) => ({ target: message, blocks: message.blocks ?? [] })),
    ...windows.slice(1).map((view) => ({ target: view, blocks: view.view.blocks as Bag[] })),
  ];
  for (const { target, blocks } of places) {
    const spot = findButton(team, blocks, action, beside);
    if (spot) return { target, spot };
  }
  const [newest] = places;
  const there = (newest?.blocks ?? [])
    .flatMap(elementsOf)
    .map(({ action_id, text }) => `${action_id} "${words(text)}"`);
  throw new Error(`${team.people[actor.userId]?.real_name} sees no button ${action} ${beside ?? ''}; newest: ${there}`);
}

function newestFirst(team: Team, actor: Actor): Seen[] {
  return Object.values(team.channels)
    .filter((channel) => channel.members.includes(actor.userId))
    .flatMap((channel) => actor.messages(channel.id))
    .sort((a, b) => (a.ts < b.ts ? 1 : -1));
}

function fieldOf(view: StoredView, field: string): { label: string; element: Bag } {
  const block = (view.view.blocks as Bag[]).find(({ block_id }) => block_id === `field:${field}`);
  if (!block) throw new Error(`the form has no field ${field}`);
  return { label: words(block.label), element: block.element as Bag };
}

function labelOf(view: StoredView | null, blockId: string): string {
  const block = (view?.view.blocks as Bag[] | undefined)?.find(({ block_id }) => block_id === blockId);
  return words(block?.label);
}

function problemText(problem: string | FieldProblem): string {
  return typeof problem === 'string' ? problem : `‹${problem.kind}›`;
}

function confirmLines(confirm: Bag): string[] {
  return [
    `? ${words(confirm.title)}`,
    `  ${words(confirm.text)}`,
    `  [${words(confirm.confirm)}] [${words(confirm.deny)}]`,
  ];
}

/** What changed since the last look, for everybody: equal cards together, the channel first, then people in the seed's order. */
function watch(team: Team) {
  const known = new Map<string, string>();
  const order = Object.values(team.people).map(({ real_name }) => real_name);
  const ids = Object.keys(team.people);
  const personAt = (id: string | null) => (id === null ? -1 : ids.indexOf(id));

  return {
    /** `mine`: whose own private answers come first and without a name. */
    news(mine: string | null = null): Shown[] {
      const groups = new Map<string, Shown>();
      // Not in the order in which direct messages happened to be opened, which is another each time.
      const channels = Object.values(team.channels).sort((a, b) => personAt(a.imWith) - personAt(b.imWith));
      for (const channel of channels) {
        for (const message of team.messages[channel.id] ?? []) {
          if (message.user !== team.seed.botUserId && !message.bySlackbot) continue;
          const lines = messageLines(team, message);
          const key = `${channel.id} ${message.ts}`;
          const content = lines.join('\n');
          const before = known.get(key);
          known.set(key, content);
          if (before === content) continue;
          const reader = message.onlyFor ?? channel.imWith;
          const to = reader === null ? [] : [team.people[reader]?.real_name ?? '?'];
          const how = message.onlyFor !== null && to[0] === mine ? 'private' : reader === null ? 'channel' : 'direct';
          const isReplaced = before !== undefined;
          const notification = how === 'private' || isReplaced || message.text === content ? null : message.text;
          const changed = isReplaced ? changedLines(before.split('\n'), lines) : lines;
          const shown: Shown = { to, how, channel: channel.name, isReplaced, notification, lines: changed };
          const group = JSON.stringify([how, reader === null ? channel.name : '', isReplaced, notification, changed]);
          const others = groups.get(group);
          const readers = [...(others?.to ?? []), ...to].sort((a, b) => order.indexOf(a) - order.indexOf(b));
          groups.set(group, { ...shown, to: readers });
        }
      }
      const place = ({ how, to }: Shown) => ({ private: -2, channel: -1, direct: order.indexOf(to[0] ?? '') })[how];
      const byItself = mine === null ? comingByItself : () => 0;
      return onlyDifferences([...groups.values()].sort((a, b) => place(a) - place(b) || byItself(a, b)));
    },
  };
}

/** What falls due in the same minute comes in an order of chance: the day's list first here, then by what it says. */
function comingByItself(one: Shown, other: Shown): number {
  const rank = ({ isReplaced, lines }: Shown) => (isReplaced ? 0 : lines[0]?.startsWith('# ') ? 1 : 2);
  if (rank(one) !== 2 || rank(other) !== 2) return rank(one) - rank(other);
  const [said, saidByOther] = [one.lines.join('\n'), other.lines.join('\n')];
  return said < saidByOther ? -1 : said > saidByOther ? 1 : 0;
}

/** Of a card that got new words what is new in it; lines that stayed are one "…". */
function changedLines(before: readonly string[], after: readonly string[]): string[] {
  const marked = after.map((line) => (before.includes(line) ? '…' : line));
  return marked.filter((line, index) => line !== '…' || marked[index - 1] !== '…');
}

/** Cards that come together and say nearly the same: the first whole, of the others what differs. */
function onlyDifferences(cards: readonly Shown[]): Shown[] {
  const first = new Map<string, readonly string[]>();
  return cards.map((card) => {
    const whole = card.notification === null ? undefined : first.get(card.notification);
    if (!whole) {
      if (card.notification !== null) first.set(card.notification, card.lines);
      return card;
    }
    return { ...card, lines: changedLines(whole, card.lines) };
  });
}

function teamOf({ sandbox, story }: Pick<Parts, 'sandbox' | 'story'>): Team {
  const team = sandbox.state().teams[story.team];
  if (!team) throw new Error(`there is no workspace ${story.team}`);
  return team;
}

/** The same workspace with everybody speaking one language. */
function spoken(workspace: SeedWorkspace, locale: Locale): SeedWorkspace {
  const account = locale === 'vi' ? ('vi-VN' as const) : ('en-US' as const);
  return { ...workspace, locale, users: workspace.users.map((user) => ({ ...user, locale: account })) };
}

function momentIn(zone: string, local: string): Date {
  return DateTime.fromISO(local, { zone }).toJSDate();
}

/** What the bot itself calls worth a look is a failure of the story. */
function complainingLog(complaints: string[]): Log {
  const complain = (facts: object, message: string) => void complaints.push(`${message} ${JSON.stringify(facts)}`);
  return { error: complain, warn: complain, info() {}, debug() {} };
}
