/** Promise 4 where a plan is made and kept: pool, dossiers, parcels, units' lists, development, movements, removals. */
import { createPlanningScene } from './planning-scene.ts';
import { findsTheCaseNowhere } from './recusal-checks.ts';

await findsTheCaseNowhere(createPlanningScene, {
  typed: [
    'candidates Xavier Xenon',
    'quorate audit Xavier Xenon',
    'quorate readers Xavier Xenon',
    'quorate readers Noor Nominee; 01/03/2026',
    'move list 2030',
  ],
  deeper: [
    'plan pool',
    'plan dossiers',
    'plan collect',
    'plan outside',
    'plan submit',
    'plan on 02/03/2026',
    'plan changes 01/03/2026; 02/03/2026',
    'move list',
  ],
  aside: ['conference', 'vote', 'review', 'committee'],
});
