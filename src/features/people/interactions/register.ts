/** What happens when the buttons and forms of the register are used. */
import { refusal, textsOf } from '../../../answers.ts';
import { type Call, openForm, type Reply, redraw, replaceCard, show } from '../../../chat/call.ts';
import type { Form } from '../../../chat/form.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { asId, type CommitteeId } from '../../../kernel/ids.ts';
import { refused } from '../../../kernel/outcome.ts';
import { committeeHeader } from '../../committees/operations/look.ts';
import { dataAskedBy } from '../../eligibility/operations.ts';
import { adviseUnits } from '../../units/operations/look.ts';
import { browseRegister, duplicatesOf, seePerson } from '../operations/find.ts';
import { addPerson, changePerson } from '../operations/register.ts';
import * as forms from '../views/forms.ts';
import * as views from '../views/register.ts';
import { today } from './today.ts';

export const peopleInteractions: readonly Interaction[] = [
  onPress(views.registerButton, async (call, { committee, page }) => {
    const shown = await registerPage(call, asId(committee), Math.max(1, Number(page) || 1));
    return shown.kind === 'show' ? replaceCard(shown.message) : shown;
  }),

  onPress(views.searchButton, async (call, { committee }) =>
    openForm(forms.searchView(textsOf(call), asId(committee))),
  ),

  onSubmit(forms.searchForm, async (call, state, { name }) => {
    const committee: CommitteeId = asId(state.committee);
    const found = await browseRegister(call, { committee, typed: name, page: 1, size: views.pageSize });
    if (!found.ok) return refusal(call, found);
    const page = { ...found.value, committee, page: 1, isSearch: true };
    return show(views.registerMessage(textsOf(call), page, today(call)));
  }),

  onPress(views.addButton, async (call, { committee }) =>
    openForm(await personForm(call, { committee: asId(committee), person: null })),
  ),

  onPress(views.changeButton, async (call, { committee, person }) => {
    const found = await seePerson(call, asId(committee), asId(person));
    if (!found.ok) return refusal(call, found);
    if (!found.value) return refusal(call, refused('person-unknown'));
    return openForm(await personForm(call, { committee: asId(committee), person: found.value }));
  }),

  onSubmit(
    forms.personForm,
    async (call, state, values) => {
      const committee: CommitteeId = asId(state.committee);
      const read = forms.readPerson(values);
      if (!read.ok) return refusal(call, read);
      const { form, discipline } = read.value;
      const advice = await adviseUnits(call, committee, [form.unit]);
      const said = { committee, name: form.fullName, isNew: state.person === null, advice };
      if (state.person === null) {
        const duplicates = await duplicatesOf(call, committee, form);
        if (forms.isUnwarned(state.warned, duplicates)) {
          const typed = { requestId: call.requestId, values };
          return redraw(await personForm(call, { committee, person: null, duplicates, typed }));
        }
        const added = await addPerson(call, { committee, form, discipline, source: 'form' });
        return added.ok ? show(forms.savedMessage(textsOf(call), said)) : refusal(call, added);
      }
      const changed = await changePerson(call, {
        committee,
        person: asId(state.person),
        version: state.version,
        form,
        discipline,
        replacesNewest: !(values.another ?? []).includes('yes'),
      });
      return changed.ok ? show(forms.savedMessage(textsOf(call), said)) : refusal(call, changed);
    },
    {
      async change(call, { state, requestId, values }) {
        const committee: CommitteeId = asId(state.committee);
        if (state.person !== null) return { kind: 'nothing' };
        const fullName = typeof values.fullName === 'string' ? values.fullName : '';
        const typedMonth = typeof values.birthMonth === 'string' ? values.birthMonth : '';
        const duplicates = await duplicatesOf(call, committee, {
          fullName,
          birthMonth: forms.readTypedMonth(typedMonth),
        });
        const typed = { requestId, values };
        return redraw(await personForm(call, { committee, person: null, duplicates, typed }));
      },
    },
  ),
];

/** Asks for what the rules of the committee ask for. */
async function personForm(call: Call, drawing: Omit<forms.PersonDrawing, 'today' | 'asked'>): Promise<Form> {
  const header = await committeeHeader(call, drawing.committee);
  const asked = dataAskedBy(call, header?.profile ?? 'general');
  return forms.personView(textsOf(call), { ...drawing, asked, today: today(call) });
}

/** The register from its first page; for `/committee people` and the plan's card. */
export async function openRegister(call: Call, committee: CommitteeId): Promise<Reply> {
  return registerPage(call, committee, 1);
}

async function registerPage(call: Call, committee: CommitteeId, page: number): Promise<Reply> {
  const found = await browseRegister(call, { committee, typed: '', page, size: views.pageSize });
  if (!found.ok) return refusal(call, found);
  const shown = { ...found.value, committee, page, isSearch: false };
  return show(views.registerMessage(textsOf(call), shown, today(call)));
}
