/** Options of menus and choices: made legal one by one, cut to the number that Slack takes. */
import type { types } from '@slack/bolt';
import type { Option } from '../../chat/form.ts';
import { limits } from '../limits.ts';
import { plainText } from './text.ts';

export type SlackOption = types.PlainTextOption;

export function drawOption(option: Option): SlackOption {
  const drawn: SlackOption = { text: plainText(option.label, limits.option.text), value: option.value };
  return option.note === undefined
    ? drawn
    : { ...drawn, description: plainText(option.note, limits.option.description) };
}

/** Doubles and values that Slack would refuse are left out: one bad entry must not cost the whole form. */
export function drawOptions(options: readonly Option[], max: number): SlackOption[] {
  const seen = new Set<string>();
  const legal = options.filter(({ value }) => {
    if (value === '' || value.length > limits.option.value || seen.has(value)) return false;
    seen.add(value);
    return true;
  });
  return legal.slice(0, max).map(drawOption);
}

export function initiallyChosen(drawn: SlackOption[], initial: readonly string[] | undefined): SlackOption[] {
  return drawn.filter(({ value }) => value !== undefined && initial?.includes(value));
}
