/** The menu behind /quorate: everything in two clicks, for people who do not type. */
import { z } from 'zod';
import { type Call, type Reply, show } from '../../src/chat/call.ts';
import type { Command } from '../../src/chat/command.ts';
import type { RunLine } from '../../src/chat/command-line.ts';
import { defineButton } from '../../src/chat/form.ts';
import { type Interaction, onPress } from '../../src/chat/interaction.ts';
import type { Button, Message } from '../../src/chat/message.ts';
import { committeesOf } from '../../src/features/committees/operations/look.ts';
import { chooseButton, chooseCommitteeMessage } from '../../src/features/committees/views/cards.ts';
import { changeButton } from '../../src/features/committees/views/header.ts';
import { rolesOfPerson } from '../../src/features/deadlines/operations/duties.ts';
import type { CommitteeDuties } from '../../src/features/deadlines/types/duties.ts';
import { chooseCommittee } from '../../src/features/workspaces/operations/accounts.ts';
import { type Texts, texts } from '../../src/i18n/texts.ts';
import { asId } from '../../src/kernel/ids.ts';
import { stepBlocks } from './board.ts';

/** Presses a command line: "review open". */
export const lineButton = defineButton('quorate.line', z.object({ line: z.string() }));

export async function menuMessage(call: Call, commands: readonly Command[]): Promise<Message> {
  const t = texts(call.locale, call.zone, call.speech);
  const committees = await rolesOfPerson(call);
  return {
    summary: t('quorate.menu.title'),
    blocks: [
      { kind: 'heading', text: t('quorate.menu.title') },
      ...(await stepBlocks(call, t, committees)),
      { kind: 'text', text: [t('quorate.menu.intro')] },
      { kind: 'buttons', buttons: commandButtons(t, commands, committees, call.isWorkspaceAdmin) },
      { kind: 'note', text: [t('quorate.menu.typed')] },
    ],
  };
}

/** One button a command, worded as what it is for; the history and the workspace's settings only for whoever they are for. */
export function commandButtons(
  t: Texts,
  commands: readonly Command[],
  committees: readonly CommitteeDuties[],
  isAdmin: boolean,
): readonly Button[] {
  const mayRead = committees.some(({ mayReadHistory }) => mayReadHistory);
  const rest = [
    ...(mayRead ? ['audit'] : []),
    ...(isAdmin ? ['classification'] : []),
    ...(mayRead || isAdmin ? ['retention'] : []),
    'help',
  ];
  const own = ['duties', 'away', 'mydata', ...rest].map((name) =>
    lineButton.draw(t.label('quorate.menu', name), { line: `quorate ${name}` }),
  );
  const others = commands.filter(({ name }) => name !== 'quorate');
  return [...own, ...others.map(({ name }) => lineButton.draw(t.label(`help.${name}`, 'button'), { line: name }))];
}

export function menuInteractions(runLine: RunLine): readonly Interaction[] {
  return [
    onPress(lineButton, (call, { line }) => run(call, line)),
    onPress(changeButton, async (call, { again }) =>
      show(chooseCommitteeMessage(texts(call.locale, call.zone, call.speech), await committeesOf(call), again, null)),
    ),
    onPress(chooseButton, async (call, { committee, again }) => {
      await chooseCommittee(call, asId(committee));
      return run(call, again);
    }),
  ];

  function run(call: Call, line: string): Promise<Reply> {
    const [name = '', ...rest] = line.split(' ');
    return runLine(call, name, rest.join(' '));
  }
}
