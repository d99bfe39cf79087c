/** One thing that a person did in a chat, and what may be answered. No platform type passes this line. */
import type { Act } from '../kernel/act.ts';
import type { Form, Option, RawValues } from './form.ts';
import type { Message } from './message.ts';
import type { MessageAddress } from './platform.ts';

export interface Call extends Act {
  readonly platform: string;
  /** The platform's own id of the workspace. */
  readonly team: string;
  /** The platform's own id of the acting account; opaque. */
  readonly user: string;
  readonly channel: Channel | null;
}

export interface Channel {
  readonly id: string;
  readonly kind: 'channel' | 'direct';
  /** Shared with people of another organisation: nothing internal is said here. */
  readonly isShared: boolean;
}

/** Where a call came from, before anybody knows who it is. */
export interface Origin {
  readonly platform: string;
  readonly team: string;
  readonly user: string;
  readonly channel: Channel | null;
  /** Recognises a repeat of the very same command, click or form. */
  readonly requestId: string | null;
}

export type Input =
  | { readonly kind: 'command'; readonly name: string; readonly text: string }
  | {
      readonly kind: 'button';
      readonly action: string;
      readonly data: unknown;
      readonly in: 'message' | 'form' | 'home';
      /** Where the clicked message stands, when others than the clicking person may get it drawn anew. */
      readonly at?: MessageAddress | null;
    }
  | { readonly kind: 'submission'; readonly form: string; readonly state: unknown; readonly values: RawValues }
  | {
      readonly kind: 'change';
      readonly form: string;
      readonly requestId: string;
      readonly state: unknown;
      readonly field: string;
      readonly values: RawValues;
    }
  | { readonly kind: 'home' }
  /** A direct message to the bot: read as "/quorate text". */
  | { readonly kind: 'direct-message'; readonly text: string };

export type Reply =
  | { readonly kind: 'nothing' }
  /**
   * A private answer; after a submission it takes the place of the form. After a click a file may come with it: where
   * the platform takes it, it is given privately, and what `sent` says takes the place of the message.
   */
  | { readonly kind: 'show'; readonly message: Message; readonly file?: OfferedFile }
  /** The card that was clicked becomes this; after a submission the same as show. */
  | { readonly kind: 'replace'; readonly message: Message }
  /** Opens a form; from inside a form it is put on top; after a submission it takes the form's place. */
  | { readonly kind: 'form'; readonly form: Form }
  /** The form stays open, redrawn with what was entered. */
  | { readonly kind: 'redraw'; readonly form: Form }
  /** The form stays open, with a sentence at each field named. */
  | { readonly kind: 'field-errors'; readonly errors: Readonly<Record<string, string>> }
  | { readonly kind: 'options'; readonly options: readonly Option[] };

export interface OfferedFile {
  /** Names nobody. */
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly sent: Message;
}

export const nothing: Reply = { kind: 'nothing' };

export function show(message: Message): Reply {
  return { kind: 'show', message };
}

/** `instead` holds the same content in words. */
export function giveFile(file: OfferedFile, instead: Message): Reply {
  return { kind: 'show', message: instead, file };
}

export function replaceCard(message: Message): Reply {
  return { kind: 'replace', message };
}

export function openForm(form: Form): Reply {
  return { kind: 'form', form };
}

export function redraw(form: Form): Reply {
  return { kind: 'redraw', form };
}
