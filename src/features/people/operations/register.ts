/** The register: take people in, and change what it says of them without losing what it said. */
import { record, recordAll } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { tidyName } from '../../../i18n/names.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import { Bug } from '../../../kernel/errors.ts';
import { type CommitteeId, newId, type PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dateIn, monthOf } from '../../../kernel/time.ts';
import { enqueue } from '../../../queue/enqueue.ts';
import { type AccessRefusal, authorise, viewerOf } from '../../access/operations.ts';
import { holdAccounts, linkAccounts } from '../../workspaces/operations/accounts.ts';
import type { Member } from '../../workspaces/types.ts';
import { checkDiscipline, checkShortForm, newestDiscipline, type ShortFormRefusal } from '../rules/short-form.ts';
import * as store from '../store/register.ts';
import { type Discipline, emptyShortForm, type Person, type PersonSource, type ShortForm } from '../types.ts';

/** The person behind a chat account; taken into the register by their display name when not there yet. */
export async function personOfAccount(act: Act, member: Member): Promise<PersonId> {
  if (member.person) return member.person;
  const [person] = await personsOfAccounts(act, [member]);
  if (!person) throw new Bug('an account that acts has no row');
  return person;
}

/** The same for several accounts, in their order, in as many statements as one. */
export async function personsOfAccounts(act: Act, members: readonly Member[]): Promise<readonly PersonId[]> {
  return inTransaction(act, async (tx) => {
    const nameless = members.filter(({ person }) => person === null);
    const held = nameless.length > 0 ? await holdAccounts(inside(act, tx), nameless) : [];
    const fresh = held
      .filter(({ person }) => person === null)
      .map((member) => ({
        member: member.id,
        person: newId<PersonId>(),
        form: { ...emptyShortForm, fullName: tidyName(member.displayName) || member.user },
      }));
    if (fresh.length > 0) {
      const people = fresh.map(({ person, form }) => ({ ...form, id: person }));
      await store.insertPeople(tx, act.workspace, people, 'account', act.now);
      await linkAccounts(inside(act, tx), fresh);
      await recordAll(
        tx,
        act,
        fresh.map(({ person }) => ({
          kind: 'people.added',
          subject: { kind: 'person', id: person },
          facts: { source: 'account' },
        })),
      );
    }
    return members.flatMap((member) => {
      const known = member.person ?? held.find(({ id }) => id === member.id)?.person;
      return known ?? fresh.find((one) => one.member === member.id)?.person ?? [];
    });
  });
}

/**
 * Adds somebody to the register. Refusals: those of access (people.edit in the committee) and of the short form.
 * Somebody of the same name may be there already: that warns in the form and never blocks.
 */
export async function addPerson(
  act: Act,
  input: { committee: CommitteeId; form: ShortForm; discipline?: Discipline | null; source: PersonSource },
): Promise<Outcome<PersonId, AccessRefusal | ShortFormRefusal>> {
  return inTransaction(act, async (tx) => {
    const viewer = await authorise(inside(act, tx), input.committee, 'people.edit');
    if (!viewer.ok) return viewer;
    const checked = checkEntry(act, input.form, input.discipline ?? null);
    if (!checked.ok) return checked;
    const { form, discipline } = checked.value;
    const person = await store.insertPerson(tx, act.workspace, form, input.source, act.now);
    if (discipline) await store.insertDisciplines(tx, [{ ...discipline, person }]);
    await record(tx, act, {
      kind: 'people.added',
      committee: input.committee,
      subject: { kind: 'person', id: person },
      nominee: person,
      facts: { source: input.source, discipline: discipline?.kind },
    });
    return done(person);
  });
}

export type ChangeRefusal = AccessRefusal | ShortFormRefusal | 'person-unknown' | 'person-changed-meanwhile';

/**
 * Writes the row anew; the old one is kept. `version` is the one that the form was drawn from: when somebody changed the
 * row since, nothing is written and the refusal person-changed-meanwhile {by, at} says who and when. `discipline` is added,
 * or takes the place of the newest measure, which stays on record; null leaves the measures as they are.
 */
export async function changePerson(
  act: Act,
  input: {
    committee: CommitteeId;
    person: PersonId;
    version: number;
    form: ShortForm;
    discipline: Discipline | null;
    replacesNewest: boolean;
  },
): Promise<Outcome<Person, ChangeRefusal>> {
  return inTransaction(act, async (tx) => {
    const viewer = await authorise(inside(act, tx), input.committee, 'people.edit');
    if (!viewer.ok) return viewer;
    const checked = checkEntry(act, input.form, input.discipline);
    if (!checked.ok) return checked;
    const old = await store.findPerson(tx, viewer.value, input.person);
    if (!old) return refused('person-unknown');
    const by = { person: act.person, now: act.now };
    const isCurrent = old.version === input.version;
    if (!isCurrent || !(await store.changePerson(tx, old, checked.value.form, by))) {
      const newest = (await store.findPerson(tx, viewer.value, input.person)) ?? old;
      const changer = newest.changedBy ? await store.findPerson(tx, viewer.value, newest.changedBy) : null;
      return refused('person-changed-meanwhile', { by: changer?.fullName ?? null, at: newest.changedAt });
    }
    const { form, discipline } = checked.value;
    const replaced = input.replacesNewest ? newestDiscipline(old) : null;
    if (discipline && !isSame(discipline, replaced)) {
      if (replaced) await store.replaceDiscipline(tx, old.id, replaced, act.now);
      await store.insertDisciplines(tx, [{ ...discipline, person: old.id }]);
    }
    await record(tx, act, {
      kind: 'people.changed',
      committee: input.committee,
      subject: { kind: 'person', id: old.id },
      nominee: old.id,
      facts: { version: old.version + 1, fields: changedFields(old, form), discipline: discipline?.kind },
    });
    await enqueue(tx, { name: 'recheck', payload: { workspace: act.workspace, person: old.id } }, { now: act.now });
    return done({ ...old, ...form, version: old.version + 1 });
  });
}

/**
 * What somebody says of themselves, where the register has nothing yet: what the committee secretary entered is never
 * overwritten by it. `isNew`: the row was made from their account just now, so the name is theirs to write. Refusals:
 * those of the short form.
 */
export async function describeOneself(
  act: Act,
  input: { committee: CommitteeId; person: PersonId; isNew: boolean; said: Partial<ShortForm> },
): Promise<Outcome<Person, ShortFormRefusal | 'person-unknown'>> {
  return inTransaction(act, async (tx) => {
    const old = await store.findPerson(tx, await viewerOf(inside(act, tx), input.committee), input.person);
    if (!old) return refused('person-unknown');
    const { fullName: typedName, ...said } = input.said;
    const missing = Object.entries(said).filter(([field]) => old[field as keyof typeof said] === null);
    const fullName = input.isNew && typedName !== undefined ? typedName : old.fullName;
    const { birthMonth, sex, unit, partyPost, statePost, level } = { ...old, ...Object.fromEntries(missing) };
    const next = checkEntry(act, { fullName, birthMonth, sex, unit, partyPost, statePost, level }, null);
    if (!next.ok) return next;
    const { form } = next.value;
    const fields = changedFields(old, form);
    if (fields.length === 0 || !(await store.changePerson(tx, old, form, { person: old.id, now: act.now }))) {
      return done(old);
    }
    await record(tx, act, {
      kind: 'people.changed',
      committee: input.committee,
      subject: { kind: 'person', id: old.id },
      nominee: old.id,
      facts: { version: old.version + 1, fields, by: 'themselves' },
    });
    return done({ ...old, ...form, version: old.version + 1 });
  });
}

function checkEntry(act: Act, form: ShortForm, discipline: Discipline | null) {
  const today = dateIn(act.zone, act.now);
  const checked = checkShortForm({ ...form, fullName: tidyName(form.fullName) }, monthOf(today));
  if (!checked.ok) return checked;
  if (!discipline) return done({ form: checked.value, discipline: null });
  const measure = checkDiscipline(discipline, today);
  return measure.ok ? done({ form: checked.value, discipline: measure.value }) : measure;
}

function isSame(a: Discipline, b: Discipline | null): boolean {
  return (
    b !== null &&
    a.kind === b.kind &&
    a.decidedOn === b.decidedOn &&
    a.effectUntil === b.effectUntil &&
    a.decision === b.decision
  );
}

function changedFields(old: Person, next: ShortForm): readonly string[] {
  return (Object.keys(next) as (keyof ShortForm)[]).filter((field) => old[field] !== next[field]);
}
