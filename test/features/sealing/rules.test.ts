/** The construction of secrecy.md, piece by piece: what opens for whom, and what does not. */
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { type Cast, decideCasts, wrongTriesMax } from '../../../src/features/sealing/rules/cast.ts';
import { chunksFor, shuffled } from '../../../src/features/sealing/rules/chunks.ts';
import { openPaper, sealedLength, sealPaper, sizeFor } from '../../../src/features/sealing/rules/paper.ts';
import { newReceipt, printedReceipt, readReceipt, tagOf } from '../../../src/features/sealing/rules/receipt.ts';
import { publicKeyOf, seal, secretKeyFromWords, unseal } from '../../../src/features/sealing/rules/seal.ts';
import { makeRoundKey, peelInner, peelOuter, shareOut } from '../../../src/features/sealing/rules/shares.ts';
import { readUrn, writeUrn } from '../../../src/features/sealing/rules/urn.ts';
import { wordList } from '../../../src/features/sealing/rules/word-list.ts';
import { drawWords, readWords } from '../../../src/features/sealing/rules/words.ts';
import type { BoxId, ElectorState, UrnRecord } from '../../../src/features/sealing/types.ts';
import { newId, type PersonId } from '../../../src/kernel/ids.ts';

const box = newId<BoxId>();
const bytes = fc.uint8Array({ maxLength: 300 });
const key = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe('sealing', () => {
  test('what is sealed opens with the secret key, and twice the same is never the same twice', () => {
    fc.assert(
      fc.property(key, bytes, (secretKey, message) => {
        const sealed = seal(publicKeyOf(secretKey), message, 'test');

        expect(Buffer.from(unseal(secretKey, sealed, 'test') ?? [])).toEqual(Buffer.from(message));
        expect(seal(publicKeyOf(secretKey), message, 'test')).not.toEqual(sealed);
      }),
    );
  });

  test('another key, another purpose or one changed bit opens nothing', () => {
    fc.assert(
      fc.property(key, key, bytes, fc.nat(), fc.nat(7), (secretKey, other, message, place, bit) => {
        fc.pre(Buffer.compare(publicKeyOf(secretKey), publicKeyOf(other)) !== 0);
        const sealed = seal(publicKeyOf(secretKey), message, 'test');
        const changed = Uint8Array.from(sealed);
        changed[place % changed.length] = (changed[place % changed.length] ?? 0) ^ (1 << bit);

        expect(unseal(other, sealed, 'test')).toBeNull();
        expect(unseal(secretKey, sealed, 'another')).toBeNull();
        expect(unseal(secretKey, sealed.subarray(0, sealed.length - 1), 'test')).toBeNull();
        // X25519 leaves the top bit of a public key out, so the key itself is in the derivation.
        expect(unseal(secretKey, changed, 'test')).toBeNull();
      }),
    );
  });
});

describe('shares', () => {
  const people = [newId<PersonId>(), newId<PersonId>(), newId<PersonId>()] as const;
  const secrets = people.map(() => new Uint8Array(randomBytes(32)));
  const holders = people.map((person, index) => ({ person, publicKey: publicKeyOf(secrets[index]!) }));
  const { secretKey, publicKey } = makeRoundKey();
  const shares = shareOut(box, secretKey, holders);

  test.each([
    [0, 1],
    [0, 2],
    [1, 0],
    [1, 2],
    [2, 0],
    [2, 1],
  ])('holder %i and then holder %i open the box', (first, second) => {
    const layers = peelOuter(box, people[first]!, secrets[first]!, shares);
    const layer = layers?.find(({ inner }) => inner === people[second]);
    const opened = layer && peelInner(box, people[second]!, secrets[second]!, layer);

    expect(opened && publicKeyOf(opened)).toEqual(publicKey);
  });

  test('one holder alone opens nothing, however the pieces are turned', () => {
    for (const [index, person] of people.entries()) {
      const own = secrets[index]!;
      const layers = peelOuter(box, person, own, shares) ?? [];
      const pieces = [...shares, ...layers];

      expect(layers).toHaveLength(2);
      for (const { sealed } of layers) for (const as of people) expect(peel(as, own, sealed)).toBeNull();
      for (const { sealed } of pieces) expect(peel(person, own, sealed)).toBeNull();
      for (const other of people.filter((one) => one !== person)) {
        expect(peelOuter(box, other, own, shares)).toBeNull();
      }
    }
  });

  function peel(as: PersonId, own: Uint8Array, sealed: Uint8Array) {
    return peelInner(box, as, own, { peeledBy: as, inner: as, sealed });
  }
});

describe('words', () => {
  test('there are 2048 of them, each known by its first four letters', () => {
    expect(new Set(wordList).size).toBe(2048);
    expect(new Set(wordList.map((word) => word.slice(0, 4))).size).toBe(2048);
    expect(wordList.every((word) => /^[a-z]{3,8}$/.test(word))).toBe(true);
  });

  test('six drawn words are read however they are typed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(' ', ', ', '\n', '  1. ', ' - '),
        fc.boolean(),
        fc.boolean(),
        (between, isLoud, isShort) => {
          const words = drawWords();
          const written = words.map((word) => (isShort ? word.slice(0, 4) : word)).join(between);

          const read = readWords(isLoud ? `1) ${written.toUpperCase()} ` : written);

          expect(read).toEqual({ ok: true, value: words });
        },
      ),
    );
  });

  test.each([
    ['one too few', 'able about above absent absorb', 'words-count', { count: 5, needed: 6 }],
    ['a word that is none', 'able about xyzzy absent absorb abstract', 'word-unknown', { place: 3 }],
    ['too short a beginning', 'able abo above absent absorb abstract', 'word-unknown', { place: 2 }],
    ['nothing', '  ', 'words-count', { count: 0, needed: 6 }],
  ])('%s is refused without repeating what was typed', (_what, typed, reason, facts) => {
    expect(readWords(typed)).toMatchObject({ ok: false, reason, facts });
  });

  test('the same words with another salt, or in another order, are another key', async () => {
    const words = drawWords();
    const salt = randomBytes(16);

    const made = await secretKeyFromWords(words, salt);

    expect(await secretKeyFromWords(words, salt)).toEqual(made);
    expect(await secretKeyFromWords(words, randomBytes(16))).not.toEqual(made);
    expect(await secretKeyFromWords([...words.slice(1), words[0]!], salt)).not.toEqual(made);
  });
});

describe('papers and receipts', () => {
  const { publicKey, secretKey } = makeRoundKey();

  test('whatever a paper says, it has the length of all others, and says it again when opened', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 150 }),
        fc.constantFrom(1024, 4096, 16384),
        (content, size) => {
          const receipt = newReceipt();
          const paperSize = size as 1024;
          const sealed = sealPaper({ id: box, publicKey, paperSize }, { receipt, content });
          if (!sealed.ok) return;

          expect(sealed.value).toHaveLength(sealedLength(paperSize));
          expect(openPaper(box, secretKey, sealed.value)).toEqual({ receipt, content });
          expect(openPaper(newId<BoxId>(), secretKey, sealed.value)).toBeNull();
        },
      ),
    );
  });

  test('a paper that is too long is refused with its numbers', () => {
    const paper = { receipt: newReceipt(), content: 'ă'.repeat(600) };

    expect(sealPaper({ id: box, publicKey, paperSize: 1024 }, paper)).toMatchObject({
      reason: 'paper-too-long',
      facts: { bytes: 1219, max: 1020 },
    });
    expect([sizeFor(10), sizeFor(1025), sizeFor(100_000)]).toEqual([1024, 4096, 16_384]);
  });

  test('a receipt is read as it is printed, and as a hand writes it', () => {
    const receipt = newReceipt();

    expect(receipt).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
    expect(readReceipt(printedReceipt(receipt))).toBe(receipt);
    expect(readReceipt(` ${printedReceipt(receipt).toLowerCase().replaceAll('-', ' – ')} `)).toBe(receipt);
    expect(readReceipt('O1l2-34AB-CDEF')).toBe('011234ABCDEF');
    expect(readReceipt('U123-4567-8901')).toBeNull();
    expect(readReceipt('1234')).toBeNull();
  });
});

describe('the urn', () => {
  const secret = new Uint8Array(randomBytes(32));
  const place = { box, chunk: 0, paperSize: 1024 } as const;

  function recordOf(number: number): UrnRecord {
    return { tag: tagOf(secret, box, `RECEIPT${number}`), box: randomBytes(sealedLength(1024)) };
  }

  test('holds its records in the order of their tags, whatever order they came in', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(500), { maxLength: 20 }), (numbers) => {
        const records = numbers.map(recordOf);

        const read = readUrn(secret, place, writeUrn(secret, place, records));

        const tags = read.map(({ tag }) => Buffer.from(tag).toString('hex'));
        expect(tags).toEqual([...tags].sort());
        expect(new Set(read.map(hexOf))).toEqual(new Set(records.map(hexOf)));
      }),
      { numRuns: 30 },
    );
  });

  test('is noticed when it was changed, moved to another place, or sealed by another instance', () => {
    const stored = Uint8Array.from(writeUrn(secret, place, [recordOf(1), recordOf(2)]));
    const changed = Uint8Array.from(stored);
    changed[40] = (changed[40] ?? 0) ^ 1;

    expect(() => readUrn(secret, place, changed)).toThrow();
    expect(() => readUrn(secret, { ...place, chunk: 1 }, stored)).toThrow();
    expect(() => readUrn(new Uint8Array(32), place, stored)).toThrow();
    expect(() => writeUrn(secret, place, [{ ...recordOf(1), box: randomBytes(10) }])).toThrow();
  });

  test('tells by its length how many have sent, and nothing of what', () => {
    const lengthOf = (count: number) =>
      writeUrn(
        secret,
        place,
        Array.from({ length: count }, (_, n) => recordOf(n)),
      ).length;

    expect(lengthOf(5) - lengthOf(4)).toBe(lengthOf(1) - lengthOf(0));
  });

  test('electors are spread over chunks of 256 to 512', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), (electors) => {
        const sizes = new Map<number, number>();
        for (const chunk of chunksFor(electors)) sizes.set(chunk, (sizes.get(chunk) ?? 0) + 1);

        expect([...sizes.values()].reduce((sum, size) => sum + size, 0)).toBe(electors);
        expect(Math.max(...sizes.values())).toBeLessThanOrEqual(512);
        if (electors >= 512) expect(Math.min(...sizes.values())).toBeGreaterThanOrEqual(256);
      }),
    );
    expect([...shuffled([1, 2, 3])].sort()).toEqual([1, 2, 3]);
  });

  function hexOf({ tag, box: sealed }: UrnRecord): string {
    return `${Buffer.from(tag).toString('hex')}:${Buffer.from(sealed).toString('hex')}`;
  }
});

describe('casting', () => {
  const people = Array.from({ length: 4 }, () => newId<PersonId>());
  const casting = fc.array(
    fc.record({ who: fc.nat(4), receipt: fc.nat(5), isTyped: fc.boolean(), paper: fc.nat(1000) }),
    { maxLength: 40 },
  );

  test('after any sequence, gathered in any way, records are as many as ticks and each person has one at most', () => {
    fc.assert(
      fc.property(casting, fc.integer({ min: 1, max: 5 }), (all, together) => {
        // The oracle: one receipt for each person, the first that was accepted, with the last paper under it.
        const model = new Map<number, { paper: number }>();
        const sent = new Set<number>();
        const tries = new Map<number, number>();
        const states = new Map<PersonId, ElectorState>(
          people.map((person) => [person, { hasSent: false, wrongTries: 0 }]),
        );
        let records: readonly UrnRecord[] = [];

        for (let from = 0; from < all.length; from += together) {
          const batch = all.slice(from, from + together);
          const decided = decideCasts(states, records, batch.map(castOf));
          records = decided.records;
          for (const person of decided.ticks) states.set(person, { ...states.get(person)!, hasSent: true });
          for (const person of decided.wrong) {
            const state = states.get(person)!;
            states.set(person, { ...state, wrongTries: state.wrongTries + 1 });
          }
          expect(decided.answers.map(({ ok }) => ok)).toEqual(batch.map(expected));
        }

        const ticks = [...states.values()].filter(({ hasSent }) => hasSent).length;
        expect(records).toHaveLength(ticks);
        expect(ticks).toBe(sent.size);
        const inUrn = records.map(({ box: paper }) => Buffer.from(paper).readUInt32BE()).sort((a, b) => a - b);
        expect(inUrn).toEqual([...model.values()].map(({ paper }) => paper).sort((a, b) => a - b));

        function expected({ who, receipt, isTyped, paper }: (typeof all)[number]): boolean {
          if (who >= people.length) return false;
          if (isTyped && (tries.get(who) ?? 0) >= wrongTriesMax) return false;
          const known = model.get(receipt);
          if (known && sent.has(who)) {
            known.paper = paper;
            return true;
          }
          if (isTyped) tries.set(who, (tries.get(who) ?? 0) + 1);
          if (isTyped || sent.has(who) || known) return false;
          sent.add(who);
          model.set(receipt, { paper });
          return true;
        }
      }),
    );
  });

  test('the fifth wrong receipt is the last: after it the right one is refused too', () => {
    const person = people[0]!;
    const states = (wrongTries: number) => new Map([[person, { hasSent: true, wrongTries }]]);
    const records = [{ tag: tagFor(1), box: paperOf(1) }];
    const right: Cast = { person, isTyped: true, tag: tagFor(1), box: paperOf(2) };
    const wrong: Cast = { ...right, tag: tagFor(2) };

    expect(decideCasts(states(4), records, [wrong]).answers[0]).toMatchObject({
      reason: 'receipt-wrong',
      facts: { left: 0 },
    });
    expect(decideCasts(states(4), records, [wrong, right]).answers[1]).toMatchObject({ reason: 'receipt-locked' });
    expect(decideCasts(states(4), records, [right]).answers[0]).toMatchObject({
      ok: true,
      value: { isReplaced: true },
    });
  });

  function castOf({
    who,
    receipt,
    isTyped,
    paper,
  }: {
    who: number;
    receipt: number;
    isTyped: boolean;
    paper: number;
  }): Cast {
    return { person: people[who] ?? newId<PersonId>(), isTyped, tag: tagFor(receipt), box: paperOf(paper) };
  }

  function tagFor(receipt: number): Uint8Array {
    return Buffer.alloc(16, receipt);
  }

  function paperOf(number: number): Uint8Array {
    const paper = Buffer.alloc(8);
    paper.writeUInt32BE(number);
    return paper;
  }
});
