/** The register as people read it: a page of names, a search's answer, and the buttons on them. */
import { z } from 'zod';
import { defineButton } from '../../../chat/form.ts';
import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { CommitteeId } from '../../../kernel/ids.ts';
import type { Rich } from '../../../kernel/rich.ts';
import type { PlainDate } from '../../../kernel/time.ts';
import { isInEffect } from '../rules/short-form.ts';
import type { Person } from '../types.ts';

const ofCommittee = z.object({ committee: z.string() });
export const registerButton = defineButton('people.register', z.object({ committee: z.string(), page: z.string() }));
export const searchButton = defineButton('people.search', ofCommittee);
export const addButton = defineButton('people.add', ofCommittee);
export const changeButton = defineButton('people.change', z.object({ committee: z.string(), person: z.string() }));
export const mergeFormButton = defineButton('people.merge', ofCommittee);
/** What it does is in features/personal-data. */
export const eraseFormButton = defineButton('people.erase', ofCommittee);
export const handOverButton = defineButton('people.hand-over', ofCommittee);
/** What it does is in features/imports. */
export const importButton = defineButton('people.import', ofCommittee);

export const pageSize = 20;

export interface RegisterPage {
  readonly committee: CommitteeId;
  readonly people: readonly Person[];
  readonly total: number;
  readonly page: number;
  readonly mayEdit: boolean;
  /** Somebody searched: the answer has one page. */
  readonly isSearch: boolean;
}

/** `today` decides which measures are shown as in effect. */
export function registerMessage(t: Texts, page: RegisterPage, today: PlainDate): Message {
  const { committee, people, total, mayEdit, isSearch } = page;
  const nobody = isSearch ? 'people.register.nobodyFound' : 'people.register.empty';
  return {
    summary: t('people.register.summary'),
    blocks: [
      { kind: 'heading', text: t('people.register.title') },
      total === 0
        ? { kind: 'text', text: [t(nobody)] }
        : { kind: 'note', text: [t('people.register.count', { count: total })] },
      ...people.map((person): Block => {
        const text = personLine(t, person, today);
        if (!mayEdit) return { kind: 'text', text };
        return {
          kind: 'row',
          text,
          buttons: [changeButton.draw(t('common.change'), { committee, person: person.id })],
        };
      }),
      ...(isSearch && total > people.length
        ? [{ kind: 'note', text: [t('people.register.tooMany', { shown: people.length, count: total })] } as const]
        : []),
      { kind: 'buttons', buttons: buttonsOf(t, page) },
      { kind: 'note', text: [t('common.onlyYou')] },
    ],
  };
}

/** Name, birth month, posts and unit: enough to tell two people of one name apart. */
export function personLine(t: Texts, person: Person, today: PlainDate): Rich {
  const measures = person.disciplines.filter((discipline) => isInEffect(discipline, today));
  const more = [
    ...(person.level === null ? [] : [t('people.register.level', { level: person.level })]),
    ...measures.map(({ kind }) => t('people.register.inEffect', { kind: t.label('people.disciplines', kind) })),
  ];
  return [{ bold: person.fullName }, ...rest([describePerson(t, person), ...more])];
}

/** "05/1978, Phó Bí thư Đảng ủy, Chánh Văn phòng": for options and lists. Party post first, then the state post. */
export function describePerson(
  t: Texts,
  person: Pick<Person, 'birthMonth' | 'partyPost' | 'statePost' | 'unit'>,
): string {
  const month = person.birthMonth ? t.month(person.birthMonth) : null;
  return [month, person.partyPost, person.statePost, person.unit].filter(Boolean).join(', ');
}

function rest(parts: readonly string[]): readonly string[] {
  const text = parts.filter(Boolean).join(' · ');
  return text === '' ? [] : [` · ${text}`];
}

function buttonsOf(t: Texts, { committee, total, page, mayEdit, isSearch }: RegisterPage) {
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const at = (to: number) => ({ committee, page: String(to) });
  return [
    ...(!isSearch && page > 1 ? [registerButton.draw(t('common.previousPage'), at(page - 1))] : []),
    ...(!isSearch && page < pages ? [registerButton.draw(t('common.nextPage'), at(page + 1))] : []),
    searchButton.draw(t('people.register.buttonSearch'), { committee }),
    ...(isSearch ? [registerButton.draw(t('people.register.buttonAll'), at(1))] : []),
    ...(mayEdit
      ? [
          addButton.draw(t('people.register.buttonAdd'), { committee }),
          importButton.draw(t('people.register.buttonImport'), { committee }),
          handOverButton.draw(t('people.register.buttonHandOver'), { committee }),
          eraseFormButton.draw(t('people.register.buttonErase'), { committee }),
          ...(total > 1 || isSearch ? [mergeFormButton.draw(t('people.register.buttonMerge'), { committee })] : []),
        ]
      : []),
  ];
}
