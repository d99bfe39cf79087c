/** Key-holders and sealed papers in stories: what is random is read from the window and left out of the transcript. */
import type { Player, Stage } from '../../support/story-player.ts';

/** Each holder takes a key and types its six words again. Answers with the words of each. */
export async function takeKeys(stage: Stage, holders: readonly string[]): Promise<Map<string, string>> {
  const words = new Map<string, string>();
  for (const name of holders) {
    const holder = stage.as(name);
    await holder.presses('sealing.take-key');
    const six = wordsIn(holder);
    for (const word of six) stage.hides(`. ${word}\n`, { vi: '. ‹từ›\n', en: '. ‹word›\n' });
    stage.hides(six.join(' '), { vi: '‹sáu từ›', en: '‹six words›' });
    await holder.submits({ words: six.join(' ') });
    words.set(name, six.join(' '));
  }
  return words;
}

/** The receipt in the open window. */
export function receiptIn(stage: Stage, person: Player): string {
  const receipt = /\w{4}-\w{4}-\w{4}/.exec(person.reads().lines.join('\n'))?.[0] ?? '';
  stage.hides(receipt, { vi: '‹mã biên nhận›', en: '‹receipt›' });
  return receipt;
}

function wordsIn(holder: Player): readonly string[] {
  return holder.reads().lines.flatMap((line) => /^\d\. \W*([a-z]+)\W*$/.exec(line)?.[1] ?? []);
}
