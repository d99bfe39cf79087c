/** Names are put forward, checked, screened, listed and withdrawn. */
import type { Stage } from '../../support/story-player.ts';

export async function names(stage: Stage): Promise<void> {
  const khue = stage.as('Ngô Minh Khuê');
  const ngan = stage.as('Bùi Thu Ngân');

  stage.scene({ vi: 'Giới thiệu nhân sự', en: 'Putting names forward' });
  await khue.types('/propose');
  await khue.fills({ position: 'Ủy viên Ban Chấp hành' });
  await khue.fills({ person: 'Đặng Quốc Thái' });
  await khue.submits();
  await khue.types('/propose Vũ Trọng Hiền; Phó Bí thư');
  await khue.types('/propose tran hai dang; Ủy viên Ban Thường vụ');
  await khue.submits({ person: 'Trần Hải Đăng' });
  await ngan.types('/propose Mai Xuân Phúc; Ủy viên Ban Thường vụ; Ba năm hoàn thành xuất sắc nhiệm vụ; có uy tín.');
  await stage.minutes(2);
  await khue.closes();
  await khue.presses('nominations.open');
  await khue.presses('nominations.screen');
  await khue.submits({ decision: 'list', answer: 'Cảm ơn đồng chí, đã đưa vào danh sách.' });
  await stage.minutes(2);
  await khue.types('/candidates');
  await khue.presses('nominations.open', 'Đặng Quốc Thái');
  await khue.presses('nominations.withdraw');
  await khue.submits({ reason: 'Chuyển công tác về địa phương từ tháng 4.' });
  await stage.minutes(2);
  await khue.types('/candidates');
  await khue.presses('nominations.text');
}
