/** What the dossiers of the names in a parcel lack stands in its one list of what is missing. */
import { client } from '../../../src/database/client.ts';
import { recordPapers } from '../../../src/features/dossiers/operations/record.ts';
import type { Incomplete } from '../../../src/features/dossiers/types.ts';
import { dossierPapers } from '../../../src/features/eligibility/types.ts';
import { showMenu } from '../../../src/features/submissions/interactions/manage.ts';
import { seeParcel } from '../../../src/features/submissions/operations/prepare.ts';
import { sendSubmission } from '../../../src/features/submissions/operations/send.ts';
import { holdsSending, missingFrom } from '../../../src/features/submissions/rules/parcel.ts';
import { callOf, messageOf, press, textOf } from '../../support/calls.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, value } from '../reviews/review-world.ts';
import { createSubmissionWorld, features, found, prepared } from './submission-world.ts';

const { handle } = await createTestDatabase();

async function withPapers() {
  const world = await createSubmissionWorld(handle, ['Ann', 'Ben']);
  await client(handle).plan.update({ where: { id: world.plan }, data: { ruleSet: 'vn-party-qd377' } });
  const paper = { number: null, keptAt: null, remark: null, issuedOn: null, expiresOn: null };
  const tick = (names: readonly string[]) =>
    recordPapers(again(world.clerk), {
      ...{ committee: world.committee, plan: world.plan, kinds: dossierPapers, paper },
      persons: world.nominees.flatMap(({ name, person }) => (names.includes(name) ? [person] : [])),
    });
  return { world, tick };
}

test('names whose papers are missing are listed; the unconfirmed list of papers does not hold the sending', async () => {
  const { world, tick } = await withPapers();
  const id = await prepared(world);
  value(await tick(['Ben']));

  const menu = messageOf(await showMenu(callOf(again(world.clerk)), world.committee));
  const draft = textOf(messageOf(await press(features.interactions, callOf(again(world.clerk)), menu, 'Open')));
  const sent = await sendSubmission(again(world.clerk, 1), id);
  const { papers } = await found(world.clerk, id);

  expect(draft).toContain('The dossier of 1 name is not complete by the usual list of papers.');
  expect(draft).toContain('Ann: CV; Evaluations; Asset declaration; Conclusion on the political standard');
  expect(draft).not.toContain('Ben: CV');
  expect(sent.ok).toBe(true);
  expect(papers.find(({ kind }) => kind === 'dossiers')?.sha256).toMatch(/^[0-9a-f]{64}$/u);
});

test('complete dossiers are not mentioned as missing', async () => {
  const { world, tick } = await withPapers();
  const id = await prepared(world);
  value(await tick(['Ann', 'Ben']));

  expect(value(await seeParcel(again(world.clerk), id)).parcel.missing).toEqual([]);
});

test.each([
  ['confirmed', true],
  ['own', true],
  ['partly', true],
  ['unconfirmed', false],
] as const)('a list of papers that is %s holds the sending: %s', (confidence, holds) => {
  const incomplete: readonly Incomplete[] = [{ fullName: 'Ann', lacks: [{ kind: 'cv', state: 'expired' }] }];
  const facts = { list: { number: 1, entries: [] }, newest: 1, reviewOpen: false, voteOpen: false };

  const missing = missingFrom({ ...facts, dossiers: { incomplete, confidence } });

  expect(missing.map(holdsSending)).toEqual([holds]);
});
