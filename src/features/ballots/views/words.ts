/** How a round, its questions and its candidates are called. */
import type { Block } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { planOfList, titled } from '../../classification/views/marks.ts';
import type { BallotCandidate, BallotQuestion, BallotRound } from '../types/round.ts';
import type { VoteRule } from '../types/vote-rule.ts';

/** No nominee's name: of a list its number and the positions. */
export function subjectText(t: Texts, { subject, questions }: Pick<BallotRound, 'subject' | 'questions'>): string {
  if (subject.kind === 'question') {
    return titled(t, { title: subject.text, classification: subject.classification });
  }
  const positions = t.list(questions.map(({ title }) => title).slice(0, 4));
  return t('votes.ofList', { number: subject.number, plan: planOfList(t, subject), positions });
}

/** For lists that every member reads, and for notifications: nothing typed. */
export function titleText(t: Texts, { subject }: Pick<BallotRound, 'subject'>): string {
  if (subject.kind === 'question') {
    return titled(t, { title: t('votes.titleQuestion'), classification: subject.classification });
  }
  return t('votes.titleList', { number: subject.number, plan: planOfList(t, subject) });
}

export function candidateText(t: Texts, candidate: BallotCandidate): string {
  const name = candidate.fullName ?? t('votes.erased');
  return candidate.isWithdrawn ? t('votes.withdrawn', { name }) : name;
}

/** Who stands though the step before did not let them through, and why: on every paper, and under every result. */
export function exceptionBlocks(t: Texts, { candidates }: Pick<BallotQuestion, 'candidates'>): readonly Block[] {
  return candidates.flatMap((one): readonly Block[] =>
    one.exception === null
      ? []
      : [{ kind: 'note', text: [t('votes.exception', { name: candidateText(t, one), reason: one.exception })] }],
  );
}

export function nameOfLine(t: Texts, round: Pick<BallotRound, 'questions'>, id: string): string {
  const found = round.questions.flatMap(({ candidates }) => candidates).find((one) => one.id === id);
  return found ? candidateText(t, found) : t('votes.theMotion');
}

export function ruleText(t: Texts, rule: VoteRule): string {
  return rule.title[t.locale];
}

/** How one paper is marked, in one sentence. */
export function howText(t: Texts, { paper }: VoteRule, question: Pick<BallotQuestion, 'seats' | 'candidates'>): string {
  const kind = paper.value;
  switch (kind.kind) {
    case 'yes-no':
      return t(question.candidates.length === 0 ? 'votes.how.motion' : 'votes.how.yesNo');
    case 'pick':
    case 'introduction':
      return t(`votes.how.${kind.kind}`, {
        count: Math.min(kind.choices ?? question.seats, question.seats),
      });
    case 'ranked':
      return t('votes.how.ranked');
  }
}
