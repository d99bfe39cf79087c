/** The real bot as a process of its own, told nothing but its environment, to be watched, killed and started again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface BotSettings {
  /** Such as `http://127.0.0.1:40123`. */
  readonly slack: string;
  readonly botToken: string;
  readonly signingSecret: string;
  readonly port: number;
  /** Null: the embedded server, in `.data` of the folder. */
  readonly databaseUrl: string | null;
  /** Where the bot is started; what it makes by itself lands there. */
  readonly folder: string;
  /** Beyond the four variables of the examination. */
  readonly more?: Readonly<Record<string, string>>;
}

export interface BotProcess {
  readonly url: string;
  readonly pid: number;
  /** Milliseconds from the start of the process to the first yes of /ready. */
  ready(withinMs?: number): Promise<number>;
  /** The status of a path, null when nobody answers. */
  status(path: string): Promise<number | null>;
  /** A counter of /metrics, such as `quorate_slack_total{what="bad-signature"}`. */
  counter(name: string): Promise<number>;
  /** Everything it wrote, to standard output and error. */
  written(): string;
  /** Resolves with its exit code when it has ended, by itself or not. */
  readonly ended: Promise<number | null>;
  /** SIGKILL, and waits until it is gone. */
  kill(): Promise<void>;
  /** SIGTERM; the exit code. */
  stop(): Promise<number | null>;
}

/** What `npm test` has compiled, which starts in a third of the time; else the sources as they are. */
const program =
  process.env.QUORATE_TEST_COMPILED === 'yes'
    ? ['--enable-source-maps', fileURLToPath(new URL('../../dist/src/main.js', import.meta.url))]
    : [
        '--import',
        new URL('../../scripts/typescript.mjs', import.meta.url).href,
        fileURLToPath(new URL('../../src/main.ts', import.meta.url)),
      ];

export function startBotProcess(settings: BotSettings): BotProcess {
  const { slack, botToken, signingSecret, port, databaseUrl, folder } = settings;
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...program], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      SLACK_API_URL: `${slack}/api/`,
      SLACK_BOT_TOKEN: botToken,
      SLACK_SIGNING_SECRET: signingSecret,
      PORT: String(port),
      ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
      ...settings.more,
    },
  });
  let written = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (written += String(chunk)));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const url = `http://127.0.0.1:${port}`;

  async function status(path: string): Promise<number | null> {
    try {
      return (await fetch(`${url}${path}`, { signal: AbortSignal.timeout(5_000) })).status;
    } catch {
      return null;
    }
  }

  return {
    url,
    pid: child.pid ?? 0,
    status,
    written: () => written,
    ended,
    async ready(withinMs = 120_000) {
      while ((await status('/ready')) !== 200) {
        const isLate = performance.now() - startedAt > withinMs;
        if (isLate || child.exitCode !== null) throw new Error(`the bot is not ready:\n${written}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return performance.now() - startedAt;
    },
    async counter(name) {
      const text = await (await fetch(`${url}/metrics`)).text();
      const line = text.split('\n').find((each) => each.startsWith(`${name} `));
      return Number(line?.split(' ').at(-1) ?? 0);
    },
    kill: () => end(child, 'SIGKILL', ended).then(() => {}),
    stop: () => end(child, 'SIGTERM', ended),
  };
}

function end(child: ChildProcess, signal: NodeJS.Signals, ended: Promise<number | null>): Promise<number | null> {
  child.kill(signal);
  return ended;
}
