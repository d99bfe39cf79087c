/** What comes in that should not: forged, stale, misshapen, unknown, too long, or from people without a role. */
import { type Bag, isBag } from '../../src/sandbox/contract/rules.ts';
import {
  actUntil,
  type Examiner,
  eventually,
  inTime,
  patiently,
  setUpCommittee,
  startExaminer,
  topView,
  wordsOf,
} from '../support/app-examiner.ts';
import {
  admin,
  botToken,
  channels,
  clerk,
  guest,
  hall,
  outsider,
  shared,
  signingSecret,
  team,
} from '../support/app-seed.ts';
import { commandBody, payloadBody, sendSigned, submissionOf } from '../support/app-signed.ts';
import { createTestDatabase } from '../support/test-database.ts';

let exam: Examiner;
beforeAll(async () => {
  exam = await startExaminer({ databaseUrl: (await createTestDatabase()).url });
  await exam.bot.ready();
  await setUpCommittee(exam);
  // What follows from it is done before anything is counted.
  await exam.atRest();
});
afterAll(() => exam.stop());
afterEach(() => expect(exam.refusals()).toEqual([]));

const secret = { secret: signingSecret };

function commandForm(more: Record<string, string> = {}): Record<string, string> {
  return {
    team_id: team,
    channel_id: hall,
    user_id: admin,
    command: '/committee',
    text: '',
    trigger_id: `1.2.${Math.random()}`,
    response_url: `${exam.slackUrl}/sandbox/hooks/commands/${team}/none`,
    ...more,
  };
}

/** Null when the connection broke before there was an answer. */
function send(body: string, signing = {}) {
  return sendSigned(exam.bot.url, body, { ...secret, ...signing });
}

async function sendInTime(body: string) {
  return inTime(async () => {
    const answer = await send(body);
    if (!answer) throw new Error('the connection broke before there was an answer');
    return answer;
  });
}

async function api(method: string, args: Bag): Promise<Bag> {
  const response = await fetch(`${exam.slackUrl}/api/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${botToken}` },
    body: JSON.stringify(args),
  });
  return (await response.json()) as Bag;
}

/** How many rows each table has. */
async function trace(): Promise<Record<string, unknown>> {
  const tables = await exam.rows(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'graphile_worker')
     AND tablename NOT IN ('tick', '_private_jobs', '_private_job_queues')`,
  );
  const counts = await Promise.all(
    tables.map(async ({ name }) => [name, (await exam.rows(`SELECT count(*) AS n FROM ${String(name)}`))[0]?.n]),
  );
  return Object.fromEntries(counts) as Record<string, unknown>;
}

describe('a request that Slack did not sign just now gets 401 and leaves no trace but a counter', () => {
  test.each([
    ['a forged signature', { secret: 'somebody-elses' }, 'bad-signature'],
    ['a timestamp six minutes old', { offBy: -360 }, 'stale-request'],
    ['a timestamp six minutes ahead', { offBy: 360 }, 'stale-request'],
  ])('%s', async (_name, signing, counter) => {
    const counted = `quorate_slack_total{what="${counter}"}`;
    // A trace would be left every time; what the clockwork does meanwhile comes but now and then.
    await patiently(async () => {
      await exam.atRest();
      const before = { rows: await trace(), log: exam.bot.written(), count: await exam.bot.counter(counted) };

      const answer = await send(commandBody(commandForm({ text: 'settings' })), signing);

      expect(answer).toMatchObject({ status: 401, text: '' });
      expect(await exam.bot.counter(counted)).toBe(before.count + 1);
      expect(await trace()).toEqual(before.rows);
      expect(exam.bot.written()).toBe(before.log);
    });
  });

  test('control: the same request with four minutes of difference is answered and leaves a trace', async () => {
    const user = 'U0MEMBER9';
    const before = await trace();

    const answer = await send(commandBody(commandForm({ user_id: user })), { offBy: -240 });
    const after = await eventually(trace, (rows) => JSON.stringify(rows) !== JSON.stringify(before), 10_000);

    expect(answer?.status).toBe(200);
    expect(after).not.toEqual(before);
  });
});

describe('a request in another form', () => {
  test.each([
    ['a command as plain text', 'text/plain', 400],
    ['a command that says it is JSON', 'application/json', 400],
    ['a command with a charset', 'application/x-www-form-urlencoded; charset=utf-8', 200],
  ])('%s', async (_name, contentType, status) => {
    const answer = await send(commandBody(commandForm()), { contentType });

    expect(answer?.status).toBe(status);
  });

  test.each([
    ['a payload that is no JSON', 'payload=%7Bnot'],
    ['nothing at all', ''],
    ['an array', '[]'],
    ['a payload of a kind that nobody knows', payloadBody({ type: 'no_such_thing', team: { id: team } })],
    ['a command without its name', commandBody({ team_id: team, user_id: admin })],
    ['an event without a kind', JSON.stringify({ type: 'event_callback', team_id: team, event: {} })],
    [
      'actions that are none',
      payloadBody({ type: 'block_actions', team: { id: team }, user: { id: admin }, actions: [] }),
    ],
  ])('%s is answered without a failure of ours', async (_name, body) => {
    const before = await exam.bot.counter('quorate_router_total{what="bug"}');

    const answer = await sendInTime(body);

    expect([200, 400, 404]).toContain(answer.status);
    expect(answer.ms).toBeLessThan(3_000);
    expect(await exam.bot.counter('quorate_router_total{what="bug"}')).toBe(before);
    expect(exam.bot.written()).not.toContain('"level":50');
  });

  test('a body over four megabytes is refused', async () => {
    const answer = await send(commandBody(commandForm({ text: 'x'.repeat(5_000_000) })));

    expect(answer === null || answer.status === 413).toBe(true);
    expect(await exam.bot.status('/health')).toBe(200);
  });
});

describe('what the bot does not know is answered in words', () => {
  test('a command of another name', async () => {
    const outcome = await exam.as(admin).command(hall, '/nosuch', 'x');

    expect(outcome.ok).toBe(true);
    expect(JSON.stringify(outcome.body)).toContain('no command of this name');
  });

  test('a command from a workspace that it is not in', async () => {
    const answer = await send(commandBody(commandForm({ team_id: 'T0STRANGE' })));

    expect(answer?.status).toBe(200);
    expect(answer?.text).toContain('not set up for this workspace');
  });

  test('a button that nothing belongs to', async () => {
    const blocks = [
      {
        type: 'actions',
        elements: [{ type: 'button', action_id: 'gone.away#0', text: { type: 'plain_text', text: 'Old' } }],
      },
    ];
    const posted = await api('chat.postMessage', { channel: channels[11], text: 'old card', blocks });
    const person = exam.as(admin);
    const card = person.messages(channels[11]!).find(({ ts }) => ts === posted.ts)!;

    await actUntil(
      () => person.click(card, 'Old'),
      () => person.messages(channels[11]!).at(-1)?.text ?? '',
      (text) => text.includes('out of date'),
    );
  });

  test('a form that nothing belongs to', async () => {
    const person = exam.as(admin);
    const view = {
      type: 'modal',
      callback_id: 'gone.form',
      title: { type: 'plain_text', text: 'Old form' },
      submit: { type: 'plain_text', text: 'Send' },
      blocks: [{ type: 'section', text: { type: 'plain_text', text: 'nothing to fill in' } }],
    };
    await patiently(async () => {
      await person.command(hall, '/quorate', 'help');
      const { trigger_id } = exam.lastSent('/quorate');
      expect(await api('views.open', { trigger_id, view })).toMatchObject({ ok: true });
    });

    const outcome = await person.submit(topView(person));

    expect(outcome.ok).toBe(true);
    expect(wordsOf(topView(person))).toContain('out of date');
    await person.close(topView(person), true);
  });
});

const texts: [string, string][] = [
  ['20,000 characters', 'dài '.repeat(5_000)],
  ['20,000 characters that grow when escaped', '<&>'.repeat(6_700)],
  ['emoji', '👩‍👩‍👧‍👦🏳️‍🌈 '.repeat(40)],
  ['right-to-left text', 'لجنة الترشيح ‮abc‬ ועדה'],
  ['curly quotes', '“setup” ‘x’ «y»'],
  ['no-break spaces', 'no\u00a0such\u202fthing\u2003here'],
  ['a call to everybody', '<!channel> <!here> @everyone <@U0CLERK|x>'],
  ['broken surrogates and controls', 'a\ud800b\u0000c\u0007'],
  ['markup', '*bold* _it_ ~x~ `code` ```block``` > quote'],
];

/** Whatever Slack would make a mention of: markup where it is parsed, and the elements that are mentions by themselves. */
function pings(message: unknown): unknown[] {
  if (Array.isArray(message)) return message.flatMap(pings);
  if (!isBag(message)) return [];
  const isParsed = message.type === 'mrkdwn' || 'blocks' in message;
  const isMarkup = isParsed && /<[!@]/u.test(String(message.text));
  const isMention = ['broadcast', 'user', 'usergroup'].includes(String(message.type));
  return [...(isMarkup || isMention ? [message] : []), ...Object.values(message).flatMap(pings)];
}

test('control: a mention is found wherever it would work', () => {
  const blocks = [
    { type: 'section', text: { type: 'mrkdwn', text: '<!here>' } },
    { type: 'broadcast', range: 'here' },
  ];

  expect(pings({ text: '<@U1>', blocks })).toHaveLength(3);
});

describe('any text gets an answer that Slack takes, in time, and pings nobody', () => {
  test.each(texts)('as a command: %s', async (_name, text) => {
    for (const command of ['/committee', '/quorate']) {
      const outcome = await exam.as(admin).command(hall, command, text);

      expect(outcome).toMatchObject({ ok: true, trouble: null });
      expect(outcome.ms).toBeLessThan(3_000);
      expect(pings(outcome.body)).toEqual([]);
    }
  });

  test.each(texts)('as a direct message: %s', async (_name, text) => {
    const person = exam.as(clerk);
    const direct = await person.openMessages();
    const before = person.messages(direct).length;

    await person.type(direct, text);
    await eventually(
      () => person.messages(direct).length,
      (count) => count >= before + 2,
    );

    expect(pings(person.messages(direct).slice(before + 1))).toEqual([]);
  });

  test.each(texts.slice(2))('as a name in a form, shown as typed: %s', async (name, text) => {
    const channel = channels[texts.findIndex(([each]) => each === name)]!;
    const person = exam.as(admin);
    await person.command(channel, '/committee', 'setup');

    const outcome = await person.submit(topView(person), { name: text.slice(0, 140) });
    await person.close(topView(person), true);
    const shown = await person.command(channel, '/committee');

    expect(outcome.ok).toBe(true);
    expect(shown.ok).toBe(true);
    expect(pings(shown.body)).toEqual([]);
    expect(JSON.stringify(shown.body)).not.toContain('"mrkdwn"');
  });

  test('a name longer than the form lets through is refused beside its field', async () => {
    const person = exam.as(admin);
    await person.command(channels[10]!, '/committee', 'setup');
    const view = exam.sandbox.inspector.entries().findLast(({ name }) => name === 'views.open')?.request as {
      view: Bag;
    };
    const stored = topView(person);
    const [block] = Object.keys(stored.values);
    const values = structuredClone(stored.values);
    for (const entered of Object.values(values[block!]!)) entered.value = 'x'.repeat(20_000);
    const body = submissionOf(
      { ...view.view, id: stored.id, hash: stored.hash },
      { user: admin, team, requestId: 'too-long', values },
    );

    const answer = await send(body);
    await person.close(stored, true);

    expect(JSON.parse(answer?.text ?? '')).toMatchObject({ response_action: 'errors' });
    expect(answer?.text).toContain('150');
  });
});

describe('people without a role', () => {
  test('a guest cannot set a committee up', async () => {
    const person = exam.as(guest);
    const outcome = await person.command(channels[10]!, '/committee', 'setup');
    const view = person.topView();
    const sent = view ? await person.submit(view, { name: 'By a guest' }) : outcome;
    if (view) await person.close(topView(person), true);

    expect(JSON.stringify([outcome.body, sent.body])).toContain('cannot set up');
    expect(await exam.rows(`SELECT 1 FROM committee WHERE name = 'By a guest'`)).toEqual([]);
  });

  test('nobody sets one up in a channel shared with another organisation', async () => {
    const outcome = await exam.as(admin).command(shared, '/committee', 'setup');

    expect(JSON.stringify(outcome.body)).toContain('shared with another organisation');
  });

  test.each([guest, clerk])('%s sees nothing of a committee that they are not in', async (user) => {
    const seen = await Promise.all(
      ['', 'members', 'settings'].map((text) => exam.as(user).command(hall, '/committee', text)),
    );

    for (const { ok, body } of seen) {
      expect(ok).toBe(true);
      expect(JSON.stringify(body)).not.toContain('Vossberg');
    }
    expect(exam.as(user).topView()).toBeNull();
  });

  test('somebody from another organisation is answered and shown nothing', async () => {
    const outcome = await exam.as(outsider).command(shared, '/committee');

    expect(outcome.ok).toBe(true);
    expect(JSON.stringify(outcome.body)).not.toContain('Vossberg');
  });
});
