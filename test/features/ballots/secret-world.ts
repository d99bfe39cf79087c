/** A committee with a secret vote, made by pressing what people press: three key-holders whose words the test knows. */
import type { Form, RawValues } from '../../../src/chat/form.ts';
import type { Button, Message } from '../../../src/chat/message.ts';
import { client } from '../../../src/database/client.ts';
import { prepareRound } from '../../../src/features/ballots/operations/prepare.ts';
import type { BallotRoundId } from '../../../src/features/ballots/types/round.ts';
import { createUrns } from '../../../src/features/sealing/operations/urns.ts';
import type { BoxId } from '../../../src/features/sealing/types.ts';
import { createFeatures } from '../../../src/features.ts';
import type { Act, StoreHandle } from '../../../src/kernel/act.ts';
import { asId } from '../../../src/kernel/ids.ts';
import { plain } from '../../../src/kernel/rich.ts';
import { buttonOf, formOf, type Hands, handsOf, messageOf, wordsOf } from '../../support/hands.ts';
import { createWorld, type World } from '../../support/worlds.ts';
import { again, must, type Somebody } from '../conferences/scene.ts';
import { ofQuestion } from './vote-world.ts';

export const secret = new Uint8Array(32).fill(9);
export const urns = createUrns(secret);
export const features = createFeatures({
  accounts: async () => null,
  channelAccounts: async () => [],
  publicUrl: null,
  readFile: async () => ({ kind: 'gone' }),
  urns,
});

export interface SecretWorld extends World {
  readonly chair: Somebody;
  readonly voters: readonly Somebody[];
  /** The chair and the first two voters, and their words. */
  readonly holders: readonly Somebody[];
  readonly words: readonly string[];
  readonly round: BallotRoundId;
  readonly box: BoxId;
}

/** Minutes after the test's beginning: keys are taken after the first undo, papers are taken after the second. */
export const minutes = { keys: 2, opening: 3, out: 5, closed: 5 * 24 * 60 } as const;

export function handsAt(act: Act, after: number): Hands {
  return handsOf(again(act, after * 60_000), features.interactions);
}

/** The chair and `voters` more have a vote; papers until the end of 5 March 2026. */
export async function createSecretWorld(handle: StoreHandle, options: { voters?: number } = {}): Promise<SecretWorld> {
  const world = await createWorld(handle, { profile: 'general' });
  const chair = await world.person('Cara Chair', ['chair', 'member']);
  const voters: Somebody[] = [];
  for (let number = 1; number <= (options.voters ?? 6); number += 1) {
    voters.push(await world.person(`Voter Number${number}`, ['member']));
  }
  const form = { ...ofQuestion, rule: 'majority-present', mode: 'secret' as const };
  const { round } = must(await prepareRound(again(world.clerk), { committee: world.committee, form }));
  const holders = [chair, ...voters.slice(0, 2)];
  const clerk = handsAt(world.clerk, 0);
  const naming = formOf(await clerk.press(buttonWith('ballots.holders', { round: round.id })));
  const named = await clerk.submit(naming, { holders: holders.map(({ person }) => person) });
  await clerk.press(buttonOf(named, 'Ask the key-holders'));
  const box = await boxOf(handle, round.id);
  const words: string[] = [];
  for (const holder of holders) words.push(await takeKey(holder, box));
  const opened = await handsAt(world.clerk, minutes.opening).press(
    buttonWith('ballots.open-sealed', { round: round.id }),
  );
  if (!wordsOf(opened).includes('people')) throw new Error(wordsOf(opened));
  return { ...world, chair, voters, holders, words, round: round.id, box };
}

export async function takeKey(holder: Act, box: string): Promise<string> {
  const hands = handsAt(holder, minutes.keys);
  const form = formOf(await hands.press(buttonWith('sealing.take-key', { box })));
  const words = form.items.flatMap((item) => (item.kind === 'list' ? item.items.map((word) => plain(word)) : []));
  const taken = await hands.submit(form, { words: words.join(' ') });
  if (taken.kind !== 'show') throw new Error(JSON.stringify(taken));
  return words.join(' ');
}

export async function paperOf(world: SecretWorld, voter: Act, after: number = minutes.out): Promise<Form> {
  return formOf(await handsAt(voter, after).press(buttonWith('ballots.vote', { round: world.round })));
}

/** Everything that a paper form has, empty but for the answer. */
export function marked(answer: 'yes' | 'no' | 'abstain' | null, receipt?: string): RawValues {
  return { q0c0: answer, ...(receipt === undefined ? {} : { receipt }) };
}

/** Answers with the receipt. */
export async function vote(world: SecretWorld, voter: Act, answer: 'yes' | 'no' | 'abstain' | null): Promise<string> {
  const form = await paperOf(world, voter);
  const reply = await handsAt(voter, minutes.out).submit(form, marked(answer));
  return /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){2}/.exec(wordsOf(formOf(reply)))?.[0] ?? '';
}

export async function typeWords(world: SecretWorld, holder: number, after: number = minutes.closed): Promise<Message> {
  const hands = handsAt(world.holders[holder]!, after);
  const form = formOf(await hands.press(buttonWith('sealing.type-words', { box: world.box })));
  return messageOf(await hands.submit(form, { words: world.words[holder]! }));
}

export async function boxOf(handle: StoreHandle, round: string): Promise<BoxId> {
  const row = await client(handle).sealedBox.findFirst({ where: { subjectId: round } });
  if (!row) throw new Error('no box');
  return asId<BoxId>(row.id);
}

export function buttonWith(action: string, data: Record<string, string>): Button {
  return { action, label: '', data };
}
