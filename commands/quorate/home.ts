/** Home and "my duties": what is expected of a person, over all their committees, with the buttons to do it. */
import type { Call } from '../../src/chat/call.ts';
import type { Command } from '../../src/chat/command.ts';
import type { Block, Message } from '../../src/chat/message.ts';
import { openButton } from '../../src/features/committees/views/cards.ts';
import { dutiesOfPerson } from '../../src/features/deadlines/operations/duties.ts';
import type { CommitteeDuties, Duties } from '../../src/features/deadlines/types/duties.ts';
import { type DutyViews, dutyBlocks } from '../../src/features/deadlines/views/duty.ts';
import { type Texts, texts } from '../../src/i18n/texts.ts';
import { boardBlocks, stepBlocks } from './board.ts';
import { commandButtons } from './menu.ts';

export interface DutyParts {
  readonly duties: readonly Duties[];
  readonly dutyViews: DutyViews;
}

export async function homeMessage(call: Call, commands: readonly Command[], parts: DutyParts): Promise<Message> {
  const t = texts(call.locale, call.zone, call.speech);
  const committees = await dutiesOfPerson(call, parts.duties);
  return {
    summary: t('quorate.home.title'),
    blocks: [
      { kind: 'heading', text: t('quorate.duties.title') },
      ...dutyList(t, committees, parts.dutyViews),
      ...(await boardBlocks(call, t, committees, parts.duties)),
      ...(await stepBlocks(call, t, committees)),
      { kind: 'divider' },
      { kind: 'heading', text: t('quorate.home.committees') },
      ...committeeRows(t, committees),
      { kind: 'divider' },
      { kind: 'heading', text: t('quorate.home.more') },
      { kind: 'buttons', buttons: commandButtons(t, commands, committees, call.isWorkspaceAdmin) },
    ],
  };
}

export async function dutiesMessage(call: Call, parts: DutyParts): Promise<Message> {
  const t = texts(call.locale, call.zone, call.speech);
  const committees = await dutiesOfPerson(call, parts.duties);
  return {
    summary: t('quorate.duties.title'),
    blocks: [
      { kind: 'heading', text: t('quorate.duties.title') },
      ...dutyList(t, committees, parts.dutyViews),
      ...(await boardBlocks(call, t, committees, parts.duties)),
    ],
  };
}

function dutyList(t: Texts, committees: readonly CommitteeDuties[], views: DutyViews): readonly Block[] {
  const blocks = committees.flatMap(({ committee, duties }) => dutyBlocks(t, committee.name, duties, views));
  return blocks.length > 0 ? blocks : [{ kind: 'text', text: [t('quorate.duties.none')] }];
}

function committeeRows(t: Texts, committees: readonly CommitteeDuties[]): readonly Block[] {
  if (committees.length === 0)
    return [{ kind: 'text', text: [t('common.noCommittee'), ' ', t('common.noCommitteeNext')] }];
  return committees.map(({ committee }) => ({
    kind: 'row',
    text: [{ bold: committee.name }],
    buttons: [openButton.draw(t('quorate.home.open'), { committee: committee.id })],
  }));
}
