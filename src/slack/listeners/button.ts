/** Buttons in messages, in forms and on Home, and fields of a form that the bot wants to hear about. */
import type { Input, Reply } from '../../chat/call.ts';
import { againAction, againInput, formNotOpened } from '../again.ts';
import { actionOf, dataOf } from '../blocks/buttons.ts';
import { fieldNameOf } from '../blocks/field.ts';
import { drawAnswer, drawForm, keepHeader } from '../blocks/view.ts';
import { before, late } from '../deadline.ts';
import { closedDoor, type Desk, drawingOf, type Visit, visitOf } from '../desk.ts';
import { sendFile } from '../files.ts';
import { openModal, openViewOf, pushModal, updateModal } from '../modal.ts';
import { messageIn, sentence } from '../reply-message.ts';
import { requestIdFrom } from '../request-id.ts';
import { removeOriginal, replaceOriginal, sayPrivately } from '../respond.ts';
import { type Carried, valuesOf } from '../view-state.ts';
import { showInModal } from './command.ts';
import { publishHome } from './home.ts';
import { type Action, type ActionPayload, carriedIn, channelIn, originOf, type ViewPayload } from './interaction.ts';

type Ack = () => Promise<void>;

export async function onAction(desk: Desk, body: ActionPayload, ack: Ack, receivedAt: number): Promise<void> {
  const [action] = body.actions;
  const field = fieldNameOf(action?.block_id ?? '');
  // A link opens in the browser by itself; a menu outside our fields is nothing of ours.
  if (!action || action.url !== undefined || (field === null && action.type !== 'button')) return ack();
  const carried = carriedIn(body.view);
  const channel = body.view ? carried.channel : channelIn(body, desk.shared);
  const requestId = requestIdFrom('action', body.user.id, body.trigger_id, action.action_ts, action.action_id);
  const origin = originOf(body, channel, requestId);
  const given = { origin, receivedAt, responseUrl: body.response_url, triggerId: body.trigger_id };
  const visit = visitOf(desk, given);
  if (!visit) {
    await ack();
    // Without a token the response_url is the only way to answer.
    const stranger = { desk, ...given, responseUrl: body.response_url ?? null };
    return sayToStranger(stranger, closedDoor(desk, origin));
  }
  if (body.view && field !== null) return onChange(visit, body.view, carried, field, ack);
  if (body.view?.type === 'home') return onHomeButton(visit, inputOf(action, 'home'), ack);
  if (body.view) return onFormButton(visit, body.view, carried, inputOf(action, 'form'), ack);
  return actionOf(action.action_id) === againAction
    ? onAgain(visit, body, action, ack)
    : onCardButton(visit, body, { ...inputOf(action, 'message'), at: addressOf(body) }, ack);
}

async function onCardButton(visit: Visit, body: ActionPayload, input: Input, ack: Ack): Promise<void> {
  const reply = await answered(visit, input, ack, () => sayPrivately(visit, sentence(visit.drawing, 'not-confirmed')));
  if (reply.kind === 'replace') return replaceOriginal(visit, reply.message, cardOf(body));
  await sayOrOpen(visit, input, reply);
}

/** The same act as before under its first request id, so that nothing is done twice; then the offer disappears. */
async function onAgain(visit: Visit, body: ActionPayload, action: Action, ack: Ack): Promise<void> {
  const again = againInput(dataOf(action.value));
  if (!again) return ack();
  const repeat: Visit = { ...visit, origin: { ...visit.origin, requestId: again.requestId } };
  const reply = await answered(repeat, again.input, ack, async () => {});
  const message = messageIn(reply);
  if (message) return replaceOriginal(repeat, message, cardOf(body));
  if (await sayOrOpen(repeat, again.input, reply)) await removeOriginal(repeat);
}

async function sayOrOpen(visit: Visit, input: Input, reply: Reply): Promise<boolean> {
  const drawing = drawingOf(visit.desk, visit.origin);
  const message = messageIn(reply);
  if (message) await sayPrivately(visit, message);
  if (reply.kind !== 'form' && reply.kind !== 'redraw') return message !== null;
  const place = { channel: visit.origin.channel, isFromHome: false };
  const opened = await openModal(visit, drawForm(reply.form, place, drawing), Number.POSITIVE_INFINITY);
  if (opened !== 'opened') await sayPrivately(visit, formNotOpened(input, visit.origin.requestId, drawing));
  return opened === 'opened';
}

async function onFormButton(visit: Visit, view: ViewPayload, carried: Carried, input: Input, ack: Ack): Promise<void> {
  const on = openViewOf(view);
  const reply = await answered(visit, input, ack, async () => {});
  const drawing = drawingOf(visit.desk, visit.origin);
  const message = messageIn(reply);
  const next =
    reply.kind === 'form' || reply.kind === 'redraw'
      ? drawForm(reply.form, carried, drawing)
      : message && drawAnswer(message, carried, drawing);
  if (!next) return;
  const isOnTop = reply.kind === 'form' || reply.kind === 'show' || reply.kind === 'field-errors';
  const shown = isOnTop ? await pushModal(visit, next, on) : await updateModal(visit, next, on);
  if (shown !== 'opened' && message) await sayPrivately(visit, message);
  if (shown !== 'opened' && !message) {
    await sayPrivately(visit, formNotOpened(input, visit.origin.requestId, drawing));
  }
  if (carried.isFromHome) await publishHome(visit);
}

async function onHomeButton(visit: Visit, input: Input, ack: Ack): Promise<void> {
  const reply = await answered(visit, input, ack, async () => {});
  const drawing = drawingOf(visit.desk, visit.origin);
  if (reply.kind === 'form' || reply.kind === 'redraw') {
    const view = drawForm(reply.form, { channel: null, isFromHome: true }, drawing);
    const opened = await openModal(visit, view, Number.POSITIVE_INFINITY);
    if (opened !== 'opened') await sayPrivately(visit, formNotOpened(input, visit.origin.requestId, drawing));
    return;
  }
  await showInModal(visit, input, reply);
  await publishHome(visit);
}

/** A redraw keeps what was entered: Slack holds on to it under the same block and action ids. */
async function onChange(visit: Visit, view: ViewPayload, carried: Carried, field: string, ack: Ack): Promise<void> {
  const { requestId, state } = carried;
  const form = view.callback_id ?? '';
  const input: Input = { kind: 'change', form, requestId, state, field, values: valuesOf(view.state) };
  const reply = await answered(visit, input, ack, async () => {});
  if (reply.kind !== 'redraw' && reply.kind !== 'form') return;
  const next = drawForm(reply.form, carried, drawingOf(visit.desk, visit.origin));
  await updateModal(visit, keepHeader(next, view.blocks ?? []), openViewOf(view), false);
}

/** Acknowledged after the commit, or when time runs out: then the person is told so, and the answer follows. */
async function answered(visit: Visit, input: Input, ack: Ack, whenLate: () => Promise<void>): Promise<Reply> {
  const answering = visit.desk.conversation.answer(visit.origin, input);
  const reply = await before(visit.answerBy, answering);
  // A broken connection loses the acknowledgement, not the answer, which goes its own way.
  await ack().catch(() => {});
  if (reply !== late) return withFile(visit, reply);
  visit.desk.count('answered-late');
  await whenLate();
  return withFile(visit, await answering);
}

async function withFile(visit: Visit, reply: Reply): Promise<Reply> {
  if (reply.kind !== 'show' || !reply.file) return reply;
  return (await sendFile(visit, reply.file)) ? { kind: 'show', message: reply.file.sent } : reply;
}

function inputOf(action: Action, place: 'message' | 'form' | 'home'): Extract<Input, { kind: 'button' }> {
  return { kind: 'button', action: actionOf(action.action_id), data: dataOf(action.value), in: place };
}

function cardOf(body: ActionPayload): Parameters<typeof replaceOriginal>[2] {
  const channel = body.container?.channel_id ?? body.channel?.id;
  const ts = body.container?.message_ts ?? body.message?.ts;
  if (!channel || !ts) return null;
  return { channel, ts, isEphemeral: body.container?.is_ephemeral ?? false, metadata: body.message?.metadata };
}

/** Of a card that stands in the chat for good: an ephemeral answer is nobody's to draw again. */
function addressOf(body: ActionPayload): { channel: string; ts: string } | null {
  const card = cardOf(body);
  return card && !card.isEphemeral ? { channel: card.channel, ts: card.ts } : null;
}

async function sayToStranger(given: { desk: Desk; responseUrl: string | null }, text: string): Promise<void> {
  if (!given.responseUrl) return;
  const body = JSON.stringify({ response_type: 'ephemeral', replace_original: false, text });
  const headers = { 'content-type': 'application/json' };
  await fetch(given.responseUrl, { method: 'POST', headers, body, signal: AbortSignal.timeout(4_000) }).catch(() => {});
}
