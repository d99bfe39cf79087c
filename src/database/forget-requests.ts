import type { StoreHandle } from '../kernel/act.ts';
import { client } from './client.ts';

/** A form that was opened so long ago cannot be sent again: its request need not be recognised any more. */
export async function forgetRequests(store: StoreHandle, before: Date): Promise<number> {
  const { count } = await client(store).request.deleteMany({ where: { at: { lt: before } } });
  return count;
}
