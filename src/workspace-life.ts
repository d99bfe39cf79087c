/** What the platform tells about its own life, and the nightly question whether that was all: events may be lost. */
import type { Platform } from './chat/platform.ts';
import type { PlatformEvent } from './chat/platform-event.ts';
import {
  loseChannel,
  reconcileAccount,
  reconcileChannel,
  worthChecking,
} from './features/workspaces/operations/life.ts';
import {
  clockworkAct,
  leaveWorkspace,
  listWorkspaces,
  workspaceAt,
} from './features/workspaces/operations/workspaces.ts';
import type { Workspace } from './features/workspaces/types.ts';
import type { PeriodicTask } from './jobs/schedules.ts';
import type { StoreHandle } from './kernel/act.ts';
import { Unavailable } from './kernel/errors.ts';
import { errorFacts, type Log } from './kernel/log.ts';

export interface WorkspaceLife {
  readonly periodic: readonly PeriodicTask[];
  platformEvent(event: PlatformEvent, now: Date): Promise<void>;
}

export function createWorkspaceLife(parts: {
  readonly store: StoreHandle;
  readonly platform: Pick<Platform, 'account' | 'channelInfo'>;
  readonly log: Log;
  readonly zone: string;
}): WorkspaceLife {
  const { store, platform, log, zone } = parts;
  return {
    platformEvent,
    periodic: [
      {
        name: 'reconcile-workspaces',
        rhythm: { daily: '02:50', zone },
        isHousekeeping: true,
        async run({ now }) {
          for (const workspace of await listWorkspaces(store)) await checkNightly(workspace, now);
        },
      },
    ],
  };

  /** Any number of times, in any order: an event is a hint, and what it is about is asked or guarded. */
  async function platformEvent(event: PlatformEvent, now: Date): Promise<void> {
    const workspace = await workspaceAt(store, { platform: event.platform, id: event.team });
    if (!workspace) return;
    const act = clockworkAct(store, workspace, now);
    const team = { platform: event.platform, id: event.team };
    switch (event.kind) {
      case 'account-changed':
        return reconcileAccount(act, event.user, await platform.account(team, event.user));
      case 'channel-archived':
        if (event.isArchived) return loseChannel(act, event.channel, 'archived');
        return reconcileChannel(act, event.channel, await platform.channelInfo(team, event.channel));
      case 'channel-gone':
        return loseChannel(act, event.channel, 'gone');
      case 'bot-left-channel':
        return loseChannel(act, event.channel, 'bot-removed');
      case 'bot-joined-channel':
        return reconcileChannel(act, event.channel, await platform.channelInfo(team, event.channel));
      case 'bot-removed':
        return leaveWorkspace(act);
      // Who belongs to a committee is not who is in its channel, and a committee has a name of its own.
      case 'account-joined-channel':
      case 'account-left-channel':
      case 'channel-renamed':
        return;
    }
  }

  /** A platform that does not answer ends the check of this workspace; tomorrow is another night. */
  async function checkNightly(workspace: Workspace, now: Date): Promise<void> {
    const act = clockworkAct(store, workspace, now);
    const team = { platform: workspace.platform, id: workspace.platformId };
    try {
      const { users, channels } = await worthChecking(act);
      for (const user of users) {
        await reconcileAccount(clockworkAct(store, workspace, now), user, await platform.account(team, user));
      }
      for (const channel of channels) {
        const info = await platform.channelInfo(team, channel);
        await reconcileChannel(clockworkAct(store, workspace, now), channel, info);
      }
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      log.warn({ ...errorFacts(error), workspace: workspace.id }, 'a workspace could not be checked');
    }
  }
}
