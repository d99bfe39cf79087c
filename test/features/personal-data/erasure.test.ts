/** Erasure takes the name out of every table and leaves every count, every ruling and the chain as they were. */
import { sealEvents } from '../../../src/audit/seal.ts';
import { verifyChain } from '../../../src/audit/verify.ts';
import { client } from '../../../src/database/client.ts';
import { recuse } from '../../../src/features/access/operations.ts';
import { browseRegister } from '../../../src/features/people/operations/find.ts';
import { askForErasure, recordErasureRequest } from '../../../src/features/personal-data/operations/ask-erasure.ts';
import { erasePerson, previewErasure, refuseErasure } from '../../../src/features/personal-data/operations/erase.ts';
import { namesToReplace, withoutNames } from '../../../src/features/personal-data/rules.ts';
import { tablesOutOfReach } from '../../../src/features/personal-data/store/texts.ts';
import { heldPeople } from '../../../src/held-people.ts';
import type { PersonId } from '../../../src/kernel/ids.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, createScene, inRegister, must, propose, type Scene, type Somebody } from '../nominations/scene.ts';
import { everyRow, formerName, leaveTraces, name, other } from './traces.ts';

const { handle } = await createTestDatabase();
const rows = client(handle);
const byLetter = { kind: 'letter', reference: '7/CV', dated: '2026-03-01' } as const;
const placeholder = '(name erased)';

async function recorded(scene: Scene, person: PersonId, act: Somebody = scene.clerk) {
  const request = must(await recordErasureRequest(again(act), { committee: scene.committee, person, via: byLetter }));
  return { committee: scene.committee, request };
}

function preview(act: Somebody, at: Awaited<ReturnType<typeof recorded>>) {
  return previewErasure(again(act), at, heldPeople);
}

function erase(act: Somebody, at: Awaited<ReturnType<typeof recorded>>) {
  return erasePerson(again(act), { ...at, placeholder }, heldPeople);
}

/** The workspace's rows in which this name stands, in capitals or not, whole. */
function tablesWith(all: ReadonlyMap<string, readonly string[]>, wanted: string): readonly string[] {
  return [...all].filter(([, found]) => found.some((row) => withoutNames(row, [wanted], '') !== row)).map(([t]) => t);
}

describe('everything at once', () => {
  test('no column holds the name any more; counts, rulings, history and other people are as they were', async () => {
    const scene = await createScene(handle);
    const person = await leaveTraces(handle, scene);
    const at = await recorded(scene, person);
    await sealEvents(again(scene.clockwork));
    const before = await everyRow(handle);
    const chain = await verifyChain(handle, scene.workspace);

    const erased = must(await erase(scene.clerk, at));

    await sealEvents(again(scene.clockwork));
    const after = await everyRow(handle);
    // The control: the same search finds the name before.
    expect(tablesWith(before, name)).toEqual(
      expect.arrayContaining(['person', 'nomination', 'nominee_list_entry', 'review_answer_line', 'sitting_event']),
    );
    expect(tablesWith(before, formerName)).toEqual(['person_revision']);
    expect(tablesWith(after, name)).toEqual([]);
    expect(tablesWith(after, formerName)).toEqual([]);
    expect(tablesWith(after, other)).toEqual(['conference_revision']);
    expect(erased.texts).toBeGreaterThanOrEqual(4);

    const gone = ['person_revision', 'discipline', 'check_result', 'event_salt'];
    const added = ['event', 'seal', 'delivery', 'request'];
    const counted = (all: typeof before) =>
      [...all].filter(([table]) => ![...gone, ...added].includes(table)).map(([table, found]) => [table, found.length]);
    expect(counted(after)).toEqual(counted(before));
    const rulings = (all: typeof before) =>
      (all.get('ballot_round') ?? []).map((row) => {
        const { tallies, rulings, frozen } = JSON.parse(row);
        return { tallies, rulings, frozen };
      });
    expect(rulings(after)).toEqual(rulings(before));
    expect(after.get('event')).toEqual(expect.arrayContaining([...(before.get('event') ?? [])]));

    const stillWhole = await verifyChain(handle, scene.workspace, chain.ok ? chain.head : undefined);
    expect(chain.ok).toBe(true);
    expect(stillWhole.ok).toBe(true);
  });

  test('other words stand in the place of the name, and stances stay', async () => {
    const scene = await createScene(handle);
    const person = await leaveTraces(handle, scene);

    must(await erase(scene.clerk, await recorded(scene, person)));

    const { text, facts } = await rows.sittingEvent.findFirstOrThrow({
      where: { sitting: { committeeId: scene.committee } },
    });
    expect(text).toBe(`Ann: ${placeholder}, then (${placeholder}).`);
    expect(facts).toEqual({ note: `on ${placeholder}` });
    const line = await rows.reviewAnswerLine.findFirstOrThrow({
      where: { answer: { round: { committeeId: scene.committee } } },
    });
    expect(line).toMatchObject({ stance: 'agree', text: null, quality: null });
    const found = must(
      await browseRegister(again(scene.clerk), { committee: scene.committee, typed: 'erased', page: 1, size: 20 }),
    );
    expect(found.people).toEqual([]);
  });

  test('a sent comment is changed by nothing else than an erasure', async () => {
    const scene = await createScene(handle);
    await leaveTraces(handle, scene);
    const where = { answer: { round: { committeeId: scene.committee } } };

    const change = rows.reviewAnswerLine.updateMany({ where, data: { text: 'something else' } });

    await expect(change).rejects.toThrow();
  });

  test('in another workspace somebody of the same name is left alone', async () => {
    const scene = await createScene(handle);
    const elsewhere = await createScene(handle);
    const person = await leaveTraces(handle, scene);
    const theirs = await leaveTraces(handle, elsewhere);

    must(await erase(scene.clerk, await recorded(scene, person)));

    const text = await rows.task.findFirstOrThrow({ where: { committeeId: elsewhere.committee } });
    expect(text.text).toBe(`Write to ${name.toLowerCase()}`);
    expect(await rows.person.findUnique({ where: { id: theirs } })).toMatchObject({ fullName: name, erasedAt: null });
  });

  test('with a namesake in the register, what people typed stays and the preview says so', async () => {
    const scene = await createScene(handle);
    const person = await leaveTraces(handle, scene);
    await inRegister(scene, name);
    const at = await recorded(scene, person);

    const seen = must(await preview(scene.clerk, at));
    must(await erase(scene.clerk, at));

    expect(seen.sharesName).toBe(true);
    const { text } = await rows.task.findFirstOrThrow({ where: { committeeId: scene.committee } });
    expect(text).toBe(`Write to ${name.toLowerCase()}`);
    expect(await rows.person.findUnique({ where: { id: person } })).toMatchObject({ fullName: placeholder });
  });

  test('a chat account is let go: what it writes later is of somebody new', async () => {
    const scene = await createScene(handle);
    const leaver = await scene.person('Lena Leaver');

    must(await erase(scene.clerk, await recorded(scene, leaver.person)));

    expect(await rows.member.findUnique({ where: { id: leaver.member ?? '' } })).toMatchObject({
      ...{ displayName: placeholder, personId: null, isActive: false },
      platformId: `erased:${leaver.member}`,
    });
  });
});

describe('what stands in the way', () => {
  test.each<[string, (scene: Scene) => Promise<PersonId>]>([
    ['memberships', async (scene) => scene.bob.person],
    [
      'nominations',
      async (scene) => {
        const person = await inRegister(scene, 'Dora Dean');
        must(await propose(scene.ann, scene, person));
        return person;
      },
    ],
    [
      'entries',
      async (scene) => {
        const person = await inRegister(scene, 'Dora Dean');
        await rows.planEntry.create({
          data: { id: crypto.randomUUID(), planId: scene.plan.id, positionId: scene.deputy.id, personId: person },
        });
        return person;
      },
    ],
  ])('%s that go on: said in the preview, and refused', async (kind, arrange) => {
    const scene = await createScene(handle);
    const person = await arrange(scene);
    const at = await recorded(scene, person);
    const before = await rows.person.findUnique({ where: { id: person } });

    const seen = must(await preview(scene.clerk, at));
    const erased = await erase(scene.clerk, at);

    expect(seen.obstacles.map((one) => one.kind)).toContain(kind);
    expect(erased).toMatchObject({ ok: false, reason: 'erasure-obstructed' });
    expect(await rows.person.findUnique({ where: { id: person } })).toEqual(before);
  });

  test('a NomCom keeps what it holds on nominees until its plan is closed', async () => {
    const scene = await createScene(handle, 'nomcom');
    const person = await inRegister(scene, 'Dora Dean');
    must(await propose(scene.ann, scene, person));
    await rows.nomination.updateMany({
      where: { personId: person },
      data: { state: 'withdrawn', endedAt: scene.clerk.now, endReason: 'x' },
    });
    const at = await recorded(scene, person);
    const kinds = async () => must(await preview(scene.clerk, at)).obstacles.map(({ kind }) => kind);

    const open = await kinds();
    await rows.plan.update({ where: { id: scene.plan.id }, data: { closedAt: scene.clerk.now } });

    expect(open).toEqual(['kept-by-rule']);
    expect(await kinds()).toEqual([]);
  });
});

describe('what is said of other committees', () => {
  test('where the deciding person takes no part in the case there, only that something stands in the way', async () => {
    const scene = await createScene(handle);
    const person = await inRegister(scene, 'Dora Dean');
    const own = await rows.committee.findUniqueOrThrow({ where: { id: scene.committee } });
    const other = crypto.randomUUID() as Scene['committee'];
    await rows.committee.create({
      data: { ...own, id: other, channelId: null, name: 'The other committee', settings: own.settings ?? {} },
    });
    const member = { committeeId: other, roles: ['member'], votes: true, validFrom: new Date(0) };
    await rows.membership.createMany({
      data: [scene.clerk.person, person].map((personId, rank) => ({
        ...{ id: crypto.randomUUID(), ...member, personId, rank },
      })),
    });
    const at = await recorded(scene, person);
    const obstacles = async () => must(await preview(scene.clerk, at)).obstacles;
    const before = await obstacles();

    const recusal = { committee: other, person: scene.clerk.person, nominee: person, recordedBy: null };
    must(await recuse(again(scene.clerk), recusal));

    expect(before).toEqual([{ kind: 'memberships', committee: 'The other committee' }]);
    expect(await obstacles()).toEqual([{ kind: 'elsewhere', committee: null }]);
  });
});

describe('who asks and who decides', () => {
  test('asked in the chat, the committee secretary and the chair are told once', async () => {
    const scene = await createScene(handle);
    const asked = must(await askForErasure(again(scene.ann)));

    const second = must(await askForErasure(again(scene.ann)));

    expect(second).toEqual({ request: asked.request, isNew: false });
    const cards = await rows.delivery.findMany({ where: { key: { contains: asked.request } } });
    expect(cards.map(({ personId }) => personId).sort()).toEqual([scene.clerk.person, scene.chair.person].sort());
  });

  test.each(['ann', 'bob'] as const)('%s, a member, may not decide', async (who) => {
    const scene = await createScene(handle);
    const at = await recorded(scene, await inRegister(scene, 'Dora Dean'));

    expect(await erase(scene[who], at)).toMatchObject({ ok: false, reason: 'right-missing' });
  });

  test('nobody decides on their own', async () => {
    const scene = await createScene(handle);
    const { request } = must(await askForErasure(again(scene.chair)));

    const decided = await erase(scene.chair, { committee: scene.committee, request });

    expect(decided).toMatchObject({ ok: false, reason: 'erasure-of-oneself' });
  });

  test('whoever takes no part in the case finds no request', async () => {
    const scene = await createScene(handle);
    const person = await inRegister(scene, 'Dora Dean');
    const at = await recorded(scene, person);
    const recusal = { committee: scene.committee, person: scene.chair.person, nominee: person, recordedBy: null };
    must(await recuse(again(scene.chair), recusal));

    expect(await preview(scene.chair, at)).toMatchObject({ ok: false, reason: 'erasure-unknown' });
  });

  test('a refusal has a reason, the person is told, and it is decided', async () => {
    const scene = await createScene(handle);
    const { request } = must(await askForErasure(again(scene.ann)));
    const at = { committee: scene.committee, request };

    const empty = await refuseErasure(again(scene.clerk), { ...at, reason: ' ' });
    must(await refuseErasure(again(scene.clerk), { ...at, reason: 'You are a member until June.' }));

    expect(empty).toMatchObject({ ok: false, reason: 'erasure-reason-missing' });
    expect(await erase(scene.clerk, at)).toMatchObject({ ok: false, reason: 'erasure-decided' });
    const told = await rows.delivery.findMany({ where: { kind: 'personal-data.erasure-refused' } });
    expect(told.filter(({ personId }) => personId === scene.ann.person)).toHaveLength(1);
  });
});

describe('the search for a name', () => {
  test('from every table with words a way leads to its workspace', async () => {
    // Of the whole server, or keys of the program: nobody types there.
    expect(await tablesOutOfReach(handle)).toEqual(['installation', 'review_anonymous_share', 'tick']);
  });

  test.each([
    ['as a whole, in any letters', 'NGUYỄN VĂN KHOA (nguyễn văn khoa)', 'X (X)'],
    ['not inside a longer one', 'Nguyễn Văn Khoan, Nguyễn Văn Khoa', 'Nguyễn Văn Khoan, X'],
    ['not without its accents, which may be another name', 'Nguyen Van Khoa', 'Nguyen Van Khoa'],
  ])('%s', (_what, text, expected) => {
    expect(withoutNames(text, [name], 'X')).toBe(expected);
  });

  test('a single word and a name of two people are looked for in no text', () => {
    expect(namesToReplace(['An', name, other], [other])).toEqual([name]);
  });
});
