/** The committee secretary's board: what waits for answers in their committees. States and counts, never contents. */
import type { Call } from '../../src/chat/call.ts';
import type { Block } from '../../src/chat/message.ts';
import { listDeadlinesIn } from '../../src/features/deadlines/operations/look.ts';
import type { CommitteeDuties, Duties } from '../../src/features/deadlines/types/duties.ts';
import { boardOnHome } from '../../src/features/deadlines/views/board.ts';
import type { Texts } from '../../src/i18n/texts.ts';
import { nextSteps } from './next-step.ts';

/** Empty for whoever is no committee secretary anywhere, and while nothing waits. */
export async function boardBlocks(
  call: Call,
  t: Texts,
  committees: readonly CommitteeDuties[],
  features: readonly Duties[],
): Promise<readonly Block[]> {
  const own = committees.filter(({ roles }) => roles.includes('clerk'));
  const lists = await listDeadlinesIn(
    call,
    features,
    own.map(({ committee }) => committee.id),
  );
  const blocks = lists.flatMap((list) => boardOnHome(t, list));
  return blocks.length > 0 ? [{ kind: 'heading', text: t('deadlines.board.title') }, ...blocks] : [];
}

/** The next step of each new committee that the person is committee secretary of. */
export async function stepBlocks(
  call: Call,
  t: Texts,
  committees: readonly CommitteeDuties[],
): Promise<readonly Block[]> {
  const own = committees.filter(({ roles }) => roles.includes('clerk')).map(({ committee }) => committee);
  const blocks = await nextSteps(call, t, own);
  return blocks.length > 0 ? [{ kind: 'heading', text: t('quorate.next.title') }, ...blocks] : [];
}
