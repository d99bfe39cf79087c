/** Waiting for something no longer than until a given moment. */

export const late = Symbol('late');

/** The result if it comes before `answerBy` (performance.now()). The work goes on either way. */
export async function before<T>(answerBy: number, work: Promise<T>): Promise<T | typeof late> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<typeof late>((resolve) => {
    timer = setTimeout(() => resolve(late), Math.max(0, answerBy - performance.now()));
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
