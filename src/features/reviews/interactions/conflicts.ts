/** Conflicts of interest: the committee secretary and the chair rule on them, members say them. */
import { refusal, textsOf } from '../../../answers.ts';
import { type Call, openForm, type Reply, replaceCard, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { type Message, sentence } from '../../../chat/message.ts';
import type { RenderContext, Renderers } from '../../../delivery/renderers.ts';
import { foldName } from '../../../i18n/names.ts';
import { texts } from '../../../i18n/texts.ts';
import { asId, type CommitteeId, type PersonId } from '../../../kernel/ids.ts';
import { type ConflictKind, conflictKinds } from '../../access/types.ts';
import { committeeHeader } from '../../committees/operations/look.ts';
import { cardKinds } from '../operations/cards.ts';
import { seeConflicts } from '../operations/conflicts.ts';
import { declareConflict, mayDeclare, recordConflict, searchForConflict } from '../operations/declare-conflict.ts';
import { ledCases } from '../operations/lead.ts';
import { dismissConflicts, liftRecusal, pinConflict } from '../operations/rule-on-conflict.ts';
import { takeOnCase } from '../operations/take-on.ts';
import type { LeadId } from '../types/conflicts.ts';
import { goneCard } from '../views/cards.ts';
import * as forms from '../views/conflict-forms.ts';
import * as views from '../views/conflicts.ts';

export const conflictInteractions: readonly Interaction[] = [
  onPress(forms.conflictsButton, (call, { committee, page }) =>
    showConflicts(call, asId(committee), Number(page) || 1),
  ),

  onPress(forms.declareButton, (call, { committee }) => openDeclare(call, asId(committee))),

  onSubmit(
    forms.declareForm,
    async (call, { committee }, { nominee, fullName, kind }) => {
      const about = { nominee: nominee ? asId<PersonId>(nominee) : null, fullName: fullName ?? null, kind };
      const declared = await declareConflict(call, { committee: asId(committee), ...about });
      return declared.ok ? show(sentence(textsOf(call)('conflicts.declare.done'))) : refusal(call, declared);
    },
    { options: (call, { state, typed }) => registerOptions(call, state.committee, typed) },
  ),

  onPress(forms.enterConflictButton, async (call, { committee }) => {
    const found = await seeConflicts(call, asId(committee));
    if (!found.ok) return refusal(call, found);
    return openForm(forms.enterConflictView(textsOf(call), asId(committee), found.value.members));
  }),

  onSubmit(
    forms.enterConflictForm,
    async (call, { committee }, { person, nominee, fullName, kind, via, reference, dated }) => {
      const about = { nominee: nominee ? asId<PersonId>(nominee) : null, fullName: fullName ?? null, kind };
      const entered = await recordConflict(call, {
        ...{ committee: asId(committee), person: asId(person), ...about },
        via: { kind: via, reference, dated },
      });
      return entered.ok ? show(sentence(textsOf(call)('conflicts.enter.done'))) : refusal(call, entered);
    },
    {
      options: async (call, { state, field, typed }) => {
        if (field !== 'person') return registerOptions(call, state.committee, typed);
        const found = await seeConflicts(call, asId(state.committee));
        if (!found.ok) return [];
        const fitting = found.value.members.filter(({ fullName }) => foldName(fullName).includes(foldName(typed)));
        return fitting.slice(0, 50).map(({ person, fullName }) => ({ value: person, label: fullName }));
      },
    },
  ),

  onPress(forms.pinButton, async (call, { committee, person, nominee, kind }) => {
    const conflict = { person: asId<PersonId>(person), nominee: asId<PersonId>(nominee), kind: kindIn(kind) };
    const pinned = await pinConflict(call, { committee: asId(committee), ...conflict });
    if (!pinned.ok) return refusal(call, pinned);
    return replaceCard(await board(call, asId(committee), textsOf(call)('conflicts.pin.done')));
  }),

  onPress(forms.dismissButton, async (call, { committee, person, nominee, kind: word }) => {
    const found = await seeConflicts(call, asId(committee));
    if (!found.ok) return refusal(call, found);
    const kind = kindIn(word);
    const t = textsOf(call);
    const ofKind = found.value.possible.filter((one) => one.kind === kind && !one.isOwn);
    const one = ofKind.find((conflict) => conflict.person === person && conflict.nominee === nominee);
    if (!one && (person !== '' || ofKind.length === 0)) return refusal(call, settled);
    const about = one ? { person: one.personName, nominee: one.nomineeName } : { count: ofKind.length };
    return openForm(forms.dismissView(t, { committee, person, nominee, kind }, about));
  }),

  onSubmit(forms.dismissForm, async (call, { committee, person, nominee, kind }, { reason }) => {
    const one = { person: asId<PersonId>(person), nominee: asId<PersonId>(nominee), kind };
    const of = person === '' ? kind : one;
    const dismissed = await dismissConflicts(call, { committee: asId(committee), of, reason: reason ?? '' });
    if (!dismissed.ok) return refusal(call, dismissed);
    const said = textsOf(call)('conflicts.dismiss.done', { count: dismissed.value.count });
    return show(await board(call, asId(committee), said));
  }),

  onPress(forms.liftButton, async (call, { committee, person, nominee }) => {
    const found = await seeConflicts(call, asId(committee));
    if (!found.ok) return refusal(call, found);
    const recusal = found.value.recusals.find((one) => one.person === person && one.nominee === nominee);
    if (!recusal) return refusal(call, { ok: false, reason: 'recusal-unknown', facts: {} });
    const about = { person: recusal.personName, nominee: recusal.nomineeName };
    return openForm(forms.liftView(textsOf(call), { committee, person, nominee }, about));
  }),

  onSubmit(forms.liftForm, async (call, { committee, person, nominee }, { reason }) => {
    const recusal = { committee: asId<CommitteeId>(committee), person: asId<PersonId>(person) };
    const lifted = await liftRecusal(call, { ...recusal, nominee: asId<PersonId>(nominee), reason: reason ?? '' });
    if (!lifted.ok) return refusal(call, lifted);
    return show(await board(call, recusal.committee, textsOf(call)('conflicts.lift.done')));
  }),

  onPress(forms.takeOnButton, async (call, { lead }) => {
    const taken = await takeOnCase(call, asId<LeadId>(lead));
    if (!taken.ok) return refusal(call, taken);
    const t = textsOf(call);
    if (taken.value.leader !== call.person)
      return replaceCard(await board(call, taken.value.committee, t('conflicts.lead.entered')));
    return show(sentence(t('conflicts.lead.done')));
  }),

  onPress(forms.ledCasesButton, async (call, { committee }) =>
    show(views.ledCasesMessage(textsOf(call), await ledCases(call, asId(committee)))),
  ),
];

/** For those who rule: what there is. For everybody else: the form in which one says it. */
export async function showConflicts(call: Call, committee: CommitteeId, page = 1): Promise<Reply> {
  const found = await seeConflicts(call, committee);
  if (found.ok) return show(views.conflictsMessage(textsOf(call), found.value, page));
  return found.reason === 'right-missing' ? openDeclare(call, committee) : refusal(call, found);
}

export async function openDeclare(call: Call, committee: CommitteeId): Promise<Reply> {
  const allowed = await mayDeclare(call, committee);
  if (!allowed.ok) return refusal(call, allowed);
  return openForm(forms.declareView(textsOf(call), committee));
}

export const conflictCards: Renderers = {
  [cardKinds.conflictNoted]: async (context) => {
    const t = textsFor(context);
    const found = await seeConflicts(context.act, asId<CommitteeId>(context.ids.committee ?? ''));
    const { person, nominee } = context.ids;
    const recusals = found.ok ? found.value.recusals : [];
    const recusal = recusals.find((one) => one.person === person && one.nominee === nominee);
    if (found.ok && recusal) return views.conflictNotedCard(t, found.value, recusal);
    return context.isRedraw ? goneCard(t) : null;
  },

  [cardKinds.caseHandedOver]: async (context) => {
    const t = textsFor(context);
    const committee = asId<CommitteeId>(context.ids.committee ?? '');
    const header = await committeeHeader(context.act, committee);
    const cases = header ? await ledCases(context.act, committee) : [];
    const own = cases.find(({ nominee }) => nominee === context.ids.nominee);
    if (header && own) return views.caseHandedOverCard(t, header, own.toTakeOn);
    return context.isRedraw ? goneCard(t) : null;
  },
};

const settled = { ok: false, reason: 'conflict-settled', facts: {} } as const;

/** What was done, and what is left to rule on below it. */
async function board(call: Call, committee: CommitteeId, said: string): Promise<Message> {
  const found = await seeConflicts(call, committee);
  if (!found.ok) return sentence(said);
  const message = views.conflictsMessage(textsOf(call), found.value, 1);
  return { ...message, blocks: [{ kind: 'text', text: [said] }, ...message.blocks] };
}

async function registerOptions(call: Call, committee: string, typed: string) {
  const found = await searchForConflict(call, asId(committee), typed);
  const t = textsOf(call);
  return found.map(({ id, fullName, birthMonth, partyPost, statePost, unit }) => {
    const note = partyPost ?? statePost ?? unit;
    const born = birthMonth ? ` (${t.month(birthMonth)})` : '';
    return { value: id, label: fullName + born, ...(note ? { note } : {}) };
  });
}

function kindIn(word: string): ConflictKind {
  return conflictKinds.find((kind) => kind === word) ?? 'other';
}

function textsFor({ act }: RenderContext) {
  return texts(act.locale, act.zone, act.speech);
}
