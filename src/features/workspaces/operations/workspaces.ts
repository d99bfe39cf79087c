/** The life of a workspace, and the clockwork's act in it. */
import { type Act, freshSaving, type Locale, type StoreHandle } from '../../../kernel/act.ts';
import type { WorkspaceId } from '../../../kernel/ids.ts';
import * as store from '../store.ts';
import type { Workspace } from '../types.ts';

/** The act of the clockwork itself in a workspace: no account, no person, no repeat to recognise. */
export function clockworkAct(
  handle: StoreHandle,
  workspace: Pick<Workspace, 'id' | 'locale' | 'zone'>,
  now: Date,
): Act {
  return {
    store: handle,
    workspace: workspace.id as WorkspaceId,
    member: null,
    person: null,
    isWorkspaceAdmin: false,
    isOutsider: false,
    locale: workspace.locale,
    zone: workspace.zone,
    speech: 'general',
    now,
    requestId: null,
    saving: freshSaving(),
  };
}

/** Null: not known, or the bot was taken out of it. */
export async function workspaceAt(
  handle: StoreHandle,
  team: { platform: string; id: string },
): Promise<Workspace | null> {
  return store.findWorkspace(handle, team);
}

export async function listWorkspaces(handle: StoreHandle): Promise<readonly Workspace[]> {
  return store.listWorkspaces(handle);
}

/** At start and when the bot is installed: the workspace is a row from the start. Doing it twice is once. */
export async function welcomeWorkspace(
  deps: { store: StoreHandle; now: Date },
  team: { platform: string; id: string; name: string; locale: Locale; zone: string },
): Promise<Workspace> {
  const { platform, id, name, locale, zone } = team;
  return store.upsertWorkspace(deps.store, { platform, platformId: id, name, locale, zone }, deps.now);
}

export async function leaveWorkspace(act: Act): Promise<void> {
  await store.markRemoved(act.store, act.workspace, act.now);
}
