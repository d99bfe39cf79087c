/** A story held against its stored transcripts; `npm run story:record -- <name>` writes them anew. */
import { readFile } from 'node:fs/promises';
import { localeNames } from '../../src/kernel/act.ts';
import { playStory, type Story } from './story-player.ts';
import { createTestDatabase } from './test-database.ts';

/** A story takes half a minute; a machine that is busy with something else may take much longer and is no reason to fail. */
const longestMs = 900_000;

export function readsAsStored(story: Story): void {
  test.each(localeNames)(
    `${story.name} in %s reads as its stored transcript`,
    async (locale) => {
      const database = await createTestDatabase();

      const played = await playStory(story, { locale, databaseUrl: database.url });

      const file = new URL(`../stories/transcripts/${story.name}.${locale}.txt`, import.meta.url);
      expect(played.split('\n')).toEqual((await readFile(file, 'utf8')).split('\n'));
    },
    longestMs,
  );
}
