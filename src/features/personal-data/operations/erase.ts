/**
 * A named person decides on a request for erasure: looks what would go and what stands in the way, refuses with the
 * reason, or erases. Counts, rulings and the chain of the history are left as they are: they hold ids, not names.
 */
import { eraseSaltsAbout } from '../../../audit/history.ts';
import { hashOf, record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { refresh, send } from '../../../delivery/send.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { HoldsPeople } from '../../../kernel/held-people.ts';
import type { CommitteeId, PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dateIn } from '../../../kernel/time.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import { committeesOf } from '../../committees/operations/look.ts';
import { seePerson } from '../../people/operations/find.ts';
import type { Person } from '../../people/types.ts';
import { namesToReplace, reasonMax, withoutNames } from '../rules.ts';
import * as erasing from '../store/erasing.ts';
import * as requests from '../store/requests.ts';
import { rowsOfPerson } from '../store/statement.ts';
import { replaceInTexts } from '../store/texts.ts';
import type { ErasurePreview, ErasureRequest, ErasureRequestId, FoundObstacle } from '../types.ts';
import { askedCard } from './ask-erasure.ts';

export const refusedCard = 'personal-data.erasure-refused';

export type ErasureRefusal = AccessRefusal | 'erasure-unknown' | 'erasure-of-oneself' | 'erasure-decided';
interface Input {
  readonly committee: CommitteeId;
  readonly request: ErasureRequestId;
}

/**
 * Nothing is changed. Refusals: access (people.erase), erasure-unknown (also where the case is closed to the acting
 * person), erasure-of-oneself (somebody else has to decide on one's own), erasure-decided.
 */
export async function previewErasure(
  act: Act,
  input: Input,
  holders: readonly HoldsPeople[],
): Promise<Outcome<ErasurePreview, ErasureRefusal>> {
  const found = await findOpen(act, input);
  if (!found.ok) return found;
  const { request, person, rows } = found.value;
  const own = new Map((await committeesOf(act)).map(({ id, name }) => [id, name]));
  const obstacles = await erasing.findObstacles(act.store, holders, rows, dateIn(act.zone, act.now));
  const isOwn = ({ committee }: FoundObstacle) => committee === null || own.has(committee);
  const names = await erasing.namesOf(act.store, rows);
  return done({
    request,
    fullName: person.fullName,
    obstacles: [
      ...obstacles.filter(isOwn).map(({ kind, committee }) => ({
        kind,
        committee: (committee && own.get(committee)) ?? null,
      })),
      ...(obstacles.every(isOwn) ? [] : [{ kind: 'elsewhere' as const, committee: null }]),
    ],
    sharesName: (await erasing.namesOfOthers(act.store, act.workspace, rows, names)).length > 0,
  });
}

/**
 * Everything at once or nothing. `placeholder` stands in the name's place from now on. Refusals: those of the preview,
 * erasure-obstructed (something is still going on, or a rule has it kept). It cannot be undone.
 */
export async function erasePerson(
  act: Act,
  input: Input & { readonly placeholder: string },
  holders: readonly HoldsPeople[],
): Promise<Outcome<{ readonly texts: number }, ErasureRefusal | 'erasure-obstructed'>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const found = await findOpen(here, input);
    if (!found.ok) return found;
    const { request, person, rows, by } = found.value;
    // Whoever writes a row about the person waits from here on (guards/people.sql), so that nothing slips in beside.
    await erasing.lockPerson(tx, rows);
    const obstacles = await erasing.findObstacles(tx, holders, rows, dateIn(act.zone, act.now));
    if (obstacles.length > 0) return refused('erasure-obstructed', { count: obstacles.length });
    const decided = await requests.decideRequest(tx, request.id, { state: 'erased', at: act.now, by, reason: null });
    if (!decided) return refused('erasure-decided');
    const names = await erasing.namesOf(tx, rows);
    const ofOthers = await erasing.namesOfOthers(tx, act.workspace, rows, names);
    const traces = await requests.committeesOfTrace(tx, rows);
    // Before the account is taken from the person: whose cards they are is looked up by it.
    await refresh(tx, act, { persons: [person.id] });
    await erasing.eraseDeclared(tx, holders, rows, { placeholder: input.placeholder, now: act.now });
    const wanted = namesToReplace(names, ofOthers);
    const texts = await replaceInTexts(tx, act.workspace, wanted, (text) =>
      withoutNames(text, wanted, input.placeholder),
    );
    await eraseSaltsAbout(tx, rows);
    await record(tx, act, {
      ...{ kind: 'personal-data.erased', committee: input.committee, subject: { kind: 'person', id: person.id } },
      ...{ nominee: person.id, facts: { request: request.id, texts } },
    });
    if (traces.length > 0) await refresh(tx, act, { committees: traces });
    await refresh(tx, act, { kind: askedCard, ids: { request: request.id } });
    return done({ texts });
  });
}

/**
 * The person is told the reason where they can be reached. Refusals: those of the preview, erasure-reason-missing,
 * erasure-reason-too-long.
 */
export async function refuseErasure(
  act: Act,
  input: Input & { readonly reason: string },
): Promise<Outcome<void, ErasureRefusal | 'erasure-reason-missing' | 'erasure-reason-too-long'>> {
  const reason = input.reason.trim().normalize('NFC');
  if (reason === '') return refused('erasure-reason-missing', {}, 'reason');
  if (reason.length > reasonMax) return refused('erasure-reason-too-long', { max: reasonMax }, 'reason');
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const found = await findOpen(here, input);
    if (!found.ok) return found;
    const { request, person, by } = found.value;
    const decided = await requests.decideRequest(tx, request.id, { state: 'refused', at: act.now, by, reason });
    if (!decided) return refused('erasure-decided');
    await record(tx, act, {
      ...{ kind: 'personal-data.erasure-refused', committee: input.committee },
      ...{ subject: { kind: 'person', id: person.id }, nominee: person.id, facts: { reason: hashOf(reason) } },
    });
    await send(tx, act, {
      ...{ kind: refusedCard, ids: { request: request.id }, to: { person: person.id } },
      key: `${refusedCard}:${request.id}`,
    });
    await refresh(tx, act, { kind: askedCard, ids: { request: request.id } });
    return done();
  });
}

/** For the card to the person: the reason of the refusal. Null: it is not theirs. */
export async function ownRefusal(act: Act, id: ErasureRequestId): Promise<string | null> {
  const request = await requests.findRequest(act.store, act.workspace, id);
  return request?.state === 'refused' && request.person === act.person ? request.reason : null;
}

interface Open {
  readonly request: ErasureRequest;
  readonly person: Person;
  /** The person's own row of the register and those merged into it. */
  readonly rows: readonly PersonId[];
  readonly by: PersonId;
}

async function findOpen(act: Act, { committee, request: id }: Input): Promise<Outcome<Open, ErasureRefusal>> {
  const viewer = await authorise(act, committee, 'people.erase');
  if (!viewer.ok) return viewer;
  const request = await requests.findRequest(act.store, act.workspace, id);
  const seen = request ? await seePerson(act, committee, request.person) : null;
  if (seen && !seen.ok) return seen;
  if (!request || !seen?.value || !act.person) return refused('erasure-unknown');
  if (request.person === act.person) return refused('erasure-of-oneself');
  if (request.state !== 'open') return refused('erasure-decided');
  const rows = await rowsOfPerson(act.store, act.workspace, request.person);
  return done({ request, person: seen.value, rows, by: act.person });
}
