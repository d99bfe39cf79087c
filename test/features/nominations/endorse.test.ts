/** “I support this name”: where it may be said, how it is counted and shown, and taking it back. */
import { client } from '../../../src/database/client.ts';
import { candidateInteractions } from '../../../src/features/nominations/interactions/candidates.ts';
import { seeNomination } from '../../../src/features/nominations/operations/browse.ts';
import { withdrawCandidate } from '../../../src/features/nominations/operations/change.ts';
import { endorse } from '../../../src/features/nominations/operations/endorse.ts';
import { checkEndorsable } from '../../../src/features/nominations/rules.ts';
import type { Support } from '../../../src/features/nominations/types.ts';
import { profileMessage } from '../../../src/features/nominations/views/profile.ts';
import { texts } from '../../../src/i18n/texts.ts';
import type { NominationId } from '../../../src/kernel/ids.ts';
import { buttonsOf, callOf, messageOf, press, textOf } from '../../support/calls.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, createScene, inRegister, must, propose, type Scene, type Somebody } from './scene.ts';

const { handle } = await createTestDatabase();
const interactions = candidateInteractions([]);

async function listed(scene: Scene): Promise<NominationId> {
  const proposed = must(await propose(scene.ann, scene, await inRegister(scene, 'Nora Nominee')));
  return proposed.nomination;
}

function say(scene: Scene, act: Somebody, nomination: NominationId, isSupported = true, afterMs = 0) {
  return endorse(again(act, afterMs), { committee: scene.committee, nomination, isSupported });
}

async function profile(scene: Scene, act: Somebody, nomination: NominationId) {
  return must(await seeNomination(again(act), { committee: scene.committee, nomination }));
}

describe('in a general committee', () => {
  test('each member counts once, sees who supports the name, and may take it back and say it again', async () => {
    const scene = await createScene(handle, 'general');
    const nomination = await listed(scene);

    must(await say(scene, scene.ann, nomination));
    must(await say(scene, scene.bob, nomination, true, 1_000));
    must(await say(scene, scene.bob, nomination, true, 2_000));
    const both = await profile(scene, scene.bob, nomination);
    must(await say(scene, scene.ann, nomination, false));
    must(await say(scene, scene.ann, nomination, false));
    const one = await profile(scene, scene.ann, nomination);
    must(await say(scene, scene.ann, nomination));

    expect(both.support).toEqual({ count: 2, needed: 0, supporters: [scene.ann.person, scene.bob.person], own: true });
    expect(one.support).toEqual({ count: 1, needed: 0, supporters: [scene.bob.person], own: false });
    expect((await profile(scene, scene.ann, nomination)).nomination.endorsements).toBe(2);
    const rows = await client(handle).nominationEndorsement.findMany({ where: { nominationId: nomination } });
    expect(rows.filter(({ takenBackAt }) => takenBackAt !== null)).toHaveLength(1);
    const kinds = await client(handle).auditEvent.findMany({
      where: { subjectId: nomination, kind: { startsWith: 'nominations.endorse' } },
      orderBy: { serial: 'asc' },
    });
    expect(kinds.map(({ kind }) => kind.slice('nominations.'.length))).toEqual([
      'endorsed',
      'endorsed',
      'endorsement-taken-back',
      'endorsed',
    ]);
  });

  test('two clicks at the same moment are one support', async () => {
    const scene = await createScene(handle, 'general');
    const nomination = await listed(scene);

    for (const said of await Promise.all([1, 2, 3].map(() => say(scene, scene.bob, nomination)))) must(said);

    expect((await profile(scene, scene.bob, nomination)).support?.count).toBe(1);
  });

  test.each([
    ['en', 'I support this name', 'Take my support back', '1 member: Bob Baker'],
    ['vi', 'Tôi ủng hộ', 'Rút lượt ủng hộ của tôi', '1 thành viên: Bob Baker'],
  ] as const)('the profile has the button and the count (%s)', async (locale, button, back, count) => {
    const scene = await createScene(handle, 'general');
    const nomination = await listed(scene);
    const t = texts(locale, scene.bob.zone, scene.bob.speech);
    const found = await profile(scene, scene.bob, nomination);
    const call = callOf({ ...scene.bob, locale });
    const shown = profileMessage(t, { ...found, committee: scene.committee });
    const label = buttonsOf(shown).find((one) => one.label.startsWith(button))?.label ?? '';

    const after = messageOf(await press(interactions, call, shown, label));
    const taken = messageOf(await press(interactions, call, after, back));

    expect(textOf(after)).toContain(count);
    expect(after.summary).not.toMatch(/Nora|1/);
    expect(buttonsOf(taken).map((one) => one.label)).toContain(label);
  });

  test('a threshold is shown with the count; names are left out where only the heads read them', async () => {
    const scene = await createScene(handle, 'general');
    const found = await profile(scene, scene.bob, await listed(scene));
    const support: Support = { count: 1, needed: 3, supporters: [], own: null };

    const shown = profileMessage(texts('en', 'UTC', 'general'), { ...found, support, committee: scene.committee });

    expect(textOf(shown)).toContain('Support: 1 member; 3 needed for the list\n');
  });

  test('a committee secretary who is no member, a withdrawn name and one’s own name are refused', async () => {
    const scene = await createScene(handle, 'general');
    const nomination = await listed(scene);
    const own = must(await propose(scene.ann, scene, scene.bob.person)).nomination;

    const refusals = [await say(scene, scene.clerk, nomination), await say(scene, scene.bob, own)];
    const { version } = (await profile(scene, scene.clerk, nomination)).nomination;
    const at = { committee: scene.committee, nomination, version };
    must(await withdrawCandidate(again(scene.clerk), { ...at, reason: 'At their wish.' }));
    refusals.push(await say(scene, scene.bob, nomination));

    expect(refusals.map((outcome) => (outcome.ok ? null : outcome.reason))).toEqual([
      'right-missing',
      'nomination-unknown',
      'endorsement-closed',
    ]);
    expect((await profile(scene, scene.bob, nomination)).support?.own).toBeNull();
  });
});

test.each(['vn-party', 'vn-state', 'nomcom'] as const)(
  '%s: no supporters are collected, and there is no button',
  async (kind) => {
    const scene = await createScene(handle, kind);
    const proposed = must(await propose(scene.chair, scene, await inRegister(scene, 'Nora Nominee')));
    const { nomination } = proposed;

    const said = await say(scene, scene.chair, nomination);

    expect(said).toMatchObject({ reason: 'endorsements-not-asked' });
    expect((await profile(scene, scene.chair, nomination)).support).toBeNull();
  },
);

test('only a name on the open list of an open plan can be supported', () => {
  const rule = { endorsements: { needed: 0, namesSeenBy: 'members' } } as never;
  const open = { isClosed: false };
  const name = { positionTitle: 'Deputy' };

  expect(checkEndorsable({ ...name, state: 'listed' }, open, rule).ok).toBe(true);
  for (const state of ['suggested', 'withdrawn', 'declined'] as const) {
    expect(checkEndorsable({ ...name, state }, open, rule)).toMatchObject({ reason: 'endorsement-closed' });
  }
  expect(checkEndorsable({ ...name, state: 'listed' }, { isClosed: true }, rule).ok).toBe(false);
});
