/** What a view carries with it (private_metadata), and what was entered into it. */
import type { Channel } from '../chat/call.ts';
import type { RawValue, RawValues } from '../chat/form.ts';
import { Bug } from '../kernel/errors.ts';
import { fieldNameOf } from './blocks/field.ts';
import { limits } from './limits.ts';
import { typedInForm } from './typed-text.ts';

/** Where a form was opened: a submission itself does not say. */
export interface Place {
  readonly channel: Channel | null;
  readonly isFromHome: boolean;
}

export interface Carried extends Place {
  readonly requestId: string;
  readonly state: unknown;
}

export function carry({ requestId, state, channel, isFromHome }: Carried): string {
  const text = JSON.stringify({
    r: requestId,
    s: state,
    ...(channel ? { c: channel.id, ...(channel.isShared ? { x: 1 } : {}) } : {}),
    ...(isFromHome ? { h: 1 } : {}),
  });
  if (text.length > limits.view.privateMetadata) throw new Bug('the state of a form outgrows private_metadata');
  return text;
}

/** Never throws: a view that is not ours carries nothing, and its handler refuses it. */
export function carriedBy(privateMetadata: string | undefined): Carried {
  try {
    const { r, s, c, x, h } = JSON.parse(privateMetadata ?? '') as Record<string, unknown>;
    return {
      requestId: typeof r === 'string' ? r : '',
      state: s ?? {},
      channel: typeof c === 'string' ? channelOf(c, x === 1) : null,
      isFromHome: h === 1,
    };
  } catch {
    return { requestId: '', state: {}, channel: null, isFromHome: false };
  }
}

export function channelOf(id: string, isShared: boolean): Channel {
  return { id, kind: id.startsWith('D') ? 'direct' : 'channel', isShared };
}

/** Slack's `view.state.values`, by field name. */
export function valuesOf(state: { values?: Record<string, Record<string, Entered>> } | undefined): RawValues {
  const values: Record<string, RawValue> = {};
  for (const [blockId, actions] of Object.entries(state?.values ?? {})) {
    const name = fieldNameOf(blockId);
    const entered = Object.values(actions)[0];
    if (name !== null && entered) values[name] = rawValueOf(entered);
  }
  return values;
}

export interface Entered {
  readonly type?: string;
  readonly value?: string | null;
  readonly selected_date?: string | null;
  readonly selected_time?: string | null;
  readonly selected_user?: string | null;
  readonly selected_users?: readonly string[];
  readonly selected_option?: { value?: string } | null;
  readonly files?: readonly { id?: string }[] | null;
  readonly selected_options?: readonly { value?: string }[] | null;
}

function rawValueOf(entered: Entered): RawValue {
  if (entered.files !== undefined) return entered.files?.[0]?.id ?? null;
  if (entered.selected_options !== undefined) {
    return several((entered.selected_options ?? []).map((option) => option.value ?? ''));
  }
  if (entered.selected_users !== undefined) return several(entered.selected_users);
  const single =
    entered.selected_option?.value ?? entered.selected_date ?? entered.selected_time ?? entered.selected_user;
  if (single) return single;
  const typed = typedInForm(entered.value ?? '');
  return typed.trim() === '' ? null : typed;
}

function several(values: readonly string[]): RawValue {
  const given = values.filter((value) => value !== '');
  return given.length > 0 ? given : null;
}
