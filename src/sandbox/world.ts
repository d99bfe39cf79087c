/** What every part of the sandbox works on: the state, the clock, and the hands that reach the bot and the page. */
import { stopwatch, systemClock } from '../kernel/clock.ts';
import { createFaults, type FaultPlan } from './faults.ts';
import { createInspector, type Inspector } from './inspector.ts';
import { createLive, type Live, type Notice } from './live.ts';
import { createSocketMode, type SocketMode } from './socket-mode.ts';
import { keepState, readState, type StateFile } from './state/file.ts';
import { emptyState, mergeSeed } from './state/seed.ts';
import type { SandboxOptions, SandboxState, Team, Values } from './types.ts';

export interface Trigger {
  teamId: string;
  userId: string;
  /** Real milliseconds: a moved clock must not spend somebody's three seconds. */
  issuedAt: number;
  isUsed: boolean;
  /** The modal in which the person acted, if it was one. */
  viewId: string | null;
}

export interface World {
  options: SandboxOptions;
  state: SandboxState;
  file: StateFile;
  selfUrl: string;
  inspector: Inspector;
  faults: FaultPlan;
  live: Live;
  socketMode: SocketMode;
  triggers: Map<string, Trigger>;
  /** Selections made in messages, per person and message. */
  messageValues: Map<string, Values>;
  /** Rate-limit windows: what was called when, in real milliseconds. */
  calls: Map<string, number[]>;
  timers: Set<NodeJS.Timeout>;
  activity: { inFlight: number; sinceLast: () => number };
  /** Saves, and tells the page what to look at again. */
  changed(teamId: string, notice: Notice): void;
}

export function createWorld(options: SandboxOptions): World {
  const stored = options.stateFile === null ? null : readState(options.stateFile, options.log);
  const state = stored ?? emptyState();
  mergeSeed(state, options.seed, options.clock.now());
  const file = keepState(options.stateFile, state, options.log);
  const live = createLive();
  return {
    options,
    state,
    file,
    selfUrl: options.selfUrl ?? new URL(options.deliverTo).origin,
    inspector: createInspector(live),
    faults: createFaults(),
    live,
    socketMode: createSocketMode(),
    triggers: new Map(),
    messageValues: new Map(),
    calls: new Map(),
    timers: new Set(),
    activity: { inFlight: 0, sinceLast: stopwatch() },
    changed(teamId, notice) {
      state.clockOffsetMs = options.clock.now().getTime() - realNow();
      file.touch();
      live.tell(teamId, notice);
    },
  };
}

/** Real milliseconds, for time limits on the wire. */
export function realNow(): number {
  return systemClock.now().getTime();
}

export function teamOf(world: World, teamId: string): Team {
  const team = world.state.teams[teamId];
  if (!team) throw new Error(`the sandbox has no workspace ${teamId}`);
  return team;
}

/** A fresh id such as `V0000RS`; unique over all kinds and restarts. */
export function nextId(world: World, prefix: string): string {
  world.state.serial += 1;
  return prefix + world.state.serial.toString(36).toUpperCase().padStart(8, '0');
}

/** A message time in demo time; never twice the same, never going back. */
export function nextTs(world: World): string {
  const now = world.options.clock.now().getTime();
  const [lastSeconds, lastMicros] = world.state.lastTs.split('.').map(Number) as [number, number];
  const seconds = Math.floor(now / 1000);
  const micros = (now % 1000) * 1000;
  const isLater = seconds > lastSeconds || (seconds === lastSeconds && micros > lastMicros);
  const next = isLater ? { seconds, micros } : { seconds: lastSeconds, micros: lastMicros + 1 };
  world.state.lastTs = `${next.seconds}.${String(next.micros).padStart(6, '0')}`;
  return world.state.lastTs;
}

/** Who does something. */
export interface Who {
  teamId: string;
  userId: string;
}
