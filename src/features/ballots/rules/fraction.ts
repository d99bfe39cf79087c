/** Exact fractions for votes that are split: STV passes on a part of a paper, and parts of parts. */
import type { ExactNumber } from '../types/ruling.ts';

export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const nothing: Fraction = { numerator: 0n, denominator: 1n };

export function wholeNumber(value: number): Fraction {
  return { numerator: BigInt(value), denominator: 1n };
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return reduced(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { numerator: -b.numerator, denominator: b.denominator });
}

export function times(a: Fraction, b: Fraction): Fraction {
  return reduced(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** By nothing is a RangeError of the language. */
export function dividedBy(a: Fraction, b: Fraction): Fraction {
  return reduced(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** Below, at or above zero, as for sorting. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function asDigits(value: Fraction): ExactNumber {
  return { numerator: String(value.numerator), denominator: String(value.denominator) };
}

function reduced(numerator: bigint, denominator: bigint): Fraction {
  const divisor = greatestCommon(numerator < 0n ? -numerator : numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

function greatestCommon(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommon(b, a % b);
}
