/**
 * The pace of a chat platform: the only file that knows bottleneck. It paces what the sender hands it and remembers
 * nothing: order and the next send time are in the delivery table, and one instance at a time sends for a workspace,
 * so limits in this process are the limits of all.
 *
 * Kept to what works in bottleneck 2.19 (unmaintained): minTime and maxConcurrent in groups. No reservoirs
 * (they burst at the tick), no updateSettings (it stops refreshes for good), no expiration (it leaks capacity).
 */
import Bottleneck from 'bottleneck';

/** Least milliseconds between two calls. */
export interface Pacing {
  /** Posts into one channel or direct message. */
  readonly perChannelMs: number;
  /** Posts into one workspace, over all channels. */
  readonly perWorkspaceMs: number;
  /** Redraws in one workspace. */
  readonly redrawMs: number;
  /** Questions whether a message is there, in one workspace. */
  readonly askMs: number;
}

/** Slack: one post a second and channel, "several hundred" a minute and workspace, 50 a minute for the other two. */
export const slackPacing: Pacing = { perChannelMs: 1000, perWorkspaceMs: 250, redrawMs: 1200, askMs: 1200 };

export interface Limits {
  /** Jobs of one lane run one after the other, in the order given. */
  post(workspace: string, lane: string, job: () => Promise<void>): Promise<void>;
  redraw(workspace: string, job: () => Promise<void>): Promise<void>;
  ask(workspace: string, job: () => Promise<void>): Promise<void>;
  /** Drops what has not begun: it stays in the delivery table. */
  stop(): Promise<void>;
}

/** Idle limiters are forgotten after this. */
const timeout = 300_000;

export function createLimits(pacing: Pacing): Limits {
  const workspaces = new Bottleneck.Group({ minTime: pacing.perWorkspaceMs, timeout });
  const channels = new Bottleneck.Group({ maxConcurrent: 1, minTime: pacing.perChannelMs, timeout });
  const redraws = new Bottleneck.Group({ minTime: pacing.redrawMs, timeout });
  const questions = new Bottleneck.Group({ minTime: pacing.askMs, timeout });
  let isStopped = false;

  async function paced(limiter: Bottleneck, job: () => Promise<void>): Promise<void> {
    if (isStopped) return;
    let failure: { error: unknown } | null = null;
    // The job's own error travels past bottleneck, so that what is left to catch is only "dropped, we are stopping".
    const guarded = async (): Promise<void> => {
      if (isStopped) return;
      await job().catch((error: unknown) => {
        failure = { error };
      });
    };
    await limiter.schedule(guarded).catch((error: unknown) => {
      if (!isStopped) throw error;
    });
    if (failure !== null) throw (failure as { error: unknown }).error;
  }

  return {
    // The channel last, not first: bottleneck counts minTime from when a limiter lets a job go, so a job held up in the
    // workspace's limiter after its channel's would come too close to the next one in that channel.
    post: (workspace, lane, job) =>
      paced(workspaces.key(workspace), () => paced(channels.key(`${workspace} ${lane}`), job)),
    redraw: (workspace, job) => paced(redraws.key(workspace), job),
    ask: (workspace, job) => paced(questions.key(workspace), job),
    async stop() {
      isStopped = true;
      for (const group of [workspaces, channels, redraws, questions]) {
        await Promise.all(
          group.limiters().map(({ limiter }) => limiter.stop({ dropWaitingJobs: true }).catch(() => {})),
        );
        await group.disconnect(false);
      }
    },
  };
}
