/** Walks through everything that a person can reach from the commands: each step is found again in the reply before it. */
import type { Input, Reply } from '../../src/chat/call.ts';
import type { Form, RawValue, RawValues } from '../../src/chat/form.ts';
import type { Button } from '../../src/chat/message.ts';
import { client } from '../../src/database/client.ts';
import type { Act, StoreHandle } from '../../src/kernel/act.ts';
import { buttonsOf } from '../support/calls.ts';
import { discarded, lines, type Mouth, mouthOf } from './bot.ts';

export type Step =
  | { readonly kind: 'line'; readonly name: string; readonly text: string }
  | { readonly kind: 'home' }
  | { readonly kind: 'press'; readonly action: string; readonly label: string; readonly nth: number }
  | { readonly kind: 'submit'; readonly form: string; readonly pick: 'first' | 'last' }
  | { readonly kind: 'change'; readonly form: string; readonly field: string }
  | { readonly kind: 'search'; readonly form: string; readonly field: string };

export type Path = readonly Step[];

export interface Walk {
  readonly path: Path;
  /** What was really sent in the last step; null: a search. */
  readonly input: Input | null;
  readonly reply: Reply | readonly unknown[];
}

/** The last step of a path, ready to be tried by anybody. */
export interface Attempt {
  readonly input: Input | null;
  readonly search: Parameters<Mouth['options']>[0] | null;
}

export const firstSteps: readonly Step[] = [
  { kind: 'home' },
  ...lines.map(({ name, text }): Step => ({ kind: 'line', name, text })),
];

/** What the values of a form are, where any text would be refused before the act is reached. */
const hints: Readonly<Record<string, RawValue>> = {
  termFrom: '2033-01',
  termTo: '2038-01',
  birthMonth: '1980-01',
  date: '2026-03-25',
  time: '10:00',
  names: null,
  congress: null,
  positions: 'Treasurer; 2; 4',
  rows: 'Full name\tBirth month\nPetra Pasted\t04/1980',
  typed: 'a',
  endOfDay: '17:00',
  digestAt: '08:30',
  hours: '08:00–11:30, 13:30–17:00',
  digestDays: '7, 3',
  minutes: '60',
  version: '1',
  rank: '3',
};

/** As many at a time as surely fit into the time that one transaction has. */
const branchesAtOnce = 6;

/**
 * Goes to where `path` leads and tries each of these steps from there, as if the others had never been: `work` gets the
 * step ready to be done by anybody, and what it does is taken back.
 */
export async function branches<T>(
  act: Act,
  channel: string | null,
  path: Path,
  steps: readonly Step[],
  work: (attempt: Attempt, store: StoreHandle, step: Step) => Promise<T>,
): Promise<readonly T[]> {
  const results: T[] = [];
  for (let start = 0; start < steps.length; start += branchesAtOnce) {
    await discarded(act, async (store) => {
      const mouth = mouthOf(act, channel, store);
      let reply: Reply | null = null;
      for (const step of path) {
        const { input } = await attemptOf(step, reply, mouth);
        if (!input) throw new Error('a search leads nowhere');
        reply = await mouth.answer(input);
      }
      for (const step of steps.slice(start, start + branchesAtOnce)) {
        await client(store).$executeRawUnsafe('SAVEPOINT "branch"');
        results.push(await work(await attemptOf(step, reply, mouth), store, step));
        await client(store).$executeRawUnsafe('ROLLBACK TO SAVEPOINT "branch"');
      }
    });
  }
  return results;
}

export async function tryOut(attempt: Attempt, mouth: Mouth): Promise<Reply | readonly unknown[]> {
  if (attempt.search) return mouth.options(attempt.search);
  return mouth.answer(attempt.input as Input);
}

async function attemptOf(step: Step, before: Reply | null, mouth: Mouth): Promise<Attempt> {
  switch (step.kind) {
    case 'home':
      return { input: { kind: 'home' }, search: null };
    case 'line':
      return { input: { kind: 'command', name: step.name, text: step.text }, search: null };
    case 'press': {
      const button = shownButtons(before).filter(
        (one) => one.action === step.action && withoutIds(one.label) === step.label,
      )[step.nth];
      if (!button) throw new Error(`the button ${step.action} is not there`);
      const input = { kind: 'button', action: button.action, data: roundTrip(button.data), in: 'message' } as const;
      return { input, search: null };
    }
    case 'submit': {
      const form = shownForm(before, step.form);
      const values = await fill(form, mouth, step.pick);
      return { input: { kind: 'submission', form: form.id, state: roundTrip(form.state), values }, search: null };
    }
    case 'change': {
      const form = shownForm(before, step.form);
      const values = await fill(form, mouth, 'first');
      const { id, state, requestId } = form;
      const input = {
        kind: 'change',
        form: id,
        requestId,
        state: roundTrip(state),
        field: step.field,
        values,
      } as const;
      return { input, search: null };
    }
    case 'search': {
      const form = shownForm(before, step.form);
      const search = { form: form.id, state: roundTrip(form.state), field: step.field, typed: 'e' };
      return { input: null, search };
    }
  }
}

/** Where one can go from a reply. */
export function stepsFrom(reply: Reply | readonly unknown[]): readonly Step[] {
  if (!('kind' in reply)) return [];
  const counted = new Map<string, number>();
  const presses = shownButtons(reply)
    .filter((button) => button.link === undefined)
    .map((button): Step => {
      const key = `${button.action}|${withoutIds(button.label)}`;
      const nth = counted.get(key) ?? 0;
      counted.set(key, nth + 1);
      return { kind: 'press', action: button.action, label: withoutIds(button.label), nth };
    });
  if (reply.kind !== 'form' && reply.kind !== 'redraw') return presses;
  const { form } = reply;
  const fields = form.items.flatMap((item) => (item.kind === 'field' ? [item] : []));
  return [
    ...presses,
    ...(form.submit === null
      ? []
      : [
          { kind: 'submit', form: form.id, pick: 'first' } as const,
          ...(fields.some(({ input }) => 'options' in input && input.options.length > 1)
            ? [{ kind: 'submit', form: form.id, pick: 'last' } as const]
            : []),
        ]),
    ...fields
      .filter(({ input }) => input.type === 'search' || input.type === 'search-many')
      .map(({ name }): Step => ({ kind: 'search', form: form.id, field: name })),
    ...fields.filter(({ live }) => live).map(({ name }): Step => ({ kind: 'change', form: form.id, field: name })),
  ];
}

/**
 * Everything within `depth` steps. A place that looks the same as one already seen (ids of new things aside) is not
 * entered again. `known`: ids that stay the same in every transaction. What lies behind a first step is tried where it
 * has led to, before it is taken back; only what lies deeper is gone to again.
 */
export async function explore(
  act: Act,
  options: {
    channel: string | null;
    depth: number;
    known: ReadonlySet<string>;
    prune?: (step: Step) => boolean;
    /** Where to begin; left out: at every command and at home. */
    first?: readonly Step[];
    /** So often the same button or form is tried with other data; left out: always. */
    perHandler?: number | ((step: Step) => number);
  },
): Promise<readonly Walk[]> {
  const { channel, depth, known, prune = () => false, perHandler = Number.POSITIVE_INFINITY } = options;
  const { first = firstSteps } = options;
  const tried = new Map<string, number>();
  const walks: Walk[] = [];
  const seen = new Set<string>();
  const triesOf = (step: Step) => (typeof perHandler === 'number' ? perHandler : perHandler(step));
  const isTriedEnough = (step: Step) => (tried.get(handlerOf(step)) ?? 0) >= triesOf(step);

  async function goOn(store: StoreHandle, path: Path, before: Reply | null, steps: readonly Step[]): Promise<void> {
    const mouth = mouthOf(act, channel, store);
    for (const step of steps) {
      if (isTriedEnough(step)) continue;
      const savepoint = `"step ${path.length}"`;
      await client(store).$executeRawUnsafe(`SAVEPOINT ${savepoint}`);
      const attempt = await attemptOf(step, before, mouth);
      const place = placeOf(attempt, known);
      if (!seen.has(place)) {
        seen.add(place);
        tried.set(handlerOf(step), (tried.get(handlerOf(step)) ?? 0) + 1);
        const reply = await tryOut(attempt, mouth);
        const here = [...path, step];
        walks.push({ path: here, input: attempt.input, reply });
        if (here.length < Math.min(depth, 2) && 'kind' in reply) {
          await goOn(
            store,
            here,
            reply,
            stepsFrom(reply).filter((next) => !prune(next)),
          );
        }
      }
      await client(store).$executeRawUnsafe(`ROLLBACK TO SAVEPOINT ${savepoint}`);
    }
  }

  // A transaction for each beginning: its time is limited.
  for (const step of first) await discarded(act, (store) => goOn(store, [], null, [step]));
  let frontier = walks.filter(({ path }) => path.length === 2);
  for (let level = 3; level <= depth; level += 1) {
    const next: Walk[] = [];
    for (const { path, reply: from } of frontier) {
      const offered = stepsFrom(from).filter((step) => !prune(step));
      const steps = offered.filter((step) => !isTriedEnough(step));
      await branches(act, channel, path, steps, async (attempt, store, step) => {
        const place = placeOf(attempt, known);
        if (seen.has(place)) return;
        seen.add(place);
        tried.set(handlerOf(step), (tried.get(handlerOf(step)) ?? 0) + 1);
        const reply = await tryOut(attempt, mouthOf(act, channel, store));
        next.push({ path: [...path, step], input: attempt.input, reply });
      });
    }
    walks.push(...next);
    frontier = next;
  }
  return walks;
}

function handlerOf(step: Step): string {
  const { kind } = step;
  if (kind === 'home') return kind;
  if (kind === 'line') return `${kind} ${step.name} ${step.text}`;
  if (kind === 'press') return `${kind} ${step.action}`;
  return `${kind} ${step.form} ${kind === 'submit' ? step.pick : step.field}`;
}

/** The same handler with the same ids and values is the same place, however one got there. */
function placeOf(attempt: Attempt, known: ReadonlySet<string>): string {
  const { requestId: _request, ...input } = { requestId: null, ...(attempt.input ?? attempt.search) } as Record<
    string,
    unknown
  >;
  return JSON.stringify(input).replace(uuids, (id) => (known.has(id) ? id : '#new'));
}

export const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gu;

export function withoutIds(text: string): string {
  return text.replace(uuids, '#').replace(/\b([CTU])[0-9a-f]{8}\b/gu, '$1#');
}

function shownButtons(reply: Reply | null): readonly Button[] {
  if (reply?.kind === 'show' || reply?.kind === 'replace') return buttonsOf(reply.message);
  if (reply?.kind === 'form' || reply?.kind === 'redraw') return buttonsOf(reply.form);
  return [];
}

function shownForm(reply: Reply | null, id: string): Form {
  if ((reply?.kind === 'form' || reply?.kind === 'redraw') && reply.form.id === id) return reply.form;
  throw new Error(`the form ${id} is not there`);
}

async function fill(form: Form, mouth: Mouth, pick: 'first' | 'last'): Promise<RawValues> {
  const values: Record<string, RawValue> = {};
  for (const item of form.items) {
    if (item.kind === 'field') values[item.name] = await valueFor(form, item.name, item.input, mouth, pick);
  }
  return values;
}

async function valueFor(
  form: Form,
  name: string,
  input: Extract<Form['items'][number], { kind: 'field' }>['input'],
  mouth: Mouth,
  pick: 'first' | 'last',
): Promise<RawValue> {
  if (input.type === 'search' || input.type === 'search-many') {
    const options = await mouth.options({ form: form.id, state: roundTrip(form.state), field: name, typed: 'e' });
    const value = options.at(pick === 'first' ? 0 : -1)?.value ?? null;
    return input.type === 'search' || value === null ? value : [value];
  }
  if ('initial' in input && input.initial !== undefined && pick === 'first') {
    const initial = input.initial as RawValue | number;
    return typeof initial === 'number' ? String(initial) : initial;
  }
  const hint = hints[name];
  if (hint !== undefined) return hint;
  switch (input.type) {
    case 'text':
      return 'Some words';
    case 'number':
      return String(input.min ?? 1);
    case 'date':
      return '2026-03-25';
    case 'time':
      return '10:00';
    case 'select':
    case 'radio':
      return input.options.at(pick === 'first' ? 0 : -1)?.value ?? null;
    case 'checkboxes':
    case 'multi-select':
      return input.options
        .slice(pick === 'first' ? 0 : -1)
        .slice(0, 1)
        .map(({ value }) => value);
    case 'user':
      return 'U1';
    case 'users':
      return ['U1'];
    case 'file':
      return null;
  }
}

/** As it comes back from a platform: through JSON. */
function roundTrip<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
