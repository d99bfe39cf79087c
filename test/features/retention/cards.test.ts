/** How long things are kept and what has come to its end, as it is played: set, told, looked at, put off, erased. */
import { client } from '../../../src/database/client.ts';
import { openOwnData } from '../../../src/features/personal-data/interactions/statement.ts';
import { periodInteractions, showPeriods } from '../../../src/features/retention/interactions/periods.ts';
import { proposalCards, proposalInteractions } from '../../../src/features/retention/interactions/proposals.ts';
import { proposedCard } from '../../../src/features/retention/operations/watch.ts';
import { heldPeople } from '../../../src/held-people.ts';
import type { Locale } from '../../../src/kernel/act.ts';
import { callOf, formOf, messageOf, press, submit, textOf } from '../../support/calls.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { createScene } from '../nominations/scene.ts';
import { addFormerMembership, formerMember, keepAll, night, on } from './scene.ts';

const { handle } = await createTestDatabase();
const interactions = [...periodInteractions, ...proposalInteractions(heldPeople)];
const cards = proposalCards(heldPeople);

const en = {
  ...{ change: 'Change a period', months: '24 months (set for the workspace)', due: 'What has come to its end' },
  ...{ atLeast: 'kept at least until', own: 'Former members of a committee · 24 months' },
  ...{ look: 'Look at them', one: 'Look', over: 'The longest period ended on', goes: 'What goes' },
  ...{ putOff: 'Put it off', until: 'Put off until', erase: 'Erase', done: 'Erased.', settled: 'Nothing waits' },
  ...{ why: 'Why is somebody not here?', end: 'End this', running: 'still goes on' },
};
const vi: typeof en = {
  ...{ change: 'Đặt thời hạn', months: '24 tháng (đặt cho không gian làm việc)', due: 'Dữ liệu đã hết hạn lưu' },
  ...{ atLeast: 'lưu ít nhất đến', own: 'Người đã thôi tham gia tập thể · 24 tháng' },
  ...{ look: 'Xem danh sách', one: 'Xem', over: 'Thời hạn dài nhất đã hết', goes: 'Nội dung bị xóa' },
  ...{ putOff: 'Tạm giữ', until: 'Đã tạm giữ đến', erase: 'Xóa', done: 'Đã xóa.', settled: 'Không còn nội dung nào' },
  ...{ why: 'Vì sao một người không có ở đây?', end: 'Thôi tạm giữ', running: 'đang tiến hành' },
};

describe.each<[Locale, typeof en]>([
  ['en', en],
  ['vi', vi],
])('in %s', (locale, words) => {
  test('an admin sets a period; everybody reads it, also where they ask what is held about them', async () => {
    const scene = await createScene(handle);
    const admin = () => callOf({ ...scene.clerk, isWorkspaceAdmin: true, locale });
    const shown = messageOf(await showPeriods(admin()));
    const form = formOf(await press(interactions, admin(), shown, words.change));

    const typed = { kind: 'memberships', months: '24', reason: 'Decision 5' };
    const set = messageOf(await submit(interactions, admin(), form, typed));

    await addFormerMembership(handle, scene.committee, scene.ann.person);
    const own = textOf(messageOf(await openOwnData(callOf({ ...scene.ann, locale }))));
    expect(textOf(set)).toContain(words.months);
    expect(textOf(set)).toContain('Decision 5');
    expect(own).toContain(words.own);
    expect(own).toContain(words.months);
    expect(own).toContain(words.atLeast);
    const member = messageOf(await showPeriods(callOf({ ...scene.ann, isWorkspaceAdmin: false, locale })));
    expect(JSON.stringify(member)).not.toContain(words.change);
  });

  test('the card names nobody; one is put off, and erased when that has ended', async () => {
    const scene = await createScene(handle);
    await keepAll(scene, {});
    const person = await formerMember(handle, scene);
    await night(scene, '2026-06-01');
    const clerk = (day: string) => callOf({ ...scene.clerk, now: on(day), locale });
    const drawn = (day: string, isRedraw: boolean) =>
      cards[proposedCard]?.({
        ...{ ids: { committee: scene.committee }, to: { person: scene.clerk.person }, isSentAgain: false },
        ...{ act: clerk(day), committee: scene.committee, isRedraw },
      });
    const card = await drawn('2026-06-01', false);
    if (!card) throw new Error('no card');

    const list = messageOf(await press(interactions, clerk('2026-06-01'), card, words.look));
    const preview = messageOf(await press(interactions, clerk('2026-06-01'), list, words.one));
    const form = formOf(await press(interactions, clerk('2026-06-01'), preview, words.putOff));
    const typed = { ground: 'complaint', until: '2026-07-01', reason: 'Inspection 12' };
    const later = messageOf(await submit(interactions, clerk('2026-06-01'), form, typed));
    const ended = messageOf(await press(interactions, clerk('2026-06-02'), later, words.end));
    await night(scene, '2026-06-03');
    const anew = await drawn('2026-06-03', false);
    if (!anew) throw new Error('no card');
    const listed = messageOf(await press(interactions, clerk('2026-06-03'), anew, words.look));
    const again = messageOf(await press(interactions, clerk('2026-06-03'), listed, words.one));
    const done = messageOf(await press(interactions, clerk('2026-06-03'), again, words.erase));
    const settled = await drawn('2026-06-03', true);

    expect(`${card.summary} ${textOf(card)} ${list.summary} ${preview.summary}`).not.toContain('Dora');
    expect(textOf(list)).toContain('Dora Dean');
    expect(textOf(preview)).toContain(words.over);
    expect(textOf(preview)).toContain(words.goes);
    expect(textOf(later)).toContain(words.until);
    expect(textOf(later)).toContain('Inspection 12');
    expect(textOf(ended)).not.toContain('Dora');
    expect(textOf(done)).toContain(words.done);
    expect(settled && textOf(settled)).toContain(words.settled);
    expect(await client(handle).person.findUnique({ where: { id: person } })).toMatchObject({
      erasedAt: on('2026-06-03'),
    });
  });

  test('asked why somebody is not there, it says what goes on', async () => {
    const scene = await createScene(handle);
    const call = () => callOf({ ...scene.clerk, locale });
    const shown = messageOf(await showPeriods(call()));
    const ofCommittee = messageOf(await press(interactions, call(), shown, 'Nominating Committee'));
    const list = messageOf(await press(interactions, call(), ofCommittee, words.due));
    const form = formOf(await press(interactions, call(), list, words.why));

    const answer = messageOf(await submit(interactions, call(), form, { person: scene.ann.person }));

    expect(textOf(answer)).toContain('Ann Arbor');
    expect(textOf(answer)).toContain(words.running);
    expect(answer.summary).not.toContain('Ann');
  });
});
