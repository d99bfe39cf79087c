/** Every interactive element, with the limits of Slack's reference. */
import { type Elements, imageElement, source } from './element-parts.ts';
import { richTextBlock } from './rich-text.ts';
import {
  also,
  anything,
  type Bag,
  boolean,
  integer,
  isBag,
  list,
  type Maybe,
  maybe,
  oneOf,
  type Report,
  type Rule,
  shape,
  string,
} from './rules.ts';
import {
  actionId,
  confirm,
  conversationFilter,
  dispatchConfig,
  focus,
  option,
  optionGroup,
  placeholder,
  plain,
  sameOption,
} from './text.ts';

const date = string({ pattern: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/ });
const time = string({ pattern: /^([01]\d|2[0-3]):[0-5]\d$/ });
const id = string({ pattern: /^[A-Z][A-Z0-9]{1,}$/ });
const label = maybe(string({ max: 75 }));
const style = maybe(oneOf('primary', 'danger'));
const atMost = { max_selected_items: maybe(integer(1, 100)) };

const base = { type: anything, action_id: actionId };
const menu = { ...base, placeholder, confirm, focus_on_load: focus };
const typed = { ...base, placeholder, focus_on_load: focus, dispatch_action_config: dispatchConfig };

const conversations = {
  ...menu,
  default_to_current_conversation: maybe(boolean),
  filter: conversationFilter,
};

function optionsOrGroups(fields: Record<string, Rule | Maybe>): Rule {
  const rule = shape({
    ...fields,
    options: maybe(list(option('menu'), { max: 100 })),
    option_groups: maybe(list(optionGroup, { max: 100 })),
  });
  return initialAmongOptions(
    also(rule, (value, at, report) => {
      const given = [value.options, value.option_groups].filter((part) => part !== undefined).length;
      if (given === 0) report(at, 'missing required field: options');
      if (given === 2) report(at, 'must provide only one of options and option_groups');
    }),
  );
}

function initialAmongOptions(rule: Rule): Rule {
  return also(rule, (value, at, report) => {
    const known = allOptions(value);
    const single = value.initial_option;
    if (single !== undefined && !known.some((entry) => sameOption(entry, single))) {
      report(`${at}/initial_option`, 'must match one of the options');
    }
    const several = value.initial_options;
    if (!Array.isArray(several)) return;
    several.forEach((entry, index) => {
      if (!known.some((each) => sameOption(each, entry))) {
        report(`${at}/initial_options/${index}`, 'must match one of the options');
      }
    });
  });
}

/** All options of an element, also those inside groups. */
export function allOptions(element: Bag): Bag[] {
  const direct = Array.isArray(element.options) ? element.options : [];
  const groups = Array.isArray(element.option_groups) ? element.option_groups : [];
  const grouped = groups.flatMap((group) => (isBag(group) && Array.isArray(group.options) ? group.options : []));
  return [...direct, ...grouped].filter(isBag);
}

function valuesDiffer(value: Bag, at: string, report: Report): void {
  const values = allOptions(value).map((entry) => entry.value);
  if (new Set(values).size < values.length) report(`${at}/options`, 'option values must be unique');
}

function lengthsAgree(value: Bag, at: string, report: Report): void {
  const { min_length: min, max_length: max, initial_value: initial } = value;
  if (typeof min === 'number' && typeof max === 'number' && min > max) report(at, 'min_length exceeds max_length');
  if (typeof initial !== 'string') return;
  if (typeof max === 'number' && initial.length > max) report(`${at}/initial_value`, 'longer than max_length');
}

function boundsAgree(value: Bag, at: string, report: Report): void {
  const min = value.min_value;
  const max = value.max_value;
  if (min !== undefined && max !== undefined && Number(min) > Number(max)) report(at, 'min_value exceeds max_value');
}

const feedbackButton = shape({ text: plain(75), value: string({ max: 2000 }), accessibility_label: label });
const decimal = string({ pattern: /^-?\d+(\.\d+)?$/ });

export const elements: Elements = {
  image: imageElement,
  url: source,
  button: shape({
    ...base,
    text: plain(75),
    value: maybe(string({ max: 2000 })),
    url: maybe(string({ max: 3000 })),
    style,
    confirm,
    accessibility_label: label,
  }),
  workflow_button: shape({ ...base, text: plain(75), workflow: anything, style, confirm, accessibility_label: label }),
  icon_button: shape({
    ...base,
    icon: string(),
    text: plain(75),
    value: maybe(string({ max: 2000 })),
    accessibility_label: label,
    visible_to_user_ids: maybe(list(id)),
    confirm,
  }),
  feedback_buttons: shape({ ...base, positive_button: feedbackButton, negative_button: feedbackButton }),
  overflow: also(shape({ ...base, options: list(option('overflow'), { max: 5 }), confirm }), valuesDiffer),
  checkboxes: also(
    initialAmongOptions(
      shape({
        ...base,
        options: list(option('choice'), { max: 10 }),
        initial_options: maybe(list(option('choice'), { max: 10 })),
        confirm,
        focus_on_load: focus,
      }),
    ),
    valuesDiffer,
  ),
  radio_buttons: also(
    initialAmongOptions(
      shape({
        ...base,
        options: list(option('choice'), { max: 10 }),
        initial_option: maybe(option('choice')),
        confirm,
        focus_on_load: focus,
      }),
    ),
    valuesDiffer,
  ),
  static_select: optionsOrGroups({ ...menu, initial_option: maybe(option('menu')) }),
  multi_static_select: optionsOrGroups({ ...menu, ...atMost, initial_options: maybe(list(option('menu'))) }),
  external_select: shape({ ...menu, initial_option: maybe(option('menu')), min_query_length: maybe(integer(0, 3000)) }),
  multi_external_select: shape({
    ...menu,
    ...atMost,
    initial_options: maybe(list(option('menu'))),
    min_query_length: maybe(integer(0, 3000)),
  }),
  users_select: shape({ ...menu, initial_user: maybe(id) }),
  multi_users_select: shape({ ...menu, ...atMost, initial_users: maybe(list(id)) }),
  conversations_select: shape({
    ...conversations,
    initial_conversation: maybe(id),
    response_url_enabled: maybe(boolean),
  }),
  multi_conversations_select: shape({ ...conversations, ...atMost, initial_conversations: maybe(list(id)) }),
  channels_select: shape({ ...menu, initial_channel: maybe(id), response_url_enabled: maybe(boolean) }),
  multi_channels_select: shape({ ...menu, ...atMost, initial_channels: maybe(list(id)) }),
  datepicker: shape({ ...menu, initial_date: maybe(date) }),
  timepicker: shape({ ...menu, initial_time: maybe(time), timezone: maybe(string()) }),
  datetimepicker: shape({
    ...base,
    confirm,
    focus_on_load: focus,
    initial_date_time: maybe(integer(1_000_000_000, 9_999_999_999)),
  }),
  plain_text_input: also(
    shape({
      ...typed,
      initial_value: maybe(string({ min: 0, max: 3000 })),
      multiline: maybe(boolean),
      min_length: maybe(integer(0, 3000)),
      max_length: maybe(integer(1, 3000)),
    }),
    lengthsAgree,
  ),
  email_text_input: shape({ ...typed, initial_value: maybe(string({ min: 0 })) }),
  url_text_input: shape({ ...typed, initial_value: maybe(string({ min: 0 })) }),
  number_input: also(
    shape({
      ...typed,
      is_decimal_allowed: boolean,
      initial_value: maybe(decimal),
      min_value: maybe(decimal),
      max_value: maybe(decimal),
    }),
    boundsAgree,
  ),
  rich_text_input: shape({
    ...typed,
    initial_value: maybe(richTextBlock),
    min_lines: maybe(integer(1, 100)),
    max_lines: maybe(integer(1, 100)),
  }),
  file_input: shape({ ...base, filetypes: maybe(list(string())), max_files: maybe(integer(1, 10)) }),
};
