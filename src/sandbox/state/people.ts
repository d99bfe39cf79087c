/** People, and the form in which Slack hands them out. */
import { DateTime } from 'luxon';
import type { Bag } from '../contract/rules.ts';
import type { Person, Team } from '../types.ts';

export function slackUser(team: Team, person: Person, withLocale = false): Bag {
  const isStranger = person.team !== team.id;
  const zone = DateTime.fromSeconds(person.updated, { zone: person.tz });
  return {
    id: person.id,
    team_id: person.team,
    name: person.name,
    deleted: person.deleted,
    real_name: person.real_name,
    tz: person.tz,
    tz_label: person.tz,
    tz_offset: zone.isValid ? zone.offset * 60 : 0,
    profile: profileOf(person),
    is_admin: person.is_admin ?? person.is_owner ?? false,
    is_owner: person.is_owner ?? false,
    is_primary_owner: person.is_owner ?? false,
    is_restricted: (person.is_restricted || person.is_ultra_restricted) ?? false,
    is_ultra_restricted: person.is_ultra_restricted ?? false,
    is_bot: false,
    is_app_user: false,
    ...(isStranger ? { is_stranger: true } : {}),
    updated: person.updated,
    ...(withLocale ? { locale: person.locale } : {}),
  };
}

export function profileOf(person: Person): Bag {
  return {
    real_name: person.real_name,
    real_name_normalized: person.real_name,
    display_name: person.real_name,
    display_name_normalized: person.real_name,
    title: person.title ?? '',
    status_text: '',
    status_emoji: '',
    team: person.team,
  };
}

/** The bot as a user of its team. */
export function botUser(team: Team): Bag {
  const { botUserId, botId, appId, appName } = team.seed;
  return {
    id: botUserId,
    team_id: team.id,
    name: appName.toLowerCase(),
    deleted: !team.isInstalled,
    real_name: appName,
    tz: 'UTC',
    tz_label: 'UTC',
    tz_offset: 0,
    profile: { real_name: appName, display_name: '', bot_id: botId, api_app_id: appId, team: team.id },
    is_admin: false,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: false,
    is_ultra_restricted: false,
    is_bot: true,
    is_app_user: false,
    updated: 0,
  };
}

export function slackbotUser(team: Team): Bag {
  return {
    ...botUser(team),
    id: 'USLACKBOT',
    name: 'slackbot',
    real_name: 'Slackbot',
    deleted: false,
    // Slack itself answers is_bot: false for Slackbot; bots that invite "all who are not bots" trip over it.
    is_bot: false,
    profile: { real_name: 'Slackbot', display_name: 'Slackbot', team: team.id },
  };
}
