/** Who is in the channel and is not taken over as a member, with the reason. */
import type { Block } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Rich } from '../../../kernel/rich.ts';
import type { LeftOut } from '../../workspaces/types.ts';

const shown = 30;

/** Nothing for an empty list. */
export function leftOutBlocks(t: Texts, title: string, leftOut: readonly LeftOut[]): readonly Block[] {
  if (leftOut.length === 0) return [];
  const items = leftOut.slice(0, shown).map((one) => leftOutLine(t, one));
  const more = leftOut.length - items.length;
  return [
    { kind: 'text', text: [{ bold: title }] },
    { kind: 'list', items: more > 0 ? [...items, [t('committees.takeOver.more', { count: more })]] : items },
  ];
}

/** An account that could not be looked up has no name here, so the platform shows it. */
export function leftOutLine(t: Texts, { user, name, why }: LeftOut): Rich {
  return [name === null ? { user } : name, `: ${t.label('committees.takeOver.why', why)}`];
}
