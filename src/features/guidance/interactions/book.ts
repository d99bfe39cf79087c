/** What happens when the buttons of the rule book are used. */
import { textsOf } from '../../../answers.ts';
import { type Call, openForm, type Reply, replaceCard, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { sentence } from '../../../chat/message.ts';
import { asId, type CommitteeId, type PlanId } from '../../../kernel/ids.ts';
import { type Refused, refused } from '../../../kernel/outcome.ts';
import { checkCitations, ruleSetNamed, seeBook } from '../operations/look.ts';
import { type BookPlace, bookMessage, comparisonMessage, othersMessage } from '../views/book.ts';
import * as buttons from '../views/buttons.ts';
import { citationsForm, citationsMessage, citationsView } from '../views/citations.ts';

export const bookInteractions: readonly Interaction[] = [
  onPress(buttons.rulesButton, async (call, { part, ...at }) => {
    const found = await seeBook(call, idsOf(at));
    if (!found.ok) return refusal(call, found);
    return replaceCard(bookMessage(textsOf(call), { at, part, ...found.value }));
  }),

  onPress(buttons.othersButton, async (call, at) => {
    const found = await seeBook(call, idsOf(at));
    if (!found.ok) return refusal(call, found);
    return replaceCard(othersMessage(textsOf(call), at, found.value.ruleSet, found.value.others));
  }),

  onPress(buttons.compareButton, async (call, { with: name, ...at }) => {
    const found = await seeBook(call, idsOf(at));
    if (!found.ok) return refusal(call, found);
    const other = ruleSetNamed(name);
    if (!other) return refusal(call, refused('rules-unknown'));
    return replaceCard(comparisonMessage(textsOf(call), at, found.value.ruleSet, other));
  }),

  onPress(buttons.citationsButton, async (call, { committee }) => openForm(citationsView(textsOf(call), committee))),

  onSubmit(citationsForm, async (call, { committee }, { text }) => {
    const found = await checkCitations(call, { committee: asId(committee), text: text ?? '' });
    if (!found.ok) return refusal(call, found);
    return show(citationsMessage(textsOf(call), committee, found.value));
  }),
];

/** The rules in force for the committee: what /plan rules shows. */
export async function openRules(call: Call, committee: CommitteeId): Promise<Reply> {
  const found = await seeBook(call, { committee, plan: null, set: null });
  if (!found.ok) return refusal(call, found);
  const at = { committee, plan: '', set: '' };
  return show(bookMessage(textsOf(call), { at, part: 'planning', ...found.value }));
}

function idsOf({ committee, plan, set }: BookPlace) {
  return { committee: asId<CommitteeId>(committee), plan: plan === '' ? null : asId<PlanId>(plan), set: set || null };
}

function refusal(call: Call, problem: Refused): Reply {
  return show(sentence(textsOf(call).refusal(problem)));
}
