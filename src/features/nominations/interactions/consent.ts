/** A nominee's own side: putting oneself forward, one's own nomination, the answer; and the answer entered for them. */
import { refusal, textsOf } from '../../../answers.ts';
import { type Call, openForm, type Reply, replaceCard, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { sentence } from '../../../chat/message.ts';
import { asId, type CommitteeId, type NominationId, type PlanId, type PositionId } from '../../../kernel/ids.ts';
import { refused } from '../../../kernel/outcome.ts';
import { ruleSetOfPlan } from '../../eligibility/operations.ts';
import { peopleByIds } from '../../people/operations/find.ts';
import {
  answerConsent,
  consentToRecord,
  type OwnNomination,
  ownEverywhere,
  ownNominations,
  recordConsent,
  undoConsent,
} from '../operations/consent.ts';
import { proposeOneself, selfFormOf } from '../operations/self.ts';
import * as buttons from '../views/buttons.ts';
import * as views from '../views/consent.ts';
import { ownProposedMessage, toldNotes } from '../views/propose.ts';
import { selfForm, selfView } from '../views/self.ts';
import { namesOfTold, refusalOfPress } from './answering.ts';

export const consentInteractions: readonly Interaction[] = [
  onPress(buttons.selfButton, async (call, { committee, plan }) => {
    const found = await selfFormOf(call, { committee: asId(committee), plan: asId(plan) });
    return found.ok ? openForm(selfView(textsOf(call), found.value)) : refusalOfPress(call, found);
  }),

  onSubmit(selfForm, async (call, state, values) => {
    const t = textsOf(call);
    if (!values.position) return { kind: 'field-errors', errors: { position: t('common.router.fieldInvalid') } };
    const typed = (text: string | null | undefined) => text?.normalize('NFC').trim() || null;
    const fullName = typed(values.fullName);
    const proposed = await proposeOneself(call, {
      committee: asId<CommitteeId>(state.committee),
      plan: asId<PlanId>(state.plan),
      position: asId<PositionId>(values.position),
      reasons: values.reasons ?? null,
      said: {
        ...(fullName ? { fullName } : {}),
        unit: typed(values.unit),
        statePost: typed(values.statePost),
      },
    });
    if (!proposed.ok) return refusal(call, proposed);
    return show(ownProposedMessage(t, state, proposed.value));
  }),

  onPress(buttons.ownButton, async (call, { committee }) => showOwn(call, asId(committee))),

  onPress(buttons.answerButton, async (call, { committee, nomination }) => {
    const own = await findOwn(call, asId(committee), nomination);
    if (!own) return refusalOfPress(call, refused('nomination-unknown'));
    return openForm(views.consentView(textsOf(call), { ...own, ruleSet: ruleSetOfPlan(own.plan) }));
  }),

  onSubmit(views.consentForm, async (call, state, { answer, note }) => {
    const at = atOf(state);
    const answered = await answerConsent(call, { ...at, answer, note: note ?? null });
    if (!answered.ok) return refusal(call, answered);
    const t = textsOf(call);
    const { nomination, batch } = answered.value;
    const key = answer === 'given' ? 'nominations.consent.youConsent' : 'nominations.consent.youDecline';
    const said = t.rich(key, { position: nomination.positionTitle });
    return show(views.answeredMessage(t, { ...state, nomination, batch, said, told: null }));
  }),

  onPress(buttons.recordConsentButton, async (call, { committee, nomination }) => {
    const found = await consentToRecord(call, atOf({ committee, nomination }));
    if (!found.ok) return refusalOfPress(call, found);
    const [person] = await peopleByIds(call, asId(committee), [found.value.nomination.person]);
    const name = person?.fullName ?? '';
    return openForm(views.recordConsentView(textsOf(call), { ...found.value, name }));
  }),

  onSubmit(views.recordConsentForm, async (call, state, values) => {
    const at = atOf(state);
    const via = { kind: values.via, reference: values.reference?.trim() || null, dated: values.dated ?? null };
    const recorded = await recordConsent(call, { ...at, answer: values.answer, note: values.note ?? null, via });
    if (!recorded.ok) return refusal(call, recorded);
    const t = textsOf(call);
    const { nomination, batch } = recorded.value;
    const [person] = await peopleByIds(call, at.committee, [nomination.person]);
    const key = values.answer === 'given' ? 'nominations.consent.theyConsent' : 'nominations.consent.theyDecline';
    const said = t.rich(key, { name: person?.fullName ?? '', position: nomination.positionTitle });
    const names = await namesOfTold(call, at.committee, recorded.value);
    return show(views.answeredMessage(t, { ...state, nomination, batch, said, told: toldNotes(t, names) }));
  }),

  onPress(buttons.undoConsentButton, async (call, { committee, nomination, batch }) => {
    const undone = await undoConsent(call, { ...atOf({ committee, nomination }), batch });
    if (!undone.ok) return refusalOfPress(call, undone);
    return replaceCard(sentence(textsOf(call)('nominations.consent.undone')));
  }),
];

/** For somebody who may not see the list: their own nominations, if there are any; else null. */
export async function ownInstead(call: Call, committee: CommitteeId): Promise<Reply | null> {
  const own = await ownNominations(call, committee);
  return own.length > 0 ? show(views.ownMessage(textsOf(call), own)) : null;
}

/** The same for somebody who belongs to no committee and asks in a direct message. */
export async function ownWithoutCommittee(call: Call): Promise<Reply | null> {
  const own = await ownEverywhere(call);
  return own.length > 0 ? show(views.ownMessage(textsOf(call), own)) : null;
}

async function showOwn(call: Call, committee: CommitteeId): Promise<Reply> {
  return show(views.ownMessage(textsOf(call), await ownNominations(call, committee)));
}

async function findOwn(call: Call, committee: CommitteeId, nomination: string): Promise<OwnNomination | null> {
  const own = await ownNominations(call, committee);
  return own.find((one) => one.nomination.id === nomination) ?? null;
}

function atOf(state: { committee: string; nomination: string }) {
  return { committee: asId<CommitteeId>(state.committee), nomination: asId<NominationId>(state.nomination) };
}
