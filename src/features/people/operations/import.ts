/** Takes a list of people into the register at once: new ones, and changes of those who are there. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import { type CommitteeId, newId, type PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome } from '../../../kernel/outcome.ts';
import { enqueue } from '../../../queue/enqueue.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import type { Viewer } from '../../access/types.ts';
import * as store from '../store/register.ts';
import type { Discipline, Person, ShortForm } from '../types.ts';

export interface PersonImport {
  /** Null: somebody new. */
  readonly person: Person | null;
  readonly form: ShortForm;
  /** Added where the register does not have them yet. */
  readonly disciplines: readonly Discipline[];
}

/** Everybody in the register with one of these names, without diacritics and order, or ids. The viewer has been authorised. */
export async function namesakesOf(
  act: Act,
  viewer: Viewer,
  which: { readonly names: readonly string[]; readonly ids: readonly string[] },
): Promise<readonly Person[]> {
  return which.names.length === 0 ? [] : store.findByNames(act.store, viewer, which);
}

/** Inside a transaction: nobody else imports into this workspace's register until it ends. */
export async function holdRegister(act: Act): Promise<void> {
  await store.lockRegister(act.store, act.workspace);
}

/**
 * The ids of the people, in the order given. Somebody whose row was changed since `person` was read is left as they are:
 * the caller holds the register, so only a form sent this very moment can do that. Refusals: access (people.edit).
 */
export async function importPeople(
  act: Act,
  input: { committee: CommitteeId; people: readonly PersonImport[] },
): Promise<Outcome<readonly PersonId[], AccessRefusal>> {
  return inTransaction(act, async (tx) => {
    const viewer = await authorise(inside(act, tx), input.committee, 'people.edit');
    if (!viewer.ok) return viewer;
    const people = input.people.map((one) => ({ ...one, id: one.person?.id ?? newId<PersonId>() }));
    const added = people.filter((one) => one.person === null);
    await store.insertPeople(
      tx,
      act.workspace,
      added.map(({ id, form }) => ({ ...form, id })),
      'import',
      act.now,
    );
    const changed: PersonId[] = [];
    for (const { person, form, id } of people) {
      if (!person || isSame(person, form)) continue;
      if (await store.changePerson(tx, person, form, { person: act.person, now: act.now })) changed.push(id);
    }
    const measures = people.flatMap(({ id, disciplines }) => disciplines.map((one) => ({ ...one, person: id })));
    const measured = measures.length > 0 ? await store.insertDisciplines(tx, measures) : 0;
    const touched = [...added.map(({ id }) => id), ...changed];
    if (touched.length + measured > 0) {
      await enqueue(tx, { name: 'recheck', payload: { workspace: act.workspace, person: null } }, { now: act.now });
      await record(tx, act, {
        kind: 'people.imported',
        committee: input.committee,
        subject: { kind: 'committee', id: input.committee },
        nominees: people.map(({ id }) => id),
        facts: { added: added.length, changed: changed.length, disciplines: measured },
      });
    }
    return done(people.map(({ id }) => id));
  });
}

function isSame(person: Person, form: ShortForm): boolean {
  return (Object.keys(form) as (keyof ShortForm)[]).every((field) => person[field] === form[field]);
}
