/** Who has which experience: recorded by the committee secretary, and asked for the other way round. */
import { hashOf, record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { foldName } from '../../../i18n/names.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import { Bug } from '../../../kernel/errors.ts';
import { type CommitteeId, newId, type PlanId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { monthOf } from '../../../kernel/time.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import { movementsOf } from '../../movements/operations/look.ts';
import type { Movement } from '../../movements/types.ts';
import type { Plan } from '../../plans/types.ts';
import { checkExperience, type ExperienceRefusal, isAhead, isFinished, whoLacks } from '../rules/experience.ts';
import * as store from '../store/experiences.ts';
import type { ExperienceForm, ExperienceId, ExperienceKind, ExperienceKindId, Lacking } from '../types.ts';
import { type AtEntry, findStanding, seeDevelopment } from './look.ts';

export type RecordExperienceRefusal =
  | AccessRefusal
  | ExperienceRefusal
  | 'development-entry-gone'
  | 'experience-recorded-already'
  | 'experience-movement-unfinished';

/** The kinds of the workspace, by name. Right: people.see. */
export async function experienceKinds(
  act: Act,
  committee: CommitteeId,
): Promise<Outcome<readonly ExperienceKind[], AccessRefusal>> {
  const viewer = await authorise(act, committee, 'people.see');
  return viewer.ok ? done(await store.listKinds(act.store, viewer.value)) : viewer;
}

/**
 * `kind`: its name; one that is new comes into being. From a finished movement its place and months are taken where none
 * are given. Right: people.edit. Refusals: those of the form, development-entry-gone, experience-recorded-already,
 * experience-movement-unfinished (also one that is not of this person).
 */
export async function recordExperience(
  act: Act,
  input: AtEntry & { readonly form: ExperienceForm & { readonly kind: string } },
): Promise<Outcome<ExperienceKind, RecordExperienceRefusal>> {
  return inTransaction(act, async (tx) => {
    const within = inside(act, tx);
    const viewer = await authorise(within, input.committee, 'people.edit');
    if (!viewer.ok) return viewer;
    const found = await findStanding(within, viewer.value, input.entry);
    if (!found) return refused('development-entry-gone');
    const { person } = found.entry;
    const own = input.form.movement ? await movementsOf(within, viewer.value, [person]) : [];
    const movement = own.find(({ id }) => id === input.form.movement) ?? null;
    if (input.form.movement && !(movement && isFinished(movement))) {
      return refused('experience-movement-unfinished', {}, 'movement');
    }
    const checked = checkExperience(movement ? filledFrom(movement, input.form) : input.form);
    if (!checked.ok) return checked;
    const { kind: name, ...form } = checked.value;
    const kind = (await store.kindsNamed(tx, viewer.value, [name], act.now)).get(foldName(name));
    if (!kind) throw new Bug('a kind of experience that was made is not there');
    const made = { id: newId<ExperienceId>(), person, kind: kind.id, form };
    if ((await store.insertExperiences(tx, viewer.value, [made], act.now)).length === 0) {
      return refused('experience-recorded-already', { kindName: kind.name }, 'newKind');
    }
    await record(tx, act, {
      ...{ kind: 'development.experience-recorded', committee: input.committee, nominee: person },
      subject: { kind: 'plan', id: found.plan.id },
      facts: { experience: kind.id, place: form.place === null ? null : hashOf(form.place), movement: form.movement },
    });
    return done(kind);
  });
}

/** Entered by mistake. Right: people.edit. Refusals: development-entry-gone, experience-gone. */
export async function takeBackExperience(
  act: Act,
  input: AtEntry & { readonly experience: ExperienceId },
): Promise<Outcome<void, AccessRefusal | 'development-entry-gone' | 'experience-gone'>> {
  return inTransaction(act, async (tx) => {
    const within = inside(act, tx);
    const viewer = await authorise(within, input.committee, 'people.edit');
    if (!viewer.ok) return viewer;
    const found = await findStanding(within, viewer.value, input.entry);
    if (!found) return refused('development-entry-gone');
    const { person } = found.entry;
    const own = await store.listExperiences(tx, viewer.value, [person]);
    const one = own.find(({ id }) => id === input.experience);
    if (!one || (await store.takeBackExperiences(tx, [one.id], act.now)) === 0) return refused('experience-gone');
    await record(tx, act, {
      ...{ kind: 'development.experience-taken-back', committee: input.committee, nominee: person },
      subject: { kind: 'plan', id: found.plan.id },
      facts: { experience: one.kind.id },
    });
    return done();
  });
}

export interface LackingSeen {
  readonly plan: Plan;
  readonly kind: ExperienceKind;
  /** Of whom none is recorded, in the plan's order. */
  readonly lacking: readonly Lacking[];
  /** How many people of the plan were looked at. */
  readonly of: number;
}

/** Who of this plan has no such experience recorded. Right: people.see. Refusals: access, plan-unknown, experience-gone. */
export async function seeLacking(
  act: Act,
  at: { readonly committee: CommitteeId; readonly plan: PlanId; readonly kind: ExperienceKindId },
): Promise<Outcome<LackingSeen, AccessRefusal | 'plan-unknown' | 'experience-gone'>> {
  const seen = await seeDevelopment(act, at);
  if (!seen.ok) return seen;
  const viewer = await authorise(act, at.committee, 'people.see');
  if (!viewer.ok) return viewer;
  const kind = (await store.listKinds(act.store, viewer.value)).find(({ id }) => id === at.kind);
  if (!kind) return refused('experience-gone');
  const { plan, people } = seen.value;
  const ids = [...new Set(people.map(({ person }) => person.id))];
  const lacking = whoLacks(people, await store.listExperiences(act.store, viewer.value, ids), kind.id);
  const movements = await movementsOf(
    act,
    viewer.value,
    lacking.map(({ person }) => person.id),
  );
  return done({
    ...{ plan, kind, of: ids.length },
    lacking: lacking.map((one) => ({
      ...one,
      movements: movements.filter((movement) => movement.person === one.person.id && isAhead(movement)),
    })),
  });
}

function filledFrom(movement: Movement, form: ExperienceForm & { readonly kind: string }) {
  const last = movement.legs.at(-1);
  const endedOn = last?.endedOn ?? last?.endsOn ?? null;
  return {
    ...form,
    place: form.place || [movement.toPost, movement.toUnit].filter(Boolean).join(', '),
    fromMonth: form.fromMonth ?? monthOf(movement.startsOn),
    toMonth: form.toMonth ?? (endedOn && monthOf(endedOn)),
  };
}
