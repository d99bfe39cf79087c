/** A conference bears the highest of what was said of it and of what stands on its agenda. */
import { client } from '../../../src/database/client.ts';
import { recuse } from '../../../src/features/access/operations.ts';
import { setAccepted } from '../../../src/features/classification/operations/accepted.ts';
import type { Level } from '../../../src/features/classification/types.ts';
import { conferenceInteractions } from '../../../src/features/conferences/interactions/register.ts';
import { showPreview } from '../../../src/features/conferences/interactions/schedule.ts';
import { ownCardMessage } from '../../../src/features/conferences/interactions/shared.ts';
import { conferenceIcs } from '../../../src/features/conferences/operations/calendar.ts';
import { classifyConference } from '../../../src/features/conferences/operations/classify.ts';
import { findSeen } from '../../../src/features/conferences/operations/look.ts';
import { lettersOf } from '../../../src/features/conferences/views/summons.ts';
import { levelOf } from '../../../src/features/minutes/views/draft.ts';
import { texts } from '../../../src/i18n/texts.ts';
import type { Act } from '../../../src/kernel/act.ts';
import type { ConferenceId } from '../../../src/kernel/ids.ts';
import { callOf, formOf, messageOf, press, submit, textOf } from '../../support/calls.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { frozenList } from './frozen-list.ts';
import { again, createScene, drafted, minute, must, type Scene, scheduled, sent, versionOf } from './scene.ts';

const { handle } = await createTestDatabase();
const interactions = conferenceInteractions({ publicUrl: null } as never);

const internal = { level: 'internal', reason: 'About people', decision: null } as const;
const open = { level: 'unclassified', reason: 'It is over' } as const;

let scene: Scene;
beforeAll(async () => {
  scene = await createScene(handle);
});

async function classify(
  conference: ConferenceId,
  said: Omit<Parameters<typeof classifyConference>[1], 'conference' | 'version'>,
) {
  const version = await versionOf(scene, conference);
  return classifyConference(again(scene.clerk), { conference, version, ...said });
}

async function levelFor(act: Act, conference: ConferenceId): Promise<Level | undefined> {
  return must(await findSeen(again(act, 2 * minute), conference)).revision?.classification;
}

test('said in its preview it stands on the invitation and the list for letters; in a calendar no word of it', async () => {
  const conference = await drafted(scene);
  const call = callOf(scene.clerk);
  const preview = messageOf(await showPreview(call, conference));

  const form = formOf(await press(interactions, call, preview, 'Classification'));
  await submit(interactions, call, form, { level: 'internal', reason: 'About people' });
  await sent(scene, conference);

  const later = again(scene.members[0], 2 * minute);
  const card = await ownCardMessage(later, conference, '');
  const calendar = must(await conferenceIcs(later, conference, () => 'Conference'));
  const { revision } = must(await findSeen(later, conference));
  const view = { conference: { id: conference, revision: 1 }, content: revision!, summoned: [] };
  expect(JSON.stringify(form)).not.toContain('Top secret');
  expect(textOf(card!)).toContain('Personnel planning (Internal)');
  expect(lettersOf(texts('en', 'UTC', 'general'), view, 1).rows[0]).toEqual(['Classification: Internal']);
  expect(calendar).toContain('CLASS:CONFIDENTIAL');
  expect(calendar).not.toMatch(/internal/iu);
});

test('control: one that bears none is called by its title, and its calendar entry is private', async () => {
  const conference = await scheduled(scene);

  const later = again(scene.members[0], 2 * minute);

  expect(textOf((await ownCardMessage(later, conference, ''))!)).not.toMatch(/\((?:Unclassified|Internal)\)/u);
  expect(must(await conferenceIcs(later, conference, () => 'Conference'))).toContain('CLASS:PRIVATE');
});

test('a plan that is raised later raises the conference that carries its list, for whoever sees the list', async () => {
  const { plan, list, nora, ned } = await frozenList(scene);
  const conference = await scheduled(scene, { lists: [list] });
  const [ann, bob] = scene.members;
  for (const nominee of [nora, ned]) {
    must(await recuse(again(bob), { committee: scene.committee, person: bob.person, nominee, recordedBy: null }));
  }
  expect(await levelFor(ann, conference)).toBe('unclassified');

  await client(handle).plan.update({ where: { id: plan }, data: { classification: 'internal' } });

  expect(await levelFor(ann, conference)).toBe('internal');
  expect(await levelFor(bob, conference)).toBe('unclassified');
});

test.each([
  ['above what the workspace accepts', { ...internal, level: 'secret' }, 'classification-above-accepted'],
  ['without a reason', { ...internal, reason: ' ' }, 'classification-reason-missing'],
  ['to what it is already', { ...internal, level: 'unclassified' }, 'classification-same'],
] as const)('refused: %s', async (_what, said, reason) => {
  const conference = await drafted(scene);

  expect(await classify(conference, said)).toMatchObject({ ok: false, reason });
  expect(await levelFor(scene.clerk, conference)).not.toBe('secret');
});

test('lower only by a decision, kept beside what was said before; and not by two at once', async () => {
  const conference = await drafted(scene);
  const stale = await versionOf(scene, conference);
  must(await classify(conference, internal));

  const late = await classifyConference(again(scene.clerk), { conference, version: stale, ...open, decision: 'No 7' });
  expect(late).toMatchObject({ ok: false, reason: 'conference-changed-meanwhile' });
  expect(await classify(conference, { ...open, decision: null })).toMatchObject({
    reason: 'classification-decision-missing',
  });
  must(await classify(conference, { ...open, decision: 'Chair, No 7 of 1 March 2026' }));
  const rows = await client(handle).classification.findMany({
    where: { subjectKind: 'conference', subjectId: conference },
    orderBy: { version: 'asc' },
  });
  expect(rows.map(({ level, decision }) => [level, decision])).toEqual([
    ['internal', null],
    ['unclassified', 'Chair, No 7 of 1 March 2026'],
  ]);
});

test('what the workspace accepts is not lowered under a conference that stands above it', async () => {
  const own = await createScene(handle);
  const call = { ...own.clerk };
  const conference = await drafted(own);
  const version = await versionOf(own, conference);
  must(await classifyConference(again(call), { conference, version, ...internal }));

  const set = await setAccepted(again(call), { level: 'unclassified', reason: 'Stricter', version: 0 });

  expect(set).toMatchObject({ ok: false, reason: 'classification-plans-above', facts: { count: 1 } });
});

test('minutes are as secret as the highest of the conference, its lists and the votes in it', () => {
  const minutes = (conference: Level, list: Level, vote: Level) =>
    levelOf({
      sitting: {
        revision: { classification: conference },
        items: [{ list: 'a' }],
        lists: [
          { id: 'a', classification: list },
          { id: 'of another conference', classification: 'top-secret' },
        ],
      },
      votes: [{ round: { subject: { classification: vote } } }],
    } as never);

  expect(minutes('unclassified', 'unclassified', 'unclassified')).toBe('unclassified');
  expect(minutes('confidential', 'internal', 'unclassified')).toBe('confidential');
  expect(minutes('internal', 'secret', 'unclassified')).toBe('secret');
  expect(minutes('internal', 'unclassified', 'confidential')).toBe('confidential');
});
