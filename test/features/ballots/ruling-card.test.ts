/** The ruling card and its arithmetic in words: read as a member reads them, in both languages. */
import { describe, expect, test } from '@jest/globals';
import type { Block } from '../../../src/chat/message.ts';
import { readMarks } from '../../../src/features/ballots/rules/paper.ts';
import { ruleOn } from '../../../src/features/ballots/rules/ruling.ts';
import { tallyPapers } from '../../../src/features/ballots/rules/tally.ts';
import { voteRuleByKey, voteRules } from '../../../src/features/ballots/rules/vote-rules-for.ts';
import type { Marks, Tally } from '../../../src/features/ballots/types/paper.ts';
import type { Frozen, Ruling, TieDecisions } from '../../../src/features/ballots/types/ruling.ts';
import type { VoteRule } from '../../../src/features/ballots/types/vote-rule.ts';
import { rulingCard } from '../../../src/features/ballots/views/ruling.ts';
import { exactText, sentences } from '../../../src/features/ballots/views/show-me-how.ts';
import { texts } from '../../../src/i18n/texts.ts';
import { plain } from '../../../src/kernel/rich.ts';
import { atLeast, frozenOf, half, questionOf, ruleWith } from './rules-at-hand.ts';

const vi = texts('vi', 'Asia/Ho_Chi_Minh', 'party');
const en = texts('en', 'Asia/Ho_Chi_Minh', 'party');
const called: Readonly<Record<string, string>> = { an: 'Lê Thị An', binh: 'Trần Bình', chi: 'Phạm Chi' };
const names = { nameOf: (candidate: string): string => called[candidate] ?? candidate };

function tallied(returned: number, votes: Readonly<Record<string, readonly [number, number | null]>>): Tally {
  const lines = Object.entries(votes).map(([candidate, [count, against]]) => ({
    candidate,
    writtenIn: false,
    for: count,
    against,
    abstained: 0,
  }));
  return { returned, invalid: 0, blank: 0, abstained: 0, lines, rankings: [] };
}

interface Made {
  readonly rule: VoteRule;
  readonly tally: Tally;
  readonly frozen: Frozen;
  readonly decisions?: TieDecisions;
  readonly seats?: number;
}

function made({ rule, tally, frozen, decisions = {}, seats = 1 }: Made): Ruling {
  const question = questionOf(
    tally.lines.map(({ candidate }) => candidate),
    seats,
  );
  return ruleOn({ rule, question, frozen, tally, decisions, issued: tally.returned });
}

const introduction = made({
  rule: voteRuleByKey({ key: 'vn-party-qd377', version: 1 }, 'vn-introduction'),
  frozen: frozenOf(20, { present: 18 }),
  tally: { ...tallied(18, { an: [12, null], binh: [10, null], chi: [7, null] }), invalid: 1 },
});

function readable(blocks: readonly Block[]): string {
  return blocks
    .flatMap((block): string[] => {
      if (block.kind === 'list') return block.items.map((item) => `- ${plain(item)}`);
      if (block.kind === 'facts') return block.rows.map(([label, value]) => `${label}: ${plain(value)}`);
      if (block.kind === 'text' || block.kind === 'note') return [plain(block.text)];
      return [];
    })
    .join('\n');
}

describe('the card', () => {
  test('says every number with its base, then the rule with version and source, in Vietnamese', () => {
    expect(readable(rulingCard(vi, introduction, { sees: 'numbers', ...names }))).toBe(
      `- Lê Thị An: Đạt. 12 phiếu.
- Trần Bình: Bằng nhau, còn chờ quyết định. 10 phiếu.
- Phạm Chi: Không đạt. 7 phiếu.
Được triệu tập: 20
Thành viên: 20
Không tham gia vì có liên quan: 0
Có mặt: 18
Túc số: cần 14, có 18
Phiếu: phát ra 18, thu về 18, hợp lệ 17, không hợp lệ 1, phiếu trắng 0
Cần đạt: trên 50 % số người được triệu tập: 11 trên 20
Khi bằng phiếu: người đứng đầu quyết định, các ý kiến khác nhau được báo cáo đầy đủ lên cấp trên
Quy định: Phiếu giới thiệu nhân sự quy hoạch. Quy hoạch cán bộ (Đảng) theo Quy định 377, bản 1. Căn cứ: Chỉ thị số 35-CT/TW, ngày 30/5/2019 của Bộ Chính trị (mới đối chiếu một phần); Thông lệ, chưa tìm được văn bản (chưa đối chiếu văn bản); Nghị định số 170/2025/NĐ-CP của Chính phủ (mới đối chiếu một phần).`,
    );
  });

  test('says the same in English', () => {
    const card = readable(rulingCard(en, introduction, { sees: 'numbers', ...names }));

    expect(card).toContain('Trần Bình: Tie, still to be decided. 10 votes.');
    expect(card).toContain('Needed: more than half of the people summoned: 11 of 20');
    expect(card).toContain('version 1. Source: ');
  });

  test('under the shield there is only rule, base and outcome: not one number of the vote', () => {
    for (const t of [vi, en]) {
      const card = readable(rulingCard(t, introduction, { sees: 'outcome', ...names }));
      const said = card.split('\n').filter((line) => !/^(Rule|Quy định):/u.test(line));

      expect(said.join('\n').replaceAll('50 %', '')).not.toMatch(/\d/u);
      expect(said).toHaveLength(5);
    }
  });

  test('who decided a tie, and where somebody goes on to, is part of the outcome', () => {
    const rule = voteRuleByKey({ key: 'vn-state-qd377', version: 1 }, 'vn-state-leaders');
    const of = (tally: Tally, decisions: TieDecisions = {}): string =>
      readable(rulingCard(en, made({ rule, tally, decisions, frozen: frozenOf(20) }), { sees: 'numbers', ...names }));

    expect(of(tallied(20, { an: [10, null] }), { an: 'passed' })).toContain('Lê Thị An: Passed (decided by the head).');
    expect(of(tallied(20, { an: [9, null], binh: [2, null] }))).toContain('Trần Bình: Goes on to the next step.');
  });
});

describe('show me how', () => {
  test('each step of the arithmetic, in Vietnamese', () => {
    expect(sentences(vi, introduction, names)).toEqual([
      'Túc số: ít nhất 2/3 số người được triệu tập phải có mặt. 2 × 20 ÷ 3 = 13 1/3, tức là ít nhất 14. Có mặt: 18. Như vậy là đủ.',
      'Phiếu: phát ra 18, thu về 18; trong đó không hợp lệ 1, phiếu trắng 0, không có ý kiến 0. Phiếu hợp lệ: 18 − 1 = 17.',
      'Tính trên số người được triệu tập: 20.',
      'Cần trên 50 % số người được triệu tập: 1 × 20 ÷ 2 = 10, tức là ít nhất 11.',
      'Lê Thị An: 12 phiếu. Cần 11. Đạt.',
      'Trần Bình: 10 phiếu. Vừa đúng tỷ lệ, mà quy định cần nhiều hơn. Theo quy định: người đứng đầu quyết định, các ý kiến khác nhau được báo cáo đầy đủ lên cấp trên. Bằng nhau, còn chờ quyết định.',
      'Phạm Chi: 7 phiếu. Cần 11. Không đạt.',
    ]);
  });

  test('and in English, with Robert’s base', () => {
    const ruling = made({
      rule: voteRuleByKey({ key: 'general', version: 1 }, 'robert-election'),
      frozen: frozenOf(100, { present: 85 }),
      tally: { ...tallied(85, { an: [40, null], binh: [39, null] }), blank: 4, invalid: 1 },
    });

    expect(sentences(en, ruling, names)).toEqual([
      'Quorum: more than half of the members must be present. 1 × 100 ÷ 2 = 50, so at least 51. Present: 85. That is enough.',
      'Papers: 85 issued, 85 returned; of these 1 invalid, 4 blank, 0 abstaining. Votes cast: 85 − 4 − 0 = 81. Blank and abstaining papers are no votes; invalid ones count.',
      'Counted against the votes cast: 81.',
      'More than half of the votes cast are needed: 1 × 81 ÷ 2 = 40 1/2, so at least 41.',
      'Lê Thị An: 40 votes. Needed: 41. Goes on to another round.',
      'Trần Bình: 39 votes. Needed: 41. Goes on to another round.',
      'Seats are left, so those who have not passed stand again.',
    ]);
  });

  test('without a quorum the arithmetic ends there', () => {
    const ruling = made({
      rule: voteRuleByKey({ key: 'nomcom-rfc8713', version: 1 }, 'nomcom-candidates'),
      frozen: frozenOf(10, { present: 6 }),
      tally: tallied(6, { an: [6, null] }),
    });

    expect(sentences(en, ruling, names)[0]).toBe(
      'Quorum: at least 7 must be present. Present: 6. That is not enough, so nothing is decided.',
    );
    expect(sentences(en, ruling, names)).toHaveLength(2);
  });

  test('STV says its stages with parts of votes, Schulze its pairs', () => {
    const ranked = (method: 'stv' | 'schulze', seats: number): Ruling => {
      const rule = voteRuleByKey({ key: 'general', version: 1 }, method);
      const question = questionOf(['an', 'binh', 'chi'], seats);
      const orders = [...Array(5).fill(['an', 'binh', 'chi']), ...Array(3).fill(['chi', 'binh'])];
      const marks = orders.map((order): Marks => ({ kind: 'ranked', order: order.map((one: string) => [one]) }));
      const readings = marks.map((one) => readMarks(rule.paper.value, question, one));
      const tally = tallyPapers(rule.paper.value, question, readings);
      return ruleOn({ rule, question, tally, frozen: frozenOf(8), issued: 8 });
    };

    const stv = sentences(en, ranked('stv', 2), names);
    const schulze = sentences(en, ranked('schulze', 1), names);

    expect(stv).toContain('Quota: 8 papers for 2 seats, so 3 votes are enough for one.');
    expect(stv).toContain(
      'Stage 1: Lê Thị An 5, Trần Bình 0, Phạm Chi 3. With the quota: Lê Thị An and Phạm Chi. What they have beyond it passes on to the next names on their papers.',
    );
    expect(schulze).toContain(
      'Lê Thị An before Trần Bình: 5 papers place Lê Thị An first, 3 place Trần Bình first; strongest path 5 to 0.',
    );
    expect(schulze).toContain('Order: Lê Thị An > Trần Bình > Phạm Chi.');
  });

  test('every ready-made rule can be said in both languages, with nothing left unfilled', () => {
    for (const rule of voteRules) {
      for (const [returned, count, against] of [
        [9, 4, 5],
        [8, 4, 4],
        [9, 0, 0],
      ] as const) {
        const kind = rule.paper.value.kind;
        const tally = tallied(returned, {
          an: [count, kind === 'yes-no' ? against : null],
          binh: [returned - count, kind === 'yes-no' ? 0 : null],
        });
        const ruling = made({ rule, tally, frozen: frozenOf(10, { present: 9 }) });
        for (const t of [vi, en]) {
          const said = [
            ...sentences(t, ruling, names),
            readable(rulingCard(t, ruling, { sees: 'numbers', ...names })),
          ].join('\n');

          expect(said).not.toMatch(/\{\{|rulings\.|undefined|\.\.|null/u);
        }
      }
    }
  });

  test('on a yes-or-no paper each person has a base of their own where the rule counts votes cast', () => {
    const rule = ruleWith({ threshold: atLeast(half, 'cast') });
    const ruling = made({ rule, frozen: frozenOf(10), tally: tallied(9, { an: [4, 3], binh: [4, 5] }), seats: 2 });

    expect(sentences(en, ruling, names).slice(2)).toEqual([
      'Lê Thị An: 4 for, 3 against. Needed: 4. Passed. Counted against the votes cast: 7. At least half of the votes cast are needed: 1 × 7 ÷ 2 = 3 1/2, so at least 4.',
      'Trần Bình: 4 for, 5 against. Needed: 5. Not passed. Counted against the votes cast: 9. At least half of the votes cast are needed: 1 × 9 ÷ 2 = 4 1/2, so at least 5.',
    ]);
  });
});

test.each([
  [40n, 3n, '13 1/3'],
  [40n, 4n, '10'],
  [2n, 6n, '1/3'],
  [0n, 3n, '0'],
])('%d ÷ %d is written %s', (numerator, denominator, written) => {
  expect(exactText(numerator, denominator)).toBe(written);
});
