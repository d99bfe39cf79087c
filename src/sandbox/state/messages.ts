/** Messages: posting, finding, changing, and the form in which Slack hands them out. */
import type { Bag } from '../contract/rules.ts';
import type { Message, Team } from '../types.ts';
import { nextId, nextTs, type World } from '../world.ts';
import { withIds } from './values.ts';

export interface Draft {
  user: string;
  text?: string;
  blocks?: unknown;
  attachments?: unknown;
  threadTs?: string | null;
  broadcast?: boolean;
  metadata?: Bag | null;
  fileIds?: string[];
  subtype?: string | null;
  onlyFor?: string | null;
  bySlackbot?: boolean;
}

export function post(world: World, team: Team, channelId: string, draft: Draft): Message {
  const message: Message = {
    ts: nextTs(world),
    user: draft.user,
    text: draft.text ?? '',
    blocks: blocksOf(world, draft.blocks),
    attachments: (draft.attachments as unknown[] | undefined) ?? null,
    threadTs: draft.threadTs ?? null,
    replyCount: 0,
    broadcast: draft.broadcast ?? false,
    metadata: draft.metadata ?? null,
    editedTs: null,
    fileIds: draft.fileIds ?? [],
    subtype: draft.subtype ?? null,
    onlyFor: draft.onlyFor ?? null,
    bySlackbot: draft.bySlackbot ?? false,
  };
  const list = team.messages[channelId] ?? [];
  team.messages[channelId] = list;
  const root = message.onlyFor === null ? list.find((each) => each.ts === message.threadTs) : undefined;
  if (root) root.replyCount += 1;
  list.push(message);
  tell(world, team, channelId, message);
  return message;
}

/** Replaces what is given and leaves the rest, as chat.update does: old blocks stay unless an empty list is given. */
export function edit(world: World, team: Team, channelId: string, message: Message, change: Draft): void {
  message.text = change.text ?? message.text;
  if (change.blocks !== undefined) message.blocks = blocksOf(world, change.blocks);
  if (change.attachments !== undefined) message.attachments = change.attachments as unknown[];
  if (change.metadata !== undefined) message.metadata = change.metadata;
  message.editedTs = nextTs(world);
  tell(world, team, channelId, message);
}

export function remove(world: World, team: Team, channelId: string, message: Message): void {
  const rest = (team.messages[channelId] ?? []).filter((each) => each !== message);
  const root = message.onlyFor === null ? rest.find((each) => each.ts === message.threadTs) : undefined;
  if (root) root.replyCount -= 1;
  team.messages[channelId] = rest;
  tell(world, team, channelId, message);
}

function blocksOf(world: World, blocks: unknown): Bag[] | null {
  return Array.isArray(blocks) && blocks.length > 0 ? withIds(blocks, () => nextId(world, 'b')) : null;
}

function tell(world: World, team: Team, channelId: string, message: Message): void {
  world.changed(team.id, { kind: 'messages', channelId, onlyFor: message.onlyFor });
}

export function findMessage(team: Team, channelId: string, ts: string): Message | null {
  return (team.messages[channelId] ?? []).find((message) => message.ts === ts) ?? null;
}

/** What a person sees in a channel: everything public, and what is for them alone. */
export function visibleTo(team: Team, channelId: string, userId: string): Message[] {
  const list = team.messages[channelId] ?? [];
  return list.filter((message) => message.onlyFor === null || message.onlyFor === userId);
}

export function slackMessage(world: World, team: Team, message: Message, withMetadata = false): Bag {
  const isBot = message.user === team.seed.botUserId;
  return {
    type: 'message',
    ...(message.subtype ? { subtype: message.subtype } : {}),
    user: message.user,
    ts: message.ts,
    text: message.text,
    team: team.id,
    ...(isBot ? { bot_id: team.seed.botId, app_id: team.seed.appId } : {}),
    ...(message.blocks ? { blocks: message.blocks } : {}),
    ...(message.attachments ? { attachments: message.attachments } : {}),
    ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
    ...(message.replyCount > 0 ? { thread_ts: message.ts, reply_count: message.replyCount } : {}),
    ...(message.editedTs ? { edited: { user: message.user, ts: message.editedTs } } : {}),
    ...(message.fileIds.length > 0 ? { files: message.fileIds.map((id) => slackFile(world, team, id)) } : {}),
    ...(withMetadata && message.metadata ? { metadata: message.metadata } : {}),
  };
}

export function slackFile(world: World, team: Team, fileId: string): Bag {
  const file = team.files[fileId];
  if (!file) return { id: fileId, mode: 'tombstone' };
  const extension = /\.([^.]+)$/.exec(file.name)?.[1]?.toLowerCase() ?? '';
  return {
    id: file.id,
    created: file.created,
    timestamp: file.created,
    name: file.name,
    title: file.title,
    filetype: extension,
    mimetype: 'application/octet-stream',
    size: file.size,
    user: file.user,
    mode: 'hosted',
    url_private: `${world.selfUrl}/sandbox/files/${team.id}/${file.id}/${encodeURIComponent(file.name)}`,
    url_private_download: `${world.selfUrl}/sandbox/files/${team.id}/${file.id}/${encodeURIComponent(file.name)}`,
  };
}
