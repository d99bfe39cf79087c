/** GET and POST /answer/<token> over real HTTP: what is asked of the pages, and how the answer is sent. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type AnswerPages, serveAnswerPage } from '../src/answer-pages.ts';

const taken: unknown[] = [];
const pages: AnswerPages = {
  show: async (secret) => (secret === 'known' ? { status: 200, html: '<p>the parcel</p>' } : null),
  async take(secret, typed) {
    taken.push([secret, typed]);
    return { status: 422, html: '<p>again</p>' };
  },
};
const server = createServer((request, response) => {
  void serveAnswerPage(pages, (request.url ?? '/').slice(1), request, response);
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test('a page is kept by nobody, runs no script and tells no other page its address', async () => {
  const answer = await fetch(`${origin}/known`);

  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe('<p>the parcel</p>');
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
  });
});

test('an address that there is not, and a method that nobody answers, look the same', async () => {
  const [unknown, put] = [await fetch(`${origin}/other`), await fetch(`${origin}/known`, { method: 'PUT' })];

  expect([unknown.status, put.status]).toEqual([404, 404]);
  expect(await unknown.text()).toBe(await put.text());
});

test('the fields of the form come as they were typed, also in Vietnamese', async () => {
  const body = new URLSearchParams({ 'answer-1': 'returned', 'word-1': 'Từ năm nào? A&B=C' });

  const answer = await fetch(`${origin}/known`, { method: 'POST', body });

  expect(answer.status).toBe(422);
  expect(taken).toEqual([['known', { 'answer-1': 'returned', 'word-1': 'Từ năm nào? A&B=C' }]]);
});

test('a form of more than two million bytes is refused, and the sender hears it', async () => {
  const answer = await fetch(`${origin}/known`, { method: 'POST', body: 'x'.repeat(6_000_000) });

  expect(answer.status).toBe(413);
});
