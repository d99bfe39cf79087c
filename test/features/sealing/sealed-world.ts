/** A committee with a sealed box: three key-holders whose words the test knows, electors with accounts, and a subject that remembers what it was told. */
import { randomBytes } from 'node:crypto';
import { inTransaction } from '../../../src/database/in-transaction.ts';
import { prepareBox } from '../../../src/features/sealing/operations/keys.ts';
import { everythingOf } from '../../../src/features/sealing/operations/look.ts';
import { openBox } from '../../../src/features/sealing/operations/open.ts';
import { createUrns, type Urns } from '../../../src/features/sealing/operations/urns.ts';
import { publicKeyOf, secretKeyFromWords } from '../../../src/features/sealing/rules/seal.ts';
import { wordList } from '../../../src/features/sealing/rules/word-list.ts';
import { drawWords } from '../../../src/features/sealing/rules/words.ts';
import { putKey } from '../../../src/features/sealing/store/boxes.ts';
import type { BoxId, PaperSize, SealedSubject, TakenKey } from '../../../src/features/sealing/types.ts';
import { type Act, freshSaving, inside, type StoreHandle } from '../../../src/kernel/act.ts';
import { newId, type PersonId } from '../../../src/kernel/ids.ts';
import type { Outcome } from '../../../src/kernel/outcome.ts';
import { createWorld, type World } from '../../support/worlds.ts';

export type Someone = Act & { readonly person: PersonId };

export interface SealedWorld extends World {
  readonly subject: { readonly kind: string; readonly id: string; readonly committee: World['committee'] };
  readonly box: BoxId;
  readonly urns: Urns;
  readonly subjects: readonly SealedSubject[];
  readonly holders: readonly Someone[];
  /** The words of each holder, in their order. */
  readonly words: readonly string[];
  readonly electors: readonly Someone[];
  /** What the subject was called for, and the papers that it was given. */
  readonly calls: string[];
  readonly papers: string[];
}

/** One committee for a whole file: three holders, whose keys are made once, and as many electors as any test needs. */
export interface SealedPeople extends World {
  readonly holders: readonly Someone[];
  readonly everybody: readonly Someone[];
  readonly words: readonly string[];
  readonly keys: readonly TakenKey[];
}

export async function createSealedPeople(handle: StoreHandle, most: number): Promise<SealedPeople> {
  const world = await createWorld(handle);
  const holders: Someone[] = [];
  for (const name of ['Holder One', 'Holder Two', 'Holder Three']) holders.push(await world.person(name, ['member']));
  const everybody: Someone[] = [];
  for (let number = 1; number <= most; number += 1) everybody.push(await world.person(`Elector ${number}`));
  const drawn = [drawWords(), drawWords(), drawWords()];
  const keys = await Promise.all(
    drawn.map(async (words) => {
      const salt = new Uint8Array(randomBytes(16));
      return { salt, publicKey: publicKeyOf(await secretKeyFromWords(words, salt)) };
    }),
  );
  return { ...world, holders, everybody, keys, words: drawn.map((words) => words.join(' ')) };
}

/** A new box. `keys: 'none'`: nobody has taken theirs yet, and it is not open. */
export async function createBox(
  people: SealedPeople,
  options: { electors: number; keys?: 'none'; paperSize?: PaperSize },
): Promise<SealedWorld> {
  const { committee, holders, words } = people;
  const electors = people.everybody.slice(0, options.electors);
  const clerk = fresh(people.clerk);
  const subject = { kind: 'test-round', id: newId(), committee };
  const calls: string[] = [];
  const papers: string[] = [];
  const subjects: readonly SealedSubject[] = [
    {
      kind: subject.kind,
      title: async () => 'Test round',
      ready: async () => void calls.push('ready'),
      opened: async (_act, _box, contents) => {
        calls.push('opened');
        for (const content of contents) papers.push(content);
      },
      agrees: async (_act, _box, contents) => [...contents].sort().join() === [...papers].sort().join(),
    },
  ];
  const urns = createUrns(new Uint8Array(randomBytes(32)));
  const prepared = await inTransaction(clerk, async (tx) => {
    const here = inside(clerk, tx);
    const input = { subject, paperSize: options.paperSize ?? 1024, holders: holders.map(({ person }) => person) };
    const box = await prepareBox(here, everythingOf(here, committee), input);
    if (!box.ok || options.keys === 'none') return box;
    for (const [index, { person }] of holders.entries()) await putKey(tx, box.value, person, people.keys[index]!);
    return openBox(here, urns, { subject, electors: electors.map(({ person }) => person) });
  });
  return { ...people, subject, box: must(prepared), urns, subjects, holders, words, electors, calls, papers };
}

export function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason} ${JSON.stringify(outcome.facts)}`);
  return outcome.value;
}

/** Six words of the list, of nobody's key. */
export function typedWords(from: number): string {
  return wordList.slice(from, from + 6).join(' ');
}

function fresh<A extends Act>(act: A): A {
  return { ...act, saving: freshSaving() };
}
