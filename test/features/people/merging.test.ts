/** Two entries of the register become one: what moves, what stays, what stands in the way. */
import { history } from '../../../src/audit/history.ts';
import { client } from '../../../src/database/client.ts';
import { readHistory, recuse, viewerOf } from '../../../src/features/access/operations.ts';
import { addMembers } from '../../../src/features/committees/operations/members.ts';
import { setUpCommittee } from '../../../src/features/committees/operations/set-up.ts';
import { browseRegister, seePerson } from '../../../src/features/people/operations/find.ts';
import { mergePeople, previewMerge } from '../../../src/features/people/operations/merge.ts';
import { changePerson } from '../../../src/features/people/operations/register.ts';
import { heldPeople } from '../../../src/held-people.ts';
import type { CommitteeId, PersonId } from '../../../src/kernel/ids.ts';
import { newId } from '../../../src/kernel/ids.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import {
  again,
  createScene,
  eligible,
  inRegister,
  must,
  propose,
  type Scene,
  type Somebody,
} from '../nominations/scene.ts';

const { handle } = await createTestDatabase();
const rows = client(handle);

interface Pair {
  readonly stays: PersonId;
  readonly goes: PersonId;
}

async function pairIn(scene: Scene): Promise<Pair> {
  const stays = await inRegister(scene, 'Trần Văn Mẫu', { unit: null });
  const goes = await inRegister(scene, 'Tran Van Mau', { unit: 'Office', statePost: 'Deputy head' });
  return { stays, goes };
}

function preview(scene: Scene, pair: Pair, act: Somebody = scene.clerk) {
  return previewMerge(again(act), { committee: scene.committee, ...pair }, heldPeople);
}

async function merge(scene: Scene, pair: Pair, act: Somebody = scene.clerk) {
  const seen = must(await preview(scene, pair, act));
  const input = { committee: scene.committee, ...pair, versions: seen.versions };
  return mergePeople(again(act), input, heldPeople);
}

async function obstaclesOf(scene: Scene, pair: Pair) {
  return must(await preview(scene, pair)).obstacles.map(({ kind }) => kind);
}

/** A vote of the committee with these electors. */
async function round(scene: Scene, state: 'open' | 'closed', electors: readonly PersonId[]): Promise<string> {
  const id = newId();
  const isClosed = state === 'closed';
  await rows.ballotRound.create({
    data: {
      ...{
        id,
        committeeId: scene.committee,
        kind: 'question',
        mode: 'open',
        place: 'chat',
        state,
        question: 'Agreed?',
      },
      ...{ rule: {}, questions: [], closesAt: scene.clerk.now, createdAt: scene.clerk.now },
      ...(isClosed ? { closedAt: scene.clerk.now, frozen: {}, rulings: [] } : {}),
      electors: { create: electors.map((personId, place) => ({ personId, place, isRecused: false })) },
    },
  });
  return id;
}

describe('what becomes of two entries', () => {
  test('one is found, with what only the other said; the old one leads there and its words are kept', async () => {
    const scene = await createScene(handle);
    const pair = await pairIn(scene);

    const seen = must(await preview(scene, pair));
    const kept = must(await merge(scene, pair));

    expect(seen).toMatchObject({ takesOver: ['unit'], obstacles: [] });
    expect(kept).toMatchObject({
      id: pair.stays,
      fullName: 'Trần Văn Mẫu',
      unit: 'Office',
      statePost: 'Head of division',
    });
    const search = { committee: scene.committee, typed: 'mau', page: 1, size: 20 };
    expect(must(await browseRegister(again(scene.clerk), search)).people.map(({ id }) => id)).toEqual([pair.stays]);
    expect(must(await seePerson(again(scene.clerk), scene.committee, pair.goes))?.id).toBe(pair.stays);
    expect(await rows.personRevision.findMany({ where: { personId: pair.goes } })).toMatchObject([
      { form: { fullName: 'Tran Van Mau', statePost: 'Deputy head' } },
    ]);
  });

  test('the old entry wears the name of the one that stays, also when that is corrected later', async () => {
    const scene = await createScene(handle);
    const pair = await pairIn(scene);
    const first = await inRegister(scene, 'T. V. Mẫu');
    must(await merge(scene, { stays: pair.goes, goes: first }));
    const kept = must(await merge(scene, pair));

    must(
      await changePerson(again(scene.clerk), {
        ...{ committee: scene.committee, person: pair.goes, version: kept.version },
        ...{ form: { ...eligible, fullName: 'Trần Văn Mậu' }, discipline: null, replacesNewest: false },
      }),
    );

    const all = await rows.person.findMany({ where: { id: { in: [pair.stays, pair.goes, first] } } });
    expect(all.map(({ fullName }) => fullName)).toEqual(['Trần Văn Mậu', 'Trần Văn Mậu', 'Trần Văn Mậu']);
    expect(all.filter(({ mergedInto }) => mergedInto === pair.stays)).toHaveLength(2);
  });

  test('nominations, memberships and measures follow, and are counted beforehand', async () => {
    const scene = await createScene(handle);
    const stays = await inRegister(scene, 'Trần Văn Mẫu');
    const measure = { kind: 'warning', decidedOn: '2025-01-10', effectUntil: null, decision: null } as const;
    const goes = await inRegister(scene, 'Tran Van Mau', { discipline: measure });
    must(await propose(scene.clerk, scene, goes));
    const standing = { person: goes, roles: ['observer'] as const, votes: false, post: null, rank: null };
    must(await addMembers(again(scene.clerk), scene.committee, [standing]));

    const seen = must(await preview(scene, { stays, goes }));
    must(await merge(scene, { stays, goes }));

    expect(seen.held).toEqual([
      { kind: 'measures', count: 1 },
      { kind: 'memberships', count: 1 },
      { kind: 'nominations', count: 1 },
    ]);
    expect(seen.committees).toEqual(['Nominating Committee']);
    expect(await rows.nomination.findMany({ where: { personId: stays } })).toHaveLength(1);
    expect(must(await seePerson(again(scene.clerk), scene.committee, stays))?.disciplines).toHaveLength(1);
    const viewer = await viewerOf({ ...scene.clerk, person: stays, member: newId() }, scene.committee);
    expect(viewer.roles).toEqual(['observer']);
  });

  test('the chat account comes along, and acts as the one that stays', async () => {
    const scene = await createScene(handle);
    const stays = await inRegister(scene, 'Trần Văn Mẫu');
    const { person: goes, member } = await scene.person('Tran Van Mau', ['member']);

    must(await merge(scene, { stays, goes }));

    expect(await rows.member.findUnique({ where: { id: member ?? '' } })).toMatchObject({ personId: stays });
  });

  test('papers of an open vote follow with their elector; a closed vote stays as it was counted', async () => {
    const scene = await createScene(handle);
    const pair = await pairIn(scene);
    const open = await round(scene, 'open', [pair.goes]);
    const closed = await round(scene, 'closed', [pair.goes, pair.stays]);
    for (const roundId of [open, closed]) {
      const paper = { roundId, personId: pair.goes, version: 1, marks: {}, castAt: scene.clerk.now };
      await rows.ballotPaper.create({ data: { id: newId(), ...paper } });
    }

    must(await merge(scene, pair));

    expect(await rows.ballotPaper.findMany({ where: { roundId: open } })).toMatchObject([{ personId: pair.stays }]);
    expect(await rows.ballotPaper.findMany({ where: { roundId: closed } })).toMatchObject([{ personId: pair.goes }]);
  });

  test('a form that was open meanwhile and names the old entry speaks of the one that stays', async () => {
    const scene = await createScene(handle);
    const pair = await pairIn(scene);
    must(await merge(scene, pair));

    must(await propose(scene.clerk, scene, pair.goes));

    expect(await rows.nomination.findMany({ where: { planId: scene.plan.id } })).toMatchObject([
      { personId: pair.stays },
    ]);
  });

  test('the log is not changed; the history of the one that stays tells of both', async () => {
    const scene = await createScene(handle);
    const pair = await pairIn(scene);
    const before = await rows.auditEvent.findMany({ where: { subjectId: pair.goes } });

    must(await merge(scene, pair));

    const told = await history(handle, await viewerOf(scene.clerk, scene.committee), {
      kind: 'person',
      id: pair.stays,
    });
    expect(told.map(({ kind }) => kind)).toEqual(['people.added', 'people.added', 'people.merged']);
    expect(told.at(-1)?.facts).toEqual({ from: pair.goes });
    expect(await rows.auditEvent.findMany({ where: { subjectId: pair.goes } })).toEqual(before);
  });
});

describe('closed cases', () => {
  test('whoever is recused from the one that goes finds neither of them, nor what the log says of either', async () => {
    const scene = await createScene(handle);
    const pair = await pairIn(scene);
    must(await propose(scene.clerk, scene, pair.goes));
    const recusal = { committee: scene.committee, person: scene.chair.person, nominee: pair.goes, recordedBy: null };
    must(await recuse(again(scene.chair), recusal));

    must(await merge(scene, pair));

    const viewer = await viewerOf(scene.chair, scene.committee);
    expect([...viewer.recusedFrom].sort()).toEqual([pair.stays, pair.goes].sort());
    for (const nominee of [pair.stays, pair.goes]) {
      expect(must(await seePerson(again(scene.chair), scene.committee, nominee))).toBeNull();
      const read = { committee: scene.committee, nominee, before: null };
      expect(must(await readHistory(again(scene.chair), read)).events).toEqual([]);
    }
  });

  test('a recusal that stands is not lost to an older one that was lifted', async () => {
    const scene = await createScene(handle);
    const pair = await pairIn(scene);
    const of = {
      committeeId: scene.committee,
      personId: scene.chair.person,
      kind: 'other',
      declaredAt: scene.clerk.now,
    };
    const lifted = { liftedAt: scene.clerk.now, liftedBy: scene.clerk.person, liftReason: 'no kin' };
    await rows.recusal.create({ data: { id: newId(), ...of, nomineeId: pair.stays, ...lifted } });
    await rows.recusal.create({ data: { id: newId(), ...of, nomineeId: pair.goes } });

    must(await merge(scene, pair));

    expect((await viewerOf(scene.chair, scene.committee)).recusedFrom).toContain(pair.stays);
  });

  test('nobody opens their own case to themselves: what was said of a former entry stays closed to its person', async () => {
    const scene = await createScene(handle);
    const goes = await inRegister(scene, 'Ann Arbour');
    must(await propose(scene.clerk, scene, goes));

    must(await merge(scene, { stays: scene.ann.person, goes }));

    expect((await viewerOf(scene.ann, scene.committee)).hiddenNominees).toContain(goes);
  });

  test('what lies in committees of others is neither named nor counted', async () => {
    const scene = await createScene(handle);
    const pair = await pairIn(scene);
    const other = await otherCommittee(scene);
    const standing = { roles: ['member'] as const, votes: true, post: null, rank: null };
    must(await addMembers(again(scene.bob), other, [{ person: pair.goes, ...standing }]));

    const free = must(await preview(scene, pair));
    must(await addMembers(again(scene.bob), other, [{ person: pair.stays, ...standing }]));
    const obstructed = must(await preview(scene, pair));

    expect(free).toMatchObject({ held: [], committees: [], isElsewhere: true, obstacles: [] });
    expect(obstructed.obstacles).toEqual([{ kind: 'elsewhere', committee: null }]);
  });
});

describe('refused', () => {
  test.each<[string, (scene: Scene, pair: Pair) => Promise<unknown>]>([
    ['memberships', (scene, pair) => bothMembers(scene, pair)],
    [
      'nominations',
      async (scene, pair) => [
        must(await propose(scene.clerk, scene, pair.stays)),
        must(await propose(scene.clerk, scene, pair.goes)),
      ],
    ],
    ['ballots', (scene, pair) => round(scene, 'open', [pair.stays, pair.goes])],
    ['sealed', (scene, pair) => sealedBox(scene, 'open', pair.goes)],
  ])('%s: both stand in the same thing, and nothing is changed', async (kind, arrange) => {
    const scene = await createScene(handle);
    const pair = await pairIn(scene);
    const { versions } = must(await preview(scene, pair));
    await arrange(scene, pair);

    const seen = await obstaclesOf(scene, pair);
    const merged = await mergePeople(again(scene.clerk), { committee: scene.committee, ...pair, versions }, heldPeople);

    expect(seen).toEqual([kind]);
    expect(merged).toMatchObject({ reason: 'merge-obstructed' });
    expect(await rows.person.findUnique({ where: { id: pair.goes } })).toMatchObject({ mergedInto: null, version: 1 });
  });

  test('two chat accounts are two people', async () => {
    const scene = await createScene(handle);

    expect(await obstaclesOf(scene, { stays: scene.ann.person, goes: scene.bob.person })).toContain('accounts');
  });

  test('a box that is opened holds nobody back, and its roll keeps the entry that it named', async () => {
    const scene = await createScene(handle);
    const pair = await pairIn(scene);
    const box = await sealedBox(scene, 'counted', pair.goes);

    must(await merge(scene, pair));

    expect(await rows.sealedElector.findMany({ where: { boxId: box } })).toMatchObject([{ personId: pair.goes }]);
  });

  test('the same entry, an entry merged before, one’s own, a changed one, and without the right', async () => {
    const scene = await createScene(handle);
    const pair = await pairIn(scene);
    const stale = { committee: scene.committee, ...pair, versions: '1.2' };

    const refusals = [
      await preview(scene, { stays: pair.goes, goes: pair.goes }),
      await preview(scene, { stays: scene.clerk.person, goes: pair.goes }),
      await mergePeople(again(scene.clerk), stale, heldPeople),
      await preview(scene, pair, scene.ann),
    ];
    must(await merge(scene, pair));
    refusals.push(await preview(scene, pair));

    expect(refusals.map((outcome) => (outcome.ok ? null : outcome.reason))).toEqual([
      'merge-same-entry',
      'merge-of-oneself',
      'merge-outdated',
      'right-missing',
      'merge-same-entry',
    ]);
  });

  test('two who merge the same two in both directions at once: one is done', async () => {
    const scene = await createScene(handle);
    const pair = await pairIn(scene);
    const turned = { stays: pair.goes, goes: pair.stays };
    const input = { committee: scene.committee, versions: '1.1' };

    const both = await Promise.all(
      [pair, turned].map((one) => mergePeople(again(scene.clerk), { ...input, ...one }, heldPeople)),
    );

    expect(both.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(await rows.person.count({ where: { workspaceId: scene.workspace, mergedInto: { not: null } } })).toBe(1);
  });
});

async function bothMembers(scene: Scene, pair: Pair) {
  const standing = { roles: ['member'] as const, votes: true, post: null, rank: null };
  const people = [pair.stays, pair.goes].map((person) => ({ person, ...standing }));
  return must(await addMembers(again(scene.clerk), scene.committee, people));
}

/** Bob is its committee secretary, and Clara has nothing to do with it. */
async function otherCommittee(scene: Scene): Promise<CommitteeId> {
  const admin = { ...again(scene.bob), isWorkspaceAdmin: true };
  const place = { channel: `C${newId().slice(0, 8)}`, name: 'Audit Board', profile: 'general', locale: 'en' } as const;
  return must(await setUpCommittee(admin, { ...place, zone: 'UTC' })).id;
}

async function sealedBox(scene: Scene, state: string, elector: PersonId): Promise<string> {
  const id = newId();
  await rows.sealedBox.create({
    data: {
      ...{ id, workspaceId: scene.workspace, committeeId: scene.committee, subjectKind: 'ballot', subjectId: newId() },
      ...{ state, paperSize: 1024, publicKey: new Uint8Array([1]), preparedAt: scene.clerk.now },
    },
  });
  await rows.sealedElector.create({ data: { boxId: id, personId: elector, chunk: 0 } });
  return id;
}
