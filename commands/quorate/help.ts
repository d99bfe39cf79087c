/** /quorate help: made from the commands themselves, so it cannot fall behind them. */
import type { Call } from '../../src/chat/call.ts';
import type { Command } from '../../src/chat/command.ts';
import type { Block, Message } from '../../src/chat/message.ts';
import { texts } from '../../src/i18n/texts.ts';
import { helpLine } from '../../src/router-words.ts';

export function helpMessage(call: Call, commands: readonly Command[]): Message {
  const t = texts(call.locale, call.zone, call.speech);
  return {
    summary: t('quorate.help.title'),
    blocks: [
      { kind: 'heading', text: t('quorate.help.title') },
      { kind: 'text', text: [t('quorate.help.intro')] },
      ...commands.flatMap((command): Block[] => [
        { kind: 'text', text: [{ bold: `/${command.name}` }, ` – ${t.label(`help.${command.name}`, 'summary')}`] },
        ...(command.subcommands.length > 0
          ? [
              {
                kind: 'list',
                items: command.subcommands.map((subcommand) => helpLine(t, command, subcommand)),
              } as const,
            ]
          : []),
      ]),
      { kind: 'note', text: [t('quorate.help.also')] },
    ],
  };
}
