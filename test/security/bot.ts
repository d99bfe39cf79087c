/** The whole bot behind its router, answering inside a transaction that is thrown away: whatever is tried leaves nothing. */
import { createCommands } from '../../commands/index.ts';
import type { Input, Origin, Reply } from '../../src/chat/call.ts';
import { createRunLine } from '../../src/chat/command-line.ts';
import type { Conversation } from '../../src/chat/conversation.ts';
import { createRouter } from '../../src/chat/router.ts';
import { handleOf, opened } from '../../src/database/client.ts';
import { door } from '../../src/door.ts';
import { createUrns } from '../../src/features/sealing/operations/urns.ts';
import { createFeatures } from '../../src/features.ts';
import type { Act, StoreHandle } from '../../src/kernel/act.ts';
import type { Log } from '../../src/kernel/log.ts';
import { commandWords, routerWords } from '../../src/router-words.ts';

const features = createFeatures({
  accounts: async () => null,
  channelAccounts: async () => [],
  publicUrl: 'https://quorate.example',
  urns: createUrns(new Uint8Array(32).fill(7)),
  readFile: async () => ({ kind: 'gone' }),
});
export const commands = createCommands(features);
const runLine = createRunLine(commands.list, commandWords);
export const interactions = [...features.interactions, ...commands.interactions(runLine)];
export const cards = features.cards;
export const duties = features.duties;

/** Every advertised line: each command alone, and each of its subcommands without parts. */
export const lines = commands.list.flatMap(({ name, subcommands }) => [
  { name, text: '' },
  ...subcommands.filter((one) => one.name !== '').map((one) => ({ name, text: one.words.en[0] ?? one.name })),
]);

export interface Mouth {
  answer(input: Input): Promise<Reply>;
  options: Conversation['options'] extends (origin: Origin, search: infer S) => infer R ? (search: S) => R : never;
}

/** Errors that the router would have hidden behind an incident number. */
export const mistakes: string[] = [];

/** `act` as somebody who speaks in this channel; null: in a direct message. */
export function mouthOf(act: Act, channel: string | null, store: StoreHandle): Mouth {
  const { requestId: _request, saving: _saving, ...identity } = act;
  const conversation = createRouter({
    runLine,
    interactions,
    home: commands.home,
    cardReplaced: async () => {},
    identify: async () => ({ ...identity, store }),
    door,
    words: routerWords,
    defaultLocale: 'en',
    log: { ...silent, error: (facts: unknown) => mistakes.push(JSON.stringify(facts)) } as unknown as Log,
    budgetMs: 60_000,
    count: () => {},
  });
  const origin: Origin = {
    ...{ platform: 'slack', team: 'T1', user: 'U1', requestId: null },
    channel: channel === null ? null : { id: channel, kind: 'channel', isShared: false },
  };
  return {
    answer: (input) => conversation.answer(origin, input),
    options: (search) => conversation.options(origin, search),
  };
}

const silent = { debug() {}, info() {}, warn() {} };

/**
 * Runs `work` in a transaction and takes everything back. Not one of the product's, whose time is limited: a walk through
 * everything takes as long as the machine needs.
 */
export async function discarded<T>(act: Act, work: (store: StoreHandle) => Promise<T>): Promise<T> {
  const database = opened(act.store);
  if (database.kind === 'transaction') throw new Error('the work would not be taken back');
  let result: { value: T } | null = null;
  const takenBack = new Error('taken back');
  await database.prisma
    .$transaction(
      async (prisma) => {
        result = { value: await work(handleOf({ kind: 'transaction', prisma })) };
        throw takenBack;
      },
      { maxWait: longestMs, timeout: longestMs },
    )
    .catch((error: unknown) => {
      if (error !== takenBack) throw error;
    });
  if (!result) throw new Error('the work was not done');
  return (result as { value: T }).value;
}

const longestMs = 900_000;
