/** What the others wrote, as a reviewer reads it: what is new is marked, and the order gives nobody away. */
import type { PersonId } from '../../../kernel/ids.ts';
import { type Answer, aspects, type ListEntry, type RecusedFrom, type Words } from '../types/nouns.ts';
import type { Others, OthersComment } from '../types/seen.ts';
import { isRecused } from './asked.ts';

/**
 * Words of those who have recused themselves since are left out, as in the synthesis. Where names are shown, comments
 * stand in the order given; else by their words, because protocol order would tell who is who.
 */
export function othersOf(input: {
  readonly entries: readonly ListEntry[];
  readonly reader: PersonId;
  /** In protocol order. */
  readonly answers: readonly Pick<Answer, 'person' | 'lines'>[];
  readonly recusals: readonly RecusedFrom[];
  readonly names: ReadonlyMap<PersonId, string> | null;
  readonly lookedAt: Date | null;
  /** From when on the reader could read about a nominee; null: from the beginning. */
  readonly openSince: (entry: ListEntry) => Date | null;
  readonly isShown: (comment: { author: PersonId; chairOnly: boolean }, entry: ListEntry) => boolean;
}): Others['nominees'] {
  const others = input.answers.filter(({ person }) => person !== input.reader);
  return input.entries.flatMap((entry) => {
    const comments = others.flatMap(({ person, lines }): readonly OthersComment[] => {
      const line = lines.find((candidate) => candidate.entry === entry.id);
      if (!line || wordsOf(line) === '' || isRecused(entry, person, input.recusals)) return [];
      if (!input.isShown({ author: person, chairOnly: line.chairOnly }, entry)) return [];
      const { stance, text, aspects: byAspect, saidAt } = line;
      const { lookedAt } = input;
      const openSince = input.openSince(entry);
      const isNew = lookedAt === null || saidAt > lookedAt || (openSince !== null && openSince > lookedAt);
      return [{ stance, text, aspects: byAspect, name: input.names?.get(person) ?? null, isNew }];
    });
    if (comments.length === 0) return [];
    const inOrder = input.names ? comments : [...comments].sort((a, b) => (wordsOf(a) < wordsOf(b) ? -1 : 1));
    return [{ entry, comments: inOrder }];
  });
}

function wordsOf(words: Words): string {
  return [words.text, ...aspects.map((aspect) => words.aspects[aspect])].filter((text) => text !== null).join('\n');
}
