/** A request for erasure as the deciding person reads it: what goes, what stays and why, what stands in the way. */
import { z } from 'zod';
import { defineButton, defineForm, type Form } from '../../../chat/form.ts';
import type { Block, Button, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Rich } from '../../../kernel/rich.ts';
import { reasonMax } from '../rules.ts';
import type { ErasureEffects, ErasurePreview, KnownObstacle } from '../types.ts';

const ofRequest = z.object({ committee: z.string(), request: z.string() });
export type OfRequest = z.infer<typeof ofRequest>;

export const askErasureButton = defineButton('personal-data.ask-erasure', z.object({}));
export const lookErasureButton = defineButton('personal-data.look-erasure', ofRequest);
export const eraseButton = defineButton('personal-data.erase', ofRequest);
export const refuseButton = defineButton('personal-data.refuse-erasure', ofRequest);
export const refuseForm = defineForm({
  id: 'personal-data.refuse-erasure',
  state: ofRequest,
  values: z.object({ reason: z.string() }),
});

const goes = ['entry', 'account', 'said', 'texts'] as const;
const stays = ['counts', 'acts', 'papers', 'history'] as const;

export function previewMessage(t: Texts, at: OfRequest, seen: ErasurePreview): Message {
  const { request, fullName, obstacles } = seen;
  const asked = t(request.isRecorded ? 'erasure.recordedAt' : 'erasure.askedAt', { at: t.moment(request.requestedAt) });
  return {
    summary: t('erasure.title'),
    blocks: [
      { kind: 'heading', text: t('erasure.title') },
      { kind: 'text', text: [{ bold: fullName }, ` · ${asked}`] },
      ...effectBlocks(t, seen),
      { kind: 'buttons', buttons: buttonsOf(t, at, obstacles.length === 0) },
      { kind: 'note', text: [t('common.onlyYou')] },
    ],
  };
}

/** What stands in the way, what goes, what stays and why. */
export function effectBlocks(t: Texts, { obstacles, sharesName }: ErasureEffects): readonly Block[] {
  return [
    ...(obstacles.length > 0
      ? [{ kind: 'text', text: [t('erasure.notNow')] } as const, listOf(obstacleLines(t, obstacles))]
      : []),
    { kind: 'text', text: [t('erasure.whatGoes')] },
    listOf(goes.map((part) => t(`erasure.goes.${part}`))),
    ...(sharesName ? [{ kind: 'note', text: [t('erasure.sharesName')] } as const] : []),
    { kind: 'text', text: [t('erasure.whatStays')] },
    listOf(stays.map((part) => t(`erasure.stays.${part}`))),
    { kind: 'note', text: [t('erasure.outside')] },
  ];
}

export function obstacleLines(t: Texts, obstacles: readonly KnownObstacle[]): readonly string[] {
  return obstacles.map(({ kind, committee }) => t(`erasure.obstacles.${kind}`, { committee: committee ?? '—' }));
}

function listOf(items: readonly string[]): Block {
  return { kind: 'list', items: items.map((item): Rich => [item]) };
}

function buttonsOf(t: Texts, at: OfRequest, canErase: boolean): readonly Button[] {
  const confirm = {
    title: t('erasure.title'),
    text: t('erasure.sure'),
    yes: t('erasure.buttonErase'),
    no: t('common.cancel'),
  };
  return [
    ...(canErase ? [eraseButton.draw(t('erasure.buttonErase'), at, { style: 'danger', confirm })] : []),
    refuseButton.draw(t('erasure.buttonRefuse'), at),
  ];
}

export function refuseView(t: Texts, at: OfRequest): Form {
  return refuseForm.draw({
    ...{ title: t('erasure.refuse.title'), submit: t('erasure.refuse.submit'), cancel: t('common.cancel'), state: at },
    items: [
      { kind: 'text', text: [t('erasure.refuse.what')] },
      refuseForm.field('reason', {
        label: t('erasure.refuse.reason'),
        input: { type: 'text', multiline: true, max: reasonMax },
      }),
    ],
  });
}

/** To those who may decide; the name opens behind the button. */
export function askedMessage(t: Texts, at: OfRequest, committee: string): Message {
  return {
    summary: t('erasure.title'),
    blocks: [
      { kind: 'text', text: t.rich('erasure.askedCard', { committee }) },
      { kind: 'buttons', buttons: [lookErasureButton.draw(t('erasure.buttonLook'), at)] },
    ],
  };
}

export function refusedMessage(t: Texts, reason: string): Message {
  return {
    summary: t('erasure.title'),
    blocks: [
      { kind: 'text', text: [t('erasure.refusedCard')] },
      { kind: 'quote', text: reason },
    ],
  };
}
