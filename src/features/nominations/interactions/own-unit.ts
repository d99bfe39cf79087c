/** What the own unit of somebody from elsewhere was asked and answers: recorded from the profile, or said at its address. */
import { refusal, textsOf } from '../../../answers.ts';
import { openForm, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { asId, type CommitteeId, type NominationId } from '../../../kernel/ids.ts';
import { done } from '../../../kernel/outcome.ts';
import type { Inline } from '../../../kernel/rich.ts';
import { type AddressSource, giveAddress, wordsFor } from '../../answer-links/interactions.ts';
import type { AnsweredSubject } from '../../answer-links/types.ts';
import { seeNomination } from '../operations/browse.ts';
import { recordOwnUnit } from '../operations/own-unit.ts';
import { answerByUnit, createOwnUnitLink, inquiryBehind } from '../operations/own-unit-link.ts';
import { inquirySubject, ownUnitAnswers } from '../types.ts';
import { opinionPage } from '../views/opinion-page.ts';
import * as ownUnit from '../views/own-unit.ts';
import { profileMessage } from '../views/profile.ts';
import { refusalOfPress } from './answering.ts';

export function ownUnitInteractions(source: AddressSource): readonly Interaction[] {
  return [...recording, giving(source)];
}

const recording: readonly Interaction[] = [
  onPress(ownUnit.ownUnitButton, async (call, at) => {
    const found = await seeNomination(call, idsOf(at));
    if (!found.ok) return refusalOfPress(call, found);
    const { nomination, person, inquiry } = found.value;
    const about = { committee: at.committee, nomination, name: person.fullName, unit: person.unit, inquiry };
    return openForm(ownUnit.ownUnitView(textsOf(call), about));
  }),

  onSubmit(ownUnit.ownUnitForm, async (call, state, values) => {
    const inquiry = {
      unit: values.unit ?? '',
      askedOn: values.askedOn ?? '',
      letter: values.letter ?? null,
      answer: values.answer ?? null,
      answeredOn: values.answeredOn ?? null,
      reference: values.reference ?? null,
      note: values.note ?? null,
    };
    const recorded = await recordOwnUnit(call, { ...idsOf(state), inquiry });
    if (!recorded.ok) return refusal(call, recorded);
    const found = await seeNomination(call, idsOf(state));
    if (!found.ok) return refusalOfPress(call, found);
    return show(profileMessage(textsOf(call), { ...found.value, committee: state.committee }));
  }),
];

function giving(source: AddressSource): Interaction {
  return onPress(ownUnit.ownUnitLinkButton, async (call, at) => {
    const t = textsOf(call);
    const found = await seeNomination(call, idsOf(at));
    if (!found.ok) return refusalOfPress(call, found);
    const facts = { unit: found.value.inquiry?.unit ?? '', name: found.value.person.fullName };
    const words = {
      ...{ summary: t('ownUnit.link.summary'), noAddress: t('ownUnit.link.noAddress'), keep: t('ownUnit.link.keep') },
      made: (until: Inline) => t.rich('ownUnit.link.made', { ...facts, until }),
    };
    return giveAddress(call, source, words, () => createOwnUnitLink(call, idsOf(at)));
  });
}

/** A unit's opinion behind an address: its page, and its answer. */
export const answeredInquiry: AnsweredSubject = {
  kind: inquirySubject,

  async page(behind) {
    const found = await inquiryBehind(behind);
    if (!found.ok) return found;
    return done(opinionPage(wordsFor(behind.committee), { ...found.value, committee: behind.committee.name }));
  },

  async take(behind, typed) {
    const taken = await answerByUnit(behind, {
      answer: ownUnitAnswers.find((one) => one === typed.answer) ?? null,
      ...{ note: typed.note ?? null, reference: typed.reference ?? null },
    });
    return taken.ok ? done() : taken;
  },
};

function idsOf({ committee, nomination }: { readonly committee: string; readonly nomination: string }) {
  return { committee: asId<CommitteeId>(committee), nomination: asId<NominationId>(nomination) };
}
