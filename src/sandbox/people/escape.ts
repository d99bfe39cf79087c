/** Turns what a person typed into what Slack sends on: escaped, with people, channels and links marked. */
import type { Person, Team } from '../types.ts';

/** Names are matched whole and the longest first, so that `@Lê Thị An Bình` is not taken for `@Lê Thị An`. */
export function escapeTyped(team: Team, typed: string, mentionWithName: boolean): string {
  const escaped = typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const linked = escaped.replace(/\bhttps?:\/\/[^\s<>"]+/g, (url) => `<${url}>`);
  return markChannels(team, markPeople(team, linked, mentionWithName));
}

function markPeople(team: Team, text: string, withName: boolean): string {
  const bot = { id: team.seed.botUserId, name: team.seed.appName.toLowerCase(), real_name: team.seed.appName };
  const people: Pick<Person, 'id' | 'name' | 'real_name'>[] = [...Object.values(team.people), bot];
  const names = people.flatMap((person) => [
    { id: person.id, handle: person.name, spoken: person.name },
    { id: person.id, handle: person.name, spoken: person.real_name },
  ]);
  names.sort((left, right) => right.spoken.length - left.spoken.length);
  let marked = text;
  for (const { id, handle, spoken } of names) {
    const pattern = new RegExp(`(^|[\\s(])@${quote(spoken)}(?![\\p{L}\\p{N}_-])`, 'giu');
    marked = marked.replace(pattern, (_all, before: string) => `${before}<@${id}${withName ? `|${handle}` : ''}>`);
  }
  return marked;
}

function markChannels(team: Team, text: string): string {
  const channels = Object.values(team.channels).filter((channel) => channel.name !== '');
  return text.replace(/(^|[\s(])#([\p{L}\p{N}_-]+)/gu, (all, before: string, name: string) => {
    const channel = channels.find((each) => each.name === name);
    return channel ? `${before}<#${channel.id}|${channel.name}>` : all;
  });
}

function quote(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
