/** The forms that set up and change a committee: each draws and parses. */
import { z } from 'zod';
import { defineForm, type Form } from '../../../chat/form.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { roles } from '../../access/types.ts';
import type { LeftOut } from '../../workspaces/types.ts';
import { type Committee, type Membership, profiles } from '../types.ts';
import { leftOutBlocks } from './left-out.ts';

const ofCommittee = z.object({ committee: z.string() });
const time = z.string().regex(/^\d{2}:\d{2}$/);

export const setUpForm = defineForm({
  id: 'committees.set-up',
  state: z.object({ channel: z.string() }),
  values: z.object({ name: z.string(), profile: z.enum(profiles), language: z.enum(['vi', 'en']), zone: z.string() }),
});
export const takeOverForm = defineForm({
  id: 'committees.take-over',
  state: ofCommittee,
  values: z.object({ users: z.array(z.string()).nullable() }),
});
export const memberForm = defineForm({
  id: 'committees.member',
  state: z.object({ committee: z.string(), membership: z.string().nullable() }),
  values: z.object({
    name: z.string().nullish(),
    post: z.string().nullable(),
    roles: z.array(z.enum(roles)).nullable(),
    votes: z.array(z.string()).nullable(),
    rank: z
      .string()
      .regex(/^\d{1,4}$/)
      .nullable(),
    end: z.array(z.string()).nullish(),
  }),
});
export const settingsForm = defineForm({
  id: 'committees.settings',
  state: z.object({ committee: z.string(), version: z.number() }),
  values: z.object({
    name: z.string(),
    language: z.enum(['vi', 'en']),
    zone: z.string(),
    weekdays: z.array(z.string()).min(1),
    endOfDay: time,
  }),
});
export const clerkForm = defineForm({
  id: 'committees.clerk',
  state: ofCommittee,
  values: z.object({ account: z.string(), instead: z.array(z.string()).nullish() }),
});

/** Zones offered in the forms; any other zone of a member's account is added to the list. */
const zones = [
  'Asia/Ho_Chi_Minh',
  'UTC',
  'Europe/London',
  'Europe/Berlin',
  'America/New_York',
  'America/Chicago',
  'America/Los_Angeles',
  'Asia/Tokyo',
  'Asia/Singapore',
  'Asia/Kolkata',
  'Australia/Sydney',
];

export function setUpView(t: Texts, channel: string, zone: string): Form {
  return setUpForm.draw({
    title: t('committees.setUp.title'),
    submit: t('committees.setUp.submit'),
    cancel: t('common.cancel'),
    state: { channel },
    items: [
      { kind: 'text', text: [t('committees.setUp.intro')] },
      setUpForm.field('name', {
        label: t('committees.setUp.name'),
        hint: t('committees.setUp.nameHint'),
        input: { type: 'text', max: 150 },
      }),
      setUpForm.field('profile', {
        label: t('committees.setUp.profile'),
        hint: t('committees.setUp.profileHint'),
        input: {
          type: 'select',
          options: profiles.map((profile) => ({ value: profile, label: t.label('committees.profiles', profile) })),
          initial: t.locale === 'vi' ? 'vn-party' : 'general',
        },
      }),
      setUpForm.field('language', { label: t('committees.setUp.language'), input: languageInput(t, t.locale) }),
      setUpForm.field('zone', { label: t('committees.setUp.zone'), input: zoneInput(zone) }),
    ],
  });
}

/** `channel` null: the bot is not in it, or the platform did not tell who is. */
export function takeOverView(
  t: Texts,
  committee: Committee,
  channel: { readonly offered: readonly string[]; readonly leftOut: readonly LeftOut[] } | null,
): Form {
  return takeOverForm.draw({
    title: t('committees.takeOver.title'),
    submit: t('committees.takeOver.submit'),
    cancel: t('common.cancel'),
    state: { committee: committee.id },
    items: [
      { kind: 'text', text: [t(channel ? 'committees.takeOver.intro' : 'committees.takeOver.introUnread')] },
      takeOverForm.field('users', {
        label: t('committees.takeOver.users'),
        input: { type: 'users', initial: channel?.offered ?? [] },
      }),
      ...leftOutBlocks(t, t('committees.takeOver.notFilledIn'), channel?.leftOut ?? []),
    ],
  });
}

/** `member` null: somebody new without a chat account. */
export function memberView(t: Texts, committee: Committee, member: Membership | null): Form {
  const name = { label: t('committees.member.name'), input: { type: 'text', max: 200 } } as const;
  return memberForm.draw({
    title: t(member ? 'committees.member.titleChange' : 'committees.member.titleAdd'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { committee: committee.id, membership: member?.id ?? null },
    items: [
      member ? { kind: 'heading', text: member.fullName } : memberForm.field('name', name),
      memberForm.field('post', {
        label: t('committees.member.post'),
        hint: t('committees.member.postHint'),
        optional: true,
        input: { type: 'text', max: 150, ...(member?.post ? { initial: member.post } : {}) },
      }),
      memberForm.field('roles', {
        label: t('committees.member.roles'),
        input: {
          type: 'checkboxes',
          options: roles.map((role) => ({ value: role, label: t.label('access.roles', role) })),
          initial: member?.roles ?? ['member'],
        },
      }),
      memberForm.field('votes', {
        label: t('committees.member.votes'),
        hint: t('committees.member.votesHint'),
        optional: true,
        input: {
          type: 'checkboxes',
          options: [{ value: 'yes', label: t('committees.member.votesYes') }],
          initial: (member?.votes ?? true) ? ['yes'] : [],
        },
      }),
      memberForm.field('rank', {
        label: t('committees.member.rank'),
        hint: t('committees.member.rankHint'),
        optional: true,
        input: { type: 'number', min: 1, max: 9999, ...(member ? { initial: member.rank } : {}) },
      }),
      ...(member
        ? [
            memberForm.field('end', {
              label: t('committees.member.end'),
              optional: true,
              input: { type: 'checkboxes', options: [{ value: 'yes', label: t('committees.member.endYes') }] },
            }),
          ]
        : []),
    ],
  });
}

export function clerkView(t: Texts, committee: Committee, clerks: readonly Membership[]): Form {
  return clerkForm.draw({
    title: t('committees.clerk.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { committee: committee.id },
    items: [
      clerkForm.field('account', {
        label: t('committees.clerk.account'),
        hint: t('committees.clerk.hint'),
        input: { type: 'user' },
      }),
      ...(clerks.length > 0
        ? [
            clerkForm.field('instead', {
              label: t('committees.clerk.instead'),
              hint: t.list(clerks.map(({ fullName }) => fullName)).slice(0, 150),
              optional: true,
              input: { type: 'checkboxes', options: [{ value: 'yes', label: t('committees.clerk.insteadYes') }] },
            }),
          ]
        : []),
    ],
  });
}

export function settingsView(t: Texts, committee: Committee): Form {
  const { settings } = committee;
  return settingsForm.draw({
    title: t('committees.settings.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { committee: committee.id, version: committee.version },
    items: [
      settingsForm.field('name', {
        label: t('committees.setUp.name'),
        input: { type: 'text', max: 150, initial: committee.name },
      }),
      settingsForm.field('language', {
        label: t('committees.setUp.language'),
        input: languageInput(t, committee.locale),
      }),
      settingsForm.field('zone', { label: t('committees.setUp.zone'), input: zoneInput(committee.zone) }),
      settingsForm.field('weekdays', {
        label: t('committees.settings.weekdays'),
        input: {
          type: 'checkboxes',
          options: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: t.weekday(day) })),
          initial: settings.workingWeekdays.map(String),
        },
      }),
      settingsForm.field('endOfDay', {
        label: t('committees.settings.endOfDay'),
        input: { type: 'time', initial: settings.endOfDay },
      }),
      { kind: 'note', text: [t('committees.settings.reminders')] },
    ],
  });
}

function languageInput(t: Texts, initial: string) {
  const options = (['vi', 'en'] as const).map((locale) => ({
    value: locale,
    label: t.label('committees.languages', locale),
  }));
  return { type: 'select', options, initial } as const;
}

function zoneInput(initial: string) {
  const options = [...new Set([initial, ...zones])].map((zone) => ({ value: zone, label: zone }));
  return { type: 'select', options, initial } as const;
}
