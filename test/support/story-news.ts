/** What came to whom since the last look, told the same each time. */
import type { Team } from '../../src/sandbox/types.ts';
import { messageLines } from './story-render.ts';
import type { Shown } from './story-transcript.ts';

/** What changed since the last look, for everybody: equal cards together, the channel first, then people in the seed's order. */
export function watch(team: Team) {
  const known = new Map<string, string>();
  const order = Object.values(team.people).map(({ real_name }) => real_name);
  const ids = Object.keys(team.people);
  const personAt = (id: string | null) => (id === null ? -1 : ids.indexOf(id));

  return {
    /** `mine`: whose own private answers come first and without a name. */
    news(mine: string | null = null): Shown[] {
      const groups = new Map<string, Shown>();
      // Not in the order in which direct messages happened to be opened, which is another each time.
      const channels = Object.values(team.channels).sort((a, b) => personAt(a.imWith) - personAt(b.imWith));
      for (const channel of channels) {
        for (const message of team.messages[channel.id] ?? []) {
          if (message.user !== team.seed.botUserId && !message.bySlackbot) continue;
          const lines = messageLines(team, message);
          const key = `${channel.id} ${message.ts}`;
          const content = lines.join('\n');
          const before = known.get(key);
          known.set(key, content);
          if (before === content) continue;
          const reader = message.onlyFor ?? channel.imWith;
          const to = reader === null ? [] : [team.people[reader]?.real_name ?? '?'];
          const how = message.onlyFor !== null && to[0] === mine ? 'private' : reader === null ? 'channel' : 'direct';
          const isReplaced = before !== undefined;
          const notification = how === 'private' || isReplaced || message.text === content ? null : message.text;
          const changed = isReplaced ? changedLines(before.split('\n'), lines) : lines;
          const shown: Shown = { to, how, channel: channel.name, isReplaced, notification, lines: changed };
          const group = JSON.stringify([how, reader === null ? channel.name : '', isReplaced, notification, changed]);
          const others = groups.get(group);
          const readers = [...(others?.to ?? []), ...to].sort((a, b) => order.indexOf(a) - order.indexOf(b));
          groups.set(group, { ...shown, to: readers });
        }
      }
      const place = ({ how, to }: Shown) => ({ private: -2, channel: -1, direct: order.indexOf(to[0] ?? '') })[how];
      const byItself = mine === null ? comingByItself : () => 0;
      return onlyDifferences([...groups.values()].sort((a, b) => place(a) - place(b) || byItself(a, b)));
    },
  };
}

/** What falls due in the same minute comes in an order of chance: the day's list first here, then by what it says. */
function comingByItself(one: Shown, other: Shown): number {
  const rank = ({ isReplaced, lines }: Shown) => (isReplaced ? 0 : lines[0]?.startsWith('# ') ? 1 : 2);
  if (rank(one) !== 2 || rank(other) !== 2) return rank(one) - rank(other);
  const [said, saidByOther] = [one.lines.join('\n'), other.lines.join('\n')];
  return said < saidByOther ? -1 : said > saidByOther ? 1 : 0;
}

/** Of a card that got new words what is new in it; lines that stayed are one "…". */
function changedLines(before: readonly string[], after: readonly string[]): string[] {
  const marked = after.map((line) => (before.includes(line) ? '…' : line));
  return marked.filter((line, index) => line !== '…' || marked[index - 1] !== '…');
}

/** Cards that come together and say nearly the same: the first whole, of the others what differs. */
function onlyDifferences(cards: readonly Shown[]): Shown[] {
  const first = new Map<string, readonly string[]>();
  return cards.map((card) => {
    const whole = card.notification === null ? undefined : first.get(card.notification);
    if (!whole) {
      if (card.notification !== null) first.set(card.notification, card.lines);
      return card;
    }
    return { ...card, lines: changedLines(whole, card.lines) };
  });
}
