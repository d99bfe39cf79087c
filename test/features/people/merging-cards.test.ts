/** Merging as the committee secretary meets it: from the register to the sentence that it is done, in both languages. */
import { mergeInteractions } from '../../../src/features/people/interactions/merge.ts';
import { openRegister, peopleInteractions } from '../../../src/features/people/interactions/register.ts';
import { heldPeople } from '../../../src/held-people.ts';
import type { Locale } from '../../../src/kernel/act.ts';
import { buttonsOf, callOf, formOf, messageOf, press, search, submit, textOf } from '../../support/calls.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { createScene, inRegister, must, propose } from '../nominations/scene.ts';

const { handle } = await createTestDatabase();
const interactions = [...peopleInteractions, ...mergeInteractions(heldPeople)];

describe.each<[Locale, Record<'open' | 'merge' | 'swap' | 'moves' | 'done' | 'clash', string>]>([
  [
    'en',
    {
      open: 'Merge two entries',
      merge: 'Merge',
      swap: 'The other way round',
      moves: '1 nomination',
      done: 'Both entries are one now',
      clash: 'both are put forward for the same position',
    },
  ],
  [
    'vi',
    {
      open: 'Gộp hai mục',
      merge: 'Gộp',
      swap: 'Đổi chiều gộp',
      moves: '1 lượt giới thiệu',
      done: 'Hai mục đã thành một',
      clash: 'cả hai đều được giới thiệu vào cùng một chức danh',
    },
  ],
])('in %s', (locale, words) => {
  async function arrange() {
    const scene = await createScene(handle);
    const stays = await inRegister(scene, 'Trần Văn Mẫu');
    const goes = await inRegister(scene, 'Tran Van Mau');
    must(await propose(scene.clerk, scene, goes));
    const call = callOf({ ...scene.clerk, locale });
    const register = messageOf(await openRegister(call, scene.committee));
    const form = formOf(await press(interactions, call, register, words.open));
    return { scene, stays, goes, call, form };
  }

  test('choose two, see what moves, turn it round and back, confirm', async () => {
    const { stays, goes, call, form } = await arrange();

    const offered = await search(interactions, call, form, 'goes', 'mau');
    const seen = messageOf(await submit(interactions, call, form, { stays: goes, goes: stays }));
    const turned = messageOf(await press(interactions, call, seen, words.swap));
    const done = messageOf(await press(interactions, call, turned, words.merge));

    expect([...offered].sort()).toEqual([stays, goes].sort());
    expect(textOf(seen)).not.toContain(words.moves);
    expect(textOf(turned)).toContain(words.moves);
    expect(`${seen.summary} ${done.summary}`).not.toMatch(/M[aẫ]u/);
    expect(textOf(done)).toContain(words.done);
  });

  test('what stands in the way is said, and there is no button to do it all the same', async () => {
    const { scene, stays, goes, call, form } = await arrange();
    must(await propose(scene.clerk, scene, stays));

    const seen = messageOf(await submit(interactions, call, form, { stays, goes }));

    expect(textOf(seen)).toContain(words.clash);
    expect(buttonsOf(seen).map(({ label }) => label)).not.toContain(words.merge);
  });
});
