/** Somebody at the keyboard: types commands, presses, fills in forms; and everything that they can then read. */
import type { Reply } from '../../src/chat/call.ts';
import type { Command } from '../../src/chat/command.ts';
import { parseCommandLine } from '../../src/chat/command-line.ts';
import type { Form, Option, RawValues } from '../../src/chat/form.ts';
import type { Interaction } from '../../src/chat/interaction.ts';
import type { Button, Message } from '../../src/chat/message.ts';
import type { Act, Locale } from '../../src/kernel/act.ts';
import { plain } from '../../src/kernel/rich.ts';
import { callOf } from './calls.ts';

export interface Hands {
  press(button: Button): Promise<Reply>;
  submit(form: Form, values: RawValues): Promise<Reply>;
  change(form: Form, field: string, values: RawValues): Promise<Reply>;
  options(form: Form, field: string, typed: string): Promise<readonly Option[]>;
  type(command: Command, text: string): Promise<Reply>;
}

/** Buttons and forms go through the same parsing as in the router; every act has its own time budget. */
export function handsOf(act: Act, interactions: readonly Interaction[], locale: Locale = act.locale): Hands {
  const call = () => callOf({ ...act, locale });
  const formHandler = (id: string) => {
    const found = interactions.find((one) => one.kind === 'form' && one.id === id);
    if (found?.kind !== 'form') throw new Error(`no handler of form ${id}`);
    return found;
  };
  return {
    async press(button) {
      const found = interactions.find((one) => one.kind === 'button' && one.action === button.action);
      if (found?.kind !== 'button') throw new Error(`no handler of button ${button.action}`);
      return found.run(call(), found.data.parse(button.data));
    },
    async submit(form, values) {
      const handler = formHandler(form.id);
      return handler.submit(call(), handler.state.parse(form.state), handler.values.parse(values));
    },
    async change(form, field, values) {
      const handler = formHandler(form.id);
      const { requestId } = form;
      const state = handler.state.parse(form.state);
      return handler.change?.(call(), { state, requestId, field, values }) ?? { kind: 'nothing' };
    },
    async options(form, field, typed) {
      const handler = formHandler(form.id);
      return handler.options?.(call(), { state: handler.state.parse(form.state), field, typed }) ?? [];
    },
    async type(command, text) {
      const parsed = parseCommandLine(command, text);
      if (parsed.kind === 'open') return command.open(call());
      if (parsed.kind === 'run') return parsed.subcommand.run(call(), parsed.args);
      throw new Error(`the router answers "${text}" by itself: ${parsed.kind}`);
    },
  };
}

export function messageOf(reply: Reply): Message {
  if (reply.kind !== 'show' && reply.kind !== 'replace') throw new Error(`no message but ${JSON.stringify(reply)}`);
  return reply.message;
}

export function formOf(reply: Reply): Form {
  if (reply.kind !== 'form' && reply.kind !== 'redraw') throw new Error(`no form but ${JSON.stringify(reply)}`);
  return reply.form;
}

/** Everything that can be read of a message or form, one block a line. */
export function wordsOf(shown: Reply | Message | Form): string {
  if ('kind' in shown) {
    if (shown.kind === 'field-errors') return Object.values(shown.errors).join('\n');
    if (shown.kind === 'form' || shown.kind === 'redraw') return wordsOf(shown.form);
    return shown.kind === 'show' || shown.kind === 'replace' ? wordsOf(shown.message) : '';
  }
  const blocks = 'blocks' in shown ? shown.blocks : shown.items;
  return blocks
    .map((block) => {
      switch (block.kind) {
        case 'text':
        case 'note':
        case 'row':
          return plain(block.text);
        case 'list':
          return block.items.map(plain).join('\n');
        case 'facts':
          return block.rows.map(([label, value]) => `${label}: ${plain(value)}`).join('\n');
        case 'heading':
        case 'quote':
        case 'copy':
          return block.text;
        case 'table':
          return [block.header, ...block.rows].map((row) => row.join(' | ')).join('\n');
        case 'field':
          return block.label;
        default:
          return '';
      }
    })
    .join('\n');
}

/** The first button with this label; the rows' buttons count too. */
export function buttonOf(shown: Reply, label: string): Button {
  const blocks = shown.kind === 'form' || shown.kind === 'redraw' ? shown.form.items : messageOf(shown).blocks;
  const all = blocks.flatMap((block) => (block.kind === 'buttons' || block.kind === 'row' ? block.buttons : []));
  const found = all.find((button) => button.label === label);
  if (!found) throw new Error(`no button "${label}" among: ${all.map((button) => button.label).join(', ')}`);
  return found;
}
