/** What is opened and shown of anonymous rounds, by buttons and by commands alike. */
import { refusal, textsOf } from '../../../answers.ts';
import { type Call, openForm, type Reply, show } from '../../../chat/call.ts';
import { sentence } from '../../../chat/message.ts';
import { asId, type CommitteeId, type ReviewRoundId } from '../../../kernel/ids.ts';
import { seeAnonymous, seeSealedRound } from '../operations/anonymous-look.ts';
import { possibleHolders } from '../operations/anonymous-open.ts';
import { openPaper } from '../operations/anonymous-send.ts';
import { plansToReview } from '../operations/lists.ts';
import { directMax, openAnonymousView, paperView, pickPaperView } from '../views/anonymous-forms.ts';
import { anonymousSynthesisMessage, sealedProgressMessage } from '../views/anonymous-messages.ts';

/** The usual three: chair, committee secretary, and the first other member. */
export async function openAnonymousOpening(call: Call, committee: CommitteeId): Promise<Reply> {
  const plans = await plansToReview(call, committee);
  if (!plans.ok) return refusal(call, plans);
  const people = await possibleHolders(call, committee);
  if (!people.ok) return refusal(call, people);
  const t = textsOf(call);
  if (plans.value.length === 0) return show(sentence(t('reviews.open.noPlans')));
  const first = (role: 'chair' | 'clerk') => people.value.filter(({ roles }) => roles.includes(role)).slice(0, 1);
  const usual = [...new Set([...first('chair'), ...first('clerk'), ...people.value])].slice(0, 3);
  const persons = usual.map(({ person }) => person);
  return openForm(openAnonymousView(t, { committee, plans: plans.value, people: people.value, usual: persons }));
}

export async function showPaper(call: Call, round: string): Promise<Reply> {
  const open = await openPaper(call, asId<ReviewRoundId>(round));
  if (!open.ok) return refusal(call, open);
  const { asked } = open.value;
  if (asked.length > directMax) return openForm(pickPaperView(textsOf(call), open.value));
  return openForm(paperView(textsOf(call), { ...open.value, shown: asked, byAspect: true }));
}

export async function showSealedProgress(call: Call, round: ReviewRoundId): Promise<Reply> {
  const sealed = await seeSealedRound(call, round);
  return sealed.ok ? show(sealedProgressMessage(textsOf(call), sealed.value)) : refusal(call, sealed);
}

export async function showAnonymousSynthesis(call: Call, round: ReviewRoundId): Promise<Reply> {
  const seen = await seeAnonymous(call, round);
  return seen.ok ? show(anonymousSynthesisMessage(textsOf(call), seen.value)) : refusal(call, seen);
}
