/** Forms that were sent: the acknowledgement closes, replaces or corrects them, after the commit. */
import type { types } from '@slack/bolt';
import type { Input, Reply } from '../../chat/call.ts';
import { cut } from '../blocks/cut.ts';
import { fieldBlockId } from '../blocks/field.ts';
import { drawAnswer, drawForm } from '../blocks/view.ts';
import { before, late } from '../deadline.ts';
import { closedDoor, type Desk, drawingOf, type Visit, visitOf } from '../desk.ts';
import { limits } from '../limits.ts';
import { updateModal } from '../modal.ts';
import { messageIn, saying } from '../reply-message.ts';
import { requestIdFrom } from '../request-id.ts';
import { sayPrivately } from '../respond.ts';
import { type Carried, valuesOf } from '../view-state.ts';
import { publishHome } from './home.ts';
import { carriedIn, type InteractionPayload, originOf, type ViewPayload } from './interaction.ts';

export interface SubmissionPayload extends InteractionPayload {
  readonly view: ViewPayload;
}

type Ack = (answer?: object) => Promise<void>;

export async function onSubmission(desk: Desk, body: SubmissionPayload, ack: Ack, receivedAt: number): Promise<void> {
  const { view } = body;
  const carried = carriedIn(view);
  // A view of ours always carries its id; one drawn by an older version is told apart by what Slack knows of it.
  const requestId = carried.requestId || requestIdFrom('view', view.id, view.hash);
  const origin = originOf(body, carried.channel, requestId);
  const visit = visitOf(desk, { origin, receivedAt, triggerId: body.trigger_id });
  if (!visit) return ack(besideFields(view, closedDoor(desk, origin)));
  const form = view.callback_id ?? '';
  const input: Input = { kind: 'submission', form, state: carried.state, values: valuesOf(view.state) };
  const answering = desk.conversation.answer(origin, input);
  const reply = await before(visit.answerBy, answering);
  if (reply === late) {
    desk.count('answered-late');
    // The form stays open with everything that was typed: sending it again is recognised by its request id.
    await ack(besideFields(view, visit.drawing.words('not-confirmed')) ?? { response_action: 'clear' }).catch(() => {});
    await showInstead(visit, view, carried, await answering);
  } else {
    await ackReply(visit, view, carried, reply, ack);
  }
  if (carried.isFromHome) await publishHome(visit);
}

async function ackReply(visit: Visit, view: ViewPayload, carried: Carried, reply: Reply, ack: Ack): Promise<void> {
  const next = nextView(visit, carried, reply);
  const answer =
    reply.kind === 'field-errors'
      ? fieldErrors(visit, view, carried, reply.errors)
      : next && { response_action: 'update', view: next };
  try {
    await ack(answer ?? undefined);
  } catch {
    await showInstead(visit, view, carried, reply);
  }
}

/** After the acknowledgement, or without one: the form gives way to the answer, or the answer is said privately. */
async function showInstead(visit: Visit, view: ViewPayload, carried: Carried, reply: Reply): Promise<void> {
  const next = nextView(visit, carried, reply);
  const shown = next ? await updateModal(visit, next, { id: view.id, hash: '' }) : 'refused';
  const message = messageIn(reply);
  if (shown !== 'opened' && message) await sayPrivately(visit, message);
}

function nextView(visit: Visit, carried: Carried, reply: Reply): types.ModalView | null {
  const drawing = drawingOf(visit.desk, visit.origin);
  if (reply.kind === 'form' || reply.kind === 'redraw') return drawForm(reply.form, carried, drawing);
  if (reply.kind !== 'show' && reply.kind !== 'replace') return null;
  return drawAnswer(reply.message, carried, drawing);
}

/** Slack takes an error only for an input block that the view has; any other is said at the first one. */
function fieldErrors(
  visit: Visit,
  view: ViewPayload,
  carried: Carried,
  errors: Readonly<Record<string, string>>,
): object {
  const inputs = inputBlocks(view);
  const first = inputs[0];
  if (first === undefined) {
    const message = messageIn({ kind: 'field-errors', errors }) ?? saying('');
    const next = drawAnswer(message, carried, drawingOf(visit.desk, visit.origin));
    return { response_action: 'update', view: next };
  }
  const placed: Record<string, string> = {};
  for (const [name, text] of Object.entries(errors)) {
    const blockId = inputs.includes(fieldBlockId(name)) ? fieldBlockId(name) : first;
    placed[blockId] = cut([placed[blockId], text].filter(Boolean).join(' '), limits.fieldError);
  }
  return { response_action: 'errors', errors: placed };
}

function besideFields(view: ViewPayload, text: string): object | undefined {
  const [first] = inputBlocks(view);
  return first === undefined ? undefined : { response_action: 'errors', errors: { [first]: text } };
}

function inputBlocks(view: ViewPayload): string[] {
  return (view.blocks ?? []).flatMap(({ type, block_id }) => (type === 'input' && block_id ? [block_id] : []));
}
