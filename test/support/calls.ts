/** What a person does in a chat, at the port: presses, submits and searches go through the router's own parsing. */
import type { Call, Reply } from '../../src/chat/call.ts';
import type { Form, RawValues } from '../../src/chat/form.ts';
import type { ButtonHandler, FormHandler, Interaction } from '../../src/chat/interaction.ts';
import type { Block, Button, Message } from '../../src/chat/message.ts';
import type { Act } from '../../src/kernel/act.ts';
import { freshSaving } from '../../src/kernel/act.ts';
import { plain } from '../../src/kernel/rich.ts';

/** A call of this person; in a direct message unless a channel is given. */
export function callOf(act: Act, channel: string | null = null, afterMs = 0): Call {
  return {
    ...act,
    now: new Date(act.now.getTime() + afterMs),
    saving: freshSaving(),
    platform: 'slack',
    team: 'T1',
    user: 'U1',
    channel: channel === null ? null : { id: channel, kind: 'channel', isShared: false },
  };
}

export function buttonsOf(shown: Message | Form): readonly Button[] {
  const items: readonly { readonly kind: string }[] = 'blocks' in shown ? shown.blocks : shown.items;
  return (items as readonly Block[]).flatMap((block) =>
    block.kind === 'buttons' || block.kind === 'row' ? block.buttons : [],
  );
}

/** Presses the button with this label; a test that looks for one that is not there fails here. */
export async function press(
  interactions: readonly Interaction[],
  call: Call,
  shown: Message | Form,
  label: string,
): Promise<Reply> {
  const button = buttonsOf(shown).find((one) => one.label === label);
  if (!button) throw new Error(`no button “${label}” among: ${buttonsOf(shown).map((one) => one.label)}`);
  const handler = interactions.find(
    (one): one is ButtonHandler => one.kind === 'button' && one.action === button.action,
  );
  if (!handler) throw new Error(`nobody handles ${button.action}`);
  // As it comes back from a platform: through JSON.
  return handler.run(call, handler.data.parse(JSON.parse(JSON.stringify(button.data))));
}

/** Sends the form with these values; fields not named keep what they were filled with. */
export async function submit(
  interactions: readonly Interaction[],
  call: Call,
  form: Form,
  values: RawValues,
): Promise<Reply> {
  const handler = formHandler(interactions, form);
  const state = handler.state.parse(JSON.parse(JSON.stringify(form.state)));
  return handler.submit(
    { ...call, requestId: form.requestId },
    state,
    handler.values.parse({ ...filled(form), ...values }),
  );
}

export async function search(
  interactions: readonly Interaction[],
  call: Call,
  form: Form,
  field: string,
  typed: string,
): Promise<readonly string[]> {
  const handler = formHandler(interactions, form);
  const found = await handler.options?.(call, { state: form.state, field, typed });
  return (found ?? []).map((option) => option.value);
}

/** What a form would send if nothing were touched. */
export function filled(form: Form): RawValues {
  return Object.fromEntries(
    form.items.flatMap((item) => {
      if (item.kind !== 'field') return [];
      const initial = 'initial' in item.input ? item.input.initial : undefined;
      return [[item.name, initial === undefined ? null : typeof initial === 'number' ? String(initial) : initial]];
    }),
  ) as RawValues;
}

export function messageOf(reply: Reply): Message {
  if (reply.kind !== 'show' && reply.kind !== 'replace') throw new Error(`no message: ${JSON.stringify(reply)}`);
  return reply.message;
}

export function formOf(reply: Reply): Form {
  if (reply.kind !== 'form' && reply.kind !== 'redraw') throw new Error(`no form: ${JSON.stringify(reply)}`);
  return reply.form;
}

/** Everything a reader can read in it, buttons included. */
export function textOf(shown: Message | Form): string {
  const items = 'blocks' in shown ? shown.blocks : shown.items;
  return items.map((item) => (item.kind === 'field' ? item.label : blockText(item))).join('\n');
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'quote':
    case 'copy':
      return block.text;
    case 'text':
    case 'note':
      return plain(block.text);
    case 'list':
      return block.items.map((item) => `- ${plain(item)}`).join('\n');
    case 'facts':
      return block.rows.map(([label, value]) => `${label}: ${plain(value)}`).join('\n');
    case 'table':
      return [block.header, ...block.rows].map((row) => row.join(' | ')).join('\n');
    case 'divider':
      return '---';
    case 'buttons':
      return block.buttons.map((button) => `[${button.label}]`).join(' ');
    case 'row':
      return [plain(block.text), ...block.buttons.map((button) => `[${button.label}]`)].join(' ');
  }
}

function formHandler(interactions: readonly Interaction[], form: Form): FormHandler {
  const handler = interactions.find((one): one is FormHandler => one.kind === 'form' && one.id === form.id);
  if (!handler) throw new Error(`nobody handles ${form.id}`);
  return handler;
}
