/** Every block kind, with its limits, and the rules that hold over a whole list of blocks. */
import { imageElement, inActions, inInput, inSection, onePicture, slackFile, source } from './element-parts.ts';
import { elements } from './elements.ts';
import { richTextBlock } from './rich-text.ts';
import {
  also,
  anything,
  type Bag,
  boolean,
  byType,
  integer,
  isBag,
  list,
  maybe,
  number,
  oneOf,
  type Report,
  type Rule,
  shape,
  string,
} from './rules.ts';
import { anyText, mrkdwn, plain } from './text.ts';

export type Surface = 'message' | 'modal' | 'home';

const base = { type: anything, block_id: maybe(string({ max: 255 })) };

const section = also(
  shape({
    ...base,
    text: maybe(anyText(3000)),
    fields: maybe(list(anyText(2000), { max: 10 })),
    accessory: maybe(byType(elements, inSection)),
    expand: maybe(boolean),
  }),
  (value, at, report) => {
    if (value.text === undefined && value.fields === undefined) report(at, 'missing required field: text');
  },
);

const rawText = shape({ type: anything, text: string({ min: 0 }) });
const rawNumber = shape({ type: anything, value: number, text: string({ min: 0 }) });
const cell = byType({ raw_text: rawText, raw_number: rawNumber, rich_text: richTextBlock });
const column = maybe(
  list(
    (value, at, report) => {
      if (value === null) return;
      shape({ align: maybe(oneOf('left', 'center', 'right')), is_wrapped: maybe(boolean) })(value, at, report);
    },
    { max: 20 },
  ),
);

const card = also(
  shape({
    ...base,
    hero_image: maybe(imageElement),
    icon: maybe(imageElement),
    title: maybe(mrkdwn(150)),
    subtitle: maybe(mrkdwn(150)),
    body: maybe(mrkdwn(200)),
    actions: maybe(list(byType(elements, ['button']))),
  }),
  (value, at, report) => {
    const some = ['hero_image', 'title', 'actions', 'body'].some((name) => value[name] !== undefined);
    if (!some) report(at, 'must provide at least one of hero_image, title, actions, body');
  },
);

const task = shape({
  ...base,
  task_id: string(),
  title: string(),
  status: oneOf('pending', 'in_progress', 'complete', 'error'),
  details: maybe(richTextBlock),
  output: maybe(richTextBlock),
  sources: maybe(list(source)),
});

const blocks: Record<string, Rule> = {
  section,
  divider: shape(base),
  header: shape({ ...base, text: plain(150) }),
  context: shape({
    ...base,
    elements: list(byType({ image: imageElement, plain_text: plain(3000), mrkdwn: mrkdwn(3000) }), { max: 10 }),
  }),
  actions: shape({ ...base, elements: list(byType(elements, inActions), { max: 25 }) }),
  context_actions: shape({
    ...base,
    elements: list(byType(elements, ['feedback_buttons', 'icon_button']), { max: 5 }),
  }),
  input: shape({
    ...base,
    label: plain(2000),
    hint: maybe(plain(2000)),
    optional: maybe(boolean),
    dispatch_action: maybe(boolean),
    element: byType(elements, inInput),
  }),
  image: onePicture(
    shape({
      ...base,
      alt_text: string({ max: 2000 }),
      title: maybe(plain(2000)),
      image_url: maybe(string({ max: 3000 })),
      slack_file: maybe(slackFile),
    }),
  ),
  markdown: shape({ ...base, text: string({ max: 12_000 }) }),
  rich_text: richTextBlock,
  table: also(
    shape({ ...base, rows: list(list(cell, { max: 20 }), { max: 100 }), column_settings: column }),
    (value, at, report) => {
      if (cellText(value.rows) > 10_000) report(`${at}/rows`, 'must be less than 10001 characters over all cells');
    },
  ),
  data_table: shape({
    ...base,
    caption: string(),
    rows: list(list(cell, { max: 20 }), { min: 2, max: 101 }),
    page_size: maybe(integer(1, 100)),
    row_header_column_index: maybe(integer(0, 19)),
  }),
  alert: shape({
    ...base,
    text: anyText(200),
    level: maybe(oneOf('default', 'info', 'warning', 'error', 'success')),
  }),
  card,
  carousel: shape({ ...base, elements: list(byType({ card }), { max: 10 }) }),
  container: shape({
    ...base,
    title: maybe(plain(150)),
    rich_text_title: maybe(richTextBlock),
    subtitle: maybe(anyText(150)),
    child_blocks: list(containedBlock, { max: 10 }),
    width: maybe(oneOf('narrow', 'standard', 'wide', 'full')),
    icon: maybe(imageElement),
    is_collapsible: maybe(boolean),
    default_collapsed: maybe(boolean),
    has_header_divider: maybe(boolean),
  }),
  file: shape({ ...base, source: string(), external_id: string() }),
  task_card: task,
  plan: shape({ ...base, title: string(), tasks: maybe(list(byType({ task_card: task }))) }),
  video: shape({
    ...base,
    video_url: string({ pattern: /^https:/ }),
    thumbnail_url: string(),
    alt_text: string(),
    title: plain(199),
    title_url: maybe(string({ pattern: /^https:/ })),
    author_name: maybe(string({ max: 49 })),
    provider_name: maybe(string()),
    provider_icon_url: maybe(string()),
    description: maybe(plain(200)),
  }),
};

const inContainer = ['actions', 'context', 'divider', 'file', 'header', 'image', 'input', 'rich_text', 'section'];

function containedBlock(value: unknown, at: string, report: Report): void {
  byType(blocks, [...inContainer, 'table', 'video'])(value, at, report);
}

function cellText(rows: unknown): number {
  if (Array.isArray(rows)) return rows.reduce((sum: number, entry) => sum + cellText(entry), 0);
  if (!isBag(rows)) return 0;
  const own = typeof rows.text === 'string' ? rows.text.length : 0;
  return own + cellText(rows.elements);
}

/** A whole list of blocks on one surface: 50 in a message, 100 in a modal or on Home. */
export function checkBlocks(value: unknown, at: string, surface: Surface, report: Report): void {
  const max = surface === 'message' ? 50 : 100;
  list(byType(blocks), { min: surface === 'message' ? 0 : 1, max })(value, at, report);
  if (!Array.isArray(value)) return;
  const given = value.filter(isBag);
  checkIds(value, at, report);
  value.forEach((block, index) => {
    if (isBag(block) && block.type === 'alert' && surface !== 'modal') {
      report(`${at}/${index}`, 'unsupported type: alert (modals only)');
    }
  });
  const markdown = given.filter((block) => block.type === 'markdown');
  if (markdown.reduce((sum, block) => sum + String(block.text).length, 0) > 12_000) {
    report(at, 'markdown blocks must be less than 12001 characters together');
  }
  const focused = given.flatMap(elementsOf).filter((element) => element.focus_on_load === true);
  if (focused.length > 1) report(at, 'only one element may have focus_on_load');
}

function checkIds(blockList: unknown[], at: string, report: Report): void {
  const seen = new Set<unknown>();
  blockList.forEach((block, index) => {
    if (!isBag(block)) return;
    const blockId = block.block_id;
    if (blockId !== undefined && seen.has(blockId)) report(`${at}/${index}`, `block_id already exists: ${blockId}`);
    seen.add(blockId);
    const actions = new Set<unknown>();
    for (const element of elementsOf(block)) {
      const actionId = element.action_id;
      if (actionId !== undefined && actions.has(actionId)) {
        report(`${at}/${index}`, `action_id already exists: ${actionId}`);
      }
      actions.add(actionId);
    }
  });
}

/** The elements of a block, whatever field they stand in. */
export function elementsOf(block: Bag): Bag[] {
  const several = ['elements', 'actions'].flatMap((name) => (Array.isArray(block[name]) ? block[name] : []));
  const children = Array.isArray(block.child_blocks) ? block.child_blocks.filter(isBag).flatMap(elementsOf) : [];
  const cards = block.type === 'carousel' ? several.filter(isBag).flatMap(elementsOf) : several;
  return [...cards, ...children, block.element, block.accessory].filter(isBag);
}
