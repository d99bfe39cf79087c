/** The rich_text block and everything that may stand inside it. */
import { anything, boolean, byType, integer, list, maybe, oneOf, type Rule, shape, string } from './rules.ts';

const style = maybe(
  shape({
    bold: maybe(boolean),
    italic: maybe(boolean),
    strike: maybe(boolean),
    code: maybe(boolean),
    underline: maybe(boolean),
  }),
);
const border = maybe(oneOf(0, 1));

const inline: Record<string, Rule> = {
  text: shape({ type: anything, text: string(), style }),
  link: shape({ type: anything, url: string(), text: maybe(string()), unsafe: maybe(boolean), style }),
  user: shape({ type: anything, user_id: string(), style }),
  channel: shape({ type: anything, channel_id: string(), style }),
  usergroup: shape({ type: anything, usergroup_id: string(), style }),
  team: shape({ type: anything, team_id: string(), style }),
  broadcast: shape({ type: anything, range: oneOf('here', 'channel', 'everyone'), style }),
  color: shape({ type: anything, value: string(), style }),
  emoji: shape({ type: anything, name: string(), unicode: maybe(string()), url: maybe(string()), style }),
  date: shape({
    type: anything,
    timestamp: integer(1, 9_999_999_999),
    format: string(),
    url: maybe(string()),
    fallback: maybe(string()),
    style,
  }),
};

const inlines = list(byType(inline), { min: 0 });
const section = shape({ type: anything, elements: inlines });

const parts: Record<string, Rule> = {
  rich_text_section: section,
  rich_text_list: shape({
    type: anything,
    style: oneOf('bullet', 'ordered'),
    elements: list(byType({ rich_text_section: section })),
    indent: maybe(integer(0, 8)),
    offset: maybe(integer(0, 10_000)),
    border,
  }),
  rich_text_quote: shape({ type: anything, elements: inlines, border }),
  rich_text_preformatted: shape({
    type: anything,
    elements: list(byType(inline, ['text', 'link']), { min: 0 }),
    border,
    language: maybe(string()),
  }),
};

export const richTextBlock = byType({
  rich_text: shape({ type: anything, block_id: maybe(string({ max: 255 })), elements: list(byType(parts)) }),
});
