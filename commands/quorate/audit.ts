/** /quorate audit: what was done in a committee or in one person's case, and whether the record of it is whole. */
import { z } from 'zod';
import { type Call, type Reply, show } from '../../src/chat/call.ts';
import { defineButton } from '../../src/chat/form.ts';
import { type Interaction, onPress } from '../../src/chat/interaction.ts';
import { type Block, type Message, sentence } from '../../src/chat/message.ts';
import { readHistory, verifyHistory } from '../../src/features/access/operations.ts';
import type { Committee } from '../../src/features/committees/types.ts';
import { peopleByIds, searchRegister } from '../../src/features/people/operations/find.ts';
import { type Texts, texts } from '../../src/i18n/texts.ts';
import { asId, type CommitteeId, type PersonId } from '../../src/kernel/ids.ts';
import type { Refused } from '../../src/kernel/outcome.ts';
import type { Rich } from '../../src/kernel/rich.ts';

type HistoryEvent = ValueOf<typeof readHistory>['events'][number];
type Verdict = ValueOf<typeof verifyHistory>;
type ValueOf<F extends (...args: never[]) => Promise<unknown>> = Extract<
  Awaited<ReturnType<F>>,
  { ok: true; value: unknown }
>['value'];

const pageButton = defineButton(
  'quorate.audit-page',
  z.object({ committee: z.string(), nominee: z.string(), before: z.string() }),
);
const caseButton = defineButton('quorate.audit-case', z.object({ committee: z.string(), nominee: z.string() }));
const verifyButton = defineButton('quorate.audit-verify', z.object({ committee: z.string() }));

export const auditInteractions: readonly Interaction[] = [
  onPress(pageButton, (call, { committee, nominee, before }) =>
    showHistory(call, asId(committee), nominee === '' ? null : asId<PersonId>(nominee), before === '' ? null : before),
  ),
  onPress(caseButton, (call, { committee, nominee }) => showHistory(call, asId(committee), asId(nominee))),
  onPress(verifyButton, (call, { committee }) => showVerdict(call, asId(committee))),
];

export async function showHistory(
  call: Call,
  committee: CommitteeId,
  nominee: PersonId | null = null,
  before: string | null = null,
): Promise<Reply> {
  const page = await readHistory(call, {
    committee,
    nominee,
    before: before && /^\d{1,18}$/.test(before) ? before : null,
  });
  if (!page.ok) return refusal(call, page);
  const t = textsOf(call);
  const { events, next } = page.value;
  const ids = [...new Set(events.flatMap((event) => [event.person, event.onBehalfOf, ...event.nominees]))];
  const people = await peopleByIds(
    call,
    committee,
    ids.filter((id) => id !== null),
  );
  const names = new Map(people.map(({ id, fullName }) => [id, fullName]));
  const buttons = [
    ...(next ? [pageButton.draw(t('quorate.audit.older'), { committee, nominee: nominee ?? '', before: next })] : []),
    verifyButton.draw(t('quorate.audit.verify'), { committee }),
  ];
  return show({
    summary: t('quorate.audit.title'),
    blocks: [
      { kind: 'heading', text: t('quorate.audit.title') },
      { kind: 'note', text: [t('quorate.audit.note')] },
      events.length > 0
        ? { kind: 'list', items: events.map((event) => eventLine(t, event, names)) }
        : { kind: 'text', text: [t('quorate.audit.none')] },
      { kind: 'buttons', buttons },
    ],
  });
}

/** The case of whoever is meant by a typed name; anything but the one exact name is confirmed first. */
export async function showCase(call: Call, committee: Committee, typed: string): Promise<Reply> {
  const people = await searchRegister(call, { committee: committee.id, typed, limit: 10 });
  const named = people.filter(({ fullName }) => fullName.toLowerCase() === typed.toLowerCase());
  const [only] = named;
  if (named.length === 1 && only) return showHistory(call, committee.id, only.id);
  const t = textsOf(call);
  if (people.length === 0) return show(sentence(t('quorate.audit.nobody')));
  const buttons = people.map(({ id, fullName }) => caseButton.draw(fullName, { committee: committee.id, nominee: id }));
  return show({
    summary: t('quorate.audit.title'),
    blocks: [
      { kind: 'text', text: [t('quorate.audit.whose')] },
      { kind: 'buttons', buttons },
    ],
  });
}

export async function showVerdict(call: Call, committee: CommitteeId): Promise<Reply> {
  const outcome = await verifyHistory(call, committee);
  if (!outcome.ok) return refusal(call, outcome);
  return show(verdictMessage(textsOf(call), outcome.value));
}

function verdictMessage(t: Texts, verdict: Verdict): Message {
  const summary = t('quorate.audit.title');
  if (!verdict.ok) {
    const reason = t.label('quorate.audit.breaks', verdict.reason);
    const position = t.number(verdict.position);
    return { summary, blocks: [{ kind: 'text', text: t.rich('quorate.audit.broken', { position, reason }) }] };
  }
  const { head, waiting } = verdict;
  const blocks: Block[] = [
    { kind: 'text', text: t.rich('quorate.audit.whole', { count: head.count }) },
    { kind: 'copy', text: head.hash },
    { kind: 'note', text: [t('quorate.audit.headNote')] },
  ];
  if (waiting > 0) blocks.push({ kind: 'note', text: [t('quorate.audit.waiting', { count: waiting })] });
  return { summary, blocks };
}

/** When, who, what, for whom, whose case. Names as far as the reader may see them. */
function eventLine(t: Texts, event: HistoryEvent, names: ReadonlyMap<PersonId, string>): Rich {
  const nameOf = (id: PersonId | null) => (id === null ? null : (names.get(id) ?? t('quorate.audit.somebody')));
  const who = event.member === null ? t('quorate.audit.itself') : (nameOf(event.person) ?? t('quorate.audit.somebody'));
  const behalf = nameOf(event.onBehalfOf);
  const about = event.nominees.map(nameOf).filter((name) => name !== null);
  return [
    `${t.moment(event.at)} · `,
    { bold: who },
    ` · ${t.label('history.events', event.kind)}`,
    ...(behalf ? [` · ${t('quorate.audit.behalf', { name: behalf })}`] : []),
    ...(about.length > 0 ? [` · ${t.list(about)}`] : []),
  ];
}

function refusal(call: Call, refused: Refused): Reply {
  return show(sentence(textsOf(call).refusal(refused)));
}

function textsOf(call: Call): Texts {
  return texts(call.locale, call.zone, call.speech);
}
