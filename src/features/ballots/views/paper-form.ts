/** The paper: fields for what each question asks by the rule, and the marks read back from them. */
import { z } from 'zod';
import { defineForm, type Field, type Form, type Input, type Option, type RawValue } from '../../../chat/form.ts';
import type { Block } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { viaKinds } from '../../../kernel/act.ts';
import { type Answer, answers, type Line, type Marks } from '../types/paper.ts';
import {
  type BallotQuestion,
  type BallotRound,
  type CastPaper,
  type Elector,
  motion,
  type PaperMarks,
} from '../types/round.ts';
import { candidateText, exceptionBlocks, howText, subjectText } from './words.ts';

/** Marks under names of their fields, and whatever else stands on the form. */
export const markedValues = z.record(z.string(), z.union([z.string(), z.array(z.string())]).nullable());

export const paperForm = defineForm({
  id: 'ballots.paper',
  state: z.object({ round: z.string() }),
  values: markedValues,
});
export const recordForm = defineForm({
  id: 'ballots.record',
  state: z.object({ round: z.string() }),
  values: markedValues,
});

type Values = Readonly<Record<string, RawValue>>;

const abstain = 'abstain';
/** More places than this are not offered: whoever is not ranked stands behind all who are. */
const placesShown = 10;

export function paperView(t: Texts, round: BallotRound, paper: CastPaper | null): Form {
  return paperForm.draw({
    title: t('votes.paper.title'),
    submit: t(paper ? 'votes.paper.change' : 'votes.paper.send'),
    cancel: t('common.cancel'),
    state: { round: round.id },
    items: [
      { kind: 'text', text: [{ bold: subjectText(t, round) }] },
      ...markItems(t, round, paper?.marks ?? {}),
      { kind: 'note', text: [t('votes.paper.note', { until: t.moment(round.closesAt) })] },
    ],
  });
}

/** For somebody without an account: the same paper, with whose it is and how it came. */
export function recordView(t: Texts, round: BallotRound, people: readonly Recordable[]): Form {
  const options = recordOptions(t, people);
  return recordForm.draw({
    title: t('votes.record.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { round: round.id },
    items: [
      { kind: 'text', text: [{ bold: subjectText(t, round) }] },
      recordForm.field('person', {
        label: t('votes.record.person'),
        input: options.length > 100 ? { type: 'search' } : { type: 'select', options },
      }),
      ...markItems(t, round, {}),
      recordForm.field('via', {
        label: t('votes.record.via'),
        input: {
          type: 'select',
          options: viaKinds
            .filter((kind) => kind !== 'chat')
            .map((kind) => ({ value: kind, label: t(`common.via.${kind}`) })),
          initial: 'paper',
        },
      }),
      recordForm.field('reference', {
        label: t('votes.record.reference'),
        optional: true,
        input: { type: 'text', max: 100 },
      }),
    ],
  });
}

type Recordable = Pick<Elector, 'person' | 'fullName' | 'proxy'>;

const byProxy = 'proxy:';

/** Whose paper; of somebody with a proxy also the one that came from whoever holds it. */
export function recordOptions(t: Texts, people: readonly Recordable[]): readonly Option[] {
  return people.flatMap(({ person, fullName, proxy }): readonly Option[] => {
    const own = { value: person, label: fullName.slice(0, 75) || '—' };
    if (!proxy) return [own];
    const label = t('proxies.byHolder', { name: fullName, holder: proxy.fullName }).slice(0, 75);
    return [{ value: `${byProxy}${person}`, label }, own];
  });
}

export function recordedOf(value: string): { readonly person: string; readonly byProxy: boolean } {
  const isByProxy = value.startsWith(byProxy);
  return { person: isByProxy ? value.slice(byProxy.length) : value, byProxy: isByProxy };
}

export function markItems(t: Texts, round: BallotRound, given: PaperMarks): readonly (Block | Field)[] {
  return round.questions.flatMap((question, index): readonly (Block | Field)[] => {
    const fields = fieldsOf(t, round, question, index, given[question.key]);
    const title = question.key === motion ? [] : [{ bold: t('votes.paper.position', titleFacts(question)) }, ' '];
    return [
      { kind: 'text', text: [...title, howText(t, round.rule, question)] },
      ...exceptionBlocks(t, question),
      ...fields,
    ];
  });
}

function titleFacts({ title, seats }: BallotQuestion) {
  return { title, count: seats };
}

function fieldsOf(
  t: Texts,
  round: BallotRound,
  question: BallotQuestion,
  index: number,
  given: Marks | undefined,
): readonly Field[] {
  const paper = round.rule.paper.value;
  const standing = question.candidates.filter(({ isWithdrawn }) => !isWithdrawn);
  const options = standing.map((one): Option => {
    const note = [one.post, one.unit].filter(Boolean).join(', ').slice(0, 75);
    return { value: one.id, label: candidateText(t, one).slice(0, 75), ...(note ? { note } : {}) };
  });
  const name = `q${index}`;
  if (paper.kind === 'yes-no') {
    const lines = question.key === motion ? [{ id: motion, label: t('votes.paper.motion'), hint: '' }] : standing;
    const said = given?.kind === 'yes-no' ? given.answers : {};
    return lines.map((line, place) => {
      const label = 'label' in line ? line.label : candidateText(t, line);
      const hint = 'label' in line ? '' : [line.post, line.unit].filter(Boolean).join(', ');
      const initial = said[line.id];
      return field(`${name}c${place}`, label, hint, {
        ...{ type: 'radio', options: answerOptions(t, paper.abstain) },
        ...(initial ? { initial } : {}),
      });
    });
  }
  if (paper.kind === 'ranked') {
    const order = given?.kind === 'ranked' ? given.order.flat() : [];
    return standing.slice(0, placesShown).map((_candidate, place) =>
      field(`${name}p${place}`, t('votes.paper.place', { place: place + 1 }), '', {
        ...{ type: 'select', options },
        ...(order[place] ? { initial: order[place] } : {}),
      }),
    );
  }
  const max = Math.min(paper.choices ?? question.seats, question.seats);
  const all = paper.abstain ? [...options, { value: abstain, label: t('votes.paper.abstain') }] : options;
  const chosen = chosenIn(given).filter((id) => all.some(({ value }) => value === id));
  const label = t('votes.paper.choose', { count: max });
  const choose = all.length === 0 ? [] : [field(name, label, '', pickInput(all, max, chosen))];
  if (paper.kind !== 'introduction' || !paper.writeIn) return choose;
  const written =
    given?.kind === 'introduction' ? given.lines.flatMap((line) => ('written' in line ? line.written : [])) : [];
  const writeIn: Input = {
    ...{ type: 'text', multiline: max > 1, max: 1_000 },
    ...(written.length > 0 ? { initial: written.join('\n') } : {}),
  };
  return [...choose, field(`${name}w`, t('votes.paper.writeIn'), t('votes.paper.writeInHint'), writeIn)];
}

/** Every field may stay empty: a paper without a mark is a blank one. */
function field(name: string, label: string, hint: string, input: Input): Field {
  return { kind: 'field', name, label: label.slice(0, 2_000), ...(hint ? { hint } : {}), optional: true, input };
}

function pickInput(options: readonly Option[], max: number, chosen: readonly string[]): Input {
  const [first] = chosen;
  if (max === 1) {
    const initial = first ? { initial: first } : {};
    return options.length <= 10 ? { type: 'radio', options, ...initial } : { type: 'select', options, ...initial };
  }
  const initial = chosen.length > 0 ? { initial: chosen } : {};
  return options.length <= 10
    ? { type: 'checkboxes', options, ...initial }
    : { type: 'multi-select', options, ...initial };
}

function chosenIn(given: Marks | undefined): readonly string[] {
  if (given?.kind === 'abstain') return [abstain];
  if (given?.kind === 'pick') return given.candidates;
  return given?.kind === 'introduction'
    ? given.lines.flatMap((line) => ('candidate' in line ? line.candidate : []))
    : [];
}

function answerOptions(t: Texts, mayAbstain: boolean): readonly Option[] {
  return answers
    .filter((answer) => mayAbstain || answer !== 'abstain')
    .map((answer) => ({ value: answer, label: t(`votes.answers.${answer}`) }));
}

/** What was marked, as it was marked: whether it is valid is the rule's to say. */
export function marksIn(round: BallotRound, values: Values): PaperMarks {
  const paper = round.rule.paper.value;
  return Object.fromEntries(
    round.questions.flatMap((question, index): [string, Marks][] => {
      const name = `q${index}`;
      const standing = question.candidates.filter(({ isWithdrawn }) => !isWithdrawn);
      if (paper.kind === 'yes-no') {
        const lines: readonly string[] = question.key === motion ? [motion] : standing.map(({ id }) => id);
        const said = lines.flatMap((id, place): [string, Answer][] => {
          const answer = answers.find((one) => one === textIn(values, `${name}c${place}`));
          return answer ? [[id, answer]] : [];
        });
        return said.length > 0 ? [[question.key, { kind: 'yes-no', answers: Object.fromEntries(said) }]] : [];
      }
      if (paper.kind === 'ranked') {
        const order = standing.flatMap((_candidate, place) => {
          const id = textIn(values, `${name}p${place}`);
          return id ? [[id]] : [];
        });
        return order.length > 0 ? [[question.key, { kind: 'ranked', order }]] : [];
      }
      const chosen = listIn(values, name);
      if (chosen.includes(abstain) && chosen.length === 1) return [[question.key, { kind: 'abstain' }]];
      if (paper.kind === 'pick') return chosen.length > 0 ? [[question.key, { kind: 'pick', candidates: chosen }]] : [];
      const written = textIn(values, `${name}w`)
        .split('\n')
        .filter((line) => line.trim() !== '');
      const lines: readonly Line[] = [
        ...chosen.map((candidate) => ({ candidate })),
        ...written.map((one) => ({ written: one })),
      ];
      return lines.length > 0 ? [[question.key, { kind: 'introduction', lines }]] : [];
    }),
  );
}

/** The field beside which a refusal about a question is said. */
export function fieldOfQuestion(round: BallotRound, field: string): string {
  const index = /^question(\d+)$/u.exec(field)?.[1];
  if (index === undefined) return field;
  const { kind } = round.rule.paper.value;
  if (kind === 'yes-no') return `q${index}c0`;
  return kind === 'ranked' ? `q${index}p0` : `q${index}`;
}

function textIn(values: Values, name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value : '';
}

function listIn(values: Values, name: string): readonly string[] {
  const value = values[name];
  if (typeof value === 'string') return value === '' ? [] : [value];
  return value ?? [];
}
