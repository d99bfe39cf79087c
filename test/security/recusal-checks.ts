/**
 * Promise 4: from the moment of a recusal a person finds the case nowhere. Two worlds, with the case and without it, are
 * crawled by the recused person through every command, button, form and search; what is shown, what they were and will be
 * sent, what the channel and their calendar read must be equal, and an id of the case is answered like an unknown one.
 */

import type { StoreHandle } from '../../src/kernel/act.ts';
import type { CommitteeId } from '../../src/kernel/ids.ts';
import { createTestDatabase } from '../support/test-database.ts';
import { mistakes, mouthOf } from './bot.ts';
import { difference, namesTheCase, shownAt, told, withUnknown } from './recusal-compare.ts';
import {
  type Crawled,
  type CrawledBy,
  crawl,
  lineStep,
  openAgain,
  type Reach,
  readers,
  replyTo,
  walk,
} from './recusal-crawl.ts';
import { postEverything, wordedFor } from './recusal-crawl-cards.ts';
import { afterwards, at, type RecusalScene, type Somebody } from './scene.ts';

export interface Making {
  readonly withCase: boolean;
  readonly beforeRecusal: (reader: Somebody, committee: CommitteeId) => Promise<void>;
}

/** The checks, of a scene made in both worlds. Control: for whoever is not recused the case is behind each of the deeper lines. */
export async function findsTheCaseNowhere(
  createScene: (store: StoreHandle, making: Making) => Promise<RecusalScene>,
  reach: Reach,
): Promise<void> {
  /** A database for each world: they are crawled at the same time, and nothing of the one can wait for the other. */
  const [{ handle: handleWithout }, { handle }] = [await createTestDatabase(), await createTestDatabase()];
  let worlds: readonly CrawledBy[] = [];

  beforeAll(async () => {
    const world = async (store: StoreHandle, withCase: boolean) => {
      const beforeRecusal: Making['beforeRecusal'] = (reader, committee) => postEverything(store, reader, committee);
      return crawl(store, await createScene(store, { withCase, beforeRecusal }), reach);
    };
    worlds = await Promise.all([world(handleWithout, false), world(handle, true)]);
  }, 1_800_000);

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
      // Whoever types the name is answered with it.
      const naming = withCase.walks.filter(
        ({ path, reply, input }) => !namesTheCase(path) && namesTheCase([reply, input]),
      );
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
        for (const input of inputs)
          replies.push(await mouthOf(at(scene.reader, afterwards), null, store).answer(input));
        return { cards, replies: replies.filter(namesTheCase).length };
      });

      expect(leaks.replies).toBeGreaterThan(0);
      expect(told(leaks.cards)).not.toEqual(told(without.cards));
    });
  });

  test.each([...reach.deeper])(
    'control: who is not recused finds the case behind /%s',
    async (line) => {
      const [, world] = worlds;
      if (!world) throw new Error('the world with the case was not crawled');
      const { scene, known } = world['a member'];

      const walks = await walk(scene, scene.clerk, { depth: 3, known, first: [lineStep(line)] });

      expect(walks.some(({ reply }) => namesTheCase(reply))).toBe(true);
    },
    1_800_000,
  );
}
