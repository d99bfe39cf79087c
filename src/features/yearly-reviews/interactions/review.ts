/** What happens when the buttons, forms and cards of yearly reviews are used. */
import { refusal, textsOf } from '../../../answers.ts';
import { type Call, giveFile, openForm, type Reply, replaceCard, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { type Block, sentence } from '../../../chat/message.ts';
import type { Renderers } from '../../../delivery/renderers.ts';
import type { TextKey, Texts } from '../../../i18n/texts.ts';
import { asId, type PositionId } from '../../../kernel/ids.ts';
import { type Refused, refused } from '../../../kernel/outcome.ts';
import { dateIn } from '../../../kernel/time.ts';
import { ruleSetOfPlan } from '../../eligibility/operations.ts';
import { copyMessage } from '../../nominations/views/list.ts';
import { participantsByIds } from '../../people/operations/find.ts';
import type { PlanUses } from '../../plans/types.ts';
import { toBeTold } from '../../removals/operations/tell.ts';
import { confirmReview, undoConfirmation } from '../operations/confirm.ts';
import { decideItem, keepTheRest } from '../operations/decide.ts';
import { type At, reviewsOfPlan, seeDifference, seeReview } from '../operations/look.ts';
import { giveUpReview, openReview } from '../operations/open.ts';
import { takeOutDifference } from '../operations/take-out.ts';
import * as buttons from '../views/buttons.ts';
import { confirmedCard, differenceMessage, differenceRows } from '../views/difference.ts';
import * as forms from '../views/forms.ts';
import { reviewMessage, startMessage, type Which } from '../views/review.ts';

interface OfReview {
  readonly committee: string;
  readonly review: string;
}

/** `uses`: the features whose work rests on plans. */
export function yearlyReviewInteractions(uses: readonly PlanUses[]): readonly Interaction[] {
  return [...reading, ...deciding, ...ending(uses)];
}

const reading: readonly Interaction[] = [
  onPress(buttons.yearlyReviewButton, async (call, at) => {
    const found = await reviewsOfPlan(call, { committee: asId(at.committee), plan: asId(at.plan) });
    if (!found.ok) return refusalOfPress(call, found);
    const { plan, reviews } = found.value;
    const open = reviews.find(({ state }) => state === 'open');
    if (open) return asCard(await showReview(call, { committee: at.committee, review: open.id }));
    return replaceCard(startMessage(textsOf(call), plan, reviews));
  }),

  onPress(buttons.pageButton, async (call, { which, page, ...at }) =>
    asCard(await showReview(call, at, { which: which === 'undecided' ? which : 'all', page: Number(page) || 1 })),
  ),

  onPress(buttons.differenceButton, async (call, { page, ...at }) =>
    asCard(await showDifference(call, at, { page: Number(page) || 1, undo: null })),
  ),

  onPress(buttons.csvButton, async (call, at) => takeOut(call, at, 'csv')),
  onPress(buttons.textButton, async (call, at) => takeOut(call, at, 'text')),
];

const deciding: readonly Interaction[] = [
  onPress(buttons.decideButton, async (call, at) => {
    const found = await seeReview(call, atOf(at));
    if (!found.ok) return refusalOfPress(call, found);
    const item = found.value.items.find(({ subject }) => subject === at.subject);
    if (found.value.review.state !== 'open') return refusalOfPress(call, refused('yearly-review-ended'));
    if (!item) return refusalOfPress(call, refused('yearly-item-gone'));
    return openForm(forms.decideView(textsOf(call), found.value, item, ruleSetOfPlan(found.value.plan)));
  }),

  onSubmit(forms.decideForm, async (call, state, values) => {
    const seen = await seeReview(call, atOf(state));
    if (!seen.ok) return refusal(call, seen);
    const { plan, nextPlans } = seen.value;
    const { action } = values;
    const target = action === 'move' ? values.position : action === 'carry-over' ? values.next : null;
    const toPlan = action === 'move' ? plan.id : (nextPlans[0]?.id ?? null);
    const choice = {
      action,
      reason: values.reason ?? null,
      note: values.note ?? null,
      toPlan: target ? toPlan : null,
      toPosition: target ? asId<PositionId>(target) : null,
    };
    const decided = await decideItem(call, { ...atOf(state), subject: asId(state.subject), choice });
    if (!decided.ok) return refusal(call, decided);
    const name = decided.value.person.fullName;
    return showReview(call, state, undefined, [saidBlock(call, 'yearlyReviews.decide.done', { name })]);
  }),

  onPress(buttons.restButton, async (call, at) => {
    const kept = await keepTheRest(call, atOf(at));
    if (!kept.ok) return refusalOfPress(call, kept);
    const said = saidBlock(call, 'yearlyReviews.review.restKept', { count: kept.value.count });
    return asCard(await showReview(call, at, { which: 'undecided', page: 1 }, [said]));
  }),
];

function ending(uses: readonly PlanUses[]): readonly Interaction[] {
  return [
    onPress(buttons.beginButton, async (call, at) => {
      const opened = await openReview(call, { committee: asId(at.committee), plan: asId(at.plan) }, uses);
      if (!opened.ok) return refusalOfPress(call, opened);
      return asCard(await showReview(call, { committee: at.committee, review: opened.value }));
    }),

    onPress(buttons.confirmButton, async (call, at) => {
      const found = await seeReview(call, atOf(at));
      if (!found.ok) return refusalOfPress(call, found);
      if (found.value.review.state !== 'open') return refusalOfPress(call, refused('yearly-review-ended'));
      const told = await toBeTold(call, found.value.committee);
      const people = await participantsByIds(call, found.value.committee, told);
      const named = (hasAccount: boolean) => people.filter((one) => one.hasAccount === hasAccount).map(nameOf);
      return openForm(forms.confirmView(textsOf(call), found.value, { told: named(true), toTell: named(false) }));
    }),

    onSubmit(forms.confirmForm, async (call, state, values) => {
      const paper = {
        body: values.body ?? '',
        decision: values.decision ?? '',
        decidedOn: values.decidedOn ?? '',
        basis: values.basis ?? null,
      };
      const confirmed = await confirmReview(call, { ...atOf(state), paper }, uses);
      if (!confirmed.ok) return refusal(call, confirmed);
      return showDifference(call, state, { page: 1, undo: confirmed.value.batch ?? '' });
    }),

    onPress(buttons.undoButton, async (call, { batch, ...at }) => {
      const undone = await undoConfirmation(call, { ...atOf(at), batch });
      if (!undone.ok) return refusalOfPress(call, undone);
      return asCard(await showReview(call, at, undefined, [saidBlock(call, 'yearlyReviews.confirm.undone')]));
    }),

    onPress(buttons.giveUpButton, async (call, at) => {
      const given = await giveUpReview(call, atOf(at));
      if (!given.ok) return refusalOfPress(call, given);
      return replaceCard(sentence(textsOf(call)('yearlyReviews.review.givenUp')));
    }),
  ];
}

export const yearlyReviewCards: Renderers = {
  'yearly-reviews.confirmed': async ({ act, ids, isRedraw }) => {
    const at = { committee: ids.committee ?? '', review: ids.review ?? '' };
    const found = await seeDifference(act, atOf(at));
    if (found.ok && found.value.review.state === 'confirmed') {
      return confirmedCard(textsOf(act), at, found.value.plan);
    }
    return isRedraw ? sentence(textsOf(act)('yearlyReviews.card.gone')) : null;
  },
};

async function showReview(
  call: Call,
  at: OfReview,
  shown: { readonly which: Which; readonly page: number } = { which: 'all', page: 1 },
  said: readonly Block[] = [],
): Promise<Reply> {
  const found = await seeReview(call, atOf(at));
  if (!found.ok) return refusalOfPress(call, found);
  if (found.value.review.state !== 'open') return showDifference(call, at, { page: 1, undo: null });
  return show(reviewMessage(textsOf(call), found.value, shown, said));
}

async function showDifference(
  call: Call,
  at: OfReview,
  asked: { readonly page: number; readonly undo: string | null },
): Promise<Reply> {
  const found = await seeDifference(call, atOf(at));
  return found.ok ? show(differenceMessage(textsOf(call), found.value, asked)) : refusalOfPress(call, found);
}

async function takeOut(call: Call, at: OfReview, how: 'csv' | 'text'): Promise<Reply> {
  const t = textsOf(call);
  const out = await takeOutDifference(call, atOf(at), (difference) => differenceRows(t, difference));
  if (!out.ok) return refusalOfPress(call, out);
  if (out.value.count === 0) return show(sentence(t('yearlyReviews.difference.none')));
  const words = copyMessage(t, out.value[how], how);
  if (how === 'text') return show(words);
  const name = t('yearlyReviews.fileName', { date: dateIn(call.zone, call.now) });
  return giveFile({ name, content: out.value.csv, sent: sentence(t('common.fileSent', { name })) }, words);
}

function atOf({ committee, review }: OfReview): At {
  return { committee: asId(committee), review: asId(review) };
}

function nameOf({ fullName }: { readonly fullName: string }): string {
  return fullName;
}

function saidBlock(call: Call, key: TextKey, values: Parameters<Texts['rich']>[1] = {}): Block {
  return { kind: 'text', text: textsOf(call).rich(key, values) };
}

function asCard(reply: Reply): Reply {
  return reply.kind === 'show' && !reply.file ? replaceCard(reply.message) : reply;
}

function refusalOfPress(call: Call, refused: Refused): Reply {
  return show(sentence(textsOf(call).refusal(refused)));
}
