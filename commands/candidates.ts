/** /candidates: the list per position, one candidate's profile, and the list to take away. */
import { z } from 'zod';
import { type Command, subcommand } from '../src/chat/command.ts';
import { openCandidates } from '../src/features/nominations/interactions/candidates.ts';
import { inCommittee } from './in-committee.ts';

export const candidates: Command = {
  name: 'candidates',
  vietnameseName: 'nhan-su',
  open: (call) => inCommittee(call, 'candidates', ({ id }) => openCandidates(call, id)),
  subcommands: [
    subcommand({
      name: 'list',
      words: { vi: ['danh sách'], en: ['list'] },
      args: z.tuple([]),
      run: (call) => inCommittee(call, 'candidates list', ({ id }) => openCandidates(call, id)),
    }),
  ],
};
