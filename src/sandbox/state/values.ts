/** What a person has entered into the elements of a message or view, in the form of Slack's `state.values`. */
import { elementsOf } from '../contract/blocks.ts';
import { type Bag, isBag } from '../contract/rules.ts';
import type { Values } from '../types.ts';

interface Slot {
  /** The field of `state.values` that holds the value. */
  field: string;
  initial: string | null;
  empty: null | [];
}

const single = (field: string, initial: string): Slot => ({ field, initial, empty: null });
const several = (field: string, initial: string | null): Slot => ({ field, initial, empty: [] });

const slots: Record<string, Slot> = {
  plain_text_input: single('value', 'initial_value'),
  number_input: single('value', 'initial_value'),
  email_text_input: single('value', 'initial_value'),
  url_text_input: single('value', 'initial_value'),
  rich_text_input: single('rich_text_value', 'initial_value'),
  static_select: single('selected_option', 'initial_option'),
  external_select: single('selected_option', 'initial_option'),
  radio_buttons: single('selected_option', 'initial_option'),
  users_select: single('selected_user', 'initial_user'),
  conversations_select: single('selected_conversation', 'initial_conversation'),
  channels_select: single('selected_channel', 'initial_channel'),
  datepicker: single('selected_date', 'initial_date'),
  timepicker: single('selected_time', 'initial_time'),
  datetimepicker: single('selected_date_time', 'initial_date_time'),
  multi_static_select: several('selected_options', 'initial_options'),
  multi_external_select: several('selected_options', 'initial_options'),
  checkboxes: several('selected_options', 'initial_options'),
  multi_users_select: several('selected_users', 'initial_users'),
  multi_conversations_select: several('selected_conversations', 'initial_conversations'),
  multi_channels_select: several('selected_channels', 'initial_channels'),
  file_input: several('files', null),
};

/** The slot of an element kind; null for those that hold no value (buttons, overflow menus, pictures). */
export function slotOf(type: unknown): Slot | null {
  return slots[String(type)] ?? null;
}

/** `known` keeps what was entered where block id, action id and kind are still the same, as Slack does on an update. */
export function valuesFor(blocks: Bag[], known: Values = {}): Values {
  const values: Values = {};
  for (const block of blocks) {
    const blockId = String(block.block_id);
    for (const element of elementsOf(block)) {
      const slot = slotOf(element.type);
      if (!slot) continue;
      const actionId = String(element.action_id);
      const before = known[blockId]?.[actionId];
      const kept = before && before.type === element.type ? before : null;
      values[blockId] = { ...values[blockId], [actionId]: kept ?? initialValue(element, slot) };
    }
  }
  return values;
}

function initialValue(element: Bag, slot: Slot): Bag {
  const initial = slot.initial === null ? undefined : element[slot.initial];
  const zone = element.type === 'timepicker' && element.timezone ? { timezone: element.timezone } : {};
  return { type: element.type, [slot.field]: initial ?? slot.empty, ...zone };
}

/** Slack names blocks and elements that come without an id; the names change with every new version of a view. */
export function withIds(blocks: unknown, nextId: () => string): Bag[] {
  if (!Array.isArray(blocks)) return [];
  const copies = structuredClone(blocks).filter(isBag);
  for (const block of copies) {
    block.block_id ??= nextId();
    for (const element of elementsOf(block)) {
      const speaks = slotOf(element.type) !== null || clickable.includes(String(element.type));
      if (speaks) element.action_id ??= nextId();
    }
  }
  return copies;
}

const clickable = ['button', 'overflow', 'workflow_button', 'icon_button', 'feedback_buttons'];

export function isEmptyValue(value: Bag | undefined): boolean {
  const slot = slotOf(value?.type);
  const given = slot && value ? value[slot.field] : undefined;
  if (Array.isArray(given)) return given.length === 0;
  return given === undefined || given === null || given === '';
}
