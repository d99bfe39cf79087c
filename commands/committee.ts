/** /committee: set up the committee of this channel; its members, roles, voting rights and settings. */
import { z } from 'zod';
import { show } from '../src/chat/call.ts';
import { type Command, subcommand } from '../src/chat/command.ts';
import { openCalendar } from '../src/features/committees/interactions/calendar.ts';
import {
  openMembers,
  openSettings,
  openSetUp,
  showCommittee,
} from '../src/features/committees/interactions/register.ts';
import { committeeAt } from '../src/features/committees/operations/look.ts';
import { noCommitteeMessage } from '../src/features/committees/views/cards.ts';
import { showTree } from '../src/features/units/interactions/tree.ts';
import { texts } from '../src/i18n/texts.ts';
import { inCommittee } from './in-committee.ts';

const nothingMore = z.tuple([]);

export const committee: Command = {
  name: 'committee',
  vietnameseName: 'tap-the',
  async open(call) {
    const place = await committeeAt(call, call.channel?.id ?? null);
    if (place.kind === 'none' && call.channel?.kind === 'channel') return openSetUp(call);
    if (place.kind === 'none') return show(noCommitteeMessage(texts(call.locale, call.zone, call.speech), false));
    return inCommittee(call, 'committee', ({ id }) => showCommittee(call, id));
  },
  subcommands: [
    subcommand({
      name: 'setup',
      words: { vi: ['thiết lập mới'], en: ['setup', 'set up'] },
      args: nothingMore,
      run: (call) => openSetUp(call),
    }),
    subcommand({
      name: 'members',
      words: { vi: ['thành viên'], en: ['members'] },
      args: nothingMore,
      run: (call) => inCommittee(call, 'committee members', ({ id }) => openMembers(call, id)),
    }),
    subcommand({
      name: 'units',
      words: { vi: ['đơn vị', 'các đơn vị'], en: ['units'] },
      args: nothingMore,
      run: (call) => inCommittee(call, 'committee units', ({ id }) => showTree(call, id)),
    }),
    subcommand({
      name: 'settings',
      words: { vi: ['thiết lập'], en: ['settings'] },
      args: nothingMore,
      run: (call) => inCommittee(call, 'committee settings', ({ id }) => openSettings(call, id)),
    }),
    subcommand({
      name: 'calendar',
      words: { vi: ['lịch làm việc', 'lịch'], en: ['calendar'] },
      args: nothingMore,
      run: (call) => inCommittee(call, 'committee calendar', ({ id }) => openCalendar(call, id)),
    }),
  ],
};
