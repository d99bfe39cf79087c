/** Outside its channel an answer says on top which committee it is about, with the way to another one. */
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { defineButton } from '../../../chat/form.ts';
import type { Block } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Committee } from '../types.ts';

/** Asks for the committee again and repeats the command line; handled in commands/, which knows the commands. */
export const changeButton = defineButton('committees.change', z.object({ again: z.string() }));

/** `again` is the command line to repeat for another committee; null: there is none. */
export function headerBlock(t: Texts, committee: Pick<Committee, 'name'>, again: string | null): Block {
  const text = t.rich('common.committeeHeader', { name: committee.name });
  if (again === null) return { kind: 'text', text };
  return { kind: 'row', text, buttons: [changeButton.draw(t('common.changeCommittee'), { again })] };
}

/** The blocks with the header below their first heading; one that says the same already gives way to it. */
export function underHeader(
  t: Texts,
  committee: Pick<Committee, 'name'>,
  again: string | null,
  blocks: readonly Block[],
): readonly Block[] {
  const others = blocks.filter((block) => !isDeepStrictEqual(block, headerBlock(t, committee, null)));
  const top = others[0]?.kind === 'heading' ? 1 : 0;
  return [...others.slice(0, top), headerBlock(t, committee, again), ...others.slice(top)];
}
