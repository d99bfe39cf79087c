/** The crawl of somebody recused: every command, button, form and search, the cards, the channel, the calendar. */
import type { Input } from '../../src/chat/call.ts';
import { client } from '../../src/database/client.ts';
import type { StoreHandle } from '../../src/kernel/act.ts';
import { buttonsOf } from '../support/calls.ts';
import { discarded, mouthOf } from './bot.ts';
import { explore, firstSteps, type Step, type Walk, withoutIds } from './explore.ts';
import { calendarOf, type Worded, wordedFor } from './recusal-crawl-cards.ts';
import { afterwards, at, type RecusalScene, type Somebody } from './scene.ts';
import { allIds } from './tables.ts';

/** Both are recused in one scene, and each crawls it. */
export const readers = ['a member', 'the committee secretary who is also the chair'] as const;

export interface Crawled {
  readonly scene: RecusalScene;
  readonly walks: readonly Walk[];
  readonly cards: readonly Worded[];
  readonly posts: readonly Worded[];
  readonly calendar: string;
  /** All ids of the world, which stay the same whatever is tried. */
  readonly known: ReadonlySet<string>;
  /** Of the case, and what those who see it are offered that carries one of them. */
  readonly ids: ReadonlySet<string>;
  readonly inputs: readonly Input[];
}

export type CrawledBy = Readonly<Record<(typeof readers)[number], Crawled>>;

export interface Reach {
  /** Lines besides the advertised ones. */
  readonly typed: readonly Line[];
  /** Lines behind which it goes on for a step more. */
  readonly deeper: readonly Line[];
  /** Commands of which only what they say at once is looked at: another scene goes on there. */
  readonly aside: readonly string[];
}

export type Line = `${string} ${string}`;

export async function crawl(store: StoreHandle, scene: RecusalScene, reach: Reach): Promise<CrawledBy> {
  if (!scene.officer) throw new Error('nobody is both');
  const ids = await idsOfCase(store, scene);
  const known = await allIds(store);
  const inputs = ids.size > 0 ? await inputsWith(scene, ids, known) : [];
  const by = async (reader: Somebody) => crawlAs(store, { ...scene, reader }, { ids, inputs, known }, reach);
  const [member, both] = readers;
  return { [member]: await by(scene.reader), [both]: await by(scene.officer) } as CrawledBy;
}

async function crawlAs(
  store: StoreHandle,
  scene: RecusalScene,
  given: Pick<Crawled, 'ids' | 'inputs' | 'known'>,
  { typed, deeper, aside }: Reach,
): Promise<Crawled> {
  const isAside = (step: Step) => step.kind === 'line' && aside.includes(step.name);
  const { known } = given;
  const first = linesFor(scene, scene.reader);
  return {
    ...{ scene, ...given },
    cards: await wordedFor(store, scene, 'reader'),
    posts: await wordedFor(store, scene, 'channel'),
    walks: [
      ...(await walk(scene, scene.reader, { depth: 1, known, first: first.filter(isAside) })),
      ...(await walk(scene, scene.reader, {
        ...{ depth: 2, known },
        first: [...first.filter((step) => !isAside(step)), ...typed.map(lineStep)],
      })),
      // Who may do everything comes to most: once is enough.
      ...(scene.reader === scene.officer
        ? await walk(scene, scene.reader, { depth: 3, known, first: deeper.map(lineStep) })
        : []),
    ],
    calendar: await calendarOf(store, scene),
  };
}

/** Lines that show a member the dates once more, with buttons of the committee secretary, or refuse. */
const ofTheSecretary = ['board', 'calendar', 'cancel', 'move', 'rules', 'snooze'];

/** A list of dates is the dearest of all answers: whoever runs the committee sees it in all its forms, a member in one. */
function linesFor({ officer, clerk }: RecusalScene, eyes: Somebody): readonly Step[] {
  if (eyes.person === officer?.person || eyes.person === clerk.person) return firstSteps;
  return firstSteps.filter(
    (step) => step.kind !== 'line' || step.name !== 'deadline' || !ofTheSecretary.includes(step.text),
  );
}

export async function walk(
  { channel }: RecusalScene,
  eyes: Somebody,
  how: { readonly depth: 1 | 2 | 3; readonly known: ReadonlySet<string>; readonly first?: readonly Step[] },
): Promise<readonly Walk[]> {
  const perHandler = (step: Step) => (how.depth === 3 || isOfDates(step) ? 2 : 3);
  return explore(at(eyes, afterwards), { channel, prune, perHandler, ...how });
}

/** It is enough to have tried each button with the first few of what it stands at; each on a date shows all dates again. */
function isOfDates(step: Step): boolean {
  return step.kind === 'press' && step.action.startsWith('deadlines.');
}

/** "plan pool": the command and what is typed after it. */
export function lineStep(line: Line): Step {
  const [name = '', ...text] = line.split(' ');
  return { kind: 'line', name, text: text.join(' ') };
}

/** As if the reader had never been recused, and then thrown away. */
export async function openAgain<T>(scene: RecusalScene, work: (store: Somebody['store']) => Promise<T>): Promise<T> {
  return discarded(at(scene.reader, afterwards), async (store) => {
    await client(store).recusal.deleteMany({ where: { personId: scene.reader.person } });
    return work(store);
  });
}

export async function replyTo(scene: RecusalScene, input: Input): Promise<string> {
  const act = at(scene.reader, afterwards);
  return discarded(act, async (store) => withoutIds(JSON.stringify(await mouthOf(act, null, store).answer(input))));
}

/** Ids that exist only because of the case: the person, every row about them, lists and rounds of nobody else. */
async function idsOfCase(store: StoreHandle, { xavier: person }: RecusalScene): Promise<ReadonlySet<string>> {
  if (person === null) return new Set();
  const tables = await client(store).$queryRawUnsafe<readonly { name: string }[]>(
    `SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name IN ('id', 'personId') GROUP BY 1 HAVING count(*) = 2`,
  );
  const about: string[] = [];
  for (const { name } of tables) {
    const sql = `SELECT "id"::text AS id FROM "${name}" WHERE "personId" = $1::uuid`;
    about.push(...(await client(store).$queryRawUnsafe<readonly { id: string }[]>(sql, person)).map(({ id }) => id));
  }
  const alone = await client(store).nomineeList.findMany({
    where: { entries: { every: { personId: person } } },
    include: { rounds: true },
  });
  const lists = alone.flatMap(({ id, rounds }) => [id, ...rounds.map((round) => round.id)]);
  const dates = await client(store).deadline.findMany({ where: { subjectId: { in: [...about, ...lists] } } });
  return new Set([person, ...about, ...lists, ...dates.map(({ id }) => id)]);
}

/** What those who see the case are offered that carries one of its ids: buttons of what they read, filled forms. */
async function inputsWith(
  scene: RecusalScene,
  ids: ReadonlySet<string>,
  known: ReadonlySet<string>,
): Promise<readonly Input[]> {
  const offered = new Map<string, Input>();
  for (const eyes of [scene.clerk, scene.ann]) {
    for (const { reply } of await walk(scene, eyes, { depth: 1, known, first: linesFor(scene, eyes) })) {
      for (const { action, data } of 'kind' in reply ? offeredIn(reply) : []) {
        const input: Input = { kind: 'button', action, data, in: 'message' };
        const text = JSON.stringify(input);
        if ([...ids].some((id) => text.includes(id))) offered.set(text, input);
      }
    }
  }
  return [...offered.values()];
}

function offeredIn(reply: Extract<Walk['reply'], { kind: string }>) {
  if (reply.kind === 'show' || reply.kind === 'replace') return buttonsOf(reply.message);
  return reply.kind === 'form' || reply.kind === 'redraw' ? buttonsOf(reply.form) : [];
}

/** Setting up another committee leads out of this one; the menu repeats the commands. */
function prune(step: Step): boolean {
  return step.kind === 'press' ? step.action === 'quorate.line' : 'form' in step && step.form === 'committees.set-up';
}
