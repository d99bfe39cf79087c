/** The environment as the operator writes it: what runs, and what is said about mistakes. */
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, problemText, readConfig } from '../../src/config/config.ts';
import { envExample } from '../../src/config/env-example.ts';
import { variableNames } from '../../src/config/variables.ts';

const secret = Buffer.alloc(32, 7).toString('base64');
let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'quorate-config-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

async function read(env: NodeJS.ProcessEnv): Promise<Config> {
  const result = await readConfig({ QUORATE_DATA_DIR: dataDir, QUORATE_SECRET: secret, ...env });
  if (!result.ok) throw new Error(problemText(result.problems));
  return result.config;
}

async function problems(env: NodeJS.ProcessEnv): Promise<string> {
  const result = await readConfig({ QUORATE_DATA_DIR: dataDir, QUORATE_SECRET: secret, ...env });
  return result.ok ? '' : problemText(result.problems);
}

async function warnings(env: NodeJS.ProcessEnv): Promise<string> {
  const result = await readConfig({ QUORATE_DATA_DIR: dataDir, QUORATE_SECRET: secret, ...env });
  return result.ok ? problemText(result.warnings) : '';
}

const http = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: '8f742231b10e8888abcd99yyyzzz85a5' };
const otherServer = { SLACK_API_URL: 'http://127.0.0.1:4000/api' };

test('with nothing set it is the sandbox with the embedded database on port 3000', async () => {
  const config = await read({});

  expect(config).toMatchObject({ mode: 'sandbox', databaseUrl: null, port: 3000, publicUrl: null, logLevel: 'info' });
});

test.each<[string, NodeJS.ProcessEnv, object]>([
  ['a bot token and a signing secret', http, { mode: 'http', slack: { botToken: 'xoxb-1' } }],
  ['a bot token and an app token', { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }, { mode: 'socket' }],
  ['all three', { ...http, SLACK_APP_TOKEN: 'xapp-1' }, { mode: 'socket' }],
  [
    'any words as tokens of a server that is not Slack',
    { ...otherServer, SLACK_BOT_TOKEN: 'test-token', SLACK_SIGNING_SECRET: 'test-secret', PORT: '4321' },
    { mode: 'http', databaseUrl: null, port: 4321, slack: { apiUrl: 'http://127.0.0.1:4000/api/' } },
  ],
])('%s decide the mode', async (_name, env, expected) => {
  expect(await read(env)).toMatchObject(expected);
});

test('an empty value, or blanks, is a value that is not set', async () => {
  const config = await read({ SLACK_BOT_TOKEN: '', DATABASE_URL: '  ', PORT: '' });

  expect(config).toMatchObject({ mode: 'sandbox', databaseUrl: null, port: 3000 });
});

test.each<[NodeJS.ProcessEnv, RegExp]>([
  [{ PORT: 'http' }, /PORT .*whole number between 0 and 65535/],
  [{ PORT: '70000' }, /PORT .*whole number between 0 and 65535/],
  [{ LOG_LEVEL: 'verbose' }, /LOG_LEVEL .*one of fatal, error, warn, info, debug, silent/],
  [{ QUORATE_LOCALE: 'fr' }, /QUORATE_LOCALE .*one of vi, en/],
  [{ DATABASE_URL: 'mysql://x/y' }, /DATABASE_URL .*postgres:\/\/user:password@host:5432\/database/],
  [{ SLACK_API_URL: 'slack.com' }, /SLACK_API_URL .*https:\/\/slack\.com\/api\//],
  [{ PUBLIC_URL: 'bot.example.org' }, /PUBLIC_URL .*with its scheme/],
  [{ QUORATE_SECRET: 'short' }, /QUORATE_SECRET .*openssl rand -base64 32/],
  [{ SLACK_BOT_TOKEN: 'xoxb-1' }, /SLACK_SIGNING_SECRET is missing.*SLACK_APP_TOKEN/],
  [{ SLACK_APP_TOKEN: 'xapp-1' }, /SLACK_BOT_TOKEN is missing/],
  [{ SLACK_SIGNING_SECRET: 'abc' }, /SLACK_BOT_TOKEN is missing/],
  [{ ...http, SLACK_BOT_TOKEN: 'xoxp-1' }, /SLACK_BOT_TOKEN is not a bot token.*OAuth & Permissions/],
  [{ ...http, ...otherServer, SLACK_BOT_TOKEN: 'xapp-1' }, /SLACK_BOT_TOKEN is not a bot token/],
  [{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xoxb-1' }, /SLACK_APP_TOKEN is not an app-level token/],
  [{ ...http, SLACK_SIGNING_SECRET: 'xoxb-1' }, /SLACK_SIGNING_SECRET is a token/],
  [{ SLACK_CLIENT_ID: '1', SLACK_CLIENT_SECRET: '2', SLACK_SIGNING_SECRET: '3' }, /SLACK_CLIENT_ID is not used yet/],
])('%j is reported with what to do', async (env, expected) => {
  expect(await problems(env)).toMatch(expected);
});

test('every problem is reported at once, those of single values and those of values together', async () => {
  const text = await problems({ PORT: 'x', LOG_LEVEL: 'x', SLACK_BOT_TOKEN: 'xoxp-1' });

  expect(text.split('\n')).toHaveLength(4);
});

test('a problem never repeats the value, which may be a secret', async () => {
  const text = await problems({
    SLACK_BOT_TOKEN: 'xoxp-hush',
    SLACK_SIGNING_SECRET: 'xoxb-hush',
    QUORATE_SECRET: 'hush',
  });

  expect(text).not.toBe('');
  expect(text).not.toContain('hush');
});

test.each<[NodeJS.ProcessEnv, RegExp]>([
  [{ QUORATE_LOCAL: 'vi' }, /QUORATE_LOCAL is not known/],
  [otherServer, /SLACK_API_URL is not used/],
  [{ ...http, SLACK_API_URL: 'http://proxy.example/api/' }, /SLACK_API_URL is not https/],
  [{ PUBLIC_URL: 'http://bot.example.org/' }, /PUBLIC_URL is not https/],
])('%j is accepted with a warning', async (env, expected) => {
  expect(await warnings(env)).toMatch(expected);
});

test('the configuration cannot be changed', async () => {
  const config = await read(http);

  expect(Object.isFrozen(config)).toBe(true);
  expect('slack' in config && Object.isFrozen(config.slack)).toBe(true);
});

describe('without QUORATE_SECRET', () => {
  test('one is made in the data folder, for the owner only, and the operator is told where', async () => {
    const result = await readConfig({ QUORATE_DATA_DIR: dataDir });

    const file = join(dataDir, 'secret');
    expect(result.ok && result.config.secret).toHaveLength(32);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(result.ok && problemText(result.warnings)).toContain(file);
  });

  test('the next start uses the same one, and so do two bots that start at the same moment', async () => {
    const results = await Promise.all([1, 2, 3, 4].map(() => readConfig({ QUORATE_DATA_DIR: dataDir })));

    const secrets = results.map((result) => result.ok && Buffer.from(result.config.secret).toString('hex'));
    expect(new Set(secrets).size).toBe(1);
  });

  test('a damaged file is a problem and stays as it is', async () => {
    await writeFile(join(dataDir, 'secret'), 'rubbish');

    const result = await readConfig({ QUORATE_DATA_DIR: dataDir });

    expect(!result.ok && problemText(result.problems)).toMatch(/QUORATE_SECRET .*from a backup/);
    expect(await readFile(join(dataDir, 'secret'), 'utf8')).toBe('rubbish');
  });

  test('a data folder that cannot be made is a problem', async () => {
    await writeFile(join(dataDir, 'file'), '');

    const result = await readConfig({ QUORATE_DATA_DIR: join(dataDir, 'file') });

    expect(!result.ok && problemText(result.problems)).toMatch(/QUORATE_DATA_DIR must be a folder/);
  });
});

test('.env.example is what `node scripts/write-env-example.mjs` writes, and names every variable', async () => {
  const file = await readFile('.env.example', 'utf8');

  expect(file).toBe(envExample());
  for (const name of variableNames) expect(file).toContain(`\n${name}=`);
});

test('.env.example taken as it is starts the sandbox', async () => {
  const lines = envExample()
    .split('\n')
    .filter((line) => /^[A-Z_]+=/.test(line));
  const env = Object.fromEntries(lines.map((line) => [line.split('=')[0] ?? '', line.slice(line.indexOf('=') + 1)]));

  const config = await read({ ...env, QUORATE_DATA_DIR: dataDir, QUORATE_SECRET: secret });

  expect(config.mode).toBe('sandbox');
});
