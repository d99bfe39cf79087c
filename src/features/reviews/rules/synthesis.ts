/** The synthesis of comments (bản tổng hợp ý kiến): what was said about each nominee, with counts that add up. */
import type { PersonId } from '../../../kernel/ids.ts';
import type { Role } from '../../access/types.ts';
import {
  type Answer,
  aspects,
  type CommentId,
  type ListEntry,
  type Participant,
  type RecusedFrom,
  type Response,
  type Tally,
  tallies,
  type Words,
} from '../types/nouns.ts';
import type { Comment, SynthesisChange, Synthesised } from '../types/seen.ts';
import { isRecused } from './asked.ts';
import type { AnsweredOn } from './own-unit.ts';

/**
 * Per nominee: every participant counts once. Recused comes first (also when an answer was sent before it was declared:
 * its words are then left out), then the stance of the answer that stands, else silence, which is no stance.
 * Comments stand in protocol order of those who made them.
 */
export function synthesise(input: {
  readonly entries: readonly ListEntry[];
  readonly participants: readonly Pick<Participant, 'person' | 'roles'>[];
  readonly answers: readonly Pick<Answer, 'person' | 'lines'>[];
  readonly recusals: readonly RecusedFrom[];
  /** By rules/visibility.ts; a comment that the reader may not see is only counted. */
  readonly isShown: (comment: Pick<Comment, 'author' | 'chairOnly'>, entry: ListEntry) => boolean;
}): readonly Synthesised[] {
  const said = new Map(
    input.answers.map(({ person, lines }) => [person, new Map(lines.map((line) => [line.entry, line]))]),
  );
  return input.entries.map((entry) => {
    const counts = Object.fromEntries(tallies.map((tally) => [tally, 0])) as Record<Tally, number>;
    const comments: Comment[] = [];
    let withheld = 0;
    for (const { person, roles } of input.participants) {
      const line = said.get(person)?.get(entry.id);
      const tally: Tally = isRecused(entry, person, input.recusals) ? 'recused' : (line?.stance ?? 'silent');
      counts[tally] += 1;
      if (tally !== 'recused' && line && hasWords(line)) {
        const { stance, chairOnly, saidAt, text, aspects } = line;
        const comment = {
          id: line.comment,
          author: person,
          role: leadingRole(roles),
          stance,
          chairOnly,
          saidAt,
          name: null,
          response: null,
          text,
          aspects,
        };
        if (input.isShown(comment, entry)) comments.push(comment);
        else withheld += 1;
      }
    }
    return { entry, counts, comments, withheld };
  });
}

/** The answers that count in a version of the synthesis: of each person the newest one that it knows. */
export function answersIn<Of extends Pick<Answer, 'person' | 'version' | 'synthesisVersion'>>(
  answers: readonly Of[],
  version: number,
): readonly Of[] {
  const newest = new Map<string, Of>();
  for (const answer of answers) {
    if (answer.synthesisVersion > version) continue;
    const other = newest.get(answer.person);
    if (!other || other.version < answer.version) newest.set(answer.person, answer);
  }
  return [...newest.values()];
}

/** What is different between two versions, nominee by nominee; those of whom the same is said are left out. */
export function changesBetween(
  before: readonly Synthesised[],
  after: readonly Synthesised[],
): readonly SynthesisChange[] {
  return after.flatMap(({ entry, counts, comments }) => {
    const earlier = before.find((candidate) => candidate.entry.id === entry.id);
    if (!earlier) return [];
    const moved = tallies
      .map((tally) => ({ tally, before: earlier.counts[tally], after: counts[tally] }))
      .filter((count) => count.before !== count.after);
    const added = comments.filter((comment) => !earlier.comments.some((other) => isSame(comment, other)));
    const removed = earlier.comments.filter((comment) => !comments.some((other) => isSame(comment, other)));
    return moved.length + added.length + removed.length === 0 ? [] : [{ entry, counts: moved, added, removed }];
  });
}

/** Who answered on each nominee with a stance: the recused and the silent did not. */
export function answeredOn(input: {
  readonly entries: readonly ListEntry[];
  readonly answers: readonly Pick<Answer, 'person' | 'lines'>[];
  readonly recusals: readonly RecusedFrom[];
}): readonly AnsweredOn[] {
  return input.entries.map((entry) => ({
    entry: entry.id,
    unit: entry.shown?.unit ?? null,
    people: input.answers
      .filter(({ lines }) => lines.some((line) => line.entry === entry.id))
      .map(({ person }) => person)
      .filter((person) => !isRecused(entry, person, input.recusals)),
  }));
}

/** With the names of those who made the comments, where the round shows them, and with what was answered. */
export function withNames(
  nominees: readonly Synthesised[],
  names: ReadonlyMap<PersonId, string>,
  responses: ReadonlyMap<CommentId, Response>,
): readonly Synthesised[] {
  return nominees.map((nominee) => ({
    ...nominee,
    comments: nominee.comments.map((comment) => ({
      ...comment,
      name: names.get(comment.author) ?? null,
      response: responses.get(comment.id) ?? null,
    })),
  }));
}

function isSame(one: Comment, other: Comment): boolean {
  return (
    one.author === other.author &&
    one.stance === other.stance &&
    one.chairOnly === other.chairOnly &&
    one.text === other.text &&
    aspects.every((aspect) => one.aspects[aspect] === other.aspects[aspect])
  );
}

function hasWords({ text, aspects }: Words): boolean {
  return text !== null || Object.values(aspects).some((aspect) => aspect !== null);
}

export function leadingRole(roles: readonly Role[]): Role {
  return (['chair', 'deputy', 'clerk', 'member'] as const).find((role) => roles.includes(role)) ?? 'member';
}
