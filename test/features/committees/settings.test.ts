/** Settings and calendar: two at once, what is typed, and that dates follow. */
import { committeeInteractions } from '../../../src/features/committees/interactions/register.ts';
import { workingCalendarOf } from '../../../src/features/committees/operations/calendar.ts';
import { committeeHeader } from '../../../src/features/committees/operations/look.ts';
import { calendarButton, readCalendar } from '../../../src/features/committees/views/calendar.ts';
import { settingsButton } from '../../../src/features/committees/views/cards.ts';
import { previewDeadline } from '../../../src/features/deadlines/operations/set.ts';
import type { Locale } from '../../../src/kernel/act.ts';
import { isWorkingDay } from '../../../src/kernel/calendar.ts';
import { callOf, formOf, press, submit, textOf } from '../../support/calls.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { createWorld } from '../../support/worlds.ts';

const { handle } = await createTestDatabase();
const nobody = async () => null;
const interactions = committeeInteractions({ accounts: nobody, channelAccounts: nobody });

async function scene() {
  const world = await createWorld(handle, { profile: 'vn-party' });
  const second = await world.person('Second Clerk', ['clerk']);
  const open = async (what: 'settings' | 'calendar', locale: Locale = 'en') => {
    const button = what === 'settings' ? settingsButton : calendarButton;
    const drawn = button.draw('open', { committee: world.committee });
    const card = { summary: '', blocks: [{ kind: 'buttons', buttons: [drawn] }] } as const;
    return formOf(await press(interactions, callOf({ ...world.clerk, locale }), card, 'open'));
  };
  const send = (who: typeof world.clerk, form: Awaited<ReturnType<typeof open>>, values: Record<string, string>) =>
    submit(interactions, callOf(who), form, values);
  const now = async () => {
    const committee = await committeeHeader(world.clerk, world.committee);
    if (!committee) throw new Error('gone');
    return committee;
  };
  return { world, second, open, send, now };
}

describe('two people save at once', () => {
  test('the second is told who was faster and when, and nothing of theirs or the first is lost', async () => {
    const { world, second, open, send, now } = await scene();
    const [one, two] = [await open('settings'), await open('settings')];

    const first = await send(world.clerk, one, { endOfDay: '15:00' });
    const other = await send(second, two, { name: 'Another name' });

    expect(first.kind).toBe('show');
    expect(other).toMatchObject({
      kind: 'field-errors',
      errors: { name: expect.stringContaining('Clara Clerk saved') },
    });
    expect(await now()).toMatchObject({ name: 'Nominating Committee', settings: { endOfDay: '15:00' } });
  });

  test('settings and calendar share what is saved: neither overwrites the other', async () => {
    const { world, open, send, now } = await scene();
    const settings = await open('settings');
    await send(world.clerk, await open('calendar'), { closed: '09/03/2026' });

    const stale = await send(world.clerk, settings, { endOfDay: '15:00' });
    await send(world.clerk, await open('settings'), { endOfDay: '15:00' });

    expect(stale).toMatchObject({ errors: { name: expect.stringContaining('Nothing was saved') } });
    expect((await now()).settings).toMatchObject({ endOfDay: '15:00', closedDays: ['2026-03-09'] });
  });
});

describe('the calendar', () => {
  test.each([
    ['en', ['Vietnam', 'Day of liberating', 'in lieu of a holiday']],
    ['vi', ['Việt Nam', 'nghỉ bù', 'Ngày làm bù']],
  ] as const)('shows the public holidays of the country from today on (%s)', async (locale, words) => {
    const { open } = await scene();

    const form = await open('calendar', locale);

    for (const word of words) expect(JSON.stringify(form)).toContain(word);
    expect(textOf(form)).not.toContain('2025');
  });

  test('dates follow: a closed day moves one, a Saturday worked in exchange holds one', async () => {
    const { world, open, send, now } = await scene();
    const stated = { date: '2026-03-10', time: null };
    const saturday = { date: '2026-03-14', time: null };
    await send(world.clerk, await open('calendar'), { closed: '09/03/2026 – 10/03/2026', worked: '14/03/2026' });

    const moved = await previewDeadline(world.clerk, { committee: world.committee, stated });
    const worked = await previewDeadline(world.clerk, { committee: world.committee, stated: saturday });
    const calendar = workingCalendarOf(await now(), world.clerk.now);

    expect(moved).toMatchObject({ value: { date: '2026-03-06', moved: { because: 'holiday' } } });
    expect(worked).toMatchObject({ value: { date: '2026-03-14', moved: null } });
    expect(isWorkingDay(calendar, '2026-03-14')).toBe(true);
  });

  test('opened again, the days stand there as they can be typed', async () => {
    const { world, open, send } = await scene();
    await send(world.clerk, await open('calendar'), { closed: '10/03/2026\n09/03/2026\n01/04/2026' });

    const form = await open('calendar');

    expect(JSON.stringify(form)).toContain('09/03/2026 – 10/03/2026\\n01/04/2026');
  });

  test('another country shows its own holidays before anything is saved', async () => {
    const { world, open } = await scene();
    const form = await open('calendar');
    const handler = interactions.find((one) => one.kind === 'form' && one.id === form.id);
    if (handler?.kind !== 'form') throw new Error('no handler');

    const redrawn = await handler.change?.(callOf(world.clerk), {
      ...{ state: form.state, requestId: form.requestId, field: 'country', values: { country: 'DE' } },
    });

    expect(JSON.stringify(redrawn)).toContain('Whit Monday');
    expect(JSON.stringify(redrawn)).not.toContain('Day of liberating');
  });

  test.each([
    ['a word', 'soon', 'calendar-line-unreadable'],
    ['a day that there is not', '30/02/2026', 'calendar-line-unreadable'],
    ['an hour', '09/03/2026 16:30', 'calendar-line-unreadable'],
    ['three days', '09/03/2026 – 10/03/2026 – 11/03/2026', 'calendar-line-unreadable'],
    ['a span backwards', '10/03/2026 – 09/03/2026', 'calendar-span-backwards'],
    ['a span of half a year', '01/03/2026 – 01/09/2026', 'calendar-span-too-long'],
  ])('%s is refused beside its field', (_what, typed, reason) => {
    const read = readCalendar({ country: 'VN', closed: null, worked: typed }, '2026-03-02');

    expect(read).toMatchObject({ ok: false, reason, field: 'worked' });
  });

  test.each(['09/03/2026 - 10/03/2026', '9/3/2026 to 10/3/2026', '09/03/2026 đến 10/03/2026', '9/3; 10/3'])(
    '“%s” is two days',
    (typed) => {
      const read = readCalendar({ country: 'VN', closed: typed, worked: null }, '2026-03-02');

      expect(read).toMatchObject({ ok: true, value: { closedDays: ['2026-03-09', '2026-03-10'] } });
    },
  );

  test('a day is off or worked, not both', async () => {
    const { world, open, send } = await scene();

    const reply = await send(world.clerk, await open('calendar'), { closed: '14/03/2026', worked: '14/03/2026' });

    expect(reply).toMatchObject({ kind: 'field-errors', errors: { worked: expect.stringContaining('14 March 2026') } });
  });
});
