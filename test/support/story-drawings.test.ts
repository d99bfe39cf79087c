import type { Exchange } from '../../src/sandbox/inspector.ts';
import { drawnTwoWays } from './story-drawings.ts';

const card = (text: string, id: string) => [{ type: 'section', block_id: id, text: { type: 'mrkdwn', text } }];
const exchange = (name: string, request: unknown): Exchange => ({
  ...{ id: 1, direction: 'in', teamId: null, status: 200, ms: 1, problem: null, response: null },
  ...{ name, request },
});
const press = exchange('block_actions', { container: { message_ts: '1.1' } });
const answer = exchange('response_url', { replace_original: true, blocks: card('You come', 'b0') });
const redraw = (ts: string, blocks: unknown) => exchange('chat.update', { channel: 'D1', ts, blocks });

test.each([
  ['the same drawing, numbered in another way', redraw('1.1', card('You come', 'b7')), false],
  ['the same drawing, sent as text', redraw('1.1', JSON.stringify(card('You come', 'b0'))), false],
  ['another card', redraw('2.2', card('Something else', 'b0')), false],
  ['the pressed card, otherwise', redraw('1.1', card('You come.', 'b0')), true],
])('after a press, a redraw of %s', (_what, drawn, isTwoWays) => {
  expect(drawnTwoWays([press, answer, drawn]) !== null).toBe(isTwoWays);
});
