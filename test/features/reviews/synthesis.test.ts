import fc from 'fast-check';
import { client } from '../../../src/database/client.ts';
import { readTable, writeCsv } from '../../../src/documents/csv.ts';
import { readWorkbook } from '../../../src/documents/xlsx.ts';
import { reviewInteractions as all } from '../../../src/features/reviews/interactions/all.ts';
import { showSynthesis } from '../../../src/features/reviews/interactions/synthesis.ts';
import { agreeWithAll, chooseNominees, keepLine, sendAnswer } from '../../../src/features/reviews/operations/answer.ts';
import { closeRound } from '../../../src/features/reviews/operations/close.ts';
import { startRecording } from '../../../src/features/reviews/operations/record.ts';
import { seeSynthesis } from '../../../src/features/reviews/operations/synthesis.ts';
import { answersIn, synthesise } from '../../../src/features/reviews/rules/synthesis.ts';
import {
  type Answer,
  aspects,
  type ListEntry,
  type ListEntryId,
  type NomineeList,
  noWords,
  type Round,
  type SentLine,
  type Stance,
  stances,
  tallies,
  type Words,
} from '../../../src/features/reviews/types/nouns.ts';
import type { Synthesis } from '../../../src/features/reviews/types/seen.ts';
import { synthesisTable, synthesisText } from '../../../src/features/reviews/views/synthesis-out.ts';
import { texts } from '../../../src/i18n/texts.ts';
import type { Act, Via } from '../../../src/kernel/act.ts';
import type { PersonId } from '../../../src/kernel/ids.ts';
import { buttonsOf, callOf, messageOf, press, textOf } from '../../support/calls.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, createReviewWorld, later, members, openedRound, type Someone, value } from './review-world.ts';

const { handle } = await createTestDatabase();
const phone: Via = { kind: 'phone', reference: null, dated: null };

/** Rows as they lie in the table, with a word in each that stands nowhere else. */
const person = fc.constantFrom(...['p1', 'p2', 'p3', 'a'].map((id) => id as PersonId));
const entryName = fc.constantFrom('a', 'b', 'c');
const rowsOfRound = fc.record({
  lines: fc.uniqueArray(
    fc.record({
      person,
      version: fc.integer({ min: 1, max: 3 }),
      entry: entryName,
      stance: fc.constantFrom(...stances),
      said: fc.subarray(['general', ...aspects] as const),
    }),
    { maxLength: 24, selector: (row) => `${row.person}/${row.version}/${row.entry}` },
  ),
  recusals: fc.array(fc.record({ person, nominee: fc.constantFrom('a', 'b').map((id) => id as PersonId) }), {
    maxLength: 3,
  }),
  upTo: fc.integer({ min: 1, max: 3 }),
});

type Rows = typeof rowsOfRound extends fc.Arbitrary<infer Of> ? Of : never;

const everybody = ['p1', 'p2', 'p3', 'a'] as PersonId[];

/** The newest version of each person up to the one asked for, then row by row. */
function standingRows({ lines, upTo }: Rows) {
  return everybody.flatMap((one) => {
    const versions = [1, ...lines.filter((row) => row.person === one).map((row) => row.version)];
    const newest = Math.max(...versions.filter((version) => version <= upTo));
    return lines.filter((row) => row.person === one && row.version === newest);
  });
}

function wordOf(row: Rows['lines'][number], part: string): string {
  return `said-${row.person}-${row.version}-${row.entry}-${part}.`;
}

function synthesisOf({ lines, recusals, upTo }: Rows): Synthesis {
  const entries = ['a', 'b', 'c'].map((name) => entry(name));
  const answers = everybody.flatMap((one) =>
    [1, 2, 3].flatMap((version): Answer[] => {
      const own = lines.filter((row) => row.person === one && row.version === version);
      if (own.length === 0) return [];
      return [{ ...blankAnswer, person: one, version, synthesisVersion: version, lines: own.map(lineOf) }];
    }),
  );
  const participants = everybody.map((one) => ({ person: one, roles: ['member'] as const }));
  const nominees = synthesise({
    entries,
    participants,
    answers: answersIn(answers, upTo),
    recusals,
    isShown: () => true,
  });
  const list = {
    entries,
    ruleSet: { key: 'general', version: 1 },
    number: 1,
    planTitle: 'Board',
    classification: 'unclassified',
  } as never as NomineeList;
  const round = { list, closedAt: new Date(0), closedBy: null } as never as Round;
  const version = { version: upTo, madeAt: new Date(0), why: null };
  const told = { isHandedOver: false, ownUnit: new Map(), shield: 5, aspects, changes: [] };
  return { round, version, versions: [version], participants: everybody.length, nominees, ...told };
}

const blankAnswer = {
  restAgrees: false,
  sentAt: new Date(0),
  recordedBy: null,
  via: null,
  why: null,
} as never as Answer;

function lineOf(row: Rows['lines'][number]): SentLine {
  const text = (part: string) => ((row.said as readonly string[]).includes(part) ? wordOf(row, part) : null);
  const byAspect = Object.fromEntries(aspects.map((aspect) => [aspect, text(aspect)])) as Words['aspects'];
  return {
    entry: row.entry as ListEntryId,
    stance: row.stance,
    byList: false,
    chairOnly: false,
    saidAt: new Date(0),
    comment: `${row.person}/${row.entry}` as SentLine['comment'],
    text: text('general'),
    aspects: byAspect,
  };
}

function entry(name: string): ListEntry {
  return {
    id: name as ListEntryId,
    nomination: name as ListEntry['nomination'],
    nominationVersion: 1,
    person: name as PersonId,
    position: 'director' as ListEntry['position'],
    positionTitle: 'Director',
    shown: { fullName: `Nominee ${name}`, birthMonth: null, partyPost: null, statePost: null, unit: null },
    isWithdrawn: false,
    isFromElsewhere: false,
  };
}

test('whatever the round: counts agree with the rows of that version, and every word of them leaves the chat exactly once', () => {
  fc.assert(
    fc.property(rowsOfRound, (rows) => {
      const synthesis = synthesisOf(rows);

      const t = texts('en', 'UTC', 'party');
      const text = synthesisText(t, synthesis);
      const csv = writeCsv(synthesisTable(t, synthesis).rows);
      const table = value(readTable(csv)).rows.map(({ cells }) => cells);
      const isRecused = (who: string, nominee: string) =>
        who === nominee || rows.recusals.some((one) => one.person === who && one.nominee === nominee);
      const standing = standingRows(rows);
      for (const name of ['a', 'b', 'c']) {
        const here = standing.filter((row) => row.entry === name && !isRecused(row.person, name));
        const recused = everybody.filter((one) => isRecused(one, name)).length;
        const expected = [
          ...stances.map((stance) => here.filter((row) => row.stance === stance).length),
          everybody.length - here.length - recused,
          recused,
        ];
        const counts = table.find((cells) => cells[2] === `Nominee ${name}`)!.slice(3, 3 + tallies.length);
        expect(counts.map(Number)).toEqual(expected);
      }
      for (const row of rows.lines) {
        const isCounted = standing.includes(row) && !isRecused(row.person, row.entry);
        for (const part of row.said) {
          const times = isCounted ? 1 : 0;
          expect(text.split(wordOf(row, part)).length - 1).toBe(times);
          expect(table.filter((cells) => cells.includes(wordOf(row, part))).length).toBe(times);
        }
      }
    }),
  );
});

async function closedRound() {
  const world = await createReviewWorld(handle, ['Ann Lee', 'Ben Roe']);
  const chair = await world.person('Charles Chair', ['chair']);
  const [reviewer, other] = (await members(world, 2)) as [Someone, Someone];
  const { round } = await openedRound(world);
  const [ann] = round.list.entries;
  const mine = { round: round.id, person: null };
  await say(later(reviewer), mine, ann!.id, 'agree-with-comments', { prestige: 'Well known.' });
  value(await agreeWithAll(later(other), mine));
  value(await closeRound(later(world.clerk), round.id));
  return { world, chair, reviewer, other, round, ann: ann!.id };
}

async function say(
  act: Act,
  whose: { round: Synthesis['round']['id']; person: PersonId | null },
  entryId: ListEntryId,
  stance: Stance,
  words: Partial<Words['aspects']>,
) {
  value(await chooseNominees(act, { ...whose, picked: [entryId], restAgrees: true }));
  const line = { ...noWords, aspects: { ...noWords.aspects, ...words } };
  value(await keepLine(act, { ...whose, entry: entryId, version: 1, stance, words: line }));
  value(await sendAnswer(act, whose));
}

async function corrected(given: Awaited<ReturnType<typeof closedRound>>) {
  const { world, other, round, ann } = given;
  const theirs = { round: round.id, person: other.person };
  value(await startRecording(again(world.clerk, 3), { ...theirs, via: phone, why: 'Misheard.' }));
  await say(again(world.clerk, 3), theirs, ann, 'not-yet', { capacity: 'Too early.' });
}

describe('versions', () => {
  test('a correction makes version 2, which says what is different; version 1 stays as it was', async () => {
    const given = await closedRound();
    const before = value(await seeSynthesis(again(given.chair, 3), given.round.id));

    await corrected(given);

    const first = value(await seeSynthesis(again(given.chair, 4), given.round.id, 1));
    const second = value(await seeSynthesis(again(given.chair, 4), given.round.id));
    expect(first.nominees).toEqual(before.nominees);
    expect(second.version).toMatchObject({ version: 2, why: 'Misheard.' });
    expect(second.changes).toMatchObject([
      {
        entry: { id: given.ann },
        counts: [
          { tally: 'agree', before: 1, after: 0 },
          { tally: 'not-yet', before: 0, after: 1 },
        ],
        added: [{ aspects: { capacity: 'Too early.' } }],
        removed: [],
      },
    ]);
    expect(await seeSynthesis(again(given.chair, 4), given.round.id, 3)).toMatchObject({
      reason: 'synthesis-version-unknown',
      facts: { newest: 2 },
    });
  });

  test('whoever is recused from the corrected case sees neither the change nor why', async () => {
    const given = await closedRound();
    await corrected(given);
    await client(handle).recusal.create({
      data: {
        id: crypto.randomUUID(),
        committeeId: given.world.committee,
        personId: given.chair.person,
        nomineeId: given.world.nominees[0]!.person,
        declaredAt: given.chair.now,
      },
    });

    const shown = messageOf(await showSynthesis(callOf(again(given.chair, 4)), given.round.id));

    expect(textOf(shown)).toContain('Ben Roe');
    expect(textOf(shown)).not.toMatch(/Ann Lee|Misheard|correction/);
  });
});

test.each(['en', 'vi'] as const)(
  'read and taken out in chat (%s): sources, change, text and spreadsheet, on record',
  async (locale) => {
    const given = await closedRound();
    await corrected(given);
    const call = callOf({ ...again(given.chair, 4), locale });
    const words = {
      en: {
        comments: 'Read the comments',
        text: 'As text',
        csv: 'CSV file',
        excel: 'Excel file',
        version: 'Version 1',
      },
      vi: {
        comments: 'Xem ý kiến cụ thể',
        text: 'Dạng văn bản',
        csv: 'Tệp CSV',
        excel: 'Tệp Excel',
        version: 'Phiên bản 1',
      },
    }[locale];

    const shown = messageOf(await showSynthesis(call, given.round.id));
    const comments = messageOf(await press(all, call, shown, words.comments));
    const text = messageOf(await press(all, call, shown, words.text));
    const csv = messageOf(await press(all, call, shown, words.csv));
    const file = await press(all, call, shown, words.excel);
    const first = messageOf(await press(all, call, shown, words.version));

    expect(textOf(shown)).toContain('0 → 1');
    expect(textOf(comments)).toContain('Well known.');
    for (const out of [text, csv]) {
      expect(textOf(out)).toContain('Well known.');
      expect(textOf(out)).toContain('Too early.');
      expect(out.summary).not.toMatch(/Ann|Ben/);
    }
    expect(textOf(first)).not.toContain('→');
    expect(buttonsOf(first).map(({ label }) => label)).toContain(words.version.replace('1', '2'));
    const offered = file?.kind === 'show' ? file.file : undefined;
    const read = value(await readWorkbook(offered!.content as Uint8Array)).rows.map(({ cells }) => cells.join('|'));
    expect(offered!.name).not.toMatch(/Ann|Lee|Ben|Roe/);
    expect(read.join('\n')).toContain('Well known.');
    expect(read).toHaveLength(4);
    const events = await client(handle).auditEvent.findMany({
      where: { kind: 'reviews.synthesis-exported', subjectId: given.round.id },
    });
    expect(events.map(({ facts }) => facts)).toMatchObject([
      { version: 2, how: 'text' },
      { version: 2, how: 'csv' },
      { version: 2, how: 'xlsx' },
    ]);
  },
);
