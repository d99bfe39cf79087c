/** Writes down what happens: days, times, who did what, and what came to whom. Equal cards are written once. */
import { DateTime } from 'luxon';
import { texts } from '../../src/i18n/texts.ts';
import type { Locale } from '../../src/kernel/act.ts';

export interface Shown {
  /** In the order in which people are listed: the seed's. */
  readonly to: readonly string[];
  readonly how: 'private' | 'direct' | 'channel';
  readonly channel: string | null;
  readonly isReplaced: boolean;
  /** The line of the notification, for what arrives by itself. */
  readonly notification: string | null;
  readonly lines: readonly string[];
}

/** Several alike to one person are counted. */
function counted(names: readonly string[]): string {
  return [...new Set(names)]
    .map((name) => {
      const count = names.filter((other) => other === name).length;
      return count > 1 ? `${name} (${count})` : name;
    })
    .join(', ');
}

const frame = {
  vi: {
    'only-you': 'chỉ người này thấy',
    direct: 'tin riêng gửi',
    channel: 'trong kênh',
    replaced: 'thẻ đổi thành',
    fills: 'điền',
    closes: 'đóng cửa sổ',
    home: 'mở trang chủ của ứng dụng',
    moved: 'Đồng hồ chuyển tới',
    refused: 'Biểu mẫu chưa gửi được',
  },
  en: {
    'only-you': 'only they see',
    direct: 'direct message to',
    channel: 'in the channel',
    replaced: 'the card now reads',
    fills: 'fills in',
    closes: 'closes the window',
    home: 'opens the app’s Home',
    moved: 'The clock moves to',
    refused: 'The form is not sent yet',
  },
} as const;

export type FrameWord = keyof (typeof frame)['vi'];

export interface Transcript {
  word(key: FrameWord): string;
  scene(title: string): void;
  note(text: string): void;
  /** A line with the time and a name. */
  act(at: Date, who: string, what: string): void;
  /** A line with the time alone: something came by itself. */
  moment(at: Date): void;
  lines(lines: readonly string[]): void;
  shown(shown: Shown): void;
  text(): string;
}

export function createTranscript(locale: Locale, zone: string): Transcript {
  const out: string[] = [];
  const t = texts(locale, zone, 'party');
  let day = '';
  const word = (key: FrameWord): string => frame[locale][key];
  const boxed = (lines: readonly string[]) => out.push(...lines.map((line) => `      │ ${line}`.trimEnd()));

  function line(at: Date, text: string): void {
    const moment = DateTime.fromJSDate(at, { zone });
    const date = t.date(moment.toISODate() ?? '');
    if (date !== day) out.push('', `── ${date} ──`);
    day = date;
    out.push('', `${moment.toFormat('HH:mm')} ${text}`.trimEnd());
  }

  return {
    word,
    scene(title) {
      out.push('', '', `━━ ${title} ${'━'.repeat(Math.max(3, 76 - title.length))}`);
    },
    note: (text) => void out.push('', `      ${text}`),
    act: (at, who, what) => line(at, `${who}${what === '' ? '' : ` ${what}`}`),
    moment: (at) => line(at, ''),
    lines: boxed,
    shown({ to, how, channel, isReplaced, notification, lines }) {
      const place = how === 'channel' ? `${word('channel')} #${channel}` : `${word('direct')} ${counted(to)}`;
      const remark = [...(isReplaced ? [word('replaced')] : []), ...(notification ? [`🔔 ${notification}`] : [])];
      if (how === 'private') out.push(`      (${word('only-you')}${isReplaced ? `, ${word('replaced')}` : ''})`);
      else out.push(`  →   ${place}${remark.length > 0 ? ` · ${remark.join(' · ')}` : ''}`);
      boxed(lines);
    },
    text: () => `${out.join('\n').replace(/^\n+/, '')}\n`,
  };
}
