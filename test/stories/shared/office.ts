/** The office of the Vietnamese stories: its committee with the people of the channel, its register, its plan. All people are invented. */
import type { Stage } from '../../support/story-player.ts';

export const clerk = 'Ngô Minh Khuê';
export const chair = 'Đinh Quang Vinh';

/** The committee secretary sets it up and takes over `users` of the channel, or all of them; the chair has the post. */
export async function officeCommittee(
  stage: Stage,
  {
    name = 'Ban Chấp hành Đảng bộ Văn phòng',
    chairPost = 'Bí thư Đảng ủy',
    users = null,
  }: { name?: string; chairPost?: string; users?: readonly string[] | null } = {},
): Promise<void> {
  const khue = stage.as(clerk);
  await khue.types('/committee');
  await khue.submits({ name, profile: 'vn-party', language: stage.locale, zone: 'Asia/Ho_Chi_Minh' });
  await khue.presses('committees.take-over');
  await khue.submits(users ? { users: [...users] } : {});
  await khue.types('/committee members');
  await khue.presses('committees.member', chair);
  await khue.submits({ post: chairPost, roles: ['chair', 'member'], rank: 10 });
}

/** The plan of the term 2025–2030: positions one a line; `date` is the day until which names are put forward. */
export async function officePlan(stage: Stage, positions: string, date: string | null = null): Promise<void> {
  const khue = stage.as(clerk);
  await khue.types('/plan new');
  await khue.submits({
    title: 'Quy hoạch cấp ủy nhiệm kỳ 2025–2030',
    track: 'party',
    termFrom: '06/2025',
    termTo: '06/2030',
    congress: '06/2025',
    positions,
    ...(date ? { date } : {}),
  });
}

/** Rows as they are copied out of a spreadsheet. */
export function rowsOf(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.join('\t')).join('\n');
}
