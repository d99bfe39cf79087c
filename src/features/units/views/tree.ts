/** The tree of one date, a page at a time, and one unit with what it was and is. */
import type { Block, Button, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { PlainDate } from '../../../kernel/time.ts';
import { childrenOn, lastSpell, spellOn, treeOn } from '../rules/tree.ts';
import type { Unit } from '../types.ts';
import * as buttons from './buttons.ts';

export const pageSize = 20;

export interface TreeSeen {
  readonly committee: string;
  readonly units: readonly Unit[];
  readonly mayEdit: boolean;
  /** Shown as of this date. */
  readonly on: PlainDate;
  readonly today: PlainDate;
  readonly page: number;
}

export function treeMessage(t: Texts, seen: TreeSeen, said: readonly Block[] = []): Message {
  const { committee, on, today, page } = seen;
  const tree = treeOn(seen.units, on);
  const shown = tree.slice((page - 1) * pageSize, page * pageSize);
  const isEmpty = tree.length === 0;
  return {
    summary: t('units.summary'),
    blocks: [
      ...said,
      { kind: 'heading', text: on === today ? t('units.title') : t('units.titleOn', { date: t.shortDate(on) }) },
      isEmpty
        ? { kind: 'text', text: [t(seen.units.length === 0 ? 'units.none' : 'units.noneOn')] }
        : { kind: 'note', text: [t('units.count', { count: tree.length })] },
      ...shown.map(({ unit, name, depth }): Block => {
        const served = unit.committeeName ? ` · ${t('units.servedBy', { name: unit.committeeName })}` : '';
        return {
          kind: 'row',
          text: ['\u2003'.repeat(depth), depth === 0 ? { bold: name } : name, served],
          buttons: [buttons.unitButton.draw(t('units.buttons.open'), { committee, unit: unit.id })],
        };
      }),
      { kind: 'buttons', buttons: treeButtons(t, seen, Math.max(1, Math.ceil(tree.length / pageSize))) },
      { kind: 'note', text: [t('common.onlyYou')] },
    ],
  };
}

function treeButtons(t: Texts, { committee, page, on, today, mayEdit, units }: TreeSeen, pages: number): Button[] {
  const at = (to: number) => ({ committee, page: String(to), on: on === today ? '' : on });
  return [
    ...(page > 1 ? [buttons.treeButton.draw(t('common.previousPage'), at(page - 1))] : []),
    ...(page < pages ? [buttons.treeButton.draw(t('common.nextPage'), at(page + 1))] : []),
    ...(mayEdit
      ? [
          buttons.addButton.draw(t('units.buttons.add'), { committee, unit: '' }),
          buttons.pasteButton.draw(t('units.buttons.paste'), { committee }),
        ]
      : []),
    ...(units.length > 0 ? [buttons.dateButton.draw(t('units.buttons.date'), { committee })] : []),
    ...(on === today ? [] : [buttons.treeButton.draw(t('units.buttons.today'), { committee, page: '1', on: '' })]),
  ];
}

export interface UnitSeen extends Omit<TreeSeen, 'page' | 'on'> {
  readonly unit: Unit;
}

export function unitMessage(t: Texts, seen: UnitSeen, said: readonly Block[] = []): Message {
  const { unit, today } = seen;
  const spell = spellOn(unit, today) ?? lastSpell(unit);
  return {
    summary: t('units.summary'),
    blocks: [
      ...said,
      { kind: 'heading', text: spell.name },
      { kind: 'facts', rows: factsOf(t, seen).map(([label, value]) => [label, [value]] as const) },
      { kind: 'buttons', buttons: unitButtons(t, seen) },
      { kind: 'note', text: [t('common.onlyYou')] },
    ],
  };
}

function factsOf(t: Texts, { unit, units, today }: UnitSeen): readonly (readonly [string, string])[] {
  const spell = spellOn(unit, today) ?? lastSpell(unit);
  const nameOf = (id: string) => {
    const other = units.find((one) => one.id === id);
    return other ? (spellOn(other, today) ?? lastSpell(other)).name : '';
  };
  const below = childrenOn(units, unit.id, today).map(({ id }) => nameOf(id));
  const merged = units.filter(({ end }) => end?.into === unit.id);
  const [first] = unit.spells;
  const { end } = unit;
  return [
    [t('units.facts.under'), spell.parent === null ? t('units.top') : nameOf(spell.parent)],
    ...(first?.from ? [[t('units.facts.since'), t.shortDate(first.from)] as const] : []),
    ...(unit.spells.length > 1 ? [[t('units.facts.history'), historyOf(t, unit, nameOf)] as const] : []),
    ...(unit.committeeName ? [[t('units.facts.committee'), unit.committeeName] as const] : []),
    ...(below.length > 0 ? [[t('units.facts.below'), belowText(t, below)] as const] : []),
    ...(merged.length > 0
      ? [[t('units.facts.took'), t.list(merged.map((one) => tookText(t, one)).sort())] as const]
      : []),
    ...(end ? [[t('units.facts.end'), endText(t, unit, nameOf)] as const] : []),
  ];
}

/** Each spell with the day on which it began. */
function historyOf(t: Texts, { spells }: Unit, nameOf: (id: string) => string): string {
  return spells
    .map(({ name, parent, from }) => {
      const under = parent === null ? t('units.top') : nameOf(parent);
      return from === null
        ? t('units.spell', { name, under })
        : t('units.spellFrom', { name, under, date: t.shortDate(from) });
    })
    .join('; ');
}

function belowText(t: Texts, names: readonly string[]): string {
  const shown = names.slice(0, 10).join('; ');
  const more = names.length - 10;
  return more > 0 ? `${shown}; ${t('units.more', { count: more })}` : shown;
}

function tookText(t: Texts, unit: Unit): string {
  return t('units.tookOne', { name: lastSpell(unit).name, date: unit.end ? t.shortDate(unit.end.on) : '' });
}

function endText(t: Texts, { end }: Unit, nameOf: (id: string) => string): string {
  if (!end) return '';
  const how =
    end.into === null
      ? t('units.ended.dissolved', { date: t.shortDate(end.on) })
      : t('units.ended.merged', { date: t.shortDate(end.on), into: nameOf(end.into) });
  return end.decision ? `${how}, ${t('units.ended.decision', { number: end.decision })}` : how;
}

function unitButtons(t: Texts, { committee, unit, mayEdit }: UnitSeen): Button[] {
  const at = { committee, unit: unit.id };
  const isOurs = unit.committee === committee;
  return [
    ...(mayEdit && !unit.end
      ? [
          buttons.changeButton.draw(t('units.buttons.change'), at),
          buttons.addButton.draw(t('units.buttons.addBelow'), at),
          buttons.endButton.draw(t('units.buttons.end'), at),
          ...(unit.committee === null || isOurs
            ? [buttons.serveButton.draw(t(isOurs ? 'units.buttons.notOurs' : 'units.buttons.ours'), at)]
            : []),
        ]
      : []),
    buttons.treeButton.draw(t('units.buttons.tree'), { committee, page: '1', on: '' }),
  ];
}
