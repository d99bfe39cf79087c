/** Prisma's client on a pool of ours, with outages told apart from bugs at the source. */
import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import { asUnavailable } from './failures.ts';
import { PrismaClient } from './generated/client.ts';

export function openPrisma(pool: pg.Pool): PrismaClient {
  const adapter = new PrismaPg(pool, { disposeExternalPool: true });
  const prisma = new PrismaClient({ adapter, errorFormat: 'minimal' });
  const told = prisma.$extends({
    name: 'outages',
    query: {
      async $allOperations({ args, query }) {
        try {
          return await query(args);
        } catch (error) {
          throw asUnavailable(error);
        }
      },
    },
  });
  return told as unknown as PrismaClient;
}
