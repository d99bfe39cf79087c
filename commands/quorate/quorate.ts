/** /quorate: the menu to everything, help, my duties. */
import { z } from 'zod';
import { show } from '../../src/chat/call.ts';
import { type Command, subcommand } from '../../src/chat/command.ts';
import { helpMessage } from './help.ts';
import { type DutyParts, dutiesMessage, homeMessage } from './home.ts';
import { menuMessage } from './menu.ts';

const nothingMore = z.tuple([]);

/** `others` are the commands that the menu and the help show beside this one. */
export function createQuorate(others: readonly Command[], parts: DutyParts): Command {
  const quorate: Command = {
    name: 'quorate',
    vietnameseName: 'quorate',
    open: async (call) => show(menuMessage(call, others)),
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
    ],
  };
  return quorate;
}
