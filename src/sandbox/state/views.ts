/** Modals and Home tabs: the stack of a person, and what becomes of entered values. */
import { randomBytes } from 'node:crypto';
import type { Bag } from '../contract/rules.ts';
import type { StoredView, Team } from '../types.ts';
import { nextId, type World } from '../world.ts';
import { seconds } from './seed.ts';
import { valuesFor, withIds } from './values.ts';

export const stackLimit = 3;

/** Opens a modal on an empty screen: what was open before is gone. */
export function openView(world: World, team: Team, userId: string, view: Bag): StoredView {
  dropStack(team, userId);
  const stored = newView(world, userId, view, null);
  team.stacks[userId] = [stored.id];
  return keep(world, team, stored);
}

export function pushView(world: World, team: Team, userId: string, view: Bag): StoredView {
  const stack = stackOf(team, userId);
  const stored = newView(world, userId, view, stack.at(-1) ?? null);
  stored.rootId = stack[0] ?? stored.id;
  team.stacks[userId] = [...stack, stored.id];
  return keep(world, team, stored);
}

/** Entered values live on in blocks that keep block id and action id. */
export function updateView(world: World, team: Team, stored: StoredView, view: Bag): StoredView {
  const blocks = withIds(view.blocks, () => nextId(world, 'b'));
  stored.view = { ...view, blocks };
  stored.values = valuesFor(blocks, stored.values);
  stored.hash = newHash(world);
  return keep(world, team, stored);
}

export function publishHome(world: World, team: Team, userId: string, view: Bag): StoredView {
  const known = team.homes[userId];
  const stored = known ?? newView(world, userId, view, null);
  const blocks = withIds(view.blocks, () => nextId(world, 'b'));
  stored.view = { ...view, blocks };
  stored.values = valuesFor(blocks, stored.values);
  stored.hash = newHash(world);
  team.homes[userId] = stored;
  world.changed(team.id, { kind: 'home', userId });
  return stored;
}

/** Takes the topmost modal away, or all of them; what was taken, the topmost first. */
export function closeViews(world: World, team: Team, userId: string, all: boolean): StoredView[] {
  const stack = stackOf(team, userId);
  const gone = all ? [...stack] : stack.slice(-1);
  team.stacks[userId] = all ? [] : stack.slice(0, -1);
  const closed = gone.reverse().flatMap((id) => team.views[id] ?? []);
  for (const view of closed) delete team.views[view.id];
  world.changed(team.id, { kind: 'views', userId });
  return closed;
}

export function openViewsOf(team: Team, userId: string): StoredView[] {
  return stackOf(team, userId).flatMap((id) => team.views[id] ?? []);
}

export function findView(team: Team, key: { viewId?: unknown; externalId?: unknown }): StoredView | null {
  if (typeof key.viewId === 'string') {
    const home = Object.values(team.homes).find((view) => view.id === key.viewId);
    return team.views[key.viewId] ?? home ?? null;
  }
  return Object.values(team.views).find((view) => view.view.external_id === key.externalId) ?? null;
}

export function stackOf(team: Team, userId: string): string[] {
  return team.stacks[userId] ?? [];
}

function newView(world: World, userId: string, view: Bag, previousId: string | null): StoredView {
  const id = nextId(world, 'V');
  const blocks = withIds(view.blocks, () => nextId(world, 'b'));
  return {
    id,
    userId,
    hash: newHash(world),
    previousId,
    rootId: id,
    view: { ...view, blocks },
    values: valuesFor(blocks),
  };
}

function keep(world: World, team: Team, stored: StoredView): StoredView {
  team.views[stored.id] = stored;
  world.changed(team.id, { kind: 'views', userId: stored.userId });
  return stored;
}

function dropStack(team: Team, userId: string): void {
  for (const id of stackOf(team, userId)) delete team.views[id];
  team.stacks[userId] = [];
}

function newHash(world: World): string {
  return `${seconds(world.options.clock.now())}.${randomBytes(4).toString('hex')}`;
}
