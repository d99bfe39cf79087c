/** The contract of Platform, for Slack: the adapter against the sandbox's Web API. */
import { platformContract } from '../contracts/platform.ts';
import { anh, bot as botUser, channel, startBot, team } from './bot-in-sandbox.ts';

const methods = {
  post: 'chat.postMessage',
  update: 'chat.update',
  find: 'conversations.history',
  account: 'users.info',
} as const;

platformContract('Slack', async () => {
  const bot = await startBot();
  const admin = bot.sandbox.admin(team);
  return {
    platform: bot.platform,
    team: { platform: 'slack', id: team },
    unknownTeam: { platform: 'slack', id: 'T0OTHER' },
    user: anh,
    guest: 'U0GUEST',
    channel,
    channelWithoutBot: 'C0OUT',
    textsIn: (to) => {
      const messages =
        'user' in to ? bot.sandbox.as(team, to.user).directMessages() : bot.sandbox.as(team, anh).messages(to.channel);
      return messages.map(({ text }) => text);
    },
    homeOf: (user) => JSON.stringify(bot.sandbox.as(team, user).home()?.view ?? null),
    losesReplyTo: (what) => bot.sandbox.faults.loseReply(methods[what]),
    limits: (what, seconds) => bot.sandbox.faults.rateLimit(methods[what], seconds),
    isAwayFor: (what) => bot.sandbox.faults.failWith(methods[what], 503),
    archive: (id) => admin.archive(id),
    deactivate: (user) => admin.changePerson(user, { deleted: true }),
    removeBotFrom: (id) => admin.leave(id, botUser),
    stop: () => bot.stop(),
  };
});
