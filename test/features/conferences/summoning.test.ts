/** Summoning many, most of them without an account; and recording what they answered by phone or letter. */
import pg from 'pg';
import { client } from '../../../src/database/client.ts';
import { recuse } from '../../../src/features/access/operations.ts';
import { conferenceInteractions } from '../../../src/features/conferences/interactions/register.ts';
import { recordMany, undoMany } from '../../../src/features/conferences/operations/answer-many.ts';
import { changeSummoned } from '../../../src/features/conferences/operations/draft.ts';
import { seeConference } from '../../../src/features/conferences/operations/look.ts';
import { previewAnnouncement } from '../../../src/features/conferences/operations/preview.ts';
import { readSummonsList, summonFrom, summonPasted } from '../../../src/features/conferences/operations/summoning.ts';
import { whoIsMeant } from '../../../src/features/conferences/rules/names.ts';
import type { Summoned } from '../../../src/features/conferences/types.ts';
import { foldName, searchName } from '../../../src/i18n/names.ts';
import { type ConferenceId, newId, type PersonId } from '../../../src/kernel/ids.ts';
import { drawMessage } from '../../../src/slack/blocks/message.ts';
import { buttonsOf, callOf, formOf, messageOf, press, submit, textOf } from '../../support/calls.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import {
  again,
  answer,
  cards,
  createScene,
  drafted,
  minute,
  must,
  reasonOf,
  type Scene,
  scheduled,
  sent,
  versionOf,
} from './scene.ts';

const statements = countStatements();
const { handle } = await createTestDatabase();
const interactions = conferenceInteractions({ publicUrl: null });

async function register(scene: Scene, people: readonly { name: string; unit?: string; post?: string }[]) {
  const rows = people.map(({ name, unit, post }) => ({
    ...{ id: newId<PersonId>(), workspaceId: scene.workspace, fullName: name, searchName: searchName(name) },
    ...{ unit: unit ?? null, statePost: post ?? null, source: 'demo', createdAt: scene.clerk.now },
  }));
  await client(handle).person.createMany({ data: rows });
  return rows.map(({ id }) => id);
}

/** Names of words without numbers, as people have them. */
function crowd(size: number) {
  const given = [
    'An',
    'Bình',
    'Chi',
    'Dũng',
    'Giang',
    'Hà',
    'Khang',
    'Lan',
    'Minh',
    'Nga',
    'Oanh',
    'Phúc',
    'Quân',
    'Sơn',
    'Tú',
  ];
  const middle = ['Văn', 'Thị', 'Đức', 'Thu', 'Quang', 'Ngọc', 'Hữu'];
  const family = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng'];
  return Array.from({ length: size }, (_, index) => {
    const at = (words: readonly string[], by: number) => words[Math.floor(index / by) % words.length];
    return `${at(family, given.length * middle.length)} ${at(middle, given.length)} ${at(given, 1)}`;
  });
}

async function summonedTo(scene: Scene, conference: ConferenceId) {
  return must(await previewAnnouncement(again(scene.clerk), conference)).summoned;
}

async function version(scene: Scene, conference: ConferenceId) {
  return { conference, version: await versionOf(scene, conference) };
}

test('units, members and those of an earlier conference are put on the list, each once, with their posts', async () => {
  const scene = await createScene(handle);
  const [lan, minh] = await register(scene, [
    { name: 'Lan Unit', unit: 'Office 1', post: 'Head' },
    { name: 'Minh Unit', unit: 'Office 1' },
    { name: 'Nga Elsewhere', unit: 'Office 2' },
  ]);
  const earlier = await drafted(scene);
  const change = { add: [lan as PersonId], guests: [], remove: [scene.members[0].person] };
  must(await changeSummoned(again(scene.clerk), { ...(await version(scene, earlier)), ...change }));
  await client(handle).conferenceSummons.updateMany({
    where: { personId: lan as string },
    data: { post: 'Post of then' },
  });
  await sent(scene, earlier);
  const [byUnit, byEarlier] = [await drafted(scene), await drafted(scene)];
  const none = { add: [], guests: [] };
  const everybody = (await summonedTo(scene, byEarlier)).map((one) => one.person);
  must(await changeSummoned(again(scene.clerk), { ...(await version(scene, byEarlier)), ...none, remove: everybody }));

  const fromUnit = must(
    await summonFrom(again(scene.clerk), {
      ...(await version(scene, byUnit)),
      sources: { members: true, units: ['Office 1'], earlier: null },
      counts: true,
    }),
  );
  must(
    await summonFrom(again(scene.clerk, 2 * minute), {
      ...(await version(scene, byEarlier)),
      sources: { members: false, units: ['Office 1'], earlier },
      counts: false,
    }),
  );

  expect(fromUnit.added).toBe(2);
  const unit = await summonedTo(scene, byUnit);
  expect(unit).toHaveLength(7);
  expect(unit.find(({ person }) => person === lan)).toMatchObject({ post: 'Head', counts: true });
  const taken = await summonedTo(scene, byEarlier);
  expect(taken.map(({ person }) => person)).not.toContain(scene.members[0].person);
  expect(taken.find(({ person }) => person === lan)).toMatchObject({ post: 'Post of then', counts: true });
  expect(taken.find(({ person }) => person === minh)).toMatchObject({ counts: false });
});

test('somebody who is invited as a guest instead is told, and no more counted', async () => {
  const scene = await createScene(handle);
  const [ann] = scene.members;
  const conference = await scheduled(scene);
  const change = { add: [], guests: [ann.person], remove: [] };
  must(await changeSummoned(again(scene.clerk, 2 * minute), { ...(await version(scene, conference)), ...change }));

  const { batch } = await sent(scene, conference, 2 * minute);

  const told = await client(handle).delivery.findMany({ where: { batchId: batch, personId: { not: null } } });
  expect(told.map(({ personId }) => personId)).toEqual([ann.person]);
  const seen = must(await seeConference(again(scene.clerk, 5 * minute), conference));
  expect(seen.summoned.filter(({ person }) => person === ann.person)).toMatchObject([{ counts: false }]);
});

test.each([
  ['with headings', 'Họ và tên;Chức vụ;Đơn vị\nLan Known;Trưởng phòng;Phòng 1\nNew Person;Phó phòng;Phòng 2'],
  ['without, numbered', '1;Lan Known;Trưởng phòng;Phòng 1\n2;New Person;Phó phòng;Phòng 2'],
  ['without, as typed', '1. Lan Known; Trưởng phòng; Phòng 1\n2. New Person; Phó phòng; Phòng 2'],
  ['from a spreadsheet', 'Lan Known\tTrưởng phòng\tPhòng 1\nNew Person\tPhó phòng\tPhòng 2'],
])('a pasted list %s is shown before it is used; who is new comes into the register', async (_how, text) => {
  const scene = await createScene(handle);
  const [lan] = await register(scene, [{ name: 'Lan Known', post: 'Old post' }]);
  const conference = await drafted(scene);

  const read = must(await readSummonsList(again(scene.clerk), { conference, text }));
  const before = await client(handle).person.count({ where: { workspaceId: scene.workspace } });
  const preview = { ...(await version(scene, conference)), preview: read.id, counts: true };
  must(await summonPasted(again(scene.clerk), preview));
  const twice = await summonPasted(again(scene.clerk), { ...preview, ...(await version(scene, conference)) });

  expect(read.matched.changes.map(({ kind }) => kind === 'new')).toEqual([false, true]);
  expect(await client(handle).person.count({ where: { workspaceId: scene.workspace } })).toBe(before + 1);
  const summoned = await summonedTo(scene, conference);
  expect(summoned.find(({ person }) => person === lan)?.post).toBe('Trưởng phòng');
  expect(summoned.find(({ fullName }) => fullName === 'New Person')?.post).toBe('Phó phòng');
  // The register says what it said of somebody known: the list is for this conference.
  expect((await client(handle).person.findUniqueOrThrow({ where: { id: lan as string } })).statePost).toBe('Old post');
  expect(reasonOf(twice)).toBe('import-gone');
});

test('somebody from whose case the secretary is recused is summoned like everybody else, by list and with the members', async () => {
  const scene = await createScene(handle);
  const [ann] = scene.members;
  const conference = await drafted(scene);
  const recusal = { committee: scene.committee, nominee: ann.person, recordedBy: null };
  must(await recuse(again(scene.clerk), { ...recusal, person: scene.clerk.person }));
  const off = { add: [], guests: [], remove: [ann.person] };
  must(await changeSummoned(again(scene.clerk), { ...(await version(scene, conference)), ...off }));

  const read = must(await readSummonsList(again(scene.clerk), { conference, text: 'Ann Arbor; Member' }));
  const preview = { ...(await version(scene, conference)), preview: read.id, counts: true };
  must(await summonPasted(again(scene.clerk), preview));

  expect(read.matched.changes.map(({ kind }) => kind)).not.toContain('new');
  expect((await summonedTo(scene, conference)).map(({ person }) => person)).toContain(ann.person);
});

test('three hundred are summoned, previewed, listed for letters and answered for in as many statements as three', async () => {
  const scene = await createScene(handle);
  const names = crowd(300);
  await register(
    scene,
    names.map((name) => ({ name, unit: 'Province' })),
  );
  const [few, many] = [await drafted(scene), await drafted(scene)];
  const cost = async (what: () => Promise<unknown>) => {
    const before = statements();
    await what();
    return statements() - before;
  };
  const put = async (conference: ConferenceId, text: string) => {
    const read = must(await readSummonsList(again(scene.clerk), { conference, text }));
    return summonPasted(again(scene.clerk), { ...(await version(scene, conference)), preview: read.id, counts: true });
  };
  const record = (conference: ConferenceId, lines: readonly string[]) =>
    recordMany(again(scene.clerk, 2 * minute), {
      ...{ conference, revision: 1, names: lines.join('\n'), answer: 'coming', reason: null },
      via: { kind: 'letter', reference: null, dated: null },
    });

  const putFew = await cost(async () => must(await put(few, names.slice(0, 3).join('\n'))));
  const putMany = await cost(async () => must(await put(many, names.join('\n'))));
  await sent(scene, few);
  await sent(scene, many);
  const answersFew = await cost(async () => must(await record(few, names.slice(0, 3))));
  const answersMany = await cost(async () => must(await record(many, names)));

  expect(putMany).toBe(putFew);
  expect(answersMany).toBe(answersFew);
  expect(must(await seeConference(again(scene.clerk, 5 * minute), many)).replies).toHaveLength(300);
});

test('every page of a list of three hundred keeps to what a message of Slack holds, and no name is lost', async () => {
  const scene = await createScene(handle);
  const long = 'Phó Chủ tịch Hội đồng nhân dân, Trưởng ban Tổ chức cán bộ và Đào tạo bồi dưỡng';
  const names = crowd(300);
  await register(
    scene,
    names.map((name) => ({ name, unit: 'Province', post: long })),
  );
  const conference = await drafted(scene);
  const sources = { members: false, units: ['Province'], earlier: null };
  must(await summonFrom(again(scene.clerk), { ...(await version(scene, conference)), sources, counts: true }));
  await sent(scene, conference);
  const call = callOf(scene.clerk, null, 2 * minute);

  for (const [start, next] of [
    ['Who is summoned', 'Next page'],
    ['List for letters', 'Next page'],
    ['Who answers what', 'Next page'],
  ] as const) {
    const shown: string[] = [];
    const opened = await import('../../../src/features/conferences/interactions/answer.ts');
    let message = messageOf(await opened.showConference(call, conference));
    if (start === 'List for letters') message = messageOf(await press(interactions, call, message, 'Who is summoned'));
    message = messageOf(await press(interactions, call, message, start));
    for (;;) {
      const drawn = drawMessage(message, { locale: 'en', words: (key) => `[${key}]` });
      expect(drawn.blocks.length).toBeLessThanOrEqual(50);
      expect(JSON.stringify(drawn)).not.toContain('[cut]');
      shown.push(textOf(message));
      if (!buttonsOf(message).some(({ label }) => label === next)) break;
      message = messageOf(await press(interactions, call, message, next));
    }
    const text = shown.join('\n');
    expect(names.filter((name) => !text.includes(name))).toEqual([]);
  }
});

test('answers of many are all recorded or none, told after a minute, and taken back together', async () => {
  const scene = await createScene(handle);
  const [ann, bob] = scene.members;
  const conference = await scheduled(scene);
  must(await answer(ann, conference, 'absent', { reason: 'On leave' }));
  const given = { conference, revision: 1, answer: 'coming' as const, reason: null };
  const via = { kind: 'phone' as const, reference: null, dated: null };
  const at = (ms: number) => again(scene.clerk, 5 * minute + ms);

  const wrong = await recordMany(at(0), { ...given, names: 'Ann Arbor\nBaker Bob\nNobody Known', via });
  const done = must(
    await recordMany(at(0), { ...given, names: '1. ann arbor\n2. Otto Offline, Treasurer\nBob Baker', via }),
  );
  const held = await cards(scene, 'conferences.recorded');
  const standing = must(await seeConference(at(1), conference)).replies.map((reply) => reply.answer);
  must(await answer(bob, conference, 'absent', { reason: 'Ill', afterMs: 5 * minute + 10 }));
  const undone = must(await undoMany(at(59_000), { conference, batch: done.batch }));
  const late = await undoMany(at(61_000), { conference, batch: done.batch });

  expect(wrong).toMatchObject({ reason: 'names-unclear', field: 'names', facts: { count: 2 } });
  expect(JSON.stringify(wrong)).toContain('“Baker Bob” (Bob Baker?)');
  expect(held.map(({ personId }) => personId).sort()).toEqual([ann.person, bob.person].sort());
  expect(held.every(({ holdUntil }) => holdUntil?.getTime() === done.until.getTime())).toBe(true);
  expect(standing).toEqual(['coming', 'coming', 'coming']);
  expect(undone.count).toBe(2);
  const after = must(await seeConference(at(60_000), conference)).replies;
  expect(new Map(after.map((reply) => [reply.person, [reply.answer, reply.reason]]))).toEqual(
    new Map([
      [ann.person, ['absent', 'On leave']],
      [bob.person, ['absent', 'Ill']],
    ]),
  );
  expect(reasonOf(late)).toBe('undo-too-late');
});

test('the secretary pastes, reads, puts on the list and records, all by forms and buttons', async () => {
  const scene = await createScene(handle);
  await register(scene, [{ name: 'Lan Known', unit: 'Office 1' }]);
  const conference = await drafted(scene);
  const call = callOf(scene.clerk);
  const { showSummons } = await import('../../../src/features/conferences/interactions/summoning.ts');

  const list = messageOf(await showSummons(call, conference));
  const form = formOf(await press(interactions, call, list, 'Summon many'));
  const nothing = await submit(interactions, call, form, {});
  const pasted = messageOf(await submit(interactions, call, form, { rows: 'Lan Known; Head\nNew Person; Clerk' }));
  const put = messageOf(await press(interactions, call, pasted, 'Put 2 on the list'));

  expect(textOf(messageOf(nothing))).toContain('Nobody was chosen.');
  expect(textOf(pasted)).toContain('1 person is in the register.');
  expect(textOf(pasted)).toContain('New Person, Clerk (new in the register)');
  expect(textOf(put)).toContain('2 more people are on the list now. Nothing was sent.');
  expect(textOf(put)).toContain('3 people have no chat account');
});

test.each([
  ['an exact name', 'Đặng Thị Ánh', 1, []],
  ['capital letters and a number in front', '3. ĐẶNG THỊ ÁNH', 1, []],
  ['a name without its marks', 'Dang Thi Anh', 0, [['Đặng Thị Ánh']]],
  ['words in another order', 'Ánh Đặng Thị', 0, [['Đặng Thị Ánh']]],
  ['namesakes', 'Lê Minh', 0, [['Lê Minh', 'Lê Minh']]],
  ['one of the namesakes, by post', 'Lê Minh, kế toán', 1, []],
  ['somebody who is not there', 'Xa Lạ', 0, [[]]],
  ['a line twice', 'Đặng Thị Ánh\nĐặng Thị Ánh', 1, []],
])('%s among those summoned', (_what, typed, found, perhaps) => {
  const one = (fullName: string, post: string | null): Summoned => ({
    ...{ person: `${fullName} ${post}` as PersonId, fullName, post },
    ...{ counts: true, rank: 1, since: 1, isReachable: false },
  });
  const summoned = [one('Đặng Thị Ánh', null), one('Lê Minh', 'Kế toán trưởng'), one('Lê Minh', 'Trưởng phòng')];

  const meant = whoIsMeant(typed, summoned, foldName);

  expect(meant.found).toHaveLength(found);
  expect(meant.unclear.map((line) => line.perhaps.map(({ fullName }) => fullName))).toEqual(perhaps);
});

/** Statements sent to the database by this file so far. */
function countStatements(): () => number {
  let count = 0;
  const prototype = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown };
  const original = prototype.query;
  prototype.query = function query(this: unknown, ...args: unknown[]) {
    count += 1;
    return original.apply(this, args);
  };
  return () => count;
}
