/** The one place that decides whether an answer says which committee it is about: everywhere but in that committee's own channel. */
import type { Channel, Reply } from './call.ts';
import type { About, Block, Message } from './message.ts';

/** `draw` words what is said on top; `channel` is where the answer is given, null on Home. */
export function saidOnTop(reply: Reply, channel: Channel | null, draw: (about: About) => Block): Reply {
  const about = aboutOf(reply);
  if (!about || (about.channel !== null && about.channel === channel?.id)) return reply;
  switch (reply.kind) {
    case 'show':
    case 'replace':
      return { ...reply, message: underHeading(reply.message, draw(about)) };
    case 'form':
    case 'redraw':
      return { ...reply, form: { ...reply.form, header: draw(about) } };
    default:
      return reply;
  }
}

/** The answer with what it is about; what it said itself gives way. */
export function asAbout(reply: Reply, about: About): Reply {
  switch (reply.kind) {
    case 'show':
    case 'replace':
      return { ...reply, message: { ...reply.message, about } };
    case 'form':
    case 'redraw':
      return { ...reply, form: { ...reply.form, about } };
    default:
      return reply;
  }
}

function aboutOf(reply: Reply): About | undefined {
  if (reply.kind === 'show' || reply.kind === 'replace') return reply.message.about;
  return reply.kind === 'form' || reply.kind === 'redraw' ? reply.form.about : undefined;
}

function underHeading(message: Message, said: Block): Message {
  const { blocks } = message;
  const top = blocks[0]?.kind === 'heading' ? 1 : 0;
  return { ...message, blocks: [...blocks.slice(0, top), said, ...blocks.slice(top)] };
}
