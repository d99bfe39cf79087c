/** A pool as people read it: its state, and position by position how many are in it, not known, or left out. */

import type { Block, Button, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Rich } from '../../../kernel/rich.ts';
import { titled } from '../../classification/views/marks.ts';
import { ruleSetLine, unsureNote } from '../../eligibility/views.ts';
import { newcomersButtons } from '../../newcomers/views/messages.ts';
import type { Position } from '../../plans/types.ts';
import { planButton } from '../../plans/views/buttons.ts';
import type { Pool, PoolSeen } from '../types.ts';
import * as buttons from './buttons.ts';

export const positionsOnPage = 20;
const versionsShown = 5;

export interface PoolShown extends PoolSeen {
  /** Of the register, who newly qualifies for the plan. */
  readonly newcomers: number;
}

/** `said`: what was just done. */
export function poolMessage(t: Texts, seen: PoolShown, page: number, said: readonly Block[] = []): Message {
  const { plan, pool } = seen;
  return {
    summary: t('pools.summary'),
    blocks: [
      ...said,
      { kind: 'heading', text: t('pools.title') },
      { kind: 'text', text: t.rich('pools.intro', { plan: titled(t, plan) }) },
      ...(pool ? poolBlocks(t, { ...seen, pool }, page) : []),
      { kind: 'buttons', buttons: menu(t, seen) },
      ...unsureNote(t, seen.ruleSet),
      { kind: 'note', text: [ruleSetLine(t, seen.ruleSet)] },
      { kind: 'note', text: [t('common.onlyYou')] },
    ],
  };
}

function poolBlocks(t: Texts, seen: PoolSeen & { readonly pool: Pool }, asked: number): readonly Block[] {
  const { committee, plan, pool, versions } = seen;
  const at = { committee, plan: plan.id, pool: pool.id };
  const pages = Math.max(1, Math.ceil(plan.positions.length / positionsOnPage));
  const page = Math.min(Math.max(1, asked), pages);
  const onPage = plan.positions.slice((page - 1) * positionsOnPage, page * positionsOnPage);
  const others = versions.filter(({ id }) => id !== pool.id).slice(0, versionsShown);
  return [
    { kind: 'text', text: stateText(t, seen) },
    ...onPage.map((position) => positionRow(t, seen, position)),
    ...(pages > 1
      ? [
          { kind: 'note', text: [t('common.pageOf', { page, pages })] } as const,
          {
            kind: 'buttons',
            buttons: [
              ...(page > 1 ? [turn(t('common.previousPage'), at, page - 1)] : []),
              ...(page < pages ? [turn(t('common.nextPage'), at, page + 1)] : []),
            ],
          } as const,
        ]
      : []),
    ...others.map(
      (other): Block => ({
        kind: 'row',
        text: versionLine(t, other),
        buttons: [turn(t('pools.buttonVersion'), { ...at, pool: other.id }, 1)],
      }),
    ),
  ];
}

/** Who computed or confirmed it and when; of an open version also what is in force meanwhile. */
function stateText(t: Texts, { pool, names, versions }: PoolSeen & { readonly pool: Pool }): Rich {
  const name = (id: Pool['computedBy']) => (id && names.get(id)) || t('common.unknown');
  const { version, confirmed } = pool;
  if (confirmed) {
    const { body, at, by } = confirmed;
    const discussedOn = t.shortDate(confirmed.discussedOn);
    const facts = { version, body, discussedOn, at: t.moment(at), name: name(by) };
    return t.rich(pool.state === 'confirmed' ? 'pools.confirmed' : 'pools.replaced', facts);
  }
  const inForce = versions.find(({ state }) => state === 'confirmed');
  return [
    ...t.rich('pools.open', { version, at: t.moment(pool.computedAt), name: name(pool.computedBy) }),
    ...(inForce ? [` ${t('pools.inForce', { version: inForce.version })}`] : []),
  ];
}

function versionLine(t: Texts, { version, state, confirmed, computedAt }: Pool): Rich {
  const day = confirmed ? t.shortDate(confirmed.discussedOn) : t.when(computedAt, 'date');
  return t.rich(`pools.versions.${state}`, { version, day });
}

function positionRow(t: Texts, { committee, plan, pool, considered }: PoolSeen, position: Position): Block {
  const here = considered.filter((one) => one.position === position.id);
  const count = (standing: string) => here.filter((one) => one.standing === standing).length;
  const assessed = here.filter((one) => one.standing === 'in' && one.opinion?.prospects).length;
  const counts = { in: count('in'), notKnown: count('not-known'), leftOut: count('left-out'), assessed };
  if (!pool || here.length === 0) {
    return { kind: 'text', text: t.rich('pools.position.notComputed', { title: position.title }) };
  }
  return {
    kind: 'row',
    text: t.rich('pools.position.line', { title: position.title, ...counts }),
    buttons: [
      buttons.positionButton.draw(t('pools.position.button'), {
        ...{ committee, plan: plan.id, pool: pool.id, position: position.id, which: 'in', page: '1' },
      }),
    ],
  };
}

function menu(t: Texts, { committee, plan, pool, versions, newcomers }: PoolShown): readonly Button[] {
  const at = { committee, plan: plan.id };
  const open = versions.find(({ state }) => state === 'open');
  const compute = versions.length === 0 ? 'buttonCompute' : open ? 'buttonAgain' : 'buttonNext';
  return [
    ...(pool && pool.id === open?.id && !plan.isClosed
      ? [buttons.confirmButton.draw(t('pools.buttonConfirm'), { ...at, pool: pool.id }, { style: 'primary' })]
      : []),
    ...(plan.isClosed
      ? []
      : [buttons.computeButton.draw(t(`pools.${compute}`), at, versions.length === 0 ? { style: 'primary' } : {})]),
    ...newcomersButtons(t, at, newcomers),
    planButton.draw(t('common.back'), at),
  ];
}

function turn(label: string, at: { committee: string; plan: string; pool: string }, page: number): Button {
  return buttons.pageButton.draw(label, { ...at, page: String(page) });
}
