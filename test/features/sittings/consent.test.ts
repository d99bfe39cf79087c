/** The consent block in the room: adopted by one act, without what somebody objected to or wanted discussed. */
import { client } from '../../../src/database/client.ts';
import { recuse } from '../../../src/features/access/operations.ts';
import { type ItemForm, putItem } from '../../../src/features/conferences/operations/agenda.ts';
import { announce } from '../../../src/features/conferences/operations/announce.ts';
import { liftOut, seeConsentBlock } from '../../../src/features/conferences/operations/consent.ts';
import { previewAnnouncement } from '../../../src/features/conferences/operations/preview.ts';
import { takeUp } from '../../../src/features/sittings/operations/agenda.ts';
import { adoptTogether } from '../../../src/features/sittings/operations/consent.ts';
import { seeSitting } from '../../../src/features/sittings/operations/look.ts';
import { openSitting } from '../../../src/features/sittings/operations/opening.ts';
import { beginRollCall, tickPresent } from '../../../src/features/sittings/operations/roll-call.ts';
import type { SittingItemId } from '../../../src/features/sittings/types.ts';
import type { Act } from '../../../src/kernel/act.ts';
import type { ConferenceId } from '../../../src/kernel/ids.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { frozenList, reviewed } from '../conferences/frozen-list.ts';
import {
  again,
  createScene,
  drafted,
  minute,
  must,
  reasonOf,
  type Scene,
  sent,
  versionOf,
} from '../conferences/scene.ts';

const { handle } = await createTestDatabase();

/** Friday 6 March 2026, 14:00 in Ha Noi. */
const start = new Date('2026-03-06T07:00:00Z');

function at<A extends Act>(act: A, minutes: number): A {
  return { ...again(act), now: new Date(start.getTime() + minutes * minute) };
}

async function put(scene: Scene, conference: ConferenceId, changes: Partial<ItemForm>) {
  const form: ItemForm = {
    ...{ text: 'An item', kind: 'vote', list: null, owner: scene.chair.person },
    ...{ inConsent: true, number: null, reason: null },
    ...changes,
  };
  const version = await versionOf(scene, conference);
  return putItem(again(scene.clerk, minute), { conference, version, item: null, form });
}

/** An opening and three items in the block, sent; then everybody comes and it is opened. */
async function block(texts: readonly string[]) {
  const scene = await createScene(handle);
  const conference = await drafted(scene, { agenda: 'Opening' });
  for (const text of texts) must(await put(scene, conference, { text }));
  await sent(scene, conference, 2 * minute);
  return { scene, conference };
}

async function open(scene: Scene, conference: ConferenceId): Promise<void> {
  const [ann, bob] = scene.members;
  const persons = [scene.chair.person, ann.person, bob.person, scene.withoutAccount];
  must(await beginRollCall(at(scene.clerk, -10), conference));
  must(await tickPresent(at(scene.clerk, -1), { conference, time: null, persons }));
  must(await openSitting(at(scene.clerk, 1), { conference, time: null }));
}

async function itemsIn(scene: Scene, conference: ConferenceId): Promise<ReadonlyMap<string, SittingItemId>> {
  const seen = must(await seeSitting(at(scene.chair, 2), conference));
  return new Map(seen.items.map((item) => [item.text ?? 'list', item.id]));
}

test('one act adopts the block; what a member lifted out, or is left out in the room, stays an ordinary item', async () => {
  const { scene, conference } = await block(['Minutes of last time', 'The budget', 'The calendar']);
  const [ann] = scene.members;
  const seen = must(await seeConsentBlock(again(ann, 10 * minute), conference));
  const calendar = seen.items.find(({ item }) => item.text === 'The calendar');
  must(await liftOut(again(ann, 10 * minute), { conference, item: calendar?.item.id as never }));
  await open(scene, conference);
  const items = await itemsIn(scene, conference);
  const [opening, last, budget, lifted] = [...items.values()] as SittingItemId[];
  must(await takeUp(at(scene.clerk, 2), { conference, time: null, item: opening as SittingItemId }));
  const adopt = (chosen: readonly (SittingItemId | undefined)[], hands: [number, number, number] | null, minutes = 3) =>
    adoptTogether(at(scene.clerk, minutes), {
      ...{ conference, time: null, items: chosen as SittingItemId[] },
      hands: hands && { for: hands[0], against: hands[1], abstain: hands[2] },
    });

  const none = await adopt([], null);
  const withLifted = await adopt([last, lifted], null);
  const tooMany = await adopt([last], [4, 1, 0]);
  must(await adopt([last], [4, 0, 0]));
  const twice = await adopt([last], null, 4);
  const later = await adopt([budget], null, 4);

  expect([none, withLifted, tooMany, twice, later].map(reasonOf)).toEqual([
    'consent-none-chosen',
    'consent-item-settled',
    'hands-too-many',
    'consent-item-settled',
    'consent-item-settled',
  ]);
  const after = must(await seeSitting(at(scene.chair, 5), conference));
  expect([...after.course.closed].sort()).toEqual([opening, last].sort());
  expect(after.course.current).toBeNull();
  const decided = after.events.filter(({ kind }) => kind === 'decided');
  expect(decided).toMatchObject([
    {
      item: last,
      facts: { outcome: 'adopted', isTogether: true, hands: { for: 4, against: 0 }, quorum: { counted: 4, needed: 3 } },
    },
  ]);
  must(await takeUp(at(scene.clerk, 6), { conference, time: null, item: budget as SittingItemId }));
});

test('whoever is recused from one of them is out of that one only, and reads nothing of it', async () => {
  const { scene, conference } = await block(['The case of Nora Nominee', 'The budget']);
  const [ann] = scene.members;
  const nora = (await scene.person('Nora Nominee')).person;
  await recuse(at(scene.clerk, -20), {
    ...{ committee: scene.committee, person: ann.person, nominee: nora, recordedBy: null },
  });
  await open(scene, conference);
  const [, aboutNora, budget] = [...(await itemsIn(scene, conference)).values()];

  must(
    await adoptTogether(at(scene.clerk, 3), {
      ...{ conference, time: null, hands: null },
      items: [aboutNora, budget] as SittingItemId[],
    }),
  );

  const whole = must(await seeSitting(at(scene.chair, 4), conference));
  const counted = whole.events.filter(({ kind }) => kind === 'decided').map(({ facts }) => facts.quorum?.counted);
  expect(counted).toEqual([3, 4]);
  const own = must(await seeSitting(at(ann, 4), conference));
  expect(own.events.filter(({ kind }) => kind === 'decided' || kind === 'stepped-out')).toMatchObject([
    { item: budget },
  ]);
});

test('an objection on a case that is closed to whoever schedules takes the item out, as if a member had asked', async () => {
  const scene = await createScene(handle);
  const frozen = await frozenList(scene);
  await reviewed(scene, frozen, { state: 'closed', stance: 'not-yet' });
  const closed = { committee: scene.committee, person: scene.clerk.person, nominee: frozen.nora, recordedBy: null };
  await recuse(again(scene.clerk), closed);
  const conference = await drafted(scene);

  must(await put(scene, conference, { text: '', list: frozen.list }));
  must(await put(scene, conference, { text: 'The budget' }));
  await sent(scene, conference, 2 * minute);

  const seen = must(await seeConsentBlock(again(scene.chair, 10 * minute), conference));
  expect(seen.items.map(({ item }) => item.text)).toEqual(['The budget']);
  const lifted = await client(handle).auditEvent.findMany({
    where: { workspaceId: scene.workspace, kind: 'conferences.item-lifted' },
  });
  expect(lifted).toMatchObject([{ personId: null, memberId: null }]);
});

test('an objection after an item was put into the block stops the summons where it may be known', async () => {
  const scene = await createScene(handle);
  const frozen = await frozenList(scene);
  const conference = await drafted(scene);
  must(await put(scene, conference, { text: '', list: frozen.list }));
  await reviewed(scene, frozen, { state: 'closed', stance: 'not-yet' });

  const preview = must(await previewAnnouncement(again(scene.clerk, 2 * minute), conference));
  const refusal = await announce(again(scene.clerk, 2 * minute), { conference, version: preview.conference.version });

  expect(preview.incomplete).toMatchObject([{ number: 3, lacks: ['objection'] }]);
  expect(reasonOf(refusal)).toBe('agenda-incomplete');
});

test('an objection that comes between the summons and the opening takes the item out at the opening', async () => {
  const scene = await createScene(handle);
  const frozen = await frozenList(scene);
  await reviewed(scene, frozen, { state: 'closed', stance: 'agree' });
  const conference = await drafted(scene, { agenda: 'Opening' });
  must(await put(scene, conference, { text: '', list: frozen.list }));
  must(await put(scene, conference, { text: 'The budget' }));
  await sent(scene, conference, 2 * minute);
  const later = { ...scene, clerk: again(scene.clerk, 3 * minute) };
  await reviewed(later, frozen, { state: 'closed', stance: 'not-enough-information' });

  await open(scene, conference);

  const seen = must(await seeSitting(at(scene.chair, 2), conference));
  expect(seen.items.map(({ text, inConsent }) => [text, inConsent])).toEqual([
    ['Opening', false],
    [null, false],
    ['The budget', true],
  ]);
});
