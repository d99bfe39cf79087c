/** Putting the agenda together item by item, and lifting an item out of the consent block. */
import { refusal, said, textsOf } from '../../../answers.ts';
import { type Call, openForm, type Reply, replaceCard, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { asId, type ConferenceId } from '../../../kernel/ids.ts';
import { type AgendaSeen, dropItem, putItem, seeAgenda, setCutOffs } from '../operations/agenda.ts';
import { liftOut, seeConsentBlock } from '../operations/consent.ts';
import { findSeen } from '../operations/look.ts';
import type { AgendaItemId } from '../types.ts';
import { agendaMessage, cutOffsForm, cutOffsView, itemForm, itemView } from '../views/agenda.ts';
import * as buttons from '../views/buttons.ts';
import { consentMessage } from '../views/consent.ts';
import { listsOf, registerOptions } from './shared.ts';

export const agendaInteractions: readonly Interaction[] = [
  onPress(buttons.agendaButton, async (call, { conference, page }) => showAgenda(call, asId(conference), Number(page))),
  onPress(buttons.newItemButton, async (call, { conference }) => openItem(call, asId(conference), null)),
  onPress(buttons.itemButton, async (call, { conference, item }) => openItem(call, asId(conference), asId(item))),

  onPress(buttons.cutOffsButton, async (call, { conference }) => {
    const seen = await seeAgenda(call, asId(conference));
    if (!seen.ok) return said(call, seen);
    return openForm(cutOffsView(textsOf(call), seen.value, seen.value.committee.zone));
  }),

  onSubmit(
    itemForm,
    async (call, state, values) => {
      const conference = asId<ConferenceId>(state.conference);
      const version = Number(state.version);
      const item = state.item === null ? null : asId<AgendaItemId>(state.item);
      const reason = values.reason ?? null;
      const isDropped = item !== null && (values.drop ?? []).length > 0;
      const put = isDropped
        ? await dropItem(call, { conference, version, item, reason })
        : await putItem(call, {
            ...{ conference, version, item },
            form: {
              ...{ text: values.text ?? '', kind: values.kind, reason },
              list: values.list ? asId(values.list) : null,
              owner: values.owner ? asId(values.owner) : null,
              inConsent: (values.consent ?? []).length > 0,
              number: values.number === null ? null : Number(values.number),
            },
          });
      return put.ok ? showAgenda(call, put.value, 1) : refusal(call, put);
    },
    { options: async (call, { state, typed }) => registerOptions(call, asId(state.committee), typed) },
  ),

  onSubmit(cutOffsForm, async (call, { conference, version }, values) => {
    const set = await setCutOffs(call, { conference: asId(conference), version: Number(version), ...values });
    return set.ok ? showAgenda(call, set.value, 1) : refusal(call, set);
  }),

  onPress(buttons.consentButton, async (call, { conference }) => {
    const message = await consentOf(call, asId(conference));
    return message.ok ? show(message.value) : said(call, message);
  }),

  onPress(buttons.liftButton, async (call, { conference, item }) => {
    const lifted = await liftOut(call, { conference: asId(conference), item: asId(item) });
    if (!lifted.ok) return said(call, lifted);
    const message = await consentOf(call, asId(conference));
    return message.ok ? replaceCard(message.value) : said(call, message);
  }),
];

export async function showAgenda(call: Call, conference: ConferenceId, page = 1): Promise<Reply> {
  const seen = await seeAgenda(call, conference);
  return seen.ok ? show(agendaMessage(textsOf(call), seen.value, page)) : said(call, seen);
}

async function openItem(call: Call, conference: ConferenceId, id: AgendaItemId | null): Promise<Reply> {
  const seen = await seeAgenda(call, conference);
  if (!seen.ok) return said(call, seen);
  const item = seen.value.content.agenda.find((one) => one.id === id) ?? null;
  if (id !== null && item === null) return said(call, { ok: false, reason: 'item-unknown', facts: {} });
  return openForm(
    itemView(textsOf(call), { ...(seen.value satisfies AgendaSeen), item, mayConsent: seen.value.rule.consentBlock }),
  );
}

async function consentOf(call: Call, conference: ConferenceId) {
  const seen = await seeConsentBlock(call, conference);
  const found = seen.ok ? await findSeen(call, conference) : seen;
  if (!seen.ok || !found.ok) return found as Extract<typeof found, { ok: false }>;
  const { committee, revision } = found.value;
  const lists = revision ? await listsOf(call, committee.id, revision) : [];
  return { ok: true as const, value: consentMessage(textsOf(call), seen.value, lists) };
}
