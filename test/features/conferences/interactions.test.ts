/** Conferences as people use them: the command, its forms and buttons, and the cards that others read. */
import { conference as command } from '../../../commands/conference.ts';
import type { Message } from '../../../src/chat/message.ts';
import { client } from '../../../src/database/client.ts';
import { conferenceCards } from '../../../src/features/conferences/interactions/cards.ts';
import { conferenceInteractions } from '../../../src/features/conferences/interactions/register.ts';
import type { Act } from '../../../src/kernel/act.ts';
import { buttonsOf, callOf, filled, formOf, messageOf, press, search, submit, textOf } from '../../support/calls.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, createScene, minute, type Scene, type Somebody } from './scene.ts';

const { handle } = await createTestDatabase();
const interactions = conferenceInteractions({ publicUrl: 'https://bot.example' });

const content = { title: 'Nora Nominee for chair', date: '2026-03-06', time: '14:00', place: 'Room 2' };
const agenda = '1. Opening\n2. The case of Nora Nominee';

async function subcommand(scene: Scene, who: Somebody, name: string, args: unknown = [], afterMs = 0) {
  const found = command.subcommands.find((one) => one.name === name);
  if (!found) throw new Error(name);
  return found.run(callOf(who, null, afterMs), args as never).then((reply) => ({ reply, scene }));
}

/** From the command to the minute of undo, as the committee secretary does it: form, preview, send. */
async function schedule(scene: Scene, values: Record<string, string> = {}): Promise<Message> {
  const call = callOf(scene.clerk);
  const { reply } = await subcommand(scene, scene.clerk, 'schedule');
  const preview = messageOf(await submit(interactions, call, formOf(reply), { ...content, agenda, ...values }));
  return messageOf(await press(interactions, callOf(scene.clerk), preview, 'Send now'));
}

/** What this card reads for this person when it goes out. */
async function card(scene: Scene, kind: string, reader: Act | null, afterMs: number, isRedraw = false) {
  const to = reader?.person ?? null;
  const row = await client(handle).delivery.findFirstOrThrow({
    where: { workspaceId: scene.workspace, kind, personId: to },
    orderBy: { sequence: 'desc' },
  });
  return conferenceCards[kind]?.({
    act: again(reader ?? scene.clockwork, afterMs),
    ids: row.ids as Record<string, string>,
    to: to ? { person: to } : { channel: row.channelId ?? '' },
    committee: scene.committee,
    isSentAgain: row.sentAgain,
    isRedraw,
  });
}

async function invitation(scene: Scene, who: Somebody, afterMs = 2 * minute, isRedraw = false): Promise<Message> {
  const message = await card(scene, 'conferences.invitation', who, afterMs, isRedraw);
  if (!message) throw new Error('nothing to say');
  return message;
}

test('scheduling takes a form, a preview with the very words, and one click; the answer offers to undo', async () => {
  const scene = await createScene(handle);
  const { reply } = await subcommand(scene, scene.clerk, 'schedule', ['Planning']);
  const form = formOf(reply);

  const preview = messageOf(await submit(interactions, callOf(scene.clerk), form, { ...content, agenda }));
  const sent = messageOf(await press(interactions, callOf(scene.clerk), preview, 'Send now'));

  expect(filled(form)).toMatchObject({ title: 'Planning', chair: scene.chair.person, minutes: '120' });
  expect(textOf(preview)).toContain('Nothing has been sent yet');
  expect(textOf(preview)).toContain('Private cards to 4 people: Cara Chair, Ann Arbor, Bob Baker and Clara Clerk');
  expect(textOf(preview)).toContain('please tell them yourself: Otto Offline');
  expect(textOf(preview)).toContain('Quorum: at least 3 of 4.');
  expect(textOf(sent)).toContain('The invitations go out at 09:01');
  const undone = messageOf(await press(interactions, callOf(scene.clerk, null, 59_000), sent, 'Undo'));
  expect(textOf(undone)).toContain('It is a draft again.');
});

test('the channel and every notification read time, place and counts, never a subject, an item or a name', async () => {
  const scene = await createScene(handle);
  await schedule(scene);

  const post = await card(scene, 'conferences.channel', null, 2 * minute);
  const own = await invitation(scene, scene.members[0]);

  expect(textOf(post as Message)).toMatch(/Friday 6 March 2026, 14:00.*Room 2/s);
  expect(textOf(post as Message)).toContain('5 people summoned');
  expect(textOf(post as Message)).not.toMatch(/item|agenda/i);
  expect(`${textOf(post as Message)} ${post?.summary} ${own.summary}`).not.toMatch(/Nora|Nominee|Ann|Cara/);
  expect(textOf(own)).toContain('The case of Nora Nominee');
});

test('an invitation is answered with one click, shows the answer, and keeps the other answers at hand', async () => {
  const scene = await createScene(handle);
  const [ann] = scene.members;
  await schedule(scene);
  const first = await invitation(scene, ann);

  const coming = await press(interactions, callOf(ann, null, 2 * minute), first, 'I am coming');
  const absent = formOf(await press(interactions, callOf(ann, null, 3 * minute), messageOf(coming), 'I cannot come'));
  const empty = await submit(interactions, callOf(ann, null, 3 * minute), absent, { reason: ' ' });
  const changed = await submit(interactions, callOf(ann, null, 3 * minute), absent, { reason: 'Ill' });

  expect(coming.kind).toBe('replace');
  expect(textOf(messageOf(coming))).toContain('Your answer: Coming');
  expect(buttonsOf(messageOf(coming)).map((one) => one.label)).toEqual([
    'I cannot come',
    'Send somebody in my place',
    'Calendar file',
  ]);
  expect(empty).toEqual({ kind: 'field-errors', errors: { reason: 'Please give the reason for the absence.' } });
  expect(textOf(messageOf(changed))).toMatch(/Your answer: Absent[\s\S]*Reason: Ill/);
  expect(textOf(await invitation(scene, ann, 4 * minute, true))).toContain('Your answer: Absent');
});

test('somebody is sent in a place by searching the register, and reads in whose place', async () => {
  const scene = await createScene(handle);
  const [ann] = scene.members;
  const dora = await scene.person('Dora Deputy');
  await schedule(scene);
  const card_ = await invitation(scene, ann);

  const call = callOf(ann, null, 2 * minute);
  const form = formOf(await press(interactions, call, card_, 'Send somebody in my place'));
  const found = await search(interactions, call, form, 'delegate', 'dora');
  await submit(interactions, call, form, { delegate: found[0] ?? '', reason: null });
  const told = await card(scene, 'conferences.delegate', dora, 3 * minute);
  await press(interactions, callOf(ann, null, 4 * minute), await invitation(scene, ann, 4 * minute), 'I am coming');
  const over = await card(scene, 'conferences.delegate', dora, 5 * minute, true);

  expect(textOf(told as Message)).toContain('Ann Arbor cannot come and sends you');
  expect(textOf(over as Message)).toContain('You need not attend in Ann Arbor’s place any more.');
});

test('a change is previewed as a difference, reaches people as one, and the old card follows', async () => {
  const scene = await createScene(handle);
  const [ann] = scene.members;
  await schedule(scene);
  await press(interactions, callOf(ann, null, 2 * minute), await invitation(scene, ann), 'I am coming');

  const { reply } = await subcommand(scene, scene.clerk, 'change', [], 3 * minute);
  const call = () => callOf(scene.clerk, null, 3 * minute);
  const preview = messageOf(await submit(interactions, call(), formOf(reply), { time: '16:00', date: '2026-03-07' }));
  const send = buttonsOf(preview).find((one) => one.label === 'Send now');
  await press(interactions, call(), preview, 'Send now');
  const news = await invitation(scene, ann, 5 * minute);

  expect(textOf(preview)).toContain('Time: Friday 6 March 2026, 14:00 → Saturday 7 March 2026, 16:00');
  expect(textOf(preview)).toContain('everybody is asked again');
  expect(textOf(preview)).toContain('Saturday 7 March 2026 is not a working day');
  expect(send?.confirm?.text).toContain('Saturday 7 March 2026');
  expect(textOf(news)).toContain('The conference has changed');
  expect(textOf(news)).toContain('The time is new, so answers given before no longer hold.');
});

test('the cancel form says who will be told in which words, and everybody reads the reason', async () => {
  const scene = await createScene(handle);
  await schedule(scene);

  const { reply } = await subcommand(scene, scene.clerk, 'cancel', [], 2 * minute);
  const form = formOf(reply);
  const sent = await submit(interactions, callOf(scene.clerk, null, 2 * minute), form, { reason: 'Nora withdrew' });
  const own = await card(scene, 'conferences.cancelled', scene.members[0], 4 * minute);
  const post = await card(scene, 'conferences.channel', null, 4 * minute);

  expect(textOf(form)).toMatch(/4 people are told[\s\S]*Friday 6 March 2026, 14:00, until 16:00 does not take place/);
  expect(textOf(messageOf(sent))).toContain('Otto Offline');
  expect(textOf(own as Message)).toContain('Reason: Nora withdrew');
  expect(textOf(post as Message)).toContain('is cancelled');
  expect(textOf(post as Message)).not.toContain('Nora');
});

test('the committee secretary sees who answered what with the quorum and its source, and records a phone call', async () => {
  const scene = await createScene(handle);
  await schedule(scene);
  const { reply } = await subcommand(scene, scene.clerk, 'record', [], 2 * minute);
  const call = callOf(scene.clerk, null, 2 * minute);

  const found = await search(interactions, call, formOf(reply), 'person', 'otto');
  const values = { person: found[0] ?? '', answer: 'coming', via: 'phone' };
  const overview = messageOf(await submit(interactions, call, formOf(reply), values));

  expect(found).toEqual([scene.withoutAccount]);
  expect(textOf(overview)).toContain('Otto Offline, Treasurer (no chat account, recorded, by phone)');
  expect(textOf(overview)).toMatch(/No quorum in sight yet: 1 of 4 are coming; at least 3 are needed/);
  expect(textOf(overview)).toMatch(/at least 2\/3 of those summoned.*version 1.*Source: .*\(confirmed\)/);
});

test('a member gets neither the buttons nor, by an old card, the acts of those who schedule', async () => {
  const scene = await createScene(handle);
  const [ann] = scene.members;
  await schedule(scene);
  const call = callOf(ann, null, 2 * minute);

  const menu = messageOf(await command.open(call));
  const opened = messageOf(await press(interactions, call, menu, 'Open'));
  const { reply } = await subcommand(scene, ann, 'change', [], 2 * minute);
  const recording = await subcommand(scene, ann, 'record', [], 2 * minute);

  expect(buttonsOf(menu).map((one) => one.label)).toEqual(['Open', 'My calendar address']);
  expect(buttonsOf(opened).map((one) => one.label)).not.toContain('Cancel the conference');
  expect(messageOf(reply).summary).toMatch(/Your role does not allow this/);
  expect(messageOf(recording.reply).summary).toMatch(/Your role does not allow this/);
});

test('a wrong entry stands beside its field and what was typed is kept', async () => {
  const scene = await createScene(handle);
  const { reply } = await subcommand(scene, scene.clerk, 'schedule');
  const send = (values: Record<string, string>) =>
    submit(interactions, callOf(scene.clerk), formOf(reply), { ...content, agenda, ...values });

  const past = await send({ date: '2026-03-01' });
  const backwards = await send({ minutes: '-60' });

  expect(past).toMatchObject({ kind: 'field-errors', errors: { date: expect.stringContaining('it is now Monday 2') } });
  expect(backwards).toMatchObject({ kind: 'field-errors', errors: { minutes: expect.stringContaining('5 minutes') } });
});

test('the list of those summoned is changed in the preview: from the register, guests, and taken off', async () => {
  const scene = await createScene(handle);
  const gina = await scene.person('Gina Guest');
  const { reply } = await subcommand(scene, scene.clerk, 'schedule');
  const call = () => callOf(scene.clerk);
  const preview = messageOf(await submit(interactions, call(), formOf(reply), { ...content, agenda }));

  const list = messageOf(await press(interactions, call(), preview, 'Who is summoned'));
  const form = formOf(await press(interactions, call(), list, 'Add or take off'));
  const guests = await search(interactions, call(), form, 'guests', 'gina');
  const remove = await search(interactions, call(), form, 'remove', 'bob');
  const next = messageOf(await submit(interactions, call(), form, { guests, remove }));

  expect(guests).toEqual([gina.person]);
  expect(remove).toEqual([scene.members[1].person]);
  expect(textOf(next)).toContain('Cara Chair, Ann Arbor, Clara Clerk and Gina Guest');
  expect(textOf(next)).toContain('Quorum: at least 2 of 3.');
});

test('a calendar address is shown once as a link, and only where the bot has a public address', async () => {
  const scene = await createScene(handle);
  const { reply } = await subcommand(scene, scene.members[0], 'calendar');
  const without = conferenceInteractions({ publicUrl: null });

  const made = await press(interactions, callOf(scene.members[0]), messageOf(reply), 'Make an address');
  const refusedOne = await press(without, callOf(scene.members[0]), messageOf(reply), 'Make an address');

  expect(textOf(messageOf(made))).toMatch(/https:\/\/bot\.example\/calendar\/[\w-]{43}\.ics/);
  expect(textOf(messageOf(refusedOne))).toMatch(/no public web address/);
});

test('the same in Vietnamese addresses people as their committee does and reads as a committee writes', async () => {
  const scene = await createScene(handle);
  await schedule(scene);

  const own = await invitation(scene, { ...scene.members[0], locale: 'vi', speech: 'party' });
  const elsewhere = await invitation(scene, { ...scene.members[0], locale: 'vi', speech: 'general' });

  expect(textOf(own)).toContain('Giấy mời dự hội nghị');
  expect(textOf(own)).toContain('14:00, Thứ Sáu, 06/03/2026, dự kiến đến 16:00');
  expect(textOf(own)).toContain('Kính đề nghị đồng chí cho biết có dự được hay không.');
  expect(textOf(elsewhere)).toContain('Kính đề nghị anh/chị cho biết có dự được hay không.');
});
