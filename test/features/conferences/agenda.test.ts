/** The agenda item by item: what each needs, until when it may change and how, and what is adopted together. */
import fc from 'fast-check';
import type { Message } from '../../../src/chat/message.ts';
import { client } from '../../../src/database/client.ts';
import { recuse } from '../../../src/features/access/operations.ts';
import { conferenceCards } from '../../../src/features/conferences/interactions/cards.ts';
import { conferenceDuties } from '../../../src/features/conferences/interactions/duties.ts';
import { conferenceInteractions } from '../../../src/features/conferences/interactions/register.ts';
import {
  dropItem,
  type ItemForm,
  putItem,
  seeAgenda,
  setCutOffs,
} from '../../../src/features/conferences/operations/agenda.ts';
import { announce } from '../../../src/features/conferences/operations/announce.ts';
import { liftOut, seeConsentBlock } from '../../../src/features/conferences/operations/consent.ts';
import { draftChange } from '../../../src/features/conferences/operations/draft.ts';
import { seeInvitation } from '../../../src/features/conferences/operations/look.ts';
import { previewAnnouncement } from '../../../src/features/conferences/operations/preview.ts';
import {
  agendaChange,
  agendaPhase,
  cutOffs,
  emptyItem,
  withLines,
} from '../../../src/features/conferences/rules/agenda.ts';
import type { AgendaItem, AgendaItemId } from '../../../src/features/conferences/types.ts';
import { agendaMessage } from '../../../src/features/conferences/views/agenda.ts';
import { texts } from '../../../src/i18n/texts.ts';
import type { Act } from '../../../src/kernel/act.ts';
import type { ConferenceId, PersonId } from '../../../src/kernel/ids.ts';
import { buttonsOf, callOf, formOf, messageOf, press, submit, textOf } from '../../support/calls.ts';
import { owingOf } from '../../support/owing.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { frozenList, newerList, reviewed } from './frozen-list.ts';
import {
  again,
  cards,
  createScene,
  drafted,
  form,
  minute,
  must,
  reasonOf,
  type Scene,
  scheduled,
  sent,
  versionOf,
} from './scene.ts';

const { handle } = await createTestDatabase();
const interactions = conferenceInteractions({ publicUrl: null });
const hour = 60 * minute;

const plainItem: ItemForm = {
  ...{ text: 'Budget', kind: 'discussion', list: null, owner: null },
  ...{ inConsent: false, number: null, reason: null },
};

async function put(
  scene: Scene,
  conference: ConferenceId,
  changes: Partial<ItemForm>,
  more: { item?: AgendaItemId | null; afterMs?: number } = {},
) {
  const { item = null, afterMs = 5 * minute } = more;
  const version = await versionOf(scene, conference);
  const input = { conference, version, item, form: { ...plainItem, ...changes } };
  return putItem(again(scene.clerk, afterMs), input);
}

async function agendaOf(scene: Scene, conference: ConferenceId, afterMs = 5 * minute) {
  return must(await seeAgenda(again(scene.clerk, afterMs), conference)).content.agenda;
}

function item(id: string, changes: Partial<AgendaItem> = {}): AgendaItem {
  return { ...emptyItem(id as AgendaItemId, 'other'), text: id, ...changes };
}

test.each([
  ['a vote that nobody presents', 'none', { kind: 'vote' }, ['owner', 'synthesis']],
  ['a vote while the review runs', 'open', { kind: 'vote' }, ['owner', 'review-open']],
  ['a vote after the review', 'closed', { kind: 'vote' }, ['owner']],
  ['a vote after the review that somebody presents', 'closed', { kind: 'vote', owner: true }, []],
  ['a vote on a list of which there is a newer one', 'newer', { kind: 'vote', owner: true }, ['list-replaced']],
  ['a discussion while the review runs', 'open', { kind: 'discussion' }, ['review-open']],
  ['a discussion before any review', 'none', { kind: 'discussion' }, []],
  ['an information while the review runs', 'open', { kind: 'information' }, []],
] as const)(
  '%s lacks what the rule set says, and is not sent until it has it',
  async (_what, review, changes, lacks) => {
    const scene = await createScene(handle);
    const frozen = await frozenList(scene);
    if (review === 'open') await reviewed(scene, frozen, { state: 'open', stance: 'agree' });
    if (review === 'closed' || review === 'newer') await reviewed(scene, frozen, { state: 'closed', stance: 'agree' });
    if (review === 'newer') await newerList(scene, frozen);
    const conference = await drafted(scene);
    const owner = 'owner' in changes ? scene.chair.person : null;
    must(await put(scene, conference, { kind: changes.kind, owner, text: '', list: frozen.list }));

    const seen = must(await seeAgenda(again(scene.clerk, 5 * minute), conference));
    const preview = must(await previewAnnouncement(again(scene.clerk, 5 * minute), conference));
    const outcome = await announce(again(scene.clerk, 5 * minute), { conference, version: seen.conference.version });

    expect(seen.incomplete.map(({ number, lacks: missing }) => [number, missing])).toEqual(
      lacks.length > 0 ? [[3, lacks]] : [],
    );
    expect(preview.problem?.reason ?? null).toBe(lacks.length > 0 ? 'agenda-incomplete' : null);
    expect(reasonOf(outcome)).toBe(lacks.length > 0 ? 'agenda-incomplete' : null);
  },
);

test('what an item lacks that is closed to the secretary is not told, and does not hold up the rest', async () => {
  const scene = await createScene(handle);
  const frozen = await frozenList(scene);
  const conference = await drafted(scene);
  must(await put(scene, conference, { kind: 'vote', text: 'The matter of Nora Nominee' }));
  const recusal = { committee: scene.committee, nominee: frozen.nora, recordedBy: null };
  must(await recuse(again(scene.clerk), { ...recusal, person: scene.clerk.person }));

  const mine = must(await seeAgenda(again(scene.clerk, 5 * minute), conference));
  const chairs = must(await seeAgenda(again(scene.chair, 5 * minute), conference));

  expect(mine.incomplete).toEqual([]);
  expect(mine.content.agenda).toHaveLength(2);
  expect(chairs.incomplete.map(({ number }) => number)).toEqual([3]);
});

test('an agenda changes freely until the first cut-off, grows until the second, then changes with a reason told to all', async () => {
  const scene = await createScene(handle);
  const conference = await scheduled(scene, { replyBy: null });
  // Friday 6 March: three working days before is Tuesday, one is Thursday, both at 16:30 in Ha Noi.
  const [free, additions, late] = [5 * minute, 32 * hour, 80 * hour];
  const [first] = await agendaOf(scene, conference);
  const reworded = { item: first?.id as AgendaItemId };
  const drop = async (afterMs: number) => {
    const version = await versionOf(scene, conference);
    return dropItem(again(scene.clerk, afterMs), {
      conference,
      version,
      item: first?.id as AgendaItemId,
      reason: null,
    });
  };

  must(await put(scene, conference, { text: 'Opening, reworded' }, { ...reworded, afterMs: free }));
  await sent(scene, conference, free);
  const changed = await put(scene, conference, { text: 'Once more' }, { ...reworded, afterMs: additions });
  const dropped = await drop(additions);
  const between = await put(scene, conference, { text: 'An addition', number: 1 }, { afterMs: additions });
  await sent(scene, conference, additions);
  const silent = await put(scene, conference, { text: 'Too late' }, { afterMs: late });
  must(await put(scene, conference, { text: 'Late, with a reason', reason: 'The auditor is ill' }, { afterMs: late }));
  await sent(scene, conference, late);

  expect([reasonOf(changed), reasonOf(dropped)]).toEqual(['agenda-only-additions', 'agenda-only-additions']);
  expect(between.ok).toBe(true);
  expect(silent).toMatchObject({ ok: false, reason: 'agenda-reason-missing', field: 'reason' });
  const texts = (await agendaOf(scene, conference, late + 2 * minute)).map(({ text }) => text);
  expect(texts).toEqual(['An addition', 'Opening, reworded', 'Review of the list', 'Late, with a reason']);
  const news = await Promise.all([3, 4].map((revision) => cardOf(scene, conference, revision, late + 2 * minute)));
  expect(news[1]).toContain('Addendum to the agenda: 1 more item. Reason: The auditor is ill');
});

async function cardOf(scene: Scene, conference: ConferenceId, revision: number, afterMs: number): Promise<string> {
  const [ann] = scene.members;
  const ids = { conference, revision: String(revision) };
  const card = { act: again(ann, afterMs), ids, to: { person: ann.person }, committee: scene.committee };
  const message = await conferenceCards['conferences.invitation']?.({ ...card, isSentAgain: false, isRedraw: false });
  return textOf(message as Message);
}

test('what was drafted in time but not sent in time is judged when it is sent', async () => {
  const scene = await createScene(handle);
  const conference = await scheduled(scene);
  const [first] = await agendaOf(scene, conference);
  must(await put(scene, conference, { text: 'Reworded' }, { item: first?.id as AgendaItemId }));
  const version = await versionOf(scene, conference);

  const outcome = await announce(again(scene.clerk, 32 * hour), { conference, version });

  expect(reasonOf(outcome)).toBe('agenda-only-additions');
});

test('the cut-offs are deadlines, set before the announcement, moved with it and by /deadline', async () => {
  const scene = await createScene(handle);
  const conference = await drafted(scene);
  const set = { conference, freeUntil: '2026-03-03', addUntil: '2026-03-04' };
  const crossed = await setCutOffs(again(scene.clerk), {
    ...{ ...set, freeUntil: '2026-03-05' },
    version: await versionOf(scene, conference),
  });
  const after = await setCutOffs(again(scene.clerk), {
    ...{ ...set, addUntil: '2026-03-09' },
    version: await versionOf(scene, conference),
  });
  must(await setCutOffs(again(scene.clerk), { ...set, version: await versionOf(scene, conference) }));

  await sent(scene, conference);

  const rows = await client(handle).deadline.findMany({ where: { subjectId: conference }, orderBy: { dueAt: 'asc' } });
  expect(rows.map(({ subjectKind, dueAt }) => [subjectKind, dueAt.toISOString()])).toEqual([
    ['conference-agenda', '2026-03-03T09:30:00.000Z'],
    ['conference-addendum', '2026-03-04T09:30:00.000Z'],
    ['conference', '2026-03-06T07:00:00.000Z'],
  ]);
  expect([reasonOf(crossed), reasonOf(after)]).toEqual(['cut-offs-out-of-order', 'cut-off-after-start']);
  const owing = conferenceDuties.find(({ subject }) => subject === 'conference-agenda');
  const clockwork = { ...again(scene.clerk, 5 * minute), member: null, person: null };
  const asked = () => owingOf(owing, clockwork, { kind: 'conference-agenda', id: conference });
  expect(await asked()).toEqual([]);
  must(await put(scene, conference, {}));
  expect(await asked()).toEqual([scene.clerk.person]);
});

test('a conference changed by its form keeps its agenda, a new day gives it new cut-offs', async () => {
  const scene = await createScene(handle);
  const conference = await scheduled(scene);
  const before = await agendaOf(scene, conference);
  const version = await versionOf(scene, conference);
  const changes = form(scene, { agenda: null, lists: null, date: '2026-03-13' });

  must(await draftChange(again(scene.clerk, 5 * minute), { conference, version, form: changes }));

  const { content } = must(await seeAgenda(again(scene.clerk, 5 * minute), conference));
  expect(content.agenda).toEqual(before);
  expect(content.freeUntil).toEqual(new Date('2026-03-10T09:30:00Z'));
  expect(content.addUntil).toEqual(new Date('2026-03-12T09:30:00Z'));
});

test('an item with an objection in the review, or one that is no vote, is not adopted with the others', async () => {
  const scene = await createScene(handle);
  const frozen = await frozenList(scene);
  await reviewed(scene, frozen, { state: 'closed', stance: 'not-yet' });
  const conference = await drafted(scene);
  const vote = { kind: 'vote', owner: scene.chair.person, inConsent: true } as const;

  const objected = await put(scene, conference, { ...vote, list: frozen.list });
  const noVote = await put(scene, conference, { ...vote, kind: 'information' });
  const free = await put(scene, conference, vote);

  expect([objected, noVote].map(reasonOf)).toEqual(['consent-objected', 'consent-only-votes']);
  expect(free.ok).toBe(true);
});

async function withConsent(scene: Scene) {
  const conference = await drafted(scene);
  must(
    await put(scene, conference, {
      text: 'Minutes of last time',
      kind: 'vote',
      owner: scene.chair.person,
      inConsent: true,
    }),
  );
  await sent(scene, conference, 5 * minute);
  const [adopted] = (await agendaOf(scene, conference, 10 * minute)).filter(({ inConsent }) => inConsent);
  return { conference, item: adopted?.id as AgendaItemId };
}

test('a member lifts an item out of the consent block; nothing that is kept says who', async () => {
  const scene = await createScene(handle);
  const [ann, bob] = scene.members;
  const { conference, item: lifted } = await withConsent(scene);
  const invitation = await invitationOf(scene, conference, ann, 10 * minute);
  const before = await traces(scene, ann.person);

  const block = messageOf(await press(interactions, callOf(ann, null, 10 * minute), invitation, 'Consent block'));
  const after = messageOf(await press(interactions, callOf(ann, null, 10 * minute), block, 'Discuss on its own'));

  expect(textOf(invitation)).toContain('Item 3 is adopted without discussion, unless a member asks for one.');
  expect(buttonsOf(block).find(({ label }) => label === 'Discuss on its own')?.confirm).toBeDefined();
  expect(textOf(after)).toContain('No item is adopted together with others.');
  expect(must(await seeConsentBlock(again(bob, 11 * minute), conference)).items).toEqual([]);
  expect(await traces(scene, ann.person)).toEqual(before);
  const told = await cards(scene, 'conferences.lifted');
  expect(told.map(({ personId }) => personId).sort()).toEqual([scene.chair.person, scene.clerk.person].sort());
  // Twice is once, and it does not go back.
  must(await liftOut(again(bob, 12 * minute), { conference, item: lifted }));
  expect(await cards(scene, 'conferences.lifted')).toHaveLength(2);
});

/** Events and cards that hold the id of this person; the control is that an answer leaves one. */
async function traces(scene: Scene, person: string) {
  const events = await client(handle).auditEvent.findMany({ where: { workspaceId: scene.workspace } });
  const lifts = await client(handle).conferenceLift.findMany();
  const rows = [...events, ...lifts].map((row) =>
    JSON.stringify(row, (_key, value) => (typeof value === 'bigint' ? String(value) : value)),
  );
  return rows.filter((row) => row.includes(person)).length;
}

async function invitationOf(scene: Scene, conference: ConferenceId, who: Scene['chair'], afterMs: number) {
  const card = { act: again(who, afterMs), ids: { conference, revision: '1' }, to: { person: who.person } };
  const more = { committee: scene.committee, isSentAgain: false, isRedraw: false };
  return (await conferenceCards['conferences.invitation']?.({ ...card, ...more })) as Message;
}

test.each([
  ['somebody not summoned', async (scene: Scene) => scene.person('Xenia Outside'), 10 * minute, 'conference-unknown'],
  ['the secretary, who does not count', async (scene: Scene) => scene.clerk, 10 * minute, 'lift-not-yours'],
  ['a member after the start', async (scene: Scene) => scene.members[0], 110 * hour, 'conference-begun'],
] as const)('%s lifts nothing out', async (_who, who, afterMs, reason) => {
  const scene = await createScene(handle);
  const { conference, item: adopted } = await withConsent(scene);

  const outcome = await liftOut(again(await who(scene), afterMs), { conference, item: adopted });

  expect(reasonOf(outcome)).toBe(reason);
});

test('the secretary puts an item together in a form, is told what it lacks, and sends it when it is complete', async () => {
  const scene = await createScene(handle);
  const conference = await drafted(scene);
  const call = callOf(scene.clerk, null, 5 * minute);
  const opened = must(await previewAnnouncement(again(scene.clerk, 5 * minute), conference));
  const { previewMessage } = await import('../../../src/features/conferences/views/preview.ts');
  const t = texts('en', 'Asia/Ho_Chi_Minh', 'party');
  const preview = previewMessage(t, t, { ...opened, lists: [], now: call.now });

  const agenda = messageOf(await press(interactions, call, preview, 'Agenda'));
  const add = formOf(await press(interactions, call, agenda, 'Add an item'));
  const empty = await submit(interactions, call, add, { text: ' ', kind: 'vote' });
  const lacking = messageOf(await submit(interactions, call, add, { text: 'The charter', kind: 'vote', number: '1' }));
  const edit = formOf(await press(interactions, call, lacking, 'Edit'));
  const complete = messageOf(await submit(interactions, call, edit, { owner: scene.chair.person }));

  expect(empty).toMatchObject({ kind: 'field-errors', errors: { text: expect.stringContaining('choose a list') } });
  expect(textOf(lacking)).toContain('1. The charter (for a vote)');
  expect(textOf(lacking)).toContain('Item 1 lacks something: nobody presents it.');
  expect(textOf(complete)).toContain('1. The charter (for a vote; presented by Cara Chair)');
  expect(textOf(complete)).not.toContain('lacks');
  const seen = must(
    await seeInvitation(again(scene.chair, 10 * minute), (await sent(scene, conference, 8 * minute)).conference),
  );
  expect(seen.revision.agenda[0]?.ownerName).toBe('Cara Chair');
});

test('only what stands unchanged and in order, with the new ones between, counts as an addition', () => {
  const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 6 });
  fc.assert(
    fc.property(ids, ids, fc.constantFrom('a', 'b', 'c', null), (before, after, reworded) => {
      const was = before.map((id) => item(id));
      const is = after.map((id) => item(id, id === reworded ? { text: 'reworded' } : {}));

      const change = agendaChange(was, is);

      const kept = after.filter((id) => before.includes(id));
      const isSame = kept.join() === before.join() && !kept.some((id) => id === reworded);
      expect(change.isOnlyAdded).toBe(isSame);
      expect(change.isChanged).toBe(!isSame || after.length > before.length);
    }),
  );
});

test('typing the agenda anew keeps what is known of lines that stay or are reworded', () => {
  const owned = [item('Opening'), item('Budget', { kind: 'vote', inConsent: true }), item('Closing')];
  const unused = ['new 1', 'new 2'];
  const fresh = () => unused.shift() as AgendaItemId;

  const moved = withLines(owned, ['Budget', 'Opening', 'Closing'], [], fresh);
  const reworded = withLines(owned, ['Opening', 'Budget 2027', 'Closing'], [], fresh);
  const longer = withLines(owned, ['Opening', 'Budget 2027', 'Closing', 'More'], [], fresh);

  expect(moved.map(({ id, kind }) => [id, kind])).toEqual([
    ['Budget', 'vote'],
    ['Opening', 'other'],
    ['Closing', 'other'],
  ]);
  expect(reworded[1]).toMatchObject({ id: 'Budget', kind: 'vote', text: 'Budget 2027' });
  expect(longer.map(({ id }) => id)).toEqual(['Opening', 'new 1', 'Closing', 'new 2']);
});

test.each([
  [null, null, 'free'],
  ['2026-03-03', null, 'free'],
  ['2026-03-01', '2026-03-03', 'additions'],
  ['2026-03-01', null, 'with-reason'],
  ['2026-02-27', '2026-03-01', 'with-reason'],
])('free until %s and additions until %s is, on 2 March, %s', (freeUntil, addUntil, phase) => {
  const at = (day: string | null) => (day === null ? null : new Date(`${day}T00:00:00Z`));

  const now = agendaPhase({ freeUntil: at(freeUntil), addUntil: at(addUntil) }, new Date('2026-03-02T00:00:00Z'));

  expect(now).toBe(phase);
});

test('cut-offs lie on working days, and one that has passed is none', () => {
  const calendar = {
    ...{ zone: 'UTC', workingWeekdays: [1, 2, 3, 4, 5], workingHours: [{ from: '08:00', to: '17:00' }] },
    ...{ endOfDay: '16:30', holidays: new Set(['2026-03-05']), workedInstead: new Set<string>() },
  };
  const start = new Date('2026-03-09T07:00:00Z');
  const rule = { freeUntilDays: 3, addUntilDays: 1 };

  const early = cutOffs(start, rule, calendar, new Date('2026-03-01T00:00:00Z'));
  const late = cutOffs(start, rule, calendar, new Date('2026-03-05T00:00:00Z'));

  expect(early).toEqual({ freeUntil: new Date('2026-03-03T16:30:00Z'), addUntil: new Date('2026-03-06T16:30:00Z') });
  expect(late).toEqual({ freeUntil: null, addUntil: new Date('2026-03-06T16:30:00Z') });
});

describe('an item from which the chair is recused', () => {
  async function drafting() {
    const scene = await createScene(handle);
    const { list, nora, ned } = await frozenList(scene);
    const recused = async (person: PersonId, nominee: PersonId) =>
      must(await recuse(again(scene.clerk), { committee: scene.committee, person, nominee, recordedBy: null }));
    const conference = await drafted(scene, { agenda: '' });
    const seen = async (who: Act) => {
      const { content, ledBy } = must(await seeAgenda(again(who, 5 * minute), conference));
      return content.agenda.map(({ id }) => ledBy.get(id) ?? null);
    };
    return { scene, conference, list, nora, ned, recused, seen };
  }

  test.each([
    ['the first deputy who may be there leads it', ['Dora Deputy'], [], 'Dora Deputy'],
    ['a deputy who is recused too is passed over', ['Dora Deputy', 'Dirk Deputy'], ['Dora Deputy'], 'Dirk Deputy'],
    ['without a deputy nobody leads it, and that is said', [], [], null],
  ])('in a draft: %s', async (_, deputies, alsoRecused, name) => {
    const { scene, conference, list, nora, ned, recused, seen } = await drafting();
    const people = [scene.chair.person];
    for (const one of deputies) {
      const { person } = await scene.person(one, ['deputy', 'member']);
      if ((alsoRecused as string[]).includes(one)) people.push(person);
    }
    for (const person of people) for (const nominee of [nora, ned]) await recused(person, nominee);
    must(await put(scene, conference, { text: 'Opening' }));
    must(await put(scene, conference, { text: '', list }));

    expect(await seen(scene.clerk)).toEqual([null, { chair: 'Cara Chair', name }]);
  });

  test('recused from one of two on the list the chair leads it; from somebody whom the text names, not', async () => {
    const { scene, conference, list, nora, recused, seen } = await drafting();
    await recused(scene.chair.person, nora);
    must(await put(scene, conference, { text: '', list }));
    must(await put(scene, conference, { text: 'The matter of Nora Nominee' }));

    expect(await seen(scene.clerk)).toEqual([null, { chair: 'Cara Chair', name: null }]);
  });

  test('is not pointed out to the chair, nor to a secretary who must not know of the case', async () => {
    const { scene, conference, nora, recused, seen } = await drafting();
    await recused(scene.chair.person, nora);
    must(await put(scene, conference, { text: 'The matter of Nora Nominee' }));

    const toChair = await seen(scene.chair);
    await recused(scene.clerk.person, nora);

    expect(toChair).toEqual([]);
    expect(await seen(scene.clerk)).toEqual([]);
  });

  test('says so below the item, in words', async () => {
    const { scene, conference, nora, recused } = await drafting();
    await recused(scene.chair.person, nora);
    await scene.person('Dora Deputy', ['deputy', 'member']);
    must(await put(scene, conference, { text: 'The matter of Nora Nominee' }));

    const seen = must(await seeAgenda(again(scene.clerk, 5 * minute), conference));
    const shown = textOf(agendaMessage(texts('en', 'UTC', 'party'), seen, 1));

    expect(shown).toContain('Cara Chair is recused from this item; Dora Deputy leads it if present.');
  });
});
