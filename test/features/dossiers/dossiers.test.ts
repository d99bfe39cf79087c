import type { RawValues } from '../../../src/chat/form.ts';
import type { Message } from '../../../src/chat/message.ts';
import { client } from '../../../src/database/client.ts';
import { recuse } from '../../../src/features/access/operations.ts';
import { dossierCards, dossierInteractions, openDossiers } from '../../../src/features/dossiers/interactions.ts';
import { askForPapers, undoAsking, whoToAsk } from '../../../src/features/dossiers/operations/ask.ts';
import { seeDossiers } from '../../../src/features/dossiers/operations/look.ts';
import { recordPapers, takePaperBack } from '../../../src/features/dossiers/operations/record.ts';
import { watchDossiers } from '../../../src/features/dossiers/operations/watch.ts';
import { lacking, type TypedPaper } from '../../../src/features/dossiers/rules.ts';
import type { DossierPaperKind } from '../../../src/features/eligibility/types.ts';
import { withdrawCandidate } from '../../../src/features/nominations/operations/change.ts';
import { asId, type PersonId } from '../../../src/kernel/ids.ts';
import { callOf, formOf, messageOf, press, submit, textOf } from '../../support/calls.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, createScene, inRegister, must, propose, type Scene, type Somebody } from '../nominations/scene.ts';

const { handle } = await createTestDatabase();
const aDay = 86_400_000;
const none: TypedPaper = { number: null, keptAt: null, remark: null, issuedOn: null, expiresOn: null };
const all: readonly DossierPaperKind[] = ['cv', 'evaluations', 'assets', 'political-standard'];

interface Kept extends Scene {
  readonly lan: PersonId;
  readonly minh: PersonId;
}

/** Two on the list for Deputy: one entered by the committee secretary, one for Ann, who has an account. */
async function createKept(): Promise<Kept> {
  const scene = await createScene(handle);
  const lan = await inRegister(scene, 'Lê Thị Lan');
  const minh = await inRegister(scene, 'Trần Văn Minh');
  must(await propose(scene.clerk, scene, lan));
  must(
    await propose(scene.clerk, scene, minh, {
      onBehalfOf: scene.ann.person,
      via: { kind: 'phone', reference: null, dated: null },
    }),
  );
  return { ...scene, lan, minh };
}

const at = (scene: Scene) => ({ committee: scene.committee, plan: scene.plan.id });

function tick(
  scene: Scene,
  persons: readonly PersonId[],
  kinds = all,
  paper: Partial<TypedPaper> = {},
  act = scene.clerk,
) {
  return recordPapers(again(act, 1_000), { ...at(scene), persons, kinds, paper: { ...none, ...paper } });
}

async function lacks(scene: Scene, act: Somebody = scene.clerk, afterMs = 2_000) {
  const { lines } = must(await seeDossiers(again(act, afterMs), at(scene)));
  return lines.map(({ fullName, papers }) => [fullName, lacking(papers).map(({ kind }) => kind).length]);
}

async function cardsOf(scene: Scene, kind: string) {
  return client(handle).delivery.findMany({ where: { workspaceId: scene.workspace, kind } });
}

async function draw(kind: string, scene: Scene, act: Somebody, ids = {}, afterMs = aDay): Promise<Message | null> {
  const said = { to: { person: act.person }, committee: scene.committee, isSentAgain: false, isRedraw: false };
  const message = await dossierCards[kind]?.({ ...said, ids: { ...at(scene), ...ids }, act: again(act, afterMs) });
  return message ?? null;
}

describe('ticking off', () => {
  test('for many at once; what is left is shown by position', async () => {
    const scene = await createKept();

    const ticked = must(await tick(scene, [scene.lan, scene.minh], ['cv', 'assets']));
    must(await tick(scene, [scene.lan], ['evaluations', 'political-standard']));

    expect(ticked.recorded).toBe(4);
    expect(await lacks(scene)).toEqual([
      ['Lê Thị Lan', 0],
      ['Trần Văn Minh', 2],
    ]);
  });

  test('again is a correction: the newest counts, the older row is kept; taking back makes it missing', async () => {
    const scene = await createKept();
    must(await tick(scene, [scene.lan], all, { number: '1' }));

    must(await tick(scene, [scene.lan], ['cv'], { number: '2', issuedOn: '2025-08-01' }));
    const corrected = await lacks(scene);
    must(await takePaperBack(again(scene.clerk, 3_000), { ...at(scene), person: scene.lan, kind: 'assets' }));
    const twice = await takePaperBack(again(scene.clerk, 4_000), { ...at(scene), person: scene.lan, kind: 'assets' });

    expect(corrected[0]).toEqual(['Lê Thị Lan', 1]);
    expect((await lacks(scene))[0]).toEqual(['Lê Thị Lan', 2]);
    expect(twice).toMatchObject({ ok: false, reason: 'dossier-paper-unknown' });
    expect(await client(handle).dossierPaper.count({ where: { planId: scene.plan.id } })).toBe(5);
  });

  test('of two at once the second corrects the first', async () => {
    const scene = await createKept();

    const both = await Promise.all([tick(scene, [scene.lan]), tick(scene, [scene.lan])]);

    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await client(handle).dossierPaper.count({ where: { planId: scene.plan.id, endedAt: null } })).toBe(4);
  });

  test.each([
    ['nobody', [], all, 'dossier-nobody'],
    ['nothing', ['lan'], [], 'dossier-no-paper'],
  ] as const)('%s is refused', async (_, who, kinds, reason) => {
    const scene = await createKept();

    expect(
      await tick(
        scene,
        who.map(() => scene.lan),
        kinds,
      ),
    ).toMatchObject({ ok: false, reason });
  });

  test('somebody who was withdrawn meanwhile is refused, and nobody else is ticked off', async () => {
    const scene = await createKept();
    const nomination = await client(handle).nomination.findFirstOrThrow({ where: { personId: scene.lan } });
    must(
      await withdrawCandidate(again(scene.clerk), {
        ...{ committee: scene.committee, nomination: asId(nomination.id), version: nomination.version },
        reason: 'Moves away.',
      }),
    );

    expect(await tick(scene, [scene.minh, scene.lan])).toMatchObject({ ok: false, reason: 'dossier-nominee-gone' });
    expect(await lacks(scene)).toEqual([['Trần Văn Minh', 4]]);
  });

  test('is for those who keep the list; a rule set that asks for no papers takes none', async () => {
    const scene = await createKept();
    const other = await createScene(handle, 'general');
    const paul = await inRegister(other, 'Paul');
    must(await propose(other.clerk, other, paul));

    expect(await tick(scene, [scene.lan], all, {}, scene.ann)).toMatchObject({ ok: false, reason: 'right-missing' });
    expect(await tick(other, [paul])).toMatchObject({ ok: false, reason: 'dossier-paper-not-asked' });
  });
});

describe('a closed case', () => {
  test('is nowhere for whoever is recused: no line, no count, no ticking off', async () => {
    const scene = await createKept();
    must(await tick(scene, [scene.minh]));
    must(
      await recuse(again(scene.chair), {
        ...{ committee: scene.committee, person: scene.chair.person, nominee: scene.lan, recordedBy: null },
      }),
    );

    expect(await lacks(scene, scene.chair)).toEqual([['Trần Văn Minh', 0]]);
    expect(await tick(scene, [scene.lan], all, {}, scene.chair)).toMatchObject({ reason: 'dossier-nominee-gone' });
    expect(await whoToAsk(again(scene.chair), at(scene))).toMatchObject({ reason: 'dossier-nothing-missing' });
  });
});

describe('asking', () => {
  test('goes to who put the name forward and can be reached; the rest is a list to copy', async () => {
    const scene = await createKept();

    const asked = must(await askForPapers(again(scene.clerk), { ...at(scene), until: '2026-03-20' }));
    const cards = await cardsOf(scene, 'dossiers.asked');
    const card = await draw('dossiers.asked', scene, scene.ann, { until: '2026-03-20' });

    expect(asked.inChat.map(({ fullName }) => fullName)).toEqual(['Ann Arbor']);
    expect(asked.otherwise.map(({ fullName }) => fullName)).toEqual(['Lê Thị Lan']);
    expect(cards).toMatchObject([{ personId: scene.ann.person, nomineeIds: [scene.minh] }]);
    expect(cards[0]?.holdUntil?.getTime()).toBe(scene.clerk.now.getTime() + 60_000);
    expect(textOf(card as Message)).toContain('Trần Văn Minh, Deputy: CV; Evaluations');
    expect(`${card?.summary}${textOf(card as Message)}`).not.toContain('Lan');
  });

  test('is taken back within the minute, and says nothing when the papers have come meanwhile', async () => {
    const scene = await createKept();
    const { batch } = must(await askForPapers(again(scene.clerk), { ...at(scene), until: null }));
    must(await undoAsking(again(scene.clerk, 30_000), { ...at(scene), batch: batch ?? '' }));
    must(await tick(scene, [scene.minh]));

    expect((await cardsOf(scene, 'dossiers.asked')).map(({ state }) => state)).toEqual(['cancelled']);
    expect(await draw('dossiers.asked', scene, scene.ann)).toBeNull();
  });

  test.each([
    ['2026-03-01', 'dossier-until-past'],
    ['soon', 'dossier-until-unreadable'],
  ])('until %s is refused', async (until, reason) => {
    const scene = await createKept();

    expect(await askForPapers(again(scene.clerk), { ...at(scene), until })).toMatchObject({ ok: false, reason });
  });

  test('when nothing is missing there is nothing to ask for', async () => {
    const scene = await createKept();
    must(await tick(scene, [scene.lan, scene.minh]));

    expect(await askForPapers(again(scene.clerk, 2_000), { ...at(scene), until: null })).toMatchObject({
      reason: 'dossier-nothing-missing',
    });
  });
});

describe('the nightly watch', () => {
  const night = (scene: Scene, days: number) =>
    watchDossiers(handle, new Date(scene.clerk.now.getTime() + days * aDay));

  test('tells the committee secretary once of a paper that stops counting within 30 days, without a name', async () => {
    const scene = await createKept();
    must(await tick(scene, [scene.lan], ['cv'], { expiresOn: '2026-04-10' }));

    await night(scene, 1);
    const early = await cardsOf(scene, 'dossiers.expiring');
    await night(scene, 10);
    await night(scene, 11);
    const card = await draw('dossiers.expiring', scene, scene.clerk, {}, 10 * aDay);

    expect(early).toEqual([]);
    expect(await cardsOf(scene, 'dossiers.expiring')).toMatchObject([{ personId: scene.clerk.person }]);
    expect(textOf(card as Message)).toContain('will within 30 days (papers: 1, people: 1)');
    expect(textOf(card as Message)).not.toContain('Lan');
    expect(await draw('dossiers.expiring', scene, scene.ann, {}, 10 * aDay)).toBeNull();
  });
});

test('by hand: open, tick off for many, one paper, ask, take back', async () => {
  const scene = await createKept();
  const call = (afterMs: number) => callOf(again(scene.clerk, afterMs));
  const send = async (shown: Message, label: string, values: RawValues, afterMs: number) => {
    const form = formOf(await press(dossierInteractions, call(afterMs), shown, label));
    return { form, reply: messageOf(await submit(dossierInteractions, call(afterMs), form, values)) };
  };

  const first = messageOf(await openDossiers(call(0), scene.committee));
  const many = await send(
    first,
    'Tick papers off',
    { kinds: ['cv', 'assets'], people: [scene.lan, scene.minh] },
    1_000,
  );
  const person = messageOf(await press(dossierInteractions, call(2_000), many.reply, 'Open'));
  const one = await send(person, 'It is there', { number: '7-KL', issuedOn: '2026-02-10', keptAt: 'Cabinet 2' }, 3_000);
  const ask = await send(many.reply, 'Ask for what is missing', {}, 4_000);
  const undone = messageOf(await press(dossierInteractions, call(5_000), ask.reply, 'Undo'));

  expect(textOf(first)).toContain('2 of 2 names lack something.');
  expect(textOf(first)).toContain('Deputy: 0 of 2 complete');
  expect(textOf(many.reply)).toContain('4 papers are ticked off.');
  expect(textOf(one.reply)).toContain('Evaluations: present, no. 7-KL, issued 10 Feb 2026, kept at Cabinet 2');
  expect(textOf(ask.form)).toContain('Ann Arbor: Trần Văn Minh');
  expect(textOf(ask.reply)).toContain('Lê Thị Lan, Deputy: Conclusion on the political standard');
  expect(textOf(undone)).toContain('Undone: nobody is asked.');
});
