/** auth, team, users: who is who. */
import { isMember, slackChannel } from '../state/channels.ts';
import { botUser, profileOf, slackbotUser, slackUser } from '../state/people.ts';
import { type Answer, type ApiCall, done, flag, type Method, page, refuse, several, text } from './call.ts';

export const userMethods: Record<string, Method> = {
  'api.test': { tier: 4, scopes: [], handle: ({ args }) => done({ args }) },
  'auth.test': { tier: 'special', scopes: [], handle: authTest },
  'team.info': { tier: 3, scopes: ['team:read'], handle: teamInfo },
  'users.info': { tier: 4, scopes: ['users:read'], handle: info },
  'users.list': { tier: 2, scopes: ['users:read'], handle: list },
  'users.profile.get': { tier: 4, scopes: ['users.profile:read', 'users:read'], handle: profile },
  'users.conversations': {
    tier: 3,
    scopes: ['channels:read', 'groups:read', 'im:read', 'mpim:read'],
    handle: conversations,
  },
};

function authTest({ team }: ApiCall): Answer {
  const { botUserId, botId, domain, appName } = team.seed;
  return done({
    url: `https://${domain}.slack.com/`,
    team: team.seed.name,
    user: appName.toLowerCase(),
    team_id: team.id,
    user_id: botUserId,
    bot_id: botId,
    is_enterprise_install: false,
  });
}

function teamInfo({ team }: ApiCall): Answer {
  const { name, domain } = team.seed;
  return done({ team: { id: team.id, name, domain, url: `https://${domain}.slack.com/`, email_domain: '', icon: {} } });
}

function info({ team, args }: ApiCall): Answer {
  const id = text(args, 'user');
  if (!id) return refuse('user_not_found');
  if (id === team.seed.botUserId) return done({ user: botUser(team) });
  const person = team.people[id];
  return person ? done({ user: slackUser(team, person, flag(args, 'include_locale')) }) : refuse('user_not_found');
}

function list({ team, args }: ApiCall): Answer {
  const people = Object.values(team.people).map((person) => slackUser(team, person, flag(args, 'include_locale')));
  const all = [slackbotUser(team), botUser(team), ...people];
  const { items, next } = page(all, args, all.length);
  return done({ members: items, cache_ts: 0, response_metadata: { next_cursor: next } });
}

function profile({ team, args }: ApiCall): Answer {
  const person = team.people[text(args, 'user') ?? ''];
  return person ? done({ profile: profileOf(person) }) : refuse('user_not_found');
}

function conversations({ team, args }: ApiCall): Answer {
  const userId = text(args, 'user') ?? team.seed.botUserId;
  if (userId !== team.seed.botUserId && !team.people[userId]) return refuse('user_not_found');
  const types = several(args, 'types');
  const wanted = types.length > 0 ? types : ['public_channel'];
  const names = { public: 'public_channel', private: 'private_channel', im: 'im' };
  const channels = Object.values(team.channels).filter(
    (channel) =>
      wanted.includes(names[channel.kind]) &&
      isMember(channel, userId) &&
      (channel.kind === 'public' || isMember(channel, team.seed.botUserId)) &&
      !(flag(args, 'exclude_archived') && channel.isArchived),
  );
  const { items, next } = page(channels, args, 100);
  return done({
    channels: items.map((channel) => slackChannel(team, channel)),
    response_metadata: { next_cursor: next },
  });
}
