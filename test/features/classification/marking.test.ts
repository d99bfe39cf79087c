/** What bears a marking of secrecy and what only has the word in a sentence. */
import fc from 'fast-check';
import { markingIn } from '../../../src/features/classification/rules/marking.ts';

describe('a marking stands by itself', () => {
  test.each([
    ['in capitals alone', 'MẬT', 'confidential'],
    ['above a text', 'MẬT\nDanh sách nhân sự dự kiến', 'confidential'],
    ['below a text', 'Danh sách nhân sự dự kiến\n\nTỐI MẬT', 'secret'],
    ['in the middle, on a line of its own', 'Kính gửi\nTUYỆT MẬT\nDanh sách', 'top-secret'],
    ['the highest of several', 'MẬT\nPhụ lục\nTỐI MẬT', 'secret'],
    ['after its label, in any letters', 'Độ mật: Mật', 'confidential'],
    ['after its label, at the end of a line', 'Số 12; độ mật: tối mật (bản số 2)', 'secret'],
    ['in the cell under its label', 'Họ tên,Độ mật\nNguyễn Văn Mẫu,Mật', 'confidential'],
    ['in a cell of its own', 'Nguyễn Văn Mẫu\tPhó Trưởng phòng\tMẬT', 'confidential'],
    ['two words that can be nothing else', 'Báo cáo\nTối mật', 'secret'],
    ['with one capital, as the first line', 'Mật\nBáo cáo về nhân sự', 'confidential'],
    ['before a dash', 'MẬT – Danh sách nhân sự', 'confidential'],
    ['with the number of the copy', 'TUYỆT MẬT Bản số 03', 'top-secret'],
    ['in a frame', '=== [ MẬT ] ===', 'confidential'],
    ['spaced out', 'T Ố I   M Ậ T', 'secret'],
    ['in decomposed letters', 'MẬT'.normalize('NFD'), 'confidential'],
    ['with something invisible in it', 'M\u200bẬ\u00adT', 'confidential'],
    ['without accents', 'TUYET MAT\nDanh sach', 'top-secret'],
    ['without accents after its label', 'Do mat: Mat', 'confidential'],
    ['in English', 'TOP SECRET', 'top-secret'],
    ['in English, with caveats', 'SECRET//NOFORN', 'secret'],
    ['in English, after its label', 'Security classification: Confidential', 'confidential'],
    ['for a board', 'STRICTLY CONFIDENTIAL', 'confidential'],
    ['for use inside', 'LƯU HÀNH NỘI BỘ', 'internal'],
  ] as const)('%s', (_where, text, level) => {
    expect(markingIn(text)).toBe(level);
  });
});

describe('in a sentence the words are only words', () => {
  test.each([
    'Bầu bằng hình thức bỏ phiếu kín, bí mật.',
    'Nắm chắc quy định bảo vệ bí mật nhà nước',
    'LUẬT BẢO VỆ BÍ MẬT NHÀ NƯỚC',
    'BỎ PHIẾU KÍN',
    'BẢO MẬT',
    'Không thuộc loại mật, đưa vào danh sách.',
    'Văn bản mật do văn thư giữ',
    'Độ mật: Không',
    'Độ mật',
    'Nguyễn Thị Mật; Phó Trưởng phòng; đủ tiêu chuẩn',
    'Nguyễn Thị Mật\nTrần Văn Mẫu',
    'secret',
    'SECRET BALLOT',
    'Ballot: SECRET',
    'A secret ballot; confidential advice.',
    'The committee keeps deliberation confidential.',
    'Mat\nDanh sach',
    'MAT',
    '',
  ])('%s', (text) => {
    expect(markingIn(text)).toBeNull();
  });
});

const plainWords = ['Hội', 'nghị', 'thảo', 'luận', 'đồng chí', 'tập thể', 'committee', 'names', 'list', 'năm 2026'];
const doubtful = [
  'mật',
  'tối mật',
  'tuyệt mật',
  'bí mật',
  'secret',
  'top secret',
  'confidential',
  'internal',
  'MẬT',
  'SECRET',
];
/** At least one plain word on either side: never by itself. */
const sentence = fc
  .tuple(
    fc.constantFrom(...plainWords),
    fc.array(fc.constantFrom(...plainWords, ...doubtful), { minLength: 0, maxLength: 6 }),
    fc.constantFrom(...plainWords),
  )
  .map(([first, middle, last]) => [first, ...middle, last].join(' '));
const body = fc.array(sentence, { minLength: 1, maxLength: 6 });
const marks = fc.constantFrom(
  ...([
    ['MẬT', 'confidential'],
    ['TỐI MẬT', 'secret'],
    ['TUYỆT MẬT', 'top-secret'],
    ['SECRET', 'secret'],
    ['TOP SECRET', 'top-secret'],
    ['CONFIDENTIAL', 'confidential'],
    ['Độ mật: Mật', 'confidential'],
    ['Mức độ mật: tuyệt mật', 'top-secret'],
    ['Classification: secret', 'secret'],
  ] as const),
);
const frame = fc.constantFrom(['', ''], ['[', ']'], ['*', '*'], ['— ', ' —'], ['  ', '\t'], ['“', '”'], ['> ', '']);

test('no sentences bear a marking, whatever words are in them', () => {
  fc.assert(fc.property(body, (lines) => markingIn(lines.join('\n')) === null));
});

test('a marking is found wherever its line stands and whatever is around it', () => {
  fc.assert(
    fc.property(body, marks, frame, fc.nat(6), (lines, [text, level], [before, after], at) => {
      const whole = [...lines.slice(0, at), `${before}${text}${after}`, ...lines.slice(at)].join('\n');
      return markingIn(whole) === level;
    }),
  );
});

test('control: whoever looked for the words alone would turn sentences away', () => {
  const found = fc.sample(body, 200).filter((lines) => /mật|secret|confidential/iu.test(lines.join('\n')));

  expect(found.length).toBeGreaterThan(50);
});

test.each([
  ['one line of words', 'mật '.repeat(250_000)],
  ['one line of ornament', `mật${'-'.repeat(1_000_000)}a`],
  ['many spaces', `mật${' '.repeat(1_000_000)}a`],
  ['many lines', 'bí mật\n'.repeat(100_000)],
])('a megabyte is looked at to its end: %s', (_what, text) => {
  expect(markingIn(text)).toBeNull();
});
