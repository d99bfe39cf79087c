/** What happens when a committee's own guidance is registered, corrected or taken back. */
import { refusal, textsOf } from '../../../answers.ts';
import { type Call, openForm, type Reply, replaceCard, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import type { Block } from '../../../chat/message.ts';
import { asId, type CommitteeId } from '../../../kernel/ids.ts';
import { type Refused, refused } from '../../../kernel/outcome.ts';
import { checkCitations } from '../operations/look.ts';
import { registerGuidance, seeGuidance, takeBackGuidance } from '../operations/register.ts';
import type { Guidance, GuidanceForm } from '../types.ts';
import * as buttons from '../views/buttons.ts';
import { citationNotes } from '../views/citations.ts';
import * as views from '../views/guidance.ts';

export const guidanceInteractions: readonly Interaction[] = [
  onPress(buttons.guidanceButton, async (call, { committee }) => {
    const reply = await showGuidance(call, asId(committee));
    return reply.kind === 'show' ? replaceCard(reply.message) : reply;
  }),

  onPress(buttons.newGuidanceButton, async (call, { committee }) => openGuidanceForm(call, asId(committee), null)),

  onPress(buttons.correctGuidanceButton, async (call, at) => openGuidanceForm(call, asId(at.committee), at.guidance)),

  onPress(buttons.takeBackButton, async (call, at) => {
    const found = await standing(call, asId(at.committee), at.guidance);
    return found ? openForm(views.takeBackView(textsOf(call), at.committee, found)) : unknown(call);
  }),

  onSubmit(views.guidanceForm, async (call, state, typed) => {
    const committee: CommitteeId = asId(state.committee);
    const { form, problems } = views.readGuidance(typed);
    if (problems.length > 0) return everyProblem(call, problems);
    const corrects = state.corrects === null ? null : asId<Guidance['id']>(state.corrects);
    const saved = await registerGuidance(call, { committee, form, corrects });
    if (!saved.ok) return refusal(call, saved);
    const said = textsOf(call).rich('guidance.done', { number: form.number });
    return showGuidance(call, committee, [{ kind: 'text', text: said }, ...(await doubts(call, committee, form))]);
  }),

  onSubmit(views.takeBackForm, async (call, state, { reason }) => {
    const committee: CommitteeId = asId(state.committee);
    const guidance = asId<Guidance['id']>(state.guidance);
    const ended = await takeBackGuidance(call, { committee, guidance, reason: reason ?? '' });
    if (!ended.ok) return refusal(call, ended);
    return showGuidance(call, committee, [{ kind: 'text', text: [textsOf(call)('guidance.takeBack.done')] }]);
  }),
];

async function showGuidance(call: Call, committee: CommitteeId, said: readonly Block[] = []): Promise<Reply> {
  const found = await seeGuidance(call, committee);
  if (!found.ok) return refusal(call, found);
  return show(views.guidanceMessage(textsOf(call), committee, found.value, said));
}

async function openGuidanceForm(call: Call, committee: CommitteeId, corrects: string | null): Promise<Reply> {
  const found = await seeGuidance(call, committee);
  if (!found.ok) return refusal(call, found);
  const { guidance, ruleSet } = found.value;
  const old = guidance.find(({ id, endedAt }) => id === corrects && endedAt === null) ?? null;
  if (corrects !== null && !old) return unknown(call);
  return openForm(views.guidanceView(textsOf(call), { committee, corrects: old }, ruleSet));
}

/** Where the register has the same number under another date. */
async function doubts(call: Call, committee: CommitteeId, form: GuidanceForm): Promise<readonly Block[]> {
  const found = await checkCitations(call, { committee, text: `${form.number}, ${form.issuedOn}` });
  return found.ok ? citationNotes(textsOf(call), found.value) : [];
}

async function standing(call: Call, committee: CommitteeId, id: string): Promise<Guidance | null> {
  const found = await seeGuidance(call, committee);
  return found.ok ? (found.value.guidance.find((one) => one.id === id && one.endedAt === null) ?? null) : null;
}

function unknown(call: Call): Reply {
  return refusal(call, refused('guidance-unknown'));
}

function everyProblem(call: Call, problems: readonly Refused[]): Reply {
  const t = textsOf(call);
  const errors = Object.fromEntries(problems.map((problem) => [problem.field ?? 'number', t.refusal(problem)]));
  return { kind: 'field-errors', errors };
}
