/** Who has been told of a result and who comes next, with the words they get; and the cards themselves. */
import type { Block, Button, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Rich } from '../../../kernel/rich.ts';
import { planButton } from '../../plans/views/buttons.ts';
import type { Seat, Submission } from '../../submissions/types.ts';
import { openButton } from '../../submissions/views/buttons.ts';
import { titleOf } from '../../submissions/views/words.ts';
import { untold } from '../rules.ts';
import type { Audience, Line, Result } from '../types.ts';
import * as buttons from './buttons.ts';

const namesShown = 30;

/** `undo`: what has just been told, for a minute. */
export function resultMessage(
  t: Texts,
  result: Result,
  { said = [], undo = null }: { readonly said?: readonly Block[]; readonly undo?: string | null } = {},
): Message {
  const { submission, lines, members, refusedFirst } = result;
  const isWaiting = refusedFirst.applies && untold(lines, 'not-approved').length > 0;
  return {
    summary: t('notices.title'),
    blocks: [
      ...said,
      ...(undo
        ? [
            {
              kind: 'buttons',
              buttons: [buttons.undoButton.draw(t('common.undo'), { submission: submission.id, batch: undo })],
            } as const,
          ]
        : []),
      { kind: 'heading', text: t('notices.title') },
      { kind: 'text', text: [titleOf(t, submission)] },
      ...(refusedFirst.applies
        ? [{ kind: 'note', text: [t('notices.refusedFirst', { source: refusedFirst.title[t.locale] })] } as const]
        : []),
      ...part(t, result, 'not-approved', false),
      ...part(t, result, 'approved', isWaiting),
      ...membersPart(t, result, members !== null, isWaiting),
      { kind: 'buttons', buttons: ends(t, result) },
      { kind: 'note', text: [t('common.onlyYou')] },
    ],
  };
}

function part(
  t: Texts,
  { submission, lines }: Result,
  audience: 'approved' | 'not-approved',
  isWaiting: boolean,
): readonly Block[] {
  const ofPart = lines.filter(({ seat }) => seat.answer === audience);
  if (ofPart.length === 0) return [];
  const inChat = untold(ofPart, audience).filter(({ hasAccount }) => hasAccount).length;
  const more = ofPart.length - namesShown;
  return [
    { kind: 'text', text: [{ bold: t(`notices.parts.${audience}`, { count: ofPart.length }) }] },
    { kind: 'list', items: ofPart.slice(0, namesShown).map((line) => lineText(t, line)) },
    ...(more > 0 ? [{ kind: 'note', text: [t('notices.more', { count: more })] } as const] : []),
    ...(inChat > 0 && !isWaiting
      ? [{ kind: 'buttons', buttons: [tell(t, submission, audience, inChat)] } as const]
      : []),
  ];
}

function lineText(t: Texts, { seat, hasAccount, notice }: Line): Rich {
  const told = notice
    ? t('notices.told', { date: t.shortDate(notice.toldOn), how: t.label('common.via', notice.via) })
    : t(hasAccount ? 'notices.untold' : 'notices.untoldHere');
  return [{ bold: nameOf(t, seat) }, ` · ${seat.positionTitle} · ${told}`];
}

function membersPart(t: Texts, { submission, members }: Result, isTold: boolean, isWaiting: boolean): readonly Block[] {
  const told = members ? t('notices.membersTold', { date: t.shortDate(members.toldOn) }) : t('notices.membersUntold');
  return [
    { kind: 'text', text: [{ bold: t('notices.parts.members') }, ` · ${told}`] },
    ...(isTold || isWaiting ? [] : [{ kind: 'buttons', buttons: [tell(t, submission, 'members', 0)] } as const]),
  ];
}

/** What goes out is said before it does. */
function tell(t: Texts, submission: Submission, audience: Audience, count: number): Button {
  return buttons.tellButton.draw(
    t(`notices.buttons.${audience}`, { count }),
    { submission: submission.id, audience },
    {
      confirm: {
        title: t(`notices.confirm.title`),
        text: t(`notices.confirm.${audience}`, { count, plan: submission.about.slice(0, 120) }),
        yes: t('notices.confirm.yes'),
        no: t('common.cancel'),
      },
    },
  );
}

function ends(t: Texts, { submission, lines }: Result): readonly Button[] {
  const isOpen = lines.some(({ notice }) => notice === null);
  return [
    ...(isOpen ? [buttons.recordButton.draw(t('notices.buttons.record'), { submission: submission.id })] : []),
    openButton.draw(t('common.back'), { submission: submission.id, page: '1' }),
  ];
}

/** To the nominee, of their own name only. */
export function ownCard(
  t: Texts,
  { submission, seat }: { readonly submission: Submission; readonly seat: Seat },
  committee: string,
): Message {
  const isApproved = seat.answer === 'approved';
  const facts = { position: seat.positionTitle, plan: submission.about };
  return {
    summary: t('notices.own.summary'),
    blocks: [
      { kind: 'text', text: t.rich(isApproved ? 'notices.own.approved' : 'notices.own.notApproved', facts) },
      ...(submission.decision
        ? [{ kind: 'text', text: [t('notices.own.decision', decisionFacts(t, submission.decision))] } as const]
        : []),
      { kind: 'note', text: [t('notices.own.questions', { committee })] },
    ],
  };
}

/** To a member: that it is decided; the names stand in the plan, as far as the reader may see them. */
export function decidedCard(t: Texts, submission: Submission): Message {
  const { content, committee, about, decision } = submission;
  return {
    summary: t('notices.decided.summary'),
    blocks: [
      { kind: 'text', text: t.rich('notices.decided.text', { plan: about }) },
      ...(decision ? [{ kind: 'text', text: [t('notices.own.decision', decisionFacts(t, decision))] } as const] : []),
      ...(content.kind === 'list'
        ? [
            {
              kind: 'buttons',
              buttons: [planButton.draw(t('notices.decided.open'), { committee, plan: content.plan })],
            } as const,
          ]
        : []),
    ],
  };
}

function decisionFacts(t: Texts, { number, dated }: { readonly number: string; readonly dated: string }) {
  return { number, date: t.shortDate(dated) };
}

function nameOf(t: Texts, { shown }: Seat): string {
  return shown?.fullName ?? t('submissions.erased');
}
