/** "My duties": one line per duty, each worded by the feature that owns it, with the buttons to do it. */
import type { Block } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Duty } from '../types/duties.ts';

/** By the duty's kind. */
export type DutyViews = Readonly<Record<string, (t: Texts, duty: Duty) => Block>>;

/** Duties of one committee under its name; earliest first. A kind without words is left out, never shown raw. */
export function dutyBlocks(t: Texts, committee: string, duties: readonly Duty[], views: DutyViews): readonly Block[] {
  const lines = duties.flatMap((duty) => {
    const view = views[duty.kind];
    return view ? [view(t, duty)] : [];
  });
  if (lines.length === 0) return [];
  return [{ kind: 'text', text: [{ bold: committee }] }, ...lines];
}
