/** The urns of one instance: the key under which they are stored, the papers that come together, the readings under way. */
import type { Act, Saving, StoreHandle } from '../../../kernel/act.ts';
import { Unavailable } from '../../../kernel/errors.ts';
import type { Outcome } from '../../../kernel/outcome.ts';
import type { Cast, CastRefusal } from '../rules/cast.ts';
import type { BoxId } from '../types.ts';

export type CastAnswer = Outcome<{ readonly isReplaced: boolean }, CastRefusal | 'box-not-open'>;

/** Made once by app.ts and handed to whoever casts, opens or counts. */
export interface Urns {
  /** QUORATE_SECRET. */
  readonly secret: Uint8Array;
  readonly waiting: Set<Gathering>;
  /** So many papers are opened while the second key-holder waits for the answer; more are read in batches. */
  readonly mostAtOnce: number;
  /** Readings under way in this process; each ends by itself, or at its next batch once `isStopping`. */
  readonly readings: Set<Promise<void>>;
  isStopping: boolean;
  /** A reading that could not be finished: for the log. */
  readonly onFailure: (error: unknown) => void;
}

/** Papers of one box that will be written in one transaction. */
export interface Gathering {
  readonly store: StoreHandle;
  readonly box: BoxId;
  readonly papers: Gathered[];
  start(): void;
}

export interface Gathered {
  readonly act: Act;
  readonly cast: Cast;
  resolve(answer: CastAnswer): void;
  reject(error: unknown): void;
}

export type WriteTogether = (act: Act, box: BoxId, casts: readonly Cast[]) => Promise<readonly CastAnswer[]>;

const windowMs = 25;
const mostTogether = 64;

export function createUrns(
  secret: Uint8Array,
  more: { readonly mostAtOnce?: number; readonly onFailure?: (error: unknown) => void } = {},
): Urns {
  const { mostAtOnce = 1_000, onFailure = () => {} } = more;
  return { secret, waiting: new Set(), mostAtOnce, readings: new Set(), isStopping: false, onFailure };
}

/** Before the database is let go. What was read so far is forgotten; the words can be typed again. */
export async function stopReading(urns: Urns): Promise<void> {
  urns.isStopping = true;
  await Promise.all(urns.readings);
}

/** Resolves after the commit that holds this paper. `write` gets all that came within 25 ms, or 64 of them. */
export function gather(urns: Urns, act: Act, box: BoxId, cast: Cast, write: WriteTogether): Promise<CastAnswer> {
  return new Promise((resolve, reject) => {
    const open = [...urns.waiting].find((one) => one.store === act.store && one.box === box);
    const gathering = open ?? begin(urns, act, box, write);
    gathering.papers.push({ act, cast, resolve, reject });
    if (gathering.papers.length >= mostTogether) gathering.start();
  });
}

function begin(urns: Urns, act: Act, box: BoxId, write: WriteTogether): Gathering {
  const timer = setTimeout(() => gathering.start(), windowMs);
  const gathering: Gathering = {
    store: act.store,
    box,
    papers: [],
    start() {
      clearTimeout(timer);
      if (urns.waiting.delete(gathering)) void writeAll(gathering, write);
    },
  };
  urns.waiting.add(gathering);
  return gathering;
}

/**
 * Whoever was told "not saved" meanwhile has to stay unsaved: the transaction then rolls back for all, and runs again
 * without them.
 */
async function writeAll({ box, papers }: Gathering, write: WriteTogether): Promise<void> {
  let left = papers;
  while (left.length > 0) {
    const gone = left.filter(({ act }) => act.saving.abandoned);
    for (const { reject } of gone) reject(new Unavailable('the answer was given before the work was done'));
    left = left.filter(({ act }) => !gone.some((one) => one.act === act));
    const [first] = left;
    if (!first) return;
    try {
      const casts = left.map(({ cast }) => cast);
      const answers = await write(togetherAs(first.act, left), box, casts);
      for (const [index, { resolve }] of left.entries()) resolve(answers[index] as CastAnswer);
      return;
    } catch (error) {
      const isOneTooLate = left.some(({ act }) => act.saving.abandoned) && first.act.saving.state !== 'committing';
      if (isOneTooLate && error instanceof Unavailable) continue;
      for (const { reject } of left) reject(error);
      return;
    }
  }
}

/** Nobody's act: without a person, an account or a request id, none of which may leave a trace beside a paper. */
function togetherAs(act: Act, papers: readonly Gathered[]): Act {
  const savings = papers.map((paper) => paper.act.saving);
  return { ...act, member: null, person: null, requestId: null, saving: sharedSaving(savings) };
}

/** What becomes of the transaction is told to the act of everybody whose paper is in it. */
function sharedSaving(savings: readonly Saving[]): Saving {
  let state: Saving['state'] = 'not-begun';
  return {
    get state() {
      return state;
    },
    set state(next) {
      state = next;
      for (const saving of savings) saving.state = next;
    },
    get abandoned() {
      return savings.some(({ abandoned }) => abandoned);
    },
    set abandoned(isAbandoned) {
      for (const saving of savings) saving.abandoned = isAbandoned;
    },
    answerBy: Math.min(...savings.map(({ answerBy }) => answerBy)),
  };
}
