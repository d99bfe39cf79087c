/**
 * How many acts are under way at once. Under more load than the machine can carry, acts begun all together all come too
 * late; those that wait for their turn are answered, and the rest are told at once that nothing was done.
 */
export interface Turns {
  /** What to call when the act is over; null when no turn came before `until` (performance.now()). */
  take(until: number): Promise<(() => void) | null>;
}

export function createTurns(most: number): Turns {
  const waiting = new Set<() => void>();
  let underWay = 0;

  function begin(): () => void {
    underWay += 1;
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      underWay -= 1;
      const [next] = waiting;
      if (next) next();
    };
  }

  return {
    take(until) {
      if (underWay < most) return Promise.resolve(begin());
      return new Promise((resolve) => {
        const called = () => {
          clearTimeout(timer);
          waiting.delete(called);
          resolve(begin());
        };
        const timer = setTimeout(
          () => {
            waiting.delete(called);
            resolve(null);
          },
          Math.max(0, until - performance.now()),
        );
        waiting.add(called);
      });
    },
  };
}
