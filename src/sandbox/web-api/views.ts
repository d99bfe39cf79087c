/** views.*: modals and the Home tab. */

import { viewPayload } from '../bot/payloads.ts';
import { useTrigger } from '../bot/triggers.ts';
import { problemsOf } from '../contract/messages.ts';
import { type Bag, isBag } from '../contract/rules.ts';
import { checkView, viewBytesLimit } from '../contract/views.ts';
import { findView, openView, publishHome, pushView, stackLimit, stackOf, updateView } from '../state/views.ts';
import type { StoredView, Team } from '../types.ts';
import { type Answer, type ApiCall, done, type Method, refuse, refuseWith, text } from './call.ts';

export const viewMethods: Record<string, Method> = {
  'views.open': { tier: 4, scopes: [], handle: open },
  'views.push': { tier: 4, scopes: [], handle: push },
  'views.update': { tier: 4, scopes: [], handle: update },
  'views.publish': { tier: 4, scopes: [], handle: publish },
};

function open({ world, team, args }: ApiCall): Answer {
  const view = checkedView(team, args.view, 'modal');
  if ('ok' in view) return view;
  const trigger = useTrigger(world, team.id, args.trigger_id ?? args.interactivity_pointer);
  if (typeof trigger === 'string') return refuse(trigger);
  return answer(team, openView(world, team, trigger.userId, view.view));
}

function push({ world, team, args }: ApiCall): Answer {
  const view = checkedView(team, args.view, 'modal');
  if ('ok' in view) return view;
  const trigger = useTrigger(world, team.id, args.trigger_id ?? args.interactivity_pointer);
  if (typeof trigger === 'string') return refuse(trigger);
  const stack = stackOf(team, trigger.userId);
  if (!trigger.viewId || !stack.includes(trigger.viewId)) return refuse('not_found');
  if (stack.length >= stackLimit) return refuse('push_limit_reached');
  return answer(team, pushView(world, team, trigger.userId, view.view));
}

function update({ world, team, args }: ApiCall): Answer {
  const viewId = text(args, 'view_id');
  const externalId = text(args, 'external_id');
  if (!viewId && !externalId) return refuse('invalid_arguments');
  const stored = findView(team, viewId ? { viewId } : { externalId });
  if (!stored) return refuse('not_found');
  const surface = stored.view.type === 'home' ? 'home' : 'modal';
  const view = checkedView(team, args.view, surface, stored);
  if ('ok' in view) return view;
  const hash = text(args, 'hash');
  if (hash && hash !== stored.hash) return refuse('hash_conflict');
  return answer(team, updateView(world, team, stored, view.view));
}

function publish({ world, team, args }: ApiCall): Answer {
  const userId = text(args, 'user_id');
  if (!userId) return refuse('invalid_arguments');
  const person = team.people[userId];
  if (!person || person.deleted) return refuse(person ? 'not_enabled' : 'user_not_found');
  const view = checkedView(team, args.view, 'home', team.homes[userId] ?? null);
  if ('ok' in view) return view;
  const hash = text(args, 'hash');
  if (hash && hash !== team.homes[userId]?.hash) return refuse('hash_conflict');
  return answer(team, publishHome(world, team, userId, view.view));
}

function answer(team: Team, stored: StoredView): Answer {
  return done({ view: viewPayload(team, stored) });
}

/** The view when Slack would take it; else the refusal. */
export function checkedView(
  team: Team,
  view: unknown,
  surface: 'modal' | 'home',
  replaced: StoredView | null = null,
): Answer | { view: Bag } {
  if (!isBag(view)) return refuseWith({ error: 'invalid_arguments', messages: ['missing required field: view'] });
  if (Buffer.byteLength(JSON.stringify(view)) > viewBytesLimit) return refuse('view_too_large');
  const messages = problemsOf((report) => checkView(view, surface, '/view', report));
  if (messages.length > 0) return refuseWith({ error: 'invalid_arguments', messages });
  const twin = view.external_id ? findView(team, { externalId: view.external_id }) : null;
  return twin && twin !== replaced ? refuse('duplicate_external_id') : { view };
}
