/** A field of a form as an input block: `field:<name>` is its block, so that errors and what was typed find it again. */
import type { types } from '@slack/bolt';
import type { Field, Input, Option } from '../../chat/form.ts';
import { limits } from '../limits.ts';
import { cut, slackLength } from './cut.ts';
import type { Drawing, SlackBlock } from './drawing.ts';
import { drawNote } from './note.ts';
import { drawOptions, initiallyChosen } from './options.ts';
import { isUserId } from './rich.ts';
import { plainText, shown } from './text.ts';

type Element = types.InputBlock['element'];

export function fieldBlockId(name: string): string {
  return `field:${name}`;
}

export function fieldNameOf(blockId: string): string | null {
  return blockId.startsWith('field:') ? blockId.slice('field:'.length) : null;
}

export function drawField(field: Field, drawing: Drawing): SlackBlock[] {
  const element = drawInput(field.input, field.name);
  const blockId = fieldBlockId(field.name);
  if (!element) return [drawNote([`${field.label}: ${drawing.words('no-options')}`], blockId)];
  const input: types.InputBlock = {
    type: 'input',
    block_id: blockId,
    label: plainText(field.label, limits.input.label),
    element,
    optional: field.optional ?? false,
    dispatch_action: field.live ?? false,
  };
  if (field.hint) input.hint = plainText(field.hint, limits.input.hint);
  return isCut(field.input) ? [input, drawNote([drawing.words('cut')], `${blockId}.cut`)] : [input];
}

/** Null when there is nothing to choose from: Slack refuses an empty menu. */
function drawInput(input: Input, action_id: string): Element | null {
  switch (input.type) {
    case 'text':
      return drawText(input, action_id);
    case 'number':
      return drawNumber(input, action_id);
    case 'date':
      return isDate(input.initial)
        ? { type: 'datepicker', action_id, initial_date: input.initial }
        : { type: 'datepicker', action_id };
    case 'time':
      return isTime(input.initial)
        ? { type: 'timepicker', action_id, initial_time: input.initial }
        : { type: 'timepicker', action_id };
    case 'search':
      return withInitialOption(
        {
          type: 'external_select',
          action_id,
          min_query_length: input.minChars ?? 1,
          ...placeholderOf(input.placeholder),
        },
        input.initial && legal([input.initial])[0],
      );
    case 'search-many':
      return withInitialOptions(
        {
          type: 'multi_external_select',
          action_id,
          min_query_length: input.minChars ?? 1,
          ...placeholderOf(input.placeholder),
        },
        legal(input.initial ?? []),
      );
    case 'select':
    case 'radio':
      return drawSingle(input, action_id);
    case 'multi-select':
    case 'checkboxes':
      return drawSeveral(input, action_id);
    case 'user':
      return input.initial && isUserId(input.initial)
        ? { type: 'users_select', action_id, initial_user: input.initial }
        : { type: 'users_select', action_id };
    case 'file':
      return { type: 'file_input', action_id, filetypes: [...input.types], max_files: 1 };
    case 'users': {
      const initial = (input.initial ?? []).filter(isUserId);
      return initial.length > 0
        ? { type: 'multi_users_select', action_id, initial_users: initial }
        : { type: 'multi_users_select', action_id };
    }
  }
}

function drawText(input: Extract<Input, { type: 'text' }>, action_id: string): Element {
  const max = Math.min(Math.max(1, input.max ?? limits.input.text), limits.input.text);
  const initial = cut(shown(input.initial ?? ''), max);
  return {
    type: 'plain_text_input',
    action_id,
    multiline: input.multiline ?? false,
    max_length: max,
    ...(initial === '' ? {} : { initial_value: initial }),
    ...placeholderOf(input.placeholder),
  };
}

function drawNumber(input: Extract<Input, { type: 'number' }>, action_id: string): Element {
  const { min, max, initial } = input;
  const isInRange = initial !== undefined && initial >= (min ?? initial) && initial <= (max ?? initial);
  return {
    type: 'number_input',
    action_id,
    is_decimal_allowed: false,
    ...(min === undefined ? {} : { min_value: String(min) }),
    ...(max === undefined ? {} : { max_value: String(max) }),
    ...(isInRange ? { initial_value: String(initial) } : {}),
  };
}

/** More than ten choices become a menu: the same values come back. */
function drawSingle(input: Extract<Input, { type: 'select' | 'radio' }>, action_id: string): Element | null {
  const isRadio = input.type === 'radio' && input.options.length <= limits.option.choices;
  const options = drawOptions(input.options, limits.option.count);
  if (options.length === 0) return null;
  const chosen = initiallyChosen(options, input.initial === undefined ? [] : [input.initial])[0];
  if (isRadio) return withInitialOption({ type: 'radio_buttons', action_id, options }, chosen);
  const placeholder = input.type === 'select' ? placeholderOf(input.placeholder) : {};
  return withInitialOption({ type: 'static_select', action_id, options, ...placeholder }, chosen);
}

function drawSeveral(
  input: Extract<Input, { type: 'multi-select' | 'checkboxes' }>,
  action_id: string,
): Element | null {
  const isBoxes = input.type === 'checkboxes' && input.options.length <= limits.option.choices;
  const options = drawOptions(input.options, limits.option.count);
  if (options.length === 0) return null;
  const chosen = initiallyChosen(options, input.initial);
  if (isBoxes) return withInitialOptions({ type: 'checkboxes', action_id, options }, chosen);
  const placeholder = input.type === 'multi-select' ? placeholderOf(input.placeholder) : {};
  return withInitialOptions({ type: 'multi_static_select', action_id, options, ...placeholder }, chosen);
}

function withInitialOption<T extends Element>(element: T, chosen: object | undefined): Element {
  return chosen ? ({ ...element, initial_option: chosen } as Element) : element;
}

function withInitialOptions<T extends Element>(element: T, chosen: object[]): Element {
  return chosen.length > 0 ? ({ ...element, initial_options: chosen } as Element) : element;
}

function legal(options: readonly Option[]): object[] {
  return drawOptions(options, limits.option.count).map((option) => option);
}

function placeholderOf(text: string | undefined): { placeholder?: types.PlainTextElement } {
  return text ? { placeholder: plainText(text, limits.input.placeholder) } : {};
}

function isCut(input: Input): boolean {
  if (input.type === 'text')
    return slackLength(input.initial ?? '') > Math.min(input.max ?? limits.input.text, limits.input.text);
  return 'options' in input && input.options.length > limits.option.count;
}

function isDate(text: string | undefined): text is string {
  return text !== undefined && /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/u.test(text);
}

function isTime(text: string | undefined): text is string {
  return text !== undefined && /^([01]\d|2[0-3]):[0-5]\d$/u.test(text);
}
