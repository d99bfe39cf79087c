/** The register: take people in, look them up. */
import { record } from '../../audit/record.ts';
import { inTransaction } from '../../database/in-transaction.ts';
import { tidyName } from '../../i18n/names.ts';
import { type Act, inside } from '../../kernel/act.ts';
import type { CommitteeId, PersonId } from '../../kernel/ids.ts';
import { done, type Outcome } from '../../kernel/outcome.ts';
import { dateIn, monthOf } from '../../kernel/time.ts';
import { type AccessRefusal, authorise, viewerOf } from '../access/operations.ts';
import { linkAccount } from '../workspaces/operations.ts';
import type { Member } from '../workspaces/types.ts';
import { checkShortForm, type ShortFormRefusal } from './rules.ts';
import * as store from './store.ts';
import { emptyShortForm, type Person, type PersonSource, type ShortForm } from './types.ts';

/** The person behind a chat account; taken into the register by their display name when not there yet. */
export async function personOfAccount(act: Act, member: Member): Promise<PersonId> {
  if (member.person) return member.person;
  return inTransaction(act, async (tx) => {
    const form = { ...emptyShortForm, fullName: tidyName(member.displayName) || member.user };
    const person = await store.insertPerson(tx, act.workspace, form, 'account', act.now);
    await linkAccount(inside(act, tx), member, person);
    await record(tx, act, {
      kind: 'people.added',
      subject: { kind: 'person', id: person },
      facts: { source: 'account' },
    });
    return person;
  });
}

/**
 * Adds somebody to the register. Refusals: those of access (people.edit in the committee) and of the short form.
 * Somebody of the same name may be there already: that warns in the form and never blocks.
 */
export async function addPerson(
  act: Act,
  input: { committee: CommitteeId; form: ShortForm; source: PersonSource },
): Promise<Outcome<PersonId, AccessRefusal | ShortFormRefusal>> {
  return inTransaction(act, async (tx) => {
    const viewer = await authorise(inside(act, tx), input.committee, 'people.edit');
    if (!viewer.ok) return viewer;
    const form = checkShortForm(
      { ...input.form, fullName: tidyName(input.form.fullName) },
      monthOf(dateIn(act.zone, act.now)),
    );
    if (!form.ok) return form;
    const person = await store.insertPerson(tx, act.workspace, form.value, input.source, act.now);
    await record(tx, act, {
      kind: 'people.added',
      committee: input.committee,
      subject: { kind: 'person', id: person },
      facts: { source: input.source },
    });
    return done(person);
  });
}

/** People whose name fits what was typed, for a search field. Nobody without the right; nobody whose case is closed. */
export async function searchRegister(
  act: Act,
  input: { committee: CommitteeId; typed: string; limit: number },
): Promise<readonly Person[]> {
  const viewer = await authorise(act, input.committee, 'candidates.suggest');
  return viewer.ok ? store.searchPeople(act.store, viewer.value, input.typed, input.limit) : [];
}

/** Names and posts of people for showing lists that the viewer may see anyway. */
export async function peopleByIds(
  act: Act,
  committee: CommitteeId,
  ids: readonly PersonId[],
): Promise<readonly Person[]> {
  return store.findPeople(act.store, await viewerOf(act, committee), ids);
}
