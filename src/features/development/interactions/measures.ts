/** Looking at who is made ready how, recording a measure, and saying what became of it. */
import { asCard, refusal, said, textsOf } from '../../../answers.ts';
import { type Call, openForm, type Reply } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { asId } from '../../../kernel/ids.ts';
import { type Refused, refused } from '../../../kernel/outcome.ts';
import type { Duties } from '../../deadlines/types/duties.ts';
import { measureDuties, visibleOf } from '../operations/duties.ts';
import { type AtEntry, entryOfMeasure, seePersonDevelopment } from '../operations/look.ts';
import { correctMeasure, recordMeasure, settleMeasure } from '../operations/record.ts';
import type { Measure, PersonDevelopment } from '../types.ts';
import * as buttons from '../views/buttons.ts';
import { measureForm, measureIn, measureView, settleForm, settleView } from '../views/forms.ts';
import { entryIn, showDevelopment, showPerson } from './answering.ts';

export const measureInteractions: readonly Interaction[] = [
  onPress(buttons.developmentButton, async (call, at) => asCard(await showDevelopment(call, at, 1))),
  onPress(buttons.pageButton, async (call, { page, ...at }) =>
    asCard(await showDevelopment(call, at, Number(page) || 1)),
  ),
  onPress(buttons.personButton, async (call, at) => asCard(await showPerson(call, entryIn(at)))),

  onPress(buttons.addButton, async (call, at) => {
    const seen = await seePersonDevelopment(call, entryIn(at));
    return seen.ok ? openForm(measureView(textsOf(call), seen.value, null)) : said(call, seen);
  }),
  onPress(buttons.changeButton, (call, at) => withMeasure(call, entryIn(at), at.measure, measureView)),
  onPress(buttons.settleButton, (call, at) => withMeasure(call, entryIn(at), at.measure, settleView)),

  onPress(buttons.dutyButton, async (call, { committee, measure }) => {
    const entry = await entryOfMeasure(call, { committee: asId(committee), measure: asId(measure) });
    if (!entry.ok) return said(call, entry);
    return withMeasure(call, { committee: asId(committee), entry: entry.value }, measure, settleView);
  }),

  onSubmit(measureForm, async (call, state, values) => {
    const at = entryIn(state);
    const form = measureIn(values);
    const saved: { readonly ok: true } | Refused =
      state.measure === ''
        ? await recordMeasure(call, { ...at, form })
        : await correctMeasure(call, { committee: at.committee, ...whichOf(state), form });
    return saved.ok ? showPerson(call, at, textsOf(call)('development.form.done')) : refusal(call, saved);
  }),

  onSubmit(settleForm, async (call, state, { state: outcome, word }) => {
    const at = entryIn(state);
    const settled = await settleMeasure(call, {
      ...{ committee: at.committee, ...whichOf(state) },
      outcome: { state: outcome, word: word ?? null },
    });
    return settled.ok ? showPerson(call, at, textsOf(call)('development.settle.done')) : refusal(call, settled);
  }),
];

export const developmentDuties: Duties = {
  ...measureDuties,
  /** Never a name: members read the list of dates. What is closed to the reader has no title. */
  async titles(act, ids) {
    const title = textsOf(act)('development.listed');
    return new Map((await visibleOf(act, ids)).map((id) => [id, title]));
  },
};

async function withMeasure(
  call: Call,
  at: AtEntry,
  id: string,
  view: (t: ReturnType<typeof textsOf>, shown: PersonDevelopment, measure: Measure) => ReturnType<typeof settleView>,
): Promise<Reply> {
  const seen = await seePersonDevelopment(call, at);
  if (!seen.ok) return said(call, seen);
  const measure = seen.value.measures.find((one) => one.id === id);
  return measure ? openForm(view(textsOf(call), seen.value, measure)) : said(call, refused('measure-unknown'));
}

function whichOf({ measure, version }: { readonly measure: string; readonly version: number }) {
  return { measure: asId<Measure['id']>(measure), version };
}
