/** The pool at the keyboard, in both languages; and what it asks of the database, whatever the size of the register. */
import { plan as planCommand } from '../../../commands/plan.ts';
import type { Reply } from '../../../src/chat/call.ts';
import { client } from '../../../src/database/client.ts';
import { openDatabase } from '../../../src/database/connect.ts';
import { planInteractions } from '../../../src/features/plans/interactions.ts';
import { poolInteractions } from '../../../src/features/pools/interactions.ts';
import { texts } from '../../../src/i18n/texts.ts';
import { newId } from '../../../src/kernel/ids.ts';
import { startDatabaseProxy } from '../../support/app-tcp-proxy.ts';
import { buttonOf, formOf, handsOf, wordsOf } from '../../support/hands.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, must } from '../nominations/scene.ts';
import {
  at,
  compute,
  confirm,
  createPooled,
  inPool,
  names,
  type Pooled,
  record,
  seen,
  standingsSeen,
} from './scene.ts';

const { handle, url } = await createTestDatabase();
const wire = await startDatabaseProxy(url);
const counted = openDatabase(wire.url, 2);
afterAll(async () => {
  await counted.close();
  await wire.close();
});

test.each(['en', 'vi'] as const)(
  'from the plan’s card to the confirmed pool and on to the next version (%s)',
  async (locale) => {
    const scene = await createPooled(handle);
    const t = texts(locale, 'Asia/Ho_Chi_Minh', 'party');
    const hands = handsOf(again(scene.clerk), [...planInteractions, ...poolInteractions], locale);
    const press = (shown: Reply, label: string) => hands.press(buttonOf(shown, label));

    const typed = await hands.type(planCommand, locale === 'vi' ? 'nguồn' : 'pool');
    const computed = await press(typed, t('pools.buttonCompute'));
    const people = await press(computed, t('pools.position.button'));
    const out = await press(people, t('pools.position.show.left-out', { count: 1 }));
    const form = formOf(await press(out, t('pools.person.button')));
    const refused = await hands.submit(form, { place: 'in' });
    const added = await hands.submit(form, { place: 'in', reason: 'Asked for by the authority', prospects: 'medium' });
    const whole = await press(added, t('pools.position.buttonPool'));
    const confirming = formOf(await press(whole, t('pools.buttonConfirm')));
    const confirmed = await hands.submit(confirming, { body: 'Leadership', discussedOn: '2026-03-02' });
    const next = await press(confirmed, t('pools.buttonNext'));

    expect(wordsOf(typed)).toContain(t('pools.title'));
    expect(wordsOf(out)).toContain(names.old);
    expect(refused).toMatchObject({ kind: 'field-errors', errors: { reason: expect.any(String) } });
    expect(wordsOf(added)).toContain('Asked for by the authority');
    expect(wordsOf(confirmed)).toContain('Leadership');
    expect(wordsOf(next)).toContain(t('pools.inForce', { version: 1 }));
  },
);

test('a register of three hundred on forty positions costs as many statements as one of three on two', async () => {
  const small = await createPooled(handle);
  const large = await createPooled(handle);
  await grow(large);

  const few = await statementsOf(small);
  const many = await statementsOf(large);

  expect(many).toEqual(few);
});

/** Of computing, reading both cards, recording and confirming, each after one that is not counted. */
async function statementsOf(scene: Pooled): Promise<readonly number[]> {
  const counting = { ...scene, clerk: { ...scene.clerk, store: counted.handle } };
  let pool = (await compute(counting)).pool;
  must(await record(counting, pool, scene.people.fit, inPool));
  must(await confirm(counting, pool));
  const steps = [
    async () => {
      pool = (await compute(counting)).pool;
    },
    async () => void (await seen(counting, pool)),
    async () => void (await standingsSeen(counting, pool)),
    async () => void must(await record(counting, pool, scene.people.fit, { ...inPool, prospects: 'high' })),
    async () => void must(await confirm(counting, pool)),
  ];
  const numbers: number[] = [];
  for (const step of steps) {
    wire.statements();
    await step();
    numbers.push(wire.statements().length);
  }
  return numbers;
}

/** As an import would have put them there. */
async function grow(scene: Pooled): Promise<void> {
  const numbers = Array.from({ length: 300 }, (_, number) => number);
  const { workspaceId } = await client(handle).person.findFirstOrThrow({ where: { id: scene.clerk.person } });
  await client(handle).position.createMany({
    data: numbers.slice(0, 40).map((number) => ({
      ...{ id: newId(), planId: at(scene).plan, title: `Post ${number}`, rank: 100 + number },
      ...{ seats: 3, level: 1 + (number % 6) },
    })),
  });
  await client(handle).person.createMany({
    data: numbers.map((number) => ({
      ...{ id: newId(), workspaceId, fullName: `Người Thứ ${number}`, searchName: `nguoi thu ${number}`, sex: 'male' },
      ...{ birthMonth: number % 2 ? '1985-04' : '1966-01', level: 3, source: 'import', createdAt: scene.clerk.now },
    })),
  });
}
