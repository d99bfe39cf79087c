/** Conflicts of interest: what is found, what a person decides of it, and what follows from a recusal. */
import fc from 'fast-check';
import { client } from '../../../src/database/client.ts';
import { viewerOf } from '../../../src/features/access/operations.ts';
import type { Conflict, ConflictKind } from '../../../src/features/access/types.ts';
import { cards } from '../../../src/features/reviews/interactions/cards.ts';
import { conflictCards, showConflicts } from '../../../src/features/reviews/interactions/conflicts.ts';
import { cardKinds } from '../../../src/features/reviews/operations/cards.ts';
import { closeRound } from '../../../src/features/reviews/operations/close.ts';
import { seeConflicts } from '../../../src/features/reviews/operations/conflicts.ts';
import { declareConflict, recordConflict } from '../../../src/features/reviews/operations/declare-conflict.ts';
import { seeRound } from '../../../src/features/reviews/operations/look.ts';
import {
  dismissConflicts,
  liftRecusal,
  pinConflict,
} from '../../../src/features/reviews/operations/rule-on-conflict.ts';
import { seeSynthesis } from '../../../src/features/reviews/operations/synthesis.ts';
import { possibleConflicts } from '../../../src/features/reviews/rules/conflicts.ts';
import { isHandedOver, leaderOf } from '../../../src/features/reviews/rules/lead.ts';
import { searchName } from '../../../src/i18n/names.ts';
import type { PersonId } from '../../../src/kernel/ids.ts';
import { buttonsOf, callOf } from '../../support/calls.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import {
  again,
  cardsOf,
  createReviewWorld,
  later,
  openedRound,
  type ReviewWorld,
  type Someone,
  value,
} from './review-world.ts';

const id = (name: string) => name as PersonId;

describe('what is found', () => {
  const nominee = { person: id('n'), unit: 'Văn phòng', searchName: searchName('Mai An'), proposedBy: id('p') };
  const found = (more: Partial<Parameters<typeof possibleConflicts>[0]>) =>
    possibleConflicts({
      kinds: ['self', 'same-unit', 'proposer'],
      judges: [{ person: id('j'), unit: null }],
      nominees: [nominee],
      ...{ relations: [], recused: [], ruled: [] },
      ...more,
    }).map(({ kind }) => kind);

  test.each<[string, readonly ConflictKind[], Parameters<typeof found>[0]]>([
    ['nothing is known', [], {}],
    ['the same unit, however it is written', ['same-unit'], { judges: [{ person: id('j'), unit: ' VĂN PHÒNG ' }] }],
    [
      'two empty units are not the same',
      [],
      { judges: [{ person: id('j'), unit: '' }], nominees: [{ ...nominee, unit: '' }] },
    ],
    ['who put the name forward', ['proposer'], { judges: [{ person: id('p'), unit: null }] }],
    ['not where the profile does not look for it', [], { judges: [{ person: id('p'), unit: null }], kinds: ['self'] }],
    ['the nominee, and then nothing else', ['self'], { judges: [{ person: id('n'), unit: 'Văn phòng' }] }],
    [
      'a name said before, in any order and without marks',
      ['relative'],
      { relations: [{ person: id('j'), fullName: 'an mai', searchName: searchName('an mai'), kind: 'relative' }] },
    ],
    [
      'the same name said by somebody else',
      [],
      { relations: [{ person: id('x'), fullName: 'Mai An', searchName: searchName('Mai An'), kind: 'relative' }] },
    ],
    [
      'ruled on already',
      [],
      {
        judges: [{ person: id('j'), unit: 'Văn phòng' }],
        ruled: [{ person: id('j'), nominee: id('n'), kind: 'same-unit' }],
      },
    ],
    [
      'recused already, whatever the kind',
      [],
      { judges: [{ person: id('j'), unit: 'Văn phòng' }], recused: [{ person: id('j'), nominee: id('n') }] },
    ],
  ])('%s', (_what, kinds, more) => {
    expect(found(more)).toEqual(kinds);
  });

  test('nobody is asked twice about the same, and never about what was ruled on', () => {
    const names = fc.constantFrom('a', 'b', 'c').map(id);
    const units = fc.constantFrom('One', 'one', 'Two', null);
    const judged = fc.record({ person: names, unit: units, searchName: fc.constant('x'), proposedBy: names });
    const conflict = fc.record({
      person: names,
      nominee: names,
      kind: fc.constantFrom('same-unit', 'self', 'proposer'),
    });
    fc.assert(
      fc.property(
        fc.array(fc.record({ person: names, unit: units })),
        fc.array(judged),
        fc.array(conflict as fc.Arbitrary<Conflict>),
        (judges, nominees, ruled) => {
          const kinds = ['self', 'same-unit', 'proposer'] as const;
          const all = possibleConflicts({ kinds, judges, nominees, ruled, relations: [], recused: [] });
          const keys = all.map((one) => JSON.stringify(one));

          expect(new Set(keys).size).toBe(keys.length);
          expect(all.some((one) => ruled.some((old) => JSON.stringify(old) === JSON.stringify(one)))).toBe(false);
        },
      ),
    );
  });
});

describe('who leads a case', () => {
  const chair = { person: id('chair'), roles: ['chair', 'member'] as const };
  const first = { person: id('first'), roles: ['deputy'] as const };
  const second = { person: id('second'), roles: ['deputy'] as const };
  const members = [chair, first, second];
  const from = (...persons: readonly string[]) => persons.map((person) => ({ person: id(person), nominee: id('n') }));

  test.each<[string, readonly string[], readonly string[], string | null, boolean]>([
    ['the chair', [], [], 'chair', false],
    ['the chair is recused: the first deputy', ['chair'], [], 'first', true],
    ['the first deputy too: the second', ['chair', 'first'], [], 'second', true],
    ['the first deputy is away: the second', ['chair'], ['first'], 'second', true],
    ['both deputies are away: the first all the same', ['chair'], ['first', 'second'], 'first', true],
    ['nobody is left', ['chair', 'first', 'second'], [], null, true],
    ['a chair who is away keeps the case', [], ['chair'], 'chair', false],
  ])('%s', (_what, recused, away, leader, handed) => {
    const led = leaderOf(members, id('n'), from(...recused), new Set(away.map(id)));

    expect(led).toBe(leader);
    expect(isHandedOver(members, led)).toBe(handed);
  });

  test('a chair who is the nominee does not lead their own case', () => {
    expect(leaderOf(members, id('chair'), [], new Set())).toBe('first');
  });

  test('a committee without a chair hands nothing over', () => {
    expect(isHandedOver([first], id('first'))).toBe(false);
  });
});

const { handle } = await createTestDatabase();

interface Scene {
  readonly world: ReviewWorld;
  readonly chair: Someone;
  readonly deputy: Someone;
  readonly rita: Someone;
}

async function scene(names: readonly string[] = ['Ann Apple', 'Xavier Xenon']): Promise<Scene> {
  const world = await createReviewWorld(handle, names);
  const chair = await world.person('Cara Chair', ['chair', 'member']);
  const deputy = await world.person('Dora Deputy', ['deputy', 'member']);
  const rita = await world.person('Rita Reader', ['member']);
  // Put forward by nobody who judges: only what a test brings is found.
  const outside = await world.person('Olga Outside');
  await client(handle).nomination.updateMany({ where: { planId: world.plan }, data: { proposedBy: outside.person } });
  return { world, chair, deputy, rita };
}

async function unitOf(person: PersonId, unit: string): Promise<void> {
  await client(handle).person.update({ where: { id: person }, data: { unit } });
}

async function board(act: Someone, world: ReviewWorld) {
  return value(await seeConflicts(later(act), world.committee));
}

async function hides(act: Someone, world: ReviewWorld, nominee: PersonId): Promise<boolean> {
  return (await viewerOf(later(act), world.committee)).hiddenNominees.includes(nominee);
}

describe('saying it', () => {
  test('a name of the register closes the case at once, also before anybody is put forward', async () => {
    const { world, rita } = await scene(['Ann Apple']);
    const { committee } = world;
    const person = await client(handle).person.create({
      data: {
        ...{ id: crypto.randomUUID(), workspaceId: world.workspace, fullName: 'Yuri Young', searchName: 'young yuri' },
        ...{ source: 'form', createdAt: rita.now },
      },
    });

    value(await declareConflict(later(rita), { committee, nominee: null, fullName: 'yuri young', kind: 'relative' }));

    expect(await hides(rita, world, person.id as PersonId)).toBe(true);
    expect((await board(world.clerk, world)).recusals).toMatchObject([
      { personName: 'Rita Reader', nomineeName: 'Yuri Young', kind: 'relative', isRecorded: false },
    ]);
  });

  test('an unknown name is kept, and found when somebody of that name is put forward', async () => {
    const { world, rita } = await scene(['Ann Apple']);
    const { committee } = world;
    const about = { committee, nominee: null, fullName: 'Yuri Young', kind: 'relative' } as const;
    value(await declareConflict(later(rita), about));
    value(await declareConflict(later(rita), about));
    expect((await board(world.clerk, world)).possible).toEqual([]);

    const nominee = await world.nominate('Young Yuri');
    await client(handle).person.update({ where: { id: nominee.person }, data: { searchName: 'young yuri' } });

    const { possible, relations } = await board(world.clerk, world);
    expect(relations).toEqual([{ personName: 'Rita Reader', fullName: 'Yuri Young', kind: 'relative' }]);
    expect(possible.filter(({ kind }) => kind !== 'proposer')).toMatchObject([
      { person: rita.person, nominee: nominee.person, kind: 'relative' },
    ]);
    expect(await hides(rita, world, nominee.person)).toBe(false);
  });

  test('what was said on paper is entered with its number; without the way it came it is refused', async () => {
    const { world, rita } = await scene();
    const nominee = world.nominees[1]!.person;
    const about = {
      committee: world.committee,
      person: rita.person,
      nominee,
      fullName: null,
      kind: 'business',
    } as const;

    const without = await recordConflict(later(world.clerk), { ...about, via: null });
    const via = { kind: 'letter', reference: '7', dated: '2026-03-01' } as const;
    value(await recordConflict(later(world.clerk), { ...about, via }));

    expect(without).toMatchObject({ ok: false, reason: 'review-via-needed' });
    const { recusals } = await board(world.clerk, world);
    expect(recusals).toMatchObject([{ person: rita.person, nominee, via, isRecorded: true }]);
  });

  test('a member neither rules nor enters for others: they get the form to say it themselves', async () => {
    const { world, rita } = await scene();
    const via = { kind: 'phone', reference: null, dated: null } as const;
    const about = { nominee: world.nominees[0]!.person, fullName: null, kind: 'other' } as const;

    const shown = await showConflicts(callOf(later(rita)), world.committee);
    const entered = await recordConflict(later(rita), {
      ...{ committee: world.committee, person: world.clerk.person, via },
      ...about,
    });

    expect(shown).toMatchObject({ kind: 'form', form: { id: 'reviews.declare-conflict' } });
    expect(entered).toMatchObject({ ok: false, reason: 'right-missing' });
  });
});

describe('ruling on what was found', () => {
  async function sameUnit() {
    const made = await scene();
    const [ann, xavier] = made.world.nominees;
    for (const person of [made.rita.person, ann!.person, xavier!.person]) await unitOf(person, 'Registry');
    return { ...made, ann: ann!.person, xavier: xavier!.person };
  }

  test('the card asks the person first: how many and why, never who', async () => {
    const { world, rita } = await sameUnit();
    const { round } = await openedRound(world);

    const context = { act: later(rita), ids: { round: round.id }, to: { person: rita.person } };
    const card = await cards[cardKinds.invitation]!({
      ...context,
      ...{ committee: world.committee, isSentAgain: false, isRedraw: false },
    });

    expect(JSON.stringify(card)).toContain('same unit');
    expect(JSON.stringify(card)).not.toContain('Xenon');
  });

  test('pinned: the case is closed to the person, the secretary has no more to rule on it; twice is refused', async () => {
    const { world, rita, xavier } = await sameUnit();
    const { round } = await openedRound(world);
    const conflict = { committee: world.committee, person: rita.person, nominee: xavier, kind: 'same-unit' } as const;

    value(await pinConflict(later(world.clerk), conflict));
    const twice = await pinConflict(later(world.clerk), conflict);

    expect(twice).toMatchObject({ ok: false, reason: 'conflict-settled' });
    expect((await seeRound(later(rita), round.id))?.round.list.entries).toHaveLength(1);
    const { possible, recusals } = await board(world.clerk, world);
    expect(possible.map(({ nomineeName }) => nomineeName)).toEqual(['Ann Apple']);
    expect(recusals).toMatchObject([{ kind: 'same-unit', isRecorded: true }]);
  });

  test('dismissed with a reason, all of a kind at once: it does not come back, and nothing is closed', async () => {
    const { world, rita, xavier } = await sameUnit();
    const input = { committee: world.committee, of: 'same-unit' } as const;

    const without = await dismissConflicts(later(world.clerk), { ...input, reason: ' ' });
    const dismissed = value(await dismissConflicts(later(world.clerk), { ...input, reason: 'A unit of 400 people' }));

    expect(without).toMatchObject({ ok: false, reason: 'conflict-reason-needed' });
    expect(dismissed.count).toBe(2);
    expect((await board(world.clerk, world)).possible).toEqual([]);
    expect(await hides(rita, world, xavier)).toBe(false);
  });

  test('nobody dismisses their own', async () => {
    const { world, chair, xavier } = await sameUnit();
    await unitOf(chair.person, 'Registry');
    const of = { person: chair.person, nominee: xavier, kind: 'same-unit' } as const;

    const own = await dismissConflicts(later(chair), { committee: world.committee, of, reason: 'No' });

    expect(own).toMatchObject({ ok: false, reason: 'conflict-own' });
  });

  test('lifted with a reason: the person sees the case again; nobody lifts their own', async () => {
    const { world, chair, rita, xavier } = await sameUnit();
    const { committee } = world;
    for (const who of [rita, chair]) {
      value(await declareConflict(later(who), { committee, nominee: xavier, fullName: null, kind: 'other' }));
    }
    const of = (person: PersonId) => ({ committee, person, nominee: xavier, reason: 'They meant a namesake' });

    const own = await liftRecusal(later(chair), of(chair.person));
    value(await liftRecusal(later(world.clerk), of(rita.person)));

    expect(own).toMatchObject({ ok: false, reason: 'conflict-own' });
    expect(await hides(rita, world, xavier)).toBe(false);
    expect(await hides(chair, world, xavier)).toBe(true);
  });

  test('a secretary who is recused finds nothing of what others have to do with the case', async () => {
    const { world, rita, xavier } = await sameUnit();
    const { committee, clerk } = world;
    value(await declareConflict(later(rita), { committee, nominee: xavier, fullName: null, kind: 'other' }));
    value(await declareConflict(later(clerk), { committee, nominee: xavier, fullName: null, kind: 'other' }));

    const seen = JSON.stringify(await board(clerk, world));

    expect(seen).not.toContain('Xenon');
    expect(seen).not.toContain(xavier);
  });
});

describe('the chair is too close', () => {
  async function handedOver() {
    const made = await scene();
    const { world, chair } = made;
    const xavier = world.nominees[1]!.person;
    const { round } = await openedRound(world);
    const { committee } = world;
    value(await declareConflict(later(chair), { committee, nominee: xavier, fullName: null, kind: 'relative' }));
    return { ...made, xavier, round };
  }

  test('the deputy is told to lead the case, the secretary who does, and the chair nothing', async () => {
    const { world, chair, deputy } = await handedOver();

    const handed = await cardsOf(handle, world, cardKinds.caseHandedOver);
    const noted = await cardsOf(handle, world, cardKinds.conflictNoted);

    expect(handed.map(({ personId }) => personId)).toEqual([deputy.person]);
    expect(noted.map(({ personId }) => personId)).toEqual([world.clerk.person]);
    const worded = async (act: Someone, row: (typeof handed)[number]) =>
      conflictCards[row.kind]!({
        ...{ act: later(act), ids: row.ids as Record<string, string>, to: { person: act.person } },
        ...{ committee: world.committee, isSentAgain: false, isRedraw: false },
      });
    expect(JSON.stringify(await worded(deputy, handed[0]!))).toContain('You lead it');
    expect(JSON.stringify(await worded(world.clerk, noted[0]!))).toContain('Dora Deputy leads this case');
    expect(await worded(chair, handed[0]!)).toBeNull();
    expect(await worded(chair, noted[0]!)).toBeNull();
  });

  test('the deputy reads the synthesis of that case and of no other, the chair of all others', async () => {
    const { world, chair, deputy, rita, round } = await handedOver();
    value(await closeRound(again(world.clerk, 3), round.id));
    const names = async (act: Someone) =>
      value(await seeSynthesis(again(act, 4), round.id)).nominees.map(({ entry }) => entry.shown?.fullName);

    const told = (await cardsOf(handle, world, cardKinds.synthesis)).map(({ personId }) => personId);

    expect(await names(deputy)).toEqual(['Xavier Xenon']);
    expect(await names(chair)).toEqual(['Ann Apple']);
    expect(await names(world.clerk)).toEqual(['Ann Apple', 'Xavier Xenon']);
    expect(told).toContain(deputy.person);
    expect(await seeSynthesis(again(rita, 4), round.id)).toMatchObject({ ok: false, reason: 'right-missing' });
  });

  test('declared after the close, the deputy gets the part then', async () => {
    const { world, chair, deputy } = await scene();
    const { round } = await openedRound(world);
    value(await closeRound(again(world.clerk, 3), round.id));
    const before = await seeSynthesis(again(deputy, 4), round.id);
    const nominee = world.nominees[1]!.person;
    const { committee } = world;

    value(await declareConflict(again(chair, 4), { committee, nominee, fullName: null, kind: 'other' }));

    expect(before).toMatchObject({ ok: false, reason: 'right-missing' });
    expect(value(await seeSynthesis(again(deputy, 5), round.id)).isHandedOver).toBe(true);
    const told = (await cardsOf(handle, world, cardKinds.synthesis)).map(({ personId }) => personId);
    expect(told).toContain(deputy.person);
  });

  test('lifted: the chair leads again, and the deputy has nothing of it any more', async () => {
    const { world, chair, deputy, round, xavier } = await handedOver();
    value(await closeRound(again(world.clerk, 3), round.id));
    const { committee } = world;

    value(
      await liftRecusal(again(world.clerk, 4), {
        ...{ committee, person: chair.person, nominee: xavier, reason: 'A namesake' },
      }),
    );

    expect(await seeSynthesis(again(deputy, 5), round.id)).toMatchObject({ ok: false, reason: 'right-missing' });
    expect(value(await seeSynthesis(again(chair, 5), round.id)).nominees).toHaveLength(2);
  });

  test('nobody can lead: the secretary reads that a deputy is needed', async () => {
    const { world, deputy, xavier } = await handedOver();
    const { committee } = world;
    value(await declareConflict(later(deputy), { committee, nominee: xavier, fullName: null, kind: 'other' }));

    const shown = await showConflicts(callOf(later(world.clerk)), committee);

    expect(JSON.stringify(shown)).toContain('nobody can lead it');
  });
});

test('more than a page: turned over, every row once', async () => {
  const names = Array.from({ length: 15 }, (_, index) => `Nominee ${index + 1}`);
  const { world, rita } = await scene(names);
  await client(handle).person.updateMany({
    where: { id: { in: [rita.person, ...world.nominees.map(({ person }) => person)] } },
    data: { unit: 'Registry' },
  });
  const call = () => callOf(later(world.clerk));

  const pages = [await showConflicts(call(), world.committee, 1), await showConflicts(call(), world.committee, 2)];

  const pins = pages.flatMap((page) =>
    page.kind === 'show' ? buttonsOf(page.message).filter(({ action }) => action === 'reviews.pin-conflict') : [],
  );
  expect(new Set(pins.map(({ data }) => data.nominee)).size).toBe(15);
  expect(pins).toHaveLength(15);
});
