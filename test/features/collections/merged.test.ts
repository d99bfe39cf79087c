/** What units handed in goes up as one parcel: what it lacks, what it carries, and how every answer finds its unit. */
import { describe, expect, test } from '@jest/globals';
import { client } from '../../../src/database/client.ts';
import { recuse } from '../../../src/features/access/operations.ts';
import { openLink } from '../../../src/features/answer-links/operations.ts';
import { goWithout, settleTwice, submitCollection } from '../../../src/features/collections/operations/gather.ts';
import { lackingFor, onSeveralLists } from '../../../src/features/collections/rules/gather.ts';
import {
  answerSeats,
  approveTheRest,
  recordPaper,
  replyToQuestion,
} from '../../../src/features/submissions/operations/answer.ts';
import { duties } from '../../../src/features/submissions/operations/duties.ts';
import { answerByLink, createLink } from '../../../src/features/submissions/operations/link.ts';
import { listSubmissions, seeSubmission } from '../../../src/features/submissions/operations/look.ts';
import { seeParcel } from '../../../src/features/submissions/operations/prepare.ts';
import { sendSubmission, undoSending, withdrawSubmission } from '../../../src/features/submissions/operations/send.ts';
import { settleSubmission } from '../../../src/features/submissions/operations/settle.ts';
import { recordTold } from '../../../src/features/submissions/operations/tell.ts';
import type { SeatAnswer, SubmissionId } from '../../../src/features/submissions/types.ts';
import type { CollectionId, PersonId } from '../../../src/kernel/ids.ts';
import { owingOf } from '../../support/owing.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, cardsOf, type Someone, value } from '../reviews/review-world.ts';
import { found, type SubmissionWorld, seatOf } from '../submissions/submission-world.ts';
import { createOffice, handedIn, letter, type Office, opened, seenBy, unitOf } from './office.ts';

const { handle } = await createTestDatabase();

const decision = { number: '9-QĐ', dated: '2026-03-12' };

interface Gathered {
  readonly office: Office;
  readonly east: SubmissionWorld;
  readonly authority: Someone;
  readonly id: CollectionId;
}

/** North: Ann Sample and Ben Example; East: Eva Eastern; South by file: Ann Sample and Ted Sample; West sends nothing. */
async function gathered(): Promise<Gathered> {
  const office = await createOffice(handle, ['East']);
  const east = await unitOf(handle, office, 'East', ['Eva Eastern']);
  const id = await opened(office);
  value(await handedIn(office, id));
  value(await handedIn(east, id));
  value(await letter(office, id, 'South'));
  value(await goWithout(again(office.department, 3), { collection: id, unit: office.units.West!, word: 'Dissolved.' }));
  return { office, east, authority: await office.person('Max Minister'), id };
}

async function settled({ office, id }: Gathered, as: 'together' | 'apart' = 'together') {
  const [twice] = onSeveralLists(await seenBy(office.department, id));
  const entry = twice?.entries[0]?.id ?? '';
  return settleTwice(again(office.department, 3), { collection: id, entry, as, word: as === 'apart' ? 'Two.' : null });
}

function submit({ office, id, authority }: Gathered, isInChat = true) {
  return submitCollection(again(office.department, 4), {
    ...{ collection: id, authority: 'The Ministry', letter: '20-TTr', stated: { date: '2026-03-30', time: null } },
    answerer: isInChat ? authority.person : null,
  });
}

async function passedUp(office: Gathered, isInChat = true): Promise<SubmissionId> {
  value(await settled(office));
  const parcel = value(await submit(office, isInChat));
  value(await sendSubmission(again(office.office.department, 4), parcel));
  return parcel;
}

async function answer(act: Someone, id: SubmissionId, name: string, said: SeatAnswer, minutes = 6) {
  const seat = seatOf(await found(act, id, minutes), name).id;
  const word = said === 'approved' ? null : `${name}: ${said}`;
  return answerSeats(again(act, minutes), { submission: id, answers: [{ seat, answer: said, word }] });
}

async function own(unit: SubmissionWorld) {
  const { submissions } = value(await listSubmissions(again(unit.clerk, 20), unit.committee));
  const [one] = submissions;
  if (!one) throw new Error('handed in nothing');
  return one;
}

const answersOf = (seats: Awaited<ReturnType<typeof own>>['seats']) =>
  seats.map(({ shown, answer: said }) => [shown?.fullName, said]);

describe('before it goes up', () => {
  test('units not in, letters without a list and names on several lists are each named, and nothing is prepared', async () => {
    const office = await createOffice(handle);
    const id = await opened(office);
    value(await handedIn(office, id));
    value(await letter(office, id, 'South'));
    const parts = { office, east: office, authority: office.department, id };
    const waiting = lackingFor(await seenBy(office.department, id));

    const early = await submit(parts);
    value(await letter(office, id, 'West', { rows: '', number: '7/CV' }));
    const bare = lackingFor(await seenBy(office.department, id));
    value(await goWithout(again(office.department, 3), { collection: id, unit: office.units.West!, word: 'Nobody.' }));
    value(await settled(parts));

    expect(waiting.map(({ kind }) => kind)).toEqual(['units', 'twice']);
    expect(early).toMatchObject({ reason: 'units-incomplete', facts: { lacking: ['units', 'twice'] } });
    expect(bare.map(({ kind }) => kind)).toEqual(['lists', 'twice']);
    expect(lackingFor(await seenBy(office.department, id))).toEqual([]);
  });

  test('a name stands for each unit only with the reason, and once for all only for one position', async () => {
    const parts = await gathered();
    const { office, id } = parts;
    const [twice] = onSeveralLists(await seenBy(office.department, id));
    const say = (as: 'together' | 'apart', word: string | null) =>
      settleTwice(again(office.department, 3), { collection: id, entry: twice!.entries[0]!.id, as, word });

    const silent = await say('apart', ' ');
    const deputy = 'Full name\tBirth month\tProposed position\nAnn Sample\t05/1990\tDeputy';
    value(await letter(office, id, 'South', { rows: deputy, replaces: true }));
    const [changed] = onSeveralLists(await seenBy(office.department, id));
    const together = await settleTwice(again(office.department, 3), {
      ...{ collection: id, entry: changed!.entries[0]!.id, as: 'together', word: null },
    });

    expect(silent).toMatchObject({ reason: 'twice-word-missing', field: 'word' });
    expect(together).toMatchObject({ reason: 'twice-positions-differ' });
    expect(changed?.settled).toBeNull();
  });

  test('a draft of lists of which one changed since is prepared again', async () => {
    const parts = await gathered();
    const { office, id } = parts;
    value(await settled(parts));
    const parcel = value(await submit(parts));
    value(await letter(office, id, 'South', { replaces: true, number: '13/BC' }));

    const sent = await sendSubmission(again(office.department, 5), parcel);

    expect(sent).toMatchObject({ reason: 'submission-incomplete', facts: { missing: ['units-changed'] } });
    expect(value(await seeParcel(again(office.department, 5), parcel)).parcel.missing).toEqual([
      { kind: 'units-changed' },
    ]);
  });
});

describe('the parcel', () => {
  test('carries every entry of every unit once, with its unit and letter, hashed; a joined name once for its units', async () => {
    const parts = await gathered();
    const { office } = parts;
    const parcel = await passedUp(parts);

    const merged = await found(office.department, parcel, 5);

    expect(
      merged.seats.map(({ shown, origins }) => [shown?.fullName, origins.map(({ unitName }) => unitName)]),
    ).toEqual([
      ['Eva Eastern', ['East']],
      ['Ann Sample', ['North', 'South']],
      ['Ben Example', ['North']],
      ['Ted Sample', ['South']],
    ]);
    const entries = merged.seats.flatMap(({ origins }) => origins.map(({ entry }) => entry));
    const stored = await client(handle).handInEntry.findMany({ where: { handIn: { collectionId: parts.id } } });
    expect([...entries].sort()).toEqual(stored.map(({ id }) => id).sort());
    expect(merged.papers.map(({ kind, title, number, sha256 }) => [kind, title, number, sha256?.length])).toEqual([
      ['unit', 'East', '12-TTr', 64],
      ['unit', 'North', '12-TTr', 64],
      ['unit', 'South', '12/BC', 64],
    ]);
  });

  test('is shown by the units’ own submissions, which the authority answers only there', async () => {
    const parts = await gathered();
    const { office } = parts;
    const parcel = await passedUp(parts);
    const north = await own(office);

    const paper = { submission: north.id, ...decision, notApproved: [], returned: [], word: null };
    const onPaper = await recordPaper(again(office.clerk, 6), paper);
    const link = await createLink(again(office.clerk, 6), north.id);
    const back = await withdrawSubmission(again(office.clerk, 6), north.id);
    const changed = await letter(office, parts.id, 'South', { replaces: true });

    const { number } = await found(office.department, parcel, 5);
    expect(north.passedIn).toMatchObject({ number, committeeName: 'Department', state: 'sent' });
    for (const refusal of [onPaper, link, back]) {
      expect(refusal).toMatchObject({ reason: 'submission-passed-on', facts: { number, to: 'Department' } });
    }
    expect(changed).toMatchObject({ reason: 'collection-passed-up', facts: { number } });
  });

  test('goes up once; taken back, the units’ submissions are their own again', async () => {
    const parts = await gathered();
    const { office } = parts;
    const parcel = await passedUp(parts);
    value(await undoSending(again(office.department, 4), parcel));
    const undone = await own(office);
    value(await sendSubmission(again(office.department, 5), parcel));
    value(await answer(parts.authority, parcel, 'Ben Example', 'returned', 7));
    const asked = await own(office);

    const second = await submit(parts);
    value(await withdrawSubmission(again(office.department, 8), parcel));

    const free = await own(office);
    expect([undone.passedIn, free.passedIn]).toEqual([null, null]);
    expect(second).toMatchObject({ reason: 'collection-passed-up' });
    expect(seatOf(asked, 'Ben Example').answer).toBe('returned');
    expect(seatOf(free, 'Ben Example').answer).toBeNull();
  });
});

describe('answers', () => {
  test('a question goes to its unit at once and to no other, and the unit’s reply comes up', async () => {
    const parts = await gathered();
    const { office, east, authority } = parts;
    const parcel = await passedUp(parts);
    const owing = () => owingOf(duties, again(office.clockwork, 7), { kind: 'submission', id: parcel });
    value(await approveTheRest(again(authority, 6), parcel));

    value(await answer(authority, parcel, 'Ben Example', 'returned'));
    const [before, north, eastern] = [await owing(), await own(office), await own(east)];
    const seat = seatOf(north, 'Ben Example').id;
    value(await replyToQuestion(again(office.clerk, 8), { submission: north.id, seat, reply: 'Since 2019.' }));

    expect(answersOf(north.seats)).toEqual([
      ['Ann Sample', null],
      ['Ben Example', 'returned'],
    ]);
    expect(answersOf(eastern.seats)).toEqual([['Eva Eastern', null]]);
    expect((await cardsOf(handle, office, 'submissions.question')).map(({ personId }) => personId)).toEqual([
      office.clerk.person,
    ]);
    expect(before).toEqual([office.clerk.person]);
    expect(await owing()).toEqual([authority.person]);
    expect(seatOf(await found(authority, parcel, 9), 'Ben Example')).toMatchObject({
      ...{ answer: null, reply: 'Since 2019.' },
    });
  });

  test('with the decision every unit has its own, the joined name both; a unit without the bot is told by the department', async () => {
    const parts = await gathered();
    const { office, east, authority } = parts;
    const parcel = await passedUp(parts);
    value(await answer(authority, parcel, 'Ben Example', 'not-approved'));
    value(await answer(authority, parcel, 'Ted Sample', 'not-approved'));
    value(await approveTheRest(again(authority, 6), parcel));
    const early = [...(await own(office)).seats, ...(await own(east)).seats];

    value(await settleSubmission(again(office.department, 8), { submission: parcel, ...decision }));

    const [north, eastern] = [await own(office), await own(east)];
    expect(early.every(({ answer: said }) => said === null)).toBe(true);
    expect(answersOf(north.seats)).toEqual([
      ['Ann Sample', 'approved'],
      ['Ben Example', 'not-approved'],
    ]);
    expect([answersOf(eastern.seats), eastern.decision]).toEqual([[['Eva Eastern', 'approved']], decision]);
    const told = await duties.dutiesOf(again(office.department, 9), [await viewer(office.department, parcel)]);
    expect(told.map(({ kind, facts }) => [kind, facts.telling])).toEqual([['submissions.tell', 1]]);
    const tell = { submission: parcel, unit: office.units.South!, letter: '31-CV' };
    value(await recordTold(again(office.department, 9), tell));
    expect(await recordTold(again(office.department, 9), tell)).toMatchObject({ reason: 'unit-not-waiting' });
    value(await settleSubmission(again(office.clerk, 10), { submission: north.id, ...decision }));
    const entries = await client(handle).planEntry.findMany({ where: { planId: office.plan } });
    expect(entries.map(({ personId }) => personId)).toEqual([office.nominees[0]!.person]);
  });

  test('come by the authority’s address and by its paper as well', async () => {
    const [byLink, byPaper] = [await gathered(), await gathered()];
    const [linked, papered] = [await passedUp(byLink, false), await passedUp(byPaper, false)];
    const link = value(await createLink(again(byLink.office.department, 6), linked));
    const { seats } = await found(byLink.office.department, linked, 6);
    const question = seats.find(({ shown }) => shown?.fullName === 'Eva Eastern')?.id;

    const answers = seats.map(({ id }) =>
      id === question
        ? { seat: id, answer: 'returned' as const, word: 'Why her?' }
        : { seat: id, answer: 'approved' as const, word: null },
    );
    const { now } = again(byLink.office.department, 7);
    const behind = value(await openLink(handle, now, link.secret));
    value(await answerByLink(behind, { answers, decision: null }));
    const ben = seatOf(await found(byPaper.office.department, papered, 6), 'Ben Example').id;
    const paper = { submission: papered, ...decision, notApproved: [], returned: [ben], word: 'Why him?' };
    value(await recordPaper(again(byPaper.office.department, 7), paper));

    expect(seatOf(await own(byLink.east), 'Eva Eastern')).toMatchObject({ answer: 'returned', word: 'Why her?' });
    expect(seatOf(await own(byPaper.office), 'Ben Example')).toMatchObject({ answer: 'returned', word: 'Why him?' });
  });
});

describe('recusal', () => {
  test('who is recused finds the case nowhere in it, counts and papers included, and the answer reaches its unit all the same', async () => {
    const parts = await gathered();
    const { office, east, authority } = parts;
    const parcel = await passedUp(parts);
    const eva = east.nominees[0]!.person;
    await recused(office, office.department.person, eva);

    const merged = await found(office.department, parcel, 6);
    const roll = await seenBy(office.department, parts.id);
    value(await answer(authority, parcel, 'Eva Eastern', 'returned'));
    const [reader, unit] = [await found(office.department, parcel, 7), await own(east)];

    expect(merged.seats.map(({ shown }) => shown?.fullName)).toEqual(['Ann Sample', 'Ben Example', 'Ted Sample']);
    expect(merged.papers.map(({ title }) => title)).toEqual(['North', 'South']);
    expect(roll.units.flatMap(({ handIn }) => handIn?.people ?? []).map(({ fullName }) => fullName)).not.toContain(
      'Eva Eastern',
    );
    expect(reader.seats.filter(({ answer: said }) => said === 'returned')).toEqual([]);
    expect(seatOf(unit, 'Eva Eastern').answer).toBe('returned');
  });

  test('a name that may be that of a closed case is hidden too, while nobody knows whose it is', async () => {
    const parts = await gathered();
    const { office } = parts;
    value(await settled(parts, 'apart'));
    const parcel = value(await submit(parts));

    await recused(office, office.department.person, office.nominees[0]!.person);

    const seen = value(await seeSubmission(again(office.department, 6), parcel)).submission;
    expect(seen.seats.map(({ shown }) => shown?.fullName)).toEqual(['Eva Eastern', 'Ben Example', 'Ted Sample']);
    expect(onSeveralLists(await seenBy(office.department, parts.id))).toEqual([]);
  });
});

async function recused(office: Office, person: PersonId, nominee: PersonId) {
  const recusal = { committee: office.above, person, nominee, recordedBy: null };
  return value(await recuse(again(office.department, 5), recusal));
}

async function viewer(act: Someone, id: SubmissionId) {
  return value(await seeSubmission(again(act, 9), id)).viewer;
}
