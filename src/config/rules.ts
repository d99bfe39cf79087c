/** What the variables must be together. Each rule looks at one thing and pushes every problem that it finds. */
import { type Variables, variableNames } from './variables.ts';

export interface Problem {
  readonly variable: string;
  /** What is wrong and what to do about it, without quoting the value: it may be a secret. */
  readonly fix: string;
}

export interface Findings {
  /** The bot does not start. */
  readonly problems: Problem[];
  /** The bot starts and says so. */
  readonly warnings: Problem[];
}

type Rule = (variables: Variables, findings: Findings) => void;

export const rules: readonly Rule[] = [
  slackVariablesComeInPairs,
  manyWorkspacesComeLater,
  tokensAreOfTheRightKind,
  slackAddressNeedsToken,
  tokensTravelEncrypted,
  publicAddressIsEncrypted,
];

function slackVariablesComeInPairs(given: Variables, { problems }: Findings): void {
  const { SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: signing, SLACK_APP_TOKEN: app } = given;
  if (bot !== undefined && signing === undefined && app === undefined) {
    const fix = 'is missing: set it to receive over HTTP, or set SLACK_APP_TOKEN for Socket Mode';
    problems.push({ variable: 'SLACK_SIGNING_SECRET', fix });
  }
  if (bot === undefined && app !== undefined) {
    problems.push({ variable: 'SLACK_BOT_TOKEN', fix: 'is missing: Socket Mode needs it beside SLACK_APP_TOKEN' });
  }
  if (bot === undefined && app === undefined && signing !== undefined && !wantsManyWorkspaces(given)) {
    problems.push({ variable: 'SLACK_BOT_TOKEN', fix: 'is missing: HTTP needs it beside SLACK_SIGNING_SECRET' });
  }
}

function manyWorkspacesComeLater(given: Variables, { problems, warnings }: Findings): void {
  if (!wantsManyWorkspaces(given)) return;
  const fix = 'is not used yet: many workspaces with one bot come in a later version';
  if (given.SLACK_BOT_TOKEN !== undefined) warnings.push({ variable: 'SLACK_CLIENT_ID', fix });
  else {
    const instead = '; for one workspace set SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET instead';
    problems.push({ variable: 'SLACK_CLIENT_ID', fix: fix + instead });
  }
}

function wantsManyWorkspaces(given: Variables): boolean {
  return given.SLACK_CLIENT_ID !== undefined || given.SLACK_CLIENT_SECRET !== undefined;
}

/** Other servers may name their tokens as they like; a token of Slack's in the wrong place is wrong everywhere. */
function tokensAreOfTheRightKind(given: Variables, { problems }: Findings): void {
  const isSlack = new URL(given.SLACK_API_URL).hostname.endsWith('slack.com');
  const bot = given.SLACK_BOT_TOKEN;
  if (bot !== undefined && !bot.startsWith('xoxb-') && (isSlack || /^(xapp|xox[a-z])-/.test(bot))) {
    const fix = 'is not a bot token: copy "Bot User OAuth Token" (it begins with xoxb-) from "OAuth & Permissions"';
    problems.push({ variable: 'SLACK_BOT_TOKEN', fix });
  }
  const app = given.SLACK_APP_TOKEN;
  if (app !== undefined && !app.startsWith('xapp-') && (isSlack || /^xox[a-z]-/.test(app))) {
    const fix = 'is not an app-level token: make one (it begins with xapp-) under "Basic Information"';
    problems.push({ variable: 'SLACK_APP_TOKEN', fix });
  }
  const signing = given.SLACK_SIGNING_SECRET;
  if (signing !== undefined && /^(xapp|xox[a-z])-/.test(signing)) {
    const fix = 'is a token: copy "Signing Secret" from "Basic Information"';
    problems.push({ variable: 'SLACK_SIGNING_SECRET', fix });
  }
}

function slackAddressNeedsToken(given: Variables, { warnings }: Findings): void {
  const hasToken = given.SLACK_BOT_TOKEN !== undefined || given.SLACK_APP_TOKEN !== undefined;
  if (hasToken || given.SLACK_API_URL === 'https://slack.com/api/') return;
  const fix = 'is not used: without SLACK_BOT_TOKEN the bot runs in its own sandbox';
  warnings.push({ variable: 'SLACK_API_URL', fix });
}

function tokensTravelEncrypted(given: Variables, { warnings }: Findings): void {
  if (given.SLACK_BOT_TOKEN === undefined || !isOpenToOthers(given.SLACK_API_URL)) return;
  warnings.push({ variable: 'SLACK_API_URL', fix: 'is not https: the token can be read on its way' });
}

function publicAddressIsEncrypted(given: Variables, { warnings }: Findings): void {
  if (given.PUBLIC_URL === undefined || !isOpenToOthers(given.PUBLIC_URL)) return;
  warnings.push({ variable: 'PUBLIC_URL', fix: 'is not https: calendar links can be read on their way' });
}

function isOpenToOthers(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && !['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

/** A misspelt name would otherwise be passed over in silence. */
export function namesAreKnown(env: NodeJS.ProcessEnv, { warnings }: Findings): void {
  for (const name of Object.keys(env)) {
    if (!/^(QUORATE|SLACK)_/.test(name) || name === 'QUORATE_TEST_SERVER') continue;
    if (variableNames.some((known) => known === name)) continue;
    warnings.push({ variable: name, fix: 'is not known: check its spelling against .env.example' });
  }
}
