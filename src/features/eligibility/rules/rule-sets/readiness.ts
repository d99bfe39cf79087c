/** How near people in a plan are to a position, by profile (domain/planning 2.2, 6.1, 8.4). */
import { confirmed, partly } from './cited.ts';
import { references } from './legal-references.ts';

const { provinceGroups, successionGuide } = references;

/** The source speaks of the plans of Party committees; offices group their other posts in the same way. */
export const twoGroups = partly(
  [
    {
      key: 'group-1',
      name: { vi: 'Đối tượng 1', en: 'Group 1' },
      meaning: {
        vi: 'Cấp trưởng, cấp phó đương nhiệm thấp hơn một bậc, đã sẵn sàng',
        en: 'Present heads and deputies one level below, ready',
      },
      levelsBelow: 1,
    },
    {
      key: 'group-2',
      name: { vi: 'Đối tượng 2', en: 'Group 2' },
      meaning: { vi: 'Cán bộ trẻ hơn, có triển vọng phát triển', en: 'Younger people with prospects, further away' },
      levelsBelow: null,
    },
  ],
  provinceGroups,
  {
    note: {
      vi: 'Theo hướng dẫn của một tỉnh về quy hoạch cấp ủy; chưa đối chiếu văn bản của Trung ương.',
      en: 'As in one province for Party committees; not checked against a central text.',
    },
  },
);

export const readyBySteps = confirmed(
  [
    {
      key: 'ready-now',
      name: { vi: 'Sẵn sàng ngay', en: 'Ready now' },
      meaning: { vi: 'Có thể đảm nhận ngay', en: 'Can take the position at once' },
      levelsBelow: null,
    },
    {
      key: 'one-to-two-years',
      name: { vi: 'Sau 1–2 năm', en: 'In 1–2 years' },
      meaning: { vi: 'Có thể đảm nhận sau một đến hai năm', en: 'Can take the position in one to two years' },
      levelsBelow: null,
    },
    {
      key: 'three-years-or-more',
      name: { vi: 'Từ 3 năm trở lên', en: 'In 3 years or more' },
      meaning: { vi: 'Có thể đảm nhận sau ba năm hoặc lâu hơn', en: 'Can take the position in three years or later' },
      levelsBelow: null,
    },
    {
      key: 'emergency',
      name: { vi: 'Thay thế khẩn cấp', en: 'Emergency cover' },
      meaning: {
        vi: 'Tạm đảm nhận khi chức danh khuyết đột xuất',
        en: 'Covers the position if it suddenly falls vacant',
      },
      levelsBelow: null,
    },
  ],
  successionGuide,
);
