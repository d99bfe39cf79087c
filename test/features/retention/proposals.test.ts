/** What has come to its end is proposed, and only that; nothing is erased before a named person says so. */
import { client } from '../../../src/database/client.ts';
import { recuse } from '../../../src/features/access/operations.ts';
import { recordErasureRequest } from '../../../src/features/personal-data/operations/ask-erasure.ts';
import { previewErasure } from '../../../src/features/personal-data/operations/erase.ts';
import {
  confirmProposal,
  endPostponement,
  postponeProposal,
} from '../../../src/features/retention/operations/decide.ts';
import { explainStanding, previewProposal } from '../../../src/features/retention/operations/look.ts';
import type { ProposalId } from '../../../src/features/retention/types.ts';
import { heldPeople } from '../../../src/held-people.ts';
import type { Act } from '../../../src/kernel/act.ts';
import { newId, type PersonId } from '../../../src/kernel/ids.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, createScene, must, propose, type Scene } from '../nominations/scene.ts';
import * as build from './scene.ts';

const { handle } = await createTestDatabase();
const rows = client(handle);
const placeholder = '(name erased)';
const { keep, keepAll, night, namesProposed, proposed } = build;

async function theOnly(scene: Scene, day: string): Promise<{ committee: Scene['committee']; proposal: ProposalId }> {
  const [only, ...more] = (await proposed(scene, day)).open;
  if (!only || more.length > 0) throw new Error(`one was expected, not ${more.length + (only ? 1 : 0)}`);
  return { committee: scene.committee, proposal: only.proposal.id };
}

const onDay = (act: Act, day: string) => again(act, 0, { now: build.on(day) });

/** How each kind comes to its end on 15 January 2026. */
const events: readonly [string, string, (scene: Scene, person: PersonId) => Promise<unknown>][] = [
  [
    'not-chosen',
    'a name that was not taken',
    async (scene, person) => {
      must(await propose(scene.ann, scene, person));
      const data = { state: 'declined', endedAt: build.ended, endReason: 'x' };
      await rows.nomination.updateMany({ where: { personId: person }, data });
    },
  ],
  [
    'left-plan',
    'an entry that was removed',
    (scene, person) =>
      rows.planEntry.create({
        data: {
          ...{ id: newId(), planId: scene.plan.id, positionId: scene.deputy.id, personId: person },
          ...{ enteredOn: '2025-01-01', leftOn: '2026-01-15', reasonOut: 'x' },
        },
      }),
  ],
  [
    'movements',
    'a movement that was not allowed',
    (scene, person) =>
      rows.movement.create({
        data: {
          ...{ id: newId(), committeeId: scene.committee, year: 2026, kind: 'transfer', personId: person },
          ...{ fromUnit: 'A', toUnit: 'B', reason: 'x', startsOn: '2026-01-15', state: 'refused' },
          proposedAt: build.on('2025-12-01'),
        },
      }),
  ],
  [
    'outside',
    'somebody who was not elected outside',
    (scene, person) =>
      rows.externalNomination.create({
        data: {
          ...{ id: newId(), committeeId: scene.committee, personId: person, body: 'A', position: 'B', term: 'C' },
          ...{
            preparedOn: '2025-12-01',
            responsibleId: scene.ann.person,
            state: 'not-elected',
            resultOn: '2026-01-15',
          },
          recordedAt: build.on('2025-12-01'),
        },
      }),
  ],
  [
    'memberships',
    'a membership that ended',
    (scene, person) => build.addFormerMembership(handle, scene.committee, person),
  ],
  [
    'register',
    'an entry of the register alone',
    (_scene, person) => rows.person.update({ where: { id: person }, data: { changedAt: build.ended } }),
  ],
  [
    'dossiers',
    'a paper that was ticked off',
    (scene, person) =>
      rows.dossierPaper.create({
        data: {
          ...{ id: newId(), committeeId: scene.committee, planId: scene.plan.id, personId: person, kind: 'cv' },
          ...{ isCounted: false, recordedAt: build.ended },
        },
      }),
  ],
  [
    'conferences',
    'a task that was settled',
    (scene, person) =>
      rows.task.create({
        data: {
          ...{ id: newId(), committeeId: scene.committee, conferenceId: newId(), ownerId: person, text: 'x' },
          ...{ givenAt: build.on('2025-12-01'), state: 'done', settledAt: build.ended, settledBy: scene.clerk.person },
        },
      }),
  ],
];

test('each kind is proposed the day after its period and not before, and nothing is erased by it', async () => {
  const scene = await createScene(handle);
  await keepAll(scene, Object.fromEntries(events.map(([kind]) => [kind, 2])));
  for (const [kind, , arrange] of events) {
    await arrange(scene, await build.inRegisterOnly(handle, scene, `Dora ${kind}`));
  }
  const where = { workspaceId: scene.workspace };
  const before = await rows.person.findMany({ where, orderBy: { fullName: 'asc' } });

  const found: Record<string, readonly string[]> = {};
  for (const day of ['2026-03-14', '2026-03-15', '2026-03-16']) {
    await night(scene, day);
    found[day] = (await namesProposed(scene, day)).toSorted();
  }

  const all = events.map(([kind]) => `Dora ${kind}`).sort();
  expect(found).toEqual({ '2026-03-14': [], '2026-03-15': [], '2026-03-16': all });
  expect(await rows.person.findMany({ where, orderBy: { fullName: 'asc' } })).toEqual(before);
});

describe('who is never proposed, and why', () => {
  const running: readonly [string, (scene: Scene, person: PersonId) => Promise<unknown>, string][] = [
    [
      'who stands in a plan',
      (scene, person) =>
        rows.planEntry.create({
          data: { id: newId(), planId: scene.plan.id, positionId: scene.deputy.id, personId: person },
        }),
      'left-plan',
    ],
    ['who is put forward', async (scene, person) => must(await propose(scene.ann, scene, person)), 'not-chosen'],
    [
      'who has a vote in an open round',
      (scene, person) =>
        rows.ballotRound.create({
          data: {
            ...{ id: newId(), committeeId: scene.committee, kind: 'question', mode: 'open', place: 'chat' },
            ...{ state: 'open', question: 'x', rule: {}, questions: [], closesAt: build.ended, createdAt: build.ended },
            ...{ openedAt: build.ended, frozen: {} },
            electors: { create: { personId: person, place: 1, isRecused: false } },
          },
        }),
      'votes',
    ],
    [
      'who answers for an authority on a submission that is not settled',
      (scene, person) => submission(scene, { answererId: person }),
      'submissions',
    ],
    [
      'who is a member',
      (scene, person) => build.addFormerMembership(handle, scene.committee, person, null),
      'memberships',
    ],
  ];

  test.each(running)('%s', async (_who, arrange, kind) => {
    const scene = await createScene(handle);
    await keepAll(scene, {});
    const person = await build.formerMember(handle, scene);
    await arrange(scene, person);

    await night(scene, '2026-06-01');

    const asked = { committee: scene.committee, person };
    const seen = must(await explainStanding(onDay(scene.clerk, '2026-06-01'), asked, heldPeople));
    expect(await namesProposed(scene, '2026-06-01')).toEqual([]);
    expect(seen).toMatchObject({ state: 'goes-on', lines: [{ kind, endedOn: null }] });
  });

  test('where no period is set, and it is said for which data', async () => {
    const scene = await createScene(handle);
    const person = await build.formerMember(handle, scene);

    await night(scene, '2036-06-01');

    const asked = { committee: scene.committee, person };
    const seen = must(await explainStanding(onDay(scene.clerk, '2036-06-01'), asked, heldPeople));
    expect(await namesProposed(scene, '2036-06-01')).toEqual([]);
    expect(seen).toMatchObject({ state: 'not-set', lines: [{ kind: 'memberships', endedOn: '2026-01-15' }] });
  });

  test('in a NomCom a nominee who was not chosen is kept to the end of the term, by RFC 8713, and no longer', async () => {
    const scene = await createScene(handle, 'nomcom');
    const person = await build.inRegisterOnly(handle, scene);
    must(await propose(scene.ann, scene, person));
    const data = { state: 'withdrawn', endedAt: build.ended, endReason: 'x' };
    await rows.nomination.updateMany({ where: { personId: person }, data });
    await night(scene, '2026-06-01');
    const during = await namesProposed(scene, '2026-06-01');
    await rows.plan.update({ where: { id: scene.plan.id }, data: { closedAt: build.on('2026-06-10') } });

    await night(scene, '2026-06-10');
    const lastDay = await namesProposed(scene, '2026-06-10');
    await night(scene, '2026-06-11');

    expect([during, lastDay, await namesProposed(scene, '2026-06-11')]).toEqual([[], [], ['Dora Dean']]);
  });
});

describe('in two committees', () => {
  test('the longer period counts, and to a reader who is in only one the other is not named', async () => {
    const scene = await createScene(handle);
    await keepAll(scene, { memberships: 6 });
    const person = await build.formerMember(handle, scene);
    must(await keep(scene, 'memberships', 1, scene.committee));
    const other = newId<Scene['committee']>();
    const own = await rows.committee.findUniqueOrThrow({ where: { id: scene.committee } });
    await rows.committee.create({
      data: { ...own, id: other, channelId: null, name: 'The other committee', settings: own.settings ?? {} },
    });
    await build.addFormerMembership(handle, other, person);

    await night(scene, '2026-03-10');

    const asked = { committee: scene.committee, person };
    const seen = must(await explainStanding(onDay(scene.clerk, '2026-03-10'), asked, heldPeople));
    expect(await namesProposed(scene, '2026-03-10')).toEqual([]);
    expect(seen).toMatchObject({ state: 'kept', until: '2026-07-15', isElsewhere: true });
    expect(seen.lines).toMatchObject([{ committee: 'Nominating Committee', until: '2026-02-15' }]);
    expect(JSON.stringify(seen)).not.toContain('The other committee');
    await night(scene, '2026-07-16');
    expect(await namesProposed(scene, '2026-07-16')).toEqual(['Dora Dean']);
  });
});

describe('told and decided', () => {
  test('the committee secretary and the chair are told once, with nobody named', async () => {
    const scene = await createScene(handle);
    await keepAll(scene, {});
    await build.formerMember(handle, scene);

    await night(scene, '2026-06-01');
    await night(scene, '2026-06-01');
    await night(scene, '2026-06-02');

    const cards = await rows.delivery.findMany({ where: { kind: 'retention.proposed', committeeId: scene.committee } });
    expect(cards.map(({ personId }) => personId).sort()).toEqual([scene.clerk.person, scene.chair.person].sort());
    expect(await rows.auditEvent.count({ where: { kind: 'retention.proposed', committeeId: scene.committee } })).toBe(
      1,
    );
  });

  test('looking erases nothing; confirming does what an erasure on request does', async () => {
    const scene = await createScene(handle);
    await keepAll(scene, {});
    const person = await build.formerMember(handle, scene);
    await night(scene, '2026-06-01');
    const at = await theOnly(scene, '2026-06-01');
    const act = () => onDay(scene.clerk, '2026-06-01');

    const seen = must(await previewProposal(act(), at, heldPeople));
    const between = await rows.person.findUniqueOrThrow({ where: { id: person } });
    must(await confirmProposal(act(), { ...at, placeholder }, heldPeople));

    expect(seen.effects).toMatchObject({ fullName: 'Dora Dean', obstacles: [] });
    expect(between.erasedAt).toBeNull();
    expect(await rows.person.findUniqueOrThrow({ where: { id: person } })).toMatchObject({
      ...{ fullName: placeholder, erasedAt: build.on('2026-06-01') },
    });
    expect(await rows.membership.count({ where: { personId: person } })).toBe(1);
    const event = await rows.auditEvent.findFirstOrThrow({
      where: { kind: 'personal-data.erased', subjectId: person },
    });
    expect(event).toMatchObject({ personId: scene.clerk.person, facts: { proposal: at.proposal } });
    const again = await confirmProposal(act(), { ...at, placeholder }, heldPeople);
    expect(again).toMatchObject({ ok: false, reason: 'retention-unknown' });
  });

  test('a request of the person that waits is settled with it', async () => {
    const scene = await createScene(handle);
    await keepAll(scene, {});
    const person = await build.formerMember(handle, scene);
    const via = { kind: 'letter', reference: '7/CV', dated: '2026-03-01' } as const;
    const request = must(await recordErasureRequest(again(scene.clerk), { committee: scene.committee, person, via }));
    await night(scene, '2026-06-01');

    const at = await theOnly(scene, '2026-06-01');
    must(await confirmProposal(onDay(scene.chair, '2026-06-01'), { ...at, placeholder }, heldPeople));

    expect(await rows.erasureRequest.findUnique({ where: { id: request } })).toMatchObject({ state: 'erased' });
  });

  test('what went on again since the night is neither shown nor erased, and the next night takes it back', async () => {
    const scene = await createScene(handle);
    await keepAll(scene, {});
    const person = await build.formerMember(handle, scene);
    await night(scene, '2026-06-01');
    const at = await theOnly(scene, '2026-06-01');
    must(await propose(scene.ann, scene, person));

    const erased = await confirmProposal(onDay(scene.clerk, '2026-06-01'), { ...at, placeholder }, heldPeople);
    await night(scene, '2026-06-02');

    expect(erased).toMatchObject({ ok: false, reason: 'retention-unknown' });
    expect(await namesProposed(scene, '2026-06-01')).toEqual([]);
    expect(await rows.retentionProposal.findUnique({ where: { id: at.proposal } })).toMatchObject({ state: 'gone' });
  });

  test('a member sees none of it and decides nothing', async () => {
    const scene = await createScene(handle);
    await keepAll(scene, {});
    await build.formerMember(handle, scene);
    await night(scene, '2026-06-01');
    const at = { ...(await theOnly(scene, '2026-06-01')), placeholder };

    const act = onDay(scene.ann, '2026-06-01');

    expect(await previewProposal(act, at, heldPeople)).toMatchObject({ reason: 'right-missing' });
    expect(await confirmProposal(act, at, heldPeople)).toMatchObject({ reason: 'right-missing' });
  });

  test('whoever is recused finds the case in no list, number or answer; others decide', async () => {
    const scene = await createScene(handle);
    await keepAll(scene, {});
    const person = await build.formerMember(handle, scene);
    await night(scene, '2026-06-01');
    const at = { ...(await theOnly(scene, '2026-06-01')), placeholder };
    const who = { committee: scene.committee, person: scene.clerk.person, nominee: person, recordedBy: null };
    must(await recuse(again(scene.clerk), who));

    const act = onDay(scene.clerk, '2026-06-01');
    const asked = { committee: scene.committee, person };

    expect(await namesProposed(scene, '2026-06-01')).toEqual([]);
    expect(await explainStanding(act, asked, heldPeople)).toMatchObject({ reason: 'person-unknown' });
    expect(await confirmProposal(act, at, heldPeople)).toMatchObject({ reason: 'retention-unknown' });
    expect(await namesProposed(scene, '2026-06-01', scene.chair)).toEqual(['Dora Dean']);
  });
});

describe('put off', () => {
  const postponed = { ground: 'complaint', until: '2026-07-01', reason: 'Inspection 12 is open.' } as const;

  async function putOff(scene: Scene) {
    await keepAll(scene, {});
    const person = await build.formerMember(handle, scene);
    await night(scene, '2026-06-01');
    const at = await theOnly(scene, '2026-06-01');
    must(await postponeProposal(onDay(scene.clerk, '2026-06-01'), { ...at, ...postponed }, heldPeople));
    return { at, person };
  }

  test('until its last day it is not proposed; the night after it is, and who put it off and why is kept', async () => {
    const scene = await createScene(handle);
    const { person, at } = await putOff(scene);

    const found: Record<string, readonly string[]> = {};
    for (const day of ['2026-06-30', '2026-07-01', '2026-07-02']) {
      await night(scene, day);
      found[day] = await namesProposed(scene, day);
    }

    expect(found).toEqual({ '2026-06-30': [], '2026-07-01': [], '2026-07-02': ['Dora Dean'] });
    expect((await proposed(scene, '2026-07-01')).postponed).toMatchObject([{ proposal: { postponed } }]);
    const event = await rows.auditEvent.findFirstOrThrow({ where: { kind: 'retention.postponed', subjectId: person } });
    expect(event.facts).toMatchObject({ proposal: at.proposal, ground: 'complaint', until: '2026-07-01' });
    expect(JSON.stringify(event.facts)).not.toContain('Inspection');
  });

  test('it stands in the way of an erasure on request too, until it is ended', async () => {
    const scene = await createScene(handle);
    const { person, at } = await putOff(scene);
    const via = { kind: 'letter', reference: null, dated: null } as const;
    const request = must(await recordErasureRequest(again(scene.clerk), { committee: scene.committee, person, via }));
    const act = onDay(scene.clerk, '2026-06-02');
    const kinds = async () =>
      must(await previewErasure(act, { committee: scene.committee, request }, heldPeople)).obstacles.map(
        ({ kind }) => kind,
      );

    const before = await kinds();
    must(await endPostponement(onDay(scene.clerk, '2026-06-02'), at, heldPeople));
    await night(scene, '2026-06-03');

    expect(before).toEqual(['postponed']);
    expect(await kinds()).toEqual([]);
    expect(await namesProposed(scene, '2026-06-03')).toEqual(['Dora Dean']);
  });

  test('without a reason, with a very long one, or until no day to come it is refused', async () => {
    const scene = await createScene(handle);
    await keepAll(scene, {});
    await build.formerMember(handle, scene);
    await night(scene, '2026-06-01');
    const at = { ...(await theOnly(scene, '2026-06-01')), ...postponed };
    const put = async (more: Partial<Record<'reason' | 'until', string>>) => {
      const outcome = await postponeProposal(onDay(scene.clerk, '2026-06-01'), { ...at, ...more }, heldPeople);
      return outcome.ok ? 'done' : outcome.reason;
    };

    expect(await put({ reason: ' ' })).toBe('retention-reason-missing');
    expect(await put({ reason: 'x'.repeat(1_001) })).toBe('retention-reason-too-long');
    expect(await put({ until: '2026-06-01' })).toBe('retention-until-past');
    expect(await put({ until: '2026-06-31' })).toBe('retention-until-past');
  });
});

test('in another workspace nobody is proposed by this one’s periods', async () => {
  const scene = await createScene(handle);
  const elsewhere = await createScene(handle);
  await keepAll(scene, {});
  await build.formerMember(handle, elsewhere);

  await night(scene, '2026-06-01');
  await night(elsewhere, '2026-06-01');

  expect(await namesProposed(elsewhere, '2026-06-01')).toEqual([]);
});

async function submission(scene: Scene, more: { answererId: string }) {
  const list = newId();
  await rows.nomineeList.create({
    data: { id: list, committeeId: scene.committee, planId: scene.plan.id, number: 1, frozenAt: build.ended },
  });
  await rows.submission.create({
    data: {
      ...{ id: newId(), committeeId: scene.committee, planId: scene.plan.id, listId: list, number: 1 },
      ...{ authority: 'The authority', preparedAt: build.ended, ...more },
    },
  });
}
