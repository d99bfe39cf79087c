/** What the own unit of somebody from elsewhere was asked and answered: recorded from the profile. */
import { refusal, textsOf } from '../../../answers.ts';
import { openForm, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { asId, type CommitteeId, type NominationId } from '../../../kernel/ids.ts';
import { seeNomination } from '../operations/browse.ts';
import { recordOwnUnit } from '../operations/own-unit.ts';
import * as ownUnit from '../views/own-unit.ts';
import { profileMessage } from '../views/profile.ts';
import { refusalOfPress } from './answering.ts';

export const ownUnitInteractions: readonly Interaction[] = [
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

function idsOf({ committee, nomination }: { readonly committee: string; readonly nomination: string }) {
  return { committee: asId<CommitteeId>(committee), nomination: asId<NominationId>(nomination) };
}
