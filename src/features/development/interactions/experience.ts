/** Recording what somebody has done, asking who lacks it, and proposing a movement that gives it to them. */
import { asCard, refusal, said, textsOf } from '../../../answers.ts';
import { type Call, openForm, type Reply, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { sentence } from '../../../chat/message.ts';
import { asId } from '../../../kernel/ids.ts';
import { titled } from '../../classification/views/marks.ts';
import { openProposal } from '../../movements/interactions/plan.ts';
import { experienceKinds, recordExperience, seeLacking, takeBackExperience } from '../operations/experiences.ts';
import { type AtEntry, seePersonDevelopment } from '../operations/look.ts';
import * as buttons from '../views/buttons.ts';
import { lackingMessage } from '../views/experience.ts';
import { experienceForm, experienceIn, experienceView, lackingForm, lackingView } from '../views/experience-forms.ts';
import { entryIn, showPerson } from './answering.ts';

interface AtKind {
  readonly committee: string;
  readonly plan: string;
  readonly kind: string;
}

export const experienceInteractions: readonly Interaction[] = [
  onPress(buttons.experienceButton, (call, at) => openExperience(call, entryIn(at), null)),
  onPress(buttons.fromMovementButton, (call, at) => openExperience(call, entryIn(at), at.movement)),

  onSubmit(experienceForm, async (call, state, values) => {
    const at = entryIn(state);
    const kinds = await experienceKinds(call, at.committee);
    if (!kinds.ok) return refusal(call, kinds);
    const recorded = await recordExperience(call, { ...at, form: experienceIn(values, kinds.value) });
    return recorded.ok ? showPerson(call, at, textsOf(call)('experience.form.done')) : refusal(call, recorded);
  }),

  onPress(buttons.takeBackButton, async (call, at) => {
    const taken = await takeBackExperience(call, { ...entryIn(at), experience: asId(at.experience) });
    if (!taken.ok) return said(call, taken);
    return asCard(await showPerson(call, entryIn(at), textsOf(call)('experience.takenBack')));
  }),

  onPress(buttons.lackingButton, async (call, at) => {
    const kinds = await experienceKinds(call, asId(at.committee));
    if (!kinds.ok) return said(call, kinds);
    const t = textsOf(call);
    return kinds.value.length > 0 ? openForm(lackingView(t, at, kinds.value)) : show(sentence(t('experience.noKinds')));
  }),
  onSubmit(lackingForm, (call, at, { kind }) => showLacking(call, { ...at, kind }, 1)),
  onPress(buttons.lackingPageButton, async (call, { page, ...at }) =>
    asCard(await showLacking(call, at, Number(page) || 1)),
  ),

  onPress(buttons.moveButton, async (call, { person, ...at }) => {
    const seen = await seeLacking(call, idsOf(at));
    if (!seen.ok) return said(call, seen);
    const one = seen.value.lacking.find((lacking) => lacking.person.id === person);
    if (!one) return asCard(await showLacking(call, at, 1));
    const reason = textsOf(call)('experience.lacking.reason', {
      kind: seen.value.kind.name,
      plan: titled(textsOf(call), seen.value.plan),
    });
    return openProposal(call, asId(at.committee), { who: { person: one.person, reason } });
  }),
];

async function openExperience(call: Call, at: AtEntry, movement: string | null): Promise<Reply> {
  const seen = await seePersonDevelopment(call, at);
  if (!seen.ok) return said(call, seen);
  const kinds = await experienceKinds(call, at.committee);
  return kinds.ok ? openForm(experienceView(textsOf(call), seen.value, kinds.value, movement)) : said(call, kinds);
}

async function showLacking(call: Call, at: AtKind, page: number): Promise<Reply> {
  const seen = await seeLacking(call, idsOf(at));
  return seen.ok ? show(lackingMessage(textsOf(call), seen.value, page)) : said(call, seen);
}

function idsOf({ committee, plan, kind }: AtKind): Parameters<typeof seeLacking>[1] {
  return { committee: asId(committee), plan: asId(plan), kind: asId(kind) };
}
