/** What a posted message may hold, and under which of Slack's error names it is refused. */
import { checkBlocks } from './blocks.ts';
import { type Bag, isBag, type Report } from './rules.ts';

export interface Refusal {
  error: string;
  messages: string[];
}

export const textLimit = 40_000;
export const updateTextLimit = 4_000;

/** Runs checks and gathers Slack's wording: `must be less than 76 characters [json-pointer:/blocks/0/text]`. */
export function problemsOf(check: (report: Report) => void): string[] {
  const messages: string[] = [];
  check((pointer, message) => {
    messages.push(`${message} [json-pointer:${pointer || '/'}]`);
  });
  return messages;
}

export function refuseMessage(message: Bag, limit: number): Refusal | null {
  const { text, blocks, attachments, markdown_text: markdown, metadata } = message;
  if (text !== undefined && typeof text !== 'string') return { error: 'invalid_arguments', messages: ['text'] };
  if (markdown !== undefined) {
    if (text !== undefined || blocks !== undefined) return { error: 'markdown_text_conflict', messages: [] };
    if (typeof markdown !== 'string' || markdown.length > 12_000) return { error: 'msg_too_long', messages: [] };
  }
  if (blocks !== undefined && !(Array.isArray(blocks) && blocks.every(isBag))) {
    return { error: 'invalid_blocks_format', messages: [] };
  }
  if (attachments !== undefined && (!Array.isArray(attachments) || attachments.length > 100)) {
    return { error: 'too_many_attachments', messages: [] };
  }
  const empty = !text && !markdown && !(blocks as unknown[] | undefined)?.length && !attachments;
  if (empty) return { error: 'no_text', messages: [] };
  if (typeof text === 'string' && text.length > limit) return { error: 'msg_too_long', messages: [] };
  if (blocks !== undefined) {
    const messages = problemsOf((report) => checkBlocks(blocks, '/blocks', 'message', report));
    if (messages.length > 0) return { error: 'invalid_blocks', messages };
  }
  return metadata === undefined ? null : refuseMetadata(metadata);
}

function refuseMetadata(metadata: unknown): Refusal | null {
  if (!isBag(metadata)) return { error: 'invalid_metadata_format', messages: [] };
  const { event_type: type, event_payload: payload } = metadata;
  const known = Object.keys(metadata).every((name) => ['event_type', 'event_payload', 'entities'].includes(name));
  const hasType = typeof type === 'string' && type.length > 0 && type.length <= 255;
  if (!known || !hasType || !isBag(payload)) return { error: 'invalid_metadata_format', messages: [] };
  if (!Object.values(payload).every(isMetadataValue)) return { error: 'invalid_metadata_schema', messages: [] };
  return null;
}

function isMetadataValue(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((entry) => isScalar(entry) || isFlat(entry));
  return isScalar(value) || isFlat(value);
}

function isFlat(value: unknown): boolean {
  return isBag(value) && Object.values(value).every(isScalar);
}

function isScalar(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
