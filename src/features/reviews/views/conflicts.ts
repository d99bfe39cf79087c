/** Conflicts of interest as the committee secretary and the chair see them, and the cards about them. Private. */
import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { type ConflictKind, conflictKinds } from '../../access/types.ts';
import type { Duty } from '../../deadlines/types/duties.ts';
import type { ConflictBoard, LedCase, SeenConflict, SeenRecusal } from '../types/conflicts.ts';
import * as forms from './conflict-forms.ts';

/** Rows on a page: with headings and buttons it stays one message. */
const pageSize = 12;

export function conflictsMessage(t: Texts, board: ConflictBoard, wanted: number): Message {
  const { possible, recusals, relations, committee } = board;
  const rows: (SeenConflict | SeenRecusal)[] = [...byKind(possible), ...recusals];
  const pages = Math.max(1, Math.ceil(rows.length / pageSize));
  const page = Math.min(Math.max(1, wanted), pages);
  const here = rows.slice((page - 1) * pageSize, page * pageSize);
  const data = { committee: committee.id };
  const turn = (to: number, label: string) => forms.conflictsButton.draw(label, { ...data, page: String(to) });
  const open = here.filter(isPossible);
  const standing = here.filter((row): row is SeenRecusal => !isPossible(row));
  return {
    summary: t('conflicts.summary'),
    about: committee,
    blocks: [
      { kind: 'heading', text: t('conflicts.title') },
      ...(pages > 1 ? [{ kind: 'note', text: [t('common.pageOf', { page, pages })] } as const] : []),
      ...(rows.length === 0 ? [{ kind: 'text', text: [t('conflicts.none')] } as const] : []),
      ...conflictKinds.flatMap((kind) => possibleBlocks(t, board, kind, open)),
      ...(standing.length > 0 ? [{ kind: 'text', text: [{ bold: t('conflicts.recusals') }] } as const] : []),
      ...standing.map((recusal) => recusalRow(t, board, recusal)),
      ...(relations.length > 0 && page === pages ? relationBlocks(t, board) : []),
      {
        kind: 'buttons',
        buttons: [
          ...(page > 1 ? [turn(page - 1, t('common.previousPage'))] : []),
          ...(page < pages ? [turn(page + 1, t('common.nextPage'))] : []),
          forms.enterConflictButton.draw(t('conflicts.enter.button'), data),
          forms.declareButton.draw(t('conflicts.declare.button'), data),
        ],
      },
      { kind: 'note', text: [t('conflicts.note')] },
    ],
  };
}

function possibleBlocks(
  t: Texts,
  { committee, possible }: ConflictBoard,
  kind: ConflictKind,
  here: readonly SeenConflict[],
): readonly Block[] {
  const rows = here.filter((one) => one.kind === kind);
  if (rows.length === 0) return [];
  const all = possible.filter((one) => one.kind === kind && !one.isOwn).length;
  const ofKind = { committee: committee.id, person: '', nominee: '', kind };
  return [
    {
      kind: 'text',
      text: [{ bold: t('conflicts.possible', { kind: t.label('conflicts.kinds', kind) }) }],
    },
    ...rows.map((one): Block => {
      const data = { committee: committee.id, person: one.person, nominee: one.nominee, kind };
      const names = { person: one.personName, nominee: one.nomineeName };
      const pin = forms.pinButton.draw(t('conflicts.pin.button'), data, {
        confirm: {
          title: t('conflicts.pin.title'),
          text: t('conflicts.pin.text', names),
          yes: t('conflicts.pin.button'),
          no: t('common.cancel'),
        },
      });
      return {
        kind: 'row',
        text: [t('conflicts.pair', names)],
        buttons: [pin, ...(one.isOwn ? [] : [forms.dismissButton.draw(t('conflicts.dismiss.button'), data)])],
      };
    }),
    ...(all > 1
      ? [
          {
            kind: 'buttons',
            buttons: [forms.dismissButton.draw(t('conflicts.dismiss.allButton', { count: all }), ofKind)],
          } as const,
        ]
      : []),
  ];
}

function recusalRow(t: Texts, { committee }: ConflictBoard, recusal: SeenRecusal): Block {
  const { person, nominee, personName, nomineeName, kind, via, isRecorded, declaredAt, handedTo } = recusal;
  const how = via
    ? t('conflicts.enteredVia', { via: t.label('common.via', via.kind) })
    : t(isRecorded ? 'conflicts.pinned' : 'conflicts.declared');
  const facts = [t.label('conflicts.kinds', kind), how, t.moment(declaredAt)];
  const lead = handedTo
    ? [
        handedTo.name === null ? t('conflicts.ledByNobody') : t('conflicts.ledBy', { name: handedTo.name }),
        ...(handedTo.toTakeOn ? [t('conflicts.lead.waiting')] : []),
      ]
    : [];
  const enter = handedTo?.toTakeOn
    ? [forms.takeOnButton.draw(t('conflicts.lead.enter'), { lead: handedTo.toTakeOn })]
    : [];
  return {
    kind: 'row',
    text: [[t('conflicts.pair', { person: personName, nominee: nomineeName }), ...facts, ...lead].join(' · ')],
    buttons: [
      ...enter,
      forms.liftButton.draw(t('conflicts.lift.button'), { committee: committee.id, person, nominee }),
    ],
  };
}

function relationBlocks(t: Texts, { relations }: ConflictBoard): readonly Block[] {
  return [
    { kind: 'text', text: [{ bold: t('conflicts.relations') }] },
    {
      kind: 'list',
      items: relations
        .slice(-30)
        .map(({ personName, fullName, kind }) => [
          t('conflicts.relation', { person: personName, name: fullName, kind: t.label('conflicts.kinds', kind) }),
        ]),
    },
  ];
}

/** To the committee secretary: whose part it is, never in which case; that opens behind the button. */
export function conflictNotedCard(
  t: Texts,
  board: ConflictBoard,
  recusal: Pick<SeenRecusal, 'personName' | 'handedTo'>,
): Message {
  const { personName: name, handedTo } = recusal;
  const lead = handedTo
    ? [handedTo.name === null ? t('conflicts.card.leaderNeeded') : t('conflicts.card.led', { name: handedTo.name })]
    : [];
  return {
    summary: t('conflicts.summary'),
    blocks: [
      { kind: 'text', text: t.rich('conflicts.card.noted', { name }) },
      ...lead.map((text) => ({ kind: 'text', text: [text] }) as const),
      {
        kind: 'buttons',
        buttons: [forms.conflictsButton.draw(t('conflicts.card.open'), { committee: board.committee.id, page: '1' })],
      },
    ],
  };
}

/** To the deputy who leads a case in place of the chair. */
export function caseHandedOverCard(
  t: Texts,
  committee: { readonly id: string; readonly name: string },
  toTakeOn: string | null,
): Message {
  return {
    summary: t('conflicts.card.handedSummary'),
    blocks: [
      { kind: 'text', text: t.rich('conflicts.card.handed', { name: committee.name }) },
      ...(toTakeOn ? [] : [{ kind: 'text', text: [t('conflicts.lead.taken')] } as const]),
      { kind: 'buttons', buttons: leadButtons(t, committee.id, toTakeOn) },
      { kind: 'note', text: [t('conflicts.card.handedNote')] },
    ],
  };
}

function leadButtons(t: Texts, committee: string, toTakeOn: string | null) {
  const which = forms.ledCasesButton.draw(t('conflicts.card.which'), { committee });
  if (!toTakeOn) return [which];
  return [forms.takeOnButton.draw(t('conflicts.lead.button'), { lead: toTakeOn }, { style: 'primary' }), which];
}

export const leadDutyViews: Readonly<Record<string, (t: Texts, duty: Duty) => Block>> = {
  'reviews.lead': (t, { subject, dueAt, committee }) => ({
    kind: 'row',
    text: [t('conflicts.lead.duty'), ...(dueAt ? [t('reviews.duty.until'), t.when(dueAt)] : [])],
    buttons: leadButtons(t, committee, subject.id),
  }),
};

export function ledCasesMessage(t: Texts, cases: readonly LedCase[]): Message {
  return {
    summary: t('conflicts.card.handedSummary'),
    blocks:
      cases.length === 0
        ? [{ kind: 'text', text: [t('conflicts.card.noneLed')] }]
        : [
            { kind: 'text', text: [t('conflicts.card.youLead')] },
            { kind: 'list', items: cases.map(({ fullName }) => [fullName]) },
            { kind: 'note', text: [t('common.onlyYou')] },
          ],
  };
}

/** Rows of a kind stand together, in the order of the kinds. */
function byKind(possible: readonly SeenConflict[]): readonly SeenConflict[] {
  return conflictKinds.flatMap((kind) => possible.filter((one) => one.kind === kind));
}

function isPossible(row: SeenConflict | SeenRecusal): row is SeenConflict {
  return 'isOwn' in row;
}
