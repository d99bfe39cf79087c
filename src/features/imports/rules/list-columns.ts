/** Which column of a list of measures or of experience means what, by its heading in either language. */
import type { ListKind } from '../../development/types.ts';
import type { ListColumn } from '../types/development.ts';
import type { Headings } from './columns.ts';

const about: Headings<ListColumn> = [
  ['key', ['ma dong', 'row key']],
  ['bornMale', ['ngay sinh nam', 'nam sinh nam', 'born male', 'birth month male']],
  ['bornFemale', ['ngay sinh nu', 'nam sinh nu', 'born female', 'birth month female']],
  ['birthMonth', ['ngay sinh', 'thang nam sinh', 'ngay thang nam sinh', 'nam sinh', 'birth', 'born']],
  ['position', ['chuc danh quy hoach', 'chuc danh da duoc quy hoach', 'planned position', 'planned for']],
];

/** After all others: a course has a name too. */
const last: Headings<ListColumn> = [
  ['fullName', ['ho va ten', 'ho ten', 'full name', 'name']],
  ['number', ['tt', 'stt', 'so tt', 'no', 'number']],
];

/** Compared without diacritics, capitals and punctuation; the first phrase that the heading contains wins. */
export const listHeadings: Readonly<Record<ListKind, Headings<ListColumn>>> = {
  measures: [
    ...about,
    [
      'responsible',
      [
        ...['phu trach', 'co so dao tao', 'noi dao tao', 'noi hoc', 'don vi to chuc', 'don vi thuc hien'],
        ...['who sees to it', 'responsible', 'school'],
      ],
    ],
    ['startsOn', ['tu ngay', 'ngay bat dau', 'bat dau', 'tu thang', 'from', 'starts', 'start']],
    ['dueOn', ['den ngay', 'thoi han', 'ket thuc', 'hoan thanh truoc', 'den thang', 'until', 'due', 'to']],
    ['what', ['noi dung', 'ten lop', 'khoa hoc', 'lop', 'what', 'course']],
    ['kind', ['hinh thuc', 'loai', 'kind', 'type']],
    ['word', ['ghi chu', 'ly do', 'remark', 'note', 'reason']],
    ['state', ['ket qua', 'tinh trang', 'outcome', 'state', 'status', 'result']],
    ['other', ['don vi', 'chuc vu', 'unit', 'post']],
    ...last,
  ],
  experience: [
    ...about,
    ['kind', ['loai kinh nghiem', 'kinh nghiem', 'tu cach', 'kind', 'experience', 'capacity']],
    ['fromMonth', ['tu thang', 'tu ngay', 'tu', 'bat dau', 'from', 'since', 'start']],
    ['toMonth', ['den thang', 'den ngay', 'den', 'ket thuc', 'to', 'until', 'end']],
    ['period', ['thoi gian', 'thoi ky', 'period', 'time', 'when']],
    ['other', ['chuc vu hien tai', 'present post', 'current post', 'don vi hien tai', 'present unit']],
    ['place', ['noi cong tac', 'don vi', 'chuc vu', 'co quan', 'unit', 'post', 'place', 'where']],
    ['other', ['ghi chu', 'remark', 'note']],
    ...last,
  ],
};
