/** How a feature registers what happens when its buttons are pressed and its forms are sent. */
import type { z } from 'zod';
import type { Call, Reply } from './call.ts';
import type { ButtonDefinition, FormDefinition, Option, RawValues } from './form.ts';

export interface ButtonHandler {
  readonly kind: 'button';
  readonly action: string;
  readonly data: z.ZodType;
  run(call: Call, data: unknown): Promise<Reply>;
}

export interface FormHandler {
  readonly kind: 'form';
  readonly id: string;
  readonly state: z.ZodType;
  readonly values: z.ZodType;
  submit(call: Call, state: unknown, values: unknown): Promise<Reply>;
  /** A live field changed: answer with redraw or nothing. Values are as typed so far, unparsed. */
  change?(call: Call, change: { state: unknown; requestId: string; field: string; values: RawValues }): Promise<Reply>;
  /** Options of a search field for what was typed so far. */
  options?(call: Call, search: { state: unknown; field: string; typed: string }): Promise<readonly Option[]>;
}

export type Interaction = ButtonHandler | FormHandler;

export function onPress<Data extends z.ZodType>(
  button: ButtonDefinition<Data>,
  run: (call: Call, data: z.output<Data>) => Promise<Reply>,
): ButtonHandler {
  return {
    kind: 'button',
    action: button.action,
    data: button.data,
    run: (call, data) => run(call, data as z.output<Data>),
  };
}

export function onSubmit<State extends z.ZodType, Values extends z.ZodType>(
  form: FormDefinition<State, Values>,
  submit: (call: Call, state: z.output<State>, values: z.output<Values>) => Promise<Reply>,
  more: {
    change?: (
      call: Call,
      change: { state: z.output<State>; requestId: string; field: string; values: RawValues },
    ) => Promise<Reply>;
    options?: (
      call: Call,
      search: { state: z.output<State>; field: string; typed: string },
    ) => Promise<readonly Option[]>;
  } = {},
): FormHandler {
  return {
    kind: 'form',
    id: form.id,
    state: form.state,
    values: form.values,
    submit: (call, state, values) => submit(call, state as z.output<State>, values as z.output<Values>),
    ...(more as Pick<FormHandler, 'change' | 'options'>),
  };
}
