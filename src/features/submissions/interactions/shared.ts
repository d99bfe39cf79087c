/** What every answer of this feature needs. */
import { textsOf } from '../../../answers.ts';
import { type Call, type Reply, show } from '../../../chat/call.ts';
import { sentence } from '../../../chat/message.ts';
import type { Refused } from '../../../kernel/outcome.ts';

export function said(call: Call, refused: Refused): Reply {
  return show(sentence(textsOf(call).refusal(refused)));
}

/** Beside its field when it has one. */
export function atField(call: Call, refused: Refused): Reply {
  if (!refused.field) return said(call, refused);
  return { kind: 'field-errors', errors: { [refused.field]: textsOf(call).refusal(refused) } };
}
