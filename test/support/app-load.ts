/** People at work while the bot is killed: everybody repeats what was not acknowledged, as a person would. */
import type { Actor } from '../../src/sandbox/actor.ts';
import type { Bag } from '../../src/sandbox/contract/rules.ts';
import type { Message, StoredView } from '../../src/sandbox/types.ts';
import { type Examiner, eventually, openFromCommittee, patiently, pause, topView, wordsOf } from './app-examiner.ts';
import type { BotProcess } from './app-process.ts';
import { admin, botUser, clerk, team } from './app-seed.ts';
import { submissionOf } from './app-signed.ts';
import { patientActor } from './patient-actor.ts';

/** Bodies of submissions made from one form that was really drawn, each with an id and a name of its own. */
export async function memberForms(exam: Examiner): Promise<(requestId: string, name: string) => string> {
  const person = exam.as(admin);
  await openFromCommittee(exam, 'Add without account');
  await person.fill(topView(person), { 'Full name': 'TEMPLATE' });
  const { view, values, id, hash } = topView(person);
  const text = JSON.stringify(values);
  await person.close(id, true);
  return (requestId, name) =>
    submissionOf(
      { ...view, id, hash },
      {
        user: admin,
        team,
        requestId,
        values: JSON.parse(text.replace('TEMPLATE', name)) as Bag,
      },
    );
}

/** As somebody who is no admin sends it: a card asks the channel for an admin's confirmation. */
export async function setUpForms(exam: Examiner, from: string): Promise<(channel: string) => string> {
  const person = exam.as(clerk);
  await patiently(async () => {
    if (!person.topView()) await person.command(from, '/committee', 'setup');
    topView(person);
  });
  await person.fill(topView(person), { name: 'TEMPLATE' });
  const { view, values, id, hash } = topView(person);
  const text = JSON.stringify([view, values]);
  await person.close(id, true);
  return (channel) => {
    const [ownView, ownValues] = JSON.parse(
      text.replaceAll(from, channel).replaceAll('TEMPLATE', `Committee of ${channel}`),
    ) as [Bag, Bag];
    const own = { user: clerk, team, requestId: `set-up-${channel}`, values: ownValues };
    return submissionOf({ ...ownView, id, hash }, own);
  };
}

/** Two starts of a bot on a machine that is busy with something else are in it. */
const stubbornMs = 300_000;

/** Sends until acknowledged; true when the first try was. */
export async function untilAcknowledged(
  exam: Examiner,
  body: string,
  done: RegExp,
  to: () => BotProcess = () => exam.bot,
): Promise<boolean> {
  const end = performance.now() + stubbornMs;
  for (let tries = 1; performance.now() < end; tries += 1) {
    const answer = await exam.sendSigned(body, to());
    if (answer?.status === 200 && done.test(answer.text)) return tries === 1;
    await pause(1_000);
  }
  throw new Error('it was never acknowledged');
}

/** From the private card to the sent comment, begun anew as long as any step fails. */
export async function commentUntilSent(person: Actor, text: string): Promise<number> {
  let failure: unknown = null;
  const end = performance.now() + stubbornMs;
  for (let tries = 1; performance.now() < end; tries += 1) {
    try {
      await comment(person, text);
      return tries;
    } catch (error) {
      failure = error;
    }
    while (person.topView()) await person.close(topView(person), true).catch(() => {});
    await pause(400);
  }
  throw new Error(`${person.userId} could not send a comment`, { cause: failure });
}

async function comment(person: Actor, text: string): Promise<void> {
  const card = person.directMessages().find(({ blocks }) => JSON.stringify(blocks).includes('Comment on the list'));
  if (!card) throw new Error(`not asked: ${JSON.stringify(person.directMessages().map((message) => message.text))}`);
  await person.click(card, 'Comment on the list');
  const opened = await eventually(
    () => person.topView(),
    (view) => view !== null,
    5_000,
  );
  // A draft that was saved although nobody heard so: what was typed is there, and only has to be sent.
  const patient = patientActor(person);
  if (!wordsOf(opened!).includes(text)) await write(patient, opened!, text);
  await patient.click(topView(person), 'Send');
  await eventually(
    () => JSON.stringify(person.topView()?.view ?? null),
    (seen) => seen.includes('Sent: '),
    5_000,
  );
  await person.close(topView(person), true);
}

async function write(person: Actor, pick: StoredView, text: string): Promise<void> {
  const field = ((pick.view.blocks ?? []) as Bag[]).find(({ block_id }) =>
    String(block_id).startsWith('field:position'),
  );
  const element = field?.element as { options: Bag[] };
  const picked = await person.submit(topView(person), {
    [String(field?.block_id)]: [String(element.options[0]?.value)],
    'field:rest': ['yes'],
  });
  if (!picked.ok) throw new Error(`not picked: ${JSON.stringify([picked.errors, picked.trouble, picked.body])}`);
  await person.submit(topView(person), { 'field:stance': 'agree-with-comments', 'field:text': text });
}

/** Every card of the bot's that carries a key, over all channels and direct messages, with how often it is there. */
export function cardsByKey(exam: Examiner): ReadonlyMap<string, number> {
  const all = Object.values(exam.sandbox.state().teams[team]?.messages ?? {}).flat();
  const keys = all.filter(({ user }) => user === botUser).flatMap((message) => keyOf(message) ?? []);
  return new Map(keys.map((key) => [key, keys.filter((each) => each === key).length]));
}

function keyOf(message: Message): string | null {
  const payload = message.metadata?.event_payload as Bag | undefined;
  const key = String(payload?.key ?? '');
  return key === '' || key.startsWith('answer:') ? null : key;
}

/** Cards to the whole channel. */
export function cardsIn(exam: Examiner, channel: string): number {
  const messages = exam.sandbox.state().teams[team]?.messages[channel] ?? [];
  return messages.filter(({ user, onlyFor }) => user === botUser && onlyFor === null).length;
}

/** Direct messages about a review, answered or not. */
export function invitations(exam: Examiner, user: string): number {
  const messages = exam.as(user).directMessages();
  return messages.filter(({ metadata, blocks }) => metadata && JSON.stringify(blocks).includes('list no. ')).length;
}

/** How often the bot ran into Slack's limits; the inspector forgets, so it is asked all the time. */
export function countLimits(exam: Examiner): { count(): number; stop(): void } {
  const seen = new Map<number, string>();
  const look = () => {
    for (const { id, status, name, direction } of exam.sandbox.inspector.entries()) {
      if (direction === 'in' && status === 429) seen.set(id, name);
    }
  };
  const timer = setInterval(look, 100).unref();
  return {
    count() {
      look();
      return seen.size;
    },
    stop: () => clearInterval(timer),
  };
}
