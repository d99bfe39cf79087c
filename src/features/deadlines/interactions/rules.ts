/** What happens when the reminder rules are looked at, tried out, changed and set back. */
import { refusal, textsOf } from '../../../answers.ts';
import { type Call, nothing, openForm, type Reply, redraw, replaceCard, show } from '../../../chat/call.ts';
import type { RawValues } from '../../../chat/form.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { type Texts, texts } from '../../../i18n/texts.ts';
import { asId, type CommitteeId } from '../../../kernel/ids.ts';
import type { Refused } from '../../../kernel/outcome.ts';
import { speechOf } from '../../../kernel/speech.ts';
import type { Committee } from '../../committees/types.ts';
import { changeRules, seeRules, tryRules, useUsualRules } from '../operations/rules.ts';
import type { Duties } from '../types/duties.ts';
import type { EnteredRules } from '../types/ladder.ts';
import * as views from '../views/rules.ts';

export function ruleInteractions(features: readonly Duties[]): readonly Interaction[] {
  return [
    onPress(views.changeRulesButton, (call, { committee }) => openRules(call, features, asId(committee))),

    onPress(views.usualRulesButton, async (call, { committee }) => {
      const outcome = await useUsualRules(call, asId(committee));
      return outcome.ok ? showRules(call, features, asId(committee), 'replace') : refusal(call, outcome);
    }),

    onSubmit(
      views.rulesForm,
      async (call, { committee, version }, values) => {
        const input = { committee: asId<CommitteeId>(committee), entered: { ...values, kinds: values.kinds ?? [] } };
        const tried = await tryRules(call, features, input);
        if (!tried.ok) return refusal(call, tried);
        if ('problems' in tried.value) return atFields(call, tried.value.problems);
        const outcome = await changeRules(call, { ...input, version });
        return outcome.ok ? showRules(call, features, input.committee) : refusal(call, outcome);
      },
      {
        async change(call, { state, requestId, values }) {
          const committee: CommitteeId = asId(state.committee);
          const found = await seeRules(call, features, committee);
          const entered = enteredIn(values);
          const tried = await tryRules(call, features, { committee, entered });
          if (!found.ok || !tried.ok) return nothing;
          // The version stays the one that was seen first: what others saved meanwhile is said at the end.
          const seen = { ...found.value.committee, version: state.version };
          return redraw(views.rulesView(onItsClock(call, seen), seen, entered, tried.value, requestId));
        },
      },
    ),
  ];
}

export async function showRules(
  call: Call,
  features: readonly Duties[],
  committee: CommitteeId,
  how: 'show' | 'replace' = 'show',
): Promise<Reply> {
  const seen = await seeRules(call, features, committee);
  if (!seen.ok) return refusal(call, seen);
  const message = views.rulesMessage(onItsClock(call, seen.value.committee), seen.value);
  return how === 'show' ? show(message) : replaceCard(message);
}

async function openRules(call: Call, features: readonly Duties[], committee: CommitteeId): Promise<Reply> {
  const seen = await seeRules(call, features, committee, 'committee.manage');
  if (!seen.ok) return refusal(call, seen);
  return openForm(views.presentRulesView(onItsClock(call, seen.value.committee), seen.value));
}

function enteredIn(values: RawValues): EnteredRules {
  const text = (name: string): string | null => {
    const value = values[name];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const { kinds } = values;
  return {
    hours: text('hours') ?? '',
    kinds: Array.isArray(kinds) ? kinds : [],
    ...{ digestAt: text('digestAt'), digestDays: text('digestDays'), digestFromHours: text('digestFromHours') },
    ...{ hoursBefore: text('hoursBefore'), conferenceHours: text('conferenceHours'), perDay: text('perDay') },
    ...{ askAgain: text('askAgain'), tellClerk: text('tellClerk'), tellChair: text('tellChair') },
  };
}

/** Everything that does not go together at once, each beside its field. */
function atFields(call: Call, problems: readonly Refused[]): Reply {
  const t = textsOf(call);
  const errors = Object.fromEntries(problems.map((problem) => [problem.field ?? 'hours', t.refusal(problem)]));
  return { kind: 'field-errors', errors };
}

/** What the rules make of a date is reckoned for the committee; in the zone of whoever looks it would seem to be night. */
function onItsClock(call: Call, { zone, profile }: Pick<Committee, 'zone' | 'profile'>): Texts {
  return texts(call.locale, zone, speechOf(profile));
}
