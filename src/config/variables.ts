/** Every variable of the environment: its form, its default, and the words that explain it in .env.example. */
import { z } from 'zod';
import { localeNames } from '../kernel/act.ts';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

/** Each `error` is the fix: it is printed after the variable's name. Empty counts as not set, before this is asked. */
export const Variables = z.object({
  SLACK_BOT_TOKEN: z
    .string()
    .optional()
    .describe(
      'The bot token of your Slack app (xoxb-…): "OAuth & Permissions" on the app page. Without it: the sandbox.',
    ),
  SLACK_SIGNING_SECRET: z
    .string()
    .optional()
    .describe(
      'For receiving over HTTP: "Signing Secret" under "Basic Information". Slack then sends to /slack/events.',
    ),
  SLACK_APP_TOKEN: z
    .string()
    .optional()
    .describe('For Socket Mode (no public address needed): an app-level token (xapp-…) with connections:write.'),
  SLACK_CLIENT_ID: z
    .string()
    .optional()
    .describe('For many workspaces with one bot, together with SLACK_CLIENT_SECRET: comes in a later version.'),
  SLACK_CLIENT_SECRET: z.string().optional().describe('See SLACK_CLIENT_ID.'),
  SLACK_API_URL: z
    .url({
      protocol: /^https?$/,
      error: 'write the whole prefix before the method name, such as https://slack.com/api/',
    })
    .default('https://slack.com/api/')
    .describe('The whole prefix before the method name of the Web API. Only for Slack-compatible servers and proxies.'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'write postgres://user:password@host:5432/database, or leave it empty' })
    .optional()
    .describe('PostgreSQL 14 or later. Empty: a PostgreSQL of its own, in the data folder.'),
  QUORATE_DATA_DIR: z
    .string()
    .default('./.data')
    .describe('The folder for what the bot keeps outside DATABASE_URL. Back it up.'),
  QUORATE_SECRET: z
    .string()
    .regex(/^[A-Za-z0-9+/_-]{43}=?$/, 'write 32 random bytes in base64: openssl rand -base64 32')
    .optional()
    .describe(
      'Seals what is secret in the database: 32 random bytes in base64 (openssl rand -base64 32). The same for all instances. Keep a copy apart from the database: without it, what is sealed is lost. Empty: one is made in the data folder.',
    ),
  PORT: z.coerce
    .number({ error: 'write a whole number between 0 and 65535' })
    .int('write a whole number between 0 and 65535')
    .min(0, 'write a whole number between 0 and 65535')
    .max(65_535, 'write a whole number between 0 and 65535')
    .default(3000)
    .describe('The port for the page of the sandbox, Slack over HTTP and the health checks alike. 0: any free one.'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'write the address with its scheme, such as https://bot.example.org' })
    .optional()
    .describe(
      'The address under which people reach the bot from outside, for calendar links and answers without an account. Empty: neither.',
    ),
  QUORATE_LOCALE: z
    .enum(localeNames, { error: `write one of ${localeNames.join(', ')}` })
    .default('en')
    .describe('The language for those whose language nobody has told the bot: vi or en.'),
  LOG_LEVEL: z
    .enum(logLevels, { error: `write one of ${logLevels.join(', ')}` })
    .default('info')
    .describe('How much the log says: fatal, error, warn, info, debug or silent. Never names, texts or votes.'),
});
export type Variables = z.infer<typeof Variables>;

export const variableNames = Object.keys(Variables.shape) as (keyof Variables)[];
