/** Trigger ids: good for one use within three seconds. */
import { randomBytes } from 'node:crypto';
import { realNow, type Trigger, type Who, type World } from '../world.ts';

const usualLifeMs = 3000;

export function issueTrigger(world: World, who: Who, viewId: string | null = null): string {
  const isExpired = world.faults.take('expired-trigger') !== null;
  const issuedAt = realNow() - (isExpired ? lifeOf(world) + 1 : 0);
  const id = `${issuedAt}.${Math.floor(Math.random() * 1e9)}.${randomBytes(16).toString('hex')}`;
  forgetOld(world);
  world.triggers.set(id, { ...who, issuedAt, isUsed: false, viewId });
  return id;
}

/** The trigger, used up by this; or Slack's name for why not. */
export function useTrigger(world: World, teamId: string, id: unknown): Trigger | string {
  const trigger = typeof id === 'string' ? world.triggers.get(id) : undefined;
  if (!trigger || trigger.teamId !== teamId) return 'invalid_trigger_id';
  if (trigger.isUsed) return 'exchanged_trigger_id';
  if (realNow() - trigger.issuedAt > lifeOf(world)) return 'expired_trigger_id';
  trigger.isUsed = true;
  return trigger;
}

function lifeOf(world: World): number {
  return world.options.triggerLifeMs ?? usualLifeMs;
}

/** Kept for a while after their end, so that a late use is told what was wrong. */
function forgetOld(world: World): void {
  const oldest = realNow() - 10 * 60_000;
  for (const [id, trigger] of world.triggers) {
    if (trigger.issuedAt > oldest) return;
    world.triggers.delete(id);
  }
}
