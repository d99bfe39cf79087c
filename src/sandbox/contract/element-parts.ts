/** Which elements may stand where, and the two elements that nobody clicks. */
import { also, anything, isBag, maybe, type Rule, shape, string } from './rules.ts';

export type Elements = Record<string, Rule>;

const selects = ['static_select', 'external_select', 'users_select', 'conversations_select', 'channels_select'];
const menus = [...selects, ...selects.map((name) => `multi_${name}`)];
const choices = ['checkboxes', 'radio_buttons'];
const dates = ['datepicker', 'timepicker'];

export const inActions = [
  ...['button', 'overflow', 'workflow_button', 'datetimepicker', 'rich_text_input'],
  ...menus,
  ...choices,
  ...dates,
];
export const inSection = ['button', 'overflow', 'workflow_button', 'image', ...menus, ...choices, ...dates];
export const inInput = [
  ...['plain_text_input', 'number_input', 'email_text_input', 'url_text_input', 'rich_text_input', 'file_input'],
  ...['datetimepicker', ...menus, ...choices, ...dates],
];

export const slackFile = shape({ id: maybe(string()), url: maybe(string()) });

/** Exactly one picture source. */
export function onePicture(rule: Rule): Rule {
  return also(rule, (value, at, report) => {
    const given = ['image_url', 'slack_file'].filter((name) => value[name] !== undefined);
    if (given.length === 0) report(at, 'missing required field: image_url');
    if (given.length === 2) report(at, 'must provide only one of image_url and slack_file');
    if (isBag(value.slack_file) && Object.keys(value.slack_file).length !== 1) {
      report(`${at}/slack_file`, 'must provide one of id and url');
    }
  });
}

export const imageElement = onePicture(
  shape({
    type: anything,
    alt_text: string({ max: 2000 }),
    image_url: maybe(string({ max: 3000 })),
    slack_file: maybe(slackFile),
  }),
);

export const source = shape({ type: anything, url: string({ max: 3000 }), text: string() });
