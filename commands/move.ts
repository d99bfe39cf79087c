/** /move: rotation, transfer, position change, secondment: the plan of the year, and what becomes of each. */
import { z } from 'zod';
import { type Command, subcommand } from '../src/chat/command.ts';
import { showYear } from '../src/features/movements/interactions/answering.ts';
import { openProposal } from '../src/features/movements/interactions/plan.ts';
import { inCommittee } from './in-committee.ts';

const nothingMore = z.tuple([]);
/** Nothing: the present year. */
const maybeYear = z.union([nothingMore, z.tuple([z.coerce.number().int().min(2000).max(2100)])]);

export const move: Command = {
  name: 'move',
  vietnameseName: 'luan-chuyen',
  open: (call) => inCommittee(call, 'move', ({ id }) => showYear(call, id)),
  subcommands: [
    subcommand({
      name: 'list',
      words: { vi: ['danh sách'], en: ['list'] },
      args: maybeYear,
      run: (call, [year]) => inCommittee(call, 'move list', ({ id }) => showYear(call, id, year ?? null)),
    }),
    subcommand({
      name: 'propose',
      words: { vi: ['đề xuất'], en: ['propose'] },
      args: nothingMore,
      run: (call) => inCommittee(call, 'move propose', ({ id }) => openProposal(call, id)),
    }),
  ],
};
