/** The whole cycle in a Vietnamese Party committee: from setting up to the conference. All people are invented. */
import type { Story } from '../support/story-player.ts';

export const vnOffice: Story = {
  name: 'vn-office',
  team: 'T0VANPHONG',
  begins: '2026-03-02T09:00',
  zone: 'Asia/Ho_Chi_Minh',
  async play(stage) {
    const linh = stage.as('Lương Bảo Châu');
    const khue = stage.as('Ngô Minh Khuê');

    stage.scene({ vi: 'Thiết lập tập thể', en: 'Setting up the committee' });
    await linh.types('/committee');
    await linh.submits({
      name: 'Ban Chấp hành Đảng bộ Văn phòng',
      profile: 'vn-party',
      language: stage.locale,
      zone: 'Asia/Ho_Chi_Minh',
    });
    await khue.presses('committees.confirm');
    await khue.types('/committee');
    await khue.types('/committee members');
  },
};
