/** Words of lists of measures in both languages, without diacritics; null: some other word. */
import { foldName } from '../../../i18n/names.ts';
import { type MeasureKind, type MeasureState, measureKinds, measureStates } from '../../development/types.ts';

const kinds: Readonly<Record<MeasureKind, readonly string[]>> = {
  training: ['dao tao', 'training', 'degree'],
  'further-training': ['boi duong', 'further training', 'course', 'tap huan'],
  rotation: ['luan chuyen', 'rotation'],
  secondment: ['biet phai', 'secondment'],
  'post-experience': ['kinh qua chuc danh', 'experience in a post', 'kinh qua'],
  other: ['khac', 'other'],
};

const states: Readonly<Record<MeasureState, readonly string[]>> = {
  planned: ['du kien', 'planned', 'chua den han', 'dang thuc hien'],
  done: ['da thuc hien', 'done', 'xong', 'hoan thanh', 'da hoan thanh', 'da hoc'],
  'not-done': ['chua thuc hien duoc', 'not done', 'khong thuc hien duoc'],
  'given-up': ['khong thuc hien nua', 'given up', 'huy'],
};

export function readKind(typed: string): MeasureKind | null {
  return measureKinds.find((kind) => kinds[kind].includes(foldName(typed))) ?? null;
}

export function readState(typed: string): MeasureState | null {
  return measureStates.find((state) => states[state].includes(foldName(typed))) ?? null;
}
