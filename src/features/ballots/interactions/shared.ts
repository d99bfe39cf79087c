/** What the interactions of ballots share: words, refusals beside their field, the cards of a round. */
import { textsOf } from '../../../answers.ts';
import { type Call, type Reply, show } from '../../../chat/call.ts';
import { sentence } from '../../../chat/message.ts';
import type { Act } from '../../../kernel/act.ts';
import type { Refused } from '../../../kernel/outcome.ts';
import { type OwnRound, seeOwn } from '../operations/look.ts';
import type { BallotRound, BallotRoundId } from '../types/round.ts';
import { paperCard, type ResultCard, resultCard } from '../views/cards.ts';
import { fieldOfQuestion } from '../views/paper-form.ts';

/** Which mark is wrong is the paper's own word. */
export function refusalText(call: Pick<Act, 'locale' | 'zone' | 'speech'>, refused: Refused): string {
  const t = textsOf(call);
  const { fault } = refused.facts;
  if (refused.reason !== 'ballot-paper-fault' || typeof fault !== 'string') return t.refusal(refused);
  const { marks, max, bytes } = refused.facts;
  const facts = { marks: Number(marks ?? 0), max: Number(max ?? 0), bytes: Number(bytes ?? 0) };
  return t(`rulings.faults.${fault}` as 'rulings.faults.named-twice', facts);
}

export function said(call: Call, refused: Refused): Reply {
  return show(sentence(refusalText(call, refused)));
}

/** Beside its field when it has one, so that nothing typed is lost. */
export function atField(call: Call, refused: Refused): Reply {
  if (!refused.field) return said(call, refused);
  return { kind: 'field-errors', errors: { [refused.field]: refusalText(call, refused) } };
}

/** `round` is null when it was refused before anything was read of it. */
export function atQuestion(round: BallotRound | null, refusal: Refused): Refused {
  const { field } = refusal;
  return round && field ? { ...refusal, field: fieldOfQuestion(round, field) } : refusal;
}

/** Where a round stands for its reader: their own paper, or the result. */
export async function showRound(call: Call, id: BallotRoundId): Promise<Reply> {
  const own = await seeOwn(call, id);
  if (!own.ok) return said(call, own);
  const t = textsOf(call);
  if (own.value.round.state !== 'closed') return show(paperCard(t, ownCard(call, own.value), false));
  return show(resultCard(t, resultOf(call, own.value)));
}

export function ownCard(act: Pick<Act, 'now'>, own: OwnRound) {
  const { round, committee, isAsked, paper, progress, sees, sealed, proxies } = own;
  return { round, committeeName: committee.name, isAsked, paper, progress, sees, sealed, proxies, now: act.now };
}

export function resultOf(act: Pick<Act, 'now'>, own: OwnRound): ResultCard {
  const isTeller = own.viewer.person !== null && own.round.tellers.includes(own.viewer.person);
  return { ...ownCard(act, own), actions: own.actions, takesMinutes: own.mayRun || isTeller };
}
