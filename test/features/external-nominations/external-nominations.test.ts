import { client } from '../../../src/database/client.ts';
import { recuse, viewerOf } from '../../../src/features/access/operations.ts';
import {
  externalDuties,
  externalInteractions,
  showList,
} from '../../../src/features/external-nominations/interactions.ts';
import {
  prepareExternal,
  recordContact,
  recordOutcome,
  recordReport,
} from '../../../src/features/external-nominations/operations/keep.ts';
import { seeExternal, seeExternals } from '../../../src/features/external-nominations/operations/look.ts';
import { checkOutcome, reportDay } from '../../../src/features/external-nominations/rules.ts';
import type { ExternalNominationId, OutcomeForm } from '../../../src/features/external-nominations/types.ts';
import { externalSubject } from '../../../src/features/external-nominations/types.ts';
import type { Act } from '../../../src/kernel/act.ts';
import type { PersonId } from '../../../src/kernel/ids.ts';
import { callOf, formOf, messageOf, press, submit, textOf } from '../../support/calls.ts';
import { owingOf } from '../../support/owing.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, createScene, inRegister, must, type Scene } from '../nominations/scene.ts';

const { handle } = await createTestDatabase();

interface Outside extends Scene {
  readonly lan: PersonId;
  readonly id: ExternalNominationId;
}

const preparation = { body: 'District committee', position: 'Member', term: '2025–2030', preparedOn: '2026-02-01' };
const elected: OutcomeForm = {
  ...{ outcome: 'elected', resultOn: '2026-03-01', decision: '5-QĐ', word: null, reportBy: '2026-03-10' },
};

async function createOutside(): Promise<Outside> {
  const scene = await createScene(handle);
  const lan = await inRegister(scene, 'Lê Thị Lan');
  const who = { committee: scene.committee, person: lan, responsible: scene.ann.person };
  return { ...scene, lan, id: must(await prepareExternal(again(scene.clerk), { ...preparation, ...who })) };
}

function deadlineOf({ id }: Outside) {
  return client(handle).deadline.findFirst({ where: { subjectKind: externalSubject, subjectId: id } });
}

const owing = ({ clockwork, id }: Outside) => owingOf(externalDuties, again(clockwork), { kind: externalSubject, id });

describe('from preparation to report', () => {
  test('the outcome sets the date of the report, and exactly the one responsible is asked until it is reported', async () => {
    const outside = await createOutside();
    const { id, ann } = outside;

    const before = await owing(outside);
    must(await recordOutcome(again(outside.clerk), { nomination: id, ...elected }));
    const after = await owing(outside);
    const due = await deadlineOf(outside);
    must(await recordReport(again(ann), { nomination: id, reportedOn: '2026-03-02', reportNumber: '9-BC' }));

    expect(before).toEqual([]);
    expect(after).toEqual([ann.person]);
    expect(due).toMatchObject({ state: 'running', statedDate: '2026-03-10' });
    expect((await deadlineOf(outside))?.state).toBe('cancelled');
    expect(await owing(outside)).toEqual([]);
  });

  test('the rules give no number of days, so a date is asked for; a withdrawal needs none', async () => {
    const outside = await createOutside();
    const { id, clerk } = outside;

    const refused = await recordOutcome(again(clerk), { nomination: id, ...elected, reportBy: null });
    const withdrawn = { ...elected, outcome: 'withdrawn', word: 'Moves away.', reportBy: null } as const;
    must(await recordOutcome(again(clerk), { nomination: id, ...withdrawn }));

    expect(refused).toMatchObject({ ok: false, reason: 'external-report-day-needed', field: 'reportBy' });
    expect(await deadlineOf(outside)).toBeNull();
    expect(await recordOutcome(again(clerk), { nomination: id, ...elected })).toMatchObject({
      reason: 'external-ended',
    });
    expect(
      await recordReport(again(clerk), { nomination: id, reportedOn: '2026-03-02', reportNumber: null }),
    ).toMatchObject({
      reason: 'external-no-result',
    });
  });

  test('a corrected outcome moves the date; what was reported stays', async () => {
    const outside = await createOutside();
    const { id, clerk } = outside;
    must(await recordOutcome(again(clerk), { nomination: id, ...elected }));

    const correction = { ...elected, outcome: 'not-elected', decision: null, reportBy: '2026-03-12' } as const;
    must(await recordOutcome(again(clerk), { nomination: id, ...correction }));
    const due = await deadlineOf(outside);
    must(await recordReport(again(clerk), { nomination: id, reportedOn: '2026-03-02', reportNumber: null }));

    expect(due?.statedDate).toBe('2026-03-12');
    expect(await recordOutcome(again(clerk), { nomination: id, ...elected })).toMatchObject({
      reason: 'external-reported',
    });
  });
});

describe('bad input', () => {
  test('the same person for the same position twice, an unknown person, oneself as responsible', async () => {
    const { committee, clerk, lan, ann } = await createOutside();
    const who = { ...preparation, committee, person: lan, responsible: ann.person };
    const prepare = (more: Partial<typeof who>) => prepareExternal(again(clerk), { ...who, ...more });

    expect(await prepare({})).toMatchObject({ reason: 'external-prepared-already' });
    expect(await prepare({ person: committee as never })).toMatchObject({ reason: 'external-person-unknown' });
    expect(await prepare({ responsible: lan })).toMatchObject({ reason: 'external-responsible-unknown' });
    expect(await prepare({ person: ann.person })).toMatchObject({ reason: 'external-responsible-is-nominee' });
    expect(await prepare({ body: ' ' })).toMatchObject({ reason: 'external-words-missing', field: 'body' });
    expect(await prepare({ preparedOn: '2026-03-03' })).toMatchObject({ reason: 'external-day-to-come' });
  });

  test('the same contact is recorded once, also by two at once; one to come is refused', async () => {
    const { id, clerk } = await createOutside();
    const contact = { nomination: id, heldOn: '2026-02-20', withWhom: 'Head of its office', said: 'Agreed.' };

    const twice = await Promise.all([recordContact(again(clerk), contact), recordContact(again(clerk), contact)]);
    const seen = must(await seeExternal(again(clerk), id)).nomination;

    expect(twice.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(twice.find(({ ok }) => !ok)).toMatchObject({ reason: 'external-contact-twice' });
    expect(seen.contacts).toHaveLength(1);
    expect(await recordContact(again(clerk), { ...contact, heldOn: '2026-03-03' })).toMatchObject({
      reason: 'external-day-to-come',
    });
  });

  test.each([
    [{ resultOn: '2026-01-31' }, 'external-outcome-before-preparation'],
    [{ resultOn: '2026-03-03' }, 'external-day-to-come'],
    [{ resultOn: 'soon' }, 'external-day-unreadable'],
    [{ decision: null }, 'external-decision-missing'],
    [{ outcome: 'withdrawn' as const }, 'external-word-missing'],
  ])('an outcome with %j is refused', (more, reason) => {
    const prepared = { state: 'preparing', preparedOn: '2026-02-01', reportedOn: null } as const;

    expect(checkOutcome(prepared, { ...elected, ...more }, '2026-03-02')).toMatchObject({ ok: false, reason });
  });

  test.each([
    [{ reportBy: '2026-03-10' }, 15, '2026-03-10'],
    [{ reportBy: null }, 15, '2026-03-16'],
    [{ reportBy: null }, null, null],
  ])('the report is due: %j, %s days from the result of 1 March → %s', (more, days, day) => {
    expect(reportDay({ ...elected, ...more }, { days })).toBe(day);
  });
});

describe('a closed case', () => {
  test('is nowhere for whoever is recused, and they are asked no more', async () => {
    const outside = await createOutside();
    const { id, chair, ann, committee, lan } = outside;
    must(await recordOutcome(again(outside.clerk), { nomination: id, ...elected }));
    for (const person of [chair.person, ann.person]) {
      must(await recuse(again(outside.clerk), { committee, person, nominee: lan, recordedBy: outside.clerk.person }));
    }

    expect(must(await seeExternals(again(chair), committee))).toEqual([]);
    expect(await seeExternal(again(ann), id)).toMatchObject({ ok: false, reason: 'external-unknown' });
    expect((await externalDuties.titles?.(again(ann), [id]))?.size).toBe(0);
    expect(await owing(outside)).toEqual([]);
  });

  test('whoever is responsible leaves: the report is asked of the committee secretary, and the case is closed to them', async () => {
    const outside = await createOutside();
    const { id, ann, clerk } = outside;
    must(await recordOutcome(again(clerk), { nomination: id, ...elected }));
    await client(handle).membership.updateMany({
      where: { committeeId: outside.committee, personId: ann.person },
      data: { validTo: again(ann).now },
    });
    const dutiesOf = async (act: Act) =>
      (await externalDuties.dutiesOf(again(act), [await viewerOf(again(act), outside.committee)])).length;

    expect(await owing(outside)).toEqual([clerk.person]);
    expect(await dutiesOf(clerk)).toBe(1);
    expect(await seeExternal(again(ann), id)).toMatchObject({ reason: 'external-unknown' });
  });

  test('a member who is not responsible finds no nomination', async () => {
    const { id, bob, committee } = await createOutside();

    expect(await seeExternals(again(bob), committee)).toMatchObject({ reason: 'right-missing' });
    expect(await seeExternal(again(bob), id)).toMatchObject({ reason: 'external-unknown' });
  });
});

test('by hand: open, a contact, the outcome with its rule, the report', async () => {
  const { committee, clerk } = await createOutside();
  const call = callOf(again(clerk));
  const fill = async (shown: Parameters<typeof press>[2], label: string, values: Parameters<typeof submit>[3]) => {
    const form = formOf(await press(externalInteractions, call, shown, label));
    return { form, shown: messageOf(await submit(externalInteractions, call, form, values)) };
  };

  const list = messageOf(await showList(call, committee));
  const one = messageOf(await press(externalInteractions, call, list, 'Open'));
  const contact = await fill(one, 'Record a contact', {
    heldOn: '2026-02-20',
    withWhom: 'Its office',
    said: 'Agreed.',
  });
  const { resultOn, decision, reportBy } = elected;
  const outcome = await fill(contact.shown, 'Record the outcome', { outcome: 'elected', resultOn, decision, reportBy });
  const report = await fill(outcome.shown, 'It is reported', { reportedOn: '2026-03-02', reportNumber: '9-BC' });

  expect(textOf(list)).toContain('Lê Thị Lan for Member, District committee · in preparation');
  expect(textOf(contact.shown)).toContain('20 Feb 2026, Its office: Agreed.');
  expect(textOf(outcome.form)).toContain('The rules give no number of days for the report');
  expect(textOf(outcome.form)).toContain('(source not confirmed)');
  expect(textOf(outcome.shown)).toContain('elected on 1 Mar 2026, decision no. 5-QĐ');
  expect(textOf(report.shown)).toContain('no. 9-BC');
});
