/** Lays out the reminders of a date as rows with a job for each moment; also for people who are asked only later. */
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside, type StoreHandle } from '../../../kernel/act.ts';
import type { CommitteeId, DeadlineId, PersonId } from '../../../kernel/ids.ts';
import { enqueue } from '../../../queue/enqueue.ts';
import { planReminders } from '../rules/plan-reminders.ts';
import { dropReason, revisePlan } from '../rules/revise-plan.ts';
import * as deadlines from '../store/deadlines.ts';
import * as reminders from '../store/reminders.ts';
import type { DeadlineRow, Subject } from '../types/dates.ts';
import type { Duties } from '../types/duties.ts';
import type { Rung } from '../types/ladder.ts';
import { dutiesFor, type Surroundings, stillAsked, surroundingsOf, zoneOf } from './about.ts';
import { tellDeputies } from './stand-in.ts';

/**
 * For the clockwork. Doing it again changes nothing, unless people joined or the committee's settings, calendar or
 * somebody's zone changed since: rungs that are still to come then follow. A newer version of the date wins.
 */
export async function layOutReminders(
  act: Act,
  features: readonly Duties[],
  which: { readonly deadline: DeadlineId; readonly version: number },
): Promise<void> {
  await inTransaction(act, async (tx) => {
    const deadline = await deadlines.findById(tx, which.deadline);
    if (deadline?.state !== 'running' || deadline.version !== which.version) return;
    const persons = [...(await stillAsked(inside(act, tx), features, deadline.subject))];
    const around = await surroundingsOf(inside(act, tx), deadline, persons);
    if (!around) return;
    const existing = await reminders.rungsOf(tx, deadline);
    const known = new Set(existing.map(({ person }) => person));
    // Whoever was asked when the date was set has the ladder from then on, although nobody was there to lay it out:
    // what is past of it is caught up. Whoever joined later begins with the present.
    const isFirst = await deadlines.markLaidOut(tx, deadline, act.now);
    const { id } = deadline.subject;
    const earlier = await dutiesFor(features, deadline.subject).askedFor?.(inside(act, tx), [id]);
    const askedFor = earlier?.get(id) ?? null;
    const isFromTheStart = (person: PersonId) => isFirst || known.has(person);
    const wanted = [
      ...ladderOf(deadline, persons.filter(isFromTheStart), around, { now: deadline.setAt, hadCard: true, askedFor }),
      ...ladderOf(
        deadline,
        persons.filter((person) => !isFromTheStart(person)),
        around,
        { now: act.now, hadCard: false, askedFor },
      ),
    ];
    const asksAfter = dutiesFor(features, deadline.subject).asksAfter ?? true;
    const ladder = asksAfter ? wanted : wanted.filter(({ side }) => side === 'before');
    const change = revisePlan(ladder, existing, isFirst ? deadline.setAt : act.now);
    await reminders.insertPlanned(tx, deadline, change.add);
    for (const { ids, at } of change.move) await reminders.planAgain(tx, ids, at);
    await reminders.markHandled(tx, change.drop, 'dropped', dropReason, act.now);
    await wakeAt(tx, act, deadline, [...change.add.map(({ at }) => at), ...change.move.map(({ at }) => at)]);
    await tellDeputies(inside(act, tx), features, deadline, persons);
  });
}

/** Somebody joined who is asked too, or is asked again: features call it inside their own transactions. */
export async function remindNewcomers(act: Act, subject: Subject): Promise<void> {
  await inTransaction(act, async (tx) => {
    const deadline = await deadlines.findBySubject(tx, subject);
    if (deadline?.state !== 'running') return;
    await wakePlanning(tx, act, deadline);
  });
}

/**
 * A committee's hours, days or people changed: its reminders that are still to come are laid out anew, also those of dates
 * elsewhere that ask its people; and each feature hands on what waited for somebody who left.
 */
export async function replanCommittee(act: Act, features: readonly Duties[], committee: CommitteeId): Promise<void> {
  for (const feature of features) await feature.membersChanged?.(act, committee);
  const elsewhere = features.filter(({ asksElsewhere }) => asksElsewhere).map(({ subject }) => subject);
  for (const deadline of await deadlines.runningFor(act.store, committee, elsewhere)) {
    await wakePlanning(act.store, act, deadline);
  }
}

/** Every night: plans made before people joined, or before hours and holidays changed, are looked at again. */
export async function reconcileReminders(handle: StoreHandle, now: Date): Promise<void> {
  for (const deadline of await deadlines.allRunning(handle)) await wakePlanning(handle, { now }, deadline);
  // Whose jobs ran while the bot was out of the workspace, or failed too often: they are asked again.
  for (const id of await deadlines.leftBehind(handle, now)) {
    await enqueue(handle, { name: 'deadline-passed', payload: { deadline: id } }, { now });
    await wakeAt(handle, { now }, { id }, [now]);
  }
}

export async function wakePlanning(
  tx: StoreHandle,
  act: Pick<Act, 'now'>,
  { id, version }: Pick<DeadlineRow, 'id' | 'version'>,
): Promise<void> {
  await enqueue(
    tx,
    { name: 'plan-reminders', payload: { deadline: id, version } },
    { now: act.now, key: `plan-reminders:${id}` },
  );
}

/** One job a moment, however many people are reminded then. */
export async function wakeAt(
  tx: StoreHandle,
  act: Pick<Act, 'now'>,
  deadline: Pick<DeadlineRow, 'id'>,
  moments: readonly Date[],
): Promise<void> {
  for (const moment of new Set(moments.map((at) => at.getTime()))) {
    await enqueue(
      tx,
      { name: 'reminders-due', payload: { deadline: deadline.id } },
      { now: act.now, at: new Date(moment), key: `reminders:${deadline.id}:${moment}` },
    );
  }
}

/**
 * The ladder as it is reckoned from the present for newcomers, for others from the moment the date was set.
 * Messages to the person on the person's clock, and none for people without an account; what the committee secretary
 * and the chair are told about each of them on the committee's clock, so that it comes as one.
 */
function ladderOf(
  deadline: DeadlineRow,
  persons: readonly PersonId[],
  around: Surroundings,
  begins: { readonly now: Date; readonly hadCard: boolean; readonly askedFor: Date | null },
): reminders.NewReminder[] {
  const { calendar, settings, committee } = around;
  const plans = new Map<string, readonly Rung[]>();
  const planIn = (zone: string): readonly Rung[] => {
    const { ladder, dueAt } = deadline;
    const plan = plans.get(zone) ?? planReminders({ ladder, dueAt, calendar, zone, settings, ...begins });
    plans.set(zone, plan);
    return plan;
  };
  const toOthers = planIn(committee.zone).filter(isAboutThem);
  return persons.flatMap((person) => {
    const own = around.accounts.has(person) ? planIn(zoneOf(around, person)).filter((rung) => !isAboutThem(rung)) : [];
    return [...own, ...toOthers].map((rung) => ({ ...rung, person }));
  });
}

function isAboutThem({ mode }: Rung): boolean {
  return mode === 'clerk' || mode === 'chair';
}
