/** How seats, papers and parcels are called wherever they are shown. */

import type { Texts } from '../../../i18n/texts.ts';
import type { Rich } from '../../../kernel/rich.ts';
import { titled } from '../../classification/views/marks.ts';
import { lackWords } from '../../dossiers/views/words.ts';
import { standingOf } from '../rules/parcel.ts';
import type { Missing, Origin, Paper, Seat, SentBack, Submission } from '../types.ts';

/** One entry of a page of seats fits a message with its heading and buttons. */
export const seatsOnPage = 15;

export function nameOf(t: Texts, seat: Seat): string {
  if (!seat.shown) return t('submissions.erased');
  const { fullName, post, unit } = seat.shown;
  return [fullName, post, unit].filter(Boolean).join(', ');
}

/** What was answered, with the words that go with it. */
export function seatLine(t: Texts, seat: Seat): Rich {
  return [
    ...t.rich('submissions.seat', { position: seat.positionTitle, name: nameOf(t, seat) }),
    ...(seat.origins.length > 0 ? [` (${cameFrom(t, seat.origins)})`] : []),
    ' · ',
    { bold: seat.sentBack ? sentBackText(t, seat.sentBack) : t(`submissions.answers.${seat.answer ?? 'waiting'}`) },
    ...(seat.word ? [' · ', t('submissions.word', { word: seat.word })] : []),
    ...(seat.reply ? [' · ', t('submissions.replied', { reply: seat.reply })] : []),
  ];
}

function sentBackText(t: Texts, { step }: SentBack): string {
  return step === null ? t('submissions.sentBack.toCommittee') : t('submissions.sentBack.toStep', { number: step });
}

/** For a unit's letter: name, position, answer and its reason; nothing of other units. */
export function toldLine(t: Texts, { positionTitle, answer, word, ...seat }: Seat): Rich {
  return [
    ...t.rich('submissions.seat', { position: positionTitle, name: seat.shown?.fullName ?? t('submissions.erased') }),
    ': ',
    t(`submissions.answers.${answer ?? 'waiting'}`),
    ...(word ? [' · ', t('submissions.word', { word })] : []),
  ];
}

/** Which units put the name forward, and by what. */
export function cameFrom(t: Texts, origins: readonly Origin[]): string {
  return t.list(
    origins.map(({ unitName, seatBelow, number, dated }) =>
      seatBelow
        ? t(number ? 'submissions.from.numbered' : 'submissions.from.here', { unit: unitName, number: number ?? '' })
        : t('submissions.from.letter', { unit: unitName, number: number ?? '', date: dated ? t.shortDate(dated) : '' }),
    ),
  );
}

export function standingLine(t: Texts, submission: Submission): string {
  const { waiting, approved, notApproved, returned, sentBack } = standingOf(submission.seats);
  const all = t('submissions.standing', { total: submission.seats.length, waiting, approved, notApproved, returned });
  return sentBack > 0 ? `${all} ${t('submissions.sentBack.count', { count: sentBack })}` : all;
}

export function paperLine(t: Texts, paper: Paper): string {
  const { kind, title, number, dated, version, sha256 } = paper;
  const name =
    kind === 'other' || kind === 'unit' ? (title ?? '') : t(`submissions.papers.${kind}`, { version: version ?? 1 });
  return [
    name,
    ...(number ? [t('submissions.papers.number', { number })] : []),
    ...(dated ? [t('submissions.papers.dated', { date: t.shortDate(dated) })] : []),
    ...(sha256 ? [t('submissions.papers.hash', { hash: sha256.slice(0, 12) })] : []),
  ].join(', ');
}

/** The names whose dossiers lack something, as many as a message holds. */
const namesShown = 20;

export function missingLines(t: Texts, missing: Missing): readonly string[] {
  switch (missing.kind) {
    case 'dossiers': {
      const { incomplete, isSure } = missing;
      const more = incomplete.length - namesShown;
      return [
        t(isSure ? 'submissions.missing.dossiers' : 'submissions.missing.dossiersUnsure', { count: incomplete.length }),
        ...incomplete
          .slice(0, namesShown)
          .map(({ fullName, lacks }) =>
            t('submissions.missing.dossier', { name: fullName, papers: lackWords(t, lacks) }),
          ),
        ...(more > 0 ? [t('submissions.missing.dossiersMore', { count: more })] : []),
      ];
    }
    case 'withdrawn':
      return [t('submissions.missing.withdrawn', { names: missing.names.join(', ') })];
    case 'units-gone':
      return [t('submissions.missing.units-gone', { names: t.list(missing.names) })];
    case 'list-changed':
      return [t('submissions.missing.list-changed', { number: missing.number })];
    default:
      return [t(`submissions.missing.${missing.kind}`)];
  }
}

export function titleOf(
  t: Texts,
  { number, about, classification }: Pick<Submission, 'number' | 'about' | 'classification'>,
): string {
  return t('submissions.title', { number, plan: titled(t, { title: about, classification }) });
}
