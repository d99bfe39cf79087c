/** A person uses an element of a message, a modal or the Home tab. */
import { type BotAnswer, deliver } from '../bot/deliver.ts';
import { issueHook } from '../bot/hooks.ts';
import { channelName, commonPayload, viewPayload } from '../bot/payloads.ts';
import { issueTrigger } from '../bot/triggers.ts';
import { elementsOf } from '../contract/blocks.ts';
import { type Bag, isBag } from '../contract/rules.ts';
import { findMessage, slackMessage } from '../state/messages.ts';
import { slotOf, valuesFor } from '../state/values.ts';
import { findView } from '../state/views.ts';
import { say } from '../texts.ts';
import type { Channel, Message, StoredView, Team, Values } from '../types.ts';
import { nextTs, teamOf, type Who, type World } from '../world.ts';
import { personOf } from './command.ts';

/** Where the element stands. */
export type Place = { channelId: string; ts: string } | { viewId: string };

export interface Pointed {
  blockId: string;
  actionId: string;
}

/** What is chosen: the fields of Slack's action, such as `{ selected_option }`; nothing for a button. */
export type Choice = Bag;

export interface ActOutcome {
  answer: BotAnswer | null;
  trouble: string | null;
}

export type Found =
  | { kind: 'message'; channel: Channel; message: Message; blocks: Bag[] }
  | { kind: 'view'; stored: StoredView; blocks: Bag[] };

export function findPlace(team: Team, who: Who, place: Place): Found {
  if ('viewId' in place) {
    const stored = findView(team, { viewId: place.viewId });
    if (!stored || stored.userId !== who.userId) throw new Error(`${who.userId} has no open view ${place.viewId}`);
    return { kind: 'view', stored, blocks: stored.view.blocks as Bag[] };
  }
  const channel = team.channels[place.channelId];
  const message = channel && findMessage(team, channel.id, place.ts);
  if (!channel || !message) throw new Error(`there is no message ${place.ts} in ${place.channelId}`);
  if (message.onlyFor !== null && message.onlyFor !== who.userId) throw new Error('this message is for someone else');
  return { kind: 'message', channel, message, blocks: message.blocks ?? [] };
}

/** Remembers a value without telling the bot: typing into a field that does not dispatch. */
export function enter(world: World, who: Who, place: Place, at: Pointed, choice: Choice): void {
  const team = teamOf(world, who.teamId);
  const found = findPlace(team, who, place);
  const { element } = pointedElement(found.blocks, at);
  const slot = slotOf(element.type);
  if (!slot) return;
  const values = valuesOf(world, who, found);
  const before = values[at.blockId]?.[at.actionId];
  values[at.blockId] = { ...values[at.blockId], [at.actionId]: { ...before, ...choice, type: element.type } };
  world.file.touch();
}

export function valuesOf(world: World, who: Who, found: Found): Values {
  if (found.kind === 'view') return found.stored.values;
  const key = `${who.userId} ${found.channel.id} ${found.message.ts}`;
  const values = valuesFor(found.blocks, world.messageValues.get(key));
  world.messageValues.set(key, values);
  return values;
}

/** Sends block_actions to the bot. The person sees `trouble` when the bot does not answer in time. */
export async function act(world: World, who: Who, place: Place, at: Pointed, choice: Choice): Promise<ActOutcome> {
  const team = teamOf(world, who.teamId);
  const person = personOf(team, who);
  const found = findPlace(team, who, place);
  const { element } = pointedElement(found.blocks, at);
  enter(world, who, place, at, choice);
  const action = { ...describe(element), ...choice, block_id: at.blockId, action_ts: nextTs(world) };
  const payload = {
    type: 'block_actions',
    ...commonPayload(team, who),
    ...(found.kind === 'view' ? fromView(world, team, who, found.stored) : fromMessage(world, team, who, found)),
    actions: [action],
  };
  const name = `block_actions ${at.actionId}`;
  const answer = await deliver(world, { kind: 'interaction', teamId: team.id, name, payload });
  return { answer, trouble: answer.ok ? null : say(person.locale, { kind: 'no-connection' }) };
}

function fromView(world: World, team: Team, who: Who, stored: StoredView): Bag {
  return {
    container: { type: 'view', view_id: stored.id },
    trigger_id: issueTrigger(world, who, stored.view.type === 'modal' ? stored.id : null),
    view: viewPayload(team, stored),
  };
}

function fromMessage(world: World, team: Team, who: Who, found: Extract<Found, { kind: 'message' }>): Bag {
  const { channel, message } = found;
  const isEphemeral = message.onlyFor !== null;
  return {
    container: { type: 'message', message_ts: message.ts, channel_id: channel.id, is_ephemeral: isEphemeral },
    trigger_id: issueTrigger(world, who),
    channel: { id: channel.id, name: channelName(channel) },
    // Slack does not send the content of an ephemeral message back.
    ...(isEphemeral ? {} : { message: slackMessage(world, team, message) }),
    state: { values: valuesOf(world, who, found) },
    response_url: issueHook(world, team, who, { channelId: channel.id, messageTs: message.ts }),
  };
}

/** The fields of an element that Slack repeats in the action. */
function describe(element: Bag): Bag {
  const kept = ['type', 'action_id', 'text', 'value', 'url', 'style', 'placeholder', 'confirm', 'initial_option'];
  const present = kept.filter((name) => element[name] !== undefined);
  return Object.fromEntries(present.map((name) => [name, element[name]]));
}

export function pointedElement(blocks: Bag[], at: Pointed): { block: Bag; element: Bag } {
  const block = blocks.find((each) => each.block_id === at.blockId);
  const element = block && elementsOf(block).find((each) => each.action_id === at.actionId);
  if (!block || !element) throw new Error(`there is no element ${at.blockId} / ${at.actionId} here`);
  return { block, element };
}

/** Asks the bot for the options of an external select. */
export async function suggest(world: World, who: Who, place: Place, at: Pointed, query: string): Promise<Bag[] | null> {
  const team = teamOf(world, who.teamId);
  const found = findPlace(team, who, place);
  pointedElement(found.blocks, at);
  const payload = {
    type: 'block_suggestion',
    ...commonPayload(team, who),
    ...(found.kind === 'view'
      ? { container: { type: 'view', view_id: found.stored.id }, view: viewPayload(team, found.stored) }
      : {
          container: { type: 'message', message_ts: found.message.ts, channel_id: found.channel.id },
          channel: { id: found.channel.id, name: channelName(found.channel) },
        }),
    action_id: at.actionId,
    block_id: at.blockId,
    value: query,
  };
  const name = `block_suggestion ${at.actionId}`;
  const answer = await deliver(world, { kind: 'interaction', teamId: team.id, name, payload });
  if (!answer.ok || !isBag(answer.body)) return null;
  const { options, option_groups: groups } = answer.body;
  if (Array.isArray(options)) return options.filter(isBag).slice(0, 100);
  return Array.isArray(groups) ? groups.filter(isBag).slice(0, 100) : null;
}
