/** An anonymous review with a committee of members, three of whom hold its keys; made by pressing what people press. */
import type { Form } from '../../../src/chat/form.ts';
import type { Button } from '../../../src/chat/message.ts';
import { createUrns } from '../../../src/features/sealing/operations/urns.ts';
import { createFeatures } from '../../../src/features.ts';
import type { Act, StoreHandle } from '../../../src/kernel/act.ts';
import { plain } from '../../../src/kernel/rich.ts';
import { buttonOf, formOf, type Hands, handsOf, messageOf, wordsOf } from '../../support/hands.ts';
import { again, createReviewWorld, members, type ReviewWorld, type Someone } from './review-world.ts';

const nobody = async () => null;
export const secret = new Uint8Array(32).fill(9);
export const features = createFeatures({
  accounts: nobody,
  channelAccounts: async () => [],
  publicUrl: null,
  readFile: async () => ({ kind: 'gone' }),
  urns: createUrns(secret),
});
export const { interactions, cards } = features;

export interface AnonymousWorld extends ReviewWorld {
  readonly reviewers: readonly Someone[];
  /** The first three reviewers, and their words. */
  readonly holders: readonly Someone[];
  readonly words: readonly string[];
  readonly round: string;
}

/** Minutes after the test's beginning: keys are taken after the first undo, the round is out after the second. */
export const minutes = { keys: 2, opening: 3, out: 5 } as const;

export function handsAt(act: Act, after: number): Hands {
  return handsOf(again(act, after), interactions);
}

export async function createAnonymousWorld(
  handle: StoreHandle,
  names: readonly string[],
  options: { reviewers?: number; nominate?: number } = {},
): Promise<AnonymousWorld> {
  const world = await createReviewWorld(handle, names);
  const reviewers = await members(world, options.reviewers ?? 7);
  for (let number = 0; number < (options.nominate ?? 0); number += 1) {
    await world.nominate(`Member ${number + 1}`, reviewers[number]!.person);
  }
  const holders = reviewers.slice(0, 3);
  const clerk = handsAt(world.clerk, 0);
  const form = formOf(await clerk.press(buttonWith('reviews.open-anonymous', { committee: world.committee })));
  const preview = await clerk.submit(form, {
    plan: world.plan,
    date: '2026-03-20',
    time: null,
    holders: holders.map(({ person }) => person),
    why: null,
  });
  const asked = await clerk.press(buttonOf(preview, 'Ask the key-holders'));
  const { round } = buttonOf(asked, 'See the keys').data as { round: string };
  const box = await boxOf(handle, round);
  const words: string[] = [];
  for (const holder of holders) words.push(await takeKey(holder, box));
  await handsAt(world.clerk, minutes.opening).press(buttonWith('reviews.open-sealed', { round }));
  return { ...world, reviewers, holders, words, round };
}

export async function takeKey(holder: Act, box: string): Promise<string> {
  const hands = handsAt(holder, minutes.keys);
  const form = formOf(await hands.press(buttonWith('sealing.take-key', { box })));
  const words = form.items.flatMap((item) => (item.kind === 'list' ? item.items.map((word) => plain(word)) : []));
  const taken = await hands.submit(form, { words: words.join(' ') });
  if (taken.kind !== 'show') throw new Error(JSON.stringify(taken));
  return words.join(' ');
}

export async function paperOf(world: AnonymousWorld, reviewer: Act): Promise<Form> {
  return formOf(await handsAt(reviewer, minutes.out).press(buttonWith('reviews.paper', { round: world.round })));
}

/** Sends a paper: for each name a stance and a text; `rest`: agrees with all others. Answers with the receipt. */
export async function sendPaper(
  world: AnonymousWorld,
  reviewer: Act,
  said: Readonly<Record<string, readonly [stance: string, text: string | null]>>,
  more: { rest?: boolean; receipt?: string; form?: Form } = {},
): Promise<string> {
  const form = more.form ?? (await paperOf(world, reviewer));
  const reply = await handsAt(reviewer, minutes.out).submit(form, fill(form, said, more));
  const words = wordsOf(formOf(reply));
  return /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){2}/.exec(words)?.[0] ?? '';
}

export function fill(
  form: Form,
  said: Readonly<Record<string, readonly [stance: string, text: string | null]>>,
  more: { rest?: boolean; receipt?: string } = {},
) {
  const values: Record<string, string | string[] | null> = { rest: more.rest ? ['yes'] : [] };
  if (more.receipt !== undefined) values.receipt = more.receipt;
  let name = '';
  for (const item of form.items) {
    if (item.kind === 'text') name = plain(item.text);
    if (item.kind !== 'field') continue;
    const line = said[name];
    if (item.name.startsWith('stance-')) values[item.name] = line?.[0] ?? null;
    if (item.name.startsWith('text-')) values[item.name] = line?.[1] ?? null;
  }
  return values;
}

export async function typeWords(world: AnonymousWorld, box: string, holder: number, after: number) {
  const hands = handsAt(world.holders[holder]!, after);
  const form = formOf(await hands.press(buttonWith('sealing.type-words', { box })));
  return messageOf(await hands.submit(form, { words: world.words[holder]! })).summary;
}

export async function boxOf(handle: StoreHandle, round: string): Promise<string> {
  const { client } = await import('../../../src/database/client.ts');
  const row = await client(handle).sealedBox.findFirst({ where: { subjectId: round } });
  if (!row) throw new Error('no box');
  return row.id;
}

export function buttonWith(action: string, data: Record<string, string>): Button {
  return { action, label: '', data };
}
