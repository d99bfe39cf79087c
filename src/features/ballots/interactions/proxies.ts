/** What is pressed and sent about proxies: their rule, giving and entering one, taking it back, the paper by proxy. */
import { textsOf } from '../../../answers.ts';
import { type Call, openForm, type Reply, show } from '../../../chat/call.ts';
import type { Option } from '../../../chat/form.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { sentence } from '../../../chat/message.ts';
import { foldName } from '../../../i18n/names.ts';
import { asId, type PersonId } from '../../../kernel/ids.ts';
import { refused } from '../../../kernel/outcome.ts';
import { castByProxy } from '../operations/cast-by-proxy.ts';
import { seeOwn } from '../operations/look.ts';
import {
  giveProxy,
  type ProxiesSeen,
  proxyForm,
  seeProxies,
  setProxyTerms,
  takeBackProxy,
} from '../operations/proxies.ts';
import type { BallotProxyId, Party } from '../types/proxy.ts';
import type { BallotRound, BallotRoundId } from '../types/round.ts';
import { marksIn } from '../views/paper-form.ts';
import { givenMessage, proxiesMessage } from '../views/proxies.ts';
import * as buttons from '../views/proxy-buttons.ts';
import * as forms from '../views/proxy-forms.ts';
import { atField, atQuestion, said, showRound } from './shared.ts';

export const proxyInteractions: readonly Interaction[] = [
  onPress(buttons.proxiesButton, (call, { round }) => showProxies(call, asId(round))),

  onPress(buttons.proxyTermsButton, (call, { round }) =>
    withProxies(call, asId(round), (seen) => openForm(forms.proxyTermsView(textsOf(call), seen.round))),
  ),

  onSubmit(forms.proxyTermsForm, async (call, { round }, { perPerson, present, source }) => {
    const terms = { perPerson, arePresent: (present ?? []).includes('yes'), source: source ?? '' };
    const set = await setProxyTerms(call, { round: asId(round), terms });
    if (!set.ok) return atField(call, set);
    return showProxies(call, asId(round), textsOf(call)('proxies.termsForm.done'));
  }),

  onPress(buttons.enterProxyButton, (call, { round }) =>
    withProxies(call, asId(round), (seen) => openForm(forms.enterProxyView(textsOf(call), seen.round, seen.entitled))),
  ),

  onSubmit(
    forms.enterProxyForm,
    async (call, { round }, { principal, holder, via, reference }) => {
      const given = await giveProxy(call, {
        ...{ round: asId(round), principal: asId<PersonId>(principal), holder: asId<PersonId>(holder) },
        via: { kind: via, reference: reference?.trim() || null, dated: null },
      });
      if (!given.ok) return atField(call, given);
      return show(givenMessage(textsOf(call), given.value.proxy, { ...given.value, isOwn: false }));
    },
    {
      options: async (call, { state, typed }) => {
        const seen = await seeProxies(call, asId<BallotRoundId>(state.round));
        return seen.ok ? fitting(seen.value.entitled, typed) : [];
      },
    },
  ),

  onPress(buttons.giveProxyButton, async (call, { round }) => {
    const form = await proxyForm(call, asId<BallotRoundId>(round));
    if (!form.ok) return said(call, form);
    return openForm(forms.giveProxyView(textsOf(call), form.value.found.round, form.value.holders));
  }),

  onSubmit(
    forms.giveProxyForm,
    async (call, { round }, { holder }) => {
      const to = asId<PersonId>(holder);
      const given = await giveProxy(call, { round: asId(round), principal: null, holder: to, via: null });
      if (!given.ok) return atField(call, given.field === 'principal' ? { ...given, field: 'holder' } : given);
      return show(givenMessage(textsOf(call), given.value.proxy, { ...given.value, isOwn: true }));
    },
    {
      options: async (call, { state, typed }) => {
        const form = await proxyForm(call, asId<BallotRoundId>(state.round));
        return form.ok ? fitting(form.value.holders, typed) : [];
      },
    },
  ),

  onPress(buttons.takeBackProxyButton, async (call, { proxy }) => {
    const taken = await takeBackProxy(call, asId<BallotProxyId>(proxy));
    if (!taken.ok) return said(call, taken);
    const { principal, holder, round } = taken.value;
    const text = textsOf(call)('proxies.given.takenBack', { principal: principal.fullName, holder: holder.fullName });
    return principal.person === call.person ? showRound(call, round) : showProxies(call, round, text);
  }),

  onPress(buttons.proxyPaperButton, (call, { round }) => openProxyPaper(call, asId(round))),

  onSubmit(forms.proxyPaperForm, async (call, _state, values) => {
    let asked: BallotRound | null = null;
    const marks = (round: BallotRound) => {
      asked = round;
      return marksIn(round, values);
    };
    const proxy = asId<BallotProxyId>(typeof values.proxy === 'string' ? values.proxy : '');
    const cast = await castByProxy(call, { proxy, marks });
    if (!cast.ok) return atField(call, atQuestion(asked, cast.field === 'person' ? { ...cast, field: 'proxy' } : cast));
    const { of, round } = cast.value;
    const t = textsOf(call);
    const facts = { principal: of.principal.fullName, until: t.moment(round.closesAt) };
    return show({ ...sentence(t('proxies.given.cast', facts)), summary: t('proxies.card.summary') });
  }),
];

async function openProxyPaper(call: Call, id: BallotRoundId): Promise<Reply> {
  const own = await seeOwn(call, id);
  if (!own.ok) return said(call, own);
  const { round, votable, proxies } = own.value;
  if (!votable.ok) return said(call, votable);
  const held = proxies?.held ?? [];
  if (held.length === 0) return said(call, refused('proxy-not-held'));
  return openForm(forms.proxyPaperView(textsOf(call), round, held));
}

async function showProxies(call: Call, id: BallotRoundId, above: string | null = null): Promise<Reply> {
  return withProxies(call, id, (seen) => show(proxiesMessage(textsOf(call), seen, above)));
}

async function withProxies(call: Call, id: BallotRoundId, answer: (seen: ProxiesSeen) => Reply): Promise<Reply> {
  const seen = await seeProxies(call, id);
  return seen.ok ? answer(seen.value) : said(call, seen);
}

function fitting(people: readonly Party[], typed: string): readonly Option[] {
  return forms.peopleOptions(people.filter(({ fullName }) => foldName(fullName).includes(foldName(typed))));
}
