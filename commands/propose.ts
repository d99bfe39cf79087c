/** /propose: put a person forward for a position, by form, or by one line for those who type. */
import { z } from 'zod';
import { type Command, subcommand } from '../src/chat/command.ts';
import { openPropose, proposeLine } from '../src/features/nominations/interactions/propose.ts';
import { inCommittee } from './in-committee.ts';

export const propose: Command = {
  name: 'propose',
  vietnameseName: 'gioi-thieu',
  open: (call) => inCommittee(call, 'propose', ({ id }) => openPropose(call, id)),
  subcommands: [
    subcommand({
      name: '',
      words: { vi: [''], en: [''] },
      // Reasons may hold semicolons: whatever follows the second one belongs to them.
      args: z
        .array(z.string())
        .min(2)
        .transform(([person = '', position = '', ...reasons]) => ({
          person,
          position,
          reasons: reasons.length > 0 ? reasons.join('; ') : null,
        })),
      run: (call, line) => {
        const typed = [line.person, line.position, line.reasons].filter(Boolean).join('; ');
        return inCommittee(call, 'propose', ({ id }) => proposeLine(call, id, line), typed);
      },
    }),
  ],
};
