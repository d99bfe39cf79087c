import { client } from '../../../src/database/client.ts';
import { inTransaction } from '../../../src/database/in-transaction.ts';
import { recuse, viewerOf } from '../../../src/features/access/operations.ts';
import { rolesWithRight } from '../../../src/features/access/rules.ts';
import type { Role } from '../../../src/features/access/types.ts';
import {
  browseCandidates,
  exportCandidates,
  seeNomination,
} from '../../../src/features/nominations/operations/browse.ts';
import {
  correctNomination,
  screenSuggestion,
  withdrawCandidate,
} from '../../../src/features/nominations/operations/change.ts';
import { previewCheck } from '../../../src/features/nominations/operations/check.ts';
import { nominationDuties } from '../../../src/features/nominations/operations/duties.ts';
import { activeCandidates, candidatesForFreeze } from '../../../src/features/nominations/operations/look.ts';
import { undoNomination } from '../../../src/features/nominations/operations/undo.ts';
import { screeningRoles } from '../../../src/features/nominations/types.ts';
import { searchRegister } from '../../../src/features/people/operations/find.ts';
import type { NominationId, PersonId } from '../../../src/kernel/ids.ts';
import { owingOf } from '../../support/owing.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, createScene, inRegister, must, propose, type Scene } from './scene.ts';

const { handle } = await createTestDatabase();

const at = (scene: Scene) => ({ committee: scene.committee, plan: scene.plan.id });

async function cards(scene: Scene, kind: string, state = 'waiting') {
  return client(handle).delivery.findMany({ where: { workspaceId: scene.workspace, kind, state } });
}

async function listedNames(scene: Scene, act = scene.clerk) {
  return must(await activeCandidates(again(act), at(scene))).map((candidate) => candidate.fullName);
}

describe('putting a name forward', () => {
  test('the committee secretary enters a name onto the list; the checks are kept with it', async () => {
    const scene = await createScene(handle);
    const person = await inRegister(scene, 'Trần Văn Mẫu');

    const proposed = must(await propose(scene.clerk, scene, person));

    expect(proposed.state).toBe('listed');
    expect(await listedNames(scene)).toEqual(['Trần Văn Mẫu']);
    const kept = await client(handle).checkResult.findMany({ where: { nominationId: proposed.nomination } });
    expect(kept.map((check) => [check.rule, check.level])).toEqual(
      expect.arrayContaining([
        ['people-per-position', 'passes'],
        ['age-next-term', 'passes'],
        ['only-higher', 'passes'],
      ]),
    );
    expect(new Set(kept.map((check) => check.occasion))).toEqual(new Set(['submission']));
  });

  test('a check that was kept can never be changed', async () => {
    const scene = await createScene(handle);
    const { nomination } = must(await propose(scene.clerk, scene, await inRegister(scene, 'Lê Mẫu')));

    const overwrite = client(handle).checkResult.updateMany({
      where: { nominationId: nomination },
      data: { level: 'passes' },
    });

    await expect(overwrite).rejects.toThrow();
  });

  test('in the Vietnamese profiles a member suggests, and only those who screen and the member see it', async () => {
    const scene = await createScene(handle);
    const person = await inRegister(scene, 'Phạm Thị Mẫu', { sex: 'female' });

    const proposed = must(await propose(scene.ann, scene, person));

    expect(proposed.state).toBe('suggested');
    const seenBy = async (act: Scene['ann']) =>
      must(await browseCandidates(again(act), at(scene))).suggested.map((candidate) => candidate.fullName);
    expect(await seenBy(scene.clerk)).toEqual(['Phạm Thị Mẫu']);
    expect(await seenBy(scene.ann)).toEqual(['Phạm Thị Mẫu']);
    expect(await seenBy(scene.bob)).toEqual([]);
    expect(await listedNames(scene)).toEqual([]);
    expect((await cards(scene, 'nominations.suggested')).map((card) => card.personId)).toEqual([scene.clerk.person]);
  });

  test('in the general profile a member puts a name onto the list at once', async () => {
    const scene = await createScene(handle, 'general');

    const proposed = must(await propose(scene.ann, scene, await inRegister(scene, 'Maria Example'), { reasons: null }));

    expect(proposed.state).toBe('listed');
  });

  test('in a NomCom somebody without a role proposes, and sees nothing; elsewhere they may not; a guest never', async () => {
    const nomcom = await createScene(handle, 'nomcom');
    const party = await createScene(handle, 'vn-party');
    const outside = await nomcom.person('Olga Outside');
    const elsewhere = await party.person('Otto Elsewhere');

    const proposed = await propose(outside, nomcom, await inRegister(nomcom, 'Maria Example'));
    const asGuest = await propose({ ...outside, isOutsider: true }, nomcom, await inRegister(nomcom, 'Mario Example'));
    const refusedElsewhere = await propose(elsewhere, party, await inRegister(party, 'Mẫu'));

    expect(proposed.ok).toBe(true);
    expect(await browseCandidates(again(outside), at(nomcom))).toMatchObject({ reason: 'not-in-committee' });
    expect(asGuest).toMatchObject({ reason: 'not-in-committee' });
    expect(refusedElsewhere).toMatchObject({ reason: 'not-in-committee' });
  });

  test('a fourth person for a position is refused with the numbers and the source', async () => {
    const scene = await createScene(handle);
    for (const name of ['Một', 'Hai', 'Ba']) must(await propose(scene.clerk, scene, await inRegister(scene, name)));

    const fourth = await propose(scene.clerk, scene, await inRegister(scene, 'Bốn'));

    expect(fourth).toMatchObject({ reason: 'blocked-people-per-position', facts: { people: 4, max: 3 } });
    expect(fourth.ok ? '' : String(fourth.facts.source)).not.toBe('');
    expect(await listedNames(scene)).toHaveLength(3);
  });

  test.each([
    ['too old for one full term', { birthMonth: '1966-01' }, 'blocked-age-next-term'],
    ['a post of the same level', { level: 5 }, 'blocked-only-higher'],
    [
      'a measure in effect',
      { discipline: { kind: 'warning', decidedOn: '2025-12-01', effectUntil: '2026-12-01', decision: null } as const },
      'blocked-discipline',
    ],
  ])('%s is refused, and nothing is stored', async (_why, form, reason) => {
    const scene = await createScene(handle);

    const proposed = await propose(scene.clerk, scene, await inRegister(scene, 'Mẫu', form));

    expect(proposed).toMatchObject({ ok: false, reason });
    expect(await client(handle).nomination.count({ where: { planId: scene.plan.id } })).toBe(0);
  });

  test('missing data never pass and never block: the verdict says what is missing', async () => {
    const scene = await createScene(handle);
    const person = await inRegister(scene, 'Mẫu', { birthMonth: null, level: null });

    const proposed = must(await propose(scene.clerk, scene, person));

    const missing = proposed.check.verdicts.filter((verdict) => verdict.level === 'not-known');
    expect(missing.map((verdict) => [verdict.rule, verdict.facts.missing])).toEqual([
      ['age-next-term', ['birth-month']],
      ['only-higher', ['present-level']],
    ]);
  });

  test('two people put the same name forward at once: one is done, the other is told', async () => {
    const scene = await createScene(handle);
    const person = await inRegister(scene, 'Trần Văn Mẫu');

    const both = await Promise.all([propose(scene.clerk, scene, person), propose(scene.chair, scene, person)]);

    expect(both.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(both.find((outcome) => !outcome.ok)).toMatchObject({ reason: 'already-proposed' });
    expect(await listedNames(scene)).toEqual(['Trần Văn Mẫu']);
  });

  test('five at once for a position of three: the cap holds', async () => {
    const scene = await createScene(handle);
    const people: PersonId[] = [];
    for (const name of ['A', 'B', 'C', 'D', 'E']) people.push(await inRegister(scene, `Người ${name}`));

    const all = await Promise.all(people.map((person) => propose(scene.clerk, scene, person)));

    expect(all.filter((outcome) => outcome.ok)).toHaveLength(3);
    expect(all.filter((outcome) => !outcome.ok).map((outcome) => !outcome.ok && outcome.reason)).toEqual([
      'blocked-people-per-position',
      'blocked-people-per-position',
    ]);
  });

  test('the same form sent twice is stored once', async () => {
    const scene = await createScene(handle);
    const person = await inRegister(scene, 'Trần Văn Mẫu');
    const act = { ...scene.clerk, requestId: 'form-1' };

    must(await propose(act, scene, person));

    await expect(propose(act, scene, person)).rejects.toThrow('saved before');
    expect(await listedNames(scene)).toHaveLength(1);
  });

  test('a member enters nothing for others; the committee secretary does, and the member is told', async () => {
    const scene = await createScene(handle);
    const person = await inRegister(scene, 'Trần Văn Mẫu');
    const forAnn = { onBehalfOf: scene.ann.person, via: { kind: 'phone', reference: null, dated: null } } as const;

    const byBob = await propose(scene.bob, scene, person, forAnn);
    const forStranger = await propose(scene.clerk, scene, person, { ...forAnn, onBehalfOf: person });
    const byClerk = must(await propose(scene.clerk, scene, person, forAnn));

    expect(byBob).toMatchObject({ reason: 'right-missing', facts: { right: 'candidates.enter' } });
    expect(forStranger).toMatchObject({ reason: 'not-a-member' });
    const seen = must(
      await seeNomination(again(scene.clerk), { committee: scene.committee, nomination: byClerk.nomination }),
    );
    expect(seen.nomination).toMatchObject({ proposedBy: scene.ann.person, recordedBy: scene.clerk.person });
    expect((await cards(scene, 'nominations.recorded-for-you')).map((card) => card.personId)).toEqual([
      scene.ann.person,
    ]);
  });

  test('after the date members are refused with the date; those who keep the list still enter names', async () => {
    const scene = await createScene(handle);
    const [one, two] = [await inRegister(scene, 'Một'), await inRegister(scene, 'Hai')];
    const later = 40 * 86_400_000;

    const late = await propose(again(scene.ann, later), scene, one);
    const byClerk = await propose(again(scene.clerk, later), scene, two);

    expect(late).toMatchObject({ reason: 'names-closed' });
    expect(byClerk.ok).toBe(true);
  });

  test('a suggestion needs reasons; 20,000 characters are refused with the limit', async () => {
    const scene = await createScene(handle);
    const person = await inRegister(scene, 'Mẫu');

    const without = await propose(scene.ann, scene, person, { reasons: '  ' });
    const tooLong = await propose(scene.ann, scene, person, { reasons: 'ư'.repeat(20_000) });

    expect(without).toMatchObject({ reason: 'reasons-missing', field: 'reasons' });
    expect(tooLong).toMatchObject({ reason: 'reasons-too-long', facts: { max: 3000, length: 20_000 } });
  });
});

describe('what becomes of a name', () => {
  async function listed(scene: Scene, name = 'Trần Văn Mẫu') {
    const { nomination } = must(await propose(scene.clerk, scene, await inRegister(scene, name)));
    return { committee: scene.committee, nomination, version: 1 };
  }

  async function suggested(scene: Scene, name = 'Trần Văn Mẫu') {
    const { nomination, batch } = must(await propose(scene.ann, scene, await inRegister(scene, name)));
    return { committee: scene.committee, nomination, version: 1, batch: batch ?? '' };
  }

  test('a suggestion screened onto the list is checked again, and whoever made it is told', async () => {
    const scene = await createScene(handle);
    const which = await suggested(scene);

    must(await screenSuggestion(again(scene.chair), { ...which, decision: 'list', answer: null }));

    expect(await listedNames(scene)).toEqual(['Trần Văn Mẫu']);
    expect((await cards(scene, 'nominations.answered')).map((card) => card.personId)).toEqual([scene.ann.person]);
    const kept = await client(handle).checkResult.findMany({ where: { nominationId: which.nomination } });
    expect(new Set(kept.map((check) => check.occasion))).toEqual(new Set(['submission', 'screening']));
  });

  test('a suggestion is not screened past the cap', async () => {
    const scene = await createScene(handle);
    const which = await suggested(scene);
    for (const name of ['Một', 'Hai', 'Ba']) must(await propose(scene.clerk, scene, await inRegister(scene, name)));

    const screened = await screenSuggestion(again(scene.clerk), { ...which, decision: 'list', answer: null });

    expect(screened).toMatchObject({ reason: 'blocked-people-per-position' });
  });

  test('a suggestion that is not taken up needs an answer, and members never see that it was made', async () => {
    const scene = await createScene(handle);
    const which = await suggested(scene);

    const without = await screenSuggestion(again(scene.clerk), { ...which, decision: 'decline', answer: '' });
    must(await screenSuggestion(again(scene.clerk), { ...which, decision: 'decline', answer: 'Next term.' }));

    expect(without).toMatchObject({ reason: 'reason-missing', field: 'answer' });
    const id = { committee: scene.committee, nomination: which.nomination };
    expect(await seeNomination(again(scene.bob), id)).toMatchObject({ reason: 'nomination-unknown' });
    expect((await seeNomination(again(scene.ann), id)).ok).toBe(true);
  });

  test('withdrawing needs a reason, keeps the row, and lets the name be put forward again', async () => {
    const scene = await createScene(handle);
    const which = await listed(scene);

    const without = await withdrawCandidate(again(scene.clerk), { ...which, reason: ' ' });
    const done = must(await withdrawCandidate(again(scene.chair), { ...which, reason: 'Moves away.' }));

    expect(without).toMatchObject({ reason: 'reason-missing' });
    expect(done.told).toEqual([scene.clerk.person]);
    expect(await listedNames(scene)).toEqual([]);
    expect(await propose(scene.clerk, scene, done.nomination.person)).toMatchObject({ ok: true });
  });

  test('a second click, and two at once, change a name once', async () => {
    const scene = await createScene(handle);
    const which = await listed(scene);

    const both = await Promise.all([
      withdrawCandidate(again(scene.clerk), { ...which, reason: 'One.' }),
      withdrawCandidate(again(scene.chair), { ...which, reason: 'Two.' }),
    ]);

    expect(both.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(both.find((outcome) => !outcome.ok)).toMatchObject({ reason: 'nomination-changed-meanwhile' });
  });

  test('a correction keeps what it said before, with the reason', async () => {
    const scene = await createScene(handle);
    const which = await listed(scene);

    must(
      await correctNomination(again(scene.clerk), {
        ...which,
        position: null,
        reasons: 'Knows the work well.',
        source: 'outside',
        rank: 1,
        why: 'A word was missing.',
      }),
    );

    const seen = must(await seeNomination(again(scene.clerk), which));
    expect(seen.nomination).toMatchObject({ reasons: 'Knows the work well.', source: 'outside', rank: 1, version: 2 });
    expect(seen.revisions).toMatchObject([{ version: 1, reasons: 'Knows the work.', why: 'A word was missing.' }]);
    expect(seen.events.map((event) => event.kind)).toEqual(['nominations.listed', 'nominations.corrected']);
  });

  test('within the minute a suggestion is taken back and nobody is told; once it went out it is too late', async () => {
    const scene = await createScene(handle);
    const [early, late] = [await suggested(scene, 'Một'), await suggested(scene, 'Hai')];
    await client(handle).delivery.updateMany({
      where: { batchId: late.batch },
      data: { state: 'sent', address: { ts: '1' } },
    });

    const byBob = await undoNomination(again(scene.bob), { ...early, to: 'gone' });
    const inTime = await undoNomination(again(scene.ann), { ...early, to: 'gone' });
    const twice = await undoNomination(again(scene.ann), { ...early, to: 'gone' });
    const tooLate = await undoNomination(again(scene.ann), { ...late, to: 'gone' });

    expect(byBob).toMatchObject({ reason: 'nomination-unknown' });
    expect(inTime.ok).toBe(true);
    expect(twice).toMatchObject({ reason: 'nomination-changed-meanwhile' });
    expect(tooLate).toMatchObject({ reason: 'too-late-to-undo' });
    expect(await cards(scene, 'nominations.suggested', 'cancelled')).toHaveLength(1);
  });

  test('undoing a withdrawal and a correction restores what was there', async () => {
    const scene = await createScene(handle);
    const which = await listed(scene);
    const corrected = must(
      await correctNomination(again(scene.chair), {
        ...which,
        position: null,
        reasons: null,
        source: 'superior',
        rank: null,
        why: 'Mistake.',
      }),
    );

    const undone = { ...which, version: 2, batch: corrected.batch ?? '' };
    must(await undoNomination(again(scene.chair), { ...undone, to: 'uncorrected' }));
    const withdrawn = must(await withdrawCandidate(again(scene.chair), { ...which, version: 3, reason: 'Wrong.' }));
    must(
      await undoNomination(again(scene.chair), { ...which, version: 4, batch: withdrawn.batch ?? '', to: 'listed' }),
    );

    const seen = must(await seeNomination(again(scene.clerk), which));
    expect(seen.nomination).toMatchObject({
      state: 'listed',
      reasons: 'Knows the work.',
      source: 'inside',
      endReason: null,
      endedAt: null,
    });
  });
});

describe('what a recused person sees', () => {
  /** Everything that Bob can find out, as text: to be compared between a world with and one without the case. */
  async function everythingSeenBy(scene: Scene, other: PersonId): Promise<string> {
    const act = () => again(scene.bob);
    const viewer = await viewerOf(act(), scene.committee);
    const position = scene.deputy.id;
    const seen = [
      await activeCandidates(act(), at(scene)),
      await browseCandidates(act(), at(scene)),
      await searchRegister(act(), { committee: scene.committee, typed: 'Mẫu', limit: 20 }),
      await previewCheck(act(), { ...at(scene), position, person: other }),
      await exportCandidates(act(), at(scene), (listed) => listed.map((one) => [one.fullName])),
      await nominationDuties.dutiesOf(act(), [viewer]),
    ];
    return JSON.stringify(seen).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id');
  }

  async function withPeople(withCase: boolean): Promise<{ scene: Scene; other: PersonId; nomination?: NominationId }> {
    const scene = await createScene(handle);
    const other = await inRegister(scene, 'Lê Văn Mẫu');
    must(await propose(scene.clerk, scene, other));
    if (!withCase) return { scene, other };
    const closed = await inRegister(scene, 'Đỗ Thị Mẫu');
    const { nomination } = must(await propose(scene.clerk, scene, closed));
    const recusal = { committee: scene.committee, person: scene.bob.person, nominee: closed, recordedBy: null };
    must(await recuse(again(scene.bob), recusal));
    return { scene, other, nomination };
  }

  test('the world looks the same with and without the case: lists, searches, counts in checks, duties, exports', async () => {
    const [with_, without] = [await withPeople(true), await withPeople(false)];

    const seen = await everythingSeenBy(with_.scene, with_.other);

    expect(seen).toBe(await everythingSeenBy(without.scene, without.other));
    expect(await listedNames(with_.scene)).toHaveLength(2);
  });

  test('the control: somebody who is not recused sees a difference', async () => {
    const [with_, without] = [await withPeople(true), await withPeople(false)];
    const asAnn = (scene: Scene) => ({ ...scene, bob: scene.ann });

    const seen = await everythingSeenBy(asAnn(with_.scene), with_.other);

    expect(seen).not.toBe(await everythingSeenBy(asAnn(without.scene), without.other));
  });

  test('neither the profile nor a proposal tells that the case is there', async () => {
    const { scene, nomination } = await withPeople(true);
    const closed = await client(handle).nomination.findUniqueOrThrow({ where: { id: nomination ?? '' } });

    const profile = await seeNomination(again(scene.bob), {
      committee: scene.committee,
      nomination: closed.id as NominationId,
    });
    const proposed = await propose(scene.bob, scene, closed.personId as PersonId);

    expect(profile).toMatchObject({ reason: 'nomination-unknown' });
    expect(proposed).toMatchObject({ reason: 'person-unknown' });
  });

  test('a list frozen by a recused committee secretary holds the case; reading the list does not', async () => {
    const scene = await createScene(handle);
    const closed = await inRegister(scene, 'Đỗ Thị Mẫu');
    must(await propose(scene.chair, scene, closed));
    const recusal = { committee: scene.committee, person: scene.clerk.person, nominee: closed, recordedBy: null };
    must(await recuse(again(scene.clerk), recusal));

    const act = again(scene.clerk);
    const frozen = must(await inTransaction(act, (tx) => candidatesForFreeze({ ...act, store: tx }, at(scene))));

    expect(frozen.candidates.map((candidate) => candidate.fullName)).toEqual(['Đỗ Thị Mẫu']);
    expect(await listedNames(scene)).toEqual([]);
  });
});

describe('who may', () => {
  const everyRole: readonly Role[] = ['clerk', 'chair', 'deputy', 'member', 'observer', 'teller'];

  test('those who screen are those with the right to enter candidates', () => {
    expect(screeningRoles).toEqual(rolesWithRight['candidates.enter']);
  });

  test.each(everyRole)('%s: every operation follows the table of rights', async (role) => {
    const scene = await createScene(handle);
    const actor = await scene.person('Rita Role', [role]);
    const person = await inRegister(scene, 'Mẫu');
    const first = must(await propose(scene.clerk, scene, await inRegister(scene, 'Một')));
    const which = { committee: scene.committee, nomination: first.nomination, version: 1 };
    const act = () => again(actor);

    const outcomes = {
      'candidates.see': await activeCandidates(act(), at(scene)),
      'candidates.suggest': await propose(actor, scene, person),
      'candidates.enter': await correctNomination(act(), {
        ...which,
        position: null,
        reasons: null,
        source: 'inside',
        rank: null,
        why: 'x',
      }),
      'candidates.withdraw': await withdrawCandidate(act(), { ...which, version: 2, reason: 'x' }),
      'review.open': await candidatesForFreeze(act(), at(scene)),
    } as const;

    for (const [right, outcome] of Object.entries(outcomes)) {
      const allowed = rolesWithRight[right as keyof typeof outcomes].includes(role);
      expect([right, !outcome.ok && outcome.reason === 'right-missing']).toEqual([right, !allowed]);
    }
  });
});

describe('duties about names', () => {
  test('members who have proposed nothing are asked until the date; whoever has is not', async () => {
    const scene = await createScene(handle);
    const subject = { kind: 'plan-names', id: scene.plan.id };

    const before = await owingOf(nominationDuties, again(scene.clockwork), subject);
    must(await propose(scene.ann, scene, await inRegister(scene, 'Mẫu')));
    const after = await owingOf(nominationDuties, again(scene.clockwork), subject);

    expect(before).toEqual(expect.arrayContaining([scene.ann.person, scene.bob.person, scene.chair.person]));
    expect(after).not.toContain(scene.ann.person);
    expect(after).toContain(scene.bob.person);
  });

  test('suggestions are a duty of those who screen, counted without the cases closed to them', async () => {
    const scene = await createScene(handle);
    const person = await inRegister(scene, 'Mẫu');
    must(await propose(scene.ann, scene, person));
    const dutiesOf = async (act: Scene['clerk']) =>
      (await nominationDuties.dutiesOf(again(act), [await viewerOf(again(act), scene.committee)])).map(
        (duty) => duty.kind,
      );

    const before = await dutiesOf(scene.clerk);
    const recusal = { committee: scene.committee, person: scene.clerk.person, nominee: person, recordedBy: null };
    must(await recuse(again(scene.clerk), recusal));

    expect(before).toContain('nominations.screen');
    expect(await dutiesOf(scene.clerk)).not.toContain('nominations.screen');
    expect(await dutiesOf(scene.bob)).not.toContain('nominations.screen');
  });
});
