/** People of whom something is held that has ended, and the night that looks over it: builders for the tests beside it. */
import { client } from '../../../src/database/client.ts';
import { seeProposals } from '../../../src/features/retention/operations/look.ts';
import { seePeriods, setPeriod } from '../../../src/features/retention/operations/periods.ts';
import { watchPeriods } from '../../../src/features/retention/operations/watch.ts';
import { heldPeople } from '../../../src/held-people.ts';
import type { Act, StoreHandle } from '../../../src/kernel/act.ts';
import type { KeptKind } from '../../../src/kernel/held-people.ts';
import { type CommitteeId, newId, type PersonId } from '../../../src/kernel/ids.ts';
import { again, inRegister, must, type Scene } from '../nominations/scene.ts';

/** 15 January 2026 in the scene's zone. */
export const ended = new Date('2026-01-15T05:00:00Z');
export const on = (day: string) => new Date(`${day}T05:00:00Z`);

export async function keep(scene: Scene, kind: KeptKind, months: number | null, committee: CommitteeId | null = null) {
  const act = again(scene.clerk, 0, { isWorkspaceAdmin: true });
  const { version } = await seePeriods(act, committee);
  return setPeriod(act, { committee, kind, months, reason: 'Decision 5', version });
}

/** Every kind kept for no month, but these. */
export async function keepAll(scene: Scene, periods: Readonly<Partial<Record<KeptKind, number>>>) {
  for (const kind of ['not-chosen', 'left-plan', 'movements', 'outside', 'memberships', 'register'] as const) {
    must(await keep(scene, kind, periods[kind] ?? 0));
  }
  for (const [kind, months] of Object.entries(periods)) {
    if ((await seePeriods(scene.clerk, null)).lines.find((line) => line.kind === kind)?.period === null) {
      must(await keep(scene, kind as KeptKind, months));
    }
  }
}

/** Somebody in the register since long before. */
export async function inRegisterOnly(handle: StoreHandle, scene: Scene, fullName = 'Dora Dean'): Promise<PersonId> {
  const person = await inRegister(scene, fullName);
  const long = { createdAt: on('2025-01-01'), changedAt: null };
  await client(handle).person.update({ where: { id: person }, data: long });
  return person;
}

export async function formerMember(handle: StoreHandle, scene: Scene, fullName = 'Dora Dean'): Promise<PersonId> {
  const person = await inRegisterOnly(handle, scene, fullName);
  await addFormerMembership(handle, scene.committee, person);
  return person;
}

export async function addFormerMembership(
  handle: StoreHandle,
  committee: CommitteeId,
  person: PersonId,
  validTo: Date | null = ended,
) {
  await client(handle).membership.create({
    data: {
      ...{ id: newId(), committeeId: committee, personId: person, roles: ['member'], votes: true, rank: 90 },
      ...{ validFrom: on('2025-01-01'), validTo },
    },
  });
}

export function night(scene: Scene, day: string, more: Partial<Act> = {}): Promise<void> {
  return watchPeriods(again(scene.clockwork, 0, { now: on(day), ...more }), heldPeople);
}

export async function proposed(scene: Scene, day: string, act: Act = scene.clerk, committee = scene.committee) {
  return must(await seeProposals(again(act, 0, { now: on(day) }), committee, heldPeople));
}

export async function namesProposed(scene: Scene, day: string, act: Act = scene.clerk, committee = scene.committee) {
  return (await proposed(scene, day, act, committee)).open.map(({ seen }) => seen.person.fullName);
}
