/** What happens when units are asked, hand in, and their lists are read together. */

import { createHash } from 'node:crypto';
import { asCard, refusal, textsOf } from '../../../answers.ts';
import { type Call, giveFile, openForm, type Reply, redraw, replaceCard, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { type Block, sentence } from '../../../chat/message.ts';
import type { Renderers } from '../../../delivery/renderers.ts';
import { asId, type CollectionId, type CommitteeId } from '../../../kernel/ids.ts';
import { refused } from '../../../kernel/outcome.ts';
import type { Duties } from '../../deadlines/types/duties.ts';
import { duties } from '../operations/duties.ts';
import { enterHandIn, handInSubmission, readHandIn, submissionsToHandIn } from '../operations/hand-in.ts';
import { askedOf, listCollections, seeCollection } from '../operations/look.ts';
import { mergedFile } from '../operations/merged.ts';
import { closeCollection, openCollection, undoOpening, unitsToAsk } from '../operations/open.ts';
import * as buttons from '../views/buttons.ts';
import { askedCard } from '../views/cards.ts';
import * as forms from '../views/forms.ts';
import { mergedMessage, mergedRows, unitListMessage } from '../views/lists.ts';
import { menuMessage, rollUpMessage } from '../views/roll-up.ts';

export const collectionInteractions: readonly Interaction[] = [
  onPress(buttons.menuButton, async (call, { committee }) => asCard(await showCollections(call, asId(committee)))),

  onPress(buttons.newButton, async (call, { committee }) => {
    const asked = await unitsToAsk(call, asId(committee));
    return asked.ok ? openForm(forms.openView(textsOf(call), committee, asked.value)) : refusal(call, asked);
  }),

  onSubmit(forms.openForm, async (call, { committee }, { title, date }) => {
    const opened = await openCollection(call, { committee: asId(committee), title: title ?? '', date: date ?? '' });
    return opened.ok ? showOne(call, opened.value, 1, saying(call, 'opened')) : refusal(call, opened);
  }),

  onPress(buttons.openButton, async (call, { collection, page }) =>
    asCard(await showOne(call, asId(collection), Number(page) || 1)),
  ),

  onPress(buttons.undoButton, async (call, { collection }) => {
    const undone = await undoOpening(call, asId(collection));
    return undone.ok ? replaceCard(sentence(textsOf(call)('collections.said.undone'))) : refusal(call, undone);
  }),

  onPress(buttons.closeButton, async (call, { collection }) => {
    const closed = await closeCollection(call, asId(collection));
    return closed.ok ? asCard(await showOne(call, asId(collection))) : refusal(call, closed);
  }),

  onPress(buttons.enterButton, async (call, { collection, unit }) => {
    const found = await unitOf(call, asId(collection), unit);
    return 'reason' in found
      ? refusal(call, found)
      : openForm(forms.enterView(textsOf(call), found.collection, found.unit));
  }),

  onSubmit(forms.enterForm, async (call, state, { number, dated, rows, rows2, replaces }) => {
    const text = [rows, rows2].filter(Boolean).join('\n');
    const list = readHandIn(call, text);
    if (!list.ok) return refusal(call, list);
    const seen = createHash('sha256').update(text).digest('hex').slice(0, 32);
    const doesReplace = (replaces ?? []).includes('yes');
    if (list.value !== null && state.seen !== seen) {
      const found = await unitOf(call, asId(state.collection), state.unit);
      if ('reason' in found) return refusal(call, found);
      const typed = {
        number: number ?? '',
        dated: dated ?? '',
        rows: rows ?? '',
        rows2: rows2 ?? '',
        replaces: doesReplace,
      };
      const again = { requestId: call.requestId, seen, list: list.value, typed };
      return redraw(forms.enterView(textsOf(call), found.collection, found.unit, again));
    }
    const entered = await enterHandIn(call, {
      ...{ collection: asId(state.collection), unit: asId(state.unit), rows: text, replaces: doesReplace },
      ...{ number: number ?? '', dated: dated ?? '' },
    });
    return entered.ok ? showOne(call, asId(state.collection), 1, saying(call, 'entered')) : refusal(call, entered);
  }),

  onPress(buttons.listButton, async (call, { collection, unit }) => {
    const found = await unitOf(call, asId(collection), unit);
    return 'reason' in found
      ? refusal(call, found)
      : replaceCard(unitListMessage(textsOf(call), found.collection, found.unit));
  }),

  onPress(buttons.mergedButton, async (call, { collection }) => {
    const seen = await seeCollection(call, asId(collection));
    if (!seen.ok) return refusal(call, seen);
    const t = textsOf(call);
    const given = seen.value.collection;
    const content = await mergedFile(call, given, mergedRows(t, given));
    const name = `${t('collections.merged.fileName')}-${given.number}.csv`;
    return giveFile({ name, content, sent: mergedMessage(t, given, true) }, mergedMessage(t, given, false));
  }),

  onPress(buttons.handInButton, async (call, at) => {
    const found = await submissionsToHandIn(call, asId(at.committee));
    if (!found.ok) return refusal(call, found);
    if (found.value.length === 0) return show(sentence(textsOf(call)('collections.handIn.none')));
    return openForm(forms.handInView(textsOf(call), at, found.value));
  }),

  onSubmit(forms.handInForm, async (call, { collection, committee }, { submission }) => {
    const handed = await handInSubmission(call, {
      ...{ committee: asId(committee), collection: asId(collection), submission: asId(submission ?? '') },
    });
    return handed.ok ? show(sentence(textsOf(call)('collections.said.handedIn'))) : refusal(call, handed);
  }),
];

export const collectionCards: Renderers = {
  'collections.asked': async ({ act, ids }) => {
    const at = { collection: ids.collection ?? '', committee: ids.committee ?? '' };
    const asked = (await askedOf(act, [asId(at.committee)])).find(({ id }) => id === at.collection) ?? null;
    return askedCard(textsOf(act), at, asked);
  },
};

export const collectionDuties: Duties = {
  ...duties,
  async titles(act, ids) {
    const title = textsOf(act)('collections.listed');
    return new Map(ids.map((id) => [id, title]));
  },
};

/** What `/plan collect` shows. */
export async function showCollections(call: Call, committee: CommitteeId): Promise<Reply> {
  const found = await listCollections(call, committee);
  return found.ok ? show(menuMessage(textsOf(call), { ...found.value, committee })) : refusal(call, found);
}

async function showOne(call: Call, id: CollectionId, page = 1, said: readonly Block[] = []): Promise<Reply> {
  const seen = await seeCollection(call, id);
  if (!seen.ok) return refusal(call, seen);
  return show(rollUpMessage(textsOf(call), { ...seen.value, page: Math.max(1, page), now: call.now }, said));
}

export async function unitOf(call: Call, id: CollectionId, unit: string) {
  const seen = await seeCollection(call, id);
  if (!seen.ok) return seen;
  const { collection } = seen.value;
  const asked = collection.units.find((one) => one.unit === unit);
  return asked ? { collection, unit: asked } : refused('hand-in-unit-not-asked');
}

function saying(call: Call, what: 'opened' | 'entered'): readonly Block[] {
  return [{ kind: 'text', text: [textsOf(call)(`collections.said.${what}`)] }];
}
