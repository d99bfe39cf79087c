/**
 * A card that was pressed is drawn twice: by the answer to the press, and by the redraw of everybody's copies. Which of
 * the two comes last is chance, so both must say the same; a transcript alone would show the difference only now and then.
 */
import { type Bag, isBag } from '../../src/sandbox/contract/rules.ts';
import type { Exchange } from '../../src/sandbox/inspector.ts';

/** What one act drew in two ways: null, or both drawings for the author to compare. */
export function drawnTwoWays(exchanges: readonly Exchange[]): string | null {
  const pressed = exchanges.flatMap(({ name, request }) => {
    const container = name.startsWith('block_actions') && isBag(request) ? request.container : null;
    return isBag(container) && container.message_ts ? [String(container.message_ts)] : [];
  });
  const answers = exchanges.filter(({ name, request }) => name === 'response_url' && isReplacing(request));
  const redraws = exchanges.filter(({ name, request }) => {
    return name === 'chat.update' && isBag(request) && pressed.includes(String(request.ts));
  });
  for (const answer of answers) {
    for (const redraw of redraws) {
      const [one, other] = [drawing(answer.request), drawing(redraw.request)];
      if (one !== other) return `the answer to the press drew\n  ${one}\nand the redraw\n  ${other}`;
    }
  }
  return null;
}

function isReplacing(request: unknown): boolean {
  return isBag(request) && String(request.replace_original) === 'true';
}

/** Blocks without the ids that the adapter numbers. */
function drawing(request: unknown): string {
  const { blocks } = request as Bag;
  const list: unknown = typeof blocks === 'string' ? JSON.parse(blocks) : blocks;
  return JSON.stringify(list, (key, value: unknown) => (key === 'block_id' ? undefined : value));
}
