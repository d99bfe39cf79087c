/** A person submits or closes a modal. */
import { type BotAnswer, deliver } from '../bot/deliver.ts';
import { commonPayload, viewPayload } from '../bot/payloads.ts';
import { issueTrigger } from '../bot/triggers.ts';
import { type Bag, isBag } from '../contract/rules.ts';
import { closeViews, findView, pushView, stackLimit, stackOf, updateView } from '../state/views.ts';
import { say } from '../texts.ts';
import type { StoredView, Team } from '../types.ts';
import { checkedView } from '../web-api/views.ts';
import { teamOf, type Who, type World } from '../world.ts';
import { personOf } from './command.ts';
import { type FieldProblem, fieldProblems } from './fields.ts';

export interface SubmitOutcome {
  answer: BotAnswer | null;
  /** By block id: what Slack's own client does not let through. The bot has not been asked. */
  blocked: Record<string, FieldProblem>;
  /** By block id: what the bot answered with `response_action: errors`. */
  errors: Record<string, string>;
  trouble: string | null;
}

export async function submit(world: World, who: Who, viewId: string): Promise<SubmitOutcome> {
  const team = teamOf(world, who.teamId);
  const person = personOf(team, who);
  const stored = openView(team, who, viewId);
  const blocked = fieldProblems(stored);
  if (Object.keys(blocked).length > 0) return { answer: null, blocked, errors: {}, trouble: null };
  const payload = {
    type: 'view_submission',
    ...commonPayload(team, who),
    trigger_id: issueTrigger(world, who, stored.id),
    view: viewPayload(team, stored),
    response_urls: [],
  };
  const name = `view_submission ${String(stored.view.callback_id ?? '')}`;
  const answer = await deliver(world, { kind: 'interaction', teamId: team.id, name, payload });
  const result = answer.ok ? applyAnswer(world, team, stored, answer.body) : { problem: answer.failure ?? 'failed' };
  if ('errors' in result) return { answer, blocked: {}, errors: result.errors, trouble: null };
  if (result.problem === null) return { answer, blocked: {}, errors: {}, trouble: null };
  return { answer, blocked: {}, errors: {}, trouble: say(person.locale, { kind: 'no-connection' }) };
}

type Applied = { problem: string | null } | { errors: Record<string, string> };

/** Does what the acknowledgement asks for. An answer that Slack would not take leaves the form as it is. */
function applyAnswer(world: World, team: Team, stored: StoredView, body: unknown): Applied {
  const action = isBag(body) ? body.response_action : undefined;
  if (action === undefined) {
    if (isBag(body) && Object.keys(body).length > 0) return invalid(world, stored, ['unknown answer to a submission']);
    // The bot may have put another view in the place of this one while it worked; only the submitted one closes.
    if (stackOf(team, stored.userId).at(-1) === stored.id) closeViews(world, team, stored.userId, false);
    return { problem: null };
  }
  const answer = body as Bag;
  switch (action) {
    case 'clear':
      closeViews(world, team, stored.userId, true);
      return { problem: null };
    case 'errors':
      return applyErrors(world, stored, answer.errors);
    case 'update':
      return applyView(world, team, stored, 'update', answer.view);
    case 'push':
      return applyView(world, team, stored, 'push', answer.view);
    default:
      return invalid(world, stored, [`unknown response_action: ${String(action)}`]);
  }
}

function applyErrors(world: World, stored: StoredView, errors: unknown): Applied {
  const inputs = (stored.view.blocks as Bag[]).filter((block) => block.type === 'input').map((block) => block.block_id);
  const isValid =
    isBag(errors) &&
    Object.keys(errors).length > 0 &&
    Object.entries(errors).every(([blockId, message]) => inputs.includes(blockId) && typeof message === 'string');
  if (isValid) return { errors: errors as Record<string, string> };
  return invalid(world, stored, ['errors must name input blocks of the view, each with a text']);
}

function applyView(world: World, team: Team, stored: StoredView, action: 'update' | 'push', view: unknown): Applied {
  const checked = checkedView(team, view, 'modal', action === 'update' ? stored : null);
  if ('ok' in checked) return invalid(world, stored, [checked.error, checked.errors]);
  if (action === 'update') {
    updateView(world, team, stored, checked.view);
    return { problem: null };
  }
  if (stackOf(team, stored.userId).length >= stackLimit) return invalid(world, stored, ['push_limit_reached']);
  pushView(world, team, stored.userId, checked.view);
  return { problem: null };
}

function invalid(world: World, stored: StoredView, problems: unknown[]): Applied {
  const facts = { callbackId: stored.view.callback_id, problems };
  world.options.log.error(facts, 'the answer to a view submission is not valid');
  return { problem: 'invalid_answer' };
}

/** Closes the topmost modal, or all of them; the bot hears of it where it asked to. */
export async function close(world: World, who: Who, viewId: string, all: boolean): Promise<void> {
  const team = teamOf(world, who.teamId);
  const top = openView(team, who, viewId);
  const isCleared = all || top.view.clear_on_close === true;
  const closed = closeViews(world, team, who.userId, isCleared);
  for (const stored of closed) {
    if (stored.view.notify_on_close !== true) continue;
    const payload = {
      type: 'view_closed',
      ...commonPayload(team, who),
      view: viewPayload(team, stored),
      is_cleared: isCleared,
    };
    const name = `view_closed ${String(stored.view.callback_id ?? '')}`;
    await deliver(world, { kind: 'interaction', teamId: team.id, name, payload });
  }
}

/** Only the topmost modal can be submitted or closed. */
function openView(team: Team, who: Who, viewId: string): StoredView {
  const stored = findView(team, { viewId });
  if (!stored || stored.userId !== who.userId || stackOf(team, who.userId).at(-1) !== viewId) {
    throw new Error(`${who.userId} does not see the modal ${viewId} on top`);
  }
  return stored;
}
