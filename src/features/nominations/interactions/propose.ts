/** Putting a name forward: by the form, live checks and all, or by one typed line. */
import { refusal, textsOf } from '../../../answers.ts';
import { type Call, openForm, type Reply, redraw, show } from '../../../chat/call.ts';
import type { RawValues } from '../../../chat/form.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { sentence } from '../../../chat/message.ts';
import { asId, type CommitteeId, type PlanId } from '../../../kernel/ids.ts';
import { titled } from '../../classification/views/marks.ts';
import type { Person } from '../../people/types.ts';
import type { Plan } from '../../plans/types.ts';
import { previewCheck } from '../operations/check.ts';
import { readLine } from '../operations/line.ts';
import { chosenForProposal, proposablePlans, proposeFormOf, searchForProposal } from '../operations/may-propose.ts';
import { sayNoNames } from '../operations/no-names.ts';
import { proposeCandidate } from '../operations/propose.ts';
import { type Also, type StructureSeen, seeStructure } from '../operations/structure.ts';
import { noNamesButton, proposeButton } from '../views/buttons.ts';
import { choosePlanMessage, noPlanMessage } from '../views/list.ts';
import * as views from '../views/propose.ts';
import { namesOfTold, refusalOfPress } from './answering.ts';

interface At {
  readonly committee: CommitteeId;
  readonly plan: PlanId;
}

export const proposeInteractions: readonly Interaction[] = [
  onPress(proposeButton, async (call, { committee, plan }) =>
    openProposeForm(call, { committee: asId(committee), plan: asId(plan) }),
  ),

  onPress(noNamesButton, async (call, { committee, plan }) => {
    const said = await sayNoNames(call, { committee: asId(committee), plan: asId(plan) });
    if (!said.ok) return refusalOfPress(call, said);
    const t = textsOf(call);
    return show(sentence(t('nominations.duties.noNamesSaid', { title: titled(t, said.value) })));
  }),

  onSubmit(
    views.proposeForm,
    async (call, state, values) => {
      const at: At = { committee: asId(state.committee), plan: asId(state.plan) };
      const t = textsOf(call);
      if (!values.position) return { kind: 'field-errors', errors: { position: t('common.router.fieldInvalid') } };
      if (!values.person) return { kind: 'field-errors', errors: { person: t('common.router.fieldInvalid') } };
      const onBehalfOf = values.onBehalfOf || null;
      const proposal = {
        ...at,
        position: asId<Plan['positions'][number]['id']>(values.position),
        person: asId<Person['id']>(values.person),
        reasons: values.reasons ?? null,
        source: values.source ?? 'inside',
        onBehalfOf: onBehalfOf === null ? null : asId<Person['id']>(onBehalfOf),
        via: onBehalfOf
          ? { kind: values.via ?? 'chat', reference: values.reference?.trim() || null, dated: values.dated ?? null }
          : null,
      } as const;
      return propose(call, proposal);
    },
    {
      async change(call, { state, requestId, values }) {
        const at: At = { committee: asId(state.committee), plan: asId(state.plan) };
        const ids = state.people.map((id) => asId<Person['id']>(id));
        const people = await chosenForProposal(call, at, ids);
        const form = await proposeForm(call, at, { people, typed: values, said: null, requestId });
        return form.kind === 'form' ? redraw(form.form) : form;
      },
      async options(call, { state, field, typed }) {
        if (field !== 'person') return [];
        const at: At = { committee: asId(state.committee), plan: asId(state.plan) };
        const found = await searchForProposal(call, at, typed, optionsShown);
        return found.map((person) => views.personOption(textsOf(call), person));
      },
    },
  ),
];

const optionsShown = 30;

/** The advertised way: the form, for the only open plan or the one that is chosen. */
export async function openPropose(call: Call, committee: CommitteeId): Promise<Reply> {
  const open = await proposablePlans(call, committee);
  if (!open.ok) return refusalOfPress(call, open);
  const { plans, mayMakePlan } = open.value;
  const [only] = plans;
  if (!only) return show(noPlanMessage(textsOf(call), committee, mayMakePlan));
  if (plans.length > 1) return show(choosePlanMessage(textsOf(call), committee, plans, 'propose'));
  return openProposeForm(call, { committee, plan: only.id });
}

/**
 * One typed line: person; position; reasons. Done at once only when both are meant beyond doubt; else the form opens with
 * everything that was typed, and asks for what is open.
 */
export async function proposeLine(
  call: Call,
  committee: CommitteeId,
  line: { person: string; position: string; reasons: string | null },
): Promise<Reply> {
  const t = textsOf(call);
  const typed = `/propose ${[line.person, line.position, line.reasons].filter(Boolean).join('; ')}`;
  const read = await readLine(call, committee, line);
  if (!read.ok) return refusalOfPress(call, read);
  const { plans, mayMakePlan, meant } = read.value;
  if (plans.length === 0) return show(noPlanMessage(t, committee, mayMakePlan));
  if (!meant) return show(choosePlanMessage(t, committee, plans, 'propose', typed));
  const { plan, position, person: match } = meant;
  const at: At = { committee, plan: plan.id };
  if (match.kind === 'none') return show(views.notFoundMessage(t, t('nominations.propose.nobody'), typed));
  if (match.kind === 'exact' && position.kind === 'exact') {
    return propose(
      call,
      {
        ...at,
        position: position.position.id,
        person: match.person.id,
        reasons: line.reasons,
        source: 'inside',
        onBehalfOf: null,
        via: null,
      },
      typed,
    );
  }
  const said =
    position.kind === 'none'
      ? t('nominations.propose.noSuchPosition', { titles: t.list(plan.positions.map(({ title }) => title)) })
      : t('nominations.propose.chooseBelow');
  return proposeForm(call, at, {
    people: match.kind === 'confirm' ? match.people : [],
    said,
    typed: {
      reasons: line.reasons,
      position: position.kind === 'none' ? null : position.position.id,
      person: match.kind === 'exact' ? match.person.id : null,
    },
  });
}

async function openProposeForm(call: Call, at: At): Promise<Reply> {
  return proposeForm(call, at, { people: [], typed: {}, said: null });
}

/** With what the rules say as soon as person and position are known. */
async function proposeForm(
  call: Call,
  at: At,
  drawn: { people: readonly Person[]; typed: RawValues; said: string | null; requestId?: string },
): Promise<Reply> {
  const form = await proposeFormOf(call, at);
  if (!form.ok) return refusalOfPress(call, form);
  const position = typeof drawn.typed.position === 'string' ? drawn.typed.position : null;
  const personId = typeof drawn.typed.person === 'string' ? drawn.typed.person : null;
  const [person] = personId ? await chosenForProposal(call, at, [asId(personId)]) : [];
  const checked =
    position && person ? await previewCheck(call, { ...at, position: asId(position), person: person.id }) : null;
  const view = views.proposeView(textsOf(call), {
    ...form.value,
    ...drawn,
    chosen: { position, person: person ?? null },
    check: checked?.ok ? checked.value : null,
    structure: position && person ? await structureWith(call, at, { person, position }) : null,
  });
  return openForm(view);
}

/** `typed`: the line, given back with a refusal so that nothing is lost; a form keeps its own text. */
async function propose(
  call: Call,
  proposal: Parameters<typeof proposeCandidate>[1],
  typed: string | null = null,
): Promise<Reply> {
  const t = textsOf(call);
  const proposed = await proposeCandidate(call, proposal);
  if (!proposed.ok) {
    return typed === null ? refusal(call, proposed) : show(views.notFoundMessage(t, t.refusal(proposed), typed));
  }
  const { nomination, state, check, batch, asked, isOutside, keepsList } = proposed.value;
  return show(
    views.proposedMessage(t, {
      plan: check.plan,
      nomination: { id: nomination },
      state,
      name: check.person.fullName,
      position: check.position.title,
      check,
      names: await namesOfTold(call, proposal.committee, proposed.value),
      structure: state === 'listed' && !isOutside ? await structureWith(call, proposal, null) : null,
      ...{ batch, asked, isOutside, keepsList },
    }),
  );
}

/** What the list comes to in shares, while it is being made; null for those who may not see it. */
async function structureWith(
  call: Call,
  { committee, plan }: At,
  also: Also | null,
): Promise<StructureSeen['structure'] | null> {
  const seen = await seeStructure(call, { committee, plan }, also);
  return seen.ok ? seen.value.structure : null;
}
