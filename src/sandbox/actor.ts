/** The programmatic client: a person who reads, types, clicks and fills in forms, for tests and the story player. */
import type { BotAnswer } from './bot/deliver.ts';
import type { Bag } from './contract/rules.ts';
import { act, enter, findPlace, type Place, suggest } from './people/act.ts';
import { runCommand, typeMessage } from './people/command.ts';
import type { FieldProblem } from './people/fields.ts';
import { openApp } from './people/home.ts';
import { close, submit } from './people/submit.ts';
import { choiceFor, type Given, pointTo } from './pointing.ts';
import { directMessage } from './state/channels.ts';
import { slackFile, visibleTo } from './state/messages.ts';
import { openViewsOf } from './state/views.ts';
import type { Message, StoredView } from './types.ts';
import { giveFile } from './web-api/files.ts';
import { teamOf, type Who, type World } from './world.ts';

/** How an act went, as the person sees it and as the bot answered. */
export interface Outcome {
  /** The bot answered in time and nothing was refused. */
  ok: boolean;
  status: number | null;
  ms: number;
  /** The body of the bot's acknowledgement. */
  body: unknown;
  /** What Slack shows when it did not work. */
  trouble: string | null;
  /** By block id, what the bot finds wrong with a submission. */
  errors: Record<string, string>;
  /** By block id, what the client does not let through; the bot has not been asked. */
  blocked: Record<string, FieldProblem>;
}

/** A message that the actor sees, with the channel it is in. */
export type Seen = Message & { channelId: string };
/** A message, a view, or the id of an open view. */
export type Target = Seen | StoredView | string;

export interface Actor extends Who {
  command(channelId: string, command: string, text?: string): Promise<Outcome>;
  type(channelId: string, text: string, threadTs?: string): Promise<Seen>;
  /** A button, or any element with what is chosen in it; found by action id or by the words on it. */
  click(target: Target, which: string, given?: Given): Promise<Outcome>;
  /** Enters values by block id, action id or label, telling the bot where the element dispatches. */
  fill(view: Target, values: Record<string, Given>): Promise<void>;
  submit(view: Target, values?: Record<string, Given>): Promise<Outcome>;
  /** `all` is the cross of the window, which closes the whole stack. */
  close(view: Target, all?: boolean): Promise<void>;
  /** The options of an external select; null when the bot does not answer. */
  suggest(target: Target, which: string, query: string): Promise<Bag[] | null>;
  /** What a form's field for files is given. */
  file(name: string, bytes: Uint8Array): Bag;
  openHome(): Promise<StoredView | null>;
  openMessages(): Promise<string>;
  home(): StoredView | null;
  messages(channelId: string): Seen[];
  directMessages(): Seen[];
  /** The open modals, the topmost last. */
  openViews(): StoredView[];
  topView(): StoredView | null;
}

export function createActor(world: World, who: Who): Actor {
  const team = teamOf(world, who.teamId);
  if (!team.people[who.userId]) throw new Error(`nobody in ${who.teamId} has the id ${who.userId}`);

  const seenIn = (channelId: string): Seen[] =>
    visibleTo(team, channelId, who.userId).map((message) => ({ ...message, channelId }));

  async function use(target: Target, which: string, given?: Given): Promise<Outcome> {
    const place = placeOf(target);
    const { blocks } = findPlace(team, who, place);
    const { at, element } = pointTo(blocks, which);
    const choice = await choiceFor(world, who, place, at, element, given ?? which);
    return outcome(await act(world, who, place, at, choice));
  }

  async function fill(view: Target, values: Record<string, Given>): Promise<void> {
    const place = placeOf(view);
    for (const [which, given] of Object.entries(values)) {
      // Looked up anew for each value: the bot may have changed the view after the last one.
      const { blocks } = findPlace(team, who, place);
      const { at, element, dispatches } = pointTo(blocks, which);
      const choice = await choiceFor(world, who, place, at, element, given);
      if (dispatches) await act(world, who, place, at, choice);
      else enter(world, who, place, at, choice);
    }
  }

  return {
    ...who,
    fill,
    click: use,
    async command(channelId, command, text = '') {
      return outcome(await runCommand(world, who, { channelId, command, text }));
    },
    async type(channelId, text, threadTs) {
      const message = await typeMessage(world, who, { channelId, text, threadTs: threadTs ?? null });
      return { ...message, channelId };
    },
    async submit(view, values = {}) {
      await fill(view, values);
      const done = await submit(world, who, viewIdOf(view));
      return { ...outcome(done), errors: done.errors, blocked: done.blocked, ok: isThrough(done) };
    },
    close: (view, all = false) => close(world, who, viewIdOf(view), all),
    suggest(target, which, query) {
      const place = placeOf(target);
      const { at } = pointTo(findPlace(team, who, place).blocks, which);
      return suggest(world, who, place, at, query);
    },
    file(name, bytes) {
      const given = { name, base64: Buffer.from(bytes).toString('base64') };
      return { type: 'file_input', files: [slackFile(world, team, giveFile(world, team, who.userId, given).id)] };
    },
    async openHome() {
      await openApp(world, who, 'home');
      return team.homes[who.userId] ?? null;
    },
    openMessages: async () => (await openApp(world, who, 'messages')).id,
    home: () => team.homes[who.userId] ?? null,
    messages: seenIn,
    directMessages: () => seenIn(directMessage(world, team, who.userId).id),
    openViews: () => openViewsOf(team, who.userId),
    topView: () => openViewsOf(team, who.userId).at(-1) ?? null,
  };
}

function placeOf(target: Target): Place {
  if (typeof target === 'string') return { viewId: target };
  return 'channelId' in target ? { channelId: target.channelId, ts: target.ts } : { viewId: target.id };
}

function viewIdOf(target: Target): string {
  const place = placeOf(target);
  if ('viewId' in place) return place.viewId;
  throw new Error('a message cannot be submitted or closed');
}

function isThrough(done: { blocked: object; errors: object; trouble: string | null }): boolean {
  return Object.keys(done.blocked).length + Object.keys(done.errors).length === 0 && done.trouble === null;
}

function outcome(done: { answer: BotAnswer | null; trouble: string | null }): Outcome {
  const { answer, trouble } = done;
  return {
    ok: trouble === null && answer?.ok === true,
    status: answer?.status ?? null,
    ms: answer?.ms ?? 0,
    body: answer?.body ?? null,
    trouble,
    errors: {},
    blocked: {},
  };
}
