/** The plan of a year: looking at it, proposing, correcting, taking up, withdrawing, taking it out. */
import { asCard, refusal, said, textsOf } from '../../../answers.ts';
import { type Call, giveFile, openForm, type Reply, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { sentence } from '../../../chat/message.ts';
import { asId, type CommitteeId } from '../../../kernel/ids.ts';
import { searchRegister } from '../../people/operations/find.ts';
import { browseYear, exportYear, seeMovement } from '../operations/look.ts';
import { correctMovement, proposeMovement, takeUp, withdrawMovement } from '../operations/propose.ts';
import * as buttons from '../views/buttons.ts';
import { copyMessage, exportRows, planText } from '../views/list.ts';
import {
  correctForm,
  correctView,
  formIn,
  type NextOf,
  type ProposedFor,
  proposeForm,
  proposeView,
  viaIn,
} from '../views/propose-form.ts';
import { withdrawForm, withdrawView } from '../views/step-forms.ts';
import { movementIn, showMovement, showYear } from './answering.ts';

const optionsShown = 30;

export const planInteractions: readonly Interaction[] = [
  onPress(buttons.yearButton, async (call, { committee, year }) =>
    asCard(await showYear(call, asId(committee), Number(year) || null)),
  ),
  onPress(buttons.openButton, async (call, at) => asCard(await showMovement(call, movementIn(at)))),
  onPress(buttons.proposeButton, async (call, { committee }) => openProposal(call, asId(committee))),

  onPress(buttons.nextButton, async (call, at) => {
    const seen = await seeMovement(call, movementIn(at));
    if (!seen.ok) return said(call, seen);
    const vacancy = seen.value.chain.vacancies.find(({ opens }) => opens === movementIn(at));
    if (!vacancy) return showMovement(call, movementIn(at), textsOf(call)('movements.chain.filled'));
    const next = { id: vacancy.opens, unit: vacancy.unit, post: vacancy.post };
    return openProposal(call, seen.value.movement.committee, { next });
  }),

  onSubmit(
    proposeForm,
    async (call, state, values) => {
      const t = textsOf(call);
      const proposed = await proposeMovement(call, {
        ...{ committee: asId(state.committee), person: asId(values.person ?? ''), form: formIn(values) },
        ...{ after: state.after === null ? null : asId(state.after), via: viaIn(values) },
      });
      if (!proposed.ok) return refusal(call, proposed);
      const { id, isPlanned } = proposed.value;
      return isPlanned
        ? showMovement(call, id, t('movements.done.planned'))
        : show(sentence(t('movements.done.suggested')));
    },
    {
      async options(call, { state, field, typed }) {
        if (field !== 'person') return [];
        const found = await searchRegister(call, { committee: asId(state.committee), typed, limit: optionsShown });
        return found.map(({ id, fullName, statePost, partyPost, unit }) => {
          const note = [statePost ?? partyPost, unit].filter(Boolean).join(', ').slice(0, 75);
          return { value: id, label: fullName.slice(0, 75), ...(note ? { note } : {}) };
        });
      },
    },
  ),

  onPress(buttons.correctButton, async (call, at) => {
    const seen = await seeMovement(call, movementIn(at));
    return seen.ok ? openForm(correctView(textsOf(call), seen.value.movement)) : said(call, seen);
  }),
  onSubmit(correctForm, async (call, { movement, version }, { why, ...values }) => {
    const change = { id: movementIn({ movement }), version, form: formIn(values), why: why ?? '' };
    const corrected = await correctMovement(call, change);
    if (!corrected.ok) return refusal(call, corrected);
    return showMovement(call, corrected.value.id, textsOf(call)('movements.done.corrected'));
  }),

  onPress(buttons.takeUpButton, async (call, at) => {
    const taken = await takeUp(call, movementIn(at));
    if (!taken.ok) return said(call, taken);
    return asCard(await showMovement(call, taken.value.id, textsOf(call)('movements.done.takenUp')));
  }),
  onPress(buttons.withdrawButton, async (call, at) => {
    const seen = await seeMovement(call, movementIn(at));
    return seen.ok ? openForm(withdrawView(textsOf(call), seen.value)) : said(call, seen);
  }),
  onSubmit(withdrawForm, async (call, at, { reason }) => {
    const withdrawn = await withdrawMovement(call, { id: movementIn(at), reason: reason ?? '' });
    if (!withdrawn.ok) return refusal(call, withdrawn);
    return showMovement(call, withdrawn.value.id, textsOf(call)('movements.done.withdrawn'));
  }),

  onPress(buttons.csvButton, async (call, { committee, year }) => takeOut(call, asId(committee), Number(year), 'csv')),
  onPress(buttons.textButton, async (call, { committee, year }) =>
    takeOut(call, asId(committee), Number(year), 'text'),
  ),
];

/** The form, also for the post that another move empties or for somebody chosen; whether it goes into the plan at once depends on the right. */
export async function openProposal(
  call: Call,
  committee: CommitteeId,
  { next = null, who = null }: { readonly next?: NextOf | null; readonly who?: ProposedFor | null } = {},
): Promise<Reply> {
  const plan = await browseYear(call, { committee, year: null });
  if (!plan.ok) return said(call, plan);
  return openForm(proposeView(textsOf(call), { committee, mayManage: plan.value.mayManage, next, who }));
}

async function takeOut(call: Call, committee: CommitteeId, year: number, how: 'csv' | 'text'): Promise<Reply> {
  const t = textsOf(call);
  const out = await exportYear(call, { committee, year }, (plan) => exportRows(t, plan));
  if (!out.ok) return said(call, out);
  if (how === 'text') return show(copyMessage(t, planText(t, out.value.plan)));
  const name = t('movements.fileName', { year: String(year) });
  const content = out.value.csv;
  return giveFile({ name, content, sent: sentence(t('common.fileSent', { name })) }, copyMessage(t, content));
}
