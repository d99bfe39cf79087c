import type { Call } from '../../../chat/call.ts';
import { dateIn } from '../../../kernel/time.ts';

export function today(call: Call): string {
  return dateIn(call.zone, call.now);
}
