/** Looking people up: by id for lists, by what was typed for a search field, and by name for a typed line. */
import { tidyName } from '../../../i18n/names.ts';
import type { Act } from '../../../kernel/act.ts';
import type { CommitteeId, PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise, clockworkViewer, viewerOf } from '../../access/operations.ts';
import { may } from '../../access/rules.ts';
import type { Viewer } from '../../access/types.ts';
import { matchNames, type NameMatch, possibleDuplicates, whoIsMeant } from '../rules/names.ts';
import * as store from '../store/register.ts';
import type { Person, ShortForm } from '../types.ts';

/** Names and posts of people for showing lists that the acting person may see anyway; closed cases are left out. */
export async function peopleByIds(
  act: Act,
  committee: CommitteeId,
  ids: readonly PersonId[],
): Promise<readonly Person[]> {
  if (ids.length === 0) return [];
  return store.findPeople(act.store, await viewerOf(act, committee), ids);
}

/**
 * The same for people who take part in something: they are summoned or come, whatever case of theirs is closed to whom.
 * The caller has let the acting person in.
 */
export async function participantsByIds(
  act: Act,
  committee: CommitteeId,
  ids: readonly PersonId[],
): Promise<readonly Person[]> {
  if (ids.length === 0) return [];
  return store.findPeople(act.store, everybodyOf(act, committee), ids);
}

/**
 * Who of the register each line of somebody else's list means, in one statement (rules/whoIsMeant); also those whose case
 * is closed to the acting person, because the list is theirs who sent it. The caller has let the acting person in.
 */
export async function meantBy(
  act: Act,
  committee: CommitteeId,
  lines: readonly Pick<ShortForm, 'fullName' | 'birthMonth'>[],
): Promise<readonly { readonly person: PersonId | null; readonly namesakes: readonly PersonId[] }[]> {
  if (lines.length === 0) return [];
  const names = lines.map(({ fullName }) => fullName);
  const found = await store.findByNames(act.store, everybodyOf(act, committee), { names, ids: [] });
  return lines.map((line) => {
    const { known, possible } = whoIsMeant(line, found);
    return { person: known?.id ?? null, namesakes: possible.map(({ id }) => id) };
  });
}

export async function peopleOfUnits(
  act: Act,
  committee: CommitteeId,
  units: readonly string[],
): Promise<readonly PersonId[]> {
  return units.length === 0 ? [] : store.idsOfUnits(act.store, everybodyOf(act, committee), units);
}

/** Units of the register with how many people each has. The caller has let the acting person in. */
export async function unitsOfRegister(act: Act, committee: CommitteeId) {
  return store.listUnits(act.store, everybodyOf(act, committee));
}

/** The whole register, for a viewer whom another operation has let in. */
export async function registerAs(act: Act, viewer: Viewer): Promise<readonly Person[]> {
  return store.listPeople(act.store, viewer);
}

function everybodyOf(act: Act, committee: CommitteeId): Viewer {
  return clockworkViewer({ ...act, member: null, person: null }, committee);
}

/** People whose name fits what was typed, for a search field. Nobody without the right; nobody whose case is closed. */
export async function searchRegister(
  act: Act,
  input: { committee: CommitteeId; typed: string; limit: number },
): Promise<readonly Person[]> {
  const viewer = await authorise(act, input.committee, 'candidates.suggest');
  return viewer.ok ? store.searchPeople(act.store, viewer.value, input.typed, input.limit) : [];
}

/** The same for a viewer whom another operation has let in. */
export async function searchAs(act: Act, viewer: Viewer, typed: string, limit: number): Promise<readonly Person[]> {
  return store.searchPeople(act.store, viewer, typed.slice(0, longestName), limit);
}

/** A page of the register by given name, and how many there are. Refusals: access (people.see). */
export async function browseRegister(
  act: Act,
  input: { committee: CommitteeId; typed: string; page: number; size: number },
): Promise<Outcome<{ people: readonly Person[]; total: number; mayEdit: boolean }, AccessRefusal>> {
  const viewer = await authorise(act, input.committee, 'people.see');
  if (!viewer.ok) return viewer;
  const page = await store.pageOfPeople(act.store, viewer.value, input.typed, input);
  return done({ ...page, mayEdit: may(viewer.value, 'people.edit') });
}

/** One person of the register. Null: unknown, of another workspace, or closed to the acting person. */
export async function seePerson(
  act: Act,
  committee: CommitteeId,
  person: PersonId,
): Promise<Outcome<Person | null, AccessRefusal>> {
  const viewer = await authorise(act, committee, 'people.see');
  return viewer.ok ? done(await store.findPerson(act.store, viewer.value, person)) : viewer;
}

/**
 * Who is meant by a typed name (design 5): an exact name wins; anything else, even a single match, is confirmed by the
 * person who typed it. At most `limit` candidates. The caller has let the viewer in, by the right that its act needs.
 */
export async function identifyByName(
  act: Act,
  viewer: Viewer,
  typed: string,
  limit: number,
): Promise<NameMatch<Person>> {
  const name = tidyName(typed).slice(0, longestName);
  const exact = await store.findByExactName(act.store, viewer, name, limit);
  const found = exact.length > 0 ? exact : await store.searchPeople(act.store, viewer, name, limit);
  return matchNames(name, found);
}

const longestName = 200;

/** Who in the register may be the same person; to be shown as a warning. Nobody without the right to change the register. */
export async function duplicatesOf(
  act: Act,
  committee: CommitteeId,
  form: Pick<ShortForm, 'fullName' | 'birthMonth'>,
): Promise<readonly Person[]> {
  const viewer = await authorise(act, committee, 'people.edit');
  if (!viewer.ok || tidyName(form.fullName) === '') return [];
  return possibleDuplicates(
    form,
    await store.findByNames(act.store, viewer.value, { names: [form.fullName], ids: [] }),
  );
}
