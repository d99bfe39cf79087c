/** What is held about a person: the person is told everything but what the rules keep from them. */
import { client } from '../../../src/database/client.ts';
import { recuse } from '../../../src/features/access/operations.ts';
import { exportOwnData, handOverData, seeOwnData } from '../../../src/features/personal-data/operations/statement.ts';
import type { PersonId } from '../../../src/kernel/ids.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, createScene, inRegister, must, propose, type Scene, type Somebody } from '../nominations/scene.ts';

const { handle } = await createTestDatabase();
const rows = client(handle);
const onPaper = { kind: 'letter', reference: '12/CV', dated: '2026-03-01' } as const;

async function own(act: Somebody) {
  return must(await seeOwnData(again(act)));
}

function handOver(scene: Scene, person: PersonId, act: Somebody = scene.clerk) {
  return handOverData(again(act), { committee: scene.committee, person, via: onPaper });
}

test('a person reads their entry and their place in the committee', async () => {
  const scene = await createScene(handle);

  const seen = await own(scene.ann);

  expect(seen.entry.fullName).toBe('Ann Arbor');
  expect(seen.memberships).toMatchObject([{ roles: ['member'], votes: true, to: null }]);
});

test('no number tells of a case in which one takes no part any more', async () => {
  const scene = await createScene(handle);
  const before = await own(scene.ann);
  const nominee = await inRegister(scene, 'Dora Dean');
  must(await propose(scene.ann, scene, nominee));

  must(await recuse(again(scene.ann), recusal(scene, scene.ann.person, nominee)));

  expect(await own(scene.ann)).toEqual(before);
});

test('where the rule set tells nominees nothing, the answer is the same on the day they are put forward', async () => {
  const scene = await createScene(handle, 'vn-party');
  const before = await own(scene.ann);

  must(await propose(scene.bob, scene, scene.ann.person));
  must(await recuse(again(scene.bob), recusal(scene, scene.bob.person, scene.ann.person)));

  expect(await own(scene.ann)).toEqual(before);
});

test('where the rule set asks nominees, they read that they stand and for what', async () => {
  const scene = await createScene(handle, 'general');
  must(await propose(scene.bob, scene, scene.ann.person));

  const { nominations } = must(await seeOwnData(again(scene.ann, 120_000)));

  expect(nominations).toMatchObject([{ position: 'Deputy', state: 'listed' }]);
});

test('an account that is nobody in the register is told so', async () => {
  const scene = await createScene(handle);

  const seen = await seeOwnData(again(scene.ann, 0, { person: null }));

  expect(seen).toMatchObject({ ok: false, reason: 'personal-data-nobody' });
});

test('a copy that is taken away is recorded, without a name', async () => {
  const scene = await createScene(handle);

  must(await exportOwnData(again(scene.ann)));

  const events = await rows.auditEvent.findMany({ where: { kind: 'personal-data.exported' } });
  expect(events.filter(({ personId }) => personId === scene.ann.person)).toMatchObject([{ facts: {} }]);
});

describe('handed over by the committee secretary', () => {
  test('it is recorded for whom and how the request came', async () => {
    const scene = await createScene(handle);
    const person = await inRegister(scene, 'Dora Dean');

    const handed = must(await handOver(scene, person));

    expect(handed.entry.fullName).toBe('Dora Dean');
    const events = await rows.auditEvent.findMany({ where: { kind: 'personal-data.handed-over', onBehalfOf: person } });
    expect(events).toMatchObject([{ personId: scene.clerk.person, via: { kind: 'letter', dated: '2026-03-01' } }]);
  });

  test.each(['ann', 'chair'] as const)('%s may not', async (who) => {
    const scene = await createScene(handle);

    const handed = await handOver(scene, scene.bob.person, scene[who]);

    expect(handed).toMatchObject({ ok: false, reason: 'right-missing' });
  });

  test('a case that is closed to the committee secretary is closed here too', async () => {
    const scene = await createScene(handle);
    const person = await inRegister(scene, 'Dora Dean');
    must(await recuse(again(scene.clerk), recusal(scene, scene.clerk.person, person)));

    expect(await handOver(scene, person)).toMatchObject({ ok: false, reason: 'person-unknown' });
  });

  test('of another committee not even the name is told', async () => {
    const scene = await createScene(handle);
    const other = await createScene(handle);
    await rows.membership.create({
      data: {
        ...{ id: crypto.randomUUID(), committeeId: other.committee, personId: scene.ann.person, roles: ['member'] },
        ...{ votes: true, rank: 1, validFrom: scene.ann.now },
      },
    });

    const handed = must(await handOver(scene, scene.ann.person));

    expect(handed.memberships.map(({ committeeId }) => committeeId)).toEqual([scene.committee]);
    expect((await own(scene.ann)).memberships).toHaveLength(2);
  });
});

function recusal(scene: Scene, person: PersonId, nominee: PersonId) {
  return { committee: scene.committee, person, nominee, recordedBy: null };
}
