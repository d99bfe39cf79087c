/** What a thief does with a dump, the states of an urn and key-holders' words: opens what can be opened, and matches it with the roll. */
import { z } from 'zod';
import { client } from '../../src/database/client.ts';
import { openPaper } from '../../src/features/sealing/rules/paper.ts';
import { tagOf } from '../../src/features/sealing/rules/receipt.ts';
import { publicKeyOf, secretKeyFromWords } from '../../src/features/sealing/rules/seal.ts';
import { peelInner, peelOuter } from '../../src/features/sealing/rules/shares.ts';
import { readUrn } from '../../src/features/sealing/rules/urn.ts';
import type { BoxId, Layer, PaperSize, Share } from '../../src/features/sealing/types.ts';
import type { StoreHandle } from '../../src/kernel/act.ts';
import type { PersonId } from '../../src/kernel/ids.ts';
import type { Dump, Row } from './evidence.ts';

/** After one paper: more moments than dumps, because whoever has the write-ahead log can work these states out. */
export interface UrnState {
  readonly ticked: readonly PersonId[];
  readonly urn: Uint8Array;
}

export interface Caught {
  readonly person: PersonId;
  readonly words: string;
}

export async function urnState(handle: StoreHandle, box: BoxId): Promise<UrnState> {
  const urn = await client(handle).sealedUrn.findFirstOrThrow({ where: { boxId: box } });
  const ticked = await client(handle).sealedElector.findMany({ where: { boxId: box, hasSent: true } });
  return { urn: urn.sealed, ticked: ticked.map(({ personId }) => personId as PersonId) };
}

/** The box's secret key, from this dump and the words of these holders. Null: it cannot be had. */
export async function roundKeyFrom(taken: Dump, box: BoxId, holders: readonly Caught[]): Promise<Uint8Array | null> {
  const shares = rowsOf(taken.rows, 'sealed_share', Sealed).map(
    ({ outerId, innerId, sealed }): Share => ({ outer: outerId, inner: innerId, sealed }),
  );
  const layers = rowsOf(taken.rows, 'sealed_layer', Sealed).map(
    ({ outerId, innerId, sealed }): Layer => ({ peeledBy: outerId, inner: innerId, sealed }),
  );
  const stored = rowsOf(taken.rows, 'sealed_box', Box).find(({ id }) => id === box);
  const keyholders = rowsOf(taken.rows, 'sealed_keyholder', Keyholder);
  const keys = await Promise.all(
    holders.map(async ({ person, words }) => {
      const row = keyholders.find(({ boxId, personId }) => boxId === box && personId === person);
      return { person, key: await secretKeyFromWords(words.split(' '), row?.salt ?? new Uint8Array()) };
    }),
  );
  const all = [...layers, ...keys.flatMap(({ person, key }) => peelOuter(box, person, key, shares) ?? [])];
  const opened = keys.flatMap(({ person, key }) => all.map((layer) => peelInner(box, person, key, layer)));
  const publicKey = stored?.publicKey ?? new Uint8Array();
  return opened.find((one) => one !== null && Buffer.compare(publicKeyOf(one), publicKey) === 0) ?? null;
}

/** Whose tick is new together with which record: what the log tells of each transaction. Opened only with the box's key. */
export function contentsByPerson(
  roundKey: Uint8Array,
  of: { readonly box: BoxId; readonly secret: Uint8Array; readonly paperSize: PaperSize },
  states: readonly UrnState[],
): ReadonlyMap<PersonId, string> {
  const contents = new Map<PersonId, string>();
  let before: { ticked: readonly PersonId[]; tags: ReadonlySet<string> } = { ticked: [], tags: new Set() };
  for (const { ticked, urn } of states) {
    const records = readUrn(of.secret, { box: of.box, chunk: 0, paperSize: of.paperSize }, urn);
    const hex = (tag: Uint8Array) => Buffer.from(tag).toString('hex');
    const person = ticked.find((one) => !before.ticked.includes(one));
    const record = records.find(({ tag }) => !before.tags.has(hex(tag)));
    const paper = record && openPaper(of.box, roundKey, record.box);
    if (person && record && paper) {
      expect(tagOf(of.secret, of.box, paper.receipt)).toEqual(record.tag);
      contents.set(person, paper.content);
    }
    before = { ticked, tags: new Set(records.map(({ tag }) => hex(tag))) };
  }
  return contents;
}

/** A text and a person that one transaction wrote, where it wrote no other of either. */
export function byTransaction(
  rows: readonly Row[],
  sought: ReadonlyMap<PersonId, string>,
): ReadonlyMap<PersonId, string> {
  const links = new Map<PersonId, string>();
  for (const text of sought.values()) {
    for (const { xmin } of rows.filter(({ content }) => content.includes(text))) {
      const beside = rows.filter((row) => row.xmin === xmin);
      const texts = [...sought.values()].filter((one) => beside.some(({ content }) => content.includes(one)));
      const persons = [...sought.keys()].filter((one) => beside.some(({ content }) => content.includes(one)));
      if (texts.length === 1 && persons.length === 1) links.set(persons[0]!, text);
    }
  }
  return links;
}

/** The control: papers as rows beside a roll, each pair in one statement. */
export async function writeNaively(handle: StoreHandle, papers: ReadonlyMap<PersonId, string>): Promise<void> {
  await client(handle).$executeRawUnsafe('CREATE TABLE naive_roll (person uuid)');
  await client(handle).$executeRawUnsafe('CREATE TABLE naive_paper (text text)');
  for (const [person, text] of papers) {
    await client(handle).$executeRawUnsafe(
      `WITH r AS (INSERT INTO naive_roll VALUES ('${person}')) INSERT INTO naive_paper VALUES ('${text}')`,
    );
  }
}

export function bytesOf({ rows, files }: Dump): Buffer[] {
  return [Buffer.from(rows.map(({ content }) => content).join('\n')), files];
}

const bytes = z
  .string()
  .startsWith('\\x')
  .transform((text) => new Uint8Array(Buffer.from(text.slice(2), 'hex')));
const person = z.string().transform((id) => id as PersonId);
const Sealed = z.object({ outerId: person, innerId: person, sealed: bytes });
const Box = z.object({ id: z.string(), publicKey: bytes.nullable() });
const Keyholder = z.object({ boxId: z.string(), personId: person, salt: bytes.nullable() });

/** Rows with their bytes as bytes. */
function rowsOf<Of>(rows: readonly Row[], table: string, shape: z.ZodType<Of>): readonly Of[] {
  return rows.filter((row) => row.table === `public.${table}`).map(({ content }) => shape.parse(JSON.parse(content)));
}
