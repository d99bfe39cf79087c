/** What happens when a pool is opened, computed, discussed and confirmed. */
import { asCard, refusal, textsOf } from '../../answers.ts';
import { type Call, openForm, type Reply, show } from '../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../chat/interaction.ts';
import type { Block } from '../../chat/message.ts';
import type { TextKey, Texts } from '../../i18n/texts.ts';
import { asId, type CommitteeId, type PositionId } from '../../kernel/ids.ts';
import { refused } from '../../kernel/outcome.ts';
import { dateIn } from '../../kernel/time.ts';
import { committeeHeader } from '../committees/operations/look.ts';
import { countNewcomers } from '../newcomers/operations/look.ts';
import { openPlans } from '../plans/interactions.ts';
import { browsePlans } from '../plans/operations/look.ts';
import { computePool } from './operations/compute.ts';
import { confirmPool, recordOpinion } from './operations/discuss.ts';
import { type At, seePool, seePosition } from './operations/look.ts';
import { type PoolId, type PoolStanding, standings } from './types.ts';
import * as buttons from './views/buttons.ts';
import * as forms from './views/forms.ts';
import { poolMessage } from './views/pool.ts';
import { positionMessage } from './views/position.ts';

export const poolInteractions: readonly Interaction[] = [
  onPress(buttons.poolButton, async (call, at) => asCard(await showPool(call, { ...atPlan(at), pool: null }))),

  onPress(buttons.pageButton, async (call, { page, ...at }) => asCard(await showPool(call, atPool(at), Number(page)))),

  onPress(buttons.computeButton, async (call, at) => {
    const computed = await computePool(call, atPlan(at));
    if (!computed.ok) return refusal(call, computed);
    const { pool, version, inForce } = computed.value;
    const said = inForce === null ? 'pools.computed' : 'pools.computedBeside';
    return asCard(
      await showPool(call, { ...atPlan(at), pool }, 1, [saidBlock(call, said, { version, inForce: inForce ?? 0 })]),
    );
  }),

  onPress(buttons.positionButton, async (call, { which, page, ...at }) =>
    asCard(await showPosition(call, at, { which, page: Number(page) })),
  ),

  onPress(buttons.discussButton, async (call, at) => {
    const seen = await seePosition(call, { ...atPool(at), position: asId(at.position) });
    if (!seen.ok) return refusal(call, seen);
    const one = seen.value.people.find(({ person }) => person === at.person);
    const { version, state } = seen.value.pool;
    if (state !== 'open') return refusal(call, refused('pool-not-open', { version }));
    return one
      ? openForm(forms.discussView(textsOf(call), seen.value, one))
      : refusal(call, refused('pool-person-gone'));
  }),

  onSubmit(forms.discussForm, async (call, state, { place, ...values }) => {
    const choice = {
      isIn: place === 'in',
      reason: values.reason ?? null,
      prospects: values.prospects ?? null,
      assessment: values.assessment ?? null,
    };
    const at = { ...atPool(state), position: asId<PositionId>(state.position) };
    const recorded = await recordOpinion(call, { ...at, person: asId(state.person), choice });
    if (!recorded.ok) return refusal(call, recorded);
    const { name, standing } = recorded.value;
    return showPosition(call, state, { which: standing, page: 1 }, [saidBlock(call, 'pools.discuss.done', { name })]);
  }),

  onPress(buttons.confirmButton, async (call, at) => {
    const seen = await seePool(call, atPool(at));
    if (!seen.ok) return refusal(call, seen);
    const { pool } = seen.value;
    if (pool?.state !== 'open') return refusal(call, refused('pool-not-open', { version: pool?.version ?? 1 }));
    const body = (await committeeHeader(call, asId(at.committee)))?.name ?? '';
    return openForm(forms.confirmView(textsOf(call), seen.value, { body, today: dateIn(call.zone, call.now) }));
  }),

  onSubmit(forms.confirmForm, async (call, state, values) => {
    const discussed = { body: values.body ?? '', discussedOn: values.discussedOn ?? '' };
    const confirmed = await confirmPool(call, { ...atPool(state), discussed });
    if (!confirmed.ok) return refusal(call, confirmed);
    const { version } = confirmed.value;
    return showPool(call, atPool(state), 1, [saidBlock(call, 'pools.confirm.done', { version })]);
  }),
];

/** Of the only open plan; where there are several, the plans to choose from. */
export async function showPools(call: Call, committee: CommitteeId): Promise<Reply> {
  const found = await browsePlans(call, committee);
  if (!found.ok) return refusal(call, found);
  const open = found.value.plans.filter(({ isClosed }) => !isClosed);
  const [only] = open;
  return only && open.length === 1
    ? showPool(call, { committee, plan: only.id, pool: null })
    : openPlans(call, committee);
}

async function showPool(
  call: Call,
  at: At & { readonly pool: PoolId | null },
  page = 1,
  said: readonly Block[] = [],
): Promise<Reply> {
  const seen = await seePool(call, at);
  if (!seen.ok) return refusal(call, seen);
  const shown = { ...seen.value, newcomers: await countNewcomers(call, at) };
  return show(poolMessage(textsOf(call), shown, page || 1, said));
}

async function showPosition(
  call: Call,
  at: OfPool & { readonly position: string },
  shown: { readonly which: string; readonly page: number },
  said: readonly Block[] = [],
): Promise<Reply> {
  const seen = await seePosition(call, { ...atPool(at), position: asId(at.position) });
  if (!seen.ok) return refusal(call, seen);
  const which: PoolStanding = standings.find((one) => one === shown.which) ?? 'in';
  return show(positionMessage(textsOf(call), seen.value, { which, page: shown.page || 1 }, said));
}

interface OfPlan {
  readonly committee: string;
  readonly plan: string;
}
interface OfPool extends OfPlan {
  readonly pool: string;
}

function atPlan({ committee, plan }: OfPlan): At {
  return { committee: asId(committee), plan: asId(plan) };
}

function atPool({ pool, ...at }: OfPool): At & { readonly pool: PoolId } {
  return { ...atPlan(at), pool: asId(pool) };
}

function saidBlock(call: Call, key: TextKey, values: Parameters<Texts['rich']>[1]): Block {
  return { kind: 'text', text: textsOf(call).rich(key, values) };
}
