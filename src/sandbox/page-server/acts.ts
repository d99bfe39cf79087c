/** What the page lets a person do, each under a name. Answers are what the page shows next. */
import { type Bag, isBag } from '../contract/rules.ts';
import { act, enter, findPlace, type Place, suggest } from '../people/act.ts';
import { adminOf } from '../people/admin.ts';
import { runCommand, typeMessage } from '../people/command.ts';
import { openApp } from '../people/home.ts';
import { close, submit } from '../people/submit.ts';
import { findMessage, remove, slackFile } from '../state/messages.ts';
import { slotOf } from '../state/values.ts';
import { giveFile } from '../web-api/files.ts';
import { nextId, teamOf, type Who, type World } from '../world.ts';
import { markRead } from './desk.ts';

type Act = (world: World, who: Who, asked: Bag) => Promise<unknown>;

export const acts: Record<string, Act> = {
  async command(world, who, asked) {
    const { channelId, command, text } = asked;
    const done = await runCommand(world, who, {
      channelId: String(channelId),
      command: String(command),
      text: String(text ?? ''),
    });
    return { trouble: done.trouble };
  },
  async type(world, who, asked) {
    const threadTs = typeof asked.threadTs === 'string' ? asked.threadTs : null;
    await typeMessage(world, who, { channelId: String(asked.channelId), text: String(asked.text), threadTs });
    return {};
  },
  async act(world, who, asked) {
    const place = placeOf(asked);
    enterAll(world, who, place, asked.values);
    const at = { blockId: String(asked.blockId), actionId: String(asked.actionId) };
    const done = await act(world, who, place, at, isBag(asked.choice) ? asked.choice : {});
    return { trouble: done.trouble };
  },
  async enter(world, who, asked) {
    enterAll(world, who, placeOf(asked), asked.values);
    return {};
  },
  async submit(world, who, asked) {
    const viewId = String(asked.viewId);
    enterAll(world, who, { viewId }, asked.values);
    const { blocked, errors, trouble } = await submit(world, who, viewId);
    return { blocked, errors, trouble };
  },
  async close(world, who, asked) {
    await close(world, who, String(asked.viewId), asked.all === true);
    return {};
  },
  async suggest(world, who, asked) {
    const at = { blockId: String(asked.blockId), actionId: String(asked.actionId) };
    return { options: await suggest(world, who, placeOf(asked), at, String(asked.query ?? '')) };
  },
  async open(world, who, asked) {
    const channel = await openApp(world, who, asked.tab === 'messages' ? 'messages' : 'home');
    return { channelId: channel.id };
  },
  async read(world, who, asked) {
    markRead(world, teamOf(world, who.teamId), who, String(asked.channelId));
    return {};
  },
  async dismiss(world, who, asked) {
    const team = teamOf(world, who.teamId);
    const message = findMessage(team, String(asked.channelId), String(asked.ts));
    if (message?.onlyFor === who.userId) remove(world, team, String(asked.channelId), message);
    return {};
  },
  async upload(world, who, asked) {
    const team = teamOf(world, who.teamId);
    const file = giveFile(world, team, who.userId, { name: String(asked.name), base64: String(asked.base64 ?? '') });
    return { file: slackFile(world, team, file.id) };
  },
  async clock(world, _who, asked) {
    const { clock } = world.options;
    const to = asked.jump === 'next-due' ? await clock.nextDue?.() : new Date(String(asked.to));
    if (!to) return { moved: false };
    if (Number.isNaN(to.getTime()) || to <= clock.now()) throw new Error('the clock only moves forward');
    await clock.moveTo(to);
    for (const teamId of Object.keys(world.state.teams)) world.changed(teamId, { kind: 'clock' });
    return { moved: true };
  },
  async admin(world, who, asked) {
    const admin = adminOf(world, who.teamId);
    const { channelId, userId, name } = {
      channelId: String(asked.channelId),
      userId: String(asked.userId),
      name: String(asked.name),
    };
    switch (asked.what) {
      case 'create-channel':
        return { channelId: await admin.createChannel(name, who.userId) };
      case 'join':
        return admin.join(channelId, userId, who.userId);
      case 'leave':
        return admin.leave(channelId, userId);
      case 'rename':
        return admin.rename(channelId, name);
      case 'archive':
        return admin.archive(channelId, asked.on === true);
      case 'deactivate':
        return admin.changePerson(userId, { deleted: asked.on === true });
      case 'guest':
        return admin.changePerson(userId, { is_restricted: asked.on === true, is_ultra_restricted: false });
      case 'add-person':
        return admin.addPerson({
          id: nextId(world, 'U'),
          name: name.toLowerCase().replace(/[^a-z0-9]/g, '') || 'new',
          real_name: name,
          locale: teamOf(world, who.teamId).seed.locale === 'vi' ? 'vi-VN' : 'en-US',
          tz: teamOf(world, who.teamId).people[who.userId]?.tz ?? 'UTC',
        });
      default:
        throw new Error(`no such act of an administrator: ${String(asked.what)}`);
    }
  },
};

function placeOf(asked: Bag): Place {
  if (typeof asked.viewId === 'string') return { viewId: asked.viewId };
  return { channelId: String(asked.channelId), ts: String(asked.ts) };
}

/** Takes over what stands in the form, for elements that are still there. */
function enterAll(world: World, who: Who, place: Place, values: unknown): void {
  if (!isBag(values)) return;
  const { blocks } = findPlace(teamOf(world, who.teamId), who, place);
  const known = new Set(blocks.map((block) => String(block.block_id)));
  for (const [blockId, actions] of Object.entries(values)) {
    if (!known.has(blockId) || !isBag(actions)) continue;
    for (const [actionId, value] of Object.entries(actions)) {
      const slot = isBag(value) ? slotOf(value.type) : null;
      if (slot && isBag(value)) enter(world, who, place, { blockId, actionId }, { [slot.field]: value[slot.field] });
    }
  }
}
