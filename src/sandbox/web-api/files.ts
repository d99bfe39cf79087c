/** files.*: the two-step upload, and the bytes behind `url_private`. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isBag } from '../contract/rules.ts';
import { isMember } from '../state/channels.ts';
import { post, slackFile } from '../state/messages.ts';
import { seconds } from '../state/seed.ts';
import type { StoredFile, Team } from '../types.ts';
import { nextId, type World } from '../world.ts';
import { readBody } from './body.ts';
import { type Answer, type ApiCall, count, done, type Method, refuse, several, text } from './call.ts';

export const fileMethods: Record<string, Method> = {
  'files.getUploadURLExternal': { tier: 4, scopes: ['files:write'], handle: getUploadUrl },
  'files.completeUploadExternal': { tier: 4, scopes: ['files:write'], handle: completeUpload },
  'files.info': { tier: 4, scopes: ['files:read'], handle: info },
};

export const fileBytesLimit = 20 * 1024 * 1024;

function getUploadUrl({ world, team, args }: ApiCall): Answer {
  const name = text(args, 'filename');
  const length = count(args, 'length', 0);
  if (!name || length <= 0) return refuse('invalid_arguments');
  if (length > fileBytesLimit) return refuse('file_upload_size_restricted');
  const file = newFile(world, team, { name, user: team.seed.botUserId, size: length });
  return done({ upload_url: `${world.selfUrl}/sandbox/upload/${team.id}/${file.id}`, file_id: file.id });
}

export function newFile(world: World, team: Team, draft: { name: string; user: string; size: number }): StoredFile {
  const file: StoredFile = {
    id: nextId(world, 'F'),
    title: draft.name,
    created: seconds(world.options.clock.now()),
    base64: '',
    state: 'awaiting',
    ...draft,
  };
  team.files[file.id] = file;
  return file;
}

/** As a person gives it, in a form or beside a message: there at once. */
export function giveFile(world: World, team: Team, by: string, given: { name: string; base64: string }): StoredFile {
  const size = Buffer.from(given.base64, 'base64').length;
  const file = newFile(world, team, { name: given.name, user: by, size });
  return Object.assign(file, { base64: given.base64, state: 'shared' as const });
}

function completeUpload({ world, team, args }: ApiCall): Answer {
  const given = Array.isArray(args.files) ? args.files.filter(isBag) : [];
  if (given.length === 0) return refuse('invalid_arguments');
  const files = given.map(({ id, title }) => ({ file: team.files[String(id)], title }));
  if (files.some(({ file }) => !file || file.state === 'awaiting')) return refuse('file_not_found');
  const channels = [...several(args, 'channel_id'), ...several(args, 'channels')];
  const unknown = channels.find((id) => !team.channels[id] || !isMember(team.channels[id], team.seed.botUserId));
  if (unknown) return refuse(team.channels[unknown] ? 'not_in_channel' : 'channel_not_found');
  if (channels.length > 100) return refuse('invalid_arguments');
  const fileIds = files.flatMap(({ file, title }) => {
    if (!file) return [];
    file.state = 'shared';
    file.title = typeof title === 'string' ? title : file.title;
    return file.id;
  });
  for (const channelId of channels) {
    post(world, team, channelId, {
      user: team.seed.botUserId,
      text: text(args, 'initial_comment') ?? '',
      threadTs: text(args, 'thread_ts') ?? null,
      fileIds,
      subtype: 'file_share',
    });
  }
  return done({ files: fileIds.map((id) => slackFile(world, team, id)) });
}

function info({ world, team, args }: ApiCall): Answer {
  const id = text(args, 'file') ?? '';
  return team.files[id] ? done({ file: slackFile(world, team, id) }) : refuse('file_not_found');
}

/** `POST /sandbox/upload/<team>/<file>`: raw bytes, or a form with one file. */
export async function receiveUpload(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, , , teamId = '', fileId = ''] = (request.url ?? '').split('/');
  const file = world.state.teams[teamId]?.files[fileId];
  const body = await readBody(request, fileBytesLimit + 64 * 1024);
  if (file?.state !== 'awaiting' || !body) {
    response.writeHead(file ? 400 : 404).end('upload refused');
    return;
  }
  const bytes = await uploadedBytes(request, body);
  if (bytes.length !== file.size) {
    response.writeHead(400).end('length does not match');
    return;
  }
  file.base64 = bytes.toString('base64');
  file.state = 'uploaded';
  response.writeHead(200, { 'content-type': 'text/plain' }).end(`OK - ${bytes.length}`);
}

async function uploadedBytes(request: IncomingMessage, body: Buffer): Promise<Buffer> {
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return body;
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  for (const value of form.values()) {
    if (typeof value !== 'string') return Buffer.from(await value.arrayBuffer());
  }
  return Buffer.alloc(0);
}

/** `GET /sandbox/files/<team>/<file>/<name>`. */
export function sendFile(world: World, request: IncomingMessage, response: ServerResponse): void {
  const [, , , teamId = '', fileId = ''] = (request.url ?? '').split('/');
  const file = world.state.teams[teamId]?.files[fileId];
  if (!file || file.state === 'awaiting') {
    response.writeHead(404).end('no such file');
    return;
  }
  const name = encodeURIComponent(file.name);
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    // Always a download: a file must never run as a page of this origin.
    'content-disposition': `attachment; filename*=UTF-8''${name}`,
    'x-content-type-options': 'nosniff',
  });
  response.end(Buffer.from(file.base64, 'base64'));
}
