/** /deadline: the dates of the committee; move one, be reminded later, cancel one. */
import { z } from 'zod';
import { type Call, type Reply, show } from '../src/chat/call.ts';
import { type Command, subcommand } from '../src/chat/command.ts';
import { sentence } from '../src/chat/message.ts';
import { showBoard } from '../src/features/deadlines/interactions/coming.ts';
import {
  askToCancel,
  askToMove,
  showDeadlines,
  showSnoozable,
  withNumber,
} from '../src/features/deadlines/interactions/register.ts';
import { showRules } from '../src/features/deadlines/interactions/rules.ts';
import { showSchedule } from '../src/features/deadlines/interactions/schedule.ts';
import type { Duties } from '../src/features/deadlines/types/duties.ts';
import { readDate } from '../src/i18n/read-date.ts';
import { texts } from '../src/i18n/texts.ts';
import { dateIn } from '../src/kernel/time.ts';
import { inCommittee } from './in-committee.ts';

const nothingMore = z.tuple([]);
const number = z.coerce.number().int().min(1).max(99);
/** Nothing: the list with its buttons. A number of that list and a date: at once, after a repetition. */
const numberAndDate = z.union([nothingMore, z.tuple([number, z.string()])]);
const numberOnly = z.union([nothingMore, z.tuple([number])]);

export function createDeadline(features: readonly Duties[]): Command {
  return {
    name: 'deadline',
    vietnameseName: 'thoi-han',
    open: (call) => list(call),
    subcommands: [
      subcommand({
        name: 'list',
        words: { vi: ['danh sách'], en: ['list'] },
        args: nothingMore,
        run: (call) => list(call),
      }),
      subcommand({
        name: 'move',
        words: { vi: ['dời'], en: ['move'] },
        args: numberAndDate,
        run: (call, args) => (args.length === 0 ? list(call, 'deadlines.move.choose') : move(call, ...args)),
      }),
      subcommand({
        name: 'snooze',
        words: { vi: ['nhắc lại sau'], en: ['snooze'] },
        args: nothingMore,
        run: (call) => inCommittee(call, 'deadline snooze', ({ id }) => showSnoozable(call, features, id)),
      }),
      subcommand({
        name: 'cancel',
        words: { vi: ['hủy'], en: ['cancel'] },
        args: numberOnly,
        run: (call, args) => (args.length === 0 ? list(call, 'deadlines.cancel.choose') : cancel(call, ...args)),
      }),
      subcommand({
        name: 'calendar',
        words: { vi: ['lịch'], en: ['calendar'] },
        args: nothingMore,
        run: (call) => inCommittee(call, 'deadline calendar', ({ id }) => showSchedule(call, features, id)),
      }),
      subcommand({
        name: 'board',
        words: { vi: ['bảng'], en: ['board'] },
        args: nothingMore,
        run: (call) => inCommittee(call, 'deadline board', ({ id }) => showBoard(call, features, id)),
      }),
      subcommand({
        name: 'rules',
        words: { vi: ['quy tắc'], en: ['rules'] },
        args: nothingMore,
        run: (call) => inCommittee(call, 'deadline rules', ({ id }) => showRules(call, features, id)),
      }),
    ],
  };

  function list(call: Call, hint?: 'deadlines.move.choose' | 'deadlines.cancel.choose'): Promise<Reply> {
    const words = hint ? texts(call.locale, call.zone, call.speech)(hint) : null;
    return inCommittee(call, 'deadline', ({ id }) => showDeadlines(call, features, id, words));
  }

  async function move(call: Call, nth: number, typed: string): Promise<Reply> {
    return inCommittee(
      call,
      'deadline move',
      async ({ id, zone }) => {
        const stated = readDate(typed, dateIn(zone, call.now));
        if (!stated) {
          const t = texts(call.locale, call.zone, call.speech);
          const facts = { text: typed.slice(0, 60) };
          return show(sentence(t.refusal({ ok: false, reason: 'date-unreadable', facts })));
        }
        return withNumber(call, features, id, nth, (deadline) => askToMove(call, features, deadline, stated));
      },
      `${nth}; ${typed}`,
    );
  }

  async function cancel(call: Call, nth: number): Promise<Reply> {
    return inCommittee(call, `deadline cancel ${nth}`, ({ id }) =>
      withNumber(call, features, id, nth, (deadline) => askToCancel(call, features, deadline)),
    );
  }
}
