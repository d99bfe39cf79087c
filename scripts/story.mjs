/**
 * Plays a story and prints its transcript:  npm run story -- vn-office [--locale en|vi] [--record]
 * Recording writes test/stories/transcripts/<story>.<locale>.txt, in both languages unless one is named.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import './typescript.mjs';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { locale: { type: 'string' }, record: { type: 'boolean', default: false } },
});
const { stories } = await import('../test/stories/all.ts');
const { playStory } = await import('../test/support/story-player.ts');
const locales = { nomcom: 'en' };

const [name] = positionals;
const chosen = stories.filter((story) => name === undefined || story.name === name);
if (chosen.length === 0 || (name === undefined && !values.record)) {
  console.error(`Which story? There is: ${stories.map((story) => story.name).join(', ')}`);
  process.exit(1);
}

for (const story of chosen) {
  const asked = values.locale === undefined ? null : [values.locale];
  for (const locale of asked ?? (values.record ? ['vi', 'en'] : [locales[story.name] ?? 'vi'])) {
    const transcript = await playStory(story, { locale, databaseUrl: null });
    if (!values.record) console.log(transcript);
    else {
      await writeFile(new URL(`../test/stories/transcripts/${story.name}.${locale}.txt`, import.meta.url), transcript);
      console.log(`recorded ${story.name} in ${locale}`);
    }
  }
}
