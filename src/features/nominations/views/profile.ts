/** One candidate: who, for what, put forward by whom and how it came, what the rules say, and the history. */
import type { Block, Button, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Rich } from '../../../kernel/rich.ts';
import type { Measure, StandsAt } from '../../development/types.ts';
import { measureBlocks } from '../../development/views/measure-line.ts';
import { standsBlocks } from '../../development/views/stands.ts';
import type { AskedData, KeptCheck, RuleSet, Verdict } from '../../eligibility/types.ts';
import { findingLine, verdictBlocks } from '../../eligibility/views.ts';
import type { Person } from '../../people/types.ts';
import { isFromElsewhere } from '../rules.ts';
import type { Nomination, OwnUnitInquiry, Support } from '../types.ts';
import * as buttons from './buttons.ts';
import { consentText } from './consent.ts';
import { ownUnitButton, ownUnitLinkButton, ownUnitText } from './own-unit.ts';
import { viaText } from './via.ts';

export interface ProfileShown {
  readonly committee: string;
  readonly nomination: Nomination;
  readonly person: Person;
  readonly check: { readonly verdicts: readonly Verdict[]; readonly ruleSet: RuleSet } | null;
  readonly kept: readonly KeptCheck[];
  readonly revisions: readonly {
    readonly version: number;
    readonly reasons: string | null;
    readonly position: string;
    readonly why: string;
    readonly replacedAt: Date;
  }[];
  readonly events: readonly { readonly kind: string; readonly at: Date; readonly person: string | null }[];
  readonly names: ReadonlyMap<string, string>;
  readonly positions: readonly { readonly id: string; readonly title: string }[];
  /** What the rule set of the plan asks for. */
  readonly asked: AskedData;
  readonly support: Support | null;
  /** Where else the person stands, and what makes them ready. */
  readonly standing: { readonly stands: readonly StandsAt[]; readonly measures: readonly Measure[] };
  readonly inquiry: OwnUnitInquiry | null;
  readonly may: { readonly enter: boolean; readonly withdraw: boolean };
}

const known = [
  'nominations.listed',
  'nominations.suggested',
  'nominations.declined',
  'nominations.withdrawn',
  'nominations.corrected',
  'nominations.undone',
  'nominations.consented',
  'nominations.rechecked',
  'nominations.consent-declined',
  'nominations.endorsed',
  'nominations.own-unit-asked',
  'nominations.own-unit-answered',
  'nominations.endorsement-taken-back',
];

export function profileMessage(t: Texts, shown: ProfileShown): Message {
  const { nomination, person, check } = shown;
  return {
    summary: t('nominations.profile.summary'),
    blocks: [
      { kind: 'heading', text: person.fullName },
      { kind: 'facts', rows: factRows(t, shown) },
      ...texted(t('nominations.profile.reasons'), nomination.reasons),
      ...texted(t('nominations.profile.answer'), nomination.answer),
      ...(nomination.endReason && nomination.endedAt
        ? texted(t('nominations.profile.endReason', { at: t.moment(nomination.endedAt) }), nomination.endReason)
        : []),
      ...(check ? [title(t('nominations.profile.verdicts')), ...verdictBlocks(t, check.verdicts, check.ruleSet)] : []),
      ...standsBlocks(t, shown.standing.stands),
      ...measureBlocks(t, shown.standing.measures),
      ...texted(t('nominations.consent.note'), nomination.consent.note),
      ...keptBlocks(t, shown.kept),
      ...correctionBlocks(t, shown),
      ...historyBlocks(t, shown),
      { kind: 'buttons', buttons: buttonsOf(t, shown) },
      { kind: 'note', text: [t('common.onlyYou')] },
    ],
  };
}

function factRows(
  t: Texts,
  { nomination, person, names, asked, support, inquiry }: ProfileShown,
): (readonly [string, Rich])[] {
  const row = (label: string, value: string | null): (readonly [string, Rich])[] => (value ? [[label, [value]]] : []);
  const name = (id: string) => names.get(id) ?? t('common.unknown');
  const recorded = nomination.recordedBy
    ? t('nominations.profile.recordedBy', {
        name: name(nomination.recordedBy),
        via: nomination.via ? viaText(t, nomination.via) : '',
      })
    : null;
  const by = t('nominations.profile.proposedValue', {
    name: name(nomination.proposedBy),
    at: t.moment(nomination.proposedAt),
  });
  return [
    ...row(t('nominations.profile.position'), nomination.positionTitle),
    ...row(t('nominations.profile.state'), t.label('nominations.states', nomination.state)),
    ...row(t('nominations.profile.birthMonth'), bornText(t, person, asked)),
    ...row(t('nominations.profile.partyPost'), person.partyPost),
    ...row(t('nominations.profile.statePost'), person.statePost),
    ...row(t('nominations.profile.unit'), person.unit),
    ...row(
      t('nominations.profile.source'),
      asked.origins || nomination.source === 'self' ? t.label('nominations.sources', nomination.source) : null,
    ),
    ...row(t('ownUnit.label'), nomination.source === 'outside' ? ownUnitText(t, inquiry) : null),
    ...row(t('nominations.profile.proposedBy'), recorded ? `${by}; ${recorded}` : by),
    ...row(
      t('nominations.consent.label'),
      nomination.consent.state === 'not-asked' ? null : consentText(t, nomination.consent),
    ),
    ...row(t('nominations.support.label'), support && supportText(t, support, name)),
  ];
}

/** How many, how many are asked for, and who where that may be read. */
function supportText(
  t: Texts,
  { count, needed, supporters, entered = [] }: Support,
  name: (id: string) => string,
): string {
  const number = t(needed > 0 ? 'nominations.support.ofNeeded' : 'nominations.support.count', { count, needed });
  const one = (person: Support['supporters'][number]) => {
    const via = entered.find((each) => each.person === person)?.via;
    return via ? t('endorsing.recorded', { name: name(person), via: viaText(t, via) }) : name(person);
  };
  return supporters.length === 0 ? number : `${number}: ${t.list(supporters.map(one))}`;
}

/** "Not known" only where a rule asks for it. */
function bornText(t: Texts, { birthMonth }: Person, asked: AskedData): string | null {
  if (birthMonth) return t.month(birthMonth);
  return asked.age ? t('common.unknown') : null;
}

function keptBlocks(t: Texts, kept: readonly KeptCheck[]): readonly Block[] {
  const [newest] = kept;
  if (!newest) return [];
  const then = kept.filter((one) => one.checkedAt.getTime() === newest.checkedAt.getTime());
  const occasion = t.label('nominations.occasions', newest.occasion);
  return [
    title(t('nominations.profile.kept', { at: t.moment(newest.checkedAt), occasion })),
    { kind: 'list', items: then.map((one) => findingLine(t, one)) },
  ];
}

function correctionBlocks(t: Texts, { revisions, nomination, positions }: ProfileShown): readonly Block[] {
  if (revisions.length === 0) return [];
  /** Where the name stood until then, if that was corrected. */
  const former = (index: number) => {
    const was = revisions[index]?.position;
    const next = revisions[index + 1]?.position ?? nomination.position;
    return was === next ? null : (positions.find(({ id }) => id === was)?.title ?? t('common.unknown'));
  };
  return [
    title(t('nominations.profile.corrections')),
    ...revisions.flatMap((revision, index): Block[] => {
      const { version, why } = revision;
      const line = t('nominations.profile.correction', { version, at: t.moment(revision.replacedAt), why });
      const position = former(index);
      return [
        { kind: 'text', text: [line] },
        ...(position ? [{ kind: 'text', text: [t('nominations.profile.former', { position })] } as const] : []),
        ...(revision.reasons ? [quote(revision.reasons)] : []),
      ];
    }),
  ];
}

function historyBlocks(t: Texts, { events, names }: ProfileShown): readonly Block[] {
  if (events.length === 0) return [];
  return [
    title(t('nominations.profile.history')),
    {
      kind: 'list',
      items: events.slice(-20).map((event) => [
        t('nominations.profile.event', {
          at: t.moment(event.at),
          who: event.person ? (names.get(event.person) ?? t('common.unknown')) : t('nominations.profile.clockwork'),
          what: t.label('nominations.events', known.includes(event.kind) ? event.kind : 'other'),
        }),
      ]),
    },
  ];
}

function buttonsOf(
  t: Texts,
  { committee, nomination, may, support, events, inquiry }: ProfileShown,
): readonly Button[] {
  const id = { committee, nomination: nomination.id };
  const isListed = nomination.state === 'listed';
  return [
    ...(support?.own === false ? [buttons.endorseButton.draw(t('nominations.support.button'), id)] : []),
    ...(support?.own === true ? [buttons.takeBackButton.draw(t('nominations.support.buttonBack'), id)] : []),
    ...(may.enter && nomination.state === 'suggested'
      ? [buttons.screenButton.draw(t('nominations.profile.buttonScreen'), id, { style: 'primary' })]
      : []),
    ...(may.enter && isListed && nomination.consent.state !== 'not-asked'
      ? [
          buttons.recordConsentButton.draw(
            t('nominations.consent.buttonRecord'),
            id,
            nomination.consent.state === 'asked' ? { style: 'primary' } : {},
          ),
        ]
      : []),
    ...(may.enter && isListed && support !== null
      ? [buttons.recordEndorsementButton.draw(t('endorsing.button'), id)]
      : []),
    ...(may.enter && isFromElsewhere(nomination) ? [ownUnitButton.draw(t('ownUnit.button'), id)] : []),
    ...(may.enter && isFromElsewhere(nomination) && inquiry?.answer === null
      ? [ownUnitLinkButton.draw(t('ownUnit.link.button'), id)]
      : []),
    ...(may.enter && isListed ? [buttons.correctButton.draw(t('nominations.profile.buttonCorrect'), id)] : []),
    ...(may.withdraw && isListed
      ? [buttons.withdrawButton.draw(t('nominations.profile.buttonWithdraw'), id, { style: 'danger' })]
      : []),
    // Whoever reads the history of a case may know who could read the case.
    ...(events.length > 0
      ? [buttons.caseReadersButton.draw(t('caseReaders.button'), { committee, nominee: nomination.person, on: '' })]
      : []),
    buttons.candidatesButton.draw(t('nominations.profile.buttonList'), { committee, plan: nomination.plan, page: '1' }),
  ];
}

function texted(label: string, text: string | null): readonly Block[] {
  return text ? [title(label), quote(text)] : [];
}

function title(text: string): Block {
  return { kind: 'text', text: [{ bold: text }] };
}

function quote(text: string): Block {
  return { kind: 'quote', text };
}
