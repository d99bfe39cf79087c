/** /quorate: the menu to everything, help, my duties. */
import { z } from 'zod';
import { type Call, type Reply, show } from '../../src/chat/call.ts';
import { type Command, subcommand } from '../../src/chat/command.ts';
import type { Committee } from '../../src/features/committees/types.ts';
import { inCommittee } from '../in-committee.ts';
import { showCase, showHistory, showVerdict } from './audit.ts';
import { openAway } from './away.ts';
import { helpMessage } from './help.ts';
import { type DutyParts, dutiesMessage, homeMessage } from './home.ts';
import { menuMessage } from './menu.ts';

const nothingMore = z.tuple([]);

export interface QuorateParts extends DutyParts {
  readonly ownData: (call: Call) => Promise<Reply>;
  readonly accepted: (call: Call) => Promise<Reply>;
  readonly caseReaders: (
    call: Call,
    at: Pick<Committee, 'id' | 'zone'>,
    typed: string,
    day: string | null,
  ) => Promise<Reply>;
  readonly retention: (call: Call) => Promise<Reply>;
}

/** `others` are the commands that the menu and the help show beside this one. */
export function createQuorate(others: readonly Command[], parts: QuorateParts): Command {
  const quorate: Command = {
    name: 'quorate',
    vietnameseName: 'quorate',
    open: async (call) => show(await menuMessage(call, others)),
    subcommands: [
      subcommand({
        name: 'help',
        words: { vi: ['trợ giúp'], en: ['help'] },
        args: nothingMore,
        run: async (call) => show(helpMessage(call, [quorate, ...others])),
      }),
      subcommand({
        name: 'duties',
        words: { vi: ['việc của tôi'], en: ['duties', 'my duties'] },
        args: nothingMore,
        run: async (call) => show(await dutiesMessage(call, parts)),
      }),
      subcommand({
        name: 'home',
        words: { vi: ['trang chủ'], en: ['home'] },
        args: nothingMore,
        run: async (call) => show(await homeMessage(call, others, parts)),
      }),
      subcommand({
        name: 'away',
        words: { vi: ['vắng mặt', 'vắng'], en: ['away'] },
        args: nothingMore,
        run: (call) => openAway(call),
      }),
      subcommand({
        name: 'mydata',
        words: { vi: ['dữ liệu của tôi'], en: ['my data', 'data'] },
        args: nothingMore,
        run: (call) => parts.ownData(call),
      }),
      subcommand({
        name: 'classification',
        words: { vi: ['độ mật'], en: ['classification', 'markings'] },
        args: nothingMore,
        run: (call) => parts.accepted(call),
      }),
      subcommand({
        name: 'retention',
        words: { vi: ['thời hạn lưu'], en: ['retention', 'how long'] },
        args: nothingMore,
        run: (call) => parts.retention(call),
      }),
      subcommand({
        name: 'audit',
        words: { vi: ['lịch sử'], en: ['audit', 'history'] },
        args: z.union([nothingMore, z.tuple([z.string()])]),
        run: (call, [name]) =>
          inCommittee(
            call,
            'quorate audit',
            (committee) => (name === undefined ? showHistory(call, committee.id) : showCase(call, committee, name)),
            name ?? null,
          ),
      }),
      subcommand({
        name: 'readers',
        words: { vi: ['ai được xem'], en: ['readers', 'who could see'] },
        args: z.union([z.tuple([z.string()]), z.tuple([z.string(), z.string()])]),
        run: (call, [name, day]) =>
          inCommittee(
            call,
            'quorate readers',
            (committee) => parts.caseReaders(call, committee, name, day ?? null),
            name,
          ),
      }),
      subcommand({
        name: 'verify',
        words: { vi: ['kiểm tra lịch sử', 'lịch sử kiểm tra'], en: ['verify', 'audit verify'] },
        args: nothingMore,
        run: (call) => inCommittee(call, 'quorate verify', ({ id }) => showVerdict(call, id)),
      }),
    ],
  };
  return quorate;
}
