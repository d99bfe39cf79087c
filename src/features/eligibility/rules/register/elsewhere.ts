/** Sources outside Viet Nam, and those that are no document: practice, and our own choice where nothing rules. */
import { entry, otherSource } from './entry.ts';

const same = (title: string) => ({ vi: title, en: title });

export const otherSources = {
  rfc8713: entry('rfc-8713', {
    kind: same('RFC'),
    number: 'RFC 8713',
    issuer: same('IETF'),
    issued: 2020,
    subject: { vi: 'về Ban đề cử của IETF (BCP 10)', en: 'the IETF NomCom (BCP 10)' },
    title: { vi: 'RFC 8713 (BCP 10), tháng 02/2020', en: 'RFC 8713 (BCP 10), February 2020' },
    address: 'https://www.rfc-editor.org/info/rfc8713',
  }),
  robert: otherSource('robert', same("Robert's Rules of Order"), 'http://roberts-rules.com/parl17.htm'),
  schulze: otherSource(
    'schulze-2018',
    same('M. Schulze, “The Schulze Method of Voting” (2018)'),
    'https://arxiv.org/abs/1804.02973',
  ),
  scottishStv: otherSource(
    'scottish-stv-2007',
    {
      vi: 'Quy định kiểm phiếu STV tại Scotland (The Scottish Local Government Elections Order 2007)',
      en: 'The Scottish Local Government Elections Order 2007',
    },
    'https://www.legislation.gov.uk/ssi/2007/42/contents/made',
  ),
  charters: otherSource(
    'board-charters',
    {
      vi: 'Quy chế thường thấy của ủy ban nhân sự thuộc hội đồng quản trị',
      en: 'Typical charters of nominating committees',
    },
    'https://investors.leidos.com/corporate-governance/overview/nominating-and-corporate-governance/default.aspx',
  ),
  /** Read as reported, for a review before the congresses of 2020; its number was not found. */
  province2019: otherSource(
    'province-2019',
    {
      vi: 'Hướng dẫn rà soát quy hoạch của một tỉnh, ngày 14/11/2019 (theo báo địa phương)',
      en: 'Instruction of one province on reviewing the plan, 14 November 2019 (as its newspaper reports)',
    },
    'https://baonghean.vn/en/nghe-an-4-truong-hop-nhan-su-se-duoc-ra-soat-dua-ra-khoi-quy-hoach-nhiem-ky-2020-2025-10206836.html',
  ),
  secondmentRules: otherSource(
    'secondment-rules',
    {
      vi: 'Quy định về biệt phái công chức (đọc qua bản giới thiệu công khai)',
      en: 'Rules on secondment of civil servants (read in a public summary)',
    },
    'https://lawnet.vn/ngan-hang-phap-luat/en/tu-van-phap-luat/bo-may-hanh-chinh/how-is-the-secondment-of-officials-regulated-1019988',
  ),
  transferRules: otherSource(
    'transfer-rules',
    {
      vi: 'Quy định về điều động công chức (đọc qua bản giới thiệu công khai)',
      en: 'Rules on transfer of civil servants (read in a public summary)',
    },
    'https://lawnet.vn/thong-tin-phap-luat/en/tu-van-luat/regulations-on-the-transfer-and-secondment-of-officials-in-vietnam-170876.html',
  ),
  positionChangeRules: otherSource(
    'position-change-rules',
    {
      vi: 'Quy định định kỳ chuyển đổi vị trí công tác để phòng, chống tham nhũng (theo báo địa phương)',
      en: 'Rules on the periodic change of positions against corruption (as a newspaper reports)',
    },
    'https://baonghean.vn/en/18-nganh-dinh-ky-luan-chuyen-vi-tri-cong-tac-de-chong-tham-nhung-post267501.html',
  ),
  provinceGroups: otherSource(
    'province-groups',
    {
      vi: 'Hướng dẫn của một tỉnh về đối tượng quy hoạch cấp ủy (theo báo địa phương)',
      en: 'Guide of one province on who is planned for its Party committee (as its newspaper reports)',
    },
    'https://baonghean.vn/en/cac-doi-tuong-dien-gioi-thieu-quy-hoach-uy-vien-ban-chap-hanh-dang-bo-tinh-ban-thuong-vu-tinh-uy-10238837.html',
  ),
  successionGuide: otherSource(
    'succession-guide',
    { vi: 'Hướng dẫn công khai về quy hoạch kế nhiệm', en: 'Public guide to succession planning' },
    'https://agent-skills.md/skills/a5c-ai/babysitter/succession-planning',
  ),
  practice: otherSource('practice', { vi: 'Thông lệ, chưa tìm được văn bản', en: 'Practice; no text found' }),
  ownChoice: otherSource('own-choice', {
    vi: 'Mặc định của Quorate, có thể thay đổi',
    en: 'Default of Quorate, can be changed',
  }),
} as const;
