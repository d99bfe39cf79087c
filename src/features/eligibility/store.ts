/** Verdicts kept with nominations. They are only ever added: what a rule said on a day stays what it said. */
import { client } from '../../database/client.ts';
import type { StoreHandle } from '../../kernel/act.ts';
import type { Json } from '../../kernel/canonical-json.ts';
import { type NominationId, newId } from '../../kernel/ids.ts';
import type { Facts } from '../../kernel/outcome.ts';
import type { Viewer } from '../access/types.ts';
import type { CheckOccasion, KeptCheck, RuleKey, Verdict, VerdictLevel } from './types.ts';

export async function insertChecks(
  tx: StoreHandle,
  nomination: NominationId,
  verdicts: readonly Verdict[],
  occasion: CheckOccasion,
  now: Date,
): Promise<void> {
  await client(tx).checkResult.createMany({
    data: verdicts.map(({ rule, level, facts, ruleSet }) => ({
      id: newId(),
      nominationId: nomination,
      rule,
      level,
      facts: facts as Readonly<Record<string, Exclude<Json, undefined>>> as object,
      ruleSet: ruleSet.key,
      ruleSetVersion: ruleSet.version,
      checkedAt: now,
      occasion,
    })),
  });
}

/** The newest first, as they were kept: counted with all eyes, so the caller has them counted again (as-counted-by). */
export async function listChecks(
  store: StoreHandle,
  viewer: Viewer,
  nomination: NominationId,
): Promise<readonly KeptCheck[]> {
  const rows = await client(store).checkResult.findMany({
    where: { nominationId: nomination, nomination: { plan: { committeeId: viewer.committee } } },
    orderBy: [{ checkedAt: 'desc' }, { rule: 'asc' }, { id: 'asc' }],
    take: 100,
  });
  return rows.map((row) => ({
    rule: row.rule as RuleKey,
    level: row.level as VerdictLevel,
    facts: row.facts as Facts,
    ruleSet: { key: row.ruleSet, version: row.ruleSetVersion },
    checkedAt: row.checkedAt,
    occasion: row.occasion as CheckOccasion,
  }));
}

/** What each of these was found to be at its newest check, counted with all eyes. The caller has the nominations. */
export async function latestChecks(
  store: StoreHandle,
  nominations: readonly NominationId[],
): Promise<readonly (KeptCheck & { readonly nomination: NominationId })[]> {
  if (nominations.length === 0) return [];
  const rows = await client(store).$queryRaw<
    readonly {
      nominationId: NominationId;
      rule: RuleKey;
      level: VerdictLevel;
      facts: Facts;
      ruleSet: string;
      ruleSetVersion: number;
      checkedAt: Date;
      occasion: CheckOccasion;
    }[]
  >`
    SELECT c."nominationId", c."rule", c."level", c."facts", c."ruleSet", c."ruleSetVersion", c."checkedAt", c."occasion"
    FROM "check_result" c
    WHERE c."nominationId" = ANY(${[...nominations]}::uuid[])
      AND c."checkedAt" = (SELECT max(d."checkedAt") FROM "check_result" d WHERE d."nominationId" = c."nominationId")
    ORDER BY c."rule"`;
  return rows.map(({ nominationId, ruleSet, ruleSetVersion, ...check }) => ({
    ...check,
    nomination: nominationId,
    ruleSet: { key: ruleSet, version: ruleSetVersion },
  }));
}
