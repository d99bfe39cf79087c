/** State documents: decrees and laws that rule sets, papers and secrecy rest on (domain/planning 0 and 1). */
import { decree, entry, government } from './entry.ts';

const nationalAssembly = { vi: 'Quốc hội', en: 'the National Assembly' };
const law = { vi: 'Luật', en: 'Law' };
const civilServants = {
  vi: 'về tuyển dụng, sử dụng và quản lý công chức',
  en: 'recruiting, employing and managing civil servants',
};

export const stateDocuments = {
  nd30: entry('nd-30-2020', {
    kind: decree,
    number: '30/2020/NĐ-CP',
    issuer: government,
    issued: '2020-03-05',
    subject: { vi: 'về công tác văn thư', en: 'clerical work and the format of documents' },
  }),
  nd135: entry('nd-135-2020', {
    kind: decree,
    number: '135/2020/NĐ-CP',
    issuer: government,
    issued: 2020,
    subject: { vi: 'về tuổi nghỉ hưu', en: 'retirement age' },
    title: {
      vi: 'Nghị định số 135/2020/NĐ-CP về tuổi nghỉ hưu',
      en: 'Decree 135/2020/NĐ-CP on retirement age',
    },
  }),
  nd138: entry('nd-138-2020', {
    kind: decree,
    number: '138/2020/NĐ-CP',
    issuer: government,
    issued: 2020,
    subject: civilServants,
    title: {
      vi: 'Nghị định số 138/2020/NĐ-CP của Chính phủ',
      en: 'Decree 138/2020/NĐ-CP of the Government',
    },
    address:
      'https://lawnet.vn/thong-tin-phap-luat/en/chinh-sach-moi/vietnam-procedures-for-appointment-of-leading-officials-under-local-jurisdiction-114770.html',
  }),
  nd116: entry('nd-116-2024', {
    kind: decree,
    number: '116/2024/NĐ-CP',
    issuer: government,
    issued: '2024-09-17',
    subject: civilServants,
  }),
  nd170: entry('nd-170-2025', {
    kind: decree,
    number: '170/2025/NĐ-CP',
    issuer: government,
    issued: 2025,
    subject: civilServants,
    title: {
      vi: 'Nghị định số 170/2025/NĐ-CP của Chính phủ',
      en: 'Decree 170/2025/NĐ-CP of the Government',
    },
    address:
      'https://news.laodong.vn/cong-doan/trinh-tu-bo-nhiem-cong-chuc-lanh-dao-thuoc-tham-quyen-quan-ly-cua-bo-nganh-dia-phuong-1590693.ldo',
  }),
  personalData: entry('luat-91-2025', {
    kind: law,
    number: '91/2025/QH15',
    issuer: nationalAssembly,
    issued: 2025,
    subject: { vi: 'về bảo vệ dữ liệu cá nhân', en: 'protection of personal data' },
  }),
  stateSecrets: entry('luat-117-2025', {
    kind: law,
    number: '117/2025/QH15',
    issuer: nationalAssembly,
    issued: 2025,
    subject: { vi: 'về bảo vệ bí mật nhà nước', en: 'protection of state secrets' },
  }),
  secretPersonnelPapers: entry('qd-2500-2025', {
    kind: { vi: 'Quyết định', en: 'Decision' },
    number: '2500/QĐ-TTg',
    issuer: { vi: 'Thủ tướng Chính phủ', en: 'the Prime Minister' },
    issued: '2025-11-17',
    subject: {
      vi: 'về danh mục bí mật nhà nước lĩnh vực tổ chức, cán bộ',
      en: 'list of state secrets in organisation and personnel',
    },
  }),
} as const;
