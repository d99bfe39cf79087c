/** Files in and out: a list given as a file, the candidates taken home as one, and words where files do not go. */
import { Buffer } from 'node:buffer';
import {
  actUntil,
  type Examiner,
  eventually,
  patiently,
  startExaminer,
  topView,
  wordsOf,
} from '../support/app-examiner.ts';
import { openReview } from '../support/app-review.ts';
import { admin, hall } from '../support/app-seed.ts';
import { createTestDatabase } from '../support/test-database.ts';
import { workbook } from '../support/workbook.ts';

let exam: Examiner;
beforeAll(async () => {
  const database = await createTestDatabase();
  exam = await startExaminer({ databaseUrl: database.url });
  await exam.bot.ready();
  await openReview(exam, database.url, ['Nominee Nadia']);
});
afterAll(() => exam.stop());
afterEach(async () => {
  exam.sandbox.faults.clear();
  const person = exam.as(admin);
  while (person.topView()) await person.close(topView(person), true);
  expect(exam.refusals()).toEqual([]);
});

const rows = [
  ['Full name', 'Birth month', 'Present post'],
  ['Given In A Workbook', { date: '1975-04-01' }, 'Auditor'],
  ['Otto Overlooked', '13/1975', 'Auditor'],
];

async function importForm() {
  const person = exam.as(admin);
  const view = await patiently(async () => {
    await person.command(hall, '/plan', 'people');
    await person.click(person.messages(hall).at(-1)!, 'Take over a list');
    return eventually(
      () => person.topView(),
      (open) => open !== null,
      5_000,
    );
  });
  return { person, view: view! };
}

test.each([
  ['an Excel workbook', 'Given In A Workbook', 'people.xlsx', workbook(rows)],
  [
    'a CSV file',
    'Given In A CSV',
    'people.csv',
    Buffer.from('Full name,Birth month,Present post\nGiven In A CSV,04/1975,Auditor\nOtto Overlooked,13/1975,Auditor'),
  ],
])('%s is read, shown with its faulty row, and stored when confirmed', async (_what, name, file, bytes) => {
  const { person, view } = await importForm();

  await person.fill(view, { 'field:file': person.file(file, bytes) });
  await patiently(async () => expect((await person.submit(topView(person))).ok).toBe(true));
  const preview = wordsOf(topView(person));
  await person.click(topView(person), 'Store this');

  expect(preview).toMatch(/13\/1975/u);
  await person.close(topView(person), true);
  expect(await exam.rows('SELECT "birthMonth" AS born FROM person WHERE "fullName" = $1', [name])).toEqual([
    { born: '1975-04' },
  ]);
});

test.each([
  ['a file beside pasted rows', { 'field:rows': 'Full name\nA' }, workbook(rows), /One list at a time/u],
  ['a file that is too large', {}, Buffer.alloc(1_100_000, 'x'), /larger than 1,024 KB/u],
  ['a picture', {}, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), /cannot be read/u],
])('%s is refused in words beside the field, and the form stays', async (_what, values, bytes, words) => {
  const { person, view } = await importForm();

  const sent = await person.submit(view, { ...values, 'field:file': person.file('list.xlsx', bytes) });

  expect(Object.values(sent.errors).join()).toMatch(words);
  expect(topView(person).id).toBe(view.id);
});

test('a file that Slack does not hand out in time: not saved, and the form stays', async () => {
  const { person, view } = await importForm();
  exam.sandbox.faults.failWith('files.info', 503);

  const sent = await exam.hasty(admin).submit(view, { 'field:file': person.file('people.xlsx', workbook(rows)) });

  expect(Object.values(sent.errors).join()).toMatch(/Not saved/u);
  expect(topView(person).id).toBe(view.id);
});

test('the candidates come as a file into the direct messages; where files do not go, as text to copy', async () => {
  const person = exam.as(admin);
  const lastWords = () => wordsOf(person.messages(hall).at(-1)!);
  const pressUntil = (answer: RegExp) =>
    actUntil(
      async () => {
        await person.command(hall, '/candidates');
        await person.click(person.messages(hall).at(-1)!, 'As CSV');
      },
      lastWords,
      (words) => answer.test(words),
    );

  const saidWithFile = await pressUntil(/is in your direct messages/u);
  const files = person.directMessages().flatMap(({ fileIds }) => fileIds);
  exam.sandbox.faults.failWith('files.getUploadURLExternal', 503, 10);
  const copied = await pressUntil(/Copy this into a file/u);

  expect(files.length).toBeGreaterThanOrEqual(1);
  expect(saidWithFile).not.toContain('Nadia');
  expect(copied).toContain('Nominee Nadia');
});
