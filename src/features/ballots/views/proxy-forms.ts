/** The forms of proxies: the rule, giving one, entering one that came on paper, and the paper handed in for somebody. */
import { z } from 'zod';
import { defineForm, type Form, type Input, type Option } from '../../../chat/form.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { viaKinds } from '../../../kernel/act.ts';
import { proxySourceMax } from '../rules/proxies.ts';
import type { BallotProxy, Party } from '../types/proxy.ts';
import type { BallotRound } from '../types/round.ts';
import { proxiesAtMost } from '../types/vote-rule.ts';
import { markedValues, markItems } from './paper-form.ts';
import { subjectText } from './words.ts';

const state = z.object({ round: z.string() });
const text = z.string().nullish();

export const proxyTermsForm = defineForm({
  id: 'ballots.proxy-terms',
  state,
  values: z.object({
    perPerson: z.coerce.number().int().min(0).max(proxiesAtMost),
    present: z.array(z.string()).nullish(),
    source: text,
  }),
});

export function proxyTermsView(t: Texts, round: BallotRound): Form {
  const { proxiesPerPerson, proxiesPresent } = round.rule;
  const arePresent = proxiesPresent?.value === true;
  const source = proxiesPerPerson.value > 0 ? proxiesPerPerson.source.note?.[t.locale] : undefined;
  const field = proxyTermsForm.field;
  return proxyTermsForm.draw({
    ...{ title: t('proxies.termsForm.title'), submit: t('common.save'), cancel: t('common.cancel') },
    state: { round: round.id },
    items: [
      { kind: 'text', text: [{ bold: subjectText(t, round) }] },
      { kind: 'text', text: [t('proxies.termsForm.intro')] },
      field('perPerson', {
        label: t('proxies.termsForm.perPerson'),
        hint: t('proxies.termsForm.perPersonHint'),
        input: { type: 'number', min: 0, max: proxiesAtMost, initial: proxiesPerPerson.value },
      }),
      field('present', {
        label: t('proxies.termsForm.present'),
        optional: true,
        input: {
          ...{ type: 'checkboxes', options: [{ value: 'yes', label: t('proxies.termsForm.presentOption') }] },
          ...(arePresent ? { initial: ['yes'] } : {}),
        },
      }),
      field('source', {
        label: t('proxies.termsForm.source'),
        hint: t('proxies.termsForm.sourceHint'),
        input: { type: 'text', max: proxySourceMax, ...(source ? { initial: source } : {}) },
      }),
    ],
  });
}

export const giveProxyForm = defineForm({ id: 'ballots.give-proxy', state, values: z.object({ holder: z.string() }) });

export function giveProxyView(t: Texts, round: BallotRound, holders: readonly Party[]): Form {
  return giveProxyForm.draw({
    ...{ title: t('proxies.giveForm.title'), submit: t('proxies.giveForm.submit'), cancel: t('common.cancel') },
    state: { round: round.id },
    items: [
      { kind: 'text', text: [{ bold: subjectText(t, round) }] },
      { kind: 'text', text: [t('proxies.giveForm.intro')] },
      giveProxyForm.field('holder', { label: t('proxies.giveForm.holder'), input: peopleInput(holders) }),
    ],
  });
}

export const enterProxyForm = defineForm({
  id: 'ballots.enter-proxy',
  state,
  values: z.object({ principal: z.string(), holder: z.string(), via: z.enum(viaKinds), reference: text }),
});

export function enterProxyView(t: Texts, round: BallotRound, people: readonly Party[]): Form {
  const field = enterProxyForm.field;
  return enterProxyForm.draw({
    ...{ title: t('proxies.enterForm.title'), submit: t('common.save'), cancel: t('common.cancel') },
    state: { round: round.id },
    items: [
      { kind: 'text', text: [{ bold: subjectText(t, round) }] },
      { kind: 'text', text: [t('proxies.enterForm.intro')] },
      field('principal', { label: t('proxies.enterForm.principal'), input: peopleInput(people) }),
      field('holder', { label: t('proxies.enterForm.holder'), input: peopleInput(people) }),
      field('via', {
        label: t('proxies.enterForm.via'),
        input: {
          type: 'select',
          options: viaKinds
            .filter((kind) => kind !== 'chat')
            .map((kind) => ({ value: kind, label: t(`common.via.${kind}`) })),
          initial: 'paper',
        },
      }),
      field('reference', {
        label: t('proxies.enterForm.reference'),
        optional: true,
        input: { type: 'text', max: 100 },
      }),
    ],
  });
}

export const proxyPaperForm = defineForm({ id: 'ballots.proxy-paper', state, values: markedValues });

/** Empty, also when a paper is in: the form does not know yet whose it will be, and it takes its place as a whole. */
export function proxyPaperView(t: Texts, round: BallotRound, held: readonly BallotProxy[]): Form {
  const options = held.map(({ id, principal }) => ({ value: id as string, label: labelOf(principal) }));
  const [first] = options;
  return proxyPaperForm.draw({
    ...{ title: t('proxies.paperForm.title'), submit: t('votes.paper.send'), cancel: t('common.cancel') },
    state: { round: round.id },
    items: [
      { kind: 'text', text: [{ bold: subjectText(t, round) }] },
      proxyPaperForm.field('proxy', {
        label: t('proxies.paperForm.whose'),
        input: { type: 'select', options, ...(first && options.length === 1 ? { initial: first.value } : {}) },
      }),
      ...markItems(t, round, {}),
      { kind: 'note', text: [t('proxies.paperForm.note', { until: t.moment(round.closesAt) })] },
    ],
  });
}

export function peopleOptions(people: readonly Party[]): readonly Option[] {
  return people.slice(0, 100).map((one) => ({ value: one.person, label: labelOf(one) }));
}

function peopleInput(people: readonly Party[]): Input {
  return people.length > 100 ? { type: 'search' } : { type: 'select', options: peopleOptions(people) };
}

function labelOf({ fullName }: Party): string {
  return fullName.slice(0, 75) || '—';
}
