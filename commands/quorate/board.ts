/** The committee secretary's board: what waits for answers in their committees. States and counts, never contents. */
import type { Call } from '../../src/chat/call.ts';
import type { Block } from '../../src/chat/message.ts';
import { listDeadlines } from '../../src/features/deadlines/operations/look.ts';
import type { CommitteeDuties, Duties } from '../../src/features/deadlines/types/duties.ts';
import { comingButton } from '../../src/features/deadlines/views/coming.ts';
import { boardRow } from '../../src/features/deadlines/views/list.ts';
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
  const blocks: Block[] = [];
  for (const { committee } of own) {
    const found = await listDeadlines(call, features, committee.id);
    const waiting = found.ok
      ? found.value.deadlines.filter(({ owing, deadline }) => owing !== 0 && deadline.ladder === 'date')
      : [];
    if (waiting.length === 0) continue;
    const next = comingButton.draw(t('deadlines.board.coming'), { committee: committee.id });
    blocks.push(
      { kind: 'row', text: [{ bold: committee.name }], buttons: [next] },
      ...waiting.map((listed) => boardRow(t, listed)),
    );
  }
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
