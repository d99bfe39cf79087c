/** What a StoreHandle really is. Only stores, audit/, delivery/ and queue/ look inside, through `client`. */
import type { StoreHandle } from '../kernel/act.ts';
import type { Prisma, PrismaClient } from './generated/client.ts';

export type Tx = Prisma.TransactionClient;

export interface OpenedDatabase {
  readonly kind: 'database';
  readonly prisma: PrismaClient;
}

export interface OpenedTransaction {
  readonly kind: 'transaction';
  readonly prisma: Tx;
}

/** Prisma's client: of the open transaction when there is one, else of the database. Raw SQL goes through it too. */
export function client(handle: StoreHandle): Tx {
  return opened(handle).prisma;
}

export function opened(handle: StoreHandle): OpenedDatabase | OpenedTransaction {
  return handle as unknown as OpenedDatabase | OpenedTransaction;
}

export function handleOf(inside: OpenedDatabase | OpenedTransaction): StoreHandle {
  return inside as unknown as StoreHandle;
}
