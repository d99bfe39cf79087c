/** The ten select menus: fixed options, the bot's options, people, conversations, channels; one or several. */

import { bare, choose } from './choice.js';
import { avatar, icon } from './dom.js';
import { fold, matches, picker } from './picker.js';
import { channelById, nameOf, personById, store } from './store.js';

const fields = {
  static_select: 'selected_option',
  external_select: 'selected_option',
  users_select: 'selected_user',
  conversations_select: 'selected_conversation',
  channels_select: 'selected_channel',
};

export function selectElement(element, spot) {
  const several = element.type.startsWith('multi_');
  const kind = element.type.replace('multi_', '');
  const field = fields[kind] + (several ? 's' : '');
  const value = spot.value?.[field] ?? null;
  const chosen = [value]
    .flat()
    .filter(Boolean)
    .map((each) => itemOf(kind, each));
  const root = picker({
    chosen,
    several,
    max: element.max_selected_items,
    placeholder: element.placeholder?.text,
    label: spot.label ?? { text: element.placeholder?.text },
    describedBy: spot.describedBy,
    isInvalid: spot.isInvalid,
    minQuery: kind === 'external_select' ? (element.min_query_length ?? 3) : 0,
    find: (query) => find(kind, element, spot, query),
    onPick: (data) => choose(element, spot, { [field]: several ? data : (data[0] ?? null) }),
  });
  root.dataset.action = element.action_id;
  return root;
}

function itemOf(kind, value) {
  if (kind === 'users_select')
    return personItem(personById(value) ?? { id: value, realName: nameOf(value), title: '' });
  if (kind === 'conversations_select' || kind === 'channels_select') {
    return channelItem(channelById(value) ?? { id: value, name: value });
  }
  return optionItem(value);
}

function optionItem(option, group) {
  const { text, value, description } = option;
  return { key: value, label: text.text, hint: description?.text, group, data: bare(option) };
}

function personItem(person) {
  const lead = () => avatar(person.realName, { id: person.id, locale: person.locale, size: 'small' });
  return { key: person.id, label: person.realName, hint: person.title, lead, data: person.id };
}

function channelItem(channel) {
  return {
    key: channel.id,
    label: channel.name,
    lead: () => icon(channel.kind === 'private' ? 'lock' : 'hash'),
    data: channel.id,
  };
}

function find(kind, element, spot, query) {
  switch (kind) {
    case 'static_select':
      return optionItems(element).filter((item) => matches(`${item.label} ${item.hint ?? ''}`, query));
    case 'external_select':
      return spot.host
        .suggest(spot.blockId, element.action_id, query)
        .then((found) => found && optionItems(asOptions(found)));
    case 'users_select':
      return people(query);
    default:
      return store.desk.channels
        .filter((channel) => channel.isMember && !channel.isArchived && isWanted(kind, element, channel))
        .filter((channel) => matches(channel.name, query))
        .map(channelItem);
  }
}

function isWanted(kind, element, channel) {
  if (kind === 'channels_select') return channel.kind === 'public';
  const wanted = element.filter?.include;
  return !wanted || wanted.includes(channel.kind);
}

function people(query) {
  const found = store.desk.people.filter(
    (person) => !person.deleted && matches(`${person.realName} ${person.name}`, query),
  );
  const begins = (person) =>
    fold(person.realName)
      .split(' ')
      .some((word) => word.startsWith(fold(query)))
      ? 0
      : 1;
  return found.sort((left, right) => begins(left) - begins(right)).map(personItem);
}

function asOptions(found) {
  return found.some((entry) => entry.options) ? { option_groups: found } : { options: found };
}

function optionItems({ options, option_groups: groups }) {
  if (groups) return groups.flatMap((group) => group.options.map((option) => optionItem(option, group.label.text)));
  return (options ?? []).map((option) => optionItem(option));
}
