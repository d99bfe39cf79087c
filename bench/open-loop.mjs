/** Requests at a steady rate, whatever the answers do: a slow server meets a queue, as it would in life. */

/** `send` resolves with whether it was answered as wanted. Times count from when a request was due, in milliseconds. */
export async function openLoop({ perSecond, seconds, send }) {
  const count = Math.round(perSecond * seconds);
  const start = performance.now();
  const answers = Array.from({ length: count }, async (_, index) => {
    const due = start + (index * 1_000) / perSecond;
    await new Promise((resolve) => setTimeout(resolve, due - performance.now()));
    const isDone = await send(index);
    return { ms: performance.now() - due, isDone };
  });
  const all = await Promise.all(answers);
  const sorted = all.map(({ ms }) => ms).sort((left, right) => left - right);
  const done = all.filter(({ isDone }) => isDone).length;
  return {
    done: done / count,
    perSecond: done / ((performance.now() - start) / 1_000),
    p50: at(sorted, 0.5),
    p99: at(sorted, 0.99),
  };
}

function at(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
