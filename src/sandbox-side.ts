/** The sandbox mode: which pretended workspaces there are, how the bot reaches them, and how the clock is moved. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Config } from './config/config.ts';
import type { MovableClock } from './kernel/clock.ts';
import type { Log } from './kernel/log.ts';
import { demoWorkspaces } from './sandbox/demo-workspaces.ts';
import { createSandbox, readClockOffset, type Sandbox, type SandboxSeed } from './sandbox/server.ts';
import type { SandboxClock, SlashCommand } from './sandbox/types.ts';
import type { Installation } from './slack/installations.ts';

export interface SandboxSide {
  readonly seed: SandboxSeed;
  readonly signingSecret: string;
  readonly apiUrl: string;
  readonly installations: readonly Installation[];
  /** Once the app can move its clock and knows its commands. */
  open(moving: {
    moveTo: SandboxClock['moveTo'];
    nextDue(): Promise<Date | null>;
    commands(): SlashCommand[];
    isBotAtRest(): boolean;
  }): Sandbox;
}

/** The clock starts where it was when the chat was last saved. `stateFile` null: nothing is kept (tests). */
export function createSandboxSide(parts: {
  config: Pick<Config, 'dataDir' | 'port'>;
  clock: MovableClock;
  log: Log;
  keepsState: boolean;
  seed?: SandboxSeed;
  /** Times what Slack waits, for triggers and answers. */
  slowness: number;
}): SandboxSide {
  const { config, clock, log } = parts;
  const seed = parts.seed ?? demoWorkspaces;
  const stateFile = parts.keepsState ? join(config.dataDir, 'sandbox.json') : null;
  const origin = `http://127.0.0.1:${config.port}`;
  const signingSecret = randomBytes(24).toString('hex');
  if (stateFile) {
    const offset = readClockOffset(stateFile, log);
    clock.setTo(new Date(clock.now().getTime() - clock.offset() + offset));
  }
  return {
    seed,
    signingSecret,
    apiUrl: `${origin}/api/`,
    installations: seed.workspaces.map(({ id, botToken, botUserId, botId }) => ({
      team: id,
      botToken,
      botUserId,
      botId,
    })),
    open: ({ commands, isBotAtRest, ...moving }) =>
      createSandbox({
        seed,
        stateFile,
        signingSecret,
        deliverTo: `${origin}/slack/events`,
        clock: { now: () => clock.now(), ...moving },
        commands,
        log,
        answerWithinMs: 3_000 * parts.slowness,
        triggerLifeMs: 3_000 * parts.slowness,
        isBotAtRest,
      }),
  };
}
