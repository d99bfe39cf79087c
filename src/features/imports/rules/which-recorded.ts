/** Which of somebody's recorded measures or experiences a line may be about. */
import { foldName } from '../../../i18n/names.ts';
import type { Experience, Measure } from '../../development/types.ts';
import type { SaidExperience, SaidMeasure } from '../types/development.ts';
import { tidyCell } from './cells.ts';

export interface Same<Of> {
  /** What the database would take for the same one. */
  readonly exact: readonly Of[];
  /** By its key, where half of it still reads the same: columns sorted by themselves make nothing another. */
  readonly keyed: readonly Of[];
  /** What the line leaves out may be any: more than one may be meant. */
  readonly open: readonly Of[];
}

export function whichMeasure(said: SaidMeasure, key: string | null, known: readonly Measure[]): Same<Measure> {
  const isWhat = (one: Measure) => tidyCell(one.what) === said.what;
  const isKind = (one: Measure) => one.kind === said.kind;
  return {
    exact: known.filter((one) => isKind(one) && isWhat(one) && one.dueOn === said.dueOn),
    keyed: known.filter((one) => one.id === key && (isWhat(one) || (isKind(one) && one.dueOn === said.dueOn))),
    open: said.dueOn === null ? known.filter((one) => isKind(one) && isWhat(one)) : [],
  };
}

export function whichExperience(
  said: SaidExperience | null,
  key: string | null,
  known: readonly Experience[],
): Same<Experience> {
  if (!said) return { exact: [], keyed: [], open: [] };
  const isKind = (one: Experience) => foldName(one.kind.name) === foldName(said.kind ?? '');
  const isPlace = (one: Experience) => tidyCell(one.place ?? '') === (said.place ?? '');
  const isFrom = (one: Experience) => one.fromMonth === said.fromMonth;
  return {
    exact: known.filter((one) => isKind(one) && isPlace(one) && isFrom(one)),
    keyed: known.filter((one) => one.id === key && (isKind(one) || (isPlace(one) && isFrom(one)))),
    open:
      said.place === null || said.fromMonth === null
        ? known.filter(
            (one) => isKind(one) && (said.place === null || isPlace(one)) && (said.fromMonth === null || isFrom(one)),
          )
        : [],
  };
}
