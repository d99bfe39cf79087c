/**
 * What an erasure would do and what stands in the way; and the erasure itself, whoever asked for it. Counts, rulings and
 * the chain of the history are left as they are: they hold ids, not names.
 */
import { eraseSaltsAbout } from '../../../audit/history.ts';
import { record } from '../../../audit/record.ts';
import type { FactValue } from '../../../audit/types.ts';
import { refresh } from '../../../delivery/send.ts';
import type { Act } from '../../../kernel/act.ts';
import type { HoldsPeople } from '../../../kernel/held-people.ts';
import type { CommitteeId, PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dateIn } from '../../../kernel/time.ts';
import { viewersOf } from '../../access/operations.ts';
import { maySeeCase } from '../../access/rules.ts';
import { committeesOf } from '../../committees/operations/look.ts';
import { namesToReplace, withoutNames } from '../rules.ts';
import * as erasing from '../store/erasing.ts';
import * as requests from '../store/requests.ts';
import { rowsOfPerson } from '../store/statement.ts';
import { replaceInTexts } from '../store/texts.ts';
import type { ErasureEffects, FoundObstacle, KnownObstacle } from '../types.ts';

/** Nothing is changed. The caller has authorised and may see the person. */
export async function effectsOf(
  act: Act,
  person: { readonly id: PersonId; readonly fullName: string },
  holders: readonly HoldsPeople[],
): Promise<ErasureEffects> {
  const rows = await rowsOfPerson(act.store, act.workspace, person.id);
  const obstacles = await erasing.findObstacles(act.store, holders, rows, dateIn(act.zone, act.now));
  const names = await erasing.namesOf(act.store, rows);
  return {
    fullName: person.fullName,
    obstacles: (await knownObstacles(act))(person.id, obstacles),
    sharesName: (await erasing.namesOfOthers(act.store, act.workspace, rows, names)).length > 0,
  };
}

/** What stands in the way of several people's erasure, in a number of statements that does not grow with them. */
export async function obstaclesOf(
  act: Act,
  people: readonly PersonId[],
  holders: readonly HoldsPeople[],
): Promise<ReadonlyMap<PersonId, readonly FoundObstacle[]>> {
  if (people.length === 0) return new Map();
  const rows = await erasing.rowsOf(act.store, act.workspace, people);
  const found = new Map<PersonId, FoundObstacle[]>();
  for (const { person, ...one } of await erasing.findObstacles(act.store, holders, rows, dateIn(act.zone, act.now))) {
    found.set(person, [...(found.get(person) ?? []), one]);
  }
  return found;
}

/**
 * Of committees of which the acting person is none, or in which they take no part in the case, it is only said that
 * something is there.
 */
export async function knownObstacles(
  act: Act,
): Promise<(person: PersonId, obstacles: readonly FoundObstacle[]) => readonly KnownObstacle[]> {
  const own = new Map((await committeesOf(act)).map(({ id, name }) => [id, name]));
  const viewers = new Map((await viewersOf(act, [...own.keys()])).map((viewer) => [viewer.committee, viewer]));
  return (person, obstacles) => {
    const isOpen = ({ committee }: FoundObstacle) => {
      const viewer = committee && viewers.get(committee);
      return committee === null || (viewer != null && maySeeCase(viewer, person));
    };
    return [
      ...obstacles.filter(isOpen).map(({ kind, committee }) => ({
        kind,
        committee: (committee && own.get(committee)) ?? null,
      })),
      ...(obstacles.every(isOpen) ? [] : [{ kind: 'elsewhere' as const, committee: null }]),
    ];
  };
}

/**
 * The first half: from here on whoever writes a row about the person waits (guards/people.sql), so that nothing slips in
 * beside. Refusals: erasure-obstructed (something is still going on, or has to be kept).
 */
export async function beginErasure(
  act: Act,
  person: PersonId,
  holders: readonly HoldsPeople[],
): Promise<Outcome<readonly PersonId[], 'erasure-obstructed'>> {
  const rows = await rowsOfPerson(act.store, act.workspace, person);
  await erasing.lockPerson(act.store, rows);
  const obstacles = await erasing.findObstacles(act.store, holders, rows, dateIn(act.zone, act.now));
  return obstacles.length > 0 ? refused('erasure-obstructed', { count: obstacles.length }) : done(rows);
}

/** The second half, once somebody's decision is written. `rows`: what the first half gave. Returns in how many texts. */
export async function finishErasure(
  act: Act,
  erased: {
    readonly committee: CommitteeId;
    readonly person: PersonId;
    readonly rows: readonly PersonId[];
    /** What stands in the name's place from now on. */
    readonly placeholder: string;
    readonly facts: Readonly<Record<string, FactValue>>;
  },
  holders: readonly HoldsPeople[],
): Promise<number> {
  const { committee, person, rows, placeholder, facts } = erased;
  const names = await erasing.namesOf(act.store, rows);
  const ofOthers = await erasing.namesOfOthers(act.store, act.workspace, rows, names);
  const traces = await requests.committeesOfTrace(act.store, rows);
  // Before the account is taken from the person: whose cards they are is looked up by it.
  await refresh(act.store, act, { persons: [person] });
  await erasing.eraseDeclared(act.store, holders, rows, { placeholder, now: act.now });
  const wanted = namesToReplace(names, ofOthers);
  const texts = await replaceInTexts(act.store, act.workspace, wanted, (text) =>
    withoutNames(text, wanted, placeholder),
  );
  await eraseSaltsAbout(act.store, rows);
  await record(act.store, act, {
    ...{ kind: 'personal-data.erased', committee, subject: { kind: 'person', id: person } },
    ...{ nominee: person, facts: { ...facts, texts } },
  });
  if (traces.length > 0) await refresh(act.store, act, { committees: traces });
  return texts;
}
