/** What happens when those who newly qualify are looked at and noted, and the card that points to them. */
import { asCard, refusal, textsOf } from '../../answers.ts';
import { type Call, type Reply, show } from '../../chat/call.ts';
import { type Interaction, onPress } from '../../chat/interaction.ts';
import { type Block, sentence } from '../../chat/message.ts';
import type { Renderers } from '../../delivery/renderers.ts';
import { asId } from '../../kernel/ids.ts';
import { type At, newcomerNews, noteNewcomers, seeNewcomers } from './operations/look.ts';
import * as buttons from './views/buttons.ts';
import { newcomersCard, newcomersMessage } from './views/messages.ts';

export const newcomerInteractions: readonly Interaction[] = [
  onPress(buttons.newcomersButton, async (call, at) => asCard(await showNewcomers(call, atOf(at), 1))),

  onPress(buttons.pageButton, async (call, { page, ...at }) =>
    asCard(await showNewcomers(call, atOf(at), Number(page) || 1)),
  ),

  onPress(buttons.noteButton, async (call, { until, ...at }) => {
    const noted = await noteNewcomers(call, { ...atOf(at), until: new Date(until) });
    if (!noted.ok) return refusal(call, noted);
    const text = [textsOf(call)('newcomers.noted', { count: noted.value.people })];
    return asCard(await showNewcomers(call, atOf(at), 1, [{ kind: 'text', text }]));
  }),
];

export const newcomerCards: Renderers = {
  'newcomers.found': async ({ act, ids, isRedraw }) => {
    const news = await newcomerNews(act, asId(ids.committee ?? ''));
    if (news.length > 0) return newcomersCard(textsOf(act), news);
    return isRedraw ? sentence(textsOf(act)('newcomers.settled')) : null;
  },
};

async function showNewcomers(call: Call, at: At, page: number, said: readonly Block[] = []): Promise<Reply> {
  const seen = await seeNewcomers(call, at);
  return seen.ok ? show(newcomersMessage(textsOf(call), seen.value, page, said)) : refusal(call, seen);
}

function atOf({ committee, plan }: { readonly committee: string; readonly plan: string }): At {
  return { committee: asId(committee), plan: asId(plan) };
}
