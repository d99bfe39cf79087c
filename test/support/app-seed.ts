/** An invented workspace for the examination: an admin, a committee secretary, members, a guest and an outsider. */
import type { SandboxSeed, SeedUser } from '../../src/sandbox/types.ts';

export const team = 'T0EXAM';
export const botUser = 'U0EXAMBOT';
export const botToken = 'xoxb-examined-0123456789';
export const signingSecret = 'secret-of-the-examiner';
/** The channel of most tests; `channels` are more, for what is done once a channel. */
export const hall = 'C0HALL';
export const channels = Array.from({ length: 12 }, (_, index) => `C0ROOM${String(index).padStart(2, '0')}`);

/** With somebody from another organisation in it. */
export const shared = 'C0SHARED';

export const admin = 'U0ADMIN';
export const clerk = 'U0CLERK';
export const guest = 'U0GUEST';
export const outsider = 'U0OUTSIDER';
export const members = Array.from({ length: 10 }, (_, index) => `U0MEMBER${index}`);

const memberNames = ['Ada', 'Bo', 'Cy', 'Dee', 'Eli', 'Fay', 'Gus', 'Hal', 'Ida', 'Jo'];

const people: readonly SeedUser[] = [
  person(admin, 'Amalia Vossberg', { is_admin: true }),
  person(clerk, 'Cornelius Tannhauer'),
  ...members.map((id, index) => person(id, `${memberNames[index]} Ferngrove`)),
  person(guest, 'Gideon Passerby', { is_restricted: true }),
  person(outsider, 'Ottoline Strangeways', { team: 'T0ELSEWHERE' }),
];

const colleagues = people.map(({ id }) => id).filter((id) => id !== outsider);

export const examSeed: SandboxSeed = {
  workspaces: [
    {
      id: team,
      name: 'Examination',
      domain: 'examination',
      locale: 'en',
      botToken,
      botUserId: botUser,
      botId: 'B0EXAMBOT',
      appId: 'A0EXAM',
      appName: 'Quorate',
      users: [...people],
      channels: [
        ...[hall, ...channels].map((id) => ({ id, name: id.toLowerCase(), members: colleagues, bot: true })),
        { id: shared, name: 'shared', members: [admin, outsider], bot: true },
      ],
      welcome: { vi: '', en: '' },
    },
  ],
};

function person(id: string, realName: string, more: Partial<SeedUser> = {}): SeedUser {
  return { id, name: id.toLowerCase(), real_name: realName, locale: 'en-US', tz: 'Europe/Berlin', ...more };
}
