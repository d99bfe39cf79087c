/** The bot's side of the loopback platform that the kill test talks to (kill.test.ts). */
import type { MessageAddress, Platform, Recipient, SendResult } from '../../src/chat/platform.ts';
import { Unavailable } from '../../src/kernel/errors.ts';

export function httpPlatform(base: string): Platform {
  async function call(path: string, body: object): Promise<Record<string, string> | null> {
    const response = await fetch(base + path, { method: 'POST', body: JSON.stringify(body) });
    return (await response.json()) as Record<string, string> | null;
  }
  return {
    name: 'loopback',
    async post(_team, to, message, key): Promise<SendResult> {
      const address = await call('/post', { to: nameOf(to), text: message.summary, key }).catch(() => null);
      return address ? { kind: 'sent', address } : { kind: 'unknown' };
    },
    async find(_team, to, key): Promise<MessageAddress | null> {
      return call('/find', { to: nameOf(to), key }).catch(() => {
        throw new Unavailable('no answer');
      });
    },
    update: async (_team, address) => ({ kind: 'sent', address }),
    publishHome: async () => ({ kind: 'sent', address: {} }),
    account: async () => null,
    channelAccounts: async () => null,
    channelInfo: async () => null,
    readFile: async () => ({ kind: 'gone' }),
  };
}

function nameOf(recipient: Recipient): string {
  return 'user' in recipient ? recipient.user : recipient.channel;
}
