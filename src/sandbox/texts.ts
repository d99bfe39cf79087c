/** What the chat itself says to a person, in their language. The page has texts of its own. */

export type Said =
  | { kind: 'command-failed'; command: string; error: string }
  | { kind: 'unknown-command'; command: string }
  | { kind: 'no-connection' };

export function say(locale: string, said: Said): string {
  return locale.startsWith('vi') ? vietnamese(said) : english(said);
}

function english(said: Said): string {
  switch (said.kind) {
    case 'command-failed':
      return `${said.command} failed with the error "${said.error}"`;
    case 'unknown-command':
      return `\`${said.command}\` is not a valid command. Type / to see what is there.`;
    case 'no-connection':
      return 'We had some trouble connecting. Try again?';
  }
}

function vietnamese(said: Said): string {
  switch (said.kind) {
    case 'command-failed':
      return `${said.command} không thực hiện được, lỗi "${said.error}"`;
    case 'unknown-command':
      return `\`${said.command}\` không phải là lệnh hợp lệ. Gõ / để xem các lệnh hiện có.`;
    case 'no-connection':
      return 'Kết nối gặp trục trặc. Thử lại?';
  }
}
