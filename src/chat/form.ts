/** Forms and buttons: one object both draws and parses, so ids agree by construction. */
import type { z } from 'zod';
import { type Id, newId } from '../kernel/ids.ts';
import type { About, Block, Button } from './message.ts';

export interface Form {
  /** Which handler: "feature.name". */
  readonly id: string;
  /** Random, made when the form was drawn: a repeated submission is recognised by it. */
  readonly requestId: string;
  readonly title: string;
  /** Label of the submit button; null: a form that only shows. */
  readonly submit: string | null;
  readonly cancel: string;
  /** Ids that the handler needs again, never a choice or a name; at most 2,500 characters as JSON. */
  readonly state: unknown;
  readonly items: readonly (Block | Field)[];
  /** Stands on top, and stays there when the form is redrawn: what it is about. */
  readonly header?: Block;
  /** Becomes the header where that has to be said. */
  readonly about?: About;
}

export interface Field {
  readonly kind: 'field';
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
  readonly input: Input;
  /** Tell the bot when it changes, so that the form can be redrawn with a check. Never on a secret paper. */
  readonly live?: boolean;
}

export interface Option {
  /** At most 75 characters; an id or a key. */
  readonly value: string;
  readonly label: string;
  readonly note?: string;
}

export type Input =
  | {
      readonly type: 'text';
      readonly multiline?: boolean;
      readonly max?: number;
      readonly initial?: string;
      readonly placeholder?: string;
    }
  | { readonly type: 'number'; readonly min?: number; readonly max?: number; readonly initial?: number }
  | { readonly type: 'date'; readonly initial?: string }
  | { readonly type: 'time'; readonly initial?: string }
  | {
      readonly type: 'select';
      readonly options: readonly Option[];
      readonly initial?: string;
      readonly placeholder?: string;
    }
  /** Options are asked for as the person types: for more than a hundred, or a growing register. */
  | { readonly type: 'search'; readonly initial?: Option; readonly placeholder?: string; readonly minChars?: number }
  | {
      readonly type: 'search-many';
      readonly initial?: readonly Option[];
      readonly placeholder?: string;
      readonly minChars?: number;
    }
  | { readonly type: 'radio'; readonly options: readonly Option[]; readonly initial?: string }
  | { readonly type: 'checkboxes'; readonly options: readonly Option[]; readonly initial?: readonly string[] }
  | {
      readonly type: 'multi-select';
      readonly options: readonly Option[];
      readonly initial?: readonly string[];
      readonly placeholder?: string;
    }
  /** A chat account; the value is the platform's user id. */
  | { readonly type: 'user'; readonly initial?: string }
  | { readonly type: 'users'; readonly initial?: readonly string[] }
  /** One file; the value is the platform's id of it, for Platform.readFile. Types are endings without a dot. */
  | { readonly type: 'file'; readonly types: readonly string[] };

/** What comes back per field: text, a list, or null when left empty. Dates are yyyy-mm-dd, times HH:mm, numbers text. */
export type RawValue = string | readonly string[] | null;
export type RawValues = Readonly<Record<string, RawValue>>;

export interface FormDefinition<State extends z.ZodType, Values extends z.ZodType> {
  readonly id: string;
  readonly state: State;
  readonly values: Values;
  draw(drawing: {
    title: string;
    submit: string | null;
    cancel: string;
    state: z.output<State>;
    items: readonly (Block | Field)[];
    /** Given when a form is redrawn, so that its request id stays the same. */
    requestId?: string;
  }): Form;
  /** A field of this form; the name is checked against the values it parses. */
  field(name: keyof z.output<Values> & string, field: Omit<Field, 'kind' | 'name'>): Field;
}

/** `id` is "feature.name". Values are parsed leniently: an empty field is null. */
export function defineForm<State extends z.ZodType, Values extends z.ZodType>(definition: {
  id: string;
  state: State;
  values: Values;
}): FormDefinition<State, Values> {
  return {
    ...definition,
    draw({ requestId, ...drawing }) {
      return { id: definition.id, requestId: requestId ?? newId<Id<'request'>>(), ...drawing };
    },
    field(name, field) {
      return { kind: 'field', name, ...field };
    },
  };
}

export interface ButtonDefinition<Data extends z.ZodType> {
  readonly action: string;
  readonly data: Data;
  draw(label: string, data: z.output<Data>, look?: Pick<Button, 'style' | 'confirm'>): Button;
}

/** `action` is "feature.name"; the data are ids only. */
export function defineButton<Data extends z.ZodType<Record<string, string>>>(
  action: string,
  data: Data,
): ButtonDefinition<Data> {
  return {
    action,
    data,
    draw: (label, values, look = {}) => ({ action, label, data: values as Record<string, string>, ...look }),
  };
}
