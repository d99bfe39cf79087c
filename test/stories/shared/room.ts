/** Counting in the room, in stories: a teller enters what they counted, whatever the order of the names in their language. */
import type { Player } from '../../support/story-player.ts';

/** `votes` by the name that stands on the paper: "5", or "3/2/1" for, against and abstaining. */
export async function enterCount(
  teller: Player,
  returned: string,
  votes: Readonly<Record<string, string>>,
): Promise<void> {
  await teller.types('/vote');
  await teller.presses('ballots.counts');
  await teller.presses('ballots.count');
  const { lines, fields } = teller.reads();
  const names = Object.keys(votes).sort((a, b) => lineOf(lines, a) - lineOf(lines, b));
  const lineFields = fields.filter((field) => /^q\d+c\d+$/.test(field));
  const typed = names.map((name, place) => [lineFields[place] ?? '', votes[name] ?? '']);
  await teller.submits({ q0returned: returned, ...Object.fromEntries(typed) });
}

function lineOf(lines: readonly string[], name: string): number {
  return lines.findIndex((line) => line.includes(name));
}
