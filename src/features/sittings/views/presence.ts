/** On a person's own invitation while the roll is called: “I am here”, or since when they are. */
import type { Block, Button } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { OwnPresence } from '../types.ts';
import { hereButton } from './buttons.ts';

export function presenceBlocks(
  t: Texts,
  conference: string,
  presence: OwnPresence,
  others: readonly Button[],
): readonly Block[] {
  const { isOver, isHere, since } = presence;
  const text = isOver
    ? t('sittings.here.over')
    : isHere
      ? t('sittings.here.yes', { time: since ? t.time(since) : '' })
      : t('sittings.here.ask');
  const here = hereButton.draw(t('sittings.buttons.here'), { conference }, { style: 'primary' });
  const buttons = [...(isOver || isHere ? [] : [here]), ...others];
  return [
    { kind: 'text', text: [{ bold: text }] },
    ...(buttons.length > 0 ? [{ kind: 'buttons', buttons } as const] : []),
  ];
}
