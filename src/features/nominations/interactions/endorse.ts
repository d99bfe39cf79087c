/** Support of a name: one's own, and what the committee secretary enters for somebody. */
import { refusal, textsOf } from '../../../answers.ts';
import { type Call, openForm, type Reply, replaceCard, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { foldName } from '../../../i18n/names.ts';
import { asId, type CommitteeId, type NominationId } from '../../../kernel/ids.ts';
import { seeNomination } from '../operations/browse.ts';
import { endorse } from '../operations/endorse.ts';
import { endorsementToRecord, recordEndorsement } from '../operations/record-endorsement.ts';
import * as buttons from '../views/buttons.ts';
import * as views from '../views/endorse.ts';
import { profileMessage } from '../views/profile.ts';
import { refusalOfPress } from './answering.ts';

interface OfNomination {
  readonly committee: string;
  readonly nomination: string;
}

const optionsAtOnce = 20;

export const endorseInteractions: readonly Interaction[] = [
  onPress(buttons.endorseButton, (call, at) => support(call, at, true)),
  onPress(buttons.takeBackButton, (call, at) => support(call, at, false)),

  onPress(buttons.recordEndorsementButton, async (call, at) => {
    const found = await endorsementToRecord(call, atOf(at));
    if (!found.ok) return refusalOfPress(call, found);
    return openForm(views.recordEndorsementView(textsOf(call), { ...found.value, committee: at.committee }));
  }),

  onSubmit(
    views.recordEndorsementForm,
    async (call, state, { supporter, said, via, reference, dated }) => {
      const recorded = await recordEndorsement(call, {
        ...{ ...atOf(state), supporter: asId(supporter), isSupported: said === 'supports' },
        via: { kind: via, reference: reference?.trim() || null, dated: dated ?? null },
      });
      if (!recorded.ok) return refusal(call, recorded);
      const { isNew, supporters } = recorded.value;
      const name = supporters.find(({ id }) => id === supporter)?.fullName ?? '';
      const found = await seeNomination(call, atOf(state));
      if (!found.ok) return refusalOfPress(call, found);
      const t = textsOf(call);
      const message = profileMessage(t, { ...found.value, committee: state.committee });
      return show({ ...message, blocks: [views.enteredBlock(t, { isNew, name }), ...message.blocks] });
    },
    {
      options: async (call, { state, typed }) => {
        const found = await endorsementToRecord(call, atOf(state));
        if (!found.ok) return [];
        return found.value.supporters
          .filter(({ fullName }) => foldName(fullName).includes(foldName(typed)))
          .slice(0, optionsAtOnce)
          .map(({ id, fullName, partyPost, statePost }) => ({
            value: id,
            label: fullName,
            note: partyPost ?? statePost ?? '',
          }));
      },
    },
  ),
];

async function support(call: Call, at: OfNomination, isSupported: boolean): Promise<Reply> {
  const said = await endorse(call, { ...atOf(at), isSupported });
  if (!said.ok) return refusalOfPress(call, said);
  const found = await seeNomination(call, atOf(at));
  if (!found.ok) return refusalOfPress(call, found);
  return replaceCard(profileMessage(textsOf(call), { ...found.value, committee: at.committee }));
}

function atOf({ committee, nomination }: OfNomination) {
  return { committee: asId<CommitteeId>(committee), nomination: asId<NominationId>(nomination) };
}
