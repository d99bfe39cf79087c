/** Slack as it is on a bad day: limits, lost replies, dead triggers, used-up addresses, broken connections, repeats. */
import type { Bag } from '../../src/sandbox/contract/rules.ts';
import {
  actUntil,
  type Examiner,
  eventually,
  openFromCommittee,
  patiently,
  setUpCommittee,
  startExaminer,
  topView,
} from '../support/app-examiner.ts';
import { untilAcknowledged } from '../support/app-load.ts';
import { admin, channels, clerk, hall, members, signingSecret, team } from '../support/app-seed.ts';
import { commandBody, payloadBody, sendAndHangUp, submissionOf } from '../support/app-signed.ts';
import { createTestDatabase } from '../support/test-database.ts';

let exam: Examiner;
beforeAll(async () => {
  exam = await startExaminer({
    databaseUrl: (await createTestDatabase()).url,
    // Until the first test lets it through.
    prepare: (sandbox) => sandbox.faults.failWith('auth.test', 503, 1_000),
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
  await patiently(async () => {
    if (!person.topView()) expect(await person.command(channel, '/committee', 'setup')).toMatchObject({ ok: true });
    topView(person);
  });
  const sent = await person.submit(topView(person), { name });
  expect(sent.ok).toBe(true);
  await person.close(topView(person), true);
}

test('Slack is down at the start: people are told so in words, /ready says no, and it recovers by itself', async () => {
  await eventually(
    () => exam.bot.written(),
    (written) => written.includes('slack has not said whose token this is'),
  );

  const early = await exam.as(admin).command(hall, '/committee');
  const readiness = await exam.bot.status('/ready');
  exam.sandbox.faults.clear();
  await exam.bot.ready();
  const later = await exam.as(admin).command(hall, '/committee', 'members');

  expect(JSON.stringify(early.body)).toContain('not connected yet');
  expect(readiness).toBe(503);
  expect(JSON.stringify(later.body)).toContain('No committee works in this channel yet');
  await setUpCommittee(exam);
});

test('an expired trigger: the answer comes privately with a button, and the button opens the form', async () => {
  const person = exam.as(admin);
  await patiently(async () => {
    exam.sandbox.faults.clear();
    exam.sandbox.faults.expireTriggers();
    const outcome = await person.command(hall, '/committee', 'settings');
    expect(outcome.ok).toBe(true);
    expect(JSON.stringify(person.messages(hall).at(-1)?.blocks)).toContain('Open the form');
  });
  const answer = person.messages(hall).at(-1)!;

  const view = await actUntil(
    () => person.click(answer, 'Open the form'),
    () => person.topView(),
    (open) => open !== null,
  );

  expect(answer.onlyFor).toBe(admin);
  expect(JSON.stringify(view?.view)).toContain('Settings');
  await person.close(topView(person), true);
});

describe('a lost reply', () => {
  test('of views.open: the form is open once, and nobody is told that it is not', async () => {
    const person = exam.as(admin);

    await patiently(async () => {
      if (person.topView()) await person.close(topView(person), true);
      exam.sandbox.faults.clear();
      exam.sandbox.faults.loseReply('views.open');

      const outcome = await person.command(hall, '/committee', 'settings');

      expect(outcome).toMatchObject({ ok: true, body: null });
      expect(person.openViews()).toHaveLength(1);
    });
    await person.close(topView(person), true);
  });

  test('of chat.postMessage: the card is there once', async () => {
    const channel = channels[0]!;
    exam.sandbox.faults.loseReply('chat.postMessage', 2);

    await askFor(channel, 'Lost reply');

    await eventually(
      () => card(channel).length,
      (count) => count >= 1,
    );
    // Until the sender knows that it is there; then it has nothing left to say.
    await exam.atRest();
    expect(card(channel)).toHaveLength(1);
  });

  test('of the answer in a direct message: it is said once', async () => {
    const person = exam.as(members[0]!);
    const direct = await person.openMessages();
    await exam.atRest();
    const before = person.messages(direct).length;
    exam.sandbox.faults.loseReply('chat.postMessage');

    await person.type(direct, 'help');

    await eventually(
      () => person.messages(direct).length,
      (count) => count >= before + 2,
    );
    await exam.sandbox.quiet(600);
    expect(person.messages(direct)).toHaveLength(before + 2);
  });
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
  test.each(methods)('%s', async (method) => {
    const index = methods.indexOf(method);
    const channel = channels[index % 11]!;
    const name = `After 429 on ${method}`;
    await exam.rows('UPDATE committee SET "channelId" = NULL WHERE "channelId" = $1', [channel]).catch(() => {});
    await exam.atRest();
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
    // Where no form came, the answer has a button for it; where it has none, the command is typed once more.
    for (let tries = 0; !proposer.topView() && tries < 8; tries += 1) {
      const answer = proposer.messages(channel).at(-1);
      const hasButton = JSON.stringify(answer?.blocks ?? null).includes('Open the form');
      await timed(
        hasButton ? proposer.click(answer!, 'Open the form') : proposer.command(channel, '/committee', 'setup'),
      );
      await exam.sandbox.quiet(100);
    }
    const sent = await timed(proposer.submit(topView(proposer), { name }));
    await proposer.close(topView(proposer), true);
    await eventually(
      () => card(channel).length,
      (count) => count === cardsBefore + 1,
    );
    await actUntil(
      () => timed(boss.click(card(channel).at(-1)!, 'Confirm')),
      () => JSON.stringify(card(channel).at(-1)),
      (text) => text.includes('is confirmed'),
    );
    await boss.openHome();
    await timed(boss.command(channel, '/committee', 'members'));
    await exam.atRest();

    expect(sent.ok).toBe(true);
    expect(await committees(name)).toBe(1);
    expect(card(channel)).toHaveLength(cardsBefore + 1);
    expect(Math.max(...times)).toBeLessThan(3_000);
  });
});

test('a response_url that is used up: the card is replaced another way', async () => {
  const channel = channels[11]!;
  await askFor(channel, 'Used up');
  await eventually(
    () => card(channel).length,
    (count) => count === 1,
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

  await actUntil(
    async () => expect((await exam.sendSigned(payloadBody(body)))?.status).toBe(200),
    () => JSON.stringify(card(channel)),
    (text) => text.includes('is confirmed'),
  );
});

describe('the connection breaks before the answer', () => {
  test('of a command: the answer comes by its response_url', async () => {
    const person = exam.as(admin);
    await person.command(hall, '/committee', 'members');
    const form = exam.lastSent('/committee') as Record<string, string>;
    await exam.sandbox.quiet();
    let tries = 0;

    // Each time anew: what was too late for a busy machine is answered too, in other words.
    await patiently(async () => {
      const before = person.messages(hall).length;
      tries += 1;
      const body = commandBody({ ...form, trigger_id: `hang-up-${tries}` });
      await exam.withheld('committee', () => sendAndHangUp(exam.bot.url, body, { secret: signingSecret }));

      await eventually(
        () => person.messages(hall).length,
        (count) => count === before + 1,
        10_000,
      );
      expect(person.messages(hall).at(-1)?.text).toContain('Members');
    });
  });

  test('of a submission: it is saved once, its sender is told, and a repeat is recognised', async () => {
    const person = exam.as(admin);
    const sending = await addMemberForm('hang-up-1', 'Hanging Hilda');

    await actUntil(
      () => exam.withheld('committee', () => sendAndHangUp(exam.bot.url, sending, { secret: signingSecret })),
      () => people('Hanging Hilda'),
      (count) => count === 1,
    );
    await eventually(
      () => JSON.stringify([person.messages(hall), person.directMessages(), person.openViews()]),
      (seen) => seen.includes('Hanging Hilda'),
    );
    await untilAcknowledged(exam, sending, /saved before/u);

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
    let tries = 0;

    // With somebody else each time: on a busy machine one of the three may be told to repeat it.
    await patiently(async () => {
      tries += 1;
      const name = `Twice Theodora ${tries}`;
      const sending = await addMemberForm(`twice-${tries}`, name);

      const answers = await Promise.all([1, 2, 3].map(() => exam.sendSigned(sending)));

      expect(answers.map((answer) => answer?.status)).toEqual([200, 200, 200]);
      expect(await people(name)).toBe(1);
      expect(answers.filter((answer) => answer?.text.includes('is now in the committee'))).toHaveLength(1);
      expect(answers.filter((answer) => answer?.text.includes('saved before'))).toHaveLength(2);
    });
  });

  test('a button', async () => {
    const channel = channels[10]!;
    await exam.rows('UPDATE committee SET "channelId" = NULL WHERE "channelId" = $1', [channel]).catch(() => {});
    const before = card(channel).length;
    await askFor(channel, 'Pressed twice');
    await eventually(
      () => card(channel).length,
      (count) => count === before + 1,
    );
    const name = 'block_actions';
    await exam.as(admin).click(card(channel).at(-1)!, 'Confirm');
    const sent = exam.sandbox.inspector
      .entries()
      .findLast((each) => each.direction === 'out' && each.name.startsWith(name));

    const answers = await Promise.all([1, 2, 3].map(() => exam.sendSigned(payloadBody(sent?.request))));

    expect(answers.map((answer) => answer?.status)).toEqual([200, 200, 200]);
    const confirmed = `SELECT count(*)::int AS n FROM event e JOIN committee c ON c.id = e."committeeId"
      WHERE e.kind = 'committees.confirmed' AND c.name = 'Pressed twice'`;
    await actUntil(
      () => exam.as(admin).click(card(channel).at(-1)!, 'Confirm'),
      () => exam.rows(confirmed),
      ([row]) => Number(row?.n) > 0,
    );
    expect(await exam.rows(confirmed)).toEqual([{ n: 1 }]);
  });

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
    await exam.atRest();
    const before = person.messages(direct).length;
    exam.sandbox.faults.repeatEvents(1);

    await person.type(direct, 'help');
    await eventually(
      () => person.messages(direct).length,
      (count) => count >= before + 2,
    );
    await exam.sandbox.quiet(1_500);

    expect(person.messages(direct)).toHaveLength(before + 2);
  });
});

test('ten people submit at once: each is answered and saved once, whoever is asked to repeat it by the repeat', async () => {
  const sendings: string[] = [];
  for (const index of members.keys()) sendings.push(await addMemberFormOnce(index));

  const answers = await Promise.all(sendings.map((body) => exam.sendSigned(body)));
  await Promise.all(sendings.map((body) => untilAcknowledged(exam, body, /saved before|is now in the committee/u)));

  for (const answer of answers) expect(answer?.text).toMatch(/is now in the committee|Not saved|ot confirmed|Saved/u);
  for (const index of members.keys()) expect(await people(`Crowd Number${index}`)).toBe(1);
});

let template: string | null = null;

/** The same form under ten ids: what ten people with the right would send in the same moment. */
async function addMemberFormOnce(index: number): Promise<string> {
  template ??= await addMemberForm('crowd-template', 'Crowd NumberTEMPLATE');
  const payload = new URLSearchParams(template).get('payload') ?? '';
  const own = payload.replaceAll('NumberTEMPLATE', `Number${index}`).replaceAll('crowd-template', `crowd-${index}`);
  return commandBody({ payload: own });
}
