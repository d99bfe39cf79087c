/** What a teller enters: the papers as a whole, then each line; and where two counts differ. */
import { z } from 'zod';
import { defineForm, type Field, type Form } from '../../../chat/form.ts';
import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Difference } from '../rules/teller-counts.ts';
import type { Tally, TallyLine } from '../types/paper.ts';
import { type BallotQuestion, type BallotRound, motion } from '../types/round.ts';
import * as buttons from './buttons.ts';
import { stateText } from './messages.ts';
import { candidateText, nameOfLine, subjectText } from './words.ts';

export const countForm = defineForm({
  id: 'ballots.count',
  state: z.object({ round: z.string() }),
  values: z.record(z.string(), z.string().nullable()),
});

const wholeParts = ['issued', 'returned', 'invalid', 'blank', 'abstained'] as const;

interface Counting {
  readonly round: BallotRound;
  readonly tellers: readonly { readonly person: string; readonly fullName: string; readonly hasCounted: boolean }[];
  /** Whose count it is, when the reader is a teller. */
  readonly self: string | null;
  readonly own: BallotRound['tallies'] | null;
}

export function countView(t: Texts, { round, tellers, self, own }: Counting): Form {
  return countForm.draw({
    title: t('votes.count.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { round: round.id },
    items: [
      { kind: 'text', text: [{ bold: subjectText(t, round) }] },
      { kind: 'note', text: [t('votes.count.intro')] },
      ...(self === null
        ? [
            countForm.field('teller', {
              label: t('votes.count.teller'),
              input: {
                type: 'select',
                options: tellers.map(({ person, fullName }) => ({
                  value: person,
                  label: fullName.slice(0, 75) || '—',
                })),
              },
            }),
          ]
        : []),
      ...round.questions.flatMap((question, index) => questionItems(t, round, question, index, own)),
    ],
  });
}

function questionItems(
  t: Texts,
  round: BallotRound,
  question: BallotQuestion,
  index: number,
  own: BallotRound['tallies'] | null,
): readonly (Block | Field)[] {
  const before = own?.find((one) => one.question.key === question.key);
  const paper = round.rule.paper.value;
  const isYesNo = paper.kind === 'yes-no';
  const parts = wholeParts.filter((part) => part !== 'abstained' || (!isYesNo && paper.abstain));
  const heading = question.key === motion ? [] : [{ bold: question.title }];
  const lines = standing(question).map((line): Field => {
    const counted = before?.tally.lines.find(({ candidate }) => candidate === line.id);
    const initial = counted ? { initial: lineText(counted) } : {};
    return countForm.field(`q${index}c${line.place}`, {
      label: line.candidate ? candidateText(t, line.candidate) : t('votes.theMotion'),
      hint: t(isYesNo ? 'votes.count.yesNoHint' : 'votes.count.votesHint'),
      input: { type: 'text', max: 20, ...initial },
    });
  });
  return [
    ...(heading.length > 0 ? [{ kind: 'text', text: heading } as const] : []),
    ...parts.map((part): Field => {
      const initial = before ? (part === 'issued' ? before.issued : before.tally[part]) : null;
      return countForm.field(`q${index}${part}`, {
        label: t(`votes.count.parts.${part}`),
        optional: part !== 'returned',
        input: { type: 'number', min: 0, max: 100_000, ...(initial === null ? {} : { initial }) },
      });
    }),
    ...lines,
    ...(paper.kind === 'introduction' && paper.writeIn
      ? [
          countForm.field(`q${index}w`, {
            label: t('votes.count.writtenIn'),
            hint: t('votes.count.writtenInHint'),
            optional: true,
            input: { type: 'text', multiline: true, max: 2_000 },
          }),
        ]
      : []),
  ];
}

/** By their place on the whole list: a form that was opened before somebody withdrew still means the same people. */
function standing(question: BallotQuestion) {
  if (question.key === motion) return [{ id: motion, candidate: null, place: 0 }];
  return question.candidates
    .map((candidate, place) => ({ id: candidate.id as string, candidate, place }))
    .filter(({ candidate }) => !candidate.isWithdrawn);
}

function goneIn(question: BallotQuestion, index: number, values: Values): readonly string[] {
  return question.candidates.flatMap(({ isWithdrawn, fullName }, place) =>
    isWithdrawn && values[`q${index}c${place}`]?.trim() ? [fullName ?? ''] : [],
  );
}

function lineText({ for: votes, against, abstained }: TallyLine): string {
  return against === null ? String(votes) : [votes, against, abstained].join('/');
}

export type CountRead =
  | { readonly counts: Readonly<Record<string, { readonly issued: number; readonly tally: Tally }>> }
  /** The field that holds no number. */
  | { readonly unreadable: string }
  /** Names of those who withdrew after the form was opened, and have votes in it. */
  | { readonly gone: readonly string[] };

type Values = Readonly<Record<string, string | null | undefined>>;

/** Left empty: issued are those who may vote; none invalid, blank or abstaining. */
export function countsIn(round: BallotRound, values: Values): CountRead {
  const gone = round.questions.flatMap((question, index) => goneIn(question, index, values));
  if (gone.length > 0) return { gone };
  const isYesNo = round.rule.paper.value.kind === 'yes-no';
  const entitled = round.frozen ? round.frozen.summoned - round.frozen.recused.summoned : 0;
  const counts: Record<string, { issued: number; tally: Tally }> = {};
  for (const [index, question] of round.questions.entries()) {
    const whole = (part: string, usual: number) => {
      const text = values[`q${index}${part}`]?.trim();
      return text ? Number(text) : usual;
    };
    const lines: TallyLine[] = [];
    for (const { id, place } of standing(question)) {
      const name = `q${index}c${place}`;
      const numbers = numbersIn(values[name] ?? '', isYesNo);
      if (!numbers) return { unreadable: name };
      const [votes = 0, against = 0, abstained = 0] = numbers;
      lines.push({ candidate: id, writtenIn: false, for: votes, against: isYesNo ? against : null, abstained });
    }
    const added = writtenIn(values[`q${index}w`] ?? '');
    if (!added) return { unreadable: `q${index}w` };
    const returned = whole('returned', 0);
    counts[question.key] = {
      issued: whole('issued', Math.max(entitled, 0)),
      tally: {
        ...{ returned, invalid: whole('invalid', 0), blank: whole('blank', 0), abstained: whole('abstained', 0) },
        ...{ lines: [...lines, ...added], rankings: [] },
      },
    };
  }
  return { counts };
}

/** "12", or "12/3/1": for, against, abstained. */
function numbersIn(text: string, isYesNo: boolean): readonly number[] | null {
  const parts = text
    .trim()
    .split(/[\s/;,]+/u)
    .filter(Boolean);
  const isRight =
    parts.length >= 1 && parts.length <= (isYesNo ? 3 : 1) && parts.every((part) => /^\d{1,6}$/u.test(part));
  return isRight ? parts.map(Number) : null;
}

/** One person a line: "Full name: 3". */
function writtenIn(text: string): readonly TallyLine[] | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const read = lines.map((line) => /^(.+?)\s*[:=]\s*(\d{1,6})\s*$/u.exec(line.trim()));
  if (read.some((match) => match === null)) return null;
  return read
    .flatMap((match): readonly TallyLine[] =>
      match
        ? [
            {
              candidate: (match[1] ?? '').normalize('NFC').trim(),
              writtenIn: true,
              for: Number(match[2]),
              against: null,
              abstained: 0,
            },
          ]
        : [],
    )
    .sort((a, b) => (a.candidate < b.candidate ? -1 : 1));
}

/** Where the count stands; the numbers of a teller are not shown before both are in. */
export function countMessage(
  t: Texts,
  counting: Counting & { readonly differences: readonly Difference[] | null },
): Message {
  const { round, tellers, differences: found } = counting;
  const differing = found ?? [];
  return {
    summary: t('votes.menu.summary'),
    blocks: [
      { kind: 'heading', text: t('votes.count.heading') },
      { kind: 'text', text: [{ bold: subjectText(t, round).slice(0, 2_000) }, ` ${stateText(t, round)}`] },
      {
        kind: 'list',
        items: tellers.map(({ fullName, hasCounted }) => [
          `${fullName}: ${t(hasCounted ? 'votes.count.counted' : 'votes.count.notCounted')}`,
        ]),
      },
      ...(differing.length > 0
        ? ([
            { kind: 'text', text: [{ bold: t('votes.count.differs') }] },
            {
              kind: 'table',
              header: [t('votes.count.what'), ...tellers.map(({ fullName }) => fullName)],
              rows: differing
                .slice(0, 40)
                .map(({ candidate, part, numbers }) => [
                  candidate === null
                    ? t(`votes.count.parts.${part as 'returned'}`)
                    : `${round.questions.some(({ candidates, key }) => key === motion || candidates.some(({ id }) => id === candidate)) ? nameOfLine(t, round, candidate) : candidate}: ${t(`votes.count.lineParts.${part as 'for'}`)}`,
                  ...numbers.map(String),
                ]),
            },
          ] as const)
        : []),
      ...(round.state === 'open'
        ? ([
            {
              kind: 'buttons',
              buttons: [buttons.countButton.draw(t('votes.buttons.count'), { round: round.id }, { style: 'primary' })],
            },
          ] as const)
        : []),
    ],
  };
}
