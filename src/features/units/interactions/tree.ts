/** What happens when the buttons and forms of the tree are used. */

import { createHash } from 'node:crypto';
import { asCard, refusal, textsOf } from '../../../answers.ts';
import { type Call, openForm, type Reply, redraw, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import type { Block } from '../../../chat/message.ts';
import { asId, type CommitteeId } from '../../../kernel/ids.ts';
import { dateIn, isPlainDate } from '../../../kernel/time.ts';
import { addUnit, changeUnit, endUnit, importUnits, previewUnits, serveUnit } from '../operations/change.ts';
import { seeUnit, seeUnits } from '../operations/look.ts';
import type { UnitId } from '../types.ts';
import * as buttons from '../views/buttons.ts';
import * as forms from '../views/forms.ts';
import { treeMessage, unitMessage } from '../views/tree.ts';

export const unitInteractions: readonly Interaction[] = [
  onPress(buttons.treeButton, async (call, { committee, page, on }) =>
    asCard(await showTree(call, asId(committee), { page: Number(page) || 1, on })),
  ),
  onPress(buttons.unitButton, async (call, { committee, unit }) =>
    asCard(await showUnit(call, asId(committee), asId(unit))),
  ),

  onPress(buttons.addButton, async (call, { committee, unit }) => {
    const seen = await seeUnits(call, asId(committee));
    if (!seen.ok) return refusal(call, seen);
    const parent = seen.value.units.find(({ id }) => id === unit) ?? null;
    return openForm(forms.unitView(textsOf(call), { committee, unit: null, parent, today: today(call) }));
  }),

  onPress(buttons.changeButton, async (call, at) => {
    const seen = await seeUnit(call, { committee: asId(at.committee), unit: asId(at.unit) });
    if (!seen.ok) return refusal(call, seen);
    const { unit, units } = seen.value;
    const above = unit.spells.at(-1)?.parent;
    const parent = units.find(({ id }) => id === above) ?? null;
    return openForm(forms.unitView(textsOf(call), { committee: at.committee, unit, parent, today: today(call) }));
  }),

  onPress(buttons.endButton, async (call, at) => {
    const seen = await seeUnit(call, { committee: asId(at.committee), unit: asId(at.unit) });
    return seen.ok
      ? openForm(forms.endView(textsOf(call), at.committee, seen.value.unit, today(call)))
      : refusal(call, seen);
  }),

  onPress(buttons.serveButton, async (call, at) => {
    const committee: CommitteeId = asId(at.committee);
    const seen = await seeUnit(call, { committee, unit: asId(at.unit) });
    if (!seen.ok) return refusal(call, seen);
    const { unit } = seen.value;
    const isOurs = unit.committee === committee;
    const served = await serveUnit(call, { committee, unit: isOurs ? null : unit.id });
    return served.ok ? asCard(await showUnit(call, committee, unit.id)) : refusal(call, served);
  }),

  onPress(buttons.pasteButton, async (call, { committee }) => openForm(forms.pasteView(textsOf(call), committee))),
  onPress(buttons.dateButton, async (call, { committee }) =>
    openForm(forms.dateView(textsOf(call), committee, today(call))),
  ),

  onSubmit(forms.dateForm, async (call, { committee }, { on }) =>
    showTree(call, asId(committee), { page: 1, on: on ?? '' }),
  ),

  onSubmit(
    forms.unitForm,
    async (call, state, { name, parent, from, decision }) => {
      const committee: CommitteeId = asId(state.committee);
      const above = parent && parent !== forms.top ? asId<UnitId>(parent) : null;
      const spell = { name: name ?? '', parent: above, from: from ?? null };
      if (state.unit === null) {
        const added = await addUnit(call, { committee, spell });
        return added.ok ? showUnit(call, committee, added.value, 'added') : refusal(call, added);
      }
      const unit = asId<UnitId>(state.unit);
      const changed = await changeUnit(call, { committee, unit, spell, decision: decision ?? null });
      return changed.ok ? showUnit(call, committee, unit, 'changed') : refusal(call, changed);
    },
    { options: (call, { state, typed }) => optionsFor(call, state, typed, true) },
  ),

  onSubmit(
    forms.endForm,
    async (call, state, { kind, into, on, decision }) => {
      const committee: CommitteeId = asId(state.committee);
      const unit = asId<UnitId>(state.unit);
      const end = { on: on ?? '', kind: kind ?? 'merged', into: into ? asId<UnitId>(into) : null };
      const ended = await endUnit(call, { committee, unit, end: { ...end, decision: decision ?? null } });
      return ended.ok ? showUnit(call, committee, unit, 'ended') : refusal(call, ended);
    },
    { options: (call, { state, typed }) => optionsFor(call, state, typed, false) },
  ),

  onSubmit(forms.pasteForm, async (call, state, { rows, rows2, from }) => {
    const committee: CommitteeId = asId(state.committee);
    const text = [rows, rows2].filter(Boolean).join('\n');
    const seen = createHash('sha256').update(text).digest('hex').slice(0, 32);
    if (state.seen !== seen) {
      const read = await previewUnits(call, { committee, text });
      if (!read.ok) return refusal(call, read);
      const typed = { rows: rows ?? '', rows2: rows2 ?? '', from: from ?? null };
      const again = { requestId: call.requestId, seen, read: read.value, typed };
      return redraw(forms.pasteView(textsOf(call), state.committee, again));
    }
    const added = await importUnits(call, { committee, text, from: from ?? null });
    if (!added.ok) return refusal(call, added);
    const { fresh, known, faults } = added.value;
    const counts = { fresh: fresh.length, known, faulty: faults.length };
    return showTree(call, committee, { page: 1, on: '' }, saying(textsOf(call)('units.paste.done', counts)));
  }),
];

/** What `/committee units` shows: the tree of today, or of another date. */
export async function showTree(
  call: Call,
  committee: CommitteeId,
  at: { readonly page: number; readonly on: string } = { page: 1, on: '' },
  said: readonly Block[] = [],
): Promise<Reply> {
  const seen = await seeUnits(call, committee);
  if (!seen.ok) return refusal(call, seen);
  const on = isPlainDate(at.on) ? at.on : today(call);
  const page = Math.max(1, at.page);
  return show(treeMessage(textsOf(call), { ...seen.value, committee, on, today: today(call), page }, said));
}

async function showUnit(
  call: Call,
  committee: CommitteeId,
  unit: UnitId,
  what: 'added' | 'changed' | 'ended' | null = null,
): Promise<Reply> {
  const seen = await seeUnit(call, { committee, unit });
  if (!seen.ok) return refusal(call, seen);
  const t = textsOf(call);
  const said = what === null ? [] : saying(t(`units.said.${what}`));
  return show(unitMessage(t, { ...seen.value, committee, today: today(call) }, said));
}

async function optionsFor(
  call: Call,
  state: { readonly committee: string; readonly unit: string | null },
  typed: string,
  withTop: boolean,
) {
  const seen = await seeUnits(call, asId(state.committee));
  if (!seen.ok) return [];
  return forms.unitOptions(textsOf(call), seen.value.units, {
    ...{ typed, today: today(call), withTop, except: state.unit },
  });
}

function saying(text: string): readonly Block[] {
  return [{ kind: 'text', text: [text] }];
}

function today(call: Call): string {
  return dateIn(call.zone, call.now);
}
