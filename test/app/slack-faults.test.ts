/** Slack as it is on a bad day: limits, lost replies, dead triggers, used-up addresses, broken connections, repeats. */
import type { Bag } from '../../src/sandbox/contract/rules.ts';
import {
  type Examiner,
  eventually,
  openFromCommittee,
  setUpCommittee,
  startExaminer,
  topView,
} from '../support/app-examiner.ts';
import { admin, channels, clerk, hall, members, signingSecret, team } from '../support/app-seed.ts';
import { commandBody, payloadBody, sendAndHangUp, submissionOf } from '../support/app-signed.ts';
import { createTestDatabase } from '../support/test-database.ts';

let exam: Examiner;
beforeAll(async () => {
  exam = await startExaminer({
    databaseUrl: (await createTestDatabase()).url,
    prepare: (sandbox) => sandbox.faults.failWith('auth.test', 503, 5),
  });
});
afterAll(() => exam.stop());
afterEach(() => {
  exam.sandbox.faults.clear();
  expect(exam.refusals()).toEqual([]);
});

function card(channel: string) {
  const cards = exam.as(admin).messages(channel);
  return cards.filter(({ onlyFor, user }) => onlyFor === null && user === 'U0EXAMBOT');
}

async function committees(name: string): Promise<number> {
  const rows = await exam.rows('SELECT count(*)::int AS n FROM committee WHERE name = $1', [name]);
  return Number(rows[0]?.n);
}

/** Somebody who is no admin sets a committee up: a card for the channel follows. */
async function askFor(channel: string, name: string): Promise<void> {
  const person = exam.as(clerk);
  const asked = await person.command(channel, '/committee', 'setup');
  expect(asked).toMatchObject({ ok: true, body: null });
  const sent = await person.submit(topView(person), { name });
  expect(sent.ok).toBe(true);
  await person.close(topView(person), true);
}

test('Slack is down at the start: people are told so in words, /ready says no, and it recovers by itself', async () => {
  await eventually(
    () => exam.bot.written(),
    (written) => written.includes('slack has not said whose token this is'),
    20_000,
  );

  const early = await exam.as(admin).command(hall, '/committee');
  const readiness = await exam.bot.status('/ready');
  await exam.bot.ready();
  const later = await exam.as(admin).command(hall, '/committee', 'members');

  expect(JSON.stringify(early.body)).toContain('not connected yet');
  expect(readiness).toBe(503);
  expect(JSON.stringify(later.body)).toContain('No committee works in this channel yet');
  await setUpCommittee(exam);
}, 40_000);

test('an expired trigger: the answer comes privately with a button, and the button opens the form', async () => {
  const person = exam.as(admin);
  exam.sandbox.faults.expireTriggers();

  const outcome = await person.command(hall, '/committee', 'settings');
  const answer = person.messages(hall).at(-1)!;
  const pressed = await person.click(answer, 'Open the form');

  expect(outcome.ok).toBe(true);
  expect(answer.onlyFor).toBe(admin);
  expect(pressed.ok).toBe(true);
  const view = await eventually(
    () => person.topView(),
    (open) => open !== null,
    3_000,
  );
  expect(JSON.stringify(view?.view)).toContain('Settings');
  await person.close(topView(person), true);
});

describe('a lost reply', () => {
  test('of views.open: the form is open once, and nobody is told that it is not', async () => {
    const person = exam.as(admin);
    exam.sandbox.faults.loseReply('views.open');

    const outcome = await person.command(hall, '/committee', 'settings');

    expect(outcome).toMatchObject({ ok: true, body: null });
    expect(person.openViews()).toHaveLength(1);
    await person.close(topView(person), true);
  });

  test('of chat.postMessage: the card is there once', async () => {
    const channel = channels[0]!;
    exam.sandbox.faults.loseReply('chat.postMessage', 2);

    await askFor(channel, 'Lost reply');

    await eventually(
      () => card(channel).length,
      (count) => count >= 1,
      10_000,
    );
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    expect(card(channel)).toHaveLength(1);
  }, 30_000);

  test('of the answer in a direct message: it is said once', async () => {
    const person = exam.as(members[0]!);
    const direct = await person.openMessages();
    exam.sandbox.faults.loseReply('chat.postMessage');

    await person.type(direct, 'help');

    await eventually(
      () => person.messages(direct).length,
      (count) => count >= 2,
      5_000,
    );
    await exam.sandbox.quiet(600);
    expect(person.messages(direct)).toHaveLength(2);
  }, 20_000);
});

const methods = [
  'users.info',
  'conversations.info',
  'conversations.members',
  'conversations.open',
  'conversations.history',
  'users.list',
  'views.open',
  'views.push',
  'views.update',
  'views.publish',
  'chat.postMessage',
  'chat.postEphemeral',
  'chat.update',
] as const;

describe('429 on every method in turn, twice: everybody is answered in time, and what was to be said is said once', () => {
  test.each(methods)(
    '%s',
    async (method) => {
      const index = methods.indexOf(method);
      const channel = channels[index % 11]!;
      const name = `After 429 on ${method}`;
      await exam.rows('UPDATE committee SET "channelId" = NULL WHERE "channelId" = $1', [channel]).catch(() => {});
      const cardsBefore = card(channel).length;
      const [proposer, boss] = [exam.as(members[index % members.length]!), exam.as(admin)];
      const times: number[] = [];
      const timed = async <T extends { ms: number; trouble: string | null }>(acting: Promise<T>): Promise<T> => {
        const outcome = await acting;
        times.push(outcome.ms);
        expect(outcome.trouble).toBeNull();
        return outcome;
      };
      exam.sandbox.faults.rateLimit(method, 1, 2);

      await timed(proposer.command(channel, '/committee', 'setup'));
      for (let tries = 0; !proposer.topView() && tries < 3; tries += 1) {
        await timed(proposer.click(proposer.messages(channel).at(-1)!, 'Open the form'));
        await exam.sandbox.quiet(100);
      }
      const sent = await timed(proposer.submit(topView(proposer), { name }));
      await proposer.close(topView(proposer), true);
      await eventually(
        () => card(channel).length,
        (count) => count === cardsBefore + 1,
        15_000,
      );
      await timed(boss.click(card(channel).at(-1)!, 'Confirm'));
      await boss.openHome();
      await timed(boss.command(channel, '/committee', 'members'));
      await exam.sandbox.quiet(300);

      expect(sent.ok).toBe(true);
      expect(await committees(name)).toBe(1);
      expect(card(channel)).toHaveLength(cardsBefore + 1);
      await eventually(
        () => JSON.stringify(card(channel).at(-1)),
        (text) => text.includes('is confirmed'),
        10_000,
      );
      expect(Math.max(...times)).toBeLessThan(3_000);
    },
    60_000,
  );
});

test('a response_url that is used up: the card is replaced another way', async () => {
  const channel = channels[11]!;
  await askFor(channel, 'Used up');
  await eventually(
    () => card(channel).length,
    (count) => count === 1,
    10_000,
  );
  exam.sandbox.faults.clear();
  const { ts } = card(channel)[0]!;
  const action = JSON.stringify(card(channel)[0]!.blocks).match(/"action_id":"([^"]*confirm[^"]*)"/u)?.[1];
  const value = (JSON.stringify(card(channel)[0]!.blocks).match(/"value":"((?:[^"\\]|\\.)*)"/u)?.[1] ?? '').replaceAll(
    '\\"',
    '"',
  );
  const body: Bag = {
    type: 'block_actions',
    team: { id: team },
    user: { id: admin, team_id: team },
    channel: { id: channel },
    container: { type: 'message', channel_id: channel, message_ts: ts, is_ephemeral: false },
    message: { ts },
    trigger_id: '1.2.used',
    response_url: `${exam.slackUrl}/sandbox/hooks/actions/${team}/none`,
    actions: [{ type: 'button', action_id: action, block_id: 'b1', value, action_ts: '1.2' }],
  };

  const answer = await exam.sendSigned(payloadBody(body));

  expect(answer?.status).toBe(200);
  await eventually(
    () => JSON.stringify(card(channel)),
    (text) => text.includes('is confirmed'),
    5_000,
  );
});

describe('the connection breaks before the answer', () => {
  test('of a command: the answer comes by its response_url', async () => {
    const person = exam.as(admin);
    await person.command(hall, '/committee', 'members');
    const form = exam.lastSent('/committee') as Record<string, string>;
    const before = person.messages(hall).length;

    await exam.withheld('committee', () =>
      sendAndHangUp(exam.bot.url, commandBody({ ...form, trigger_id: 'hang-up' }), { secret: signingSecret }),
    );

    await eventually(
      () => person.messages(hall).length,
      (count) => count === before + 1,
      5_000,
    );
    expect(person.messages(hall).at(-1)?.text).toContain('Members');
  });

  test('of a submission: it is saved once, its sender is told, and a repeat is recognised', async () => {
    const person = exam.as(admin);
    const sending = await addMemberForm('hang-up-1', 'Hanging Hilda');

    await exam.withheld('committee', () => sendAndHangUp(exam.bot.url, sending, { secret: signingSecret }));
    await eventually(
      () => people('Hanging Hilda'),
      (count) => count === 1,
      5_000,
    );
    await eventually(
      () => JSON.stringify([person.messages(hall), person.directMessages(), person.openViews()]),
      (seen) => seen.includes('Hanging Hilda'),
      5_000,
    );
    const repeat = await exam.sendSigned(sending);

    expect(repeat?.text).toContain('saved before');
    expect(await people('Hanging Hilda')).toBe(1);
  });
});

async function people(name: string): Promise<number> {
  const rows = await exam.rows('SELECT count(*)::int AS n FROM person WHERE "fullName" = $1', [name]);
  return Number(rows[0]?.n);
}

/** The body of a submission that adds a person, as the admin who is the secretary of the hall sends it. */
async function addMemberForm(requestId: string, name: string, user = admin): Promise<string> {
  const person = exam.as(user);
  const stored = await openFromCommittee(exam, 'Add without account', user);
  await person.fill(stored, { 'Full name': name });
  const payload = { ...stored.view, id: stored.id, hash: stored.hash };
  const values = structuredClone(stored.values);
  await person.close(stored, true);
  return submissionOf(payload, { user, team, requestId, values });
}

describe('the same payload twice at the same moment is done once', () => {
  test('a submission', async () => {
    const sending = await addMemberForm('twice-1', 'Twice Theodora');

    const answers = await Promise.all([exam.sendSigned(sending), exam.sendSigned(sending), exam.sendSigned(sending)]);

    expect(answers.map((answer) => answer?.status)).toEqual([200, 200, 200]);
    expect(await people('Twice Theodora')).toBe(1);
    expect(answers.filter((answer) => answer?.text.includes('is now in the committee'))).toHaveLength(1);
    expect(answers.filter((answer) => answer?.text.includes('saved before'))).toHaveLength(2);
  });

  test('a button', async () => {
    const channel = channels[10]!;
    await exam.rows('UPDATE committee SET "channelId" = NULL WHERE "channelId" = $1', [channel]).catch(() => {});
    const before = card(channel).length;
    await askFor(channel, 'Pressed twice');
    await eventually(
      () => card(channel).length,
      (count) => count === before + 1,
      10_000,
    );
    const name = 'block_actions';
    await exam.as(admin).click(card(channel).at(-1)!, 'Confirm');
    const sent = exam.sandbox.inspector
      .entries()
      .findLast((each) => each.direction === 'out' && each.name.startsWith(name));

    const answers = await Promise.all([1, 2, 3].map(() => exam.sendSigned(payloadBody(sent?.request))));

    expect(answers.map((answer) => answer?.status)).toEqual([200, 200, 200]);
    const events = await exam.rows(`SELECT count(*)::int AS n FROM event e JOIN committee c ON c.id = e."committeeId"
      WHERE e.kind = 'committees.confirmed' AND c.name = 'Pressed twice'`);
    expect(events[0]?.n).toBe(1);
  }, 30_000);

  test('a command: both are answered and nothing stands twice', async () => {
    const person = exam.as(admin);
    await person.command(hall, '/committee', 'members');
    const form = exam.lastSent('/committee') as Record<string, string>;

    const answers = await Promise.all([1, 2].map(() => exam.sendSigned(commandBody(form))));

    for (const answer of answers) expect(answer?.text).toContain('Members');
  });

  test('an event: it is answered once', async () => {
    const person = exam.as(members[1]!);
    const direct = await person.openMessages();
    const before = person.messages(direct).length;
    exam.sandbox.faults.repeatEvents(1);

    await person.type(direct, 'help');
    await exam.sandbox.quiet(1_500, 20_000);

    expect(person.messages(direct)).toHaveLength(before + 2);
  }, 30_000);
});

test('ten people submit at once: each is saved and answered', async () => {
  const sendings = await Promise.all(members.map(async (_user, index) => addMemberFormOnce(index)));

  const answers = await Promise.all(sendings.map((body) => exam.sendSigned(body)));

  for (const answer of answers) expect(answer?.text).toContain('is now in the committee');
  for (const index of members.keys()) expect(await people(`Crowd Number${index}`)).toBe(1);
  expect(Math.max(...answers.map((answer) => answer?.ms ?? 9_999))).toBeLessThan(3_000);
}, 30_000);

let template: string | null = null;

/** The same form under ten ids: what ten people with the right would send in the same moment. */
async function addMemberFormOnce(index: number): Promise<string> {
  template ??= await addMemberForm('crowd-template', 'Crowd NumberTEMPLATE');
  const payload = new URLSearchParams(template).get('payload') ?? '';
  const own = payload.replaceAll('NumberTEMPLATE', `Number${index}`).replaceAll('crowd-template', `crowd-${index}`);
  return commandBody({ payload: own });
}
