/** Small building blocks for describing what Slack accepts. A rule reports every problem that it finds and never throws. */

export type Bag = Record<string, unknown>;
export type Report = (pointer: string, message: string) => void;
export type Rule = (value: unknown, at: string, report: Report) => void;
/** A field that may be left out. */
export interface Maybe {
  maybe: Rule;
}

export function isBag(value: unknown): value is Bag {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function maybe(rule: Rule): Maybe {
  return { maybe: rule };
}

/** Lengths are UTF-16 units, the strictest reading of "characters". */
export function string(limits: { min?: number; max?: number; pattern?: RegExp } = {}): Rule {
  const { min = 1, max, pattern } = limits;
  return (value, at, report) => {
    if (typeof value !== 'string') return report(at, 'must provide a string');
    if (value.length < min) report(at, `must be more than ${min - 1} characters`);
    if (max !== undefined && value.length > max) report(at, `must be less than ${max + 1} characters`);
    if (pattern && !pattern.test(value)) report(at, 'does not match the required format');
  };
}

export function integer(min: number, max: number): Rule {
  return (value, at, report) => {
    if (!Number.isInteger(value)) return report(at, 'must provide an integer');
    if ((value as number) < min) report(at, `must be more than ${min - 1}`);
    if ((value as number) > max) report(at, `must be less than ${max + 1}`);
  };
}

export function number(value: unknown, at: string, report: Report): void {
  if (typeof value !== 'number' || !Number.isFinite(value)) report(at, 'must provide a number');
}

export function boolean(value: unknown, at: string, report: Report): void {
  if (typeof value !== 'boolean') report(at, 'must provide a boolean');
}

export function anything(): void {}

export function oneOf(...allowed: (string | number)[]): Rule {
  return (value, at, report) => {
    if (!allowed.includes(value as string)) report(at, `must be a valid enum value: ${allowed.join(', ')}`);
  };
}

export function list(item: Rule, limits: { min?: number; max?: number } = {}): Rule {
  const { min = 1, max } = limits;
  return (value, at, report) => {
    if (!Array.isArray(value)) return report(at, 'must provide an array');
    if (value.length < min) report(at, `no fewer than ${min} item${min === 1 ? '' : 's'} allowed`);
    if (max !== undefined && value.length > max) report(at, `no more than ${max} items allowed`);
    value.forEach((entry, index) => {
      item(entry, `${at}/${index}`, report);
    });
  };
}

/** An object with exactly these fields: the missing and the unknown are both reported. */
export function shape(fields: Record<string, Rule | Maybe>): Rule {
  return (value, at, report) => {
    if (!isBag(value)) return report(at, 'must provide an object');
    for (const name of Object.keys(value)) {
      if (!Object.hasOwn(fields, name)) report(at, `invalid additional property: ${name}`);
    }
    for (const [name, rule] of Object.entries(fields)) {
      const given = value[name];
      if (typeof rule === 'function') {
        if (given === undefined || given === null) report(at, `missing required field: ${name}`);
        else rule(given, `${at}/${name}`, report);
      } else if (given !== undefined) {
        rule.maybe(given, `${at}/${name}`, report);
      }
    }
  };
}

/** A further check over the whole value, run after its own rule. */
export function also(rule: Rule, check: (value: Bag, at: string, report: Report) => void): Rule {
  return (value, at, report) => {
    rule(value, at, report);
    if (isBag(value)) check(value, at, report);
  };
}

export function byType(table: Record<string, Rule>, allowed: string[] = Object.keys(table)): Rule {
  return (value, at, report) => {
    if (!isBag(value)) return report(at, 'must provide an object');
    const type = value.type;
    const rule = typeof type === 'string' && allowed.includes(type) ? table[type] : undefined;
    if (rule) rule(value, at, report);
    else report(at, type === undefined ? 'missing required field: type' : `unsupported type: ${String(type)}`);
  };
}
