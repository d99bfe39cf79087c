/** "Try again": when a form could not be opened, a private message with a button that asks for the same once more. */
import type { Input } from '../chat/call.ts';
import type { Button, Message } from '../chat/message.ts';
import type { Drawing } from './blocks/drawing.ts';
import { limits } from './limits.ts';

/** The adapter's own button; no feature has this name. */
export const againAction = 'slack.again';

/** What the button carries: the act itself and its request id, so that nothing is done twice. */
export function formNotOpened(input: Input, requestId: string | null, drawing: Drawing): Message {
  const text = drawing.words('form-not-opened');
  const again = againButton(input, requestId, drawing.words('try-again'));
  return {
    summary: text,
    blocks: [{ kind: 'text', text: [text] }, ...(again ? [{ kind: 'buttons' as const, buttons: [again] }] : [])],
  };
}

export function againInput(data: unknown): { input: Input; requestId: string | null } | null {
  const { k, n, t, d, q } = data as Record<string, unknown>;
  const requestId = typeof q === 'string' && q !== '' ? q : null;
  const [name, text] = [String(n ?? ''), String(t ?? '')];
  if (k === 'command') return { input: { kind: 'command', name, text }, requestId };
  if (k === 'direct-message') return { input: { kind: 'direct-message', text }, requestId };
  if (k !== 'button') return null;
  return { input: { kind: 'button', action: name, data: parsed(String(d ?? '{}')), in: 'message' }, requestId };
}

function againButton(input: Input, requestId: string | null, label: string): Button | null {
  const data = againData(input, requestId ?? '');
  if (!data || JSON.stringify(data).length > limits.button.value) return null;
  return { action: againAction, label, data, style: 'primary' };
}

function againData(input: Input, q: string): Record<string, string> | null {
  switch (input.kind) {
    case 'command':
      return { k: 'command', n: input.name, t: input.text, q };
    case 'direct-message':
      return { k: 'direct-message', t: input.text, q };
    case 'button':
      return { k: 'button', n: input.action, d: JSON.stringify(input.data), q };
    default:
      return null;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
