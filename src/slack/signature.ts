/** Whether a request is Slack's: signed with our secret, and no more than five minutes old or ahead. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { times } from './limits.ts';

export type Verdict = 'genuine' | 'bad-signature' | 'stale-request';

export function verify(request: {
  secret: string;
  body: Buffer;
  timestamp: string | undefined;
  signature: string | undefined;
  now: Date;
}): Verdict {
  const { secret, body, timestamp, signature, now } = request;
  if (!timestamp || !/^\d{1,12}$/u.test(timestamp) || !signature) return 'bad-signature';
  const expected = `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex')}`;
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, Buffer.from(expected))) return 'bad-signature';
  // Both ways: a request signed for the future could be kept and played back later.
  const age = Math.abs(now.getTime() / 1_000 - Number(timestamp));
  return age > times.signatureAgeSeconds ? 'stale-request' : 'genuine';
}
