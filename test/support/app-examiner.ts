/** The examiner: a strict Slack-compatible server, the bot beside it as a process, and a database of its own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Actor } from '../../src/sandbox/actor.ts';
import type { Bag } from '../../src/sandbox/contract/rules.ts';
import { type Listening, listenSandbox } from '../../src/sandbox/listen.ts';
import type { Sandbox } from '../../src/sandbox/server.ts';
import type { Message, SandboxOptions, StoredView } from '../../src/sandbox/types.ts';
import { type BotProcess, startBotProcess } from './app-process.ts';
import { admin, botToken, examSeed, hall, signingSecret, team } from './app-seed.ts';
import { type SignedAnswer, sendSigned } from './app-signed.ts';
import { eventually, patiently, pause } from './eventually.ts';
import { freePort } from './free-port.ts';
import { patientActor } from './patient-actor.ts';

export { actUntil, eventually, inTime, patiently, pause } from './eventually.ts';

export interface Examiner {
  readonly sandbox: Sandbox;
  readonly slackUrl: string;
  /** The one that Slack's requests go to. */
  readonly bot: BotProcess;
  readonly folder: string;
  /** Repeats what a busy machine did not take. */
  as(user: string): Actor;
  /** Acts once, whatever comes back: for tests of just that. */
  hasty(user: string): Actor;
  /** A second bot with the same settings, on another port; or the first one again after it was killed. */
  start(which?: 'again' | 'second', more?: Readonly<Record<string, string>>): BotProcess;
  /** What a load balancer does when one of them is gone. */
  deliverTo(bot: BotProcess): void;
  /** Over a socket only: nothing may come by HTTP. */
  deliverToNobody(): void;
  sendSigned(body: string, to?: BotProcess): Promise<SignedAnswer | null>;
  /** What was last sent to the bot under this name, to be sent again by hand. */
  lastSent(name: string): Bag;
  /** Where `rows` asks from now on. */
  lookAt(url: string): void;
  rows(sql: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  /** Nothing that is due waits to be done, no card to be said, and nothing goes between bot and Slack. */
  atRest(): Promise<void>;
  /** While `act` runs and a moment longer, whoever reads this table waits: the bot cannot answer before. */
  withheld(table: string, act: () => Promise<void>): Promise<void>;
  /** What Slack would have refused so far; not to be forgotten by a test. */
  refusals(): readonly string[];
  stop(): Promise<void>;
}

export interface ExaminerOptions {
  /** What the bot is told; null: the embedded server. */
  readonly databaseUrl: string | null;
  /** Where the test looks by itself. */
  readonly lookAt?: string;
  readonly more?: Readonly<Record<string, string>>;
  readonly sandbox?: Partial<SandboxOptions>;
  /** Before the bot starts. */
  readonly prepare?: (sandbox: Sandbox) => void;
}

/** Answers that mean: the bot sent something that Slack does not take. */
const ownFaults =
  /^(invalid_|msg_|no_text|too_many|unknown_method|view_too_large|markdown_text|missing_scope|not_authed|push_limit|metadata)/;
const notOurFault = /^invalid_(trigger_id|auth)$/;

export async function startExaminer(options: ExaminerOptions): Promise<Examiner> {
  const folder = await mkdtemp(join(tmpdir(), 'quorate-exam-'));
  const refused: string[] = [];
  const listening = await listen(refused, options.sandbox ?? {});
  const { sandbox, url } = listening;
  options.prepare?.(sandbox);
  const bots = new Set<BotProcess>();
  const port = await freePort();
  const secondPort = await freePort();

  function launch(at: number, more: Readonly<Record<string, string>> = {}): BotProcess {
    const { databaseUrl } = options;
    const told = { slack: url, botToken, signingSecret, port: at, databaseUrl, folder };
    const bot = startBotProcess({ ...told, more: { ...options.more, ...more } });
    bots.add(bot);
    return bot;
  }

  let looking = options.lookAt ?? options.databaseUrl ?? '';
  async function rows(sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
    const client = new pg.Client({ connectionString: looking });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql, values)).rows;
    } finally {
      await client.end();
    }
  }

  listening.deliverTo(`http://127.0.0.1:${port}/slack/events`);
  let bot = launch(port);
  return {
    sandbox,
    slackUrl: url,
    folder,
    get bot() {
      return bot;
    },
    as: (user) => patientActor(sandbox.as(team, user)),
    hasty: (user) => sandbox.as(team, user),
    start(which = 'again', more = {}) {
      if (which === 'second') return launch(secondPort, more);
      bot = launch(port, more);
      return bot;
    },
    deliverTo: (to) => listening.deliverTo(`${to.url}/slack/events`),
    deliverToNobody: () => listening.deliverTo(nobody),
    sendSigned: (body, to = bot) => sendSigned(to.url, body, { secret: signingSecret }),
    lastSent(name) {
      const sent = sandbox.inspector.entries().filter((each) => each.direction === 'out' && each.name === name);
      const last = sent.at(-1);
      if (!last) throw new Error(`nothing was sent to the bot under the name ${name}`);
      return structuredClone(last.request) as Bag;
    },
    lookAt(url) {
      looking = url;
    },
    rows,
    async atRest() {
      await eventually(
        () => rows(stillToDo),
        ([row]) => row?.n === 0,
        120_000,
      );
      await sandbox.quiet(200);
    },
    async withheld(table, act) {
      const client = new pg.Client({ connectionString: looking });
      await client.connect();
      try {
        await client.query(`BEGIN; LOCK TABLE "${table}" IN ACCESS EXCLUSIVE MODE`);
        await act();
        await pause(300);
      } finally {
        await client.end();
      }
    },
    refusals: () => [...refused, ...refusedCalls(sandbox)],
    async stop() {
      await Promise.all([...bots].map((each) => each.stop()));
      await listening.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Jobs that run or are due, and cards on their way. */
const stillToDo = `SELECT
  (SELECT count(*) FROM graphile_worker._private_jobs WHERE is_available AND run_at <= now() OR locked_at IS NOT NULL)::int
  + (SELECT count(*) FROM delivery WHERE state = 'sending'
     OR state = 'waiting' AND "heldAt" IS NULL AND ("holdUntil" IS NULL OR "holdUntil" <= now()))::int AS n`;

const nobody = 'http://127.0.0.1:9/slack/events';
const commandNames = 'quorate committee plan propose candidates review conference deadline nosuch'.split(' ');

function listen(refused: string[], more: Partial<SandboxOptions>): Promise<Listening> {
  return listenSandbox({
    seed: examSeed,
    stateFile: null,
    signingSecret,
    deliverTo: nobody,
    clock: { now: () => new Date(), moveTo: async () => {} },
    commands: () => commandNames.map((name) => ({ command: `/${name}`, description: name })),
    log: {
      error: (facts, message) => void refused.push(`${message}: ${JSON.stringify(facts)}`),
      warn() {},
      info() {},
      debug() {},
    },
    enforceLimits: true,
    ...more,
  });
}

function refusedCalls(sandbox: Sandbox): string[] {
  return sandbox.inspector
    .entries()
    .filter(({ direction, problem }) => direction === 'in' && problem !== null && isOwnFault(problem))
    .map(({ name, problem, response }) => `${name}: ${problem} ${JSON.stringify(response)}`);
}

function isOwnFault(problem: string): boolean {
  return ownFaults.test(problem) && !notOurFault.test(problem);
}

/** Sets a committee up in a channel, as an admin does it: command, form, submission. */
export async function setUpCommittee(exam: Examiner, channel = hall, name = 'Examined Board'): Promise<void> {
  const person = exam.as(admin);
  await patiently(async () => {
    if (!person.topView()) await person.command(channel, '/committee', 'setup');
    const done = await person.submit(topView(person), { name });
    if (!done.ok) throw new Error(`the committee was not set up: ${JSON.stringify(done)}`);
  });
  await person.close(topView(person), true);
}

/** Types /committee and presses a button of the answer, until its form is open. */
export async function openFromCommittee(exam: Examiner, button: string, user = admin): Promise<StoredView> {
  const person = exam.as(user);
  return patiently(async () => {
    await person.command(hall, '/committee');
    await person.click(person.messages(hall).at(-1)!, button);
    return (await eventually(
      () => person.topView(),
      (open) => open !== null,
      5_000,
    ))!;
  });
}

export function topView(person: Actor): StoredView {
  const view = person.topView();
  if (!view) throw new Error(`${person.userId} has no form open`);
  return view;
}

/** Everything that people could read of a message: text, and all words in its blocks. */
export function wordsOf(message: Pick<Message, 'text' | 'blocks'> | { readonly view: Bag }): string {
  return JSON.stringify('view' in message ? message.view : [message.text, message.blocks]);
}
