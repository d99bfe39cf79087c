/** Ties a database to one QUORATE_SECRET: what was sealed under it cannot be read under another. */
import { createHash } from 'node:crypto';
import type { StoreHandle } from '../kernel/act.ts';
import { CannotStart } from './cannot-start.ts';
import { client } from './client.ts';

/** @param secret 32 bytes. @throws CannotStart when this database belongs to another secret. */
export async function claimDatabase(handle: StoreHandle, secret: Uint8Array, now: Date): Promise<void> {
  const fingerprint = fingerprintOf(secret);
  await client(handle).$executeRaw`
    INSERT INTO installation (id, "secretFingerprint", "createdAt") VALUES (1, ${fingerprint}, ${now})
    ON CONFLICT DO NOTHING`;
  const row = await client(handle).installation.findUniqueOrThrow({ where: { id: 1 } });
  if (row.secretFingerprint === fingerprint) return;
  throw new CannotStart(
    'This database belongs to a bot with another QUORATE_SECRET: start it with that secret (without it, what is sealed in the database cannot be read), or give this bot a database of its own.',
  );
}

function fingerprintOf(secret: Uint8Array): string {
  return createHash('sha256').update('quorate secret fingerprint\0').update(secret).digest('hex');
}
