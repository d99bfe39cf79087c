/** What is shown of a committee: its card, its members, and the buttons on them. */
import { z } from 'zod';
import { defineButton } from '../../../chat/form.ts';
import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Rich } from '../../../kernel/rich.ts';
import type { LeftOut, Member } from '../../workspaces/types.ts';
import type { Committee, Membership } from '../types.ts';
import { calendarButton } from './calendar.ts';
import { leftOutBlocks } from './left-out.ts';

const ofCommittee = z.object({ committee: z.string() });

export const setUpButton = defineButton('committees.set-up', z.object({}));
export const confirmButton = defineButton('committees.confirm', ofCommittee);
export const openButton = defineButton('committees.open', ofCommittee);
export const membersButton = defineButton('committees.members', ofCommittee);
export const takeOverButton = defineButton('committees.take-over', ofCommittee);
export const addButton = defineButton('committees.add', ofCommittee);
export const settingsButton = defineButton('committees.settings', ofCommittee);
export const clerkButton = defineButton('committees.clerk', ofCommittee);
/** Remembers the choice and repeats the command line; handled in commands/, which knows the commands. */
export const chooseButton = defineButton('committees.choose', z.object({ committee: z.string(), again: z.string() }));
export const memberButton = defineButton(
  'committees.member',
  z.object({ committee: z.string(), membership: z.string() }),
);

/** More are reached from their own channels. */
const committeesOffered = 20;

/** `again` is the command line to repeat for the committee that is chosen. */
export function chooseCommitteeMessage(
  t: Texts,
  committees: readonly Committee[],
  again: string,
  typed: string | null,
): Message {
  const summary = t('common.chooseCommittee');
  return {
    summary,
    blocks: [
      { kind: 'text', text: [summary] },
      {
        kind: 'buttons',
        buttons: committees
          .slice(0, committeesOffered)
          .map(({ id, name }) => chooseButton.draw(name, { committee: id, again })),
      },
      ...(committees.length > committeesOffered
        ? ([
            { kind: 'note', text: [t('common.moreCommittees', { count: committees.length - committeesOffered })] },
          ] as const)
        : []),
      ...(typed === null
        ? []
        : ([
            { kind: 'text', text: [t('common.router.youTyped')] },
            { kind: 'copy', text: `/${again} ${typed}` },
          ] as const)),
    ],
  };
}

export function noCommitteeMessage(t: Texts, inChannel: boolean): Message {
  const summary = t(inChannel ? 'common.noCommitteeInChannel' : 'common.noCommittee');
  const next: Block = inChannel
    ? { kind: 'buttons', buttons: [setUpButton.draw(t('common.setUpHere'), {}, { style: 'primary' })] }
    : { kind: 'text', text: [t('common.noCommitteeNext')] };
  return { summary, blocks: [{ kind: 'text', text: [summary] }, next] };
}

export function setUpDoneMessage(t: Texts, committee: Committee): Message {
  const confirmed = committee.isConfirmed;
  return {
    summary: t('committees.setUp.summary'),
    blocks: [
      {
        kind: 'text',
        text: t.rich(confirmed ? 'committees.setUp.doneAdmin' : 'committees.setUp.doneWaiting', {
          name: committee.name,
        }),
      },
      ...(confirmed
        ? ([
            { kind: 'text', text: [t('committees.setUp.nextMembers')] },
            {
              kind: 'buttons',
              buttons: [
                takeOverButton.draw(
                  t('committees.card.buttonTakeOver'),
                  { committee: committee.id },
                  { style: 'primary' },
                ),
              ],
            },
          ] as const)
        : []),
    ],
  };
}

/** In the channel: anybody may read it, an admin presses it. */
export function waitingMessage(t: Texts, committee: Committee): Message {
  return {
    summary: t('committees.setUp.summary'),
    blocks: [
      { kind: 'text', text: t.rich('committees.setUp.waiting', { name: committee.name }) },
      {
        kind: 'buttons',
        buttons: [confirmButton.draw(t('common.confirm'), { committee: committee.id }, { style: 'primary' })],
      },
    ],
  };
}

export function confirmedMessage(t: Texts, committee: Committee): Message {
  return {
    summary: t('committees.setUp.summary'),
    blocks: [{ kind: 'text', text: t.rich('committees.setUp.confirmed', { name: committee.name }) }],
  };
}

export function committeeMessage(
  t: Texts,
  committee: Committee,
  members: readonly Membership[],
  may: { manage: boolean; appointClerk: boolean },
): Message {
  const named = (role: 'clerk' | 'chair') =>
    members.filter((member) => member.roles.includes(role)).map((member) => member.fullName);
  const withoutChat = members.filter((member) => !member.hasAccount).length;
  const voting = members.filter((member) => member.votes).length;
  const id = { committee: committee.id };
  const buttons = [
    membersButton.draw(t('committees.card.buttonMembers'), id),
    ...(may.manage
      ? [
          takeOverButton.draw(t('committees.card.buttonTakeOver'), id),
          addButton.draw(t('committees.card.buttonAdd'), id),
          settingsButton.draw(t('committees.card.buttonSettings'), id),
          calendarButton.draw(t('committees.card.buttonCalendar'), id),
        ]
      : []),
    ...(may.appointClerk ? [clerkButton.draw(t('committees.card.buttonClerk'), id)] : []),
    ...(may.appointClerk && !committee.isConfirmed
      ? [confirmButton.draw(t('common.confirm'), id, { style: 'primary' })]
      : []),
  ];
  return {
    summary: t('committees.card.summary'),
    blocks: [
      { kind: 'heading', text: committee.name },
      {
        kind: 'facts',
        rows: [
          [t('committees.card.members'), [t('committees.card.membersValue', { count: members.length, voting })]],
          [t('committees.card.clerks'), [t.list(named('clerk')) || t('common.none')]],
          [t('committees.card.chairs'), [t.list(named('chair')) || t('common.none')]],
          [t('committees.card.profile'), [t.label('committees.profiles', committee.profile)]],
          [t('committees.card.hours'), [committee.settings.endOfDay]],
          [t('committees.card.zone'), [committee.zone]],
        ],
      },
      ...(withoutChat > 0
        ? [{ kind: 'note', text: [t('committees.card.noChat', { count: withoutChat })] } as const]
        : []),
      { kind: 'buttons', buttons },
    ],
  };
}

/** For a workspace admin who is no member, or before the committee is confirmed: nothing of its work. */
export function adminMessage(t: Texts, committee: Committee, clerks: readonly Membership[]): Message {
  const id = { committee: committee.id };
  const names = t.list(clerks.map(({ fullName }) => fullName)) || t('common.none');
  return {
    summary: t('committees.card.summary'),
    blocks: [
      { kind: 'heading', text: committee.name },
      { kind: 'facts', rows: [[t('committees.card.clerks'), [names]]] },
      { kind: 'text', text: [t(committee.isConfirmed ? 'committees.admin.intro' : 'committees.admin.waiting')] },
      {
        kind: 'buttons',
        buttons: [
          ...(committee.isConfirmed ? [] : [confirmButton.draw(t('common.confirm'), id, { style: 'primary' })]),
          clerkButton.draw(t('committees.card.buttonClerk'), id),
        ],
      },
    ],
  };
}

/** To whoever is committee secretary from now on, with what comes first. */
export function appointedMessage(t: Texts, committee: Committee): Message {
  const id = { committee: committee.id };
  return {
    summary: t('committees.card.summary'),
    blocks: [
      { kind: 'text', text: t.rich('committees.clerk.appointed', { name: committee.name }) },
      {
        kind: 'buttons',
        buttons: [
          takeOverButton.draw(t('committees.card.buttonTakeOver'), id, { style: 'primary' }),
          openButton.draw(t('committees.clerk.buttonOpen'), id),
        ],
      },
    ],
  };
}

export function relievedMessage(t: Texts, committee: Committee): Message {
  return {
    summary: t('committees.card.summary'),
    blocks: [{ kind: 'text', text: t.rich('committees.clerk.relieved', { name: committee.name }) }],
  };
}

export function membersMessage(
  t: Texts,
  committee: Committee,
  members: readonly Membership[],
  mayManage: boolean,
): Message {
  return {
    summary: t('committees.members.summary'),
    blocks: [
      { kind: 'heading', text: t('committees.members.title') },
      ...members.map((member, index): Block => {
        const text = memberLine(t, member, index + 1);
        if (!mayManage) return { kind: 'text', text };
        const data = { committee: committee.id, membership: member.id };
        return { kind: 'row', text, buttons: [memberButton.draw(t('common.change'), data)] };
      }),
    ],
  };
}

export function takenOverMessage(
  t: Texts,
  committee: Committee,
  result: {
    added: number;
    already: number;
    outsiders: readonly Pick<Member, 'displayName'>[];
    leftOut: readonly LeftOut[];
  },
): Message {
  const lines = [
    t('committees.takeOver.done', { count: result.added }),
    ...(result.already > 0 ? [t('committees.takeOver.already', { count: result.already })] : []),
    ...(result.outsiders.length > 0
      ? [t('committees.takeOver.outsiders', { names: t.list(result.outsiders.map(({ displayName }) => displayName)) })]
      : []),
    t('committees.takeOver.nextOrder'),
  ];
  return {
    summary: t('committees.members.summary'),
    blocks: [
      ...lines.map((line) => ({ kind: 'text', text: [line] }) as const),
      ...leftOutBlocks(t, t('committees.takeOver.notAdded'), result.leftOut),
      {
        kind: 'buttons',
        buttons: [membersButton.draw(t('committees.card.buttonMembers'), { committee: committee.id })],
      },
    ],
  };
}

function memberLine(t: Texts, member: Membership, place: number): Rich {
  const line = t.rich('committees.members.entry', {
    rank: place,
    name: member.fullName,
    post: member.post ? `, ${member.post}` : '',
    roles: t.list(member.roles.map((role) => t.label('access.roles', role))),
    vote: t(member.votes ? 'committees.members.votes' : 'committees.members.votesNot'),
  });
  const remarks = [
    ...(member.hasAccount ? [] : [t('committees.members.noAccount')]),
    ...(member.awayFrom ? [t('committees.members.away')] : []),
  ];
  return remarks.length > 0 ? [...line, ` (${remarks.join(', ')})`] : line;
}
