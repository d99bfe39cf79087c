/** Promise 4 where names are proposed, reviewed, met about and voted on. */
import { findsTheCaseNowhere } from './recusal-checks.ts';
import { beginEverything, goOn } from './recusal-scene.ts';
import { createScene, type Parts } from './scene.ts';

const meanwhile = async (parts: Parts) => {
  const running = await beginEverything(parts);
  return () => goOn(parts, running);
};

await findsTheCaseNowhere((store, making) => createScene(store, { ...making, withOfficer: true, meanwhile }), {
  typed: ['candidates Xavier Xenon', 'quorate audit Xavier Xenon', 'quorate readers Xavier Xenon'],
  deeper: ['vote list'],
  aside: [],
});
