/** /vote: open a vote, hand in one's paper and change it, who has voted, close, the ruling. */
import { z } from 'zod';
import type { Call, Reply } from '../src/chat/call.ts';
import { type Command, subcommand } from '../src/chat/command.ts';
import { openPrepare, showMenu, showStanding } from '../src/features/ballots/interactions/running.ts';
import { showRound } from '../src/features/ballots/interactions/shared.ts';
import { openPaper } from '../src/features/ballots/interactions/voting.ts';
import { listRounds } from '../src/features/ballots/operations/look.ts';
import type { BallotRoundId } from '../src/features/ballots/types/round.ts';
import { inCommittee } from './in-committee.ts';

const nothingMore = z.tuple([]);

type Listed = Extract<Awaited<ReturnType<typeof listRounds>>, { readonly ok: true }>['value']['rounds'][number];

export const vote: Command = {
  name: 'vote',
  vietnameseName: 'bo-phieu',
  open: (call) => inCommittee(call, 'vote', ({ id }) => showMenu(call, id)),
  subcommands: [
    subcommand({
      name: 'list',
      words: { vi: ['danh sách'], en: ['list'] },
      args: nothingMore,
      run: (call) => inCommittee(call, 'vote list', ({ id }) => showMenu(call, id)),
    }),
    subcommand({
      name: 'open',
      words: { vi: ['mở'], en: ['open'] },
      args: nothingMore,
      run: (call) => inCommittee(call, 'vote open', ({ id }) => openPrepare(call, id)),
    }),
    subcommand({
      name: 'cast',
      words: { vi: ['nộp phiếu', 'bỏ phiếu', 'đổi phiếu'], en: ['cast', 'change'] },
      args: nothingMore,
      run: (call) => ofTheOnly(call, 'vote cast', ({ round, isAsked }) => round.state === 'open' && isAsked, openPaper),
    }),
    subcommand({
      name: 'progress',
      words: { vi: ['tiến độ', 'nhập phiếu'], en: ['progress', 'record'] },
      args: nothingMore,
      run: (call) => ofTheOnly(call, 'vote progress', ({ round }) => round.state === 'open', showStanding),
    }),
    subcommand({
      name: 'close',
      words: { vi: ['đóng'], en: ['close'] },
      args: nothingMore,
      // Who has not voted stands beside the button that closes: closing is never one typed word.
      run: (call) => ofTheOnly(call, 'vote close', ({ round }) => round.state === 'open', showStanding),
    }),
    subcommand({
      name: 'result',
      words: { vi: ['kết quả'], en: ['result', 'ruling'] },
      args: nothingMore,
      run: (call) => ofTheOnly(call, 'vote result', ({ round }) => round.state === 'closed', showRound, 'newest'),
    }),
  ],
};

/** The round that a typed word is about: the only one that fits, or the newest; with none or several, the menu. */
async function ofTheOnly(
  call: Call,
  again: string,
  fits: (listed: Listed) => boolean,
  run: (call: Call, round: BallotRoundId) => Promise<Reply>,
  of: 'only' | 'newest' = 'only',
): Promise<Reply> {
  return inCommittee(call, again, async ({ id }) => {
    const listed = await listRounds(call, id);
    const fitting = listed.ok ? listed.value.rounds.filter(fits) : [];
    const [first] = fitting;
    return first && (of === 'newest' || fitting.length === 1) ? run(call, first.round.id) : showMenu(call, id);
  });
}
