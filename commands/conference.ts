/** /conference: schedule, list, change, cancel and run conferences; who answers what; answers that came otherwise; calendar. */

import { z } from 'zod';
import { textsOf } from '../src/answers.ts';
import { type Call, type Reply, show } from '../src/chat/call.ts';
import { type Command, subcommand } from '../src/chat/command.ts';
import type { Button } from '../src/chat/message.ts';
import { sentence } from '../src/chat/message.ts';
import type { Committee } from '../src/features/committees/types.ts';
import { openRecord, showAnswers, showMenu } from '../src/features/conferences/interactions/answer.ts';
import { openCancel, openChange, openSchedule } from '../src/features/conferences/interactions/schedule.ts';
import { hasCalendarFeed } from '../src/features/conferences/operations/calendar.ts';
import { listUpcoming } from '../src/features/conferences/operations/look.ts';
import * as buttons from '../src/features/conferences/views/buttons.ts';
import { calendarMessage } from '../src/features/conferences/views/calendar.ts';
import { chooseMessage } from '../src/features/conferences/views/menu.ts';
import { minutesOfOne } from '../src/features/minutes/interactions.ts';
import { showPolls } from '../src/features/polls/interactions.ts';
import { hereAtOne, runOne } from '../src/features/sittings/interactions/roll-call.ts';
import { showTasks } from '../src/features/tasks/interactions.ts';
import type { ConferenceId } from '../src/kernel/ids.ts';
import { inCommittee } from './in-committee.ts';

const nothingMore = z.tuple([]);

export const conference: Command = {
  name: 'conference',
  vietnameseName: 'hoi-nghi',
  open: (call) => inCommittee(call, 'conference', ({ id }) => showMenu(call, id)),
  subcommands: [
    subcommand({
      name: 'schedule',
      words: { vi: ['triệu tập'], en: ['schedule', 'call'] },
      // Dates are picked in the form, so a typed one is never guessed.
      args: z.array(z.string()).max(1),
      run: (call, [title]) =>
        inCommittee(call, 'conference schedule', ({ id }) => openSchedule(call, id, title), title ?? null),
    }),
    subcommand({
      name: 'list',
      words: { vi: ['danh sách'], en: ['list'] },
      args: nothingMore,
      run: (call) => inCommittee(call, 'conference list', ({ id }) => showMenu(call, id)),
    }),
    subcommand({
      name: 'poll',
      words: { vi: ['chọn ngày'], en: ['poll'] },
      args: nothingMore,
      run: (call) => inCommittee(call, 'conference poll', ({ id }) => showPolls(call, id)),
    }),
    subcommand({
      name: 'change',
      words: { vi: ['đổi', 'thay đổi'], en: ['change', 'move'] },
      args: nothingMore,
      run: (call) => ofOne(call, 'conference change', buttons.changeButton.draw, 'change', openChange),
    }),
    subcommand({
      name: 'cancel',
      words: { vi: ['hủy', 'hoãn'], en: ['cancel'] },
      args: nothingMore,
      run: (call) => ofOne(call, 'conference cancel', buttons.cancelButton.draw, 'cancel', openCancel),
    }),
    subcommand({
      name: 'answers',
      words: { vi: ['trả lời'], en: ['answers'] },
      args: nothingMore,
      run: (call) => ofOne(call, 'conference answers', buttons.answersButton.draw, 'answers', showAnswers),
    }),
    subcommand({
      name: 'record',
      words: { vi: ['ghi nhận'], en: ['record'] },
      args: nothingMore,
      run: (call) => ofOne(call, 'conference record', buttons.recordButton.draw, 'record', openRecord),
    }),
    subcommand({
      name: 'run',
      words: { vi: ['điều hành', 'khai mạc', 'điểm danh'], en: ['run', 'open', 'roll call'] },
      args: nothingMore,
      run: (call) => inCommittee(call, 'conference run', ({ id }) => runOne(call, id)),
    }),
    subcommand({
      name: 'minutes',
      words: { vi: ['biên bản'], en: ['minutes'] },
      args: nothingMore,
      run: (call) => inCommittee(call, 'conference minutes', ({ id }) => minutesOfOne(call, id)),
    }),
    subcommand({
      name: 'tasks',
      words: { vi: ['nhiệm vụ'], en: ['tasks'] },
      args: nothingMore,
      run: (call) => inCommittee(call, 'conference tasks', ({ id }) => showTasks(call, id)),
    }),
    subcommand({
      name: 'here',
      words: { vi: ['có mặt'], en: ['here'] },
      args: nothingMore,
      run: (call) => inCommittee(call, 'conference here', ({ id }) => hereAtOne(call, id)),
    }),
    subcommand({
      name: 'calendar',
      words: { vi: ['lịch'], en: ['calendar'] },
      args: nothingMore,
      run: async (call) =>
        show(calendarMessage(textsOf(call), { feed: await hasCalendarFeed(call), publicAddress: true })),
    }),
  ],
};

type Draw = (label: string, data: { conference: string }) => Button;

/** With one conference ahead it is that one; with several the person chooses. */
function ofOne(
  call: Call,
  again: string,
  draw: Draw,
  label: 'change' | 'cancel' | 'answers' | 'record',
  run: (call: Call, conference: ConferenceId) => Promise<Reply>,
): Promise<Reply> {
  return inCommittee(call, again, async ({ id }: Committee) => {
    const t = textsOf(call);
    const upcoming = await listUpcoming(call, id);
    if (!upcoming.ok) return show(sentence(t.refusal(upcoming)));
    const possible = upcoming.value.conferences.filter(
      (one) => !one.isCancelled && (!one.isDraft || label === 'change'),
    );
    const [only] = possible;
    if (!only) return showMenu(call, id);
    if (possible.length === 1) return run(call, only.conference.id);
    const menu = { ...upcoming.value, conferences: possible };
    return show(
      chooseMessage(t, menu, call.now, (one) => draw(t(`conferences.buttons.${label}`), { conference: one })),
    );
  });
}
