/** Which workspaces this bot is in, and with which token. One token from the environment for now; rows later. */
import { setTimeout as sleep } from 'node:timers/promises';
import { errorFacts, type Log } from '../kernel/log.ts';
import type { Clients } from './api.ts';

export interface Installation {
  readonly team: string;
  readonly botToken: string;
  readonly botUserId: string;
  readonly botId: string;
}

export interface Installations {
  /** Null: the bot is not in that workspace, or Slack has not yet said whose token it is. */
  forTeam(team: string): Installation | null;
  /** False until Slack has said whose token it is. */
  isReady(): boolean;
  all(): readonly Installation[];
}

export interface StartingInstallations extends Installations {
  /** Asks Slack until it answers; resolves then, or when stopped. */
  resolve(): Promise<void>;
  stop(): void;
}

/** Workspaces known beforehand: the sandbox's, and tests'. */
export function fixedInstallations(known: readonly Installation[]): Installations {
  const byTeam = new Map(known.map((installation) => [installation.team, installation]));
  return { forTeam: (team) => byTeam.get(team) ?? null, isReady: () => true, all: () => known };
}

const firstPauseMs = 250;
const longestPauseMs = 15_000;

/** One workspace by its token. A wrong token is asked again too, slowly: it may be put right on Slack's side. */
export function installationByToken(botToken: string, clients: Clients, log: Log): StartingInstallations {
  const stopping = new AbortController();
  let found: Installation | null = null;
  return {
    forTeam: (team) => (found?.team === team ? found : null),
    isReady: () => found !== null,
    all: () => (found ? [found] : []),
    stop: () => stopping.abort(),
    async resolve() {
      let pause = firstPauseMs;
      while (!found && !stopping.signal.aborted) {
        try {
          const { team_id: team, user_id: botUserId, bot_id: botId } = await clients(botToken).auth.test();
          if (team && botUserId) found = { team, botToken, botUserId, botId: botId ?? '' };
        } catch (error) {
          log.warn({ ...errorFacts(error), pause }, 'slack has not said whose token this is; asking again');
        }
        if (found) return;
        await sleep(pause, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
        pause = Math.min(pause * 2, longestPauseMs);
      }
    },
  };
}
