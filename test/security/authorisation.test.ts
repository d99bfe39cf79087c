/**
 * Nobody without business in a committee learns or changes anything in it. Everything that its secretary can press, send
 * and search is tried by others, with the very same ids, and again with their own committee's id in place of it: what
 * comes back with a click is in the hands of whoever clicks.
 */
import type { Reply } from '../../src/chat/call.ts';
import { seeCommittee } from '../../src/features/committees/operations/look.ts';
import { changeMembership } from '../../src/features/committees/operations/members.ts';
import type { StoreHandle } from '../../src/kernel/act.ts';
import { createTestDatabase } from '../support/test-database.ts';
import { createWorld } from '../support/worlds.ts';
import { mistakes, mouthOf } from './bot.ts';
import { type Attempt, branches, explore, type Path, type Step, tryOut } from './explore.ts';
import { afterwards, at, createScene, must, type Scene, type Somebody, secrets } from './scene.ts';
import { allIds, rows, rowsWritten } from './tables.ts';

const { handle } = await createTestDatabase();

/** Somewhere that the secretary gets to, and what can be done from there. */
interface Place {
  readonly path: Path;
  readonly steps: readonly Step[];
}

interface Attacker {
  readonly name: string;
  readonly act: Somebody;
  /** A committee of their own, whose id they put in the place of this one's. */
  readonly own: string | null;
}

let scene: Scene;
let attackers: readonly Attacker[] = [];
let places: readonly Place[] = [];
let ofCommittee: ReadonlySet<string>;

beforeAll(async () => {
  scene = await createScene(handle, {});
  const neighbour = await neighbouringClerk();
  const stranger = await createWorld(handle, { clerkName: 'Sam Stranger' });
  const formerly = await formerClerk();
  attackers = [
    { name: 'somebody without a role', act: await scene.person('Nick Nobody'), own: null },
    { name: 'a guest', act: { ...(await scene.person('Gus Guest')), isOutsider: true }, own: null },
    { name: 'a committee secretary who has left', act: formerly, own: null },
    { name: 'the secretary of another committee', act: neighbour.act, own: neighbour.committee },
    { name: 'the secretary of another workspace', act: stranger.clerk, own: stranger.committee },
  ];
  const known = await allIds(handle);
  ofCommittee = new Set([scene.committee, scene.plan, scene.openRound, scene.closedRound, scene.conference]);
  const walks = await explore(at(scene.clerk, afterwards), {
    channel: scene.channel,
    depth: 3,
    known,
    prune,
    perHandler: 2,
  });
  places = placesOf(walks.map(({ path }) => path));
}, 600_000);

/** Setting up another committee, one's absence and calendar, and the menu are everybody's; every workspace has its own admins. */
function prune(step: Step): boolean {
  if (step.kind === 'submit' && step.pick === 'last') return true;
  return step.kind === 'press'
    ? ['quorate.line', 'conferences.feed-create', 'conferences.feed-revoke'].includes(step.action)
    : 'form' in step &&
        ['committees.set-up', 'quorate.away', 'classification.accepted', 'retention.period'].includes(step.form);
}

/** Taking one's own data away, or asking for their erasure, is everybody's; whose data are read is looked at all the same. */
function isAboutOneself(step: Step): boolean {
  return step.kind === 'press' && ['personal-data.take', 'personal-data.ask-erasure'].includes(step.action);
}

test('the secretary comes far', () => {
  expect(places.flatMap(({ steps }) => steps).length).toBeGreaterThan(100);
});

test('nobody else learns or changes anything', async () => {
  const found = await attacksOn(places, attackers);

  expect(found).toEqual([]);
  expect(mistakes).toEqual([]);
}, 900_000);

test('control: a member of the committee learns and changes something', async () => {
  const found = await attacksOn(places.slice(0, 12), [{ name: 'a member', act: scene.ann, own: null }]);

  expect(found.some((one) => one.includes('read'))).toBe(true);
  expect(found.some((one) => one.includes('changed'))).toBe(true);
}, 900_000);

/** Grouped by where one comes from. */
function placesOf(paths: readonly Path[]): readonly Place[] {
  const places = new Map<string, { path: Path; steps: Step[] }>();
  for (const path of paths) {
    const from = path.slice(0, -1);
    const place = places.get(JSON.stringify(from)) ?? { path: from, steps: [] };
    place.steps.push(path.at(-1) as Step);
    places.set(JSON.stringify(from), place);
  }
  return [...places.values()];
}

/** All of them one after the other; only when something was written, again one by one to say whether it stayed and by whom. */
async function attacksOn(places: readonly Place[], by: readonly Attacker[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { path, steps } of places) {
    const suspicious: Step[] = [];
    await branches(at(scene.clerk, afterwards), scene.channel, path, steps, async (attempt, store, step) => {
      const before = await rowsWritten(store);
      for (const { attacker, variant } of attacks(attempt, by)) {
        const reply = await tryOut(variant, mouthOf(at(attacker.act, afterwards), scene.channel, store));
        const read = wordsRead(reply, variant !== attempt && isRegister(variant));
        if (read.length > 0) found.push(`${described(step, attacker)} read ${read}`);
      }
      if ((await rowsWritten(store)) !== before && !isAboutOneself(step)) suspicious.push(step);
    });
    for (const step of suspicious) found.push(...(await changesBy(path, step, by)));
  }
  return [...new Set(found)];
}

async function changesBy(path: Path, step: Step, by: readonly Attacker[]): Promise<readonly string[]> {
  const found: string[] = [];
  await branches(at(scene.clerk, afterwards), scene.channel, path, [step], async (attempt, store) => {
    for (const { attacker, variant } of attacks(attempt, by)) {
      const known = await rows(store);
      await tryOut(variant, mouthOf(at(attacker.act, afterwards), scene.channel, store));
      const changed = await foreignChange(store, known, variant !== attempt);
      if (changed) found.push(`${described(step, attacker)} changed ${changed}`);
    }
  });
  return found;
}

function attacks(attempt: Attempt, by: readonly Attacker[]) {
  return by.flatMap((attacker) => variants(attempt, attacker).map((variant) => ({ attacker, variant })));
}

function described(step: Step, attacker: Attacker): string {
  return `${attacker.name}: ${JSON.stringify(step)}`;
}

/** As it is, and with the attacker's own committee wherever this one's id stands. */
function variants(attempt: Attempt, { own }: Attacker): readonly Attempt[] {
  if (own === null) return [attempt];
  const text = JSON.stringify(attempt).replaceAll(scene.committee, own);
  return text === JSON.stringify(attempt) ? [attempt] : [attempt, JSON.parse(text) as Attempt];
}

/** The register belongs to the workspace: its people are seen by the secretary of every committee. */
function isRegister({ input, search }: Attempt): boolean {
  return JSON.stringify(input ?? search).includes('"people.') || search !== null || mentionsPerson(input);
}

function mentionsPerson(input: unknown): boolean {
  return JSON.stringify(input).includes(scene.nominee);
}

function wordsRead(reply: Reply | readonly unknown[], isOwnRegister: boolean): readonly string[] {
  const text = JSON.stringify(reply);
  const names = ['Noor Nominee', 'Paul Pending', 'Greta Given', 'Standing Entry'];
  return secrets.filter((word) => text.includes(word) && !(isOwnRegister && names.includes(word)));
}

/** With one's own committee one may do what one likes there: only rows that hang on this committee count. */
async function foreignChange(store: StoreHandle, known: ReadonlySet<string>, isOwn: boolean): Promise<string | null> {
  const now = await rows(store);
  const changed = [...[...now].filter((row) => !known.has(row)), ...[...known].filter((row) => !now.has(row))];
  if (!isOwn) return changed.length > 0 ? changed.map((row) => row.slice(0, 100)).join(' | ') : null;
  const foreign = changed.filter((row) => [...ofCommittee].some((id) => row.includes(id)));
  return foreign.length > 0 ? foreign.map((row) => row.slice(0, 100)).join(' | ') : null;
}

async function neighbouringClerk(): Promise<{ act: Somebody; committee: string }> {
  const { setUpCommittee } = await import('../../src/features/committees/operations/set-up.ts');
  const act = { ...(await scene.person('Nora Neighbour')), isWorkspaceAdmin: true };
  const input = { channel: 'C0NEIGHBOR', name: 'Another Committee', profile: 'general', locale: 'en' } as const;
  const made = must(await setUpCommittee(at(act, 0), { ...input, zone: 'Asia/Ho_Chi_Minh' }));
  return { act: { ...act, isWorkspaceAdmin: false }, committee: made.id };
}

async function formerClerk(): Promise<Somebody> {
  const act = await scene.person('Fay Former', ['clerk', 'chair']);
  const { members } = must(await seeCommittee(at(scene.clerk, 0), scene.committee));
  const membership = members.find(({ person }) => person === act.person);
  if (!membership) throw new Error('not a member');
  must(await changeMembership(at(scene.clerk, 1000), scene.committee, membership.id, null));
  return act;
}
