/** What Slack's answer to a send means for delivery: the one table of its error names. */
import type { SendResult, UndeliverableReason } from '../chat/platform.ts';
import type { Log } from '../kernel/log.ts';
import { failureOf } from './api.ts';

const reasons: Record<string, UndeliverableReason> = {
  user_not_found: 'recipient-gone',
  users_not_found: 'recipient-gone',
  user_disabled: 'recipient-gone',
  no_such_user: 'recipient-gone',
  user_not_visible: 'recipient-outside',
  not_in_same_workspace: 'recipient-outside',
  user_is_restricted: 'recipient-outside',
  user_is_ultra_restricted: 'recipient-outside',
  cannot_dm_user: 'recipient-outside',
  external_channel_migrating: 'not-allowed',
  channel_not_found: 'channel-gone',
  channel_deleted: 'channel-gone',
  is_archived: 'channel-archived',
  not_in_channel: 'bot-not-in-channel',
  account_inactive: 'bot-removed',
  token_revoked: 'bot-removed',
  token_expired: 'bot-removed',
  invalid_auth: 'bot-removed',
  not_authed: 'bot-removed',
  app_not_installed: 'bot-removed',
  message_not_found: 'message-gone',
  cant_update_message: 'message-gone',
  edit_window_closed: 'message-gone',
  msg_too_long: 'message-refused',
  msg_blocks_too_long: 'message-refused',
  no_text: 'message-refused',
  invalid_blocks: 'message-refused',
  invalid_blocks_format: 'message-refused',
  invalid_arguments: 'message-refused',
  invalid_metadata_format: 'message-refused',
  invalid_metadata_schema: 'message-refused',
  metadata_too_large: 'message-refused',
  view_too_large: 'message-refused',
};

/** Every other refusal (scopes, workspace settings, bots as recipients) is somebody's decision: not allowed. */
export function sendResultOf(error: unknown, log: Log): SendResult {
  const failure = failureOf(error);
  if (failure.kind !== 'refused') return failure;
  const reason = reasons[failure.error] ?? 'not-allowed';
  if (reason === 'message-refused' || !reasons[failure.error]) {
    log.warn({ slack: failure.error }, 'slack refused a message');
  }
  return { kind: 'undeliverable', reason };
}
