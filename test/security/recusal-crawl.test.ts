/**
 * Promise 4: from the moment of a recusal a person finds the case nowhere. Two worlds, with the case and without it, are
 * crawled by the recused person through every command, button, form and search; what is shown, what they were and will be
 * sent, what the channel and their calendar read must be equal, and an id of the case is answered like an unknown one.
 */

import type { Input } from '../../src/chat/call.ts';
import { client } from '../../src/database/client.ts';
import type { StoreHandle } from '../../src/kernel/act.ts';
import { newId } from '../../src/kernel/ids.ts';
import { buttonsOf } from '../support/calls.ts';
import { createTestDatabase } from '../support/test-database.ts';
import { discarded, mistakes, mouthOf } from './bot.ts';
import { explore, type Step, uuids, type Walk, withoutIds } from './explore.ts';
import { calendarOf, postEverything, type Worded, wordedFor } from './recusal-crawl-cards.ts';
import { beginEverything, goOn } from './recusal-scene.ts';
import { afterwards, at, caseWords, createScene, type Parts, type Scene } from './scene.ts';
import { allIds } from './tables.ts';

/** A database for each world: they are crawled at the same time, and nothing of the one can wait for the other. */
const [{ handle: handleWithout }, { handle }] = [await createTestDatabase(), await createTestDatabase()];

/** Both are recused in one scene, and each crawls it. */
const readers = ['a member', 'the committee secretary who is also the chair'] as const;

interface Crawled {
  readonly scene: Scene;
  readonly walks: readonly Walk[];
  readonly cards: readonly Worded[];
  readonly posts: readonly Worded[];
  readonly calendar: string;
  /** Of the case, and what those who see it are offered that carries one of them. */
  readonly ids: ReadonlySet<string>;
  readonly inputs: readonly Input[];
}

let worlds: readonly Record<(typeof readers)[number], Crawled>[] = [];

beforeAll(async () => {
  worlds = await Promise.all([crawl(handleWithout, false), crawl(handle, true)]);
}, 600_000);

describe.each(readers)('recused, %s', (who) => {
  let withCase: Crawled;
  let without: Crawled;

  beforeAll(() => {
    [without, withCase] = worlds.map((world) => world[who]) as [Crawled, Crawled];
  });

  test('the crawl comes far', () => {
    expect(without.walks.length).toBeGreaterThan(40);
    expect(without.cards.length).toBeGreaterThan(5);
    expect(mistakes).toEqual([]);
  });

  test('nothing shown names the case', () => {
    const naming = withCase.walks.filter(({ reply, input }) => namesTheCase([reply, input]));
    const cards = withCase.cards.filter(({ text }) => namesTheCase(text));

    expect([...naming.map(({ path }) => path), ...cards.map(({ kind }) => kind)]).toEqual([]);
  });

  test('everything is as if the case did not exist', () => {
    const expected = shownAt(without.walks);
    const shown = shownAt(withCase.walks);

    const different = [...new Set([...expected.keys(), ...shown.keys()])].flatMap((path) =>
      expected.get(path) === shown.get(path)
        ? []
        : [`${path}: ${difference(expected.get(path) ?? 'not there', shown.get(path) ?? 'not there')}`],
    );

    expect(different).toEqual([]);
  });

  test('cards, posts in the channel and the calendar say what they would without the case', () => {
    expect(told(withCase.cards)).toEqual(told(without.cards));
    expect(withCase.posts.map(({ text }) => text)).toEqual(without.posts.map(({ text }) => text));
    expect(withCase.calendar).toBe(without.calendar);
  });

  test('a posted card that said something else before the recusal is worded again', async () => {
    const before = await openAgain(withCase.scene, (store) => wordedFor(store, withCase.scene, 'reader'));

    const changed = withCase.cards.filter(({ isPosted, text }, index) => isPosted && text !== before[index]?.text);
    const stale = changed.filter(({ isMarked }) => !isMarked);

    expect(changed.length).toBeGreaterThan(0);
    expect(stale.map(({ kind, text }) => `${kind} ${text}`)).toEqual([]);
  });

  test('an id of the case is answered like an id of nothing', async () => {
    const { scene, ids, inputs } = withCase;

    const different = [];
    for (const input of inputs) {
      const [asked, unknown] = [await replyTo(scene, input), await replyTo(scene, withUnknown(input, ids))];
      if (asked !== unknown) different.push(`${JSON.stringify(input)}: ${difference(unknown, asked)}`);
    }

    expect(inputs.length).toBeGreaterThan(5);
    expect(different).toEqual([]);
  });

  test('control: with the recusal taken away the same cards and ids do show the case', async () => {
    const { scene, inputs } = withCase;

    const leaks = await openAgain(scene, async (store) => {
      const cards = await wordedFor(store, scene, 'reader');
      const replies = [];
      for (const input of inputs) replies.push(await mouthOf(at(scene.reader, afterwards), null, store).answer(input));
      return { cards, replies: replies.filter(namesTheCase).length };
    });

    expect(leaks.replies).toBeGreaterThan(0);
    expect(told(leaks.cards)).not.toEqual(told(without.cards));
  });
});

test('control: the chair, who is not recused, does find the case', async () => {
  const { scene } = worlds[1]!['a member'];
  const options = { channel: scene.channel, depth: 1, known: await allIds(handle), prune };

  const walks = await explore(at(scene.chair, afterwards), options);

  expect(walks.some(({ reply }) => caseWords.some((word) => JSON.stringify(reply).includes(word)))).toBe(true);
}, 600_000);

async function crawl(store: StoreHandle, withCase: boolean): Promise<(typeof worlds)[number]> {
  const beforeRecusal = (reader: Scene['reader'], committee: Scene['committee']) =>
    postEverything(store, reader, committee);
  const meanwhile = async (parts: Parts) => {
    const running = await beginEverything(parts);
    return () => goOn(parts, running);
  };
  const scene = await createScene(store, { withCase, withOfficer: true, beforeRecusal, meanwhile });
  if (!scene.officer) throw new Error('nobody is both');
  const ids = await idsOfCase(store, scene);
  const inputs = ids.size > 0 ? await inputsWith(store, scene, ids) : [];
  const by = async (reader: Scene['reader']) => crawlAs(store, { ...scene, reader }, { ids, inputs });
  const [member, both] = readers;
  return { [member]: await by(scene.reader), [both]: await by(scene.officer) } as (typeof worlds)[number];
}

async function crawlAs(store: StoreHandle, scene: Scene, given: Pick<Crawled, 'ids' | 'inputs'>): Promise<Crawled> {
  return {
    ...{ scene, ...given },
    cards: await wordedFor(store, scene, 'reader'),
    posts: await wordedFor(store, scene, 'channel'),
    walks: await explore(at(scene.reader, afterwards), {
      ...{ channel: scene.channel, depth: 2, known: await allIds(store), prune },
    }),
    calendar: await calendarOf(store, scene),
  };
}

/** As if the reader had never been recused, and then thrown away. */
async function openAgain<T>(scene: Scene, work: (store: Scene['reader']['store']) => Promise<T>): Promise<T> {
  return discarded(at(scene.reader, afterwards), async (store) => {
    await client(store).recusal.deleteMany({ where: { personId: scene.reader.person } });
    return work(store);
  });
}

/** Ids that exist only because of the case: the person, names put forward, places on lists, and lists of nobody else. */
async function idsOfCase(store: StoreHandle, { xavier: person }: Scene): Promise<ReadonlySet<string>> {
  if (person === null) return new Set();
  const nominations = await client(store).nomination.findMany({ where: { personId: person } });
  const entries = await client(store).nomineeListEntry.findMany({ where: { personId: person } });
  const alone = await client(store).nomineeList.findMany({
    where: { entries: { every: { personId: person } } },
    include: { rounds: true },
  });
  const rounds = alone.flatMap((list) => list.rounds.map(({ id }) => id));
  const dates = await client(store).deadline.findMany({ where: { subjectId: { in: rounds } } });
  return new Set([person, ...rounds, ...[...nominations, ...entries, ...alone, ...dates].map(({ id }) => id)]);
}

/** What those who see the case are offered that carries one of its ids: buttons of what they read, filled forms. */
async function inputsWith(store: StoreHandle, scene: Scene, ids: ReadonlySet<string>): Promise<readonly Input[]> {
  const offered = new Map<string, Input>();
  for (const eyes of [scene.clerk, scene.ann]) {
    const options = { channel: scene.channel, depth: 1, known: await allIds(store), prune };
    for (const { reply } of await explore(at(eyes, afterwards), options)) {
      for (const { action, data } of 'kind' in reply ? offeredIn(reply) : []) {
        const input: Input = { kind: 'button', action, data, in: 'message' };
        const text = JSON.stringify(input);
        if ([...ids].some((id) => text.includes(id))) offered.set(text, input);
      }
    }
  }
  return [...offered.values()];
}

function offeredIn(reply: Extract<Walk['reply'], { kind: string }>) {
  if (reply.kind === 'show' || reply.kind === 'replace') return buttonsOf(reply.message);
  return reply.kind === 'form' || reply.kind === 'redraw' ? buttonsOf(reply.form) : [];
}

function withUnknown(input: Input, ids: ReadonlySet<string>): Input {
  const other = new Map([...ids].map((id) => [id, newId()]));
  return JSON.parse(JSON.stringify(input).replace(uuids, (id) => other.get(id) ?? id)) as Input;
}

async function replyTo(scene: Scene, input: Input): Promise<string> {
  const act = at(scene.reader, afterwards);
  return discarded(act, async (store) => withoutIds(JSON.stringify(await mouthOf(act, null, store).answer(input))));
}

function namesTheCase(shown: unknown): boolean {
  return caseWords.some((word) => JSON.stringify(shown ?? null).includes(word));
}

const neutralWords = [
  'There is nothing here for you any more',
  'There is nothing to do for you here any more',
  'The date for this has been cancelled',
  'This no longer waits for you',
  // In the room it cannot be hidden: whoever is there is asked to go out, and is not told for whom.
  'Please leave the room until you are called back',
];

/** Cards with something to say: what stands in place of one that is not the reader's any more says nothing of why. */
function told(cards: readonly Worded[]): readonly string[] {
  return cards.flatMap(({ text }) => (text && !isNeutral(text) ? [text] : []));
}

function isNeutral(text: string): boolean {
  return neutralWords.some((words) => text.includes(words));
}

/** Setting up another committee leads out of this one; the menu repeats the commands. */
function prune(step: Step): boolean {
  return step.kind === 'press' ? step.action === 'quorate.line' : 'form' in step && step.form === 'committees.set-up';
}

function shownAt(walks: readonly Walk[]): ReadonlyMap<string, string> {
  return new Map(
    walks.map(({ path, reply }) => [
      JSON.stringify(path),
      withoutIds(JSON.stringify(reply))
        .replace(/\b[0-9a-f]{64}\b/gu, '#')
        // The chain is the whole workspace's, and counts every event.
        .replace(/"before":"\d+"/gu, '"before":"#"')
        .replace(/\d+ entr(?:y|ies) of the last moments/gu, '# entries')
        .replace(/calendar\/[\w-]+\.ics/gu, 'calendar/#.ics'),
    ]),
  );
}

/** Where two texts part, with a little before and after: enough to see what leaked. */
function difference(expected: string, shown: string): string {
  let start = 0;
  while (start < expected.length && expected[start] === shown[start]) start += 1;
  const part = (text: string) => text.slice(Math.max(0, start - 60), start + 160);
  return `\n  without: …${part(expected)}…\n  with: …${part(shown)}…`;
}
