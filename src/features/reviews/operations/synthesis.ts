/** Reading and taking out the synthesis of a closed round (bản tổng hợp ý kiến), in any of its versions. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { writeCsv } from '../../../documents/csv.ts';
import { writeWorkbook } from '../../../documents/workbook.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { ReviewRoundId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import type { AccessRefusal } from '../../access/operations.ts';
import { ownUnitNumbers } from '../rules/own-unit.ts';
import { aspectsAsked, shieldOf } from '../rules/rule-set.ts';
import { answeredOn, answersIn, changesBetween, synthesise, withNames } from '../rules/synthesis.ts';
import { maySeeNames } from '../rules/visibility.ts';
import * as answers from '../store/answers.ts';
import * as responses from '../store/responses.ts';
import * as rounds from '../store/rounds.ts';
import type { Answer, Round } from '../types/nouns.ts';
import type { Synthesis, SynthesisVersion } from '../types/seen.ts';
import { endOf } from './closing.ts';
import { eyesForSynthesis, partOf } from './lead.ts';
import { ofRound, shownTo } from './reading.ts';
import { everythingOf } from './seat.ts';

export type SynthesisRefusal =
  | AccessRefusal
  | 'review-unknown'
  | 'review-not-closed'
  | 'review-is-anonymous'
  | 'synthesis-version-unknown';

/**
 * What was said about each nominee that the acting person may see (a deputy: about those whom they lead in place of the
 * chair), computed from the rows as they stood in that version (none given: the newest). Refusals: access (review.synthesis), review-unknown, review-not-closed {dueAt},
 * synthesis-version-unknown {newest}.
 */
export async function seeSynthesis(
  act: Act,
  id: ReviewRoundId,
  wanted?: number | undefined,
): Promise<Outcome<Synthesis, SynthesisRefusal>> {
  const committee = await rounds.committeeOfRound(act.store, id);
  if (!committee) return refused('review-unknown');
  const eyes = await eyesForSynthesis(act, committee);
  if (!eyes.ok) return eyes;
  const whole = await rounds.findRound(act.store, eyes.value.viewer, id);
  const round = whole && partOf(whole, eyes.value.only);
  if (!round || round.state === 'prepared' || round.state === 'cancelled') return refused('review-unknown');
  if (round.state === 'open' || !round.closedAt) {
    return refused('review-not-closed', { dueAt: await endOf(act, id) });
  }
  if (round.kind === 'anonymous') return refused('review-is-anonymous');
  const all = await answers.allAnswers(act.store, everythingOf(act, round), id);
  const versions = versionsOf(round, all);
  const version = versions.find((candidate) => candidate.version === (wanted ?? round.synthesisVersion));
  if (!version) return refused('synthesis-version-unknown', { newest: round.synthesisVersion });

  const { entries } = round.list;
  const participants = await rounds.participantsOf(act.store, id);
  const recusals = await rounds.recusalsAt(act.store, committee, round.closedAt);
  const { viewer, only: leads } = eyes.value;
  const sent = answersIn(all, version.version).find(({ person }) => person === viewer.person);
  const isShown = shownTo(viewer, { round, participants, sent: sent ?? null, leads });
  const asOf = (number: number) => ({ entries, participants, answers: answersIn(all, number), recusals, isShown });
  const names = maySeeNames(ofRound(round)) ? participants.map((one) => [one.person, one.fullName] as const) : [];
  const ids = all.flatMap(({ lines }) => lines.map(({ comment }) => comment));
  const answered = await responses.responsesTo(act.store, [...new Set(ids)]);
  const summed = (number: number) => withNames(synthesise(asOf(number)), new Map(names), answered);
  const nominees = summed(version.version);
  const earlier = versions.filter((candidate) => candidate.version < version.version);
  const shield = shieldOf(round.list);
  return done({
    round,
    version,
    versions,
    participants: participants.length,
    nominees,
    isHandedOver: eyes.value.only !== null,
    ownUnit: ownUnitNumbers({
      answered: answeredOn(asOf(version.version)),
      earlier: earlier.flatMap((before) => answeredOn(asOf(before.version))),
      units: new Map(participants.map(({ person, unit }) => [person, unit])),
      shield,
    }),
    shield,
    aspects: aspectsAsked(round.list),
    changes: earlier.length === 0 ? [] : changesBetween(summed(version.version - 1), nominees),
  });
}

export type SynthesisOut = 'csv' | 'text' | 'xlsx';

/**
 * The synthesis as it leaves the chat, which is recorded: `layout` words its rows in the reader's language. Refusals: as
 * of seeing it.
 */
export async function exportSynthesis(
  act: Act,
  at: { round: ReviewRoundId; version: number | undefined; how: SynthesisOut },
  layout: (synthesis: Synthesis) => { readonly rows: readonly (readonly string[])[]; readonly marking: string | null },
): Promise<Outcome<{ synthesis: Synthesis; csv: string; file: string | Uint8Array }, SynthesisRefusal>> {
  return inTransaction(act, async (tx) => {
    const seen = await seeSynthesis(inside(act, tx), at.round, at.version);
    if (!seen.ok) return seen;
    const { round, nominees, version } = seen.value;
    await record(tx, act, {
      kind: 'reviews.synthesis-exported',
      committee: round.committee,
      subject: { kind: 'review-round', id: round.id },
      nominees: nominees.map(({ entry }) => entry.person),
      facts: { version: version.version, how: at.how },
    });
    const { rows, marking } = layout(seen.value);
    const csv = writeCsv(rows, act.locale === 'vi' ? ';' : ',');
    return done({ synthesis: seen.value, csv, file: at.how === 'xlsx' ? writeWorkbook(rows, marking) : csv });
  });
}

function versionsOf(round: Round, all: readonly Answer[]): readonly SynthesisVersion[] {
  const first = { version: 1, madeAt: round.closedAt ?? new Date(0), why: null };
  const corrections = all
    .filter((answer) => answer.synthesisVersion > 1)
    .map(({ synthesisVersion, sentAt, why }) => ({ version: synthesisVersion, madeAt: sentAt, why }));
  return [first, ...corrections].sort((a, b) => a.version - b.version);
}
