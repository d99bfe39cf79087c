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
import { demoWorkspaces } from '../../src/sandbox/demo-workspaces.ts';
import type { Admin } from '../../src/sandbox/people/admin.ts';
import type { Given } from '../../src/sandbox/pointing.ts';
import type { Sandbox } from '../../src/sandbox/server.ts';
import type { SeedWorkspace, Team } from '../../src/sandbox/types.ts';
import { freePort } from './free-port.ts';
import { watch } from './story-news.ts';
import { createPlayer, quietMs } from './story-person.ts';
import { createTranscript, type Transcript } from './story-transcript.ts';

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
  /** A file of theirs, for a field that takes one. */
  file(name: string, text: string): Given;
  submits(values?: Values): Promise<void>;
  closes(): Promise<void>;
  opensHome(): Promise<void>;
  /** The open window: what stands in it, and the names of its fields. */
  reads(): { readonly lines: readonly string[]; readonly fields: readonly string[] };
}

export type Values = Record<string, Given>;

/** Of the transcript, when a story breaks. */
const linesShown = 60;

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

export interface Parts {
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
