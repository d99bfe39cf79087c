/** Summoning many at once, the list page by page, letters, and many answers recorded together. */
import { refusal, said, textsOf } from '../../../answers.ts';
import { type Call, openForm, type Reply, replaceCard, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { asId, type ConferenceId } from '../../../kernel/ids.ts';
import type { ImportPreviewId } from '../../imports/types/people.ts';
import { recordMany, undoMany } from '../operations/answer-many.ts';
import { prepareChange, prepareRecord } from '../operations/prepare.ts';
import {
  lettersTable,
  type PastedSeen,
  prepareSources,
  readSummonsList,
  seeSummonsList,
  summonFrom,
  summonPasted,
} from '../operations/summoning.ts';
import { recordedManyMessage, recordManyForm, recordManyView, undoneManyMessage } from '../views/answer-many.ts';
import * as buttons from '../views/buttons.ts';
import { lettersMessage, lettersOf, manyForm, manyView, pastedMessage, summonsMessage } from '../views/summons.ts';

export const summoningInteractions: readonly Interaction[] = [
  onPress(buttons.summonedButton, async (call, { conference }) => showSummons(call, asId(conference))),
  onPress(buttons.summonsPageButton, async (call, { conference, page }) =>
    showSummons(call, asId(conference), null, Number(page)),
  ),

  onPress(buttons.lettersButton, async (call, { conference, page }) => {
    const prepared = await prepareChange(call, asId(conference));
    if (!prepared.ok) return said(call, prepared);
    const t = textsOf(call);
    const letters = lettersOf(t, prepared.value, Number(page));
    return show(lettersMessage(t, letters, lettersTable(letters.rows)));
  }),

  onPress(buttons.summonManyButton, async (call, { conference }) => {
    const prepared = await prepareSources(call, asId(conference));
    return prepared.ok ? openForm(manyView(textsOf(call), prepared.value)) : said(call, prepared);
  }),

  onSubmit(manyForm, async (call, state, values) => {
    const conference = asId<ConferenceId>(state.conference);
    const text = [values.rows, values.rows2, values.rows3, values.rows4].filter(Boolean).join('\n');
    const { as } = values;
    const hasSources = (values.members ?? []).length + (values.units ?? []).length > 0 || Boolean(values.earlier);
    let done: string | null = null;
    if (hasSources || text.trim() === '') {
      const prepared = await prepareSources(call, conference);
      if (!prepared.ok) return said(call, prepared);
      const chosen = (values.units ?? []).flatMap((index) => prepared.value.units[Number(index)]?.unit ?? []);
      const sources = {
        members: (values.members ?? []).length > 0,
        units: chosen,
        earlier: values.earlier ? asId<ConferenceId>(values.earlier) : null,
      };
      const version = Number(state.version);
      const summoned = await summonFrom(call, { conference, version, sources, counts: as === 'counts' });
      if (!summoned.ok) return refusal(call, summoned);
      done = textsOf(call)('conferences.summons.added', { count: summoned.value.added });
    }
    if (text.trim() === '') return showSummons(call, conference, done);
    const read = await readSummonsList(call, { conference, text });
    return read.ok ? showPasted(call, conference, read.value, as, 1) : refusal(call, read);
  }),

  onPress(buttons.pastedPageButton, async (call, { conference, preview, as, page }) => {
    const at = { conference: asId<ConferenceId>(conference), preview: asId<ImportPreviewId>(preview) };
    const read = await seeSummonsList(call, at);
    return read.ok ? showPasted(call, at.conference, read.value, as, Number(page)) : said(call, read);
  }),

  onPress(buttons.pastedButton, async (call, { conference, version, preview, as }) => {
    const id = asId<ConferenceId>(conference);
    const input = { conference: id, version: Number(version), preview: asId<ImportPreviewId>(preview) };
    const summoned = await summonPasted(call, { ...input, counts: as === 'counts' });
    if (!summoned.ok) return said(call, summoned);
    return showSummons(call, id, textsOf(call)('conferences.summons.added', { count: summoned.value.added }));
  }),

  onPress(buttons.recordManyButton, async (call, { conference }) => {
    const prepared = await prepareRecord(call, asId(conference));
    if (!prepared.ok) return said(call, prepared);
    return openForm(recordManyView(textsOf(call), { conference, revision: prepared.value.revision.number }));
  }),

  onSubmit(recordManyForm, async (call, state, values) => {
    const { answer, via, reference, dated, reason } = values;
    const recorded = await recordMany(call, {
      ...{ conference: asId<ConferenceId>(state.conference), revision: Number(state.revision) },
      ...{ answer, reason, via: { kind: via, reference, dated } },
      names: [values.names, values.names2].filter(Boolean).join('\n'),
    });
    if (!recorded.ok) return refusal(call, recorded);
    return show(recordedManyMessage(textsOf(call), { conference: state.conference, answer, ...recorded.value }));
  }),

  onPress(buttons.undoManyButton, async (call, { conference, batch }) => {
    const undone = await undoMany(call, { conference: asId(conference), batch });
    if (!undone.ok) return said(call, undone);
    return replaceCard(undoneManyMessage(textsOf(call), conference, undone.value.count));
  }),
];

export async function showSummons(call: Call, id: ConferenceId, done: string | null = null, page = 1): Promise<Reply> {
  const prepared = await prepareChange(call, id);
  return prepared.ok ? show(summonsMessage(textsOf(call), prepared.value, page, done)) : said(call, prepared);
}

function showPasted(
  call: Call,
  conference: ConferenceId,
  read: PastedSeen,
  as: 'counts' | 'guests',
  page: number,
): Reply {
  const { id, version, list, matched } = read;
  const faults = [...list.faults, ...matched.faults].sort((a, b) => a.line - b.line);
  const view = { conference, version, preview: id, as, changes: matched.changes, faults };
  return show(pastedMessage(textsOf(call), view, page));
}
