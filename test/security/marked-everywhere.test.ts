/**
 * Once plans bear a classification, nothing names them without it: whatever can be opened within two steps of any command,
 * every card to everybody, every file and paper. A mark that a new view forgets fails here.
 */
import type { Reply } from '../../src/chat/call.ts';
import { client } from '../../src/database/client.ts';
import { classifyPlan } from '../../src/features/plans/operations/classify.ts';
import type { StoreHandle } from '../../src/kernel/act.ts';
import type { PlanId } from '../../src/kernel/ids.ts';
import { createTestDatabase } from '../support/test-database.ts';
import { explore, type Walk } from './explore.ts';
import { createPlanningScene } from './planning-scene.ts';
import { wordedFor } from './recusal-crawl-cards.ts';
import { afterwards, at, createScene, must, type RecusalScene, type Scene } from './scene.ts';
import { allIds } from './tables.ts';

const { handle } = await createTestDatabase();

const named = /(?:Board|Supervisors) of Zanzibar/u;
const unmarked = /(?:Board|Supervisors) of Zanzibar(?! \(Internal\))/u;
/** A paper or a table says it once, on a line of its own. */
const marking = /(?:^|\n)\W*Classification: Internal/u;

async function classifyAll(store: StoreHandle, { workspace, committee, clerk }: RecusalScene): Promise<void> {
  const plans = await client(store).plan.findMany({ where: { committee: { workspaceId: workspace } } });
  for (const { id, version } of plans) {
    const said = { level: 'internal', reason: 'Names are not public yet', decision: null } as const;
    must(await classifyPlan(at(clerk, afterwards), { committee, plan: id as PlanId, version, ...said }));
  }
}

/** What people read: not the ids and texts that travel behind a button, nor what was typed into a field before. */
function readIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value))
    return value.every((part) => typeof part !== 'object' || 'bold' in part || 'italic' in part)
      ? [joined(value)]
      : value.flatMap(readIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => (hidden.includes(key) ? [] : readIn(one)));
}

const hidden = ['data', 'state', 'initial', 'bold', 'italic'];

/** A sentence is made of parts. */
function joined(parts: readonly unknown[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : Object.values(part ?? {}).join(''))).join('');
}

function forgotten(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => unmarked.test(text) && !marking.test(text));
}

function textsOf(reply: Walk['reply']): readonly string[] {
  const { file, ...rest } = { file: undefined, ...(reply as Reply) } as Reply & { file?: { content: unknown } };
  const content = file?.content;
  return [...readIn(rest), ...(typeof content === 'string' ? [content] : [])];
}

describe.each([
  ['reviews, conferences and votes', (): Promise<Scene> => createScene(handle)],
  ['planning from pool to parcel', (): Promise<RecusalScene> => createPlanningScene(handle, {})],
])('%s', (_what, create) => {
  let scene: RecusalScene;
  beforeAll(async () => {
    scene = await create();
    await classifyAll(handle, scene);
  });

  test('whatever can be opened says it with the name of the plan', async () => {
    const known = await allIds(handle);
    const clerk = at(scene.clerk, afterwards);

    const walks = await explore(clerk, { channel: scene.channel, depth: 2, known, perHandler: 1 });

    const found = walks.map(({ path, reply }) => ({ at: path.at(-1), texts: textsOf(reply) }));
    expect(found.filter(({ texts }) => texts.some((text) => named.test(text))).length).toBeGreaterThan(15);
    expect(found.flatMap(({ at: step, texts }) => forgotten(texts).map((text) => ({ step, text })))).toEqual([]);
  });

  test('so does every card', async () => {
    const words: string[] = [];
    for (const reader of [scene.clerk, scene.chair, scene.ann, scene.reader]) {
      const cards = await wordedFor(handle, { ...scene, reader }, 'reader');
      words.push(...cards.flatMap(({ text }) => (text === null ? [] : readIn(JSON.parse(text)))));
    }

    expect(words.some((text) => named.test(text))).toBe(true);
    expect(forgotten(words)).toEqual([]);
  });
});
