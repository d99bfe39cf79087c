/** /quorate away: from when, until when, and who stands in. */
import { z } from 'zod';
import { type Call, openForm, type Reply, replaceCard, show } from '../../src/chat/call.ts';
import { defineButton, defineForm } from '../../src/chat/form.ts';
import { type Interaction, onPress, onSubmit } from '../../src/chat/interaction.ts';
import { type Message, sentence } from '../../src/chat/message.ts';
import { committeesOf, seeCommittee } from '../../src/features/committees/operations/look.ts';
import { setAway } from '../../src/features/committees/operations/members.ts';
import type { Membership } from '../../src/features/committees/types.ts';
import { noCommitteeMessage } from '../../src/features/committees/views/cards.ts';
import { type Texts, texts } from '../../src/i18n/texts.ts';
import { asId, type PersonId } from '../../src/kernel/ids.ts';
import type { Refused } from '../../src/kernel/outcome.ts';
import { addDays, dateIn, momentAt } from '../../src/kernel/time.ts';

const awayForm = defineForm({
  id: 'quorate.away',
  state: z.object({}),
  values: z.object({ from: z.iso.date(), until: z.iso.date().nullable(), deputy: z.string().nullable() }),
});
const changeButton = defineButton('quorate.away-change', z.object({}));
const backButton = defineButton('quorate.away-back', z.object({}));

/** Slack shows at most a hundred options. */
const mostDeputies = 100;

export async function openAway(call: Call): Promise<Reply> {
  const t = textsOf(call);
  const members = await colleagues(call);
  if (!members) return show(noCommitteeMessage(t, false));
  const own = members.find(({ person }) => person === call.person);
  return own?.awayFrom ? show(awayMessage(t, own, members)) : openForm(awayView(call, t, members));
}

export const awayInteractions: readonly Interaction[] = [
  onPress(changeButton, async (call) => {
    const members = await colleagues(call);
    return members ? openForm(awayView(call, textsOf(call), members)) : show(noCommitteeMessage(textsOf(call), false));
  }),

  onPress(backButton, async (call) => {
    const outcome = await setAway(call, { from: null, until: null, deputy: null });
    return outcome.ok ? replaceCard(sentence(textsOf(call)('quorate.away.back'))) : refusal(call, outcome);
  }),

  onSubmit(awayForm, async (call, _state, { from, until, deputy }) => {
    const outcome = await setAway(call, {
      from: momentAt(call.zone, from, '00:00'),
      // The last day of the absence is still away.
      until: until === null ? null : momentAt(call.zone, addDays(until, 1), '00:00'),
      deputy: deputy === null ? null : asId<PersonId>(deputy),
    });
    if (!outcome.ok) return refusal(call, outcome);
    const t = textsOf(call);
    const span = until === null ? t('quorate.away.open', { from: t.date(from) }) : spanOf(t, from, until);
    return show(sentence(t('quorate.away.done', { span, count: outcome.value.committees })));
  }),
];

function awayView(call: Call, t: Texts, members: readonly Membership[]) {
  const own = members.find(({ person }) => person === call.person);
  const others = members.filter(({ person }) => person !== call.person).slice(0, mostDeputies);
  const from = dateIn(call.zone, own?.awayFrom ?? call.now);
  return awayForm.draw({
    title: t('quorate.away.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: {},
    items: [
      { kind: 'text', text: [t('quorate.away.intro')] },
      awayForm.field('from', { label: t('quorate.away.from'), input: { type: 'date', initial: from } }),
      awayForm.field('until', {
        label: t('quorate.away.until'),
        hint: t('quorate.away.untilHint'),
        optional: true,
        input: { type: 'date', ...(own?.awayUntil ? { initial: lastDay(call, own.awayUntil) } : {}) },
      }),
      ...(others.length > 0
        ? [
            awayForm.field('deputy', {
              label: t('quorate.away.deputy'),
              hint: t('quorate.away.deputyHint'),
              optional: true,
              input: {
                type: 'select',
                options: others.map(({ person, fullName }) => ({ value: person, label: fullName })),
                ...(own?.deputy && others.some(({ person }) => person === own.deputy) ? { initial: own.deputy } : {}),
              },
            }),
          ]
        : []),
    ],
  });
}

function awayMessage(t: Texts, own: Membership, members: readonly Membership[]): Message {
  const from = dateIn(t.zone, own.awayFrom ?? new Date(0));
  const until = own.awayUntil ? addDays(dateIn(t.zone, own.awayUntil), -1) : null;
  const deputy = members.find(({ person }) => person === own.deputy)?.fullName ?? t('common.none');
  return {
    summary: t('quorate.away.title'),
    blocks: [
      { kind: 'text', text: [until ? spanOf(t, from, until) : t('quorate.away.open', { from: t.date(from) })] },
      { kind: 'text', text: [t('quorate.away.deputyIs', { name: deputy })] },
      {
        kind: 'buttons',
        buttons: [
          changeButton.draw(t('common.change'), {}),
          backButton.draw(t('quorate.away.buttonBack'), {}, { style: 'primary' }),
        ],
      },
    ],
  };
}

/** Members of all the person's committees, each once; null when there is none. */
async function colleagues(call: Call): Promise<readonly Membership[] | null> {
  const committees = await committeesOf(call);
  if (committees.length === 0) return null;
  const all = new Map<PersonId, Membership>();
  for (const { id } of committees) {
    const seen = await seeCommittee(call, id);
    for (const member of seen.ok ? seen.value.members : []) all.set(member.person, all.get(member.person) ?? member);
  }
  return [...all.values()];
}

function spanOf(t: Texts, from: string, until: string): string {
  return t('quorate.away.span', { from: t.date(from), until: t.date(until) });
}

function lastDay(call: Call, until: Date): string {
  return addDays(dateIn(call.zone, until), -1);
}

function refusal(call: Call, refused: Refused): Reply {
  const text = textsOf(call).refusal(refused);
  return refused.field ? { kind: 'field-errors', errors: { [refused.field]: text } } : show(sentence(text));
}

function textsOf(call: Call): Texts {
  return texts(call.locale, call.zone, call.speech);
}
