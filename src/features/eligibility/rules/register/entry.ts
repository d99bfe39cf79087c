/** How an entry of the register is written: its title is put together from number, date and issuer. */
import type { PlainDate } from '../../../../kernel/time.ts';
import type { LegalReference, Wording } from '../../types.ts';

interface Document {
  readonly kind: Wording;
  readonly number: string;
  readonly issuer: Wording | null;
  /** The day; the year alone where the day was not found; null where neither was. */
  readonly issued: PlainDate | number | null;
  readonly subject: Wording;
  readonly replacedBy?: string;
  readonly address?: string;
  /** Where people call it by another name than kind, number and date. */
  readonly title?: Wording;
}

export const regulation = { vi: 'Quy định', en: 'Regulation' };
export const guide = { vi: 'Hướng dẫn', en: 'Guide' };
export const directive = { vi: 'Chỉ thị', en: 'Directive' };
export const decree = { vi: 'Nghị định', en: 'Decree' };

export const politburo = { vi: 'Bộ Chính trị', en: 'the Politburo' };
export const centralCommittee = { vi: 'Ban Chấp hành Trung ương', en: 'the Central Committee' };
export const organisationCommission = { vi: 'Ban Tổ chức Trung ương', en: 'the Central Organisation Commission' };
export const procuracy = { vi: 'Viện kiểm sát nhân dân tối cao', en: "the Supreme People's Procuracy" };
export const government = { vi: 'Chính phủ', en: 'the Government' };

export function entry(key: string, document: Document): LegalReference {
  const { number, issued, issuer, subject, replacedBy = null, address = null } = document;
  return {
    key,
    title: document.title ?? titleOf(document),
    number,
    issuedOn: typeof issued === 'string' ? issued : null,
    issuedIn: typeof issued === 'number' ? issued : null,
    issuer,
    subject,
    replacedBy,
    address,
  };
}

/** What is no numbered document: a practice, a book, a choice of ours. */
export function otherSource(key: string, title: Wording, address: string | null = null): LegalReference {
  const unknown = { number: null, issuedOn: null, issuedIn: null, issuer: null, subject: null, replacedBy: null };
  return { key, title, ...unknown, address };
}

function titleOf({ kind, number, issued, issuer }: Document): Wording {
  const vi = typeof issued === 'string' ? `, ngày ${vietnamese(issued)}` : issued === null ? '' : ` năm ${issued}`;
  const en = typeof issued === 'string' ? `, ${english(issued)}` : issued === null ? '' : `, ${issued}`;
  const by = issuer ? { vi: ` của ${issuer.vi}`, en: ` of ${issuer.en}` } : { vi: '', en: '' };
  return { vi: `${kind.vi} số ${number}${vi}${by.vi}`, en: `${kind.en} ${number}${by.en}${en}` };
}

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

function english(date: PlainDate): string {
  return `${Number(date.slice(8))} ${months[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
}

/** As such titles are printed: a zero before days under 10, and before January and February. */
function vietnamese(date: PlainDate): string {
  const month = Number(date.slice(5, 7));
  return `${date.slice(8)}/${month <= 2 ? date.slice(5, 7) : month}/${date.slice(0, 4)}`;
}
