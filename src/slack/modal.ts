/** Opening, stacking and redrawing modals with a trigger that lives three seconds. */
import type { types } from '@slack/bolt';
import { webApi } from '@slack/bolt';
import { errorFacts } from '../kernel/log.ts';
import { failureOf } from './api.ts';
import { before, late } from './deadline.ts';
import type { Visit } from './desk.ts';
import { limits } from './limits.ts';

export type Opened = 'opened' | 'refused' | 'unknown';

export interface OpenView {
  readonly id: string;
  readonly hash: string;
  /** How many views lie on one another, this one included. */
  readonly depth: number;
}

export function openViewOf(view: {
  id: string;
  hash?: string | undefined;
  root_view_id?: string | null | undefined;
  previous_view_id?: string | null | undefined;
}): OpenView {
  const depth = !view.previous_view_id ? 1 : view.previous_view_id === view.root_view_id ? 2 : limits.view.depth;
  return { id: view.id, hash: view.hash ?? '', depth };
}

/** Waits no longer than Slack does for the acknowledgement that has to follow. */
export function openModal(visit: Visit, view: types.ModalView, answerBy: number): Promise<Opened> {
  return once(visit, answerBy, (trigger_id) => visit.client.views.open({ trigger_id, view }));
}

export async function pushModal(visit: Visit, view: types.ModalView, on: OpenView): Promise<Opened> {
  if (on.depth >= limits.view.depth) return updateModal(visit, view, on);
  const pushed = await once(visit, Number.POSITIVE_INFINITY, (trigger_id) =>
    visit.client.views.push({ trigger_id, view }),
  );
  return pushed === 'refused' ? updateModal(visit, view, on) : pushed;
}

/** With the hash of the view that was seen: somebody who has typed on meanwhile is not overwritten by a redraw. */
export async function updateModal(
  visit: Visit,
  view: types.ModalView,
  on: Pick<OpenView, 'id' | 'hash'>,
  isForced = true,
): Promise<Opened> {
  try {
    await visit.client.views.update({ view_id: on.id, view, ...(on.hash ? { hash: on.hash } : {}) });
    return 'opened';
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind === 'unknown') return 'unknown';
    const isConflict = failure.kind === 'refused' && failure.error === 'hash_conflict';
    if (isConflict) return isForced && on.hash ? updateModal(visit, view, { ...on, hash: '' }) : 'refused';
    noted(visit, error);
    return 'refused';
  }
}

/**
 * A trigger can be used once. So after a lost reply the same trigger tells what happened: "exchanged" means that the
 * view did open.
 */
async function once(visit: Visit, answerBy: number, call: (trigger: string) => Promise<unknown>): Promise<Opened> {
  const trigger = visit.triggerId;
  if (!trigger) return 'refused';
  const trying = async (): Promise<Opened> => {
    try {
      await call(trigger);
      return 'opened';
    } catch (error) {
      if (failureOf(error).kind !== 'unknown') return noted(visit, error);
    }
    try {
      await call(trigger);
      return 'opened';
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind === 'refused' && failure.error === 'exchanged_trigger_id') return 'opened';
      return failure.kind === 'unknown' ? 'unknown' : noted(visit, error);
    }
  };
  const opened = Number.isFinite(answerBy) ? await before(answerBy, trying()) : await trying();
  return opened === late ? 'unknown' : opened;
}

function noted(visit: Visit, error: unknown): Opened {
  const name = error instanceof webApi.WebAPIPlatformError ? error.data.error : null;
  visit.desk.count('form-not-opened');
  visit.desk.log.info({ ...errorFacts(error), name }, 'a view could not be shown');
  return 'refused';
}
