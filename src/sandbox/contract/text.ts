/** Slack's composition objects: texts, options, confirmations, filters. */
import { anything, boolean, byType, isBag, list, type Maybe, maybe, oneOf, type Rule, shape, string } from './rules.ts';

export function plain(max: number, min = 1): Rule {
  return byType({ plain_text: plainShape(max, min) });
}

export function anyText(max: number, min = 1): Rule {
  return byType({ plain_text: plainShape(max, min), mrkdwn: mrkdwnShape(max, min) });
}

export function mrkdwn(max: number): Rule {
  return byType({ mrkdwn: mrkdwnShape(max, 1) });
}

function plainShape(max: number, min: number): Rule {
  return shape({ type: anything, text: string({ min, max }), emoji: maybe(boolean) });
}

function mrkdwnShape(max: number, min: number): Rule {
  return shape({ type: anything, text: string({ min, max }), verbatim: maybe(boolean) });
}

export const placeholder = maybe(plain(150));
export const actionId = maybe(string({ max: 255 }));
export const focus = maybe(boolean);

export const confirm = maybe(
  shape({
    title: maybe(plain(100)),
    text: anyText(300),
    confirm: maybe(plain(30)),
    deny: maybe(plain(30)),
    style: maybe(oneOf('primary', 'danger')),
  }),
);

export const dispatchConfig = maybe(
  shape({ trigger_actions_on: maybe(list(oneOf('on_enter_pressed', 'on_character_entered'), { max: 2 })) }),
);

export const conversationFilter = maybe(
  shape({
    include: maybe(list(oneOf('im', 'mpim', 'private', 'public'))),
    exclude_external_shared_channels: maybe(boolean),
    exclude_bot_users: maybe(boolean),
  }),
);

/** Menus take plain text only; check boxes and radio buttons may use mrkdwn; only overflow options carry a link. */
export function option(kind: 'menu' | 'choice' | 'overflow'): Rule {
  const text = kind === 'choice' ? anyText(75) : plain(75);
  const fields: Record<string, Rule | Maybe> = {
    text,
    value: string({ max: 75 }),
    description: maybe(kind === 'choice' ? anyText(75) : plain(75)),
  };
  if (kind === 'overflow') fields.url = maybe(string({ max: 3000 }));
  return shape(fields);
}

export const optionGroup = shape({ label: plain(75), options: list(option('menu'), { max: 100 }) });

/** An initial option must be one of the options, word for word. */
export function sameOption(left: unknown, right: unknown): boolean {
  if (!isBag(left) || !isBag(right)) return false;
  const textOf = (value: unknown) => (isBag(value) ? value.text : undefined);
  return left.value === right.value && textOf(left.text) === textOf(right.text);
}
