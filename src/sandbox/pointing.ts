/** Finds an element by what a person would call it, and turns plain values into Slack's. */
import { elementsOf } from './contract/blocks.ts';
import { allOptions } from './contract/elements.ts';
import { type Bag, isBag } from './contract/rules.ts';
import { type Choice, type Place, type Pointed, suggest } from './people/act.ts';
import { slotOf } from './state/values.ts';
import { teamOf, type Who, type World } from './world.ts';

/** What is entered or chosen: words on an option or its value, a person's name or id, a date, several of these. */
export type Given = string | number | boolean | Date | null | (string | number)[] | Bag;

export interface Pointer {
  at: Pointed;
  element: Bag;
  /** Whether Slack tells the bot at once: outside input blocks always, inside only with `dispatch_action`. */
  dispatches: boolean;
}

/** By action id, block id, `block/action`, the words on a button, the label of an input, or the words on an option. */
export function pointTo(blocks: Bag[], which: string): Pointer {
  const all = blocks.flatMap((block) => elementsOf(block).map((element) => pointer(block, element)));
  const usable = all.filter(({ element }) => element.action_id !== undefined);
  const tests: ((each: Pointer & { block: Bag }) => boolean)[] = [
    ({ at }) => at.actionId === which || at.blockId === which || `${at.blockId}/${at.actionId}` === which,
    ({ element }) => wordsOf(element.text) === which || element.accessibility_label === which,
    ({ block }) => wordsOf(block.label) === which,
    ({ element }) => allOptions(element).some((option) => wordsOf(option.text) === which),
    ({ element }) => wordsOf(element.placeholder) === which,
  ];
  for (const test of tests) {
    const found = usable.find(test);
    if (found) return found;
  }
  const known = usable.map(({ at, element }) => `${at.actionId} "${wordsOf(element.text) ?? ''}"`).join(', ');
  throw new Error(`nothing here is called "${which}"; there is: ${known || 'nothing to use'}`);
}

function pointer(block: Bag, element: Bag): Pointer & { block: Bag } {
  const at = { blockId: String(block.block_id), actionId: String(element.action_id) };
  return { at, element, block, dispatches: block.type !== 'input' || block.dispatch_action === true };
}

function wordsOf(text: unknown): string | undefined {
  return isBag(text) && typeof text.text === 'string' ? text.text : undefined;
}

export async function choiceFor(
  world: World,
  who: Who,
  place: Place,
  at: Pointed,
  element: Bag,
  given: Given,
): Promise<Choice> {
  const type = String(element.type);
  if (isBag(given) && !(given instanceof Date)) return given;
  if (type === 'overflow') return { selected_option: optionFor(allOptions(element), given) };
  const slot = slotOf(type);
  if (!slot) return {};
  if (given === null) return { [slot.field]: slot.empty };
  if (type === 'checkboxes' || type.startsWith('multi_')) {
    const many = Array.isArray(given) ? given : [given];
    const chosen = await Promise.all(many.map((each) => single(world, who, place, at, element, each)));
    return { [slot.field]: chosen };
  }
  return { [slot.field]: await single(world, who, place, at, element, given) };
}

async function single(world: World, who: Who, place: Place, at: Pointed, element: Bag, given: Given): Promise<unknown> {
  const type = String(element.type).replace('multi_', '');
  const team = teamOf(world, who.teamId);
  switch (type) {
    case 'static_select':
    case 'radio_buttons':
    case 'checkboxes':
      return optionFor(allOptions(element), given);
    case 'external_select': {
      const options = (await suggest(world, who, place, at, String(given))) ?? [];
      return optionFor(
        options.flatMap((entry) => (entry.options ? allOptions(entry) : [entry])),
        given,
      );
    }
    case 'users_select': {
      const people = Object.values(team.people);
      return people.find(({ id, name, real_name }) => [id, name, real_name].includes(String(given)))?.id ?? given;
    }
    case 'conversations_select':
    case 'channels_select':
      return Object.values(team.channels).find(({ id, name }) => [id, name].includes(String(given)))?.id ?? given;
    case 'datetimepicker':
      return given instanceof Date ? Math.floor(given.getTime() / 1000) : Number(given);
    default:
      return typeof given === 'string' ? given : String(given);
  }
}

function optionFor(options: Bag[], given: Given): Bag {
  const found =
    options.find((option) => option.value === given) ?? options.find((option) => wordsOf(option.text) === given);
  if (found) return { text: found.text, value: found.value };
  throw new Error(
    `no option "${String(given)}"; there is: ${options.map((option) => wordsOf(option.text)).join(', ')}`,
  );
}
