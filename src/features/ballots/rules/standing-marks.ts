/** From what a round asks to what the ruling engine takes, and papers without the marks that no longer count. Pure. */
import type { Marks, Question } from '../types/paper.ts';
import { type BallotQuestion, type BallotRound, motion, type PaperMarks } from '../types/round.ts';

/** A candidate who has withdrawn is in no question. Null: nobody is left in it. */
export function questionOf(question: BallotQuestion): Question | null {
  const { key, seats } = question;
  if (key === motion) return { key, seats, candidates: [motion] };
  const candidates = question.candidates.filter(({ isWithdrawn }) => !isWithdrawn).map(({ id }) => id as string);
  return candidates.length === 0 ? null : { key, seats, candidates };
}

export function questionsOf(round: Pick<BallotRound, 'questions'>): readonly Question[] {
  return round.questions.flatMap((question) => questionOf(question) ?? []);
}

/** What one paper says on one question, without those who have withdrawn since. Null: nothing, the paper is blank there. */
export function marksOn(question: Question, paper: PaperMarks): Marks | null {
  const marks = paper[question.key];
  if (!marks) return null;
  const stands = (candidate: string) => question.candidates.includes(candidate);
  switch (marks.kind) {
    case 'abstain':
      return marks;
    case 'introduction': {
      const lines = marks.lines.filter((line) => 'written' in line || stands(line.candidate));
      return lines.length === 0 ? null : { ...marks, lines };
    }
    case 'yes-no': {
      const answers = Object.fromEntries(Object.entries(marks.answers).filter(([candidate]) => stands(candidate)));
      return Object.keys(answers).length === 0 ? null : { ...marks, answers };
    }
    case 'pick': {
      const candidates = marks.candidates.filter(stands);
      return candidates.length === 0 ? null : { ...marks, candidates };
    }
    case 'ranked': {
      const order = marks.order.map((place) => place.filter(stands)).filter((place) => place.length > 0);
      return order.length === 0 ? null : { ...marks, order };
    }
  }
}
