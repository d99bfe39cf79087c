/** Telling a result: buttons, the form for what was told elsewhere, and the cards. */
import { asCard, refusal, textsOf } from '../../answers.ts';
import { type Call, openForm, type Reply, show } from '../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../chat/interaction.ts';
import type { Block } from '../../chat/message.ts';
import type { Renderers } from '../../delivery/renderers.ts';
import { asId } from '../../kernel/ids.ts';
import { dateIn } from '../../kernel/time.ts';
import { committeeHeader } from '../committees/operations/look.ts';
import { noticesButton } from '../submissions/views/buttons.ts';
import { ownResult, resultForMember, seeResult } from './operations/look.ts';
import { recordTold, tellResult, undoTelling } from './operations/tell.ts';
import * as buttons from './views/buttons.ts';
import * as forms from './views/forms.ts';
import { decidedCard, ownCard, resultMessage } from './views/messages.ts';

export const noticeInteractions: readonly Interaction[] = [
  onPress(noticesButton, async (call, { submission }) => asCard(await showResult(call, submission))),

  onPress(buttons.tellButton, async (call, { submission, audience }) => {
    const told = await tellResult(call, { submission: asId(submission), audience });
    if (!told.ok) return refusal(call, told);
    const said = saying(call, 'notices.said.told', { count: told.value.count });
    return asCard(await showResult(call, submission, said, told.value.batch));
  }),

  onPress(buttons.undoButton, async (call, { submission, batch }) => {
    const undone = await undoTelling(call, { submission: asId(submission), batch });
    return undone.ok
      ? asCard(await showResult(call, submission, saying(call, 'notices.said.undone')))
      : refusal(call, undone);
  }),

  onPress(buttons.recordButton, async (call, { submission }) => {
    const seen = await seeResult(call, asId(submission));
    const today = dateIn(call.zone, call.now);
    return seen.ok ? openForm(forms.recordView(textsOf(call), seen.value.result, today)) : refusal(call, seen);
  }),

  onSubmit(
    forms.recordForm,
    async (call, { submission }, { seats, via, toldOn }) => {
      const told = await recordTold(call, {
        ...{ submission: asId(submission), seats: seats.map((seat) => asId(seat)), via, toldOn: toldOn ?? '' },
      });
      return told.ok
        ? showResult(call, submission, saying(call, 'notices.said.recorded', { count: told.value }))
        : refusal(call, told);
    },
    {
      options: async (call, { state, typed }) => {
        const seen = await seeResult(call, asId(state.submission));
        return seen.ok ? forms.untoldOptions(textsOf(call), seen.value.result, typed) : [];
      },
    },
  ),
];

export const noticeCards: Renderers = {
  'notices.own': async ({ act, ids }) => {
    const own = await ownResult(act, ids.notice ?? '');
    const committee = own && (await committeeHeader(act, own.submission.committee));
    return own && committee ? ownCard(textsOf(act), own, committee.name) : null;
  },

  'notices.decided': async ({ act, ids }) => {
    const submission = await resultForMember(act, asId(ids.submission ?? ''));
    return submission ? decidedCard(textsOf(act), submission) : null;
  },
};

async function showResult(
  call: Call,
  submission: string,
  said: readonly Block[] = [],
  undo: string | null = null,
): Promise<Reply> {
  const seen = await seeResult(call, asId(submission));
  return seen.ok ? show(resultMessage(textsOf(call), seen.value.result, { said, undo })) : refusal(call, seen);
}

function saying(
  call: Call,
  key: 'notices.said.told' | 'notices.said.undone' | 'notices.said.recorded',
  facts: { readonly count?: number } = {},
): readonly Block[] {
  return [{ kind: 'text', text: [textsOf(call)(key, { count: 0, ...facts })] }];
}
