/** Files: what somebody gave in a form, read; what the bot gives, sent into the person's direct messages with it. */
import { Buffer } from 'node:buffer';
import type { OfferedFile } from '../chat/call.ts';
import type { FileRead } from '../chat/platform.ts';
import { Unavailable } from '../kernel/errors.ts';
import { errorFacts } from '../kernel/log.ts';
import { failureOf, type SlackClient } from './api.ts';
import type { Visit } from './desk.ts';
import { times } from './limits.ts';

/** @throws Unavailable when Slack does not say, or not in time. */
export async function readFile(client: SlackClient, botToken: string, id: string, maxBytes: number): Promise<FileRead> {
  const file = await infoOf(client, id);
  if (!file) return { kind: 'gone' };
  if ((file.size ?? 0) > maxBytes) return { kind: 'too-large' };
  const address = file.url_private_download ?? file.url_private;
  if (!address) return { kind: 'gone' };
  try {
    const response = await fetch(address, {
      headers: { authorization: `Bearer ${botToken}` },
      signal: AbortSignal.timeout(times.file),
    });
    if (response.status === 404) return { kind: 'gone' };
    if (!response.ok) throw new Unavailable('slack does not hand out a file');
    const bytes = new Uint8Array(await response.arrayBuffer());
    return bytes.length > maxBytes ? { kind: 'too-large' } : { kind: 'read', bytes };
  } catch (cause) {
    throw cause instanceof Unavailable ? cause : new Unavailable('a file did not come in time', { cause });
  }
}

async function infoOf(client: SlackClient, id: string) {
  try {
    return (await client.files.info({ file: id })).file ?? null;
  } catch (cause) {
    const failure = failureOf(cause);
    if (failure.kind === 'refused' && /^file_(not_found|deleted)$/u.test(failure.error)) return null;
    throw new Unavailable('slack does not tell about a file', { cause });
  }
}

/** False when it could not be sent, or nobody can tell: then the person is answered in words. */
export async function sendFile(visit: Visit, file: OfferedFile): Promise<boolean> {
  const { client, origin } = visit;
  const bytes = typeof file.content === 'string' ? Buffer.from(file.content, 'utf8') : Buffer.from(file.content);
  try {
    const direct = (await client.conversations.open({ users: origin.user })).channel?.id;
    const place = await client.files.getUploadURLExternal({ filename: file.name, length: bytes.length });
    if (!direct || !place.upload_url || !place.file_id) return false;
    const signal = AbortSignal.timeout(times.apiCall);
    const uploaded = await fetch(place.upload_url, { method: 'POST', body: bytes, signal });
    if (!uploaded.ok) return false;
    const files: [{ id: string; title: string }] = [{ id: place.file_id, title: file.name }];
    await client.files.completeUploadExternal({ files, channel_id: direct });
    return true;
  } catch (error) {
    visit.desk.log.info(errorFacts(error), 'a file could not be sent; the answer is given in words');
    return false;
  }
}
