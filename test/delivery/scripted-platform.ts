/** A chat platform in memory that answers as it is told: what was posted, in which order, and how it went wrong. */
import type { Message } from '../../src/chat/message.ts';
import type { MessageAddress, Platform, Recipient, SendResult, Team } from '../../src/chat/platform.ts';
import { Unavailable } from '../../src/kernel/errors.ts';

export interface Posted {
  readonly team: string;
  readonly to: string;
  readonly key: string;
  readonly address: string;
  message: Message;
  updates: number;
}

/** `lost`: it was posted, and the reply got lost. `cut`: the connection broke before anything was posted. */
export type Answer = SendResult | 'posted' | 'lost' | 'cut';

export interface ScriptedPlatform extends Platform {
  readonly posted: Posted[];
  /** Every call in order: "post U1", "update 3", "find U1". */
  readonly calls: string[];
  /** Answers for the next posts to a recipient, used up one by one; after them everything is posted. */
  script(to: string, ...answers: Answer[]): void;
  /** Answers for the next updates of anything. */
  scriptUpdates(...answers: Answer[]): void;
  /** While true, `find` cannot tell. */
  isBlind: boolean;
  /** Awaited in the middle of each post. */
  onPost: (to: string) => Promise<void>;
}

export function scriptedPlatform(): ScriptedPlatform {
  const posted: Posted[] = [];
  const calls: string[] = [];
  const scripts = new Map<string, Answer[]>();
  const updates: Answer[] = [];
  const platform: ScriptedPlatform = {
    name: 'scripted',
    posted,
    calls,
    isBlind: false,
    onPost: async () => {},
    script: (to, ...answers) => void scripts.set(to, [...(scripts.get(to) ?? []), ...answers]),
    scriptUpdates: (...answers) => void updates.push(...answers),
    async post(team, recipient, message, key) {
      const to = nameOf(recipient);
      calls.push(`post ${to}`);
      await platform.onPost(to);
      const answer = scripts.get(to)?.shift() ?? 'posted';
      return said(answer, () => add(team, to, message, key));
    },
    async update(_team, address, message) {
      calls.push(`update ${address.ts}`);
      const card = posted.find((one) => one.address === address.ts);
      if (!card) return { kind: 'undeliverable', reason: 'message-gone' };
      return said(updates.shift() ?? 'posted', () => {
        card.message = message;
        card.updates += 1;
        return address;
      });
    },
    async find(team, recipient, key) {
      const to = nameOf(recipient);
      calls.push(`find ${to}`);
      if (platform.isBlind) throw new Unavailable('cannot tell');
      const card = posted.find((one) => one.team === team.id && one.to === to && one.key === key);
      return card ? { ts: card.address } : null;
    },
    publishHome: async () => ({ kind: 'sent', address: {} }),
    account: async () => null,
    channelAccounts: async () => null,
    channelInfo: async () => null,
    readFile: async () => ({ kind: 'gone' }),
  };

  function add(team: Team, to: string, message: Message, key: string): MessageAddress {
    const address = String(posted.length + 1);
    posted.push({ team: team.id, to, key, address, message, updates: 0 });
    return { ts: address };
  }
  return platform;
}

function said(answer: Answer, act: () => MessageAddress): SendResult {
  if (answer === 'cut') return { kind: 'unknown' };
  if (answer === 'lost') {
    act();
    return { kind: 'unknown' };
  }
  if (answer === 'posted') return { kind: 'sent', address: act() };
  return answer;
}

function nameOf(recipient: Recipient): string {
  return 'user' in recipient ? recipient.user : recipient.channel;
}
