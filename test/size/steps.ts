/** Every command, and every button in what it answers, tried once each by the committee secretary. */
import type { Reply } from '../../src/chat/call.ts';
import type { Act } from '../../src/kernel/act.ts';
import { mouthOf } from '../security/bot.ts';
import { branches, firstSteps, type Path, type Step, stepsFrom, tryOut } from '../security/explore.ts';

/** What one step cost, by the way to it: `measure` runs the step and says how much. */
export async function costOfEachStep(
  act: Act,
  measure: <T>(step: () => Promise<T>) => Promise<{ readonly value: T; readonly cost: number }>,
): Promise<ReadonlyMap<string, number>> {
  const costs = new Map<string, number>();
  const tried = new Set<string>();

  /** Each once, wherever it stands: of a button beside every name, the first. */
  async function from(path: Path, steps: readonly Step[]): Promise<readonly { path: Path; reply: Reply }[]> {
    const found: { path: Path; reply: Reply }[] = [];
    const fresh = steps.filter((step) => !tried.has(wordOf(step)) && tried.add(wordOf(step)));
    await branches(act, null, path, fresh, async (attempt, store, step) => {
      const { value: reply, cost } = await measure(() => tryOut(attempt, mouthOf(act, null, store)));
      costs.set([...path, step].map(wordOf).join(' › '), cost);
      if ('kind' in reply) found.push({ path: [...path, step], reply });
    });
    return found;
  }

  for (const { path, reply } of await from([], firstSteps)) await from(path, stepsFrom(reply));
  return costs;
}

function wordOf(step: Step): string {
  if (step.kind === 'line') return `/${step.name} ${step.text}`.trim();
  if (step.kind === 'press') return `[${step.action}]`;
  return step.kind === 'home' ? 'Home' : `${step.kind} ${step.form}`;
}
