/** "What do you hold about me" as it is read: in both languages, as text, as JSON, and by the committee secretary. */
import { openRegister } from '../../../src/features/people/interactions/register.ts';
import { openOwnData, statementInteractions } from '../../../src/features/personal-data/interactions/statement.ts';
import type { Locale } from '../../../src/kernel/act.ts';
import { callOf, formOf, messageOf, press, search, submit, textOf } from '../../support/calls.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { createScene, inRegister } from '../nominations/scene.ts';

const { handle } = await createTestDatabase();
const interactions = statementInteractions;

describe.each<[Locale, Record<'text' | 'json' | 'name' | 'withheld' | 'handOver' | 'recorded', string>]>([
  [
    'en',
    {
      ...{ text: 'Take it as a text file', json: 'Take it as JSON', name: 'Full name: Ann Arbor' },
      withheld: 'deliberation is confidential',
      ...{ handOver: 'What is held about somebody', recorded: 'It is recorded that you opened it' },
    },
  ],
  [
    'vi',
    {
      ...{ text: 'Lấy thành tệp văn bản', json: 'Lấy thành tệp JSON', name: 'Họ và tên: Ann Arbor' },
      withheld: 'việc thảo luận được giữ kín',
      ...{ handOver: 'Dữ liệu đang lưu về một người', recorded: 'Việc đồng chí mở nội dung này được ghi lại' },
    },
  ],
])('in %s', (locale, words) => {
  test('shown privately, and taken away as a file whose name tells nothing', async () => {
    const scene = await createScene(handle);
    const call = callOf({ ...scene.ann, locale });
    const shown = messageOf(await openOwnData(call));

    const text = await press(interactions, callOf({ ...scene.ann, locale }), shown, words.text);
    const json = await press(interactions, callOf({ ...scene.ann, locale }), shown, words.json);

    expect(textOf(shown)).toContain(words.name);
    expect(textOf(shown)).toContain(words.withheld);
    expect(shown.summary).not.toContain('Ann');
    const files = [text, json].map((reply) => (reply.kind === 'show' ? reply.file : undefined));
    expect(files.map((file) => file?.name).join(' ')).not.toMatch(/ann|arbor/iu);
    expect(files[0]?.content).toContain(words.name);
    expect(JSON.parse(String(files[1]?.content))).toMatchObject({
      entry: { fullName: 'Ann Arbor' },
      withheld: ['case', 'others', 'sealed'],
    });
  });

  test('the committee secretary opens it for somebody from the register', async () => {
    const scene = await createScene(handle);
    const person = await inRegister(scene, 'Dora Dean');
    const call = callOf({ ...scene.clerk, locale });
    const register = messageOf(await openRegister(call, scene.committee));
    const form = formOf(await press(interactions, call, register, words.handOver));

    const offered = await search(interactions, call, form, 'person', 'dora');
    const shown = messageOf(await submit(interactions, call, form, { person, via: 'letter' }));

    expect(offered).toEqual([person]);
    expect(textOf(shown)).toContain('Dora Dean');
    expect(textOf(shown)).toContain(words.recorded);
    expect(shown.summary).not.toContain('Dora');
  });
});
