/** The agenda item by item, for those who schedule: what each lacks, and the forms with which it is put together. */
import { z } from 'zod';
import { defineForm, type Form } from '../../../chat/form.ts';
import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { dateIn, isPlainDate } from '../../../kernel/time.ts';
import { itemKinds } from '../../eligibility/types.ts';
import { itemMax, itemsMax, reasonMax } from '../rules/content.ts';
import type { AgendaItem, AgendaPhase, Content, Lack, Revision } from '../types.ts';
import { agendaButton, cutOffsButton, itemButton, newItemButton, previewButton, summonedButton } from './buttons.ts';
import { listOptions } from './forms.ts';
import { itemText, type ListName, lacksText, titleText, whenText } from './parts.ts';

export interface AgendaView {
  readonly conference: { readonly id: string; readonly version: number };
  readonly content: Content & Pick<Revision, 'classification'>;
  readonly inForce: Content | null;
  readonly phase: AgendaPhase;
  readonly incomplete: readonly { readonly number: number; readonly lacks: readonly Lack[] }[];
  readonly hasDraft: boolean;
  readonly lists: readonly ListName[];
  /** Items that the chair of the conference stays out of; `name` null: nobody is there to lead them. */
  readonly ledBy: ReadonlyMap<string, { readonly chair: string; readonly name: string | null }>;
}

/** Rows of a page: each is a line, and below it what it lacks. */
const rowsShown = 15;

export function agendaMessage(t: Texts, view: AgendaView, page: number): Message {
  const { content, conference } = view;
  const pages = Math.max(1, Math.ceil(content.agenda.length / rowsShown));
  const at = Math.min(Math.max(page, 1), pages);
  const from = (at - 1) * rowsShown;
  const data = { conference: conference.id };
  return {
    summary: t('conferences.agenda.summary'),
    blocks: [
      { kind: 'heading', text: t('conferences.parts.agenda') },
      { kind: 'text', text: [{ bold: titleText(t, content) }, `, ${whenText(t, content)}`] },
      { kind: 'note', text: [phaseText(t, view)] },
      ...(content.agenda.length === 0
        ? [{ kind: 'text', text: [t('conferences.agenda.empty')] } as const]
        : content.agenda.slice(from, from + rowsShown).flatMap((item, index) => row(t, view, item, from + index + 1))),
      {
        kind: 'buttons',
        buttons: [
          newItemButton.draw(t('conferences.agenda.add'), data, { style: 'primary' }),
          ...(at > 1 ? [agendaButton.draw(t('conferences.agenda.earlier'), { ...data, page: String(at - 1) })] : []),
          ...(at < pages
            ? [agendaButton.draw(t('conferences.agenda.further'), { ...data, page: String(at + 1) })]
            : []),
          ...(view.inForce === null ? [cutOffsButton.draw(t('conferences.agenda.cutOffs'), data)] : []),
          summonedButton.draw(t('conferences.buttons.summoned'), data),
          ...(view.hasDraft ? [previewButton.draw(t('conferences.form.next'), data)] : []),
        ],
      },
    ],
  };
}

function row(t: Texts, view: AgendaView, item: AgendaItem, number: number): readonly Block[] {
  const lacks = view.incomplete.find((one) => one.number === number)?.lacks ?? [];
  const ledBy = view.ledBy.get(item.id);
  const button = itemButton.draw(t('conferences.buttons.edit'), { conference: view.conference.id, item: item.id });
  return [
    { kind: 'row', text: [`${number}. `, ...itemText(t, item, view.lists)], buttons: [button] },
    ...(lacks.length > 0 ? [{ kind: 'note', text: [lacksText(t, number, lacks)] } as const] : []),
    ...(ledBy ? [{ kind: 'note', text: [ledByText(t, ledBy)] } as const] : []),
  ];
}

function ledByText(t: Texts, { chair, name }: { readonly chair: string; readonly name: string | null }): string {
  return name === null
    ? t('conferences.agenda.ledByNobody', { chair })
    : t('conferences.agenda.ledBy', { chair, name });
}

function phaseText(t: Texts, { phase, inForce, content }: AgendaView): string {
  const { freeUntil, addUntil } = inForce ?? content;
  const dates = {
    free: freeUntil ? t.moment(freeUntil) : t('conferences.parts.noReplyBy'),
    until: addUntil ? t.moment(addUntil) : '',
  };
  if (phase !== 'free') return t(`conferences.agenda.phases.${phase}`, dates);
  if (freeUntil === null) return t('conferences.agenda.phases.always');
  return t(addUntil ? 'conferences.agenda.phases.free' : 'conferences.agenda.phases.freeOnly', dates);
}

const ofVersion = { conference: z.string(), version: z.string() };

export const itemForm = defineForm({
  id: 'conferences.item',
  /** `item` null: a new one. */
  state: z.object({ ...ofVersion, committee: z.string(), item: z.string().nullable() }),
  values: z.object({
    text: z.string().nullable(),
    kind: z.enum(itemKinds),
    owner: z.string().nullable(),
    list: z.string().nullish(),
    consent: z.array(z.literal('consent')).nullish(),
    number: z
      .string()
      .regex(/^\d{1,3}$/)
      .nullable(),
    reason: z.string().nullish(),
    drop: z.array(z.literal('drop')).nullish(),
  }),
});

export const cutOffsForm = defineForm({
  id: 'conferences.cut-offs',
  state: z.object(ofVersion),
  values: z.object({
    freeUntil: z.string().refine(isPlainDate).nullable(),
    addUntil: z.string().refine(isPlainDate).nullable(),
  }),
});

export interface ItemFormParts extends AgendaView {
  readonly committee: { readonly id: string };
  readonly item: AgendaItem | null;
  readonly mayConsent: boolean;
}

export function itemView(t: Texts, parts: ItemFormParts): Form {
  const { item, conference, content, lists, phase } = parts;
  const options = listOptions(t, lists);
  const list = options.find(({ value }) => value === item?.list);
  const at = item ? content.agenda.findIndex(({ id }) => id === item.id) + 1 : content.agenda.length + 1;
  return itemForm.draw({
    title: t(item ? 'conferences.agenda.form.titleChange' : 'conferences.agenda.form.titleNew'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: {
      conference: conference.id,
      version: String(conference.version),
      committee: parts.committee.id,
      item: item?.id ?? null,
    },
    items: [
      itemForm.field('text', {
        label: t('conferences.agenda.form.text'),
        hint: t('conferences.agenda.form.textHint'),
        optional: true,
        input: { type: 'text', multiline: true, max: itemMax, ...(item?.text ? { initial: item.text } : {}) },
      }),
      itemForm.field('kind', {
        label: t('conferences.agenda.form.kind'),
        input: {
          type: 'select',
          options: itemKinds.map((kind) => ({ value: kind, label: t(`conferences.agenda.kindNames.${kind}`) })),
          initial: item?.kind ?? 'discussion',
        },
      }),
      itemForm.field('owner', {
        label: t('conferences.agenda.form.owner'),
        optional: true,
        input: {
          type: 'search',
          minChars: 1,
          placeholder: t('conferences.summonedForm.placeholder'),
          ...(item?.owner ? { initial: { value: item.owner, label: item.ownerName ?? t('common.unknown') } } : {}),
        },
      }),
      ...(options.length > 0
        ? [
            itemForm.field('list', {
              label: t('conferences.agenda.form.list'),
              hint: t('conferences.form.listsHint'),
              optional: true,
              input: { type: 'select', options, ...(list ? { initial: list.value } : {}) },
            }),
          ]
        : []),
      ...(parts.mayConsent
        ? [
            itemForm.field('consent', {
              label: t('conferences.agenda.form.consent'),
              hint: t('conferences.agenda.form.consentHint'),
              optional: true,
              input: {
                type: 'checkboxes',
                options: [{ value: 'consent', label: t('conferences.agenda.form.consentYes') }],
                initial: item?.inConsent ? ['consent'] : [],
              },
            }),
          ]
        : []),
      itemForm.field('number', {
        label: t('conferences.agenda.form.number'),
        optional: true,
        input: { type: 'number', min: 1, max: itemsMax, initial: at },
      }),
      ...(phase === 'with-reason'
        ? [
            itemForm.field('reason', {
              label: t('conferences.agenda.form.reason'),
              hint: t('conferences.agenda.form.reasonHint'),
              input: {
                type: 'text',
                multiline: true,
                max: reasonMax,
                ...(content.agendaReason ? { initial: content.agendaReason } : {}),
              },
            }),
          ]
        : []),
      ...(item
        ? [
            itemForm.field('drop', {
              label: t('conferences.agenda.form.drop'),
              optional: true,
              input: { type: 'checkboxes', options: [{ value: 'drop', label: t('conferences.agenda.form.dropYes') }] },
            }),
          ]
        : []),
    ],
  });
}

export function cutOffsView(t: Texts, view: AgendaView, zone: string): Form {
  const { content, conference } = view;
  const initial = (at: Date | null) => (at ? { initial: dateIn(zone, at) } : {});
  return cutOffsForm.draw({
    title: t('conferences.agenda.cutOffs'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { conference: conference.id, version: String(conference.version) },
    items: [
      cutOffsForm.field('freeUntil', {
        label: t('conferences.agenda.form.freeUntil'),
        hint: t('conferences.agenda.form.freeUntilHint'),
        optional: true,
        input: { type: 'date', ...initial(content.freeUntil) },
      }),
      cutOffsForm.field('addUntil', {
        label: t('conferences.agenda.form.addUntil'),
        hint: t('conferences.agenda.form.addUntilHint'),
        optional: true,
        input: { type: 'date', ...initial(content.addUntil) },
      }),
    ],
  });
}
