/** From what a person did to the one handler that answers it. The only catch for people's acts is here. */
import { randomInt } from 'node:crypto';
import { type Act, freshSaving, type Locale, type Saving } from '../kernel/act.ts';
import { AlreadySaved, Unavailable } from '../kernel/errors.ts';
import { errorFacts, type Log } from '../kernel/log.ts';
import { saidOnTop } from './about.ts';
import { type Call, type Input, nothing, type Origin, type Reply, show } from './call.ts';
import type { RunLine } from './command-line.ts';
import type { AdapterWord, Conversation } from './conversation.ts';
import type { ButtonHandler, FormHandler, Interaction } from './interaction.ts';
import type { About, Block, Message } from './message.ts';
import type { MessageAddress } from './platform.ts';
import { createTurns } from './turns.ts';
import { type TurnedAway, type Typed, typedIn } from './typed.ts';

export interface RouterParts {
  readonly runLine: RunLine;
  readonly interactions: readonly Interaction[];
  readonly home: (call: Call) => Promise<Message>;
  /** Told before a posted card gets the words of an answer to a click. */
  readonly cardReplaced: (call: Call, at: MessageAddress) => Promise<void>;
  /** Everything known about who acts; null when the bot does not know the workspace. */
  readonly identify: (origin: Origin, saving: Saving) => Promise<Identity | null>;
  /**
   * Looks at all that somebody typed before any handler does, so that no feature can forget to; what it turns away is
   * kept nowhere. Null: it may go on.
   */
  readonly door: (call: Call, typed: Typed) => Promise<TurnedAway | null>;
  readonly words: RouterWords;
  readonly defaultLocale: Locale;
  readonly log: Log;
  /** Milliseconds of real time for the whole answer. */
  readonly budgetMs: number;
  readonly count: (what: RouterCount) => void;
}

export type Identity = Omit<Act, 'requestId' | 'saving'>;
export type RouterCount = 'answered' | 'not-saved' | 'not-confirmed' | 'repeated' | 'bug';

/** Messages of the router itself, worded by i18n and handed over by app.ts. */
export interface RouterWords {
  adapter(locale: Locale, key: AdapterWord): string;
  notSaved(locale: Locale, repeat: string | null): Message;
  notConfirmed(locale: Locale, repeat: string | null): Message;
  alreadySaved(locale: Locale): Message;
  /** Saved, but the answer took too long, or went wrong (then with an incident number). `form`: what was sent. */
  savedUnshown(locale: Locale, what: { readonly form: string | null; readonly incident?: string }): Message;
  incident(locale: Locale, number: string): Message;
  staleButton(locale: Locale): Message;
  fieldInvalid(locale: Locale): string;
  about(call: Call, about: About): Block;
}

export function createRouter(parts: RouterParts): Conversation {
  const buttons = byKey(
    parts.interactions.filter((i): i is ButtonHandler => i.kind === 'button'),
    (b) => b.action,
  );
  const forms = byKey(
    parts.interactions.filter((i): i is FormHandler => i.kind === 'form'),
    (f) => f.id,
  );
  const locales = new Map<string, Locale>();
  const turns = createTurns(mostAtOnce);

  return {
    answer: (origin, input) => withinTime(origin, input),
    localeOf,
    words: (locale, key) => parts.words.adapter(locale, key),
    async options(origin, search) {
      const handler = forms.get(search.form);
      if (!handler?.options) return [];
      const saving = freshSaving(parts.budgetMs);
      const found = await beforeTimeout(saving, async () => {
        const call = await callOf(origin, saving);
        const state = handler.state.safeParse(search.state);
        if (!call || !state.success) return [];
        const texts = [{ field: search.field, text: search.typed }];
        if (await parts.door(call, { by: 'search', texts })) return [];
        return handler.options?.(call, { ...search, state: state.data }) ?? [];
      }).catch((error: unknown) => {
        parts.log.warn(errorFacts(error), 'options could not be found');
        return [];
      });
      return found === timedOut ? [] : (found ?? []);
    },
  };

  /**
   * The promise "acknowledged means saved" is kept here. When time runs out before the commit has begun, the
   * transaction is told to roll back and the person reads "not saved"; once it has begun nobody can know, and the
   * person reads "not confirmed, repeating is safe".
   */
  async function withinTime(origin: Origin, input: Input): Promise<Reply> {
    const saving = freshSaving(parts.budgetMs);
    const over = await turns.take(saving.answerBy - parts.budgetMs * shareForTheAct);
    if (!over) return outOfTime(origin, input, saving);
    try {
      // The turn ends with the work, not with the answer: what came too late still uses the machine.
      const reply = await beforeTimeout(saving, () => route(origin, input, saving).finally(over));
      if (reply !== timedOut) {
        parts.count('answered');
        return reply;
      }
      return outOfTime(origin, input, saving);
    } catch (error) {
      return failed(origin, input, saving, error);
    }
  }

  function outOfTime(origin: Origin, input: Input, saving: Saving): Reply {
    const locale = localeOf(origin);
    if (saving.state === 'committed') {
      parts.count('answered');
      return show(parts.words.savedUnshown(locale, { form: formOf(input) }));
    }
    if (saving.state === 'committing') {
      parts.count('not-confirmed');
      return answerBeside(input, parts.words.notConfirmed(locale, typed(input)));
    }
    saving.abandoned = true;
    parts.count('not-saved');
    return answerBeside(input, parts.words.notSaved(locale, typed(input)));
  }

  function failed(origin: Origin, input: Input, saving: Saving, error: unknown): Reply {
    const locale = localeOf(origin);
    if (error instanceof AlreadySaved) {
      parts.count('repeated');
      return show(parts.words.alreadySaved(locale));
    }
    if (error instanceof Unavailable) {
      parts.log.warn({ ...errorFacts(error), state: saving.state }, 'an act could not be saved in time');
      return outOfTime(origin, input, saving);
    }
    const number = incidentNumber();
    parts.count('bug');
    parts.log.error({ incident: number, input: input.kind, ...errorFacts(error) }, 'an act failed by our own mistake');
    // What is saved stays saved when only the answer to it went wrong.
    if (saving.state === 'committed') {
      return show(parts.words.savedUnshown(locale, { form: formOf(input), incident: number }));
    }
    // And what broke at the commit may have been saved.
    if (saving.state === 'committing') return answerBeside(input, parts.words.notConfirmed(locale, typed(input)));
    return answerBeside(input, parts.words.incident(locale, number));
  }

  async function route(origin: Origin, input: Input, saving: Saving): Promise<Reply> {
    const call = await callOf(origin, saving);
    if (!call) return show(plainMessage(parts.words.adapter(parts.defaultLocale, 'unknown-workspace')));
    const turnedAway = await parts.door(call, typedIn(input));
    if (turnedAway) return atTheDoor(input, turnedAway);
    const reply = await handled(call, input);
    if (reply.kind === 'replace' && input.kind === 'button' && input.at) await parts.cardReplaced(call, input.at);
    return saidOnTop(reply, call.channel, (about) => parts.words.about(call, about));
  }

  async function handled(call: Call, input: Input): Promise<Reply> {
    switch (input.kind) {
      case 'command':
        return parts.runLine(call, input.name, input.text);
      case 'direct-message':
        return parts.runLine(call, 'quorate', input.text);
      case 'home':
        return { kind: 'show', message: await parts.home(call) };
      case 'button': {
        const handler = buttons.get(input.action);
        const data = handler?.data.safeParse(input.data);
        if (!handler || !data?.success) return show(parts.words.staleButton(call.locale));
        return handler.run(call, data.data);
      }
      case 'submission':
        return submit(call, input);
      case 'change': {
        const handler = forms.get(input.form);
        const state = handler?.state.safeParse(input.state);
        if (!handler?.change || !state?.success) return nothing;
        return handler.change(call, { ...input, state: state.data });
      }
    }
  }

  async function submit(call: Call, input: Extract<Input, { kind: 'submission' }>): Promise<Reply> {
    const handler = forms.get(input.form);
    const state = handler?.state.safeParse(input.state);
    if (!handler || !state?.success) return show(parts.words.staleButton(call.locale));
    const values = handler.values.safeParse(input.values);
    if (!values.success) {
      const wrong = values.error.issues.map((issue) => [
        String(issue.path[0] ?? ''),
        parts.words.fieldInvalid(call.locale),
      ]);
      return { kind: 'field-errors', errors: Object.fromEntries(wrong) };
    }
    return handler.submit(call, state.data, values.data);
  }

  async function callOf(origin: Origin, saving: Saving): Promise<Call | null> {
    const identity = await parts.identify(origin, saving);
    if (!identity) return null;
    remember(origin, identity.locale);
    const { platform, team, user, channel, requestId } = origin;
    return { ...identity, saving, platform, team, user, channel, requestId };
  }

  function localeOf(origin: Pick<Origin, 'platform' | 'team' | 'user'>): Locale {
    return locales.get(accountKey(origin)) ?? parts.defaultLocale;
  }

  /** So that a person is answered in their language also while the database is away. Bounded: oldest out first. */
  function remember(origin: Origin, locale: Locale): void {
    locales.delete(accountKey(origin));
    locales.set(accountKey(origin), locale);
    if (locales.size > 10_000) locales.delete(locales.keys().next().value as string);
  }
}

/** Several times the connections to the database, and few enough that each of them ends in time on one processor. */
const mostAtOnce = 32;
/** An act that has waited for its turn gets at least this much of its time. */
const shareForTheAct = 0.4;

const timedOut = Symbol('timed out');

async function beforeTimeout<T>(saving: Saving, work: () => Promise<T>): Promise<T | typeof timedOut> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<typeof timedOut>((resolve) => {
    timer = setTimeout(() => resolve(timedOut), Math.max(0, saving.answerBy - performance.now()));
  });
  const working = work();
  // If time runs out first, a later failure of the work has nobody left to tell.
  working.catch(() => {});
  try {
    return await Promise.race([working, limit]);
  } finally {
    clearTimeout(timer);
  }
}

/** An answer that must not cost the person what they typed: a form stays open with the sentence at its first field. */
function answerBeside(input: Input, message: Message): Reply {
  if (input.kind !== 'submission') return show(message);
  const field = Object.keys(input.values)[0];
  return field === undefined ? show(message) : { kind: 'field-errors', errors: { [field]: message.summary } };
}

/** Beside the field that it is about, and never with what was typed. */
function atTheDoor(input: Input, { field, words }: TurnedAway): Reply {
  if (input.kind === 'change') return nothing;
  if (input.kind === 'submission' && field !== null) return { kind: 'field-errors', errors: { [field]: words } };
  return answerBeside(input, plainMessage(words));
}

/** What was typed on a command line, to be repeated in the answer so that it is not lost. */
function typed(input: Input): string | null {
  if (input.kind === 'command') return `/${input.name} ${input.text}`.trim();
  return input.kind === 'direct-message' ? input.text : null;
}

function formOf(input: Input): string | null {
  return input.kind === 'submission' ? input.form : null;
}

function plainMessage(text: string): Message {
  return { summary: text, blocks: [{ kind: 'text', text: [text] }] };
}

function byKey<T>(items: readonly T[], key: (item: T) => string): Map<string, T> {
  const map = new Map<string, T>();
  for (const item of items) {
    if (map.has(key(item))) throw new Error(`two handlers named ${key(item)}`);
    map.set(key(item), item);
  }
  return map;
}

function accountKey(origin: Pick<Origin, 'platform' | 'team' | 'user'>): string {
  return `${origin.platform}/${origin.team}/${origin.user}`;
}

function incidentNumber(): string {
  return String(randomInt(100_000, 999_999));
}
