/**
 * Whatever bears a marking above what the workspace accepts is turned away before any feature sees it: every form, every
 * command, buttons of every feature, files, the answer page. Afterwards the words are nowhere in the database.
 */
import { strToU8, zipSync } from 'fflate';
import type { Input, Reply } from '../../src/chat/call.ts';
import type { FormHandler } from '../../src/chat/interaction.ts';
import { client } from '../../src/database/client.ts';
import { writeWorkbook } from '../../src/documents/workbook.ts';
import { guardedFiles } from '../../src/door.ts';
import { setAccepted } from '../../src/features/classification/operations/accepted.ts';
import { importInteractions } from '../../src/features/imports/interactions/people.ts';
import { createLink } from '../../src/features/submissions/operations/link.ts';
import { createSubmissionWorld, found, sent } from '../features/submissions/submission-world.ts';
import { takeAnswerPage } from '../support/answer-pages.ts';
import { callOf } from '../support/calls.ts';
import { createTestDatabase } from '../support/test-database.ts';
import { createWorld, type World } from '../support/worlds.ts';
import { interactions, lines, mouthOf } from './bot.ts';
import { rows } from './tables.ts';

const { handle } = await createTestDatabase();

const words = 'Hoa sen ngoài sổ';
const marked = `TỐI MẬT\n${words}`;
const isTurnedAway = /bears the marking Secret \(Tối mật\); this workspace accepts up to Internal/u;

let world: World;
beforeAll(async () => {
  world = await createWorld(handle);
});

const forms = interactions.filter((one): one is FormHandler => one.kind === 'form');
const actions = interactions.flatMap((one) => (one.kind === 'button' ? [one.action] : []));
const buttons = actions.filter((action, at) => actions.findIndex((one) => featureOf(one) === featureOf(action)) === at);

/** Jobs too: they live in a schema of their own. */
async function placesOf(text: string): Promise<readonly string[]> {
  const kept = [...(await rows(handle))].filter((row) => row.includes(text));
  const jobs = await client(handle).$queryRaw<readonly { job: string }[]>`
    SELECT j::text AS job FROM graphile_worker._private_jobs j`;
  return [...kept, ...jobs.map(({ job }) => job).filter((job) => job.includes(text))].map((row) => row.slice(0, 60));
}

function say(input: Input): Promise<Reply> {
  return mouthOf({ ...world.clerk, requestId: null }, null, handle).answer(input);
}

function personForm(unit: string): Input {
  const state = { committee: world.committee, person: null, version: 0, warned: [] };
  return { kind: 'submission', form: 'people.person', state, values: { fullName: 'Mai Mẫu', unit } };
}

function featureOf(action: string): string {
  return action.split('.')[0] ?? '';
}

function fieldsOf(form: FormHandler): readonly string[] {
  return 'shape' in form.values ? Object.keys(form.values.shape as object) : [];
}

test('in any form, beside the field that bears it', async () => {
  const letIn: string[] = [];
  for (const form of forms) {
    const [first = 'none', ...more] = fieldsOf(form);
    const field = more.at(-1) ?? first;
    const values = { ...(more.length > 0 && { [first]: 'Some words' }), [field]: marked };
    const reply = await say({ kind: 'submission', form: form.id, state: {}, values });
    const error = reply.kind === 'field-errors' ? reply.errors[field] : undefined;
    if (!isTurnedAway.test(error ?? '')) letIn.push(`${form.id}.${field}`);
  }

  expect(forms.length).toBeGreaterThan(80);
  expect(letIn).toEqual([]);
  expect(await placesOf(words)).toEqual([]);
});

test('with any command, a button of any feature, and in a direct message', async () => {
  const inputs: readonly Input[] = [
    ...lines.map(({ name, text }): Input => ({ kind: 'command', name, text: `${text} Mai Mẫu; TỐI MẬT; ${words}` })),
    ...buttons.map((action): Input => ({ kind: 'button', action, data: { any: { deep: [marked] } }, in: 'message' })),
    { kind: 'direct-message', text: marked },
  ];

  const replies = await Promise.all(inputs.map(say));

  expect(replies.filter((reply) => !isTurnedAway.test(JSON.stringify(reply)))).toEqual([]);
  expect(JSON.stringify(replies.at(-1))).toContain('Please delete the message in this chat');
  expect(await placesOf(words)).toEqual([]);
});

test('while a form is filled in, or a name looked for, nothing is answered and nothing recorded', async () => {
  const before = await client(handle).auditEvent.count();
  const mouth = mouthOf({ ...world.clerk, requestId: null }, null, handle);

  for (const { id: form, change, options } of forms) {
    const values = { any: marked };
    if (change) await mouth.answer({ kind: 'change', form, requestId: 'r', state: {}, field: 'any', values });
    if (options) expect(await mouth.options({ form, state: {}, field: 'any', typed: marked })).toEqual([]);
  }

  expect(await client(handle).auditEvent.count()).toBe(before);
  expect(await placesOf(words)).toEqual([]);
});

test('the record says that there was a refusal, not of whom and not of what', async () => {
  await say(personForm(marked));

  const event = await client(handle).auditEvent.findFirst({
    where: { kind: 'classification.turned-away', workspaceId: world.workspace },
    orderBy: { serial: 'desc' },
  });

  expect(event).toMatchObject({
    ...{ personId: null, memberId: null, committeeId: null, subjectKind: 'workspace' },
    facts: { marking: 'secret', accepted: 'internal', way: 'form' },
  });
});

test('control: the same words without a marking are stored, and this test finds them', async () => {
  const reply = await say(personForm(`Phòng ${words}`));

  expect(JSON.stringify(reply)).not.toMatch(isTurnedAway);
  expect((await placesOf(words)).length).toBeGreaterThan(0);
});

describe('a file', () => {
  const docx = zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(`<w:document><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:document>`),
    'word/header1.xml': strToU8('<w:hdr><w:p><w:r><w:t>TỐI </w:t></w:r><w:r><w:t>MẬT</w:t></w:r></w:p></w:hdr>'),
  });
  const sheetHeader = zipSync({
    'xl/worksheets/sheet1.xml': strToU8(
      `<worksheet><c><is><t>${words}</t></is></c><oddHeader>&amp;C&amp;"Arial,Bold"&amp;14TỐI MẬT</oddHeader></worksheet>`,
    ),
  });
  const list = `Full name\tUnit\nMai Mẫu\t${words} 2\n`;

  test.each([
    ['text', new TextEncoder().encode(`TỐI MẬT\n${list}`)],
    ['text in UTF-16', new Uint8Array(Buffer.from(`\uFEFFTỐI MẬT\n${list}`, 'utf16le'))],
    ['a workbook', writeWorkbook([['TỐI MẬT'], ['Full name', 'Unit'], ['Mai Mẫu', words]])],
    ['the header of a sheet', sheetHeader],
    ['the header of a letter', docx],
  ])('with the marking in %s', async (_where, bytes) => {
    const read = guardedFiles(async () => ({ kind: 'read', bytes }));

    const reply = await paste(read);

    expect(reply).toMatchObject({ errors: { file: expect.stringMatching(/delete the file in this chat/u) } });
    expect(await placesOf(`${words} 2`)).toEqual([]);
  });

  test('control: without a marking it is read', async () => {
    const bytes = new TextEncoder().encode(list);
    const read = guardedFiles(async () => ({ kind: 'read', bytes }));

    const reply = await paste(read);

    expect(JSON.stringify(reply)).toContain('Mai Mẫu');
    expect((await placesOf(`${words} 2`)).length).toBeGreaterThan(0);
  });

  function paste(readFile: Parameters<typeof importInteractions>[0]['readFile']): Promise<Reply> {
    const form = importInteractions({ readFile }).find((one) => one.kind === 'form' && one.id === 'imports.paste');
    const values = { file: 'F1', rows: null, rows2: null, rows3: null };
    return (form as FormHandler).submit(callOf(world.clerk), { committee: world.committee, plan: null }, values);
  }
});

test('on the page of an authority the form comes back with the sentence, and the address is not spent', async () => {
  const parcel = await createSubmissionWorld(handle, ['Ann']);
  const id = await sent(parcel, false);
  const made = await createLink({ ...parcel.clerk, requestId: null }, id);
  if (!made.ok) throw new Error(made.reason);
  const seat = (await found(parcel.clerk, id)).seats[0]?.id;
  const answer = (word: string) => ({ [`answer-${seat}`]: 'returned', [`word-${seat}`]: word, number: '', dated: '' });
  const page = (typed: Record<string, string>) => takeAnswerPage(handle, parcel.clerk.now, made.value.secret, typed);

  const refused = await page(answer(`${words} 3\nTỐI MẬT`));

  expect(refused?.status).toBe(422);
  expect(refused?.html).toMatch(isTurnedAway);
  expect(await placesOf(`${words} 3`)).toEqual([]);
  expect((await page(answer('Which unit?')))?.status).toBe(200);
});

test('where a workspace accepts the level, it goes through', async () => {
  const other = await createWorld(handle);
  const level = { level: 'secret', reason: 'A network of our own, decision No 5', version: 0 } as const;
  await setAccepted({ ...other.clerk, requestId: null }, level);

  const reply = await mouthOf({ ...other.clerk, requestId: null }, null, handle).answer({
    ...{ kind: 'command', name: 'quorate', text: 'help; TỐI MẬT' },
  });

  expect(JSON.stringify(reply)).not.toMatch(/bears the marking/u);
});
