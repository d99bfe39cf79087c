/** What happens when the steps of a plan are looked at, chosen, voted on or entered. */
import { textsOf } from '../../answers.ts';
import { type Call, openForm, type Reply, replaceCard, show } from '../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../chat/interaction.ts';
import { type Block, sentence } from '../../chat/message.ts';
import {
  asId,
  type CommitteeId,
  type ConferenceId,
  type PersonId,
  type PlanId,
  type PositionId,
} from '../../kernel/ids.ts';
import { type Refused, refused } from '../../kernel/outcome.ts';
import { previewMessage } from '../ballots/views/messages.ts';
import { openPlans } from '../plans/interactions.ts';
import { browsePlans } from '../plans/operations/look.ts';
import { procedureButton } from '../plans/views/buttons.ts';
import { enterOutcome, enterForm as enterParts } from './operations/enter.ts';
import { seeProcedure } from './operations/look.ts';
import { ownRuleForm as ownRuleParts, setOwnPart } from './operations/own-rule.ts';
import { startProcedure } from './operations/start.ts';
import { prepareStepVote, type StepTime, stepVoteForm as voteParts } from './operations/vote.ts';
import type { ProcedureId } from './types/current.ts';
import * as buttons from './views/buttons.ts';
import * as forms from './views/forms.ts';
import { ownPartIn, ownRuleForm, ownRuleView } from './views/own-rule-form.ts';
import { searched } from './views/people-field.ts';
import { procedureMessage } from './views/procedure.ts';
import { standingsMessage } from './views/standings.ts';

type AtPlan = { readonly committee: CommitteeId; readonly plan: PlanId };

export const procedureInteractions: readonly Interaction[] = [
  onPress(procedureButton, async (call, at) => {
    const reply = await showProcedure(call, planIn(at));
    return reply.kind === 'show' ? replaceCard(reply.message) : reply;
  }),

  onPress(buttons.chooseButton, async (call, at) => {
    const seen = await seeProcedure(call, planIn(at));
    return seen.ok ? openForm(forms.chooseView(textsOf(call), seen.value.plan, seen.value.offered)) : said(call, seen);
  }),

  onSubmit(forms.chooseForm, async (call, state, { occasion }) => {
    const at = planIn(state);
    const started = await startProcedure(call, { ...at, occasion });
    return started.ok ? showProcedure(call, at, [wordsBlock(call, 'procedures.choose.done')]) : said(call, started);
  }),

  onPress(buttons.standingsButton, async (call, at) => {
    const seen = await seeProcedure(call, planIn(at));
    if (!seen.ok) return said(call, seen);
    return replaceCard(standingsMessage(textsOf(call), { ...seen.value, page: Math.max(1, Number(at.page) || 1) }));
  }),

  onPress(buttons.voteButton, async (call, at) => {
    const parts = await voteParts(call, stepIn(at));
    return parts.ok ? openForm(forms.stepVoteView(textsOf(call), parts.value)) : said(call, parts);
  }),

  onSubmit(
    forms.stepVoteForm,
    async (call, state, values) => {
      const { place, tellers, position } = values;
      const prepared = await prepareStepVote(call, {
        ...{ ...stepIn(state), question: values.question ?? '', reason: values.reason ?? '' },
        ...{ position: position ? asId<PositionId>(position) : null, exceptions: values.exceptions ?? [] },
        form: {
          ...(place === 'secret' ? { place: 'chat' as const, mode: place } : { place }),
          ...timeIn(values),
          tellers: (tellers ?? []).map((one) => asId<PersonId>(one)),
        },
      });
      return prepared.ok ? show(previewMessage(textsOf(call), prepared.value)) : said(call, prepared);
    },
    {
      options: async (call, { state, typed }) => {
        const parts = await voteParts(call, stepIn(state));
        return parts.ok ? searched(textsOf(call), parts.value.others, typed) : [];
      },
    },
  ),

  onPress(buttons.ownRuleButton, async (call, at) => {
    const found = await ownRuleParts(call, stepIn(at));
    if (!found.ok) return said(call, found);
    const { current, step, rule } = found.value;
    return rule
      ? openForm(ownRuleView(textsOf(call), { current, step, rule }))
      : said(call, refused('procedure-step-no-vote'));
  }),

  onSubmit(ownRuleForm, async (call, state, values) => {
    const own = ownPartIn(values);
    if (!own) return said(call, refused('procedure-quorum-base', {}, 'of'));
    const set = await setOwnPart(call, { ...stepIn(state), own, reason: values.reason ?? '' });
    if (!set.ok) return said(call, set);
    const { plan } = set.value;
    return showProcedure(call, { committee: plan.committee, plan: plan.id }, [wordsBlock(call, 'procedures.own.done')]);
  }),

  onPress(buttons.enterButton, async (call, at) => {
    const parts = await enterParts(call, stepIn(at));
    if (!parts.ok) return said(call, parts);
    const { step, through, others } = parts.value;
    const isDecision = step.voteRule !== null && through.length + others.length === 0;
    return openForm(forms.enterView(textsOf(call), { ...parts.value, isDecision }));
  }),

  onSubmit(
    forms.enterForm,
    async (call, state, values) => {
      const { date, via, passed, letThrough, exceptions } = values;
      const entered = await enterOutcome(call, {
        ...{ ...stepIn(state), heldOn: date, via, isPassed: passed ? passed === 'yes' : null },
        ...{ reference: values.reference ?? '', note: values.note ?? '', reason: values.reason ?? '' },
        ...{ letThrough: letThrough ?? [], exceptions: exceptions ?? [] },
      });
      if (!entered.ok) return said(call, entered);
      const { plan } = entered.value;
      const at = { committee: plan.committee, plan: plan.id };
      return showProcedure(call, at, [wordsBlock(call, 'procedures.enter.done')]);
    },
    {
      options: async (call, { state, typed, field }) => {
        const parts = await enterParts(call, stepIn(state));
        if (!parts.ok) return [];
        const { through, others } = parts.value;
        return searched(textsOf(call), field === 'exceptions' ? others : [...through, ...others], typed);
      },
    },
  ),
];

/** The steps of one plan; `above` says what was just done. */
export async function showProcedure(call: Call, at: AtPlan, above: readonly Block[] = []): Promise<Reply> {
  const seen = await seeProcedure(call, at);
  return seen.ok ? show(procedureMessage(textsOf(call), seen.value, above)) : said(call, seen);
}

/** Of the only open plan; where there are several, the plans to choose from. */
export async function showProcedures(call: Call, committee: CommitteeId): Promise<Reply> {
  const found = await browsePlans(call, committee);
  if (!found.ok) return said(call, found);
  const open = found.value.plans.filter(({ isClosed }) => !isClosed);
  const [only] = open;
  return only && open.length === 1 ? showProcedure(call, { committee, plan: only.id }) : openPlans(call, committee);
}

function wordsBlock(
  call: Call,
  key: 'procedures.choose.done' | 'procedures.enter.done' | 'procedures.own.done',
): Block {
  return { kind: 'text', text: [textsOf(call)(key)] };
}

/** Minutes in a conference, else a date. */
function timeIn(values: {
  readonly where?: string | null | undefined;
  readonly minutes?: string | null | undefined;
  readonly date?: string | null | undefined;
  readonly time?: string | null | undefined;
}): StepTime {
  const { where, minutes, date, time } = values;
  if (where && where !== forms.alone) {
    const [conference = '', item = ''] = where.split(':');
    return { conference: asId<ConferenceId>(conference), item, minutes: Number(minutes ?? forms.usualMinutes) };
  }
  return { conference: null, closes: date ? { date, time: time ?? null } : null };
}

function planIn(at: { readonly committee: string; readonly plan: string }): AtPlan {
  return { committee: asId(at.committee), plan: asId(at.plan) };
}

function stepIn(at: { readonly procedure: string; readonly step: string }) {
  return { procedure: asId<ProcedureId>(at.procedure), step: at.step };
}

/** Beside its field when it has one, so that nothing typed is lost. */
function said(call: Call, refused: Refused): Reply {
  const text = textsOf(call).refusal(refused);
  return refused.field ? { kind: 'field-errors', errors: { [refused.field]: text } } : show(sentence(text));
}
