/** Every limit of Slack's that this adapter keeps, in one table. Lengths count UTF-16 units of the escaped text. */

export const limits = {
  message: {
    blocks: 50,
    /** The notification line; chat.update refuses more. */
    text: 3_900,
    /** All text of a message together. Undocumented: chat.postMessage refuses somewhat above 11,000 (msg_blocks_too_long). */
    total: 9_500,
    metadataKey: 255,
  },
  view: {
    blocks: 100,
    title: 24,
    submit: 24,
    close: 24,
    privateMetadata: 3_000,
    callbackId: 255,
    /** 250 KB in all; text in other scripts takes up to three bytes a character, and ids and braces take their share. */
    total: 45_000,
    /** A view and at most two on top of it. */
    depth: 3,
  },
  blockId: 255,
  actionId: 255,
  header: 150,
  sectionText: 3_000,
  contextText: 2_000,
  contextElements: 10,
  actions: 25,
  /** Per rich_text part: Slack names no limit, so the section's is kept. */
  richText: 3_000,
  table: { rows: 100, columns: 20, total: 6_000, perMessage: 1 },
  button: { text: 75, value: 2_000, url: 3_000 },
  confirm: { title: 100, text: 300, button: 30 },
  input: { label: 2_000, hint: 2_000, placeholder: 150, text: 3_000 },
  option: { text: 75, value: 75, description: 75, count: 100, choices: 10 },
  /** What a field may be told beside it. */
  fieldError: 300,
  dateFallback: 150,
  linkUrl: 3_000,
} as const;

/** Milliseconds. Slack waits three seconds for an answer; what is left over is for the way back. */
export const times = {
  answerBy: 2_700,
  apiCall: 5_000,
  /** A file of a form is fetched while its sender waits. */
  file: 1_200,
  /** One private answer after the acknowledgement, tried again once when nothing is known of it. */
  response: 4_000,
  signatureAgeSeconds: 300,
} as const;

export const bodyLimitBytes = 4 * 1024 * 1024;
