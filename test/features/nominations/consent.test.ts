import { candidates as candidatesCommand } from '../../../commands/candidates.ts';
import { propose as proposeCommand } from '../../../commands/propose.ts';
import { client } from '../../../src/database/client.ts';
import { inTransaction } from '../../../src/database/in-transaction.ts';
import { viewerOf } from '../../../src/features/access/operations.ts';
import { candidateInteractions, openCandidates } from '../../../src/features/nominations/interactions/candidates.ts';
import { nominationCards } from '../../../src/features/nominations/interactions/cards.ts';
import { consentInteractions } from '../../../src/features/nominations/interactions/consent.ts';
import { proposeInteractions } from '../../../src/features/nominations/interactions/propose.ts';
import { browseCandidates, seeNomination } from '../../../src/features/nominations/operations/browse.ts';
import { withdrawCandidate } from '../../../src/features/nominations/operations/change.ts';
import {
  answerConsent,
  ownNominations,
  recordConsent,
  undoConsent,
} from '../../../src/features/nominations/operations/consent.ts';
import { nominationDuties } from '../../../src/features/nominations/operations/duties.ts';
import { candidatesForFreeze } from '../../../src/features/nominations/operations/look.ts';
import { sayNoNames } from '../../../src/features/nominations/operations/no-names.ts';
import { undoNomination } from '../../../src/features/nominations/operations/undo.ts';
import { csvButton, openButton, proposeButton } from '../../../src/features/nominations/views/buttons.ts';
import { peopleInteractions } from '../../../src/features/people/interactions/register.ts';
import { addButton } from '../../../src/features/people/views/register.ts';
import { openNewPlan, planInteractions } from '../../../src/features/plans/interactions.ts';
import { changePositions } from '../../../src/features/plans/operations/make.ts';
import { freezeList } from '../../../src/features/reviews/operations/lists.ts';
import { refreshAccount } from '../../../src/features/workspaces/operations/accounts.ts';
import { newId } from '../../../src/kernel/ids.ts';
import { callOf } from '../../support/calls.ts';
import { buttonOf, formOf, type Hands, handsOf, wordsOf } from '../../support/hands.ts';
import { owingOf } from '../../support/owing.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, createScene, inRegister, must, propose, type Scene, type Somebody } from './scene.ts';

const { handle } = await createTestDatabase();

const interactions = [...proposeInteractions, ...candidateInteractions([]), ...consentInteractions];
const inMinutes = (minutes: number) => minutes * 60_000;
const at = (scene: Scene) => ({ committee: scene.committee, plan: scene.plan.id });
const letter = { kind: 'letter', reference: 'No. 7', dated: '2026-03-02' } as const;

/** A NomCom where Ann has put forward Nora, who has an account and no role. */
async function asked(): Promise<{ scene: Scene; nora: Somebody; which: Parameters<typeof seeNomination>[1] }> {
  const scene = await createScene(handle, 'nomcom');
  const nora = await scene.person('Nora Nominee');
  const { nomination } = must(await propose(scene.ann, scene, nora.person));
  return { scene, nora, which: { committee: scene.committee, nomination } };
}

function freeze(scene: Scene) {
  const act = again(scene.clerk);
  return inTransaction(act, (tx) => candidatesForFreeze({ ...act, store: tx }, at(scene)));
}

async function cardsTo(scene: Scene, kind: string, state = 'waiting') {
  const rows = await client(handle).delivery.findMany({ where: { workspaceId: scene.workspace, kind, state } });
  return rows.map((row) => row.personId);
}

/** /propose, and in its form the button for oneself. */
async function selfForm(hands: Hands, scene: Scene) {
  const opened = await hands.press(proposeButton.draw('Put a name forward', at(scene)));
  return formOf(await hands.press(buttonOf(opened, 'Put myself forward')));
}

describe('consent', () => {
  test('in a NomCom the nominee is asked privately a minute later; in a Vietnamese committee nobody is', async () => {
    const { scene, nora } = await asked();
    const party = await createScene(handle, 'vn-party');
    const nominee = await party.person('Nguyễn Mẫu');
    must(await propose(party.clerk, party, nominee.person));

    expect(await cardsTo(scene, 'nominations.consent')).toEqual([nora.person]);
    expect(await ownNominations(again(nora), scene.committee)).toEqual([]);
    expect(await ownNominations(again(nora, inMinutes(2)), scene.committee)).toHaveLength(1);
    expect(await cardsTo(party, 'nominations.consent')).toEqual([]);
    expect(await ownNominations(again(nominee, inMinutes(2)), party.committee)).toEqual([]);
  });

  test('silence is no consent: nobody is frozen who has not answered, and it is told with the number', async () => {
    const { scene, nora, which } = await asked();
    const silent = await scene.person('Sam Silent');
    must(await propose(scene.ann, scene, silent.person));

    const before = await freezeList(again(scene.clerk), at(scene));
    must(await answerConsent(again(nora, inMinutes(2)), { ...which, answer: 'given', note: null }));
    const { candidates, leftOut } = must(await freeze(scene));

    expect(before).toMatchObject({ reason: 'candidates-not-ready', facts: { count: 2 } });
    expect(candidates.map(({ fullName }) => fullName)).toEqual(['Nora Nominee']);
    expect(leftOut.map(({ fullName, readiness }) => [fullName, readiness])).toEqual([['Sam Silent', 'no-consent']]);
  });

  test('whoever declines is off the open list, with the record kept; the committee secretary is told, not the proposer', async () => {
    const { scene, nora, which } = await asked();

    must(await answerConsent(again(nora, inMinutes(2)), { ...which, answer: 'declined', note: 'No time.' }));

    expect(must(await browseCandidates(again(scene.clerk), at(scene))).listed).toEqual([]);
    const seen = must(await seeNomination(again(scene.clerk), which));
    expect(seen.nomination).toMatchObject({ state: 'withdrawn', consent: { state: 'declined', note: 'No time.' } });
    expect(await cardsTo(scene, 'nominations.consent-answered')).toEqual([scene.clerk.person]);
  });

  test('within the minute the answer is taken back and nobody is told; a second undo changes nothing', async () => {
    const { scene, nora, which } = await asked();
    const later = again(nora, inMinutes(2));
    const { batch } = must(await answerConsent(later, { ...which, answer: 'declined', note: null }));
    const undo = () => undoConsent(again(later), { ...which, batch: batch ?? '' });

    must(await undo());
    const twice = await undo();

    expect(twice).toMatchObject({ reason: 'nomination-changed-meanwhile' });
    expect(await cardsTo(scene, 'nominations.consent-answered', 'cancelled')).toEqual([scene.clerk.person]);
    const { nomination } = must(await seeNomination(again(scene.clerk), which));
    expect(nomination).toMatchObject({ state: 'listed', consent: { state: 'asked' } });
  });

  test('nobody answers for the nominee but those who keep the list; in a NomCom only what came in writing', async () => {
    const { scene, nora, which } = await asked();
    const input = { ...which, answer: 'given', note: null } as const;

    const byProposer = await recordConsent(again(scene.ann), { ...input, via: letter });
    const asNominee = await answerConsent(again(scene.ann, inMinutes(2)), input);
    const byPhone = await recordConsent(again(scene.clerk), { ...input, via: { ...letter, kind: 'phone' } });
    const without = await recordConsent(again(scene.clerk), { ...input, via: null });
    must(await recordConsent(again(scene.clerk), { ...input, via: letter }));

    expect(byProposer).toMatchObject({ reason: 'right-missing' });
    expect(asNominee).toMatchObject({ reason: 'nomination-unknown' });
    expect(byPhone).toMatchObject({ reason: 'consent-not-written', field: 'via' });
    expect(without).toMatchObject({ reason: 'consent-via-missing' });
    expect(must(await seeNomination(again(scene.clerk), which)).nomination.consent).toMatchObject({
      state: 'given',
      recordedBy: scene.clerk.person,
      via: letter,
    });
    expect(await cardsTo(scene, 'nominations.consent-recorded')).toEqual([nora.person]);
  });

  test('in the general profile a phone call is enough', async () => {
    const scene = await createScene(handle, 'general');
    const { nomination } = must(await propose(scene.ann, scene, await inRegister(scene, 'Olga Outside')));
    const which = { committee: scene.committee, nomination };

    const byPhone = await recordConsent(again(scene.clerk), {
      ...which,
      answer: 'given',
      note: null,
      via: { kind: 'phone', reference: null, dated: null },
    });

    expect(byPhone.ok).toBe(true);
  });

  test('somebody without an account is asked by the committee secretary, who has it as a duty until it is answered', async () => {
    const scene = await createScene(handle, 'nomcom');
    const { nomination } = must(await propose(scene.ann, scene, await inRegister(scene, 'Olga Outside')));
    const duties = async () => {
      const act = again(scene.clerk, inMinutes(2));
      const found = await nominationDuties.dutiesOf(act, [await viewerOf(act, scene.committee)]);
      return found.map(({ kind, facts }) => [kind, facts.count]);
    };

    const before = await duties();
    must(
      await recordConsent(again(scene.clerk), {
        committee: scene.committee,
        nomination,
        answer: 'given',
        note: null,
        via: letter,
      }),
    );

    expect(await cardsTo(scene, 'nominations.consent-to-ask')).toEqual([scene.clerk.person]);
    expect(before).toContainEqual(['nominations.consent-record', 1]);
    expect(await duties()).not.toContainEqual(['nominations.consent-record', 1]);
  });

  test('a name taken back within the minute was never told to the nominee', async () => {
    const { scene, nora, which } = await asked();
    const [card] = await client(handle).delivery.findMany({
      where: { kind: 'nominations.consent', personId: nora.person },
    });

    must(await undoNomination(again(scene.ann), { ...which, version: 1, batch: card?.batchId ?? '', to: 'gone' }));

    expect(await cardsTo(scene, 'nominations.consent', 'cancelled')).toEqual([nora.person]);
    expect(await ownNominations(again(nora, inMinutes(5)), scene.committee)).toEqual([]);
  });

  test('a nominee who was asked sees that their name was withdrawn, and none of the reasons', async () => {
    const { scene, nora, which } = await asked();
    must(await withdrawCandidate(again(scene.clerk), { ...which, version: 1, reason: 'Too loud.' }));

    const answer = await openCandidates(callOf(again(nora, inMinutes(2))), scene.committee);

    expect(wordsOf(answer)).toContain('Deputy, Plan 2027–2032: withdrawn');
    expect(wordsOf(answer)).not.toContain('Too loud');
  });
});

describe('the nominee’s side', () => {
  test('/candidates in a direct message answers a nominee who belongs to no committee about their own nomination', async () => {
    const { scene, nora } = await asked();
    const stranger = await scene.person('Sam Stranger');
    const inDirect = async (act: Somebody) => wordsOf(await candidatesCommand.open(callOf(act)));

    const tooEarly = await inDirect(again(nora));
    const own = await inDirect(again(nora, inMinutes(2)));

    expect(own).toContain('Deputy');
    expect(own).not.toBe(tooEarly);
    expect(await inDirect(again(stranger, inMinutes(2)))).toBe(tooEarly);
  });

  test('the card asks, the form says what consenting means, and /candidates shows their own nomination only', async () => {
    const { scene, nora, which } = await asked();
    const later = again(nora, inMinutes(2));
    const hands = handsOf(later, interactions);
    const ids = { committee: which.committee, nomination: which.nomination };
    const render = () =>
      nominationCards['nominations.consent']?.({
        act: later,
        ids,
        to: { person: nora.person },
        committee: scene.committee,
        isSentAgain: false,
        isRedraw: true,
      });

    const question = await render();
    const own = await openCandidates(callOf(later), scene.committee);
    const form = formOf(await hands.press(buttonOf(own, 'Answer')));
    const answer = await hands.submit(form, { answer: 'given', note: null });
    const settled = await render();

    expect(question?.summary).toBe('Your nomination');
    expect(wordsOf({ kind: 'show', message: question! })).toContain('You have been put forward for Deputy');
    expect(wordsOf(own)).toContain('You see your own nomination, and nothing of that.');
    expect(wordsOf(own)).not.toContain('Ann Arbor');
    expect(wordsOf(form)).toContain('It does not make you a candidate yet');
    expect(wordsOf(answer)).toContain('you consent to stand for Deputy');
    expect(wordsOf({ kind: 'show', message: settled! })).toContain('consents to stand');
  });

  test('somebody who is in no register puts themselves forward with their own short data, and has consented by it', async () => {
    const scene = await createScene(handle, 'nomcom');
    const facts = {
      ...{ name: 'zoe', locale: 'en-US', zone: 'UTC', isAdmin: false },
      ...{ isOutsider: false, isGuest: false, isBot: false, isActive: true },
    };
    const member = await refreshAccount(scene.clockwork, `U${newId().slice(0, 8)}`, facts);
    const zoe = { ...scene.clockwork, member: member.id, person: null };
    const hands = handsOf(zoe, interactions);

    const form = await selfForm(hands, scene);
    const values = { position: scene.deputy.id, fullName: 'Zoë Newcomer', unit: 'Lakeside Mesh', reasons: 'I build.' };
    const answer = await hands.submit(form, values);

    expect(wordsOf(answer)).toContain('You are on the list for Deputy');
    const [listed] = must(await browseCandidates(again(scene.clerk), at(scene))).listed;
    expect(listed).toMatchObject({ fullName: 'Zoë Newcomer', unit: 'Lakeside Mesh', source: 'self', consent: 'given' });
  });

  test('what the register says of somebody is not overwritten by what they say of themselves', async () => {
    const scene = await createScene(handle, 'nomcom');
    const nora = await scene.person('Nora Nominee');
    const hands = handsOf(nora, interactions);

    const form = await selfForm(hands, scene);
    await hands.submit(form, { position: scene.deputy.id, fullName: 'Somebody Else' });

    expect(wordsOf(form)).toContain('As Nora Nominee.');
    const [listed] = must(await browseCandidates(again(scene.clerk), at(scene))).listed;
    expect(listed?.fullName).toBe('Nora Nominee');
  });

  test.each(['vn-party', 'vn-state'] as const)('%s: nobody puts themselves forward, by any way', async (profile) => {
    const scene = await createScene(handle, profile);
    const hands = handsOf(scene.ann, interactions);

    const form = formOf(await hands.type(proposeCommand, ''));

    expect(wordsOf(form)).not.toContain('Put myself forward');
    expect(await propose(scene.ann, scene, scene.ann.person)).toMatchObject({ reason: 'self-not-allowed' });
  });

  test('a member of the committee cannot stand in a NomCom: the form says so beside the position', async () => {
    const scene = await createScene(handle, 'nomcom');
    const hands = handsOf(scene.ann, interactions);

    const form = await selfForm(hands, scene);
    const answer = await hands.submit(form, { position: scene.deputy.id });

    expect(answer).toMatchObject({
      kind: 'field-errors',
      errors: { position: expect.stringContaining('its members cannot be its nominees') },
    });
  });
});

describe('a committee member who is a nominee', () => {
  test('finds their own case nowhere, whether they know of it (general) or not (Vietnamese)', async () => {
    for (const profile of ['general', 'vn-party'] as const) {
      const scene = await createScene(handle, profile);
      const { nomination } = must(await propose(scene.clerk, scene, scene.ann.person));
      must(await propose(scene.clerk, scene, await inRegister(scene, 'Maria Example')));
      const later = again(scene.ann, inMinutes(2));

      const list = must(await browseCandidates(later, at(scene)));
      const profileOf = await seeNomination(later, { committee: scene.committee, nomination });

      expect(list.listed.map(({ fullName }) => fullName)).toEqual(['Maria Example']);
      expect(profileOf).toMatchObject({ reason: 'nomination-unknown' });
      expect(list.hasOwn).toBe(profile === 'general');
    }
  });

  test('a suggestion about the committee secretary goes to the chair', async () => {
    const scene = await createScene(handle);

    must(await propose(scene.ann, scene, scene.clerk.person));

    expect(await cardsTo(scene, 'nominations.suggested')).toEqual([scene.chair.person]);
  });

  test('a head who stands does not learn it from a cap: the numbers are those of a world without them', async () => {
    const scene = await createScene(handle);
    const listed: string[] = [];
    for (const name of ['Một', 'Hai']) {
      listed.push(must(await propose(scene.clerk, scene, await inRegister(scene, name))).nomination);
    }
    must(await propose(scene.clerk, scene, scene.chair.person));

    const byChair = await propose(scene.chair, scene, await inRegister(scene, 'Ba'));
    const byClerk = await propose(scene.clerk, scene, await inRegister(scene, 'Bốn'));

    expect(byChair.ok && byChair.value.check.verdicts[0]).toMatchObject({
      facts: { people: 3, max: 3 },
      level: 'passes',
    });
    expect(byClerk).toMatchObject({ reason: 'blocked-people-per-position', facts: { people: 5 } });
    const kept = must(
      await seeNomination(again(scene.clerk), { committee: scene.committee, nomination: must(byChair).nomination }),
    ).kept;
    expect(kept.find(({ rule }) => rule === 'people-per-position')).toMatchObject({
      level: 'blocks',
      facts: { people: 4 },
    });
    const seen = must(
      await seeNomination(again(scene.chair), { committee: scene.committee, nomination: must(byChair).nomination }),
    ).kept;
    expect(seen.find(({ rule }) => rule === 'people-per-position')).toMatchObject({
      level: 'passes',
      facts: { people: 3 },
    });
  });
});

describe('somebody without a role in the committee', () => {
  test('is told nothing of the register: no numbers in the form, in the answer or in a refusal', async () => {
    const scene = await createScene(handle, 'nomcom');
    const outside = await scene.person('Olga Outside');
    const person = await inRegister(scene, 'Maria Example', { statePost: 'Harbour master', birthMonth: '1950-01' });
    const hands = handsOf(outside, interactions);

    const form = formOf(await hands.press(proposeButton.draw('Put a name forward', at(scene))));
    const chosen = { position: scene.deputy.id, person, reasons: 'Calm.' };
    const redrawn = formOf(await hands.change(form, 'person', chosen));
    const answer = await hands.submit(redrawn, chosen);
    const undone = await hands.press(buttonOf(answer, 'Undo'));

    expect(JSON.stringify(redrawn.items)).not.toMatch(/Harbour|1950|RFC/);
    expect(wordsOf(answer)).not.toMatch(/Harbour|1950|In order/);
    expect(wordsOf(undone)).toBe('Taken back. Nobody was told.');
  });
});

describe('the call for names', () => {
  const asked = async (act: Somebody, scene: Scene) => {
    const found = await nominationDuties.dutiesOf(again(act), [await viewerOf(again(act), scene.committee)]);
    return found.some(({ kind }) => kind === 'nominations.propose');
  };

  test('is no duty any more for whoever has nobody to propose; a name can still be put forward', async () => {
    const scene = await createScene(handle);
    const before = await asked(scene.ann, scene);

    must(await sayNoNames(again(scene.ann), at(scene)));
    must(await sayNoNames(again(scene.ann), at(scene)));

    expect([before, await asked(scene.ann, scene), await asked(scene.bob, scene)]).toEqual([true, false, true]);
    const subject = { kind: 'plan-names', id: scene.plan.id };
    expect(await owingOf(nominationDuties, again(scene.clerk), subject)).not.toContain(scene.ann.person);
    expect(await propose(scene.ann, scene, await inRegister(scene, 'Mẫu'))).toMatchObject({ ok: true });
  });
});

describe('the words of a rule set', () => {
  test.each([
    ['nomcom', ['Where the person comes from', 'Party', 'Month of the congress']],
    ['general', ['Where the person comes from', 'Party', 'Month of the congress']],
  ] as const)('%s: forms, profile and export ask for nothing that no rule needs', async (profile, never) => {
    const scene = await createScene(handle, profile);
    const person = await inRegister(scene, 'Maria Example', { birthMonth: null, sex: null, level: null });
    const { nomination } = must(await propose(scene.clerk, scene, person));
    const hands = handsOf(scene.clerk, [...interactions, ...planInteractions, ...peopleInteractions]);

    const shown = [
      await hands.type(proposeCommand, ''),
      await openNewPlan(callOf(scene.clerk), scene.committee),
      await hands.press(addButton.draw('Add', { committee: scene.committee })),
      await hands.press(openButton.draw('Open', { committee: scene.committee, nomination })),
      await hands.press(csvButton.draw('CSV', { committee: scene.committee, plan: scene.plan.id })),
    ];

    for (const reply of shown) for (const word of never) expect(wordsOf(reply)).not.toContain(word);
  });

  test('the control: a Vietnamese committee is asked for all of it', async () => {
    const scene = await createScene(handle);

    const form = await openNewPlan(callOf(scene.clerk), scene.committee);

    expect(wordsOf(form)).toContain('Month of the congress');
  });
});

describe('a plan', () => {
  test('every mistake of the form is said at once, each beside its field', async () => {
    const scene = await createScene(handle);
    const hands = handsOf(scene.clerk, planInteractions);

    const answer = await hands.submit(formOf(await openNewPlan(callOf(scene.clerk), scene.committee)), {
      ...{ title: ' ', unit: null, track: 'party', termFrom: '2027', termTo: 'soon', congress: '13/2027' },
      ...{ positions: 'Secretary; many\n; 3\nDeputy; 2', date: '2020-01-01', time: null },
    });

    expect(answer.kind === 'field-errors' && Object.keys(answer.errors).sort()).toEqual(
      ['congress', 'date', 'positions', 'termTo', 'title'].sort(),
    );
    expect(wordsOf(answer)).toMatch(/Line 1: “many”.*Line 2 has no title/);
  });

  test('ending a position tells nothing of a case that is closed to the secretary, and the others still see it', async () => {
    const scene = await createScene(handle);
    const { nomination } = must(await propose(scene.chair, scene, scene.clerk.person));
    const keep = scene.plan.positions
      .filter(({ id }) => id !== scene.deputy.id)
      .map(({ id: _, ...position }) => position);

    const ended = await changePositions(again(scene.clerk), { ...at(scene), version: 1, positions: keep });

    expect(ended.ok).toBe(true);
    const list = must(await browseCandidates(again(scene.chair), at(scene)));
    expect(list.listed.map((candidate) => candidate.nomination)).toEqual([nomination]);
    expect(wordsOf(await openCandidates(callOf(scene.chair), scene.committee))).toContain(
      'Deputy (no longer in the plan): 1 person',
    );
  });
});
