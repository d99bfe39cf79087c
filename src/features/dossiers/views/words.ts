/** How papers are called and what is said of one, wherever they are shown. */
import type { Texts } from '../../../i18n/texts.ts';
import type { DossierPaperKind } from '../../eligibility/types.ts';
import { lacking } from '../rules.ts';
import type { DossierLine, Dossiers, Incomplete, PaperStanding } from '../types.ts';

export function kindName(t: Texts, kind: DossierPaperKind): string {
  return t(`dossiers.kinds.${kind}`);
}

/** "CV; asset declaration (expired)" */
export function lackWords(t: Texts, papers: Incomplete['lacks']): string {
  return papers
    .map(({ kind, state }) =>
      state === 'expired' ? t('dossiers.expiredOne', { paper: kindName(t, kind) }) : kindName(t, kind),
    )
    .join('; ');
}

export function lacksOf(t: Texts, line: DossierLine): string {
  return lackWords(t, lacking(line.papers));
}

/** One line a person, for telling them outside the chat. */
export function copyLine(t: Texts, line: DossierLine): string {
  return t('dossiers.copyLine', { name: line.fullName, position: line.positionTitle, papers: lacksOf(t, line) });
}

/** Number, days, place and remark of a paper that is there. */
export function paperWords(t: Texts, { state, paper }: PaperStanding): string {
  if (!paper) return t('dossiers.states.missing');
  const { number, issuedOn, expiresOn, isCounted, keptAt, remark } = paper;
  const until = isCounted ? 'dossiers.paper.untilCounted' : 'dossiers.paper.until';
  return [
    t(`dossiers.states.${state}`),
    ...(number ? [t('dossiers.paper.number', { number })] : []),
    ...(issuedOn ? [t('dossiers.paper.issued', { date: t.shortDate(issuedOn) })] : []),
    ...(expiresOn ? [t(until, { date: t.shortDate(expiresOn) })] : []),
    ...(keptAt ? [t('dossiers.paper.kept', { place: keptAt })] : []),
    ...(remark ? [t('dossiers.paper.remark', { remark })] : []),
  ].join(', ');
}

/** Which papers, and how sure that is. */
export function requiredWords(t: Texts, { required, confidence }: Pick<Dossiers, 'required' | 'confidence'>): string {
  if (required.length === 0) return t('dossiers.none');
  const list = required.map((kind) => kindName(t, kind)).join('; ');
  return t('dossiers.required', { list, confidence: t.label('eligibility.confidences', confidence) });
}
