/** /candidates: the list per position, one candidate's profile, and the list to take away. */
import { z } from 'zod';
import type { Call, Reply } from '../src/chat/call.ts';
import { type Command, subcommand } from '../src/chat/command.ts';
import { committeeAt } from '../src/features/committees/operations/look.ts';
import { openCandidates } from '../src/features/nominations/interactions/candidates.ts';
import { ownWithoutCommittee } from '../src/features/nominations/interactions/consent.ts';
import { inCommittee } from './in-committee.ts';

export const candidates: Command = {
  name: 'candidates',
  vietnameseName: 'nhan-su',
  open: (call) => listOrOwn(call, 'candidates'),
  subcommands: [
    subcommand({
      name: 'list',
      words: { vi: ['danh sách'], en: ['list'] },
      args: z.tuple([]),
      run: (call) => listOrOwn(call, 'candidates list'),
    }),
  ],
};

/** A nominee who is no member is answered about their own nomination, in a direct message too. */
async function listOrOwn(call: Call, again: string): Promise<Reply> {
  const isDirect = call.channel?.kind !== 'channel';
  const belongsNowhere = isDirect && (await committeeAt(call, null)).kind === 'none';
  const own = belongsNowhere ? await ownWithoutCommittee(call) : null;
  return own ?? inCommittee(call, again, ({ id }) => openCandidates(call, id));
}
