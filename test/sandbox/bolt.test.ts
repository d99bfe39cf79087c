/** The real Bolt against the sandbox, over HTTP and over sockets: the same bot, the same answers. */
import { createRequire } from 'node:module';
import type { App as BoltApp } from '@slack/bolt';
import type { Bag } from '../../src/sandbox/contract/rules.ts';
import { eventually } from '../support/eventually.ts';
import { type Bench, bench, channel, input, modal, secretary, signingSecret, team, token } from './support.ts';

const { App } = createRequire(import.meta.url)('@slack/bolt') as typeof import('@slack/bolt');

let here: Bench;
let app: BoltApp;

afterEach(async () => {
  await app.stop();
  await here.close();
});

async function overHttp(): Promise<void> {
  here = await bench();
  app = new App({ token, signingSecret, clientOptions: { slackApiUrl: `${here.url}/api/` } });
  const server = (await app.start(0)) as { address(): { port: number } };
  here.deliverTo(`http://127.0.0.1:${server.address().port}/slack/events`);
}

async function overSockets(): Promise<void> {
  here = await bench();
  const clientOptions = { slackApiUrl: `${here.url}/api/` };
  app = new App({ token, appToken: 'xapp-sandbox-0000000000', socketMode: true, clientOptions });
  await app.start();
}

test.each([
  ['HTTP', overHttp],
  ['sockets', overSockets],
])('a command opens a form, its submission is answered, over %s', async (_name, start) => {
  await start();
  app.command('/propose', async ({ ack, body, client }) => {
    await client.views.open({
      trigger_id: body.trigger_id,
      view: modal([input('name')], { callback_id: 'f' }) as never,
    });
    await ack();
  });
  app.view('f', async ({ ack, view }) => {
    const name = view.state.values.name?.v?.value;
    await (name === 'ok' ? ack() : ack({ response_action: 'errors', errors: { name: 'not ok' } }));
  });
  const actor = here.sandbox.as(team, secretary);

  const opened = await actor.command(channel, '/propose');
  const refused = await actor.submit(actor.topView()!, { name: 'no' });
  const taken = await actor.submit(actor.topView()!, { name: 'ok' });

  expect([opened.ok, refused.errors, taken.ok]).toEqual([true, { name: 'not ok' }, true]);
  expect(actor.openViews()).toEqual([]);
});

test('an event reaches Bolt and Home appears, over sockets', async () => {
  await overSockets();
  app.event('app_home_opened', async ({ client, event }) => {
    const view: Bag = { type: 'home', blocks: [{ type: 'divider' }] };
    await client.views.publish({ user_id: event.user, view: view as never });
  });
  const actor = here.sandbox.as(team, secretary);

  await actor.openHome();
  const home = await eventually(actor.home, (view) => view !== null);

  expect(home?.view.type).toBe('home');
});
