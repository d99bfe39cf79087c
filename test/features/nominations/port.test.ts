import { candidates } from '../../../commands/candidates.ts';
import { plan as planCommand } from '../../../commands/plan.ts';
import { propose as proposeCommand } from '../../../commands/propose.ts';
import { recuse } from '../../../src/features/access/operations.ts';
import { importInteractions } from '../../../src/features/imports/interactions/people.ts';
import { candidateInteractions } from '../../../src/features/nominations/interactions/candidates.ts';
import { nominationCards } from '../../../src/features/nominations/interactions/cards.ts';
import { proposeInteractions } from '../../../src/features/nominations/interactions/propose.ts';
import { peopleInteractions } from '../../../src/features/people/interactions/register.ts';
import { planInteractions } from '../../../src/features/plans/interactions.ts';
import { changePositions } from '../../../src/features/plans/operations/make.ts';
import type { Act, Locale } from '../../../src/kernel/act.ts';
import { buttonOf, formOf, handsOf, messageOf, wordsOf } from '../../support/hands.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, createScene, inRegister, must, propose, type Scene } from './scene.ts';

const { handle } = await createTestDatabase();

const interactions = [
  ...peopleInteractions,
  ...planInteractions,
  ...importInteractions({ readFile: async () => ({ kind: 'gone' }) }),
  ...proposeInteractions,
  ...candidateInteractions([]),
];

function hands(act: Act, locale: Locale = 'en') {
  return handsOf(act, interactions, locale);
}

describe('/propose', () => {
  test('by form: choosing person and position redraws it with the verdicts; sending it puts the name on the list', async () => {
    const scene = await createScene(handle);
    const person = await inRegister(scene, 'Trần Văn Mẫu');
    const clerk = hands(scene.clerk);

    const form = formOf(await clerk.type(proposeCommand, ''));
    const options = await clerk.options(form, 'person', 'mau');
    const chosen = { position: scene.deputy.id, person, reasons: 'Typed so far.', source: 'inside' };
    const redrawn = formOf(await clerk.change(form, 'person', chosen));
    const answer = await clerk.submit(redrawn, chosen);

    expect(options.map((option) => option.label)).toEqual(['Trần Văn Mẫu']);
    expect(redrawn.requestId).toBe(form.requestId);
    expect(wordsOf(redrawn)).toContain('People for this position: 1 with this person, at most 3');
    expect(JSON.stringify(redrawn.items)).toContain('Typed so far.');
    expect(wordsOf(answer)).toContain('Trần Văn Mẫu is on the list for Deputy.');
    expect(wordsOf(answer)).toMatch(/version \d, in force from/);
  });

  test('the form of a member says to whom the suggestion goes; the answer says who is told, and undo takes it back', async () => {
    const scene = await createScene(handle);
    const person = await inRegister(scene, 'Trần Văn Mẫu');
    const ann = hands(scene.ann);

    const form = formOf(await ann.type(proposeCommand, ''));
    const answer = await ann.submit(form, { position: scene.deputy.id, person, reasons: 'Good.' });
    const undone = await ann.press(buttonOf(answer, 'Undo'));

    expect(wordsOf(form)).toContain('goes to the committee secretary alone');
    expect(wordsOf(answer)).toContain('In one minute this is told to: Clara Clerk.');
    expect(wordsOf(undone)).toBe('Taken back. Nobody was told.');
  });

  test('one line with exact names is done at once; reasons may hold semicolons', async () => {
    const scene = await createScene(handle);
    await inRegister(scene, 'Trần Văn Mẫu');

    const answer = await hands(scene.clerk).type(proposeCommand, 'TRẦN VĂN MẪU; deputy; two terms; well done');

    expect(wordsOf(answer)).toContain('is on the list for Deputy');
    const opened = await hands(scene.clerk).press(buttonOf(answer, 'Open'));
    expect(wordsOf(opened)).toContain('two terms; well done');
  });

  test('a name without diacritics is confirmed in the form, with birth month and post, and nothing typed is lost', async () => {
    const scene = await createScene(handle);
    const person = await inRegister(scene, 'Trần Văn Mẫu');
    const clerk = hands(scene.clerk);

    const form = formOf(await clerk.type(proposeCommand, 'tran van mau; Deputy; two terms'));
    const answer = await clerk.submit(form, { position: scene.deputy.id, person, reasons: 'two terms' });

    expect(wordsOf(form)).toContain('Please choose in the form who or what is meant.');
    expect(JSON.stringify(form.items)).toContain('April 1985');
    expect(JSON.stringify(form.items)).toContain('two terms');
    expect(wordsOf(answer)).toContain('is on the list');
  });

  test.each([
    ['an unknown name', 'Nobody At All; Deputy; x', 'Nobody of that name is in the register'],
    ['emoji and right-to-left text', '🙂\u202E; Deputy; x', 'Nobody of that name is in the register'],
    ['wildcards', '%_%; Deputy; x', 'Nobody of that name is in the register'],
  ])('%s gets a sentence and the typed line back', async (_what, line, sentence) => {
    const scene = await createScene(handle);
    await inRegister(scene, 'Trần Văn Mẫu');

    const answer = await hands(scene.clerk).type(proposeCommand, line);

    expect(wordsOf(answer)).toContain(sentence);
    expect(wordsOf(answer)).toContain('; Deputy; x');
  });

  test('a refused line says rule and numbers in the reader’s language, and gives the line back', async () => {
    const scene = await createScene(handle);
    await inRegister(scene, 'Trần Văn Mẫu', { level: 6 });

    const vi = await hands(scene.clerk, 'vi').type(proposeCommand, 'Trần Văn Mẫu; Deputy; x');
    const en = await hands(scene.clerk, 'en').type(proposeCommand, 'Trần Văn Mẫu; Deputy; x');

    expect(wordsOf(vi)).toContain('chức vụ hiện tại bậc 6, chức danh này bậc 5');
    expect(wordsOf(en)).toContain('the present post has level 6, this position level 5');
    expect(wordsOf(en)).toContain('/propose Trần Văn Mẫu; Deputy; x');
  });

  test('a rule that blocks stands beside the person in the form, which stays open', async () => {
    const scene = await createScene(handle);
    const person = await inRegister(scene, 'Trần Văn Mẫu', { birthMonth: '1966-01' });
    const clerk = hands(scene.clerk);

    const form = formOf(await clerk.type(proposeCommand, ''));
    const answer = await clerk.submit(form, { position: scene.deputy.id, person });

    expect(answer.kind).toBe('field-errors');
    expect(wordsOf(answer)).toMatch(/Not entered: born January 1966, retires .* at least 60 are needed/);
  });

  test('a plan without positions says who adds them', async () => {
    const scene = await createScene(handle);
    must(
      await changePositions(again(scene.clerk), {
        committee: scene.committee,
        plan: scene.plan.id,
        version: 1,
        positions: [],
      }),
    );

    const answer = await hands(scene.ann).type(proposeCommand, '');

    expect(wordsOf(answer)).toContain('has no positions yet');
  });
});

describe('/candidates', () => {
  async function many(count: number): Promise<Scene> {
    const scene = await createScene(handle, 'general');
    for (let index = 1; index <= count; index += 1) {
      must(await propose(scene.clerk, scene, await inRegister(scene, `Person ${String(index).padStart(2, '0')}`)));
    }
    return scene;
  }

  test('the list goes by position, twenty lines a page', async () => {
    const scene = await many(23);
    const clerk = hands(scene.clerk);

    const first = await clerk.type(candidates, '');
    const second = await clerk.press(buttonOf(first, 'Next page'));

    expect(wordsOf(first)).toContain('Deputy (2 seats): 23 people');
    expect(wordsOf(first)).toContain('20. Person 20');
    expect(wordsOf(first)).not.toContain('Person 21');
    expect(second.kind).toBe('replace');
    expect(wordsOf(second)).toContain('21. Person 21');
    expect(wordsOf(second)).toContain('Page 2 of 2');
  });

  test('CSV can be pasted back, formulas are text, and taking it out is recorded', async () => {
    const scene = await createScene(handle);
    must(await propose(scene.clerk, scene, await inRegister(scene, 'Trần Văn Mẫu', { statePost: '=1+1' })));
    const clerk = hands(scene.clerk);

    const list = await clerk.type(candidates, '');
    const csv = messageOf(await clerk.press(buttonOf(list, 'As CSV')));
    const text = messageOf(await clerk.press(buttonOf(list, 'As text')));

    const copied = csv.blocks.flatMap((block) => (block.kind === 'copy' ? [block.text] : [])).join('\n');
    expect(copied).toContain("'=1+1");
    expect(wordsOf(text)).toContain('Deputy\n1. Trần Văn Mẫu');
    const register = await clerk.type(planCommand, 'people');
    const form = formOf(await clerk.press(buttonOf(register, 'Take over a list')));
    const preview = await clerk.submit(form, { rows: copied, rows2: null, rows3: null });
    expect(wordsOf(preview)).toContain('0 new, 0 changed, 1 unchanged, 0 rows');
  });

  test('withdrawing shows who is told before it is done, and a stale form is told so', async () => {
    const scene = await createScene(handle);
    must(await propose(scene.clerk, scene, await inRegister(scene, 'Trần Văn Mẫu')));
    const chair = hands(scene.chair);

    const opened = await chair.press(buttonOf(await chair.type(candidates, ''), 'Open'));
    const form = formOf(await chair.press(buttonOf(opened, 'Withdraw')));
    const done = await chair.submit(form, { reason: 'Moves away.' });
    const again_ = await chair.submit(form, { reason: 'Moves away.' });

    expect(wordsOf(form)).toContain('Told one minute later, without the reason: Clara Clerk.');
    expect(wordsOf(done)).toContain('is withdrawn from Deputy');
    expect(wordsOf(again_)).toContain('no longer as you saw it');
  });
});

describe('cards about names', () => {
  test('a card names the plan only; for somebody recused there is none, and a posted one is emptied', async () => {
    const scene = await createScene(handle);
    const person = await inRegister(scene, 'Trần Văn Mẫu');
    const { nomination } = must(await propose(scene.ann, scene, person));
    const ids = { committee: scene.committee, nomination };
    const render = (isRedraw: boolean) =>
      nominationCards['nominations.suggested']?.({
        act: again(scene.clerk),
        ids,
        to: { person: scene.clerk.person },
        committee: scene.committee,
        isSentAgain: false,
        isRedraw,
      }) ?? null;

    const before = await render(false);
    const recusal = { committee: scene.committee, person: scene.clerk.person, nominee: person, recordedBy: null };
    must(await recuse(again(scene.clerk), recusal));
    const [after, redrawn] = [await render(false), await render(true)];

    expect(before && wordsOf(before)).toBe(
      'A name was suggested in the plan Plan 2027–2032. It waits for screening.\n',
    );
    expect(JSON.stringify(before)).not.toContain('Mẫu');
    expect(after).toBeNull();
    expect(redrawn && wordsOf(redrawn)).toBe('There is nothing here for you any more.');
  });
});

describe('/plan', () => {
  test('a plan is made, shown with its rules, and its positions changed, all by form', async () => {
    const scene = await createScene(handle);
    const clerk = hands(scene.clerk);

    const list = await clerk.type(planCommand, '');
    const form = formOf(await clerk.press(buttonOf(list, 'Make a plan')));
    const values = {
      title: 'Board 2026',
      track: 'board',
      termFrom: '2026',
      termTo: '2030',
      unit: null,
      congress: null,
    };
    const wrong = await clerk.submit(form, { ...values, positions: 'Chair; none', date: null, time: null });
    const made = await clerk.submit(form, { ...values, positions: 'Chair; 1; 6', date: '2026-03-15', time: null });
    const positions = formOf(await clerk.press(buttonOf(made, 'Positions')));
    const changed = await clerk.submit(positions, { positions: 'Chair; 1; 6\nMember; 5; 3; committee' });

    expect(wordsOf(wrong)).toBe('Line 1: “none” is not a number of seats from 1 to 500.');
    expect(wordsOf(made)).toContain('You wrote Sunday 15 March 2026. That is not a working day');
    expect(JSON.stringify(positions.items)).toContain('Chair; 1; 6');
    expect(wordsOf(changed)).toContain('Member: 5 seats, 0 in the plan, level 3, member of a collective body');
  });

  test('the register warns of a namesake while the name is typed, and keeps what was typed', async () => {
    const scene = await createScene(handle);
    await inRegister(scene, 'Trần Văn Mẫu');
    const clerk = hands(scene.clerk);

    const register = await clerk.type(planCommand, 'people');
    const form = formOf(await clerk.press(buttonOf(register, 'Add a person')));
    const redrawn = formOf(await clerk.change(form, 'fullName', { fullName: 'tran van mau', unit: 'Office 2' }));
    const wrong = await clerk.submit(redrawn, { fullName: 'Trần Văn Mẫu', birthMonth: '1978' });
    const saved = await clerk.submit(redrawn, { fullName: 'Trần Văn Mẫu', birthMonth: '05/1978' });

    expect(wordsOf(redrawn)).toContain('Somebody of this name is in the register already:');
    expect(JSON.stringify(redrawn.items)).toContain('Office 2');
    expect(wordsOf(wrong)).toBe('Please write month and year, for example 05/1978.');
    expect(wordsOf(saved)).toContain('Trần Văn Mẫu is in the register.');
  });
});
