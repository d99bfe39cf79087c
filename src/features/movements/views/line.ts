/** A movement in one line, and where it stands. */
import type { Texts } from '../../../i18n/texts.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import type { Rich } from '../../../kernel/rich.ts';
import { runningLeg } from '../rules/legs.ts';
import type { Movement } from '../types.ts';

export type Names = ReadonlyMap<PersonId, string>;

export function titleOf(t: Texts, movement: Movement, names: Names): Rich {
  return [
    { bold: names.get(movement.person) ?? t('common.unknown') },
    `: ${t(`movements.kinds.${movement.kind}`)}, ${routeOf(t, movement)}, ${datesOf(t, movement)}`,
  ];
}

export function routeOf(t: Texts, movement: Movement): string {
  const place = (post: string | null, unit: string) => (post ? t('movements.place', { post, unit }) : unit);
  return t('movements.route', {
    from: place(movement.fromPost, movement.fromUnit),
    to: place(movement.toPost, movement.toUnit),
  });
}

export function datesOf(t: Texts, { startsOn, endsOn, legs }: Movement): string {
  const last = legs.at(-1);
  const to = last?.endedOn ?? last?.endsOn ?? endsOn;
  const from = t.shortDate(startsOn);
  return to ? t('movements.fromTo', { from, to: t.shortDate(to) }) : t('movements.from', { from });
}

export const stages = [
  'suggested',
  'planned',
  'asked',
  'sent-back',
  'to-begin',
  'running',
  'past-end',
  'in-force',
  'returned',
  'settled',
  'refused',
  'withdrawn',
] as const;
export type Stage = (typeof stages)[number];

/** The state, and of what is approved how far it has come by today. */
export function stageOf(movement: Movement, today: string): Stage {
  if (movement.state === 'planned') return movement.askedAt ? 'asked' : 'planned';
  if (movement.state !== 'approved') return movement.state;
  const ending = movement.legs.at(-1)?.ending;
  if (ending) return ending;
  if (movement.startsOn > today) return 'to-begin';
  const running = runningLeg(movement);
  if (!running) return 'in-force';
  return (running.endsOn ?? today) < today ? 'past-end' : 'running';
}
