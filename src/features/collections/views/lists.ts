/** The names of one unit, and the lists of all units as one: each under its unit, with who is on two of them. */
import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { markedRows } from '../../classification/views/marks.ts';
import { onSeveralLists } from '../rules/gather.ts';
import type { AskedUnit, Collection, ListedPerson } from '../types.ts';
import * as buttons from './buttons.ts';
import { titleOf } from './roll-up.ts';

const namesShown = 40;

export function unitListMessage(t: Texts, collection: Collection, unit: AskedUnit): Message {
  return {
    summary: t('collections.summary'),
    blocks: [{ kind: 'heading', text: unit.name }, ...namesOf(t, unit), backTo(t, collection), onlyYou(t)],
  };
}

export function mergedMessage(t: Texts, collection: Collection, isWithFile: boolean): Message {
  const twice = onSeveralLists(collection);
  const parts = collection.units.filter(({ handIn }) => handIn?.people);
  const missing = collection.units.filter(({ handIn }) => handIn === null).map(({ name }) => name);
  return {
    summary: t('collections.summary'),
    blocks: [
      { kind: 'heading', text: t('collections.merged.title', { title: titleOf(t, collection) }) },
      ...(missing.length > 0
        ? [{ kind: 'text', text: [t('collections.merged.missing', { names: t.list(missing.slice(0, 20)) })] } as const]
        : []),
      ...(twice.length > 0
        ? ([
            { kind: 'text', text: [{ bold: t('collections.merged.twice') }] },
            {
              kind: 'list',
              items: twice
                .slice(0, 20)
                .map(({ fullName, units }) => [
                  t('collections.merged.twiceLine', { name: fullName, units: t.list(units) }),
                ]),
            },
          ] as const)
        : []),
      ...(isWithFile
        ? [{ kind: 'text', text: [t('collections.merged.file')] } as const]
        : parts.slice(0, 12).flatMap((unit): readonly Block[] => [
            {
              kind: 'text',
              text: [{ bold: t('collections.merged.part', { name: unit.name, came: cameText(t, unit) }) }],
            },
            ...namesOf(t, unit).slice(0, 1),
          ])),
      backTo(t, collection),
      onlyYou(t),
    ],
  };
}

/** For the file: one row a name, its unit and the unit's letter before it, so that every name keeps its origin. */
export function mergedRows(t: Texts, collection: Collection): readonly (readonly string[])[] {
  const header = (['number', 'unit', 'letter', 'fullName', 'born', 'sex', 'post', 'position', 'also'] as const).map(
    (name) => t(`collections.columns.${name}`),
  );
  const twice = onSeveralLists(collection);
  const rows = collection.units.flatMap((unit) =>
    (unit.handIn?.people ?? []).map((person) => {
      const also = twice.find(({ fullName, units }) => fullName === person.fullName && units.includes(unit.name));
      const others = also?.units.filter((name) => name !== unit.name) ?? [];
      return [unit.name, cameText(t, unit), ...cellsOf(t, person), others.join('; ')];
    }),
  );
  return markedRows(t, collection.classification, [
    header,
    ...rows.map((cells, index) => [String(index + 1), ...cells]),
  ]);
}

function cellsOf(t: Texts, { fullName, birthMonth, sex, post, position }: ListedPerson): readonly string[] {
  const born = birthMonth ? t.month(birthMonth) : '';
  return [fullName, born, sex ? t.label('people.sexes', sex) : '', post ?? '', position ?? ''];
}

function cameText(t: Texts, { handIn }: AskedUnit): string {
  if (!handIn) return '';
  const { number, dated } = handIn;
  return [number, dated ? t.shortDate(dated) : null].filter(Boolean).join(', ');
}

function namesOf(t: Texts, { handIn }: AskedUnit): readonly Block[] {
  const people = handIn?.people ?? [];
  const shown = people.slice(0, namesShown).map((person) => {
    const { post, position } = person;
    const about = [person.birthMonth ? t.month(person.birthMonth) : null, post].filter(Boolean).join(', ');
    return [{ bold: person.fullName }, about ? `, ${about}` : '', position ? `: ${position}` : ''];
  });
  const more = people.length - shown.length;
  return [
    { kind: 'list', items: shown, ordered: true },
    ...(more > 0 ? [{ kind: 'note', text: [t('collections.more', { count: more })] } as const] : []),
  ];
}

function backTo(t: Texts, collection: Collection): Block {
  return {
    kind: 'buttons',
    buttons: [buttons.openButton.draw(t('common.back'), { collection: collection.id, page: '1' })],
  };
}

function onlyYou(t: Texts): Block {
  return { kind: 'note', text: [t('common.onlyYou')] };
}
