/** Makes the first state from a seed, and brings a stored state up to date with a seed that has grown. */
import type {
  Channel,
  Person,
  SandboxSeed,
  SandboxState,
  SeedChannel,
  SeedUser,
  SeedWorkspace,
  Team,
} from '../types.ts';

export function emptyState(): SandboxState {
  return { version: 1, clockOffsetMs: 0, serial: 1000, lastTs: '0000000000.000000', teams: {} };
}

/** People and channels that the state already knows stay as they are; tokens and names of the app follow the seed. */
export function mergeSeed(state: SandboxState, seed: SandboxSeed, now: Date): void {
  for (const workspace of seed.workspaces) {
    const { users, channels, ...rest } = workspace;
    const team = state.teams[workspace.id] ?? emptyTeam(workspace);
    state.teams[workspace.id] = team;
    team.seed = rest;
    for (const user of users) team.people[user.id] ??= personOf(user, workspace.id, now);
    for (const channel of channels) team.channels[channel.id] ??= channelOf(channel, workspace, now);
  }
}

function emptyTeam(workspace: SeedWorkspace): Team {
  const { users: _users, channels: _channels, ...seed } = workspace;
  return {
    id: workspace.id,
    seed,
    isInstalled: true,
    people: {},
    channels: {},
    messages: {},
    homes: {},
    views: {},
    stacks: {},
    files: {},
    hooks: {},
    reads: {},
  };
}

export function personOf(user: SeedUser, teamId: string, now: Date): Person {
  return { ...user, team: user.team ?? teamId, deleted: user.deleted ?? false, updated: seconds(now) };
}

function channelOf(channel: SeedChannel, workspace: SeedWorkspace, now: Date): Channel {
  return {
    id: channel.id,
    name: channel.name,
    kind: channel.is_private ? 'private' : 'public',
    members: [...channel.members, ...(channel.bot ? [workspace.botUserId] : [])],
    imWith: null,
    topic: channel.topic ?? '',
    isArchived: false,
    created: seconds(now),
    creator: channel.members[0] ?? workspace.botUserId,
  };
}

export function seconds(at: Date): number {
  return Math.floor(at.getTime() / 1000);
}
