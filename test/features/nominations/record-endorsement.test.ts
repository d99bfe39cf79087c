/** Support that was told by letter or by phone: entered by the committee secretary for somebody. All people are invented. */
import { client } from '../../../src/database/client.ts';
import { recuse } from '../../../src/features/access/operations.ts';
import { candidateInteractions } from '../../../src/features/nominations/interactions/candidates.ts';
import { seeNomination } from '../../../src/features/nominations/operations/browse.ts';
import { endorse } from '../../../src/features/nominations/operations/endorse.ts';
import {
  endorsementToRecord,
  recordEndorsement,
} from '../../../src/features/nominations/operations/record-endorsement.ts';
import { profileMessage } from '../../../src/features/nominations/views/profile.ts';
import { texts } from '../../../src/i18n/texts.ts';
import type { NominationId, PersonId } from '../../../src/kernel/ids.ts';
import { callOf, formOf, messageOf, press, search, submit, textOf } from '../../support/calls.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, createScene, inRegister, must, propose, type Scene, type Somebody } from './scene.ts';

const { handle } = await createTestDatabase();
const byLetter = { kind: 'letter', reference: '7/CV', dated: '2026-02-20' } as const;

async function listed(scene: Scene): Promise<NominationId> {
  return must(await propose(scene.ann, scene, await inRegister(scene, 'Nora Nominee'))).nomination;
}

/** A member who has no chat account. */
async function withoutAccount(scene: Scene, fullName: string): Promise<PersonId> {
  const person = await inRegister(scene, fullName);
  const [like] = await client(handle).membership.findMany({
    where: { committeeId: scene.committee, personId: scene.bob.person },
  });
  if (!like) throw new Error('no membership');
  await client(handle).membership.create({ data: { ...like, id: crypto.randomUUID(), personId: person } });
  return person;
}

function enter(
  scene: Scene,
  nomination: NominationId,
  supporter: PersonId,
  isSupported = true,
  act: Somebody = scene.clerk,
) {
  const { committee } = scene;
  return recordEndorsement(again(act), { committee, nomination, supporter, isSupported, via: byLetter });
}

async function support(scene: Scene, nomination: NominationId) {
  return must(await seeNomination(again(scene.clerk), { committee: scene.committee, nomination })).support;
}

test('a member without an account supports a name by letter: counted once, shown as entered, and taken back', async () => {
  const scene = await createScene(handle, 'general');
  const nomination = await listed(scene);
  const olga = await withoutAccount(scene, 'Olga Offline');

  const first = must(await enter(scene, nomination, olga));
  const second = must(await enter(scene, nomination, olga));
  const standing = await support(scene, nomination);
  must(await enter(scene, nomination, olga, false));

  expect([first.isNew, second.isNew]).toEqual([true, false]);
  expect(standing).toMatchObject({ count: 1, supporters: [olga], entered: [{ person: olga, via: byLetter }] });
  expect((await support(scene, nomination))?.count).toBe(0);
  const events = await client(handle).auditEvent.findMany({
    where: { subjectId: nomination, kind: { startsWith: 'nominations.endorse' } },
    orderBy: { serial: 'asc' },
  });
  expect(events.map(({ kind, onBehalfOf }) => [kind, onBehalfOf])).toEqual([
    ['nominations.endorsed', olga],
    ['nominations.endorsement-taken-back', olga],
  ]);
});

test('whoever has an account is told, and may take it back in chat', async () => {
  const scene = await createScene(handle, 'general');
  const nomination = await listed(scene);

  must(await enter(scene, nomination, scene.bob.person));
  const cards = await client(handle).delivery.findMany({
    where: { workspaceId: scene.workspace, kind: 'nominations.endorsed-for-you' },
  });
  must(await endorse(again(scene.bob, 1_000), { committee: scene.committee, nomination, isSupported: false }));

  expect(cards.map(({ personId }) => personId)).toEqual([scene.bob.person]);
  expect((await support(scene, nomination))?.count).toBe(0);
});

test('only members whose support counts are offered, and nobody to whom the case is closed', async () => {
  const scene = await createScene(handle, 'general');
  const { committee } = scene;
  const nomination = await listed(scene);
  const { nomination: found } = must(await endorsementToRecord(again(scene.clerk), { committee, nomination }));
  must(
    await recuse(again(scene.bob), { committee, person: scene.bob.person, nominee: found.person, recordedBy: null }),
  );

  const { supporters } = must(await endorsementToRecord(again(scene.clerk), { committee, nomination }));
  const refusals = [
    await enter(scene, nomination, scene.bob.person),
    await enter(scene, nomination, found.person),
    await enter(scene, nomination, scene.clerk.person),
    await enter(scene, nomination, scene.ann.person, true, scene.ann),
  ];

  expect(new Set(supporters.map(({ id }) => id))).toEqual(new Set([scene.chair.person, scene.ann.person]));
  expect(refusals.map((outcome) => (outcome.ok ? null : outcome.reason))).toEqual([
    'endorser-unknown',
    'endorser-unknown',
    'endorser-unknown',
    'right-missing',
  ]);
  expect((await support(scene, nomination))?.count).toBe(0);
});

test('where the rules collect no supporters nothing can be entered', async () => {
  const scene = await createScene(handle);
  const nomination = must(await propose(scene.clerk, scene, await inRegister(scene, 'Lê Thị Mẫu'))).nomination;

  expect(await enter(scene, nomination, scene.bob.person)).toMatchObject({ reason: 'endorsements-not-asked' });
});

test.each([
  ['en', 'Enter somebody’s support', 'Bob Baker (entered, by letter'],
  ['vi', 'Ghi nhận ủng hộ giúp', 'Bob Baker (ghi nhận giúp, '],
] as const)(
  'by the form (%s) the profile says for whom it was entered and how it came',
  async (locale, button, line) => {
    const scene = await createScene(handle, 'general');
    const nomination = await listed(scene);
    const interactions = candidateInteractions([]);
    const found = must(await seeNomination(again(scene.clerk), { committee: scene.committee, nomination }));
    const shown = profileMessage(texts(locale, scene.clerk.zone, scene.clerk.speech), {
      ...found,
      committee: scene.committee,
    });
    const call = callOf({ ...scene.clerk, locale });

    const form = formOf(await press(interactions, call, shown, button));
    const offered = await search(interactions, call, form, 'supporter', 'bob');
    const entered = { said: 'supports', via: 'letter', reference: '7/CV', dated: '2026-02-20' };
    const reply = await submit(interactions, call, form, { ...entered, supporter: scene.bob.person });
    const message = messageOf(reply);

    expect(offered).toEqual([scene.bob.person]);
    expect(textOf(message)).toContain(line);
    expect(message.summary).not.toMatch(/Nora|Bob/u);
  },
);
