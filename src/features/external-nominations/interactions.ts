/** What happens when the buttons and forms of nominations to outside bodies are used, and what is expected of people. */
import { asCard, refusal, textsOf } from '../../answers.ts';
import { type Call, openForm, type Reply, show } from '../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../chat/interaction.ts';
import { type Block, sentence } from '../../chat/message.ts';
import type { Renderers } from '../../delivery/renderers.ts';
import { asId, type CommitteeId } from '../../kernel/ids.ts';
import { dateIn } from '../../kernel/time.ts';
import { membersOf } from '../committees/operations/look.ts';
import type { Duties } from '../deadlines/types/duties.ts';
import { participantsByIds, searchRegister } from '../people/operations/find.ts';
import { describePerson } from '../people/views/register.ts';
import { concernAbout, concernCard, concernsIn, goOnExternal } from './operations/concerns.ts';
import { reportDuties, visibleOf } from './operations/duties.ts';
import { prepareExternal, recordContact, recordOutcome, recordReport } from './operations/keep.ts';
import { type ExternalSight, seeExternal, seeExternals } from './operations/look.ts';
import * as buttons from './views/buttons.ts';
import { concernCardMessage, isUndecided } from './views/concern.ts';
import * as forms from './views/forms.ts';
import { externalMessage, listMessage } from './views/messages.ts';

export const externalInteractions: readonly Interaction[] = [
  onPress(buttons.listButton, async (call, { committee, page }) =>
    asCard(await showList(call, asId(committee), Number(page) || 1)),
  ),
  onPress(buttons.openButton, async (call, { nomination }) => asCard(await showOne(call, nomination))),

  onPress(buttons.prepareButton, async (call, at) => {
    const committee: CommitteeId = asId(at.committee);
    const seen = await seeExternals(call, committee);
    if (!seen.ok) return refusal(call, seen);
    const ids = (await membersOf(call, committee)).map(({ person }) => person);
    const members = await participantsByIds(call, committee, [...new Set(ids)]);
    return openForm(forms.prepareView(textsOf(call), committee, members, today(call)));
  }),

  onSubmit(
    forms.prepareForm,
    async (call, { committee }, { person, responsible, ...typed }) => {
      const made = await prepareExternal(call, {
        ...{ committee: asId(committee), person: asId(person), responsible: asId(responsible) },
        ...{ body: typed.body ?? '', position: typed.position ?? '', term: typed.term ?? '' },
        preparedOn: typed.preparedOn ?? '',
      });
      return made.ok ? showOne(call, made.value, saying(call, 'prepared')) : refusal(call, made);
    },
    {
      options: async (call, { state, typed }) => {
        const people = await searchRegister(call, { committee: asId(state.committee), typed, limit: 20 });
        return people.map((one) => ({ value: one.id, label: describePerson(textsOf(call), one).slice(0, 75) }));
      },
    },
  ),

  onPress(buttons.contactButton, (call, { nomination }) =>
    withOne(call, nomination, ({ nomination: one }) => forms.contactView(textsOf(call), one, today(call))),
  ),
  onSubmit(forms.contactForm, async (call, { nomination }, { heldOn, withWhom, said }) => {
    const contact = { heldOn: heldOn ?? '', withWhom: withWhom ?? '', said: said ?? '' };
    const kept = await recordContact(call, { nomination: asId(nomination), ...contact });
    return kept.ok ? showOne(call, nomination, saying(call, 'contact')) : refusal(call, kept);
  }),

  onPress(buttons.outcomeButton, (call, { nomination }) =>
    withOne(call, nomination, ({ nomination: one, rule }) => forms.outcomeView(textsOf(call), one, rule)),
  ),
  onSubmit(forms.outcomeForm, async (call, { nomination }, { outcome, resultOn, decision, word, reportBy }) => {
    const kept = await recordOutcome(call, {
      ...{ nomination: asId(nomination), outcome, resultOn: resultOn ?? '' },
      ...{ decision: decision ?? null, word: word ?? null, reportBy: reportBy ?? null },
    });
    return kept.ok ? showOne(call, nomination, saying(call, 'outcome')) : refusal(call, kept);
  }),

  onPress(buttons.goOnButton, (call, { nomination }) =>
    withOne(call, nomination, ({ nomination: one }) => forms.goOnView(textsOf(call), one)),
  ),
  onSubmit(forms.goOnForm, async (call, { nomination }, { word }) => {
    const kept = await goOnExternal(call, { nomination: asId(nomination), word: word ?? '' });
    return kept.ok ? showOne(call, nomination, saying(call, 'goesOn')) : refusal(call, kept);
  }),

  onPress(buttons.reportButton, (call, { nomination }) =>
    withOne(call, nomination, ({ nomination: one }) => forms.reportView(textsOf(call), one, today(call))),
  ),
  onSubmit(forms.reportForm, async (call, { nomination }, { reportedOn, reportNumber }) => {
    const report = { reportedOn: reportedOn ?? '', reportNumber: reportNumber ?? null };
    const kept = await recordReport(call, { nomination: asId(nomination), ...report });
    return kept.ok ? showOne(call, nomination, saying(call, 'reported')) : refusal(call, kept);
  }),
];

/** To whoever is responsible: once, as long as it is so and nobody has decided. */
export const externalCards: Renderers = {
  [concernCard]: async ({ act, ids, isRedraw }) => {
    const seen = await seeExternal(act, asId(ids.nomination ?? ''));
    const concern = seen.ok ? await concernAbout(act, seen.value.nomination) : null;
    if (seen.ok && concern && isUndecided(seen.value.nomination, concern)) {
      return concernCardMessage(textsOf(act), seen.value.nomination, concern);
    }
    return isRedraw ? sentence(textsOf(act)('externalNominations.cards.settled')) : null;
  },
};

export const externalDuties: Duties = {
  ...reportDuties,
  /** Never a name or a body: it is read in a list of dates. What is closed to the reader has no title. */
  async titles(act, ids) {
    const title = textsOf(act)('externalNominations.listed');
    return new Map((await visibleOf(act, ids)).map((id) => [id, title]));
  },
};

/** What `/plan outside` shows. */
export async function showList(call: Call, committee: CommitteeId, page = 1): Promise<Reply> {
  const all = await seeExternals(call, committee);
  if (!all.ok) return refusal(call, all);
  return show(listMessage(textsOf(call), committee, all.value, page, await concernsIn(call, committee, all.value)));
}

async function showOne(call: Call, id: string, said: readonly Block[] = []): Promise<Reply> {
  const seen = await seeExternal(call, asId(id));
  if (!seen.ok) return refusal(call, seen);
  const concern = await concernAbout(call, seen.value.nomination);
  return show(externalMessage(textsOf(call), { ...seen.value, concern }, said));
}

async function withOne(
  call: Call,
  id: string,
  form: (seen: ExternalSight) => Parameters<typeof openForm>[0],
): Promise<Reply> {
  const seen = await seeExternal(call, asId(id));
  return seen.ok ? openForm(form(seen.value)) : refusal(call, seen);
}

function saying(call: Call, what: 'prepared' | 'contact' | 'outcome' | 'reported' | 'goesOn'): readonly Block[] {
  return [{ kind: 'text', text: [textsOf(call)(`externalNominations.said.${what}`)] }];
}

function today(call: Call): string {
  return dateIn(call.zone, call.now);
}
