import type { Form } from '../../../src/chat/form.ts';
import { client } from '../../../src/database/client.ts';
import { recuse } from '../../../src/features/access/operations.ts';
import { experienceInteractions } from '../../../src/features/development/interactions/experience.ts';
import {
  recordExperience,
  seeLacking,
  takeBackExperience,
} from '../../../src/features/development/operations/experiences.ts';
import type { ExperienceForm, ExperienceKindId } from '../../../src/features/development/types.ts';
import { lackingMessage } from '../../../src/features/development/views/experience.ts';
import { proposeMovement } from '../../../src/features/movements/operations/propose.ts';
import { texts } from '../../../src/i18n/texts.ts';
import { handsOf } from '../../support/hands.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { reasonOf } from '../conferences/scene.ts';
import { form as moveForm } from '../movements/scene.ts';
import { again, must, type Somebody } from '../nominations/scene.ts';
import { createDeveloping, type Developing, seen } from './scene.ts';

const { handle } = await createTestDatabase();
const t = texts('en', 'Asia/Ho_Chi_Minh', 'party');

const none: ExperienceForm = { fromMonth: null, toMonth: null, place: null, movement: null };
const prosecutor = { ...none, kind: 'Practised as a prosecutor', fromMonth: '2015-03', place: 'District office' };

function record(scene: Developing, form: ExperienceForm & { readonly kind: string }) {
  return recordExperience(again(scene.clerk), { committee: scene.committee, entry: scene.entry, form });
}

async function lacking(scene: Developing, kind: ExperienceKindId, act: Somebody = scene.clerk) {
  return must(await seeLacking(again(act), { committee: scene.committee, plan: scene.plan.id, kind }));
}

test('who of a plan has none recorded is found, whatever capitals and diacritics the kind was written with', async () => {
  const scene = await createDeveloping(handle);
  const kind = must(await record(scene, prosecutor));

  const same = must(await record(scene, { ...prosecutor, kind: 'PRACTISED as a  prosecutor', fromMonth: '2020-01' }));
  const twice = await record(scene, prosecutor);

  expect(same.id).toBe(kind.id);
  expect(reasonOf(twice)).toBe('experience-recorded-already');
  const found = await lacking(scene, kind.id);
  expect(found.lacking.map(({ person }) => person.fullName)).toEqual(['Trần Văn Minh']);
  expect(found.of).toBe(2);
});

test('what was recorded by mistake is taken back, and the person lacks it again', async () => {
  const scene = await createDeveloping(handle);
  const kind = must(await record(scene, prosecutor));
  const [one] = (await seen(scene)).experiences;
  if (!one) throw new Error('no experience was recorded');

  const at = { committee: scene.committee, entry: scene.entry, experience: one.id };
  must(await takeBackExperience(again(scene.clerk), at));
  const twice = await takeBackExperience(again(scene.clerk), at);

  expect(reasonOf(twice)).toBe('experience-gone');
  expect((await lacking(scene, kind.id)).lacking.map(({ person }) => person.fullName)).toEqual([
    'Lê Thị Lan',
    'Trần Văn Minh',
  ]);
});

test('experience comes from a movement of the person that has ended, with its place and months', async () => {
  const scene = await createDeveloping(handle);
  const proposal = { committee: scene.committee, person: scene.lan, form: moveForm(), after: null, via: null };
  const { id: movement } = must(await proposeMovement(again(scene.clerk), proposal));
  const form = { ...none, kind: 'Worked at the local level', movement };

  const tooEarly = await record(scene, form);
  await client(handle).movement.update({ where: { id: movement }, data: { state: 'approved' } });
  await client(handle).movementLeg.updateMany({
    where: { movementId: movement },
    data: { ending: 'returned', endedOn: '2029-05-31' },
  });
  must(await record(scene, form));

  expect(reasonOf(tooEarly)).toBe('experience-movement-unfinished');
  expect((await seen(scene)).experiences).toMatchObject([
    { place: 'Head, Division B', fromMonth: '2026-06', toMonth: '2029-05', movement },
  ]);
});

test('the result opens the proposal of a movement for the one picked, with its reason', async () => {
  const scene = await createDeveloping(handle);
  const kind = must(await record(scene, prosecutor));
  const message = lackingMessage(t, await lacking(scene, kind.id), 1);
  const [row] = message.blocks.filter((block) => block.kind === 'row');
  const [button] = row?.kind === 'row' ? row.buttons : [];
  if (!button) throw new Error('the result has no button');

  const reply = await handsOf(again(scene.clerk), experienceInteractions, 'en').press(button);

  if (reply.kind !== 'form') throw new Error('no form was opened');
  expect(initialOf(reply.form, 'person')).toEqual({ value: scene.minh, label: 'Trần Văn Minh' });
  expect(initialOf(reply.form, 'reason')).toBe(
    'To gain experience for the plan Plan 2027–2032: Practised as a prosecutor.',
  );
});

test('whoever may not see somebody’s case does not find them among those who lack it', async () => {
  const scene = await createDeveloping(handle);
  const kind = must(await record(scene, prosecutor));
  const recusal = { committee: scene.committee, nominee: scene.minh, person: scene.chair.person, recordedBy: null };
  await recuse(again(scene.clockwork), recusal);

  const found = await lacking(scene, kind.id, scene.chair);

  expect([found.lacking, found.of]).toEqual([[], 1]);
});

function initialOf(form: Form, name: string): unknown {
  const field = form.items.find((item) => item.kind === 'field' && item.name === name);
  return field?.kind === 'field' && 'initial' in field.input ? field.input.initial : null;
}
