/** /review: freeze a nominee list and open a round on it; comment, recuse; progress, close, synthesis. */
import { z } from 'zod';
import type { Call, Reply } from '../src/chat/call.ts';
import { type Command, subcommand } from '../src/chat/command.ts';
import { openAnonymousOpening } from '../src/features/reviews/interactions/anonymous-show.ts';
import { openOpening, showLists, showMenu, showProgress } from '../src/features/reviews/interactions/clerk.ts';
import { showConflicts } from '../src/features/reviews/interactions/conflicts.ts';
import { showResponses } from '../src/features/reviews/interactions/responses.ts';
import { openPick, openRecuse } from '../src/features/reviews/interactions/reviewer.ts';
import { showSynthesis } from '../src/features/reviews/interactions/synthesis.ts';
import { roundsFor } from '../src/features/reviews/operations/look.ts';
import type { Overview } from '../src/features/reviews/types/seen.ts';
import { inCommittee } from './in-committee.ts';

const nothingMore = z.tuple([]);

export const review: Command = {
  name: 'review',
  vietnameseName: 'lay-y-kien',
  open: (call) => inCommittee(call, 'review', ({ id }) => showMenu(call, id)),
  subcommands: [
    subcommand({
      name: 'open',
      words: { vi: ['mở'], en: ['open'] },
      args: nothingMore,
      run: (call) => inCommittee(call, 'review open', ({ id }) => openOpening(call, id)),
    }),
    subcommand({
      name: 'anonymous',
      words: { vi: ['kín', 'mở kín'], en: ['anonymous'] },
      args: nothingMore,
      run: (call) => inCommittee(call, 'review anonymous', ({ id }) => openAnonymousOpening(call, id)),
    }),
    subcommand({
      name: 'comment',
      words: { vi: ['cho ý kiến', 'ý kiến'], en: ['comment'] },
      args: nothingMore,
      run: (call) => ofTheOnly(call, 'review comment', isAnswerable, ({ round }) => openPick(call, round.id, '')),
    }),
    subcommand({
      name: 'recuse',
      words: { vi: ['xin không tham gia', 'không tham gia', 'rút'], en: ['recuse'] },
      args: nothingMore,
      run: (call) => ofTheOnly(call, 'review recuse', isAnswerable, ({ round }) => openRecuse(call, round.id)),
    }),
    subcommand({
      name: 'conflicts',
      words: { vi: ['xung đột lợi ích', 'xung đột'], en: ['conflicts', 'conflict'] },
      args: nothingMore,
      run: (call) => inCommittee(call, 'review conflicts', ({ id }) => showConflicts(call, id)),
    }),
    subcommand({
      name: 'progress',
      words: { vi: ['tiến độ'], en: ['progress'] },
      args: nothingMore,
      run: (call) => ofTheOnly(call, 'review progress', isOpen, ({ round }) => showProgress(call, round.id)),
    }),
    subcommand({
      name: 'close',
      words: { vi: ['đóng'], en: ['close'] },
      args: nothingMore,
      // Who has not answered stands beside the button that closes: closing is never one typed word.
      run: (call) => ofTheOnly(call, 'review close', isOpen, ({ round }) => showProgress(call, round.id)),
    }),
    subcommand({
      name: 'synthesis',
      words: { vi: ['tổng hợp'], en: ['synthesis'] },
      args: nothingMore,
      run: (call) =>
        ofTheOnly(call, 'review synthesis', isClosed, ({ round }) => showSynthesis(call, round.id), 'newest'),
    }),
    subcommand({
      name: 'answers',
      words: { vi: ['tiếp thu', 'giải trình'], en: ['answers'] },
      args: nothingMore,
      run: (call) =>
        ofTheOnly(call, 'review answers', isClosed, ({ round }) => showResponses(call, round.id), 'newest'),
    }),
    subcommand({
      name: 'list',
      words: { vi: ['danh sách chốt', 'danh sách'], en: ['list', 'lists'] },
      args: nothingMore,
      run: (call) => inCommittee(call, 'review list', ({ id }) => showLists(call, id)),
    }),
  ],
};

/** The round that a typed word is about: the only one that fits, or the newest; with none or several, the menu. */
async function ofTheOnly(
  call: Call,
  again: string,
  fits: (overview: Overview) => boolean,
  run: (overview: Overview) => Promise<Reply>,
  of: 'only' | 'newest' = 'only',
): Promise<Reply> {
  return inCommittee(call, again, async ({ id }) => {
    const fitting = (await roundsFor(call, id)).filter(fits);
    const [first] = fitting;
    return first && (of === 'newest' || fitting.length === 1) ? run(first) : showMenu(call, id);
  });
}

function isOpen({ round }: Overview): boolean {
  return round.state === 'open';
}

function isClosed({ round }: Overview): boolean {
  return round.state === 'closed';
}

function isAnswerable({ round, state }: Overview): boolean {
  return round.state === 'open' && state !== null && state !== 'not-asked';
}
