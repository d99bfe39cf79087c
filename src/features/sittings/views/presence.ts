/** On a person's own invitation while the roll is called: “I am here”, or since when they are. */
import type { Block, Button } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { QuorumRule } from '../../eligibility/types.ts';
import type { OwnPresence } from '../types.ts';
import { hereButton } from './buttons.ts';
import { ruleText } from './words.ts';

export function presenceBlocks(
  t: Texts,
  { conference, tells }: { conference: string; tells: string },
  presence: OwnPresence,
  others: readonly Button[],
): readonly Block[] {
  const { isOver, isOpen, isHere, since } = presence;
  const text = isOver
    ? t('sittings.here.over')
    : isHere
      ? t('sittings.here.yes', { time: since ? t.time(since) : '' })
      : t(isOpen ? 'sittings.here.askOpen' : 'sittings.here.ask');
  const here = hereButton.draw(t('sittings.buttons.here'), { conference, tells }, { style: 'primary' });
  const buttons = [...(isOver || isHere ? [] : [here]), ...others];
  return [
    { kind: 'text', text: [{ bold: text }] },
    ...(buttons.length > 0 ? [{ kind: 'buttons', buttons } as const] : []),
  ];
}

/** On an invitation to a second call or a continuation: why there is another one, and by which quorum. */
export function recallBlocks(
  t: Texts,
  call: 'first' | 'second' | 'continued',
  rule: QuorumRule | null,
): readonly Block[] {
  if (call === 'first') return [];
  if (call === 'continued') return [{ kind: 'text', text: [{ bold: t('sittings.recall.continued') }] }];
  const quorum = rule ? [' ', t('sittings.recall.rule', { rule: ruleText(t, rule) })] : [];
  return [{ kind: 'text', text: [{ bold: t('sittings.recall.second') }, ...quorum] }];
}
