/** Text with meaning: Slack's mrkdwn and its rich_text. */
import { dateFormat } from './dates.js';
import { h } from './dom.js';
import { emojiFor } from './emoji.js';
import { channelById, nameOf, store } from './store.js';

function plain(text) {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** A text object of either kind. */
export function textNodes(object) {
  if (!object) return [];
  return object.type === 'mrkdwn' ? mrkdwn(object.text) : plainText(object.text);
}

export function plainText(text) {
  return text.split(/(:[a-z0-9_+-]+:)/).map((part) => emojiFor(part.slice(1, -1)) ?? plain(part));
}

export function mrkdwn(text) {
  return text.split('```').flatMap((part, index) => {
    if (index % 2 === 1) return h('pre', {}, plain(part.replace(/^\n/, '')));
    return quotes(part);
  });
}

/** Lines that begin with > stand together in one quotation. */
function quotes(text) {
  const nodes = [];
  let quoted = null;
  const lines = text.split('\n');
  lines.forEach((line, index) => {
    const match = /^(?:&gt;|>)\s?(.*)$/.exec(line);
    if (match) {
      if (!quoted) {
        quoted = h('blockquote', {});
        nodes.push(quoted);
      } else quoted.append(h('br'));
      quoted.append(...inline(match[1]));
      return;
    }
    const afterQuote = quoted !== null;
    quoted = null;
    if (index > 0 && !afterQuote) nodes.push(h('br'));
    nodes.push(...inline(line));
  });
  return nodes;
}

const pattern =
  /`([^`\n]+)`|<([^<>\n]+)>|(?<![\p{L}\p{N}])\*([^*\n]+)\*(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])_([^_\n]+)_(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])~([^~\n]+)~(?![\p{L}\p{N}])|:([a-z0-9_+-]+):/gu;

function inline(text) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > end) nodes.push(plain(text.slice(end, match.index)));
    nodes.push(marked(match));
    end = match.index + match[0].length;
  }
  if (end < text.length) nodes.push(plain(text.slice(end)));
  return nodes;
}

function marked([whole, code, angle, bold, italic, strike, emoji]) {
  if (code !== undefined) return h('code', {}, plain(code));
  if (angle !== undefined) return angled(angle);
  if (bold !== undefined) return h('strong', {}, inline(bold));
  if (italic !== undefined) return h('em', {}, inline(italic));
  if (strike !== undefined) return h('s', {}, inline(strike));
  return emojiFor(emoji) ?? whole;
}

function angled(content) {
  const [target, label] = split(content, '|');
  if (target.startsWith('@')) return userMention(target.slice(1));
  if (target.startsWith('#')) return channelMention(target.slice(1), label);
  if (target.startsWith('!date^')) return dateToken(target, label);
  if (target.startsWith('!')) return broadcast(target.slice(1).split('^')[0]);
  return link(plain(target), label ? plain(label) : undefined);
}

function split(text, mark) {
  const at = text.indexOf(mark);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

function userMention(id) {
  return h('span', { class: `mention ${id === store.userId ? 'me' : ''}` }, `@${nameOf(id)}`);
}

function channelMention(id, label) {
  const known = channelById(id);
  return h('a', { class: 'mention', href: `#${store.teamId}/${id}` }, `#${known?.name ?? label ?? id}`);
}

function broadcast(range) {
  return h('span', { class: 'mention me' }, `@${range}`);
}

function dateToken(target, fallback) {
  const [, seconds, format, url] = target.split('^');
  const text = dateFormat(seconds, format) ?? fallback ?? '';
  const time = h('time', { datetime: isoOf(seconds), title: fallback }, text);
  return url ? h('a', { href: safeUrl(url), target: '_blank', rel: 'noopener noreferrer' }, time) : time;
}

function isoOf(seconds) {
  const at = new Date(Number(seconds) * 1000);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

export function link(url, label) {
  return h('a', { href: safeUrl(url), target: '_blank', rel: 'noopener noreferrer' }, label ?? url);
}

/** Only addresses that open something harmless: never `javascript:`. */
export function safeUrl(url) {
  return /^(https?:|mailto:|tel:|\/)/i.test(url) ? url : '#';
}

export function richText(block) {
  return block.elements.map((part) => richPart(part));
}

function richPart(part) {
  const content = () => part.elements.map(richInline);
  switch (part.type) {
    case 'rich_text_section':
      return h('div', { class: 'rich-section' }, content());
    case 'rich_text_list':
      return h(
        part.style === 'ordered' ? 'ol' : 'ul',
        { class: `rich-list indent-${part.indent ?? 0}`, start: part.offset ? part.offset + 1 : undefined },
        part.elements.map((item) => h('li', {}, item.elements.map(richInline))),
      );
    case 'rich_text_quote':
      return h('blockquote', {}, content());
    case 'rich_text_preformatted':
      return h('pre', {}, content());
    default:
      return null;
  }
}

function richInline(element) {
  const style = element.style ?? {};
  let node = richLeaf(element);
  if (style.code) node = h('code', {}, node);
  if (style.bold) node = h('strong', {}, node);
  if (style.italic) node = h('em', {}, node);
  if (style.strike) node = h('s', {}, node);
  if (style.underline) node = h('u', {}, node);
  return node;
}

function richLeaf(element) {
  switch (element.type) {
    case 'text':
      return h('span', { class: 'run' }, element.text);
    case 'link':
      return link(element.url, element.text);
    case 'user':
      return userMention(element.user_id);
    case 'channel':
      return channelMention(element.channel_id);
    case 'broadcast':
      return broadcast(element.range);
    case 'emoji':
      return emojiFor(element.name) ?? `:${element.name}:`;
    case 'date':
      return dateToken(`!date^${element.timestamp}^${element.format}`, element.fallback);
    case 'color':
      return h('code', {}, element.value);
    default:
      return h('span', { class: 'mention' }, element.usergroup_id ?? element.team_id ?? '');
  }
}
