/** What Slack's own client checks before it submits a form. */
import type { Bag } from '../contract/rules.ts';
import { isEmptyValue } from '../state/values.ts';
import type { StoredView } from '../types.ts';

export type FieldProblem =
  | { kind: 'required' }
  | { kind: 'too-short'; min: number }
  | { kind: 'too-long'; max: number }
  | { kind: 'not-a-number' }
  | { kind: 'not-whole' }
  | { kind: 'below'; min: string }
  | { kind: 'above'; max: string }
  | { kind: 'not-an-email' }
  | { kind: 'not-a-link' };

export function fieldProblems(stored: StoredView): Record<string, FieldProblem> {
  const problems: Record<string, FieldProblem> = {};
  for (const block of stored.view.blocks as Bag[]) {
    if (block.type !== 'input') continue;
    const element = block.element as Bag;
    const value = stored.values[String(block.block_id)]?.[String(element.action_id)];
    const problem = isEmptyValue(value) ? (block.optional ? null : required) : problemOf(element, value ?? {});
    if (problem) problems[String(block.block_id)] = problem;
  }
  return problems;
}

const required: FieldProblem = { kind: 'required' };

function problemOf(element: Bag, value: Bag): FieldProblem | null {
  const text = String(value.value ?? '');
  switch (element.type) {
    case 'plain_text_input':
      return lengthProblem(element, text);
    case 'number_input':
      return numberProblem(element, text);
    case 'email_text_input':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? null : { kind: 'not-an-email' };
    case 'url_text_input':
      return /^[a-z][a-z0-9+.-]*:\/\/\S+$/i.test(text) ? null : { kind: 'not-a-link' };
    default:
      return null;
  }
}

function lengthProblem(element: Bag, text: string): FieldProblem | null {
  const min = typeof element.min_length === 'number' ? element.min_length : 0;
  const max = typeof element.max_length === 'number' ? element.max_length : 3000;
  if (text.length < min) return { kind: 'too-short', min };
  return text.length > max ? { kind: 'too-long', max } : null;
}

function numberProblem(element: Bag, text: string): FieldProblem | null {
  if (!/^-?\d+(\.\d+)?$/.test(text)) return { kind: 'not-a-number' };
  if (element.is_decimal_allowed !== true && text.includes('.')) return { kind: 'not-whole' };
  const { min_value: min, max_value: max } = element;
  if (typeof min === 'string' && Number(text) < Number(min)) return { kind: 'below', min };
  return typeof max === 'string' && Number(text) > Number(max) ? { kind: 'above', max } : null;
}
