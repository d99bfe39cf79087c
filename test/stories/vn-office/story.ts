/** The whole cycle in the Party Committee of an invented central body's Office. All people are invented. */
import type { Story } from '../../support/story-player.ts';
import { conference } from './conference.ts';
import { names } from './names.ts';
import { review } from './review.ts';
import { settingUp } from './setting-up.ts';
import { submission } from './submission.ts';

export const vnOffice: Story = {
  name: 'vn-office',
  team: 'T0VANPHONG',
  begins: '2026-03-02T09:00',
  zone: 'Asia/Ho_Chi_Minh',
  async play(stage) {
    await settingUp(stage);
    await names(stage);
    await review(stage);
    await conference(stage);
    await submission(stage);
  },
};
