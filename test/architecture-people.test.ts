/**
 * No column that names a person is forgotten when two rows of the register become one. A new column that fails here: add
 * it to the `HoldsPeople` of its feature (moves, or stays with the reason; listed in src/held-people.ts), or, when its
 * name is never a person's, to `notPeople` below.
 */
import { client } from '../src/database/client.ts';
import { heldPeople } from '../src/held-people.ts';
import { createTestDatabase } from './support/test-database.ts';

const { handle } = await createTestDatabase();

const moved = heldPeople.flatMap(({ moves }) => moves.map(({ table, column }) => `${table}.${column}`));
const staying = heldPeople.flatMap(({ stays }) => Object.keys(stays));

/** Ids that do not bear the name of a table, and are never a person's. */
const notPeople = [
  ...[
    'id',
    'subjectId',
    'batchId',
    'dropBatchId',
    'requestId',
    'commentId',
    'sourceId',
    'againOf',
    'afterId',
    'revisionId',
    'corrects',
    'originSeatId',
    'handInId',
    'passedInId',
    'parentId',
    'intoId',
  ],
  ...[
    'positionIds',
    'listIds',
    'itemListId',
    'fromListId',
    'toListId',
    'toPlanId',
    'toPositionId',
    'changeIn',
    'changeOut',
  ],
];

/** JSON that is kept as it was said, or names nobody of the register by id. */
const withoutPeople = [
  ...['event.via', 'event.facts', 'ballot_round.rule', 'ballot_round.questions', 'ballot_round.frozen'],
  ...['ballot_round.tallies', 'ballot_round.rulings', 'ballot_round.decisions', 'ballot_candidate.shown'],
  ...['ballot_paper.marks', 'ballot_count.numbers', 'committee.settings', 'schedule_move.steps', 'delivery.ids'],
  ...['delivery.address', 'import_preview.rows', 'check_result.facts', 'person_revision.form'],
  ...[
    'nominee_list_entry.shown',
    'submission_seat.shown',

    'sitting_event.facts',
    'plan_procedure.procedure',
    'step_rule_change.value',
    'guidance.values',
    'plan.ownRules',
    'pool_finding.evidence',
    'yearly_review_decision.evidence',
    'removal_proposal.evidence',
    'last_answer.evidence',
    'newcomer.changed',
    'development_intake.changes',
    // A person merged away within the hour is simply asked about again.
    'import_preview.meant',
  ],
];

async function columnsOfIds(): Promise<readonly string[]> {
  const rows = await client(handle).$queryRaw<readonly { table: string; column: string; type: string }[]>`
    SELECT c.table_name AS "table", c.column_name AS "column", c.udt_name AS "type" FROM information_schema.columns c
    WHERE c.table_schema = 'public' AND c.udt_name IN ('uuid', '_uuid', 'jsonb')
    ORDER BY c.table_name, c.column_name`;
  const tables = new Set(rows.map(({ table }) => table));
  return rows
    .filter(({ type, column }) => type === 'jsonb' || !(notPeople.includes(column) || isOfAnotherTable(column, tables)))
    .map(({ table, column }) => `${table}.${column}`)
    .filter((name) => !withoutPeople.includes(name));
}

/** `roundId` is the id of a review_round or a ballot_round. */
function isOfAnotherTable(column: string, tables: ReadonlySet<string>): boolean {
  const noun = /^(\w+)Id$/.exec(column)?.[1];
  return noun !== undefined && noun !== 'person' && [...tables].some((table) => table.split('_').at(-1) === noun);
}

test('every column that may name a person is moved, or is listed as staying with the reason', async () => {
  const found = await columnsOfIds();

  expect(found.filter((name) => !moved.includes(name) && !staying.includes(name))).toEqual([]);
  expect([...moved, ...staying].filter((name) => !found.includes(name))).toEqual([]);
});

test('every foreign key to a person is among them', async () => {
  const keys = await client(handle).$queryRaw<readonly { name: string }[]>`
    SELECT k.conrelid::regclass || '.' || a.attname AS "name" FROM pg_constraint k
    JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)
    WHERE k.contype = 'f' AND k.confrelid = '"person"'::regclass`;

  expect(keys.length).toBeGreaterThan(15);
  expect(keys.map(({ name }) => name).filter((name) => ![...moved, ...staying].includes(name))).toEqual([]);
});

test('of every column people are told, or it is said why not: each once', () => {
  const told = heldPeople.flatMap((holder) => Object.values(holder.told).flat());

  expect([...told].sort()).toEqual([...moved, ...staying].sort());
});

test('no column both moves and stays', () => {
  expect(moved.filter((name) => staying.includes(name))).toEqual([]);
});

test('the control: a new table that names a person would be found', async () => {
  await client(handle).$executeRaw`CREATE TABLE "new_table" ("id" uuid PRIMARY KEY, "speakerId" uuid)`;

  const found = await columnsOfIds();

  await client(handle).$executeRaw`DROP TABLE "new_table"`;
  expect(found.filter((name) => !moved.includes(name) && !staying.includes(name))).toEqual(['new_table.speakerId']);
});
