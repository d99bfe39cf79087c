/** What has come to its end: the list, the preview, erasing, putting off; and the card that points to it. */
import { asCard, refusal, textsOf } from '../../../answers.ts';
import { type Call, openForm, type Reply, replaceCard, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { type Block, sentence } from '../../../chat/message.ts';
import type { Renderers } from '../../../delivery/renderers.ts';
import type { HoldsPeople } from '../../../kernel/held-people.ts';
import { asId, type CommitteeId, type PersonId } from '../../../kernel/ids.ts';
import { committeeHeader } from '../../committees/operations/look.ts';
import { registerOptions } from '../../people/interactions/options.ts';
import { confirmProposal, endPostponement, postponeProposal } from '../operations/decide.ts';
import { explainStanding, previewProposal, seeProposals } from '../operations/look.ts';
import { proposedCard } from '../operations/watch.ts';
import type { ProposalId } from '../types.ts';
import * as buttons from '../views/buttons.ts';
import * as views from '../views/proposals.ts';

/** `holders`: every table that names a person (src/held-people.ts). */
export function proposalInteractions(holders: readonly HoldsPeople[]): readonly Interaction[] {
  async function list(call: Call, committee: string, page: number, said: readonly Block[] = []): Promise<Reply> {
    const seen = await seeProposals(call, asId<CommitteeId>(committee), holders);
    return seen.ok ? show(views.proposalsMessage(textsOf(call), seen.value, page, said)) : refusal(call, seen);
  }

  return [
    onPress(buttons.dueButton, async (call, { committee, page }) =>
      asCard(await list(call, committee, Number(page) || 1)),
    ),

    onPress(buttons.lookButton, async (call, at) => {
      const seen = await previewProposal(call, idsOf(at), holders);
      return seen.ok ? replaceCard(views.previewMessage(textsOf(call), at.committee, seen.value)) : refusal(call, seen);
    }),

    onPress(buttons.eraseButton, async (call, at) => {
      const t = textsOf(call);
      const erased = await confirmProposal(call, { ...idsOf(at), placeholder: t('erasure.placeholder') }, holders);
      if (!erased.ok) return refusal(call, erased);
      const text = [t('erasure.done', { count: erased.value.texts })];
      return asCard(await list(call, at.committee, 1, [{ kind: 'text', text }]));
    }),

    onPress(buttons.postponeButton, async (call, at) => openForm(views.postponeView(textsOf(call), at))),

    onSubmit(views.postponeForm, async (call, at, { ground, until, reason }) => {
      const put = await postponeProposal(call, { ...idsOf(at), ground, until, reason: reason ?? '' }, holders);
      if (!put.ok) return refusal(call, put);
      const t = textsOf(call);
      return list(call, at.committee, 1, [
        { kind: 'text', text: [t('retention.postpone.done', { until: t.date(until) })] },
      ]);
    }),

    onPress(buttons.endButton, async (call, at) => {
      const ended = await endPostponement(call, idsOf(at), holders);
      if (!ended.ok) return refusal(call, ended);
      return asCard(
        await list(call, at.committee, 1, [{ kind: 'text', text: [textsOf(call)('retention.due.ended')] }]),
      );
    }),

    onPress(buttons.whyButton, async (call, { committee }) => openForm(views.whyView(textsOf(call), committee))),

    onSubmit(
      views.whyForm,
      async (call, { committee }, { person }) => {
        const input = { committee: asId<CommitteeId>(committee), person: asId<PersonId>(person) };
        const seen = await explainStanding(call, input, holders);
        return seen.ok ? show(views.standingMessage(textsOf(call), seen.value)) : refusal(call, seen);
      },
      { options: (call, { state, typed }) => registerOptions(call, asId(state.committee), typed) },
    ),
  ];
}

export function proposalCards(holders: readonly HoldsPeople[]): Renderers {
  return {
    [proposedCard]: async ({ act, ids, isRedraw }) => {
      const committee = asId<CommitteeId>(ids.committee ?? '');
      const seen = await seeProposals(act, committee, holders);
      const header = await committeeHeader(act, committee);
      const t = textsOf(act);
      if (seen.ok && header && seen.value.open.length > 0) return views.proposedCard(t, seen.value, header.name);
      return isRedraw ? sentence(t('retention.due.settled')) : null;
    },
  };
}

function idsOf({ committee, proposal }: { readonly committee: string; readonly proposal: string }) {
  return { committee: asId<CommitteeId>(committee), proposal: asId<ProposalId>(proposal) };
}
