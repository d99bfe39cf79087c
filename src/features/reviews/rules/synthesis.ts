/** The synthesis of comments (bản tổng hợp ý kiến): what was said about each nominee, with counts that add up. */
import type { Role } from '../../access/types.ts';
import {
  type Answer,
  type ListEntry,
  type Participant,
  type RecusedFrom,
  type Tally,
  tallies,
  type Words,
} from '../types/nouns.ts';
import type { Comment, Synthesised } from '../types/seen.ts';
import { isRecused } from './asked.ts';

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
}): readonly Synthesised[] {
  const said = new Map(
    input.answers.map(({ person, lines }) => [person, new Map(lines.map((line) => [line.entry, line]))]),
  );
  return input.entries.map((entry) => {
    const counts = Object.fromEntries(tallies.map((tally) => [tally, 0])) as Record<Tally, number>;
    const comments: Comment[] = [];
    for (const { person, roles } of input.participants) {
      const line = said.get(person)?.get(entry.id);
      const tally: Tally = isRecused(entry, person, input.recusals) ? 'recused' : (line?.stance ?? 'silent');
      counts[tally] += 1;
      if (tally !== 'recused' && line && hasWords(line)) {
        const { stance, text, aspects } = line;
        comments.push({ role: leadingRole(roles), stance, text, aspects });
      }
    }
    return { entry, counts, comments };
  });
}

function hasWords({ text, aspects }: Words): boolean {
  return text !== null || Object.values(aspects).some((aspect) => aspect !== null);
}

function leadingRole(roles: readonly Role[]): Role {
  return (['chair', 'deputy', 'clerk', 'member'] as const).find((role) => roles.includes(role)) ?? 'member';
}
