/** The measure to compare with: a Bolt app that does one insert before its acknowledgement, and nothing else. */
import bolt from '@slack/bolt';
import pg from 'pg';

const { PORT, DATABASE_URL, SLACK_SIGNING_SECRET } = process.env;
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 10 });
await pool.query('CREATE TABLE IF NOT EXISTS bare (id bigserial PRIMARY KEY, text text, at timestamptz DEFAULT now())');
const app = new bolt.App({
  receiver: new bolt.HTTPReceiver({ signingSecret: SLACK_SIGNING_SECRET, logLevel: bolt.LogLevel.ERROR }),
  authorize: async () => ({ botToken: 'xoxb-bench', botId: 'B1', botUserId: 'U1' }),
  logLevel: bolt.LogLevel.ERROR,
});
app.command(/.*/, async ({ ack, body }) => {
  await pool.query('INSERT INTO bare (text) VALUES ($1)', [body.text]);
  await ack({ response_type: 'ephemeral', text: 'saved' });
});
app.view(/.*/, async ({ ack, body }) => {
  await pool.query('INSERT INTO bare (text) VALUES ($1)', [body.view.callback_id]);
  await ack();
});
await app.start(Number(PORT));
