/** Names without a heading above them: a name, then a post and a unit; a number in front is one. */
import type { Line } from './read-rows.ts';

const heading = ['Họ và tên', 'Chức vụ', 'Đơn vị'];

/** "1. Nguyễn Văn A" in one cell, or the number in a cell of its own. */
export function withHeading(lines: readonly Line[]): readonly Line[] {
  const isNumbered = lines.length > 0 && lines.every(({ cells }) => /^\d{1,3}[.)]?$/u.test((cells[0] ?? '').trim()));
  const rows = lines.map(({ line, cells }) => {
    const [first = '', ...rest] = cells;
    return { line, cells: isNumbered ? cells : [first.replace(/^\s*\d{1,3}[.)]\s+/u, ''), ...rest] };
  });
  return [{ line: 0, cells: isNumbered ? ['TT', ...heading] : heading }, ...rows];
}
