/** Slash commands and the global shortcut: the answer is the acknowledgement, after the commit. */
import type { Input, Reply } from '../../chat/call.ts';
import { formNotOpened } from '../again.ts';
import { drawMessage } from '../blocks/message.ts';
import { drawAnswer, drawForm } from '../blocks/view.ts';
import { before, late } from '../deadline.ts';
import { closedDoor, type Desk, drawingOf, platformName, type Visit, visitOf } from '../desk.ts';
import { openModal } from '../modal.ts';
import { messageIn, sentence } from '../reply-message.ts';
import { requestIdFrom } from '../request-id.ts';
import { sayPrivately } from '../respond.ts';
import { typedInChat } from '../typed-text.ts';
import { channelOf } from '../view-state.ts';

export interface CommandPayload {
  readonly command: string;
  readonly text?: string;
  readonly team_id: string;
  readonly user_id: string;
  readonly channel_id?: string;
  readonly trigger_id?: string;
  readonly response_url?: string;
}

export interface ShortcutPayload {
  readonly team?: { id: string } | null;
  readonly user: { id: string; team_id?: string };
  readonly trigger_id?: string;
}

type Ack = (answer?: object) => Promise<void>;

export async function onCommand(desk: Desk, body: CommandPayload, ack: Ack, receivedAt: number): Promise<void> {
  const isShared = await isInShared(desk, body);
  const origin = {
    platform: platformName,
    team: body.team_id,
    user: body.user_id,
    channel: body.channel_id ? channelOf(body.channel_id, isShared) : null,
    requestId: body.trigger_id ? requestIdFrom('command', body.user_id, body.trigger_id) : null,
  };
  const given = { origin, receivedAt, responseUrl: body.response_url, triggerId: body.trigger_id };
  const visit = visitOf(desk, given);
  if (!visit) {
    const text = closedDoor(desk, origin);
    await ack({ response_type: 'ephemeral', text });
    return;
  }
  const name = body.command.replace(/^\//u, '');
  await answerCommand(visit, { kind: 'command', name, text: typedInChat(body.text ?? '') }, ack);
}

async function isInShared(desk: Desk, { team_id, channel_id }: CommandPayload): Promise<boolean> {
  const installation = desk.installations.forTeam(team_id);
  if (!installation || !channel_id) return false;
  return desk.shared.ask(desk.clients(installation.botToken), channel_id);
}

async function answerCommand(visit: Visit, input: Input, ack: Ack): Promise<void> {
  const answering = visit.desk.conversation.answer(visit.origin, input);
  const reply = await before(visit.answerBy, answering);
  if (reply === late) {
    visit.desk.count('answered-late');
    await ackWith(visit, ack, sentence(visit.drawing, 'not-confirmed'));
    const message = wordsAfterwards(visit, input, await answering);
    if (message) await sayPrivately(visit, message);
    return;
  }
  if (reply.kind !== 'form' && reply.kind !== 'redraw') {
    await ackWith(visit, ack, messageIn(reply));
    return;
  }
  const view = drawForm(reply.form, placeOf(visit), drawingOf(visit.desk, visit.origin));
  const opened = await openModal(visit, view, visit.answerBy);
  await ackWith(visit, ack, opened === 'opened' ? null : wordsAfterwards(visit, input, reply));
}

/** When the connection broke before the acknowledgement, the person is told by another way. */
async function ackWith(visit: Visit, ack: Ack, message: ReturnType<typeof messageIn>): Promise<void> {
  const answer = message
    ? { response_type: 'ephemeral', ...drawMessage(message, drawingOf(visit.desk, visit.origin)) }
    : undefined;
  try {
    await ack(answer);
  } catch {
    if (message) await sayPrivately(visit, message);
  }
}

/** A form cannot be opened any more once its trigger is too old: a button asks for it again. */
function wordsAfterwards(visit: Visit, input: Input, reply: Reply): ReturnType<typeof messageIn> {
  if (reply.kind !== 'form' && reply.kind !== 'redraw') return messageIn(reply);
  return formNotOpened(input, visit.origin.requestId, drawingOf(visit.desk, visit.origin));
}

/** A global shortcut has no channel and no response_url: it is "/quorate" with its answer in a modal. */
export async function onShortcut(desk: Desk, body: ShortcutPayload, ack: Ack, receivedAt: number): Promise<void> {
  const origin = {
    platform: platformName,
    team: body.team?.id ?? body.user.team_id ?? '',
    user: body.user.id,
    channel: null,
    requestId: body.trigger_id ? requestIdFrom('shortcut', body.user.id, body.trigger_id) : null,
  };
  const visit = visitOf(desk, { origin, receivedAt, triggerId: body.trigger_id });
  if (!visit) {
    closedDoor(desk, origin);
    await ack();
    return;
  }
  const input: Input = { kind: 'command', name: 'quorate', text: '' };
  const answering = desk.conversation.answer(origin, input);
  const reply = await before(visit.answerBy, answering);
  await ack().catch(() => {});
  await showInModal(visit, input, reply === late ? await answering : reply);
}

/** For the places without a message to answer under: Home and shortcuts. */
export async function showInModal(visit: Visit, input: Input, reply: Reply): Promise<void> {
  const drawing = drawingOf(visit.desk, visit.origin);
  const message = messageIn(reply);
  if (reply.kind === 'form' || reply.kind === 'redraw') {
    const opened = await openModal(visit, drawForm(reply.form, placeOf(visit), drawing), Number.POSITIVE_INFINITY);
    if (opened !== 'opened') await sayPrivately(visit, formNotOpened(input, visit.origin.requestId, drawing));
    return;
  }
  if (!message) return;
  const opened = await openModal(visit, drawAnswer(message, placeOf(visit), drawing), Number.POSITIVE_INFINITY);
  if (opened !== 'opened') await sayPrivately(visit, message);
}

function placeOf(visit: Visit): { channel: Visit['origin']['channel']; isFromHome: boolean } {
  return { channel: visit.origin.channel, isFromHome: false };
}
