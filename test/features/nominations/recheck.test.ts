import { client } from '../../../src/database/client.ts';
import { openCandidates } from '../../../src/features/nominations/interactions/candidates.ts';
import { nominationCards } from '../../../src/features/nominations/interactions/cards.ts';
import { withdrawCandidate } from '../../../src/features/nominations/operations/change.ts';
import { recheckCommittee } from '../../../src/features/nominations/operations/recheck.ts';
import { changePerson } from '../../../src/features/people/operations/register.ts';
import { freezeList } from '../../../src/features/reviews/operations/lists.ts';
import { callOf } from '../../support/calls.ts';
import { wordsOf } from '../../support/hands.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, createScene, eligible, inRegister, must, propose, type Scene, type Somebody } from './scene.ts';

const { handle } = await createTestDatabase();

const aDay = 86_400_000;

/** The secretary corrects the birth month: this person no longer has a full term before retirement. */
async function tooOld(scene: Scene, name = 'Trần Văn Mẫu') {
  const person = await inRegister(scene, name);
  const { nomination } = must(await propose(scene.clerk, scene, person));
  const form = { fullName: name, ...eligible, birthMonth: '1966-01' };
  const change = { committee: scene.committee, person, version: 1, form, discipline: null, replacesNewest: true };
  must(await changePerson(again(scene.clerk, 1000), change));
  return { person, nomination };
}

async function night(scene: Scene, days = 1) {
  await recheckCommittee(again(scene.clockwork, days * aDay, { zone: 'Asia/Ho_Chi_Minh' }), scene.committee);
}

async function cards(scene: Scene) {
  return client(handle).delivery.findMany({ where: { workspaceId: scene.workspace, kind: 'nominations.recheck' } });
}

async function read(scene: Scene, act: Somebody) {
  const message = await nominationCards['nominations.recheck']?.({
    act: again(act, aDay),
    ids: { committee: scene.committee },
    to: { person: act.person },
    committee: scene.committee,
    isSentAgain: false,
    isRedraw: false,
  });
  return message ? wordsOf({ kind: 'show', message }) : null;
}

describe('the nightly check', () => {
  test('tells the committee secretary once who no longer qualifies, and removes nobody', async () => {
    const scene = await createScene(handle);
    must(await propose(scene.clerk, scene, await inRegister(scene, 'Lê Thị Mẫu')));
    await tooOld(scene);

    await night(scene);
    await night(scene, 2);

    expect((await cards(scene)).map((card) => card.personId)).toEqual([scene.clerk.person]);
    expect(await read(scene, scene.clerk)).toContain('In the plan Plan 2027–2032 1 name no longer meets the rules.');
    expect(await read(scene, scene.ann)).toBeNull();
    const list = wordsOf(await openCandidates(callOf(again(scene.clerk, aDay)), scene.committee));
    expect(list).toMatch(/No longer meet the rules\n.*Trần Văn Mẫu \(Deputy\): .*born January 1966.*known since/);
    expect(list).toMatch(/2\. .*Mẫu/);
    const kept = await client(handle).checkResult.count({ where: { occasion: 'nightly', level: 'blocks' } });
    expect(kept).toBe(1);
  });

  test('stands in the way of freezing the list, until the name is withdrawn', async () => {
    const scene = await createScene(handle);
    must(await propose(scene.clerk, scene, await inRegister(scene, 'Lê Thị Mẫu')));
    const { nomination } = await tooOld(scene);
    await night(scene);
    const freeze = () => freezeList(again(scene.clerk, aDay), { committee: scene.committee, plan: scene.plan.id });

    const before = await freeze();
    const which = { committee: scene.committee, nomination, version: 1 };
    must(await withdrawCandidate(again(scene.clerk, aDay), { ...which, reason: 'Age.' }));

    expect(before).toMatchObject({ reason: 'candidates-blocked', facts: { count: 1 } });
    expect((await freeze()).ok).toBe(true);
    expect(await read(scene, scene.clerk)).toBeNull();
  });

  test('nothing is kept and nobody told when nothing has changed; what is mended is kept as mended', async () => {
    const scene = await createScene(handle);
    const { person } = await tooOld(scene);
    await night(scene);
    const form = { fullName: 'Trần Văn Mẫu', ...eligible };
    const change = { committee: scene.committee, person, version: 2, form, discipline: null, replacesNewest: true };
    must(await changePerson(again(scene.clerk, aDay), change));

    await night(scene, 2);
    await night(scene, 3);

    expect(await cards(scene)).toHaveLength(1);
    expect(await read(scene, scene.clerk)).toBeNull();
  });

  test('a case of the committee secretary is told to the chair', async () => {
    const scene = await createScene(handle);
    const person = scene.clerk.person;
    must(await propose(scene.chair, scene, person));
    await client(handle).person.update({ where: { id: person }, data: { birthMonth: '1966-01', sex: 'male' } });

    await night(scene);

    expect((await cards(scene)).map((card) => card.personId)).toEqual([scene.chair.person]);
    expect(await read(scene, scene.clerk)).toBeNull();
  });

  test('a change in the register adds the job of checking again, in the same transaction', async () => {
    const scene = await createScene(handle);

    await tooOld(scene);

    const [{ count }] = await client(handle).$queryRaw<[{ count: bigint }]>`
      SELECT count(*) FROM graphile_worker.jobs WHERE task_identifier = 'recheck'`;
    expect(Number(count)).toBeGreaterThan(0);
  });
});
