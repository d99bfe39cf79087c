/** Forms as modals, answers that take a form's place, and Home. */
import type { types } from '@slack/bolt';
import type { Form } from '../../chat/form.ts';
import type { Message } from '../../chat/message.ts';
import { limits } from '../limits.ts';
import { carry, type Place } from '../view-state.ts';
import { drawBlock } from './block.ts';
import type { Drawing, SlackBlock } from './drawing.ts';
import { drawField } from './field.ts';
import { drawMessageBlocks, fitted, type Room } from './message.ts';
import { plainText, visible } from './text.ts';

const headerId = 'header';
const viewRoom: Room = { blocks: limits.view.blocks, total: limits.view.total, mayHaveTable: false };

export function drawForm(form: Form, place: Place, drawing: Drawing): types.ModalView {
  const header = form.header ? drawBlock(form.header, headerId, false) : [];
  const items = form.items.flatMap((item, index): SlackBlock[] =>
    item.kind === 'field' ? drawField(item, drawing) : drawBlock(item, `b${index}`, false),
  );
  const blocks = [...header, ...items];
  const view: types.ModalView = {
    type: 'modal',
    callback_id: form.id.slice(0, limits.view.callbackId),
    private_metadata: carry({ ...place, requestId: form.requestId, state: form.state }),
    title: plainText(form.title, limits.view.title),
    close: plainText(form.cancel, limits.view.close),
    blocks: fitted(notEmpty(blocks, form.title), viewRoom, drawing),
  };
  // Slack refuses inputs without a submit button; a form that only shows has none.
  const submit = form.submit ?? (blocks.some(({ type }) => type === 'input') ? form.title : null);
  if (submit !== null) view.submit = plainText(submit, limits.view.submit);
  return view;
}

/** Whoever redraws a form knows what was entered, not what stood on top: that is taken over from the view as it is. */
export function keepHeader(redrawn: types.ModalView, shown: readonly { block_id?: string }[]): types.ModalView {
  const isHeader = ({ block_id: id = '' }: { block_id?: string }) => id === headerId || id.startsWith(`${headerId}.`);
  if (redrawn.blocks.some(isHeader)) return redrawn;
  return {
    ...redrawn,
    blocks: [...(shown.filter(isHeader) as SlackBlock[]), ...redrawn.blocks].slice(0, limits.view.blocks),
  };
}

/** An answer inside the modal, in the place of the form that was sent, or put on top of it. */
export function drawAnswer(message: Message, place: Place, drawing: Drawing): types.ModalView {
  return {
    type: 'modal',
    callback_id: 'answer',
    private_metadata: carry({ ...place, requestId: '', state: {} }),
    title: plainText(drawing.words('answer-title'), limits.view.title),
    close: plainText(drawing.words('close'), limits.view.close),
    blocks: fitted(drawMessageBlocks(message, viewRoom), viewRoom, drawing),
  };
}

export function drawHome(message: Message, drawing: Drawing): types.HomeView {
  return { type: 'home', blocks: fitted(drawMessageBlocks(message, viewRoom), viewRoom, drawing) };
}

function notEmpty(blocks: SlackBlock[], text: string): SlackBlock[] {
  return blocks.length > 0 ? blocks : drawBlock({ kind: 'text', text: [visible(text)] }, 'b0', false);
}
