/** Somebody asks that what is held about them be erased: asked for in the chat, or entered by the committee secretary. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { sendAll } from '../../../delivery/send.ts';
import { type Act, inside, type Via } from '../../../kernel/act.ts';
import type { CommitteeId, PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { isPlainDate } from '../../../kernel/time.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import { rolesWithRight } from '../../access/rules.ts';
import { committeesOfWorkspace, membersOf } from '../../committees/operations/look.ts';
import { seePerson } from '../../people/operations/find.ts';
import * as requests from '../store/requests.ts';
import { rowsOfPerson } from '../store/statement.ts';
import type { ErasureRequestId } from '../types.ts';

export const askedCard = 'personal-data.erasure-asked';

export type AskRefusal = AccessRefusal | 'personal-data-nobody' | 'person-unknown' | 'personal-data-via-missing';

/**
 * By the person: those who may decide are told in every committee where the person is or was. Asking twice is once.
 * Refusals: personal-data-nobody (no entry of the register is linked to the account).
 */
export async function askForErasure(
  act: Act,
): Promise<Outcome<{ readonly request: ErasureRequestId; readonly isNew: boolean }, AskRefusal>> {
  const { person } = act;
  if (!person) return refused('personal-data-nobody');
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const waiting = await requests.openRequestOf(tx, person);
    if (waiting) return done({ request: waiting.id, isNew: false });
    const request = await insert(here, person, null, null);
    for (const committee of await whereItIsHeard(here, person)) {
      const members = await membersOf(here, committee);
      const deciding = members.filter(
        (member) =>
          member.person !== person && member.roles.some((role) => rolesWithRight['people.erase'].includes(role)),
      );
      await sendAll(
        tx,
        act,
        deciding.map((member) => ({
          ...{ kind: askedCard, ids: { committee, request }, to: { person: member.person }, committee },
          ...{ key: `${askedCard}:${request}:${committee}:${member.person}`, nominees: [person] },
        })),
      );
    }
    return done({ request, isNew: true });
  });
}

/**
 * For somebody who asked outside the chat, with how it came. Refusals: access (people.erase), person-unknown (also where
 * the case is closed to the acting person), personal-data-via-missing.
 */
export async function recordErasureRequest(
  act: Act,
  input: { readonly committee: CommitteeId; readonly person: PersonId; readonly via: Via },
): Promise<Outcome<ErasureRequestId, AskRefusal>> {
  const { committee, via } = input;
  if (via.dated !== null && !isPlainDate(via.dated)) return refused('personal-data-via-missing', {}, 'dated');
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const viewer = await authorise(here, committee, 'people.erase');
    if (!viewer.ok) return viewer;
    const seen = await seePerson(here, committee, input.person);
    if (!seen.ok) return seen;
    if (!seen.value) return refused('person-unknown', {}, 'person');
    const waiting = await requests.openRequestOf(tx, seen.value.id);
    return done(waiting?.id ?? (await insert(here, seen.value.id, via, committee)));
  });
}

async function insert(
  act: Act,
  person: PersonId,
  via: Via | null,
  committee: CommitteeId | null,
): Promise<ErasureRequestId> {
  const recordedBy = via ? act.person : null;
  const id = await requests.insertRequest(act.store, act.workspace, { person, recordedBy, via, at: act.now });
  await record(act.store, act, {
    ...{ kind: 'personal-data.erasure-asked', committee, subject: { kind: 'person', id: person }, facts: {} },
    ...{ nominee: person, onBehalfOf: via ? person : null, via },
  });
  return id;
}

/** Where the person is or was; somebody who left no trace is heard by every committee, for one of them knows them. */
async function whereItIsHeard(act: Act, person: PersonId): Promise<readonly CommitteeId[]> {
  const rows = await rowsOfPerson(act.store, act.workspace, person);
  const traces = await requests.committeesOfTrace(act.store, rows);
  return traces.length > 0 ? traces : (await committeesOfWorkspace(act)).map(({ id }) => id);
}
