/**
 * What leads a committee to a plan and away from it, as done for one person: a pool, a dossier, a parcel, lists of units, a
 * nomination outside, development, a movement, a removal, a yearly review, a request of erasure.
 */

import { enterHandIn } from '../../src/features/collections/operations/hand-in.ts';
import { openCollection } from '../../src/features/collections/operations/open.ts';
import { recordExperience } from '../../src/features/development/operations/experiences.ts';
import { recordMeasure } from '../../src/features/development/operations/record.ts';
import { askForPapers } from '../../src/features/dossiers/operations/ask.ts';
import { recordPapers } from '../../src/features/dossiers/operations/record.ts';
import {
  prepareExternal,
  recordContact,
  recordOutcome,
} from '../../src/features/external-nominations/operations/keep.ts';
import { askOpinions, recordOpinion as recordSide } from '../../src/features/movements/operations/ask.ts';
import { decideMovements } from '../../src/features/movements/operations/decide.ts';
import { seeMovement } from '../../src/features/movements/operations/look.ts';
import { proposeMovement } from '../../src/features/movements/operations/propose.ts';
import { type MovementForm, sides } from '../../src/features/movements/types.ts';
import type { Plan } from '../../src/features/plans/types.ts';
import { computePool } from '../../src/features/pools/operations/compute.ts';
import { confirmPool, recordOpinion } from '../../src/features/pools/operations/discuss.ts';
import { proposeRemoval } from '../../src/features/removals/operations/close.ts';
import { importUnits, serveUnit } from '../../src/features/units/operations/change.ts';
import { seeUnits } from '../../src/features/units/operations/look.ts';
import { lastSpell } from '../../src/features/units/rules/tree.ts';
import { decideItem } from '../../src/features/yearly-reviews/operations/decide.ts';
import { seeReview } from '../../src/features/yearly-reviews/operations/look.ts';
import { openReview } from '../../src/features/yearly-reviews/operations/open.ts';
import type { CommitteeId, PersonId, PlanEntryId } from '../../src/kernel/ids.ts';
import { at, must, type Somebody } from './scene.ts';

export interface Work {
  readonly committee: CommitteeId;
  readonly clerk: Somebody;
  /** To be recused later: who is responsible, and suggests. */
  readonly reader: Somebody;
  /** Who has to do with everything; with the case its nominee is the last. */
  readonly people: readonly { readonly person: PersonId; readonly fullName: string }[];
}

const minutes = (count: number) => count * 60_000;
export const onPaper = { kind: 'letter', reference: '12', dated: null } as const;

/** Everybody of the register is computed; each of these is discussed. */
export async function discussPool({ committee, clerk, people }: Work, plan: Plan): Promise<void> {
  const here = { committee, plan: plan.id };
  const { pool } = must(await computePool(at(clerk, minutes(4)), here));
  for (const [index, { person }] of people.entries()) {
    const choice = { isIn: true, reason: null, prospects: 'high' as const, assessment: 'Reasons of substance' };
    for (const { id: position } of plan.positions) {
      const opinion = { ...here, pool, position, person, choice };
      must(await recordOpinion(at(clerk, minutes(4) + index), opinion));
    }
  }
  const discussed = { body: 'Collective leadership', discussedOn: '2026-03-02' } as const;
  must(await confirmPool(at(clerk, minutes(5)), { ...here, pool, discussed }));
}

/** Some papers are there, the others are asked for. */
export async function keepDossiers({ committee, clerk, people }: Work, plan: Plan): Promise<void> {
  const here = { committee, plan: plan.id };
  const paper = {
    number: '5',
    keptAt: 'Archive',
    remark: null,
    issuedOn: '2026-01-05',
    expiresOn: '2026-03-10',
  } as const;
  for (const [index, { person }] of people.entries()) {
    const ticked = { ...here, persons: [person], kinds: ['cv', 'assets'] as const, paper };
    must(await recordPapers(at(clerk, minutes(7) + index), ticked));
  }
  must(await askForPapers(at(clerk, minutes(7) + 100), { ...here, until: '2026-03-18' }));
}

/** The units under this committee's hand in by letter: one with everybody, one with nobody of them. */
export async function collectLists({ committee, clerk, people }: Work): Promise<void> {
  must(await importUnits(at(clerk, 0), { committee, text: 'Office\n  North\n  South', from: null }));
  const { units } = must(await seeUnits(at(clerk, 0), committee));
  const unitNamed = (name: string) => {
    const found = units.find((unit) => lastSpell(unit).name === name);
    if (!found) throw new Error(`no unit ${name}`);
    return found.id;
  };
  must(await serveUnit(at(clerk, 0), { committee, unit: unitNamed('Office') }));
  const asked = { committee, title: 'Additions', date: '2026-03-20' } as const;
  const collection = must(await openCollection(at(clerk, minutes(1)), asked));
  const letter = { collection, number: '12/BC', dated: '2026-03-01', replaces: false } as const;
  const head = 'Full name\tBirth month\tSex\tPresent post\tProposed position';
  const row = (name: string) => `${name}\t04/1985\tMale\tHead\tArchon`;
  const rows = [head, row('Ted Sample'), ...people.map(({ fullName }) => row(fullName))].join('\n');
  must(await enterHandIn(at(clerk, minutes(3)), { ...letter, unit: unitNamed('North'), rows }));
  const others = [head, row('Ann Sample')].join('\n');
  must(await enterHandIn(at(clerk, minutes(3.5)), { ...letter, unit: unitNamed('South'), rows: others }));
}

/** Elected to a body outside: the reader has to report it. */
export async function nominateOutside(work: Work, person: PersonId, after: number): Promise<void> {
  const { committee, clerk, reader } = work;
  const preparation = { body: 'District', position: 'Prytan', term: '2026–2031', preparedOn: '2026-02-01' } as const;
  const who = { committee, person, responsible: reader.person };
  const nomination = must(await prepareExternal(at(clerk, after), { ...preparation, ...who }));
  const contact = { heldOn: '2026-02-10', withWhom: 'The district', said: 'Reasons of substance' } as const;
  must(await recordContact(at(clerk, after), { nomination, ...contact }));
  const outcome = {
    outcome: 'elected',
    resultOn: '2026-03-01',
    decision: '5',
    word: null,
    reportBy: '2026-03-17',
  } as const;
  must(await recordOutcome(at(clerk, after), { nomination, ...outcome }));
}

/** Heard and decided, with a suggestion of the reader's besides, which waits. */
export async function move({ committee, clerk, reader }: Work, person: PersonId, after: number): Promise<void> {
  const form: MovementForm = {
    ...{ kind: 'rotation', fromUnit: '', fromPost: null, toUnit: 'North', toPost: 'Head', isOutside: false },
    ...{ reason: 'Reasons of substance', startsOn: '2026-06-01', endsOn: '2029-05-31', inPostSince: null },
    ...{ exception: null, proposedFor: null },
  };
  const proposal = { committee, person, after: null, via: null };
  const { id } = must(await proposeMovement(at(clerk, after), { ...proposal, form }));
  const later = { ...form, startsOn: '2030-06-01', endsOn: '2033-05-31' };
  must(await proposeMovement(at(clerk, after), { ...proposal, form: { ...later, reason: 'Waits for opinions' } }));
  must(await proposeMovement(at(reader, after), { ...proposal, form: { ...later, startsOn: '2031-06-01' } }));
  must(await askOpinions(at(clerk, after), { id, until: '2026-03-20' }));
  const opinion = { id, stance: 'agree', text: 'Reasons of substance', speaker: null, via: onPaper } as const;
  for (const side of sides) must(await recordSide(at(clerk, after), { ...opinion, side }));
  const { version } = must(await seeMovement(at(clerk, after), id)).movement;
  const decision = {
    outcome: 'approve',
    number: '45',
    decidedOn: '2026-03-01',
    authority: 'Director',
    note: null,
  } as const;
  must(await decideMovements(at(clerk, after), { movements: [{ id, version }], decision, correction: null }));
}

/** A course with a date, and what was learned before. */
export async function develop({ committee, clerk }: Work, entry: PlanEntryId, after: number): Promise<void> {
  const course = { kind: 'further-training', what: 'Reasons of substance', responsible: 'The school' } as const;
  const dates = { startsOn: '2026-03-09', dueOn: '2026-06-30', movement: null } as const;
  must(await recordMeasure(at(clerk, after), { committee, entry, form: { ...course, ...dates } }));
  const experience = { kind: 'Practised as a judge', fromMonth: '2015-03', toMonth: null, place: 'District' } as const;
  must(await recordExperience(at(clerk, after), { committee, entry, form: { ...experience, movement: null } }));
}

export async function bringRemoval({ committee, clerk }: Work, plan: Plan, entry: PlanEntryId, after: number) {
  const removal = { reason: 'political-standard', note: 'Reasons of substance' } as const;
  must(await proposeRemoval(at(clerk, after), { committee, plan: plan.id, entry, ...removal }));
}

/** Open, with everybody of the work decided. */
export async function reviewYearly({ committee, clerk, people }: Work, plan: Plan): Promise<void> {
  const review = must(await openReview(at(clerk, minutes(8)), { committee, plan: plan.id }, []));
  const { items } = must(await seeReview(at(clerk, minutes(8)), { committee, review }));
  for (const [index, { person }] of people.entries()) {
    const item = items.find((one) => one.person.id === person);
    if (!item) throw new Error('the review does not show this person');
    const choice = { action: 'remove', reason: 'political-standard', note: 'Reasons of substance' } as const;
    const decided = { committee, review, subject: item.subject, choice: { ...choice, toPlan: null, toPosition: null } };
    must(await decideItem(at(clerk, minutes(8) + index), decided));
  }
}
