import { recuse } from '../../../src/features/access/operations.ts';
import { mergePeople, previewMerge } from '../../../src/features/people/operations/merge.ts';
import { changePerson } from '../../../src/features/people/operations/register.ts';
import { makePlan } from '../../../src/features/plans/operations/make.ts';
import { computePool } from '../../../src/features/pools/operations/compute.ts';
import { confirmPool } from '../../../src/features/pools/operations/discuss.ts';
import { seePool, seePosition } from '../../../src/features/pools/operations/look.ts';
import { poolMessage } from '../../../src/features/pools/views/pool.ts';
import { positionMessage } from '../../../src/features/pools/views/position.ts';
import { heldPeople } from '../../../src/held-people.ts';
import { texts } from '../../../src/i18n/texts.ts';
import { wordsOf } from '../../support/hands.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { createWorld } from '../../support/worlds.ts';
import { again, eligible, inRegister, must, propose } from '../nominations/scene.ts';
import { at, compute, confirm, createPooled, names, record, seen, standingsSeen } from './scene.ts';

const { handle } = await createTestDatabase();

const en = texts('en', 'Asia/Ho_Chi_Minh', 'party');

describe('a pool', () => {
  test('is everybody of the register for every position: in it, not known, or left out, each by its rule', async () => {
    const scene = await createPooled(handle);
    const { pool } = await compute(scene);

    const standings = await standingsSeen(scene, pool);
    const { considered } = await seen(scene, pool);

    expect(standings).toEqual(
      expect.arrayContaining([`${names.fit}: in`, `${names.old}: left-out`, `${names.unknown}: not-known`]),
    );
    const old = considered.filter(({ person }) => person === scene.people.old);
    expect(old.map(({ position }) => position).sort()).toEqual([scene.secretary.id, scene.deputy.id].sort());
    expect(old[0]?.evidence.find(({ level }) => level === 'blocks')).toMatchObject({
      rule: 'age-next-term',
      facts: { birthMonth: '1966-01', requiredMonths: 60 },
    });
  });

  test('says of everybody left out which rule, which numbers, and how sure its source is', async () => {
    const scene = await createPooled(handle);
    const { pool } = await compute(scene);
    const position = must(await seePosition(again(scene.clerk), { ...at(scene), pool, position: scene.deputy.id }));

    const words = wordsOf(positionMessage(en, position, { which: 'left-out', page: 1 }));

    expect(words).toContain(names.old);
    expect(words).toContain('born January 1966');
    expect(words).toContain('at least 60');
    expect(words).toContain('source read in part');
    expect(words).not.toContain(names.fit);
  });

  test('counts nobody out because the list of a position is full: the list is made from it', async () => {
    const scene = await createPooled(handle);
    for (const name of ['Một', 'Hai', 'Ba']) must(await propose(scene.clerk, scene, await inRegister(scene, name)));

    const { pool } = await compute(scene);

    expect(await standingsSeen(scene, pool)).toEqual(expect.arrayContaining([`${names.fit}: in`, 'Một: in']));
  });

  test('takes a person against the rules, or leaves one out, only for a reason; an assessment has its level', async () => {
    const scene = await createPooled(handle);
    const { pool } = await compute(scene);

    const refusals = [
      await record(scene, pool, scene.people.unknown, {}),
      await record(scene, pool, scene.people.fit, { isIn: false, reason: '  ' }),
      await record(scene, pool, scene.people.fit, { assessment: 'Steady.' }),
    ];
    must(await record(scene, pool, scene.people.unknown, { reason: 'Known to us; papers follow.' }));
    must(await record(scene, pool, scene.people.fit, { isIn: false, reason: 'Leaves in May.' }));

    expect(refusals).toMatchObject([
      { reason: 'pool-reason-missing' },
      { reason: 'pool-reason-missing' },
      { reason: 'pool-prospects-missing' },
    ]);
    expect(await standingsSeen(scene, pool)).toEqual(
      expect.arrayContaining([`${names.fit}: left-out`, `${names.unknown}: in`]),
    );
  });

  test('stays as it was confirmed; computed again it is the next version with what was recorded, until that is confirmed', async () => {
    const scene = await createPooled(handle);
    const first = await compute(scene);
    must(await record(scene, first.pool, scene.people.fit, { prospects: 'high', assessment: 'Steady.' }));
    must(await confirm(scene, first.pool));

    const late = await record(scene, first.pool, scene.people.fit, { prospects: 'low' });
    await inRegister(scene, 'Đỗ Thị Mới');
    const second = await compute(scene);
    const between = await seen(scene);
    must(await confirm(scene, second.pool, scene.chair));
    const after = await seen(scene);

    expect(late).toMatchObject({ reason: 'pool-not-open', facts: { version: 1 } });
    expect(second).toMatchObject({ version: 2, inForce: 1 });
    expect(between.versions.map(({ version, state }) => `${version} ${state}`)).toEqual(['2 open', '1 confirmed']);
    expect(after.versions.map(({ version, state }) => `${version} ${state}`)).toEqual(['2 confirmed', '1 replaced']);
    expect(after.pool?.confirmed).toMatchObject({ by: scene.chair.person, body: 'Collective leadership' });
    expect(await standingsSeen(scene, second.pool)).toContain('Đỗ Thị Mới: in');
    expect(await standingsSeen(scene, first.pool)).not.toContain('Đỗ Thị Mới: in');
    const opinions = after.considered.flatMap(({ opinion }) => opinion ?? []);
    expect(opinions).toMatchObject([{ prospects: 'high', position: scene.deputy.id, recordedBy: scene.clerk.person }]);
  });

  test('computed again while open is the same version, with the register as it is now', async () => {
    const scene = await createPooled(handle);
    const first = await compute(scene);
    must(await record(scene, first.pool, scene.people.fit, { prospects: 'high' }));
    const form = { fullName: names.unknown, ...eligible };
    const change = { version: 1, form, discipline: null, replacesNewest: false };
    must(
      await changePerson(again(scene.clerk), { committee: scene.committee, person: scene.people.unknown, ...change }),
    );

    const second = await compute(scene);

    expect(second).toEqual(first);
    expect(await standingsSeen(scene, second.pool)).toContain(`${names.unknown}: in`);
    const { considered } = await seen(scene);
    expect(considered.filter(({ opinion }) => opinion?.prospects === 'high')).toHaveLength(1);
  });

  test('leaves no trace of a closed case to whoever is recused, who computes and confirms it all the same', async () => {
    const scene = await createPooled(handle);
    const nominee = scene.people.fit;
    must(await recuse(again(scene.clerk), { ...at(scene), person: scene.clerk.person, nominee, recordedBy: null }));
    await inRegister(scene, 'Đỗ Thị Hai');

    const { pool } = await compute(scene);
    const recused = await seen(scene, pool);
    const told = await record(scene, pool, nominee, { prospects: 'low' });
    must(await confirm(scene, pool));

    expect(recused.considered.some(({ person }) => person === nominee)).toBe(false);
    expect(await standingsSeen(scene, pool)).not.toContain(`${names.fit}: in`);
    expect(told).toMatchObject({ reason: 'pool-person-gone' });
    expect(await standingsSeen(scene, pool, scene.chair)).toContain(`${names.fit}: in`);
    const line = 'Deputy: 1 in the pool (0 assessed)';
    expect(wordsOf(poolMessage(en, { ...recused, newcomers: 0 }, 1))).toContain(line);
    expect(wordsOf(poolMessage(en, { ...(await seen(scene, pool, scene.chair)), newcomers: 0 }, 1))).not.toContain(
      line,
    );
  });

  test('shows nobody their own line', async () => {
    const scene = await createPooled(handle);
    const { pool } = await compute(scene);

    const clerk = await standingsSeen(scene, pool);
    const chair = await standingsSeen(scene, pool, scene.chair);

    expect([clerk, chair].map((lines) => lines.some((line) => line.startsWith('Cara Chair')))).toEqual([true, false]);
  });

  test('follows two rows of the register that become one: one line, the graver one', async () => {
    const scene = await createPooled(handle);
    const { pool } = await compute(scene);
    const pair = { committee: scene.committee, stays: scene.people.fit, goes: scene.people.old };
    const { versions } = must(await previewMerge(again(scene.clerk), pair, heldPeople));
    must(await mergePeople(again(scene.clerk), { ...pair, versions }, heldPeople));

    const lines = await standingsSeen(scene, pool);

    expect(lines.filter((line) => line.startsWith(names.fit))).toEqual([`${names.fit}: left-out`]);
    expect(lines.some((line) => line.startsWith(names.old))).toBe(false);
  });
});

describe('a pool is refused', () => {
  test('for a plan of another committee, whoever asks', async () => {
    const scene = await createPooled(handle);
    const other = await createPooled(handle);
    const { pool } = await compute(other);
    const theirs = { committee: scene.committee, plan: other.plan.id };

    const answers = [
      await computePool(again(scene.clerk), theirs),
      await seePool(again(scene.clerk), { ...theirs, pool }),
      await seePool(again(scene.clerk), { ...at(scene), pool }),
      await confirmPool(again(scene.clerk), {
        ...at(scene),
        pool,
        discussed: { body: 'We', discussedOn: '2026-03-02' },
      }),
    ];

    expect(answers.map((answer) => !answer.ok && answer.reason)).toEqual([
      'plan-unknown',
      'plan-unknown',
      'pool-unknown',
      'pool-unknown',
    ]);
  });

  test('to members: what the register says of everybody is for those who keep the list', async () => {
    const scene = await createPooled(handle);
    const { pool } = await compute(scene);

    const answers = [
      await computePool(again(scene.ann), at(scene)),
      await seePool(again(scene.ann), { ...at(scene), pool }),
    ];

    expect(answers).toMatchObject([{ reason: 'right-missing' }, { reason: 'right-missing' }]);
  });

  test('where the register holds nobody but whoever asks, and where the plan has no position', async () => {
    const world = await createWorld(handle, { profile: 'vn-party' });
    const plan = { title: 'Plan', unit: '', track: 'party', termFrom: '2027-01', termTo: '2032-01' } as const;
    const form = { ...plan, committee: world.committee, congress: null, names: null };
    const position = { title: 'Deputy', seats: 1, level: 5, isCommittee: false, rank: 1 };
    const empty = must(await makePlan(again(world.clerk), { ...form, positions: [] }));
    const full = must(await makePlan(again(world.clerk), { ...form, track: 'other', positions: [position] }));

    const nobody = await computePool(again(world.clerk), { committee: world.committee, plan: full.plan });
    await world.person('Somebody Else');
    const nothing = await computePool(again(world.clerk), { committee: world.committee, plan: empty.plan });

    expect(nobody).toMatchObject({ reason: 'pool-register-empty' });
    expect(nothing).toMatchObject({ reason: 'plan-without-positions' });
  });

  test('when it is confirmed with nobody in it, without a body, or with a day that is still to come', async () => {
    const scene = await createPooled(handle);
    const { pool } = await compute(scene);
    const confirmBy = (body: string, discussedOn: string) =>
      confirmPool(again(scene.clerk), { ...at(scene), pool, discussed: { body, discussedOn } });

    const answers = [
      await confirmBy(' ', '2026-03-02'),
      await confirmBy('We', '2026-03-03'),
      await confirmBy('We', ''),
    ];
    const out = { isIn: false, reason: 'Leaves in May.' };
    must(await record(scene, pool, scene.people.fit, out));
    must(await record({ ...scene, deputy: scene.secretary }, pool, scene.people.fit, out));

    expect(await confirmBy('We', '2026-03-02')).toMatchObject({ reason: 'pool-nobody-in' });
    expect(answers).toMatchObject([
      { reason: 'pool-body-missing', field: 'body' },
      { reason: 'pool-day-wrong', field: 'discussedOn' },
      { reason: 'pool-day-wrong', field: 'discussedOn' },
    ]);
  });
});
