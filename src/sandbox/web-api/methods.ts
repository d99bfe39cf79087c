/** The table of covered Web API methods; the README's table is tested against it. */

import { checkBlocks } from '../contract/blocks.ts';
import { problemsOf } from '../contract/messages.ts';
import { type Answer, type ApiCall, done, type Method, refuseWith } from './call.ts';
import { chatMethods } from './chat.ts';
import { conversationMethods } from './conversations.ts';
import { fileMethods } from './files.ts';
import { userMethods } from './users.ts';
import { viewMethods } from './views.ts';

export const methods: Record<string, Method> = {
  ...userMethods,
  ...chatMethods,
  ...viewMethods,
  ...conversationMethods,
  ...fileMethods,
  'blocks.validate': { tier: 4, scopes: [], handle: validateBlocks },
};

/** Called with an app-level token instead of a bot token. */
export const appMethods = ['apps.connections.open'];

function validateBlocks({ args }: ApiCall): Answer {
  const messages = problemsOf((report) => checkBlocks(args.blocks, '/blocks', 'message', report));
  return messages.length > 0 ? refuseWith({ error: 'invalid_blocks', messages }) : done();
}
