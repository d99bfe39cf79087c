/** The plan on an earlier day and what changed between two: from the plan's card, a form, or a typed line. */
import { asCard, refusal, textsOf } from '../../../answers.ts';
import { type Call, giveFile, openForm, type Reply, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { sentence } from '../../../chat/message.ts';
import { readDate } from '../../../i18n/read-date.ts';
import { asId, type CommitteeId, type PlanId } from '../../../kernel/ids.ts';
import { type Refused, refused } from '../../../kernel/outcome.ts';
import { dateIn, type PlainDate } from '../../../kernel/time.ts';
import { committeeHeader } from '../../committees/operations/look.ts';
import { browsePlans, seePlan } from '../../plans/operations/look.ts';
import { seeChanges, seePlanAsOf } from '../operations/as-of.ts';
import { takeOutAsOf, takeOutChanges } from '../operations/take-out-dated.ts';
import { asOfMessage, asOfRows, asOfText, choosePlanMessage, dayForm, dayView } from '../views/as-of.ts';
import * as buttons from '../views/buttons.ts';
import { changesMessage, changesRows, changesText } from '../views/changes.ts';
import { copyMessage, noPlanMessage } from '../views/list.ts';
import { refusalOfPress } from './answering.ts';

interface OfPlan {
  readonly committee: CommitteeId;
  readonly plan: PlanId;
}

export const asOfInteractions: readonly Interaction[] = [
  onPress(buttons.anotherDayButton, async (call, at) => openDays(call, idsOf(at))),

  onSubmit(dayForm, async (call, state, values) => {
    const { on, to } = { on: values.on ?? '', to: values.to || null };
    const reply = to === null ? await asOfOf(call, idsOf(state), on) : await changesOf(call, idsOf(state), on, to);
    return 'kind' in reply ? reply : refusal(call, reply);
  }),

  onPress(buttons.asOfButton, async (call, { on, page, ...at }) =>
    asCard(orSaid(call, await asOfOf(call, idsOf(at), on, Number(page) || 1))),
  ),
  onPress(buttons.changesButton, async (call, { from, to, page, ...at }) =>
    asCard(orSaid(call, await changesOf(call, idsOf(at), from, to, Number(page) || 1))),
  ),

  onPress(buttons.takeAsOfButton, async (call, { on, how, ...at }) => {
    const t = textsOf(call);
    const taken = await takeOutAsOf(call, { ...idsOf(at), on }, (seen) => asOfRows(t, seen));
    if (!taken.ok) return refusalOfPress(call, taken);
    const { csv, seen } = taken.value;
    return given(call, how, { csv, text: asOfText(t, seen), name: t('asOf.fileName', { date: on }) });
  }),
  onPress(buttons.takeChangesButton, async (call, { from, to, how, ...at }) => {
    const t = textsOf(call);
    const taken = await takeOutChanges(call, { ...idsOf(at), from, to }, (seen) => changesRows(t, seen));
    if (!taken.ok) return refusalOfPress(call, taken);
    const { csv, seen } = taken.value;
    return given(call, how, { csv, text: changesText(t, seen), name: t('asOf.changesFileName', { from, to }) });
  }),
];

/** What `/plan on` shows: the only plan on that day, or a choice of plans. Without a day: the form. */
export async function openPlanOn(call: Call, committee: CommitteeId, typed: string | null): Promise<Reply> {
  return withPlan(call, committee, typed === null ? [] : [typed], (at, [on]) =>
    on === undefined ? openDays(call, at) : asOfOf(call, at, on),
  );
}

/** What `/plan changes` shows; without two days: the form. */
export async function openPlanChanges(call: Call, committee: CommitteeId, typed: readonly string[]): Promise<Reply> {
  return withPlan(call, committee, typed, (at, [from, to]) =>
    from === undefined || to === undefined ? openDays(call, at) : changesOf(call, at, from, to),
  );
}

/** Several plans: which one is asked for, and its card has the days; a day that was typed goes with the choice. */
async function withPlan(
  call: Call,
  committee: CommitteeId,
  typed: readonly string[],
  run: (at: OfPlan, days: readonly PlainDate[]) => Promise<Reply | Refused>,
): Promise<Reply> {
  const found = await browsePlans(call, committee);
  if (!found.ok) return refusalOfPress(call, found);
  const header = await committeeHeader(call, committee);
  const today = dateIn(header?.zone ?? call.zone, call.now);
  const days: PlainDate[] = [];
  for (const each of typed) {
    const read = readDate(each, today);
    if (!read) return refusalOfPress(call, refused('as-of-unreadable'));
    days.push(read.date);
  }
  const { plans, may } = found.value;
  const [only, ...others] = plans;
  if (!only) return show(noPlanMessage(textsOf(call), committee, may.edit));
  if (others.length > 0) return show(choosePlanMessage(textsOf(call), plans, days));
  return orSaid(call, await run({ committee, plan: only.id }, days));
}

async function openDays(call: Call, at: OfPlan): Promise<Reply> {
  const found = await seePlan(call, at);
  if (!found.ok) return refusalOfPress(call, found);
  return openForm(dayView(textsOf(call), found.value.plan));
}

async function asOfOf(call: Call, at: OfPlan, on: PlainDate, page = 1): Promise<Reply | Refused> {
  const seen = await seePlanAsOf(call, { ...at, on });
  return seen.ok ? show(asOfMessage(textsOf(call), seen.value, page)) : seen;
}

async function changesOf(call: Call, at: OfPlan, from: PlainDate, to: PlainDate, page = 1): Promise<Reply | Refused> {
  const seen = await seeChanges(call, { ...at, from, to });
  return seen.ok ? show(changesMessage(textsOf(call), seen.value, page)) : seen;
}

function given(
  call: Call,
  how: 'csv' | 'text',
  { csv, text, name }: { readonly csv: string; readonly text: string; readonly name: string },
): Reply {
  const t = textsOf(call);
  const words = copyMessage(t, how === 'csv' ? csv : text, how);
  if (how === 'text') return show(words);
  return giveFile({ name, content: csv, sent: sentence(t('common.fileSent', { name })) }, words);
}

function orSaid(call: Call, reply: Reply | Refused): Reply {
  return 'kind' in reply ? reply : refusalOfPress(call, reply);
}

function idsOf(at: { committee: string; plan: string }): OfPlan {
  return { committee: asId(at.committee), plan: asId(at.plan) };
}
