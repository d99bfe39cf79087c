/** The register of what rule sets cite. Whether a value was read there is said with each value, not here. */
import type { LegalReference } from '../../types.ts';

function reference(
  key: string,
  vi: string,
  en: string,
  issuedOn: string | null,
  address: string | null,
): LegalReference {
  return { key, title: { vi, en }, issuedOn, address };
}

export const references = {
  qd50: reference(
    'qd-50-2021',
    'Quy định số 50-QĐ/TW, ngày 27/12/2021 của Bộ Chính trị',
    'Regulation 50-QĐ/TW of the Politburo, 27 December 2021',
    '2021-12-27',
    'https://dantri.com.vn/xa-hoi/quy-dinh-moi-ve-do-tuoi-can-bo-duoc-quy-hoach-20220103214933272.htm',
  ),
  hd16: reference(
    'hd-16-2022',
    'Hướng dẫn số 16-HD/BTCTW, ngày 15/02/2022 của Ban Tổ chức Trung ương',
    'Guide 16-HD/BTCTW of the Central Organisation Commission, 15 February 2022',
    '2022-02-15',
    'https://vnexpress.net/can-bo-duoc-quy-hoach-chua-can-dap-ung-ngay-tieu-chuan-4438685.html',
  ),
  qd80: reference(
    'qd-80-2022',
    'Quy định số 80-QĐ/TW năm 2022 của Bộ Chính trị',
    'Regulation 80-QĐ/TW of the Politburo, 2022',
    null,
    'https://lawnet.vn/en/laws/tieu-chuan-dieu-kien-bo-nhiem-gioi-thieu-can-bo-ung-cu-chuc-vu-cao-hon-duoc-quy-dinh-nhu-the-nao-345220-116031.html',
  ),
  qd377: reference(
    'qd-377-2025',
    'Quy định số 377-QĐ/TW, ngày 08/10/2025 của Bộ Chính trị',
    'Regulation 377-QĐ/TW of the Politburo, 8 October 2025',
    '2025-10-08',
    'https://plo.vn/quy-dinh-moi-cua-bo-chinh-tri-ve-dieu-kien-tieu-chuan-do-tuoi-trong-quy-hoach-can-bo-post875999.html',
  ),
  ct35: reference(
    'ct-35-2019',
    'Chỉ thị số 35-CT/TW, ngày 30/5/2019 của Bộ Chính trị',
    'Directive 35-CT/TW of the Politburo, 30 May 2019',
    '2019-05-30',
    'https://baonghean.vn/en/print/10206745.html',
  ),
  electionRules: reference(
    'qd-190-2024',
    'Quy chế bầu cử trong Đảng (Quy định số 190-QĐ/TW, ngày 10/10/2024)',
    'Election rules in the Party (Regulation 190-QĐ/TW, 10 October 2024)',
    '2024-10-10',
    'https://baonghean.vn/en/mot-so-diem-moi-ve-quy-che-bau-cu-trong-dang-10282664.html',
  ),
  nd135: reference(
    'nd-135-2020',
    'Nghị định số 135/2020/NĐ-CP về tuổi nghỉ hưu',
    'Decree 135/2020/NĐ-CP on retirement age',
    null,
    null,
  ),
  nd138: reference(
    'nd-138-2020',
    'Nghị định số 138/2020/NĐ-CP của Chính phủ',
    'Decree 138/2020/NĐ-CP of the Government',
    null,
    'https://lawnet.vn/thong-tin-phap-luat/en/chinh-sach-moi/vietnam-procedures-for-appointment-of-leading-officials-under-local-jurisdiction-114770.html',
  ),
  nd170: reference(
    'nd-170-2025',
    'Nghị định số 170/2025/NĐ-CP của Chính phủ',
    'Decree 170/2025/NĐ-CP of the Government',
    null,
    'https://news.laodong.vn/cong-doan/trinh-tu-bo-nhiem-cong-chuc-lanh-dao-thuoc-tham-quyen-quan-ly-cua-bo-nganh-dia-phuong-1590693.ldo',
  ),
  rfc8713: reference(
    'rfc-8713',
    'RFC 8713 (BCP 10), tháng 02/2020',
    'RFC 8713 (BCP 10), February 2020',
    null,
    'https://www.rfc-editor.org/info/rfc8713',
  ),
  robert: reference(
    'robert',
    "Robert's Rules of Order",
    "Robert's Rules of Order",
    null,
    'http://roberts-rules.com/parl17.htm',
  ),
  practice: reference('practice', 'Thông lệ, chưa tìm được văn bản', 'Practice; no text found', null, null),
  schulze: reference(
    'schulze-2018',
    'M. Schulze, “The Schulze Method of Voting” (2018)',
    'M. Schulze, “The Schulze Method of Voting” (2018)',
    null,
    'https://arxiv.org/abs/1804.02973',
  ),
  scottishStv: reference(
    'scottish-stv-2007',
    'Quy định kiểm phiếu STV tại Scotland (The Scottish Local Government Elections Order 2007)',
    'The Scottish Local Government Elections Order 2007',
    null,
    'https://www.legislation.gov.uk/ssi/2007/42/contents/made',
  ),
  charters: reference(
    'board-charters',
    'Quy chế thường thấy của ủy ban nhân sự thuộc hội đồng quản trị',
    'Typical charters of nominating committees',
    null,
    'https://investors.leidos.com/corporate-governance/overview/nominating-and-corporate-governance/default.aspx',
  ),
  ownChoice: reference(
    'own-choice',
    'Mặc định của Quorate, có thể thay đổi',
    'Default of Quorate, can be changed',
    null,
    null,
  ),
} as const satisfies Record<string, LegalReference>;
