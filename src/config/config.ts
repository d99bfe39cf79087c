/** The environment, read once: parsed, put into one form, judged by the rules, frozen. */
import { resolve } from 'node:path';
import type { Locale } from '../kernel/act.ts';
import type { LogLevel } from '../kernel/log.ts';
import { type Findings, namesAreKnown, type Problem, rules } from './rules.ts';
import { makeOrReadSecret, secretOf } from './secret.ts';
import { Variables } from './variables.ts';

interface Common {
  /** Null: the embedded server, in `dataDir`. */
  readonly databaseUrl: string | null;
  /** Absolute. */
  readonly dataDir: string;
  /** 32 bytes. */
  readonly secret: Uint8Array;
  readonly port: number;
  /** Without a slash at its end; null: people reach nothing from outside. */
  readonly publicUrl: string | null;
  readonly locale: Locale;
  readonly logLevel: LogLevel;
}

interface SlackAccess {
  readonly botToken: string;
  /** With a slash at its end. */
  readonly apiUrl: string;
}

export type Config = Common &
  (
    | { readonly mode: 'sandbox' }
    | { readonly mode: 'socket'; readonly slack: SlackAccess & { readonly appToken: string } }
    | { readonly mode: 'http'; readonly slack: SlackAccess & { readonly signingSecret: string } }
  );

export type ConfigResult =
  | { readonly ok: true; readonly config: Config; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reports all problems at once. Without any, makes the data folder and, where none is given, the secret in it. */
export async function readConfig(env: NodeJS.ProcessEnv): Promise<ConfigResult> {
  const parsed = parse(env);
  if (!parsed.ok) return parsed;
  const { variables, warnings } = parsed;
  const dataDir = resolve(variables.QUORATE_DATA_DIR);
  const secret = variables.QUORATE_SECRET === undefined ? await makeOrReadSecret(dataDir) : null;
  if (secret !== null && 'fix' in secret) return { ok: false, problems: [secret] };
  if (secret !== null) warnings.push(secret.warning);

  const config: Config = {
    ...modeOf(variables),
    databaseUrl: variables.DATABASE_URL ?? null,
    dataDir,
    secret: secret?.bytes ?? secretOf(variables.QUORATE_SECRET ?? ''),
    port: variables.PORT,
    publicUrl: variables.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    locale: variables.QUORATE_LOCALE,
    logLevel: variables.LOG_LEVEL,
  };
  return { ok: true, config: Object.freeze(config), warnings };
}

/** The problems as an operator reads them. */
export function problemText(problems: readonly Problem[]): string {
  return problems.map(({ variable, fix }) => `  ${variable} ${fix}`).join('\n');
}

type Parsed =
  | { readonly ok: true; readonly variables: Variables; readonly warnings: Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

function parse(env: NodeJS.ProcessEnv): Parsed {
  const given = withoutEmpty(env);
  const findings: Findings = { problems: [], warnings: [] };
  const parsed = Variables.safeParse(given);
  for (const issue of parsed.error?.issues ?? []) {
    const variable = String(issue.path[0]);
    if (findings.problems.some((problem) => problem.variable === variable)) continue;
    findings.problems.push({ variable, fix: `cannot be read: ${issue.message}` });
  }
  // The rules are asked too when a value is wrong, with that value left out, so that nobody has to start three times.
  const readable = parsed.data ?? Variables.parse(without(given, findings.problems));
  const variables = { ...readable, SLACK_API_URL: readable.SLACK_API_URL.replace(/\/*$/, '/') };
  for (const rule of rules) rule(variables, findings);
  namesAreKnown(given, findings);
  if (findings.problems.length > 0) return { ok: false, problems: findings.problems };
  return { ok: true, variables, warnings: findings.warnings };
}

/** `SLACK_BOT_TOKEN=` in a file of settings means that it is not set. */
function withoutEmpty(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const trimmed = Object.entries(env).map(([name, value]) => [name, value?.trim()]);
  return Object.fromEntries(trimmed.filter(([, value]) => value !== undefined && value !== ''));
}

function without(given: NodeJS.ProcessEnv, problems: readonly Problem[]): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(given).filter(([name]) => !problems.some((problem) => problem.variable === name)),
  );
}

function modeOf(given: Variables) {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = given;
  const apiUrl = given.SLACK_API_URL;
  if (botToken !== undefined && appToken !== undefined) {
    return { mode: 'socket' as const, slack: Object.freeze({ botToken, appToken, apiUrl }) };
  }
  if (botToken !== undefined && signingSecret !== undefined) {
    return { mode: 'http' as const, slack: Object.freeze({ botToken, signingSecret, apiUrl }) };
  }
  return { mode: 'sandbox' as const };
}
