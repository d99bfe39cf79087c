/** Somebody in a story: types, presses, fills in and sends, and what they read becomes part of the transcript. */
import type { Actor, Outcome, Seen, Target } from '../../src/sandbox/actor.ts';
import { elementsOf } from '../../src/sandbox/contract/blocks.ts';
import type { Bag } from '../../src/sandbox/contract/rules.ts';
import type { FieldProblem } from '../../src/sandbox/people/fields.ts';
import type { Given } from '../../src/sandbox/pointing.ts';
import type { StoredView, Team } from '../../src/sandbox/types.ts';
import { drawnTwoWays } from './story-drawings.ts';
import type { Parts, Player, Values } from './story-player.ts';
import { fieldValue, findButton, formKey, viewLines, words } from './story-render.ts';
import type { Shown } from './story-transcript.ts';

/** What is under way is known (calls, handlers, jobs, cards on their way): rest is a state, and no time is waited out. */
export const quietMs = 0;

/** People work, they do not fly: so much passes before each act. */
const paceMs = 20_000;

/** `settle` lets everything come to rest that an act has caused, and tells what came to whom. */
export function createPlayer(parts: Parts, team: Team, name: string, settle: () => Promise<readonly Shown[]>): Player {
  const { sandbox, clock, transcript } = parts;
  const person = Object.values(team.people).find(({ real_name }) => real_name === name);
  if (!person) throw new Error(`nobody is called ${name}`);
  const actor = sandbox.as(team.id, person.id);
  const channel = Object.values(team.channels).find(({ members }) => members.includes(team.seed.botUserId));
  if (!channel) throw new Error('the bot is in no channel');

  /** The window on top, as it was before the act, to see whether it changed. */
  async function doing(what: string, act: () => Promise<Outcome | null>): Promise<void> {
    clock.setTo(new Date(clock.now().getTime() + paceMs));
    const before = stampOf(actor.topView());
    transcript.act(clock.now(), name, what);
    const last = sandbox.inspector.entries().at(-1)?.id ?? 0;
    const outcome = await act();
    if (outcome?.trouble) throw new Error(`${name} ${what}: ${outcome.trouble}`);
    if (outcome) showProblems(actor.topView(), outcome);
    const news = await settle();
    const twoWays = drawnTwoWays(sandbox.inspector.entries().filter(({ id }) => id > last));
    if (twoWays) throw new Error(`${name} ${what}: ${twoWays}`);
    const after = actor.topView();
    if (after && stampOf(after) !== before) showView(after);
    for (const shown of news) transcript.shown(shown);
  }

  function showView(view: StoredView): void {
    const key = formKey(view);
    const isForm = Boolean(view.view.submit);
    transcript.lines(viewLines(team, view, isForm && parts.knownForms.has(key)));
    if (isForm) parts.knownForms.add(key);
  }

  function showProblems(view: StoredView | null, { errors, blocked }: Outcome): void {
    const problems = Object.entries({ ...blocked, ...errors });
    if (problems.length === 0) return;
    transcript.lines([
      `${transcript.word('refused')}:`,
      ...problems.map(([blockId, problem]) => `✗ ${labelOf(view, blockId)}: ${problemText(problem)}`),
    ]);
  }

  function showFilled(view: StoredView, values: Values): void {
    const lines = Object.keys(values).map((field) => {
      const { label, element } = fieldOf(view, field);
      const [first = '', ...more] = fieldValue(team, element, view.values[`field:${field}`]?.[field]).split('\n');
      return [`  ${label}: ${first}`, ...more.map((line) => `    ${line}`)];
    });
    transcript.lines(lines.flat());
  }

  /** An answer that was read is closed without a word; an unsent form is closed by the story. */
  async function putAway(): Promise<void> {
    const view = actor.topView();
    if (!view) return;
    if (view.view.submit) throw new Error(`${name} has a form open: ${words(view.view.title)}`);
    await actor.close(view, true);
  }

  /** As a person chooses: an option by some of its words. */
  function chosen(view: StoredView, values: Values): Values {
    const entries = Object.entries(values).map(([field, given]): [string, Given] => {
      const { element } = fieldOf(view, field);
      const options = Array.isArray(element.options) ? (element.options as Bag[]) : [];
      const pick = (each: string | number): string | number => {
        const isExact = options.some((option) => option.value === each || words(option.text) === each);
        const beginning = options.find((option) => words(option.text).startsWith(String(each)));
        const holding = options.find((option) => words(option.text).includes(String(each)));
        return isExact ? each : words((beginning ?? holding)?.text) || each;
      };
      if (Array.isArray(given)) return [field, given.map(pick)];
      return [field, typeof given === 'string' ? pick(given) : given];
    });
    return Object.fromEntries(entries);
  }

  function mustBeOpen(): StoredView {
    const view = actor.topView();
    if (!view)
      throw new Error(
        `${name} has no window open; sees: ${newestFirst(team, actor)
          .slice(0, 2)
          .map(({ text }) => text)
          .join(' | ')}`,
      );
    return view;
  }

  return {
    types: async (line) => {
      const isCommand = line.startsWith('/');
      await putAway();
      return doing(`${isCommand ? `#${channel.name}` : '(bot)'} › ${line}`, async () => {
        if (isCommand) {
          const [command = '', ...rest] = line.split(' ');
          return actor.command(channel.id, command, rest.join(' '));
        }
        await actor.type(await actor.openMessages(), line);
        return null;
      });
    },
    async presses(action, beside) {
      const { target, spot } = spotOf(team, actor, action, beside ?? null);
      if (target !== actor.topView()) await putAway();
      const words = `[${spot.label}]${beside ? ` (${beside})` : ''}`;
      return doing(words, async () => {
        if (spot.confirm) transcript.lines(confirmLines(spot.confirm));
        return actor.click(target, `${spot.blockId}/${spot.actionId}`);
      });
    },
    fills: (values) =>
      doing(transcript.word('fills'), async () => {
        const view = mustBeOpen();
        await actor.fill(view, chosen(view, values));
        showFilled(actor.topView() ?? view, values);
        return null;
      }),
    file: (name, text) => actor.file(name, Buffer.from(text)),
    submits: (values = {}) => {
      const button = words(mustBeOpen().view.submit);
      return doing(`[${button}]`, async () => {
        const view = mustBeOpen();
        await actor.fill(view, chosen(view, values));
        showFilled(actor.topView() ?? view, values);
        return actor.submit(view);
      });
    },
    closes: () =>
      doing(transcript.word('closes'), async () => {
        await actor.close(mustBeOpen(), true);
        return null;
      }),
    reads: () => {
      const view = mustBeOpen();
      const ids = (view.view.blocks as Bag[]).map(({ block_id }) => String(block_id));
      const fields = ids.filter((id) => id.startsWith('field:')).map((id) => id.slice('field:'.length));
      return { lines: viewLines(team, view), fields };
    },
    opensHome: () =>
      doing(transcript.word('home'), async () => {
        await actor.openHome();
        await sandbox.quiet(quietMs);
        const home = actor.home();
        if (!home) throw new Error(`${name} has an empty Home`);
        transcript.lines(viewLines(team, home));
        return null;
      }),
  };
}

function stampOf(view: StoredView | null): string {
  return view ? `${view.id} ${view.hash}` : '';
}

function spotOf(team: Team, actor: Actor, action: string, beside: string | null) {
  const windows = [actor.topView(), actor.home()].filter((view) => view !== null);
  const places: { target: Target; blocks: Bag[] }[] = [
    ...windows.slice(0, 1).map((view) => ({ target: view, blocks: view.view.blocks as Bag[] })),
    ...newestFirst(team, actor).map((message) => ({ target: message, blocks: message.blocks ?? [] })),
    ...windows.slice(1).map((view) => ({ target: view, blocks: view.view.blocks as Bag[] })),
  ];
  for (const { target, blocks } of places) {
    const spot = findButton(team, blocks, action, beside);
    if (spot) return { target, spot };
  }
  const [newest] = places;
  const there = (newest?.blocks ?? [])
    .flatMap(elementsOf)
    .map(({ action_id, text }) => `${action_id} "${words(text)}"`);
  throw new Error(`${team.people[actor.userId]?.real_name} sees no button ${action} ${beside ?? ''}; newest: ${there}`);
}

function newestFirst(team: Team, actor: Actor): Seen[] {
  return Object.values(team.channels)
    .filter((channel) => channel.members.includes(actor.userId))
    .flatMap((channel) => actor.messages(channel.id))
    .sort((a, b) => (a.ts < b.ts ? 1 : -1));
}

function fieldOf(view: StoredView, field: string): { label: string; element: Bag } {
  const block = (view.view.blocks as Bag[]).find(({ block_id }) => block_id === `field:${field}`);
  if (!block) throw new Error(`the form has no field ${field}`);
  return { label: words(block.label), element: block.element as Bag };
}

function labelOf(view: StoredView | null, blockId: string): string {
  const block = (view?.view.blocks as Bag[] | undefined)?.find(({ block_id }) => block_id === blockId);
  return words(block?.label);
}

function problemText(problem: string | FieldProblem): string {
  return typeof problem === 'string' ? problem : `‹${problem.kind}›`;
}

function confirmLines(confirm: Bag): string[] {
  return [
    `? ${words(confirm.title)}`,
    `  ${words(confirm.text)}`,
    `  [${words(confirm.confirm)}] [${words(confirm.deny)}]`,
  ];
}
