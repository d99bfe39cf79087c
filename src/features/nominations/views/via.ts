/** How something came that was entered for somebody, in words. */
import type { Texts } from '../../../i18n/texts.ts';

/** "by phone"; with the number and date of the paper where there is one. */
export function viaText(t: Texts, via: { kind: string; reference: string | null; dated: string | null }): string {
  const more = [via.reference, via.dated ? t.shortDate(via.dated) : null].filter(Boolean).join(', ');
  const kind = t.label('common.via', via.kind);
  return more ? `${kind} (${more})` : kind;
}
