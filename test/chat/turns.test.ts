/** Turns: so many acts at once, the others one after the other, and none begun for nothing. */
import { createTurns } from '../../src/chat/turns.ts';

const soon = () => performance.now() + 10_000;

test('as many as there are turns begin at once, the next when one is over, in order', async () => {
  const turns = createTurns(2);
  const begun: string[] = [];
  const begin = async (name: string) => {
    const over = await turns.take(soon());
    begun.push(name);
    return over!;
  };
  const [first] = await Promise.all([begin('first'), begin('second')]);
  const third = begin('third');
  const fourth = begin('fourth');
  await new Promise((resolve) => setTimeout(resolve, 20));
  const atOnce = [...begun];

  first();
  first();
  (await third)();
  (await fourth)();

  expect(atOnce).toEqual(['first', 'second']);
  expect(begun).toEqual(['first', 'second', 'third', 'fourth']);
});

test('whose turn does not come in time is told so, and takes nobody else’s', async () => {
  const turns = createTurns(1);
  const over = (await turns.take(soon()))!;

  const late = await turns.take(performance.now() + 20);
  const next = turns.take(soon());
  over();

  expect(late).toBeNull();
  expect(await next).toBeInstanceOf(Function);
});
