/** Buttons: their label, their handler's name in the action id, their data in the value; and back. */
import type { types } from '@slack/bolt';
import type { Button } from '../../chat/message.ts';
import { Bug } from '../../kernel/errors.ts';
import { limits } from '../limits.ts';
import type { SlackBlock } from './drawing.ts';
import { isLink } from './rich.ts';
import { plainText } from './text.ts';

/** `place` makes the action id unique: Slack refuses two alike in one block. */
export function drawButton(button: Button, place: string): types.Button {
  const value = JSON.stringify(button.data);
  if (value.length > limits.button.value) throw new Bug(`the data of ${button.action} outgrow a button`);
  const drawn: types.Button = {
    type: 'button',
    action_id: `${button.action}#${place}`.slice(0, limits.actionId),
    text: plainText(button.label, limits.button.text),
    value,
  };
  if (button.style) drawn.style = button.style;
  if (button.link !== undefined && isLink(button.link)) drawn.url = button.link;
  if (button.confirm) drawn.confirm = drawConfirm(button.confirm, button.style);
  return drawn;
}

/** Rows of buttons, 25 to a block. */
export function drawButtons(buttons: readonly Button[], blockId: string): SlackBlock[] {
  const rows: SlackBlock[] = [];
  for (let start = 0; start < buttons.length; start += limits.actions) {
    const row = buttons.slice(start, start + limits.actions);
    rows.push({
      type: 'actions',
      block_id: start === 0 ? blockId : `${blockId}.${start}`,
      elements: row.map((button, index) => drawButton(button, String(start + index))),
    });
  }
  return rows;
}

export function actionOf(actionId: string): string {
  const end = actionId.lastIndexOf('#');
  return end < 0 ? actionId : actionId.slice(0, end);
}

/** What the button carried; an empty object when it is not JSON of ours (the handler's schema refuses it then). */
export function dataOf(value: string | undefined): unknown {
  try {
    return JSON.parse(value ?? '{}') as unknown;
  } catch {
    return {};
  }
}

function drawConfirm(confirm: NonNullable<Button['confirm']>, style: Button['style']): types.ConfirmationDialog {
  const dialog: types.ConfirmationDialog = {
    title: plainText(confirm.title, limits.confirm.title),
    text: plainText(confirm.text, limits.confirm.text),
    confirm: plainText(confirm.yes, limits.confirm.button),
    deny: plainText(confirm.no, limits.confirm.button),
  };
  return style ? { ...dialog, style } : dialog;
}
