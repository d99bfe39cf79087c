/** One Web API call as the methods see it, and the ways to read its arguments and to answer. */

import type { Refusal } from '../contract/messages.ts';
import type { Bag } from '../contract/rules.ts';
import type { Team } from '../types.ts';
import type { World } from '../world.ts';

export interface ApiCall {
  world: World;
  /** The workspace whose bot token was shown. */
  team: Team;
  args: Bag;
}

export type Answer = Bag & { ok: boolean };

export interface Method {
  tier: 1 | 2 | 3 | 4 | 'special';
  /** Any one of these is enough; empty when none is needed. */
  scopes: string[];
  handle(call: ApiCall): Answer | Promise<Answer>;
}

export function done(fields: Bag = {}): Answer {
  return { ok: true, ...fields };
}

export function refuse(error: string, fields: Bag = {}): Answer {
  return { ok: false, error, ...fields };
}

/** A refusal with Slack's list of what is wrong where. */
export function refuseWith(refusal: Refusal): Answer {
  if (refusal.messages.length === 0) return refuse(refusal.error);
  const messages = refusal.messages.map((message) => `[ERROR] ${message}`);
  return refuse(refusal.error, { errors: refusal.messages, response_metadata: { messages } });
}

export function text(args: Bag, name: string): string | undefined {
  const value = args[name];
  return value === undefined || value === null || value === '' ? undefined : String(value);
}

export function flag(args: Bag, name: string): boolean {
  return ['true', '1', 'True'].includes(String(args[name]));
}

export function count(args: Bag, name: string, fallback: number): number {
  const value = Number(args[name] ?? fallback);
  return Number.isFinite(value) ? value : fallback;
}

/** One page of a list; the cursor is the encoded start of the next page. */
export function page<T>(items: T[], args: Bag, fallback: number): { items: T[]; next: string } {
  const limit = Math.max(1, count(args, 'limit', fallback) || fallback);
  const cursor = text(args, 'cursor');
  const start = cursor ? Number(Buffer.from(cursor, 'base64').toString().replace('start:', '')) || 0 : 0;
  const end = start + limit;
  const next = end < items.length ? Buffer.from(`start:${end}`).toString('base64') : '';
  return { items: items.slice(start, end), next };
}

/** A list that may come as an array or as `a,b,c`. */
export function several(args: Bag, name: string): string[] {
  const value = args[name];
  if (Array.isArray(value)) return value.map(String);
  return (
    text(args, name)
      ?.split(',')
      .map((part) => part.trim())
      .filter(Boolean) ?? []
  );
}
