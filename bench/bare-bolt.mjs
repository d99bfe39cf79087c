/** What the bot is measured against: Bolt as its own guide has it, with one insert before the acknowledgement. */
import bolt from '@slack/bolt';
import pg from 'pg';

const [port, url, signingSecret] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: url, max: 10 });
await pool.query('CREATE TABLE IF NOT EXISTS bare (id bigserial PRIMARY KEY, "user" text, said text)');
const app = new bolt.App({
  signingSecret,
  authorize: async () => ({ botToken: 'xoxb-bare', botId: 'B0', botUserId: 'U0' }),
  endpoints: '/slack/events',
  logLevel: 'error',
});
app.command('/committee', async ({ ack, body }) => {
  await pool.query('INSERT INTO bare ("user", said) VALUES ($1, $2)', [body.user_id, body.text]);
  await ack({ response_type: 'ephemeral', text: 'saved' });
});
app.view('ballots.paper', async ({ ack, body }) => {
  await pool.query('INSERT INTO bare ("user", said) VALUES ($1, $2)', [body.user.id, JSON.stringify(body.view.state)]);
  const text = { type: 'plain_text', text: 'saved' };
  const view = { type: 'modal', title: text, blocks: [{ type: 'section', text }] };
  await ack({ response_action: 'update', view });
});
await app.start(Number(port));
console.log('listening');
