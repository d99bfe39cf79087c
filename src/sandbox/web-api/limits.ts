/** Slack's rate limits, per method and workspace; only enforced when asked for. */
import { realNow, type World } from '../world.ts';
import type { Method } from './call.ts';

const perMinute = { 1: 1, 2: 20, 3: 50, 4: 100, special: 300 } as const;
const windowMs = 60_000;
/** A bot that paces itself at one second may arrive a little early. */
const channelGapMs = 950;

/** Seconds to wait, or null when the call may go on. */
export function limitReached(
  world: World,
  teamId: string,
  name: string,
  method: Method,
  channel: unknown,
): number | null {
  if (!world.options.enforceLimits) return null;
  const now = realNow();
  if (name === 'chat.postMessage') {
    const key = `${teamId} ${name} ${String(channel)}`;
    const last = world.calls.get(key)?.at(-1) ?? 0;
    if (now - last < channelGapMs) return 1;
    world.calls.set(key, [now]);
  }
  const key = `${teamId} ${name}`;
  const recent = (world.calls.get(key) ?? []).filter((at) => now - at < windowMs);
  const first = recent[0];
  if (first !== undefined && recent.length >= perMinute[method.tier]) {
    return Math.max(1, Math.ceil((first + windowMs - now) / 1000));
  }
  world.calls.set(key, [...recent, now]);
  return null;
}
