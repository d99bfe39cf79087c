/** What was answered to a comment, as it stands under it. */
import type { Block } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Response } from '../types/nouns.ts';

/** Under the comment that it answers. */
export function responseBlocks(t: Texts, response: Response | null): readonly Block[] {
  if (!response) return [];
  return [{ kind: 'note', text: [responseLine(t, response)] }];
}

export function responseLine(t: Texts, { kind, text, by, at }: Response): string {
  const said = text ?? t('reviews.erased');
  return t('responses.line', { kind: t.label('responses.kinds', kind), said, by, at: t.moment(at) });
}
