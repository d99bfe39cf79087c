/** What the stubbed conversation answers with: messages, a button, a form with a field of each kind. */
import type { Reply } from '../../src/chat/call.ts';
import type { Form } from '../../src/chat/form.ts';
import type { Button, Message } from '../../src/chat/message.ts';

export function nameForm(): Form {
  return {
    id: 'test.name',
    requestId: 'request-1',
    title: 'Who is it?',
    submit: 'Save',
    cancel: 'Cancel',
    state: { person: 'p1' },
    items: [
      { kind: 'field', name: 'name', label: 'Name', input: { type: 'text' } },
      { kind: 'field', name: 'born', label: 'Born', optional: true, input: { type: 'date' } },
      { kind: 'field', name: 'at', label: 'At', optional: true, input: { type: 'time' } },
      { kind: 'field', name: 'age', label: 'Age', optional: true, input: { type: 'number', min: 18 } },
      {
        kind: 'field',
        name: 'posts',
        label: 'Posts',
        optional: true,
        input: {
          type: 'checkboxes',
          options: [
            { value: 'chair', label: 'Chair' },
            { value: 'teller', label: 'Teller' },
          ],
        },
      },
      {
        kind: 'field',
        name: 'sex',
        label: 'Sex',
        optional: true,
        live: true,
        input: {
          type: 'select',
          options: [
            { value: 'f', label: 'Female' },
            { value: 'm', label: 'Male' },
          ],
        },
      },
      { kind: 'field', name: 'whom', label: 'Whom', optional: true, input: { type: 'search', minChars: 2 } },
      { kind: 'buttons', buttons: [button('Look closer', {})] },
    ],
  };
}

export function saying(text: string): Message {
  return { summary: text, blocks: [{ kind: 'text', text: [text] }] };
}

export function message(text: string, ...buttons: Button[]): Message {
  return {
    summary: text,
    blocks: [
      { kind: 'text', text: [text] },
      { kind: 'buttons', buttons },
    ],
  };
}

export function button(label: string, data: Record<string, string>): Button {
  return { action: 'test.press', label, data };
}

/** An answer that comes when the test says so, however long the machine takes for the rest. */
export function heldBack(reply: Reply): { readonly reply: Promise<Reply>; goOn(): void } {
  let goOn = (): void => {};
  const held = new Promise<Reply>((resolve) => {
    goOn = () => resolve(reply);
  });
  return { reply: held, goOn };
}
