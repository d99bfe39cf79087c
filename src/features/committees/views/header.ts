/** How an answer says on top which committee it is about, with the way to another one; whether it does: chat/about.ts. */
import { z } from 'zod';
import { defineButton } from '../../../chat/form.ts';
import type { About, Block } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';

/** Asks for the committee again and repeats the command line; handled in commands/, which knows the commands. */
export const changeButton = defineButton('committees.change', z.object({ again: z.string() }));

export function headerBlock(t: Texts, { name, again }: About): Block {
  const text = t.rich('common.committeeHeader', { name });
  if (!again) return { kind: 'text', text };
  return { kind: 'row', text, buttons: [changeButton.draw(t('common.changeCommittee'), { again })] };
}
