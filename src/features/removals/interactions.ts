/** What happens when the buttons, forms and cards of removals are used. */
import { asCard, refusal, textsOf } from '../../answers.ts';
import { type Call, openForm, type Reply, replaceCard, show } from '../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../chat/interaction.ts';
import { sentence } from '../../chat/message.ts';
import type { Renderers } from '../../delivery/renderers.ts';
import { foldName } from '../../i18n/names.ts';
import { asId, type CommitteeId, type PersonId, type PlanId } from '../../kernel/ids.ts';
import { ruleSetOfPlan } from '../eligibility/operations.ts';
import { countNewcomers } from '../newcomers/operations/look.ts';
import { participantsByIds } from '../people/operations/find.ts';
import type { PlanUses } from '../plans/types.ts';
import { type AtEntry, recordAppointment, seeAppointment } from './operations/appoint.ts';
import { keepInPlan, proposeRemoval, removeFromPlan, undoRemoval } from './operations/close.ts';
import { type At, seeRemoval, seeWatch, watchNews } from './operations/look.ts';
import { toBeTold } from './operations/tell.ts';
import * as buttons from './views/buttons.ts';
import * as forms from './views/forms.ts';
import { removalMessage, removedCard, watchCard, watchMessage } from './views/messages.ts';
import { paperIn } from './views/paper.ts';

interface OfRemoval {
  readonly committee: string;
  readonly removal: string;
}

const optionsAtOnce = 20;

/** `uses`: the features whose work rests on plans. */
export function removalInteractions(uses: readonly PlanUses[]): readonly Interaction[] {
  async function showRemoval(call: Call, at: OfRemoval, undo: string | null = null): Promise<Reply> {
    const seen = await seeRemoval(call, atOf(at), uses);
    return seen.ok ? show(removalMessage(textsOf(call), seen.value, undo)) : refusal(call, seen);
  }

  return [
    ...watching,

    onPress(buttons.openButton, async (call, at) => asCard(await showRemoval(call, at))),

    onPress(buttons.removeButton, async (call, at) => {
      const seen = await seeRemoval(call, atOf(at), uses);
      if (!seen.ok) return refusal(call, seen);
      const told = await namesOfTold(call, seen.value.committee, seen.value.person.id);
      return openForm(forms.removeView(textsOf(call), seen.value, told));
    }),

    onPress(buttons.appointButton, async (call, at) => {
      const seen = await seeAppointment(call, entryOf(at), uses);
      if (!seen.ok) return refusal(call, seen);
      const told = await namesOfTold(call, asId(at.committee), seen.value.person.id);
      return openForm(forms.appointView(textsOf(call), seen.value, told));
    }),

    onSubmit(forms.appointForm, async (call, state, values) => {
      const recorded = await recordAppointment(call, { ...entryOf(state), paper: paperIn(values) }, uses);
      if (!recorded.ok) return refusal(call, recorded);
      const { removal, batch } = recorded.value;
      return showRemoval(call, { committee: state.committee, removal }, batch ?? '');
    }),

    onSubmit(forms.removeForm, async (call, state, values) => {
      const removed = await removeFromPlan(call, { ...atOf(state), paper: paperIn(values) }, uses);
      return removed.ok ? showRemoval(call, state, removed.value.batch ?? '') : refusal(call, removed);
    }),

    onPress(buttons.keepButton, async (call, at) => {
      const seen = await seeRemoval(call, atOf(at), uses);
      return seen.ok ? openForm(forms.keepView(textsOf(call), seen.value)) : refusal(call, seen);
    }),

    onSubmit(forms.keepForm, async (call, state, { note }) => {
      const kept = await keepInPlan(call, { ...atOf(state), note: note ?? '' });
      return kept.ok ? showRemoval(call, state) : refusal(call, kept);
    }),

    onPress(buttons.undoButton, async (call, { batch, ...at }) => {
      const undone = await undoRemoval(call, { ...atOf(at), batch }, uses);
      return undone.ok ? asCard(await showRemoval(call, at)) : refusal(call, undone);
    }),

    onSubmit(
      forms.proposeForm,
      async (call, state, { entry, reason, note }) => {
        const at = { committee: asId<CommitteeId>(state.committee), plan: asId<PlanId>(state.plan) };
        const proposed = await proposeRemoval(call, { ...at, entry: asId(entry), reason, note: note ?? '' });
        if (!proposed.ok) return refusal(call, proposed);
        return showRemoval(call, { committee: state.committee, removal: proposed.value });
      },
      {
        options: async (call, { state, typed }) => {
          const seen = await seeWatch(call, { committee: asId(state.committee), plan: asId(state.plan) });
          if (!seen.ok) return [];
          const { plan, standing } = seen.value;
          return standing
            .filter(({ person }) => foldName(person.fullName).includes(foldName(typed)))
            .slice(0, optionsAtOnce)
            .map(({ entry, person }) => {
              const position = plan.positions.find(({ id }) => id === entry.position)?.title ?? '';
              return { value: entry.id, label: person.fullName, note: position };
            });
        },
      },
    ),
  ];
}

const watching: readonly Interaction[] = [
  onPress(buttons.watchButton, async (call, at) => showWatch(call, at, 1)),

  onPress(buttons.pageButton, async (call, at) => showWatch(call, at, Number(at.page) || 1)),

  onPress(buttons.proposeButton, async (call, at) => {
    const seen = await seeWatch(call, { committee: asId(at.committee), plan: asId(at.plan) });
    if (!seen.ok) return refusal(call, seen);
    const { plan } = seen.value;
    return openForm(forms.proposeView(textsOf(call), plan, ruleSetOfPlan(plan)));
  }),
];

export const removalCards: Renderers = {
  'removals.watch': async ({ act, ids, isRedraw }) => {
    const news = await watchNews(act, asId(ids.committee ?? ''));
    if (news.length > 0) return watchCard(textsOf(act), news);
    return isRedraw ? sentence(textsOf(act)('removals.card.settled')) : null;
  },
  'removals.removed': async ({ act, ids, isRedraw }) => {
    const at = { committee: ids.committee ?? '', removal: ids.removal ?? '' };
    const seen = await seeRemoval(act, atOf(at), []);
    if (seen.ok && seen.value.removal.state === 'removed') return removedCard(textsOf(act), at, seen.value);
    return isRedraw ? sentence(textsOf(act)('removals.card.settled')) : null;
  },
};

async function showWatch(call: Call, at: { committee: string; plan: string }, page: number): Promise<Reply> {
  const ofPlan = { committee: asId<CommitteeId>(at.committee), plan: asId<PlanId>(at.plan) };
  const seen = await seeWatch(call, ofPlan);
  if (!seen.ok) return refusal(call, seen);
  const shown = { ...seen.value, newcomers: await countNewcomers(call, ofPlan) };
  return replaceCard(watchMessage(textsOf(call), shown, page));
}

/** Who is told of a change, in chat and otherwise; never the person. */
async function namesOfTold(call: Call, committee: CommitteeId, person: PersonId) {
  const told = await participantsByIds(call, committee, await toBeTold(call, committee));
  const named = (inChat: boolean) =>
    told.filter((one) => one.hasAccount === inChat && one.id !== person).map(({ fullName }) => fullName);
  return { inChat: named(true), otherwise: named(false) };
}

function entryOf(at: { committee: string; plan: string; entry: string }): AtEntry {
  return { committee: asId(at.committee), plan: asId(at.plan), entry: asId(at.entry) };
}

function atOf({ committee, removal }: OfRemoval): At {
  return { committee: asId(committee), removal: asId(removal) };
}
