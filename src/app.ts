/** The composition root: the only file that constructs and connects. */
import { createCommands } from '../commands/index.ts';
import type { Origin } from './chat/call.ts';
import { createRunLine } from './chat/command-line.ts';
import type { Conversation } from './chat/conversation.ts';
import { createRouter, type Identity } from './chat/router.ts';
import { createClockwork } from './clockwork.ts';
import type { Config } from './config/config.ts';
import { connectDatabase } from './database/connect.ts';
import { isReady } from './database/health.ts';
import { createSender } from './delivery/sender.ts';
import { noteReplaced } from './delivery/words.ts';
import { nomcom } from './demo/nomcom.ts';
import { seedDemo } from './demo/seed.ts';
import { vnOffice } from './demo/vn-office.ts';
import { door, guardedFiles } from './door.ts';
import { showAnswerPage, takeAnswerPage } from './features/answer-links/interactions.ts';
import { readCalendar } from './features/conferences/interactions/calendar.ts';
import { createUrns, stopReading } from './features/sealing/operations/urns.ts';
import { identify } from './features/workspaces/operations/accounts.ts';
import { welcomeWorkspace } from './features/workspaces/operations/workspaces.ts';
import { createFeatures } from './features.ts';
import { createHttpServer } from './http-server.ts';
import { advanceClock, nextDue } from './jobs/advance.ts';
import { startJobs } from './jobs/start.ts';
import type { Locale, Saving } from './kernel/act.ts';
import { type MovableClock, movableClock } from './kernel/clock.ts';
import { Bug } from './kernel/errors.ts';
import { errorFacts, type Log } from './kernel/log.ts';
import { createMetrics } from './metrics.ts';
import { installQueue } from './queue/install.ts';
import { openLocks } from './queue/locks.ts';
import { commandWords, routerWords, slashCommands } from './router-words.ts';
import type { Sandbox, SandboxSeed } from './sandbox/server.ts';
import { createSandboxSide, type SandboxSide } from './sandbox-side.ts';
import { createClients } from './slack/api.ts';
import { createSlackApp } from './slack/bolt-app.ts';
import { fixedInstallations, installationByToken } from './slack/installations.ts';
import { times } from './slack/limits.ts';
import { createSlackPlatform } from './slack/platform.ts';

export interface App {
  /** The port that is really used. */
  readonly port: number;
  /** Null outside the sandbox mode. */
  readonly sandbox: Sandbox | null;
  stop(): Promise<void>;
}

export interface AppOptions {
  readonly log: Log;
  /** The sandbox's and tests' clock; outside the sandbox it is never moved. */
  readonly clock?: MovableClock;
  /** Tests: other workspaces than the demo's, and nothing kept on disk. */
  readonly sandboxSeed?: SandboxSeed;
  /** Tests shorten the waiting between messages; Slack's own limits otherwise. */
  readonly pacing?: Parameters<typeof createSender>[0]['pacing'];
  /** Tests that are not about time: everybody, the sandbox too, waits so many times longer than Slack's three seconds. */
  readonly slowness?: number;
}

/** Slack waits three seconds; the rest is for the way there and back. */
const answerBudgetMs = 2_000;

/** @throws CannotStart with a sentence for the operator; nothing that was started is left running. */
export async function startApp(config: Config, options: AppOptions): Promise<App> {
  const opened = createOpened();
  try {
    return await start(config, options, opened);
  } catch (error) {
    await opened.close().catch(() => {});
    throw error;
  }
}

async function start(config: Config, options: AppOptions, opened: Opened): Promise<App> {
  const { log, slowness = 1 } = options;
  const clock = options.clock ?? movableClock();
  const metrics = createMetrics();
  // First of all: whoever watches the process sees that it lives, while it waits for its database.
  const http = createHttpServer(log);
  const port = await http.listen(config.port, config.mode === 'sandbox' ? '127.0.0.1' : undefined);
  opened.add(() => http.close());
  const database = await connectDatabase({
    url: config.databaseUrl,
    dataDir: config.dataDir,
    secret: config.secret,
    now: clock.now(),
    log,
    afterMigrations: [installQueue],
    waitsForServer: true,
    slowness,
  });
  opened.add(() => database.close());
  const store = database.handle;
  const side =
    config.mode === 'sandbox'
      ? createSandboxSide({ config, clock, log, keepsState: !options.sandboxSeed, seed: options.sandboxSeed, slowness })
      : null;
  const slack = side ? sandboxSlack(side) : configuredSlack(config);
  const clients = createClients(slack.apiUrl, log);
  const asked = slack.botToken === null ? null : installationByToken(slack.botToken, clients, log);
  const installations = asked ?? fixedInstallations(side?.installations ?? []);

  const platform = createSlackPlatform({
    installations,
    clients,
    words: routerWords.adapter,
    localeOf: (origin) => conversation.localeOf(origin),
    defaultLocale: config.locale,
    log,
  });
  const sources = {
    accounts: (_platform: string, team: string, user: string) =>
      platform.account({ platform: platform.name, id: team }, user),
    channelAccounts: (team: string, channel: string) =>
      platform.channelAccounts({ platform: platform.name, id: team }, channel),
    readFile: guardedFiles(({ team }, file, maxBytes) =>
      platform.readFile({ platform: platform.name, id: team }, file, maxBytes),
    ),
  };
  const urns = createUrns(config.secret, {
    onFailure: (error) => log.error(errorFacts(error), 'sealed papers could not be opened'),
  });
  opened.add(() => stopReading(urns));
  const features = createFeatures({ ...sources, publicUrl: publicUrlOf(config), urns });
  const commands = createCommands(features);
  const runLine = createRunLine(commands.list, commandWords);
  const conversation: Conversation = createRouter({
    runLine,
    interactions: [...features.interactions, ...commands.interactions(runLine)],
    home: commands.home,
    cardReplaced: (call, at) => noteReplaced(store, call.workspace, at),
    identify: (origin, saving) => whoIs(origin, saving),
    door,
    words: routerWords,
    defaultLocale: config.locale,
    log,
    budgetMs: answerBudgetMs * slowness,
    count: (what) => metrics.count('router', what),
  });

  const locks = openLocks(database.url, log);
  opened.add(() => locks.close());
  const sender = createSender({
    store,
    locks,
    platform,
    renderers: features.cards,
    clock,
    log,
    secret: config.secret,
    ...pacingOf(config, options),
    count: (what) => metrics.count('delivery', what),
  });
  opened.add(() => sender.stop());
  const clockwork = createClockwork({ store, sender, features, urns, platform, log, zone: nightZone });
  const slackApp = createSlackApp({
    conversation,
    onPlatformEvent: (event) => clockwork.platformEvent(event, clock.now()),
    installations,
    clients,
    transport: slack.transport,
    apiUrl: slack.apiUrl,
    log,
    count: (what) => metrics.count('slack', what),
    answerByMs: times.answerBy * slowness,
  });
  const jobs = await startJobs({
    store,
    url: database.url,
    locks,
    handlers: clockwork.handlers,
    periodic: clockwork.periodic,
    clock,
    log,
    alsoOnSweep: () => sender.wakeAll(),
    count: (_job, what) => metrics.count('jobs', what),
  });

  opened.add(() => jobs.stop());

  const moving = { store, clock, periodic: clockwork.periodic };
  const sandbox =
    side?.open({
      async moveTo(at) {
        const limits = slowness > 1 ? { momentMs: 120_000, totalMs: 600_000 } : {};
        await advanceClock({ ...moving, limits, tick: () => jobs.tick(), sendingIdle: () => sender.rest(), log }, at);
      },
      nextDue: () => nextDue(moving),
      commands: () => slashCommands(commands.list, config.locale),
      isBotAtRest: () => slackApp.isAtRest(),
    }) ?? null;
  let isSeeded = false;
  http.open({
    slackEvents: slackApp.requestListener,
    isReady: async () => isSeeded && installations.isReady() && (await isReady(database)),
    metrics,
    calendar: (secret) => readCalendar(store, clock.now(), secret),
    answers: {
      show: (secret) => showAnswerPage(store, clock.now(), secret, features.answered),
      take: (secret, typed) => takeAnswerPage(store, clock.now(), secret, typed, features.answered),
    },
    sandbox,
  });
  // Nobody is let in any more before what answers them ends.
  opened.add(() => http.close());
  await slackApp.start();
  opened.add(() => slackApp.stop());
  opened.add(async () => sandbox?.stop());
  if (side && !options.sandboxSeed) {
    const nowhere = { channel: null, requestId: null };
    await seedDemo(
      {
        platform: platform.name,
        accounts: sources.accounts,
        whoIs: (account, saving) => whoIs({ ...account, ...nowhere }, saving),
      },
      [vnOffice, nomcom],
    );
  }
  isSeeded = true;
  opened.add(async () => asked?.stop());
  void asked?.resolve();
  // Not waited for: what is left over from before goes out with the first sweep too, and a busy database is no reason not to start.
  sender
    .wakeAll()
    .catch((error: unknown) => log.warn(errorFacts(error), 'what is due was not looked for at the start'));

  return { port, sandbox, stop: () => opened.close() };

  /** A workspace becomes a row when somebody in it first acts; that it is installed is known from its token. */
  async function whoIs(origin: Origin, saving: Saving): Promise<Identity | null> {
    const deps = { store, accounts: sources.accounts, now: clock.now() };
    const known = await identify(deps, origin, saving);
    if (known || !installations.forTeam(origin.team)) return known;
    const seeded = side?.seed.workspaces.find(({ id }) => id === origin.team);
    const team = { platform: platform.name, id: origin.team, name: seeded?.name ?? origin.team };
    await welcomeWorkspace(deps, { ...team, ...homeOf(seeded?.locale ?? config.locale) });
    return identify(deps, origin, saving);
  }
}

/** The sandbox is nobody's but ours; its people need not wait between messages, least of all when they move the clock. */
function pacingOf(config: Config, { pacing }: AppOptions): Pick<AppOptions, 'pacing'> {
  if (pacing) return { pacing };
  return config.mode === 'sandbox' ? { pacing: { perChannelMs: 50, perWorkspaceMs: 10, redrawMs: 20, askMs: 20 } } : {};
}

/** What has been started, ended in the opposite order. */
interface Opened {
  add(close: () => Promise<void>): void;
  close(): Promise<void>;
}

function createOpened(): Opened {
  const closing: (() => Promise<void>)[] = [];
  return {
    add: (close) => void closing.push(close),
    async close() {
      for (let next = closing.pop(); next; next = closing.pop()) await next();
    },
  };
}

/** When the nightly checks run; any hour at which few people work will do. */
const nightZone = 'Asia/Ho_Chi_Minh';

/** The sandbox is reached where its page is. */
function publicUrlOf(config: Config): string | null {
  return config.publicUrl ?? (config.mode === 'sandbox' ? `http://localhost:${config.port}` : null);
}

interface SlackSide {
  readonly apiUrl: string;
  /** Null: the workspaces are known beforehand. */
  readonly botToken: string | null;
  readonly transport: Parameters<typeof createSlackApp>[0]['transport'];
}

function sandboxSlack(side: SandboxSide): SlackSide {
  return { apiUrl: side.apiUrl, botToken: null, transport: { kind: 'http', signingSecret: side.signingSecret } };
}

function configuredSlack(config: Config): SlackSide {
  if (config.mode === 'sandbox') throw new Bug('the sandbox has its own side');
  const { apiUrl, botToken } = config.slack;
  if (config.mode === 'socket') {
    return { apiUrl, botToken, transport: { kind: 'socket', appToken: config.slack.appToken } };
  }
  return { apiUrl, botToken, transport: { kind: 'http', signingSecret: config.slack.signingSecret } };
}

/** What a workspace starts with until its committees say otherwise. */
function homeOf(locale: Locale): { locale: Locale; zone: string } {
  return { locale, zone: locale === 'vi' ? 'Asia/Ho_Chi_Minh' : 'UTC' };
}
