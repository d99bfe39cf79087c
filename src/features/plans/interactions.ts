/** What happens when the buttons and forms of a plan are used. */
import { asCard, refusal, textsOf } from '../../answers.ts';
import { type Call, openForm, type Reply, show } from '../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../chat/interaction.ts';
import type { Block } from '../../chat/message.ts';
import { foldName } from '../../i18n/names.ts';
import { asId, type CommitteeId, type PlanEntryId, type PlanId } from '../../kernel/ids.ts';
import { type Refused, refused } from '../../kernel/outcome.ts';
import { seeAccepted } from '../classification/operations/accepted.ts';
import { committeeHeader } from '../committees/operations/look.ts';
import { deadlineOf, previewDeadline } from '../deadlines/operations/set.ts';
import { ruleSetInForce, ruleSetOfPlan } from '../eligibility/operations.ts';
import { peopleByIds } from '../people/operations/find.ts';
import type { Person } from '../people/types.ts';
import { classifyPlan } from './operations/classify.ts';
import { appointedFrom, browsePlans, seePlan } from './operations/look.ts';
import { changePositions, makePlan, setNamesDate } from './operations/make.ts';
import { setReadiness } from './operations/readiness.ts';
import type { Plan, PlanEntry } from './types.ts';
import * as buttons from './views/buttons.ts';
import * as cards from './views/cards.ts';
import { classifyForm, classifyView } from './views/classify.ts';
import * as forms from './views/forms.ts';
import { readinessForm, readinessSaid, readinessView, readLevel } from './views/readiness.ts';

export const planInteractions: readonly Interaction[] = [
  onPress(buttons.plansButton, async (call, { committee }) => asCard(await openPlans(call, asId(committee)))),

  onPress(buttons.planButton, async (call, at) => asCard(await openPlan(call, idsOf(at)))),

  onPress(buttons.newPlanButton, async (call, { committee }) => openNewPlan(call, asId(committee))),

  onSubmit(forms.planForm, async (call, state, values) => {
    const committee: CommitteeId = asId(state.committee);
    const { plan: typed, problems } = forms.readPlan(values);
    const due = typed.names ? await previewDeadline(call, { committee, stated: typed.names }) : null;
    const wrong = [...problems, ...(due && !due.ok && due.field ? [due] : [])];
    if (wrong.length > 0) return everyProblem(call, wrong);
    const made = await makePlan(call, { committee, ...typed });
    if (!made.ok) return refusal(call, made);
    const t = textsOf(call);
    const { plan, names } = made.value;
    return openPlan(call, { committee: asId(state.committee), plan }, [
      { kind: 'text', text: t.rich('plans.form.done', { title: values.title ?? '' }) },
      ...(names ? cards.namesBlocks(t, names.due, names.deadline.dueAt) : []),
    ]);
  }),

  onPress(buttons.positionsButton, async (call, at) => {
    const found = await seePlan(call, idsOf(at));
    if (!found.ok) return refusal(call, found);
    const { plan } = found.value;
    return openForm(forms.positionsView(textsOf(call), plan, ruleSetOfPlan(plan)));
  }),

  onSubmit(forms.positionsForm, async (call, state, values) => {
    const { positions, problems } = forms.readPositionLines(values.positions);
    if (problems.length > 0) return everyProblem(call, problems);
    const at = idsOf(state);
    const changed = await changePositions(call, { ...at, version: state.version, positions });
    if (!changed.ok) return refusal(call, changed);
    const { title } = changed.value;
    return openPlan(call, at, [{ kind: 'text', text: textsOf(call).rich('plans.positions.done', { title }) }]);
  }),

  onPress(buttons.classifyButton, async (call, at) => {
    const found = await seePlan(call, idsOf(at));
    if (!found.ok) return refusal(call, found);
    return openForm(classifyView(textsOf(call), found.value.plan, (await seeAccepted(call)).level));
  }),

  onSubmit(classifyForm, async (call, state, { level, reason, decision }) => {
    const said = { level, reason: reason ?? '', decision: decision ?? null };
    const classified = await classifyPlan(call, { ...idsOf(state), version: state.version, ...said });
    if (!classified.ok) return refusal(call, classified);
    const t = textsOf(call);
    const words = t.rich('classification.form.done.plan', { level: t.label('classification.levels', level) });
    return openPlan(call, idsOf(state), [{ kind: 'text', text: words }]);
  }),

  onPress(buttons.namesButton, async (call, at) => {
    const found = await seePlan(call, idsOf(at));
    if (!found.ok) return refusal(call, found);
    const deadline = await deadlineOf(call, { kind: 'plan-names', id: found.value.plan.id });
    return openForm(forms.namesView(textsOf(call), found.value.plan, deadline?.stated ?? null));
  }),

  onSubmit(forms.namesForm, async (call, state, values) => {
    const stated = { date: values.date ?? '', time: values.time ?? null };
    const set = await setNamesDate(call, { ...idsOf(state), stated });
    if (!set.ok) return refusal(call, set);
    return openPlan(call, idsOf(state), cards.namesBlocks(textsOf(call), set.value.due, set.value.deadline.dueAt));
  }),

  onPress(buttons.entriesButton, async (call, at) => asCard(await showEntries(call, idsOf(at), Number(at.page) || 1))),

  onPress(buttons.readinessButton, async (call, at) => {
    const found = await seePlan(call, idsOf(at));
    if (!found.ok) return refusal(call, found);
    const { plan } = found.value;
    return openForm(readinessView(textsOf(call), plan, ruleSetOfPlan(plan)));
  }),

  onSubmit(
    readinessForm,
    async (call, state, values) => {
      const level = readLevel(values.level);
      const entries = (values.entries ?? []).map((id) => asId<PlanEntryId>(id));
      const set = await setReadiness(call, { ...idsOf(state), level, entries });
      if (!set.ok) return refusal(call, set);
      const said = readinessSaid(textsOf(call), { ...set.value, level }, ruleSetOfPlan(set.value.plan));
      return showEntries(call, idsOf(state), 1, said);
    },
    {
      options: async (call, { state, typed }) => {
        const found = await seePlan(call, idsOf(state));
        if (!found.ok || !found.value.mayEdit) return [];
        const { plan, entries } = found.value;
        const people = await peopleByIds(call, plan.committee, [...new Set(entries.map(({ person }) => person))]);
        return entryOptions(plan, entries, people, typed);
      },
    },
  ),
];

const optionsAtOnce = 100;

/** By position in protocol order, then as the register has them. */
function entryOptions(plan: Plan, entries: readonly PlanEntry[], people: readonly Person[], typed: string) {
  const fitting = people.filter(({ fullName }) => foldName(fullName).includes(foldName(typed)));
  return plan.positions
    .flatMap((position) =>
      fitting.flatMap((person) => {
        const entry = entries.find((one) => one.position === position.id && one.person === person.id);
        return entry ? [{ value: entry.id as string, label: person.fullName, note: position.title }] : [];
      }),
    )
    .slice(0, optionsAtOnce);
}

/** Who stands in the plan; `said`: what was just done. */
async function showEntries(
  call: Call,
  at: { committee: CommitteeId; plan: PlanId },
  asked: number,
  said: readonly Block[] = [],
): Promise<Reply> {
  const found = await seePlan(call, at);
  if (!found.ok) return refusal(call, found);
  const { plan, entries, mayEdit } = found.value;
  const left = await appointedFrom(call, at);
  const appointed = left.ok ? left.value : [];
  const ids = [...entries, ...appointed].map(({ person }) => person);
  const people = await peopleByIds(call, plan.committee, [...new Set(ids)]);
  const names = new Map(people.map((person) => [person.id as string, person.fullName]));
  const page = Math.max(1, asked);
  const shown = { plan, entries, appointed, names, page, mayEdit: mayEdit && !plan.isClosed };
  return show(cards.entriesMessage(textsOf(call), shown, said));
}

/** The plans of a committee: what /plan alone shows. */
export async function openPlans(call: Call, committee: CommitteeId): Promise<Reply> {
  const found = await browsePlans(call, committee);
  if (!found.ok) return refusal(call, found);
  const { plans, may } = found.value;
  return show(cards.plansMessage(textsOf(call), committee, plans, may));
}

/** One plan; `said` stands above it: what was just done. */
export async function openPlan(
  call: Call,
  at: { committee: CommitteeId; plan: PlanId },
  said: readonly Block[] = [],
): Promise<Reply> {
  const found = await seePlan(call, at);
  if (!found.ok) return refusal(call, found);
  const { plan } = found.value;
  const deadline = await deadlineOf(call, { kind: 'plan-names', id: plan.id });
  const namesUntil = deadline && deadline.state !== 'cancelled' ? deadline.dueAt : null;
  const shown = { ...found.value, ruleSet: ruleSetOfPlan(plan), namesUntil };
  return show(cards.planMessage(textsOf(call), shown, said));
}

/** The form to make a plan. What may be read is decided when it is sent. */
export async function openNewPlan(call: Call, committee: CommitteeId): Promise<Reply> {
  const header = await committeeHeader(call, committee);
  if (!header) return refusal(call, refused('committee-unknown'));
  return openForm(forms.planView(textsOf(call), committee, ruleSetInForce(call, header.profile)));
}

function idsOf(at: { committee: string; plan: string }): { committee: CommitteeId; plan: PlanId } {
  return { committee: asId(at.committee), plan: asId(at.plan) };
}

/** Every mistake at once, each beside its field. */
function everyProblem(call: Call, problems: readonly Refused[]): Reply {
  const t = textsOf(call);
  const errors: Record<string, string> = {};
  for (const problem of problems) {
    const field = problem.field ?? 'title';
    errors[field] = [errors[field], t.refusal(problem)].filter(Boolean).join(' ');
  }
  return { kind: 'field-errors', errors };
}
