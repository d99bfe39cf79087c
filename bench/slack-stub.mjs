/** The little of Slack's Web API that the bot asks for while it is measured: everything succeeds at once. */
import { createServer } from 'node:http';

const answers = {
  'auth.test': { team_id: 'T0BENCH', user_id: 'U0BOT', bot_id: 'B0BOT' },
  'users.info': {
    user: { id: 'U0CLERK', name: 'clerk', real_name: 'Clara Clerk', is_admin: true, tz: 'UTC', locale: 'en-US' },
  },
  'conversations.info': { channel: { id: 'C0BENCH', name: 'bench', is_member: true } },
  'conversations.open': { channel: { id: 'D0BENCH' } },
  'chat.postMessage': { ts: '1.000001', channel: 'D0BENCH' },
  'views.open': { view: { id: 'V1', hash: 'h' } },
};

export async function startStub() {
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      const method = (request.url ?? '').split('/').pop() ?? '';
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ ok: true, ...answers[method] }));
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}/api/`, close: () => server.close() };
}
