/** A person types a slash command or a message. */
import { type BotAnswer, deliver } from '../bot/deliver.ts';
import { sendEvent } from '../bot/events.ts';
import { issueHook, respondIn } from '../bot/hooks.ts';
import { channelName } from '../bot/payloads.ts';
import { issueTrigger } from '../bot/triggers.ts';
import { refuseMessage, textLimit } from '../contract/messages.ts';
import { isBag } from '../contract/rules.ts';
import { isMember } from '../state/channels.ts';
import { post } from '../state/messages.ts';
import { type Said, say } from '../texts.ts';
import type { Channel, Message, Person, Team } from '../types.ts';
import { teamOf, type Who, type World } from '../world.ts';
import { escapeTyped } from './escape.ts';

export interface CommandOutcome {
  answer: BotAnswer | null;
  /** What the chat says when the command did not work. */
  trouble: string | null;
}

export async function runCommand(
  world: World,
  who: Who,
  typed: { channelId: string; command: string; text: string },
): Promise<CommandOutcome> {
  const team = teamOf(world, who.teamId);
  const person = personOf(team, who);
  const channel = openChannel(team, who, typed.channelId);
  const { command } = typed;
  if (!world.options.commands().some((known) => known.command === command)) {
    return { answer: null, trouble: complain(world, team, person, channel, { kind: 'unknown-command', command }) };
  }
  const form = {
    token: 'sandbox',
    team_id: team.id,
    team_domain: team.seed.domain,
    channel_id: channel.id,
    channel_name: channelName(channel),
    user_id: person.id,
    user_name: person.name,
    command,
    text: escapeTyped(team, typed.text.trim(), true),
    api_app_id: team.seed.appId,
    is_enterprise_install: 'false',
    response_url: issueHook(world, team, who, { channelId: channel.id, messageTs: null }),
    trigger_id: issueTrigger(world, who),
  };
  const answer = await deliver(world, { kind: 'command', teamId: team.id, name: command, form });
  const error = answer.failure ?? showAnswer(world, team, person, channel, answer.body);
  if (error === null) return { answer, trouble: null };
  return { answer, trouble: complain(world, team, person, channel, { kind: 'command-failed', command, error }) };
}

/** The message in the acknowledgement, if there is one; Slack's error name when it cannot be shown. */
function showAnswer(world: World, team: Team, person: Person, channel: Channel, body: unknown): string | null {
  if (body === null || body === '') return null;
  const message = isBag(body) ? body : { text: String(body) };
  if (Object.keys(message).length === 0) return null;
  const refusal = refuseMessage(message, textLimit);
  if (refusal) {
    const { error, messages } = refusal;
    world.options.log.error({ error, messages }, 'the answer to a command is not a valid message');
    return error;
  }
  respondIn(world, team, { channelId: channel.id, userId: person.id }, message);
  return null;
}

/** An ordinary message: the bot hears of it in its direct message and where it is mentioned. */
export async function typeMessage(
  world: World,
  who: Who,
  typed: { channelId: string; text: string; threadTs?: string | null },
): Promise<Message> {
  const team = teamOf(world, who.teamId);
  const channel = openChannel(team, who, typed.channelId);
  const text = escapeTyped(team, typed.text, false);
  const threadTs = typed.threadTs ?? null;
  const message = post(world, team, channel.id, { user: who.userId, text, threadTs });
  const event = {
    user: who.userId,
    text,
    ts: message.ts,
    channel: channel.id,
    event_ts: message.ts,
    team: team.id,
    ...(threadTs ? { thread_ts: threadTs } : {}),
  };
  if (channel.kind === 'im') await sendEvent(world, team.id, { type: 'message', channel_type: 'im', ...event });
  else if (text.includes(`<@${team.seed.botUserId}>`) && isMember(channel, team.seed.botUserId)) {
    await sendEvent(world, team.id, { type: 'app_mention', ...event });
  }
  return message;
}

function complain(world: World, team: Team, person: Person, channel: Channel, said: Said): string {
  const text = say(person.locale, said);
  post(world, team, channel.id, { user: 'USLACKBOT', text, onlyFor: person.id, bySlackbot: true });
  return text;
}

export function personOf(team: Team, who: Who): Person {
  const person = team.people[who.userId];
  if (!person) throw new Error(`nobody in ${team.id} has the id ${who.userId}`);
  if (person.deleted) throw new Error(`${who.userId} is deactivated and cannot act`);
  return person;
}

/** The channel, when this person can write in it. */
function openChannel(team: Team, who: Who, channelId: string): Channel {
  const channel = team.channels[channelId];
  if (!channel) throw new Error(`${team.id} has no channel ${channelId}`);
  if (channel.isArchived) throw new Error(`#${channel.name} is archived`);
  if (!isMember(channel, who.userId)) throw new Error(`${who.userId} is not a member of #${channel.name}`);
  return channel;
}
