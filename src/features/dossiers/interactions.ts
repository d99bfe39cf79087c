/** What happens when the buttons, forms and cards of dossiers are used. */
import { asCard, refusal, textsOf } from '../../answers.ts';
import { type Call, openForm, type Reply, show } from '../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../chat/interaction.ts';
import { type Block, sentence } from '../../chat/message.ts';
import type { Renderers } from '../../delivery/renderers.ts';
import { foldName } from '../../i18n/names.ts';
import { asId, type CommitteeId } from '../../kernel/ids.ts';
import { refused } from '../../kernel/outcome.ts';
import { type DossierPaperKind, dossierPapers } from '../eligibility/types.ts';
import { dossiersButton } from '../plans/views/buttons.ts';
import { askedOf, askForPapers, undoAsking, whoToAsk } from './operations/ask.ts';
import { type At, plansWithDossiers, seeDossier, seeDossiers } from './operations/look.ts';
import { recordPapers, takePaperBack } from './operations/record.ts';
import { expiringSeenBy } from './operations/watch.ts';
import { askedCard, askedMessage, askForm, askView, expiringCard } from './views/asking.ts';
import * as buttons from './views/buttons.ts';
import { peopleOptions, tickForm, tickView } from './views/forms.ts';
import { choosePlanMessage, dossiersMessage, personMessage, type Show } from './views/messages.ts';

interface OfPlan {
  readonly committee: string;
  readonly plan: string;
}

export const dossierInteractions: readonly Interaction[] = [
  onPress(dossiersButton, async (call, at) => asCard(await showAll(call, at))),

  onPress(buttons.pageButton, async (call, { show: which, page, ...at }) =>
    asCard(await showAll(call, at, which === 'all' ? 'all' : 'lacking', Number(page) || 1)),
  ),

  onPress(buttons.personButton, async (call, { person, ...at }) => asCard(await showPerson(call, at, person))),

  onPress(buttons.tickButton, async (call, { person, kind, ...at }) => {
    const seen = await (person === ''
      ? seeDossiers(call, atOf(at))
      : seeDossier(call, { ...atOf(at), person: asId(person) }));
    if (!seen.ok) return refusal(call, seen);
    if (person === '') return openForm(tickView(textsOf(call), seen.value, null));
    const [line] = seen.value.lines;
    const standing = line?.papers.find((paper) => paper.kind === kind);
    if (!line || !standing) return refusal(call, refused('dossier-paper-not-asked'));
    return openForm(tickView(textsOf(call), seen.value, { line, standing }));
  }),

  onSubmit(
    tickForm,
    async (call, { person, kind, ...at }, values) => {
      const recorded = await recordPapers(call, {
        ...atOf(at),
        persons: (person === '' ? (values.people ?? []) : [person]).map((one) => asId(one)),
        kinds: kindsOf(kind === '' ? (values.kinds ?? []) : [kind]),
        paper: {
          ...{ number: values.number ?? null, keptAt: values.keptAt ?? null, remark: values.remark ?? null },
          ...{ issuedOn: values.issuedOn ?? null, expiresOn: values.expiresOn ?? null },
        },
      });
      if (!recorded.ok) return refusal(call, recorded);
      const said = saying(textsOf(call)('dossiers.said.recorded', { count: recorded.value.recorded }));
      return person === '' ? showAll(call, at, 'lacking', 1, said) : showPerson(call, at, person, said);
    },
    {
      options: async (call, { state, typed }) => {
        const seen = await seeDossiers(call, atOf(state));
        const fits = (name: string) => foldName(name).includes(foldName(typed));
        return seen.ok ? peopleOptions(textsOf(call), seen.value, fits) : [];
      },
    },
  ),

  onPress(buttons.takeBackButton, async (call, { person, kind, ...at }) => {
    const [paper] = kindsOf([kind]);
    if (!paper) return refusal(call, refused('dossier-paper-not-asked'));
    const taken = await takePaperBack(call, { ...atOf(at), person: asId(person), kind: paper });
    if (!taken.ok) return refusal(call, taken);
    return asCard(await showPerson(call, at, person, saying(textsOf(call)('dossiers.said.takenBack'))));
  }),

  onPress(buttons.askButton, async (call, at) => {
    const found = await whoToAsk(call, atOf(at));
    return found.ok ? openForm(askView(textsOf(call), found.value)) : refusal(call, found);
  }),

  onSubmit(askForm, async (call, at, { until }) => {
    const asked = await askForPapers(call, { ...atOf(at), until: until ?? null });
    return asked.ok ? show(askedMessage(textsOf(call), asked.value)) : refusal(call, asked);
  }),

  onPress(buttons.undoButton, async (call, { batch, ...at }) => {
    const undone = await undoAsking(call, { ...atOf(at), batch });
    if (!undone.ok) return refusal(call, undone);
    return asCard(await showAll(call, at, 'lacking', 1, saying(textsOf(call)('dossiers.said.undone'))));
  }),
];

export const dossierCards: Renderers = {
  'dossiers.asked': async ({ act, ids, isRedraw }) => {
    const asked = await askedOf(act, atOf({ committee: ids.committee ?? '', plan: ids.plan ?? '' }));
    if (asked && asked.lines.length > 0) return askedCard(textsOf(act), asked, ids.until || null);
    return isRedraw ? sentence(textsOf(act)('dossiers.card.settled')) : null;
  },
  'dossiers.expiring': async ({ act, ids, isRedraw }) => {
    const expiring = await expiringSeenBy(act, asId(ids.committee ?? ''));
    if (expiring.length > 0) return expiringCard(textsOf(act), expiring);
    return isRedraw ? sentence(textsOf(act)('dossiers.card.settled')) : null;
  },
};

/** What `/plan dossiers` shows: of a single open plan at once. */
export async function openDossiers(call: Call, committee: CommitteeId): Promise<Reply> {
  const plans = await plansWithDossiers(call, committee);
  if (!plans.ok) return refusal(call, plans);
  const [only, ...others] = plans.value;
  if (only && others.length === 0) return showAll(call, { committee, plan: only.id });
  return show(choosePlanMessage(textsOf(call), committee, plans.value));
}

async function showAll(
  call: Call,
  at: OfPlan,
  which: Show = 'lacking',
  page = 1,
  said: readonly Block[] = [],
): Promise<Reply> {
  const seen = await seeDossiers(call, atOf(at));
  return seen.ok ? show(dossiersMessage(textsOf(call), seen.value, { show: which, page }, said)) : refusal(call, seen);
}

async function showPerson(call: Call, at: OfPlan, person: string, said: readonly Block[] = []): Promise<Reply> {
  const seen = await seeDossier(call, { ...atOf(at), person: asId(person) });
  return seen.ok ? show(personMessage(textsOf(call), seen.value, said)) : refusal(call, seen);
}

function kindsOf(typed: readonly string[]): readonly DossierPaperKind[] {
  return dossierPapers.filter((kind) => typed.includes(kind));
}

function atOf({ committee, plan }: OfPlan): At {
  return { committee: asId(committee), plan: asId(plan) };
}

function saying(text: string): readonly Block[] {
  return [{ kind: 'text', text: [text] }];
}
