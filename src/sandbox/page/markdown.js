/** The `markdown` block: the everyday part of standard Markdown. */
import { h } from './dom.js';
import { link } from './rich.js';

export function markdown(text) {
  const nodes = [];
  const lines = text.split('\n');
  let index = 0;
  while (index < lines.length) {
    const [node, next] = block(lines, index);
    if (node) nodes.push(node);
    index = next;
  }
  return nodes;
}

function block(lines, start) {
  const line = lines[start];
  if (/^\s*$/.test(line)) return [null, start + 1];
  if (/^```/.test(line)) {
    const end = lines.findIndex((each, at) => at > start && /^```/.test(each));
    const last = end < 0 ? lines.length : end;
    return [h('pre', {}, lines.slice(start + 1, last).join('\n')), last + 1];
  }
  const heading = /^(#{1,6})\s+(.*)$/.exec(line);
  if (heading)
    return [h(`h${Math.min(6, heading[1].length + 2)}`, { class: 'md-heading' }, inline(heading[2])), start + 1];
  if (/^\s*([-*_])(\s*\1){2,}\s*$/.test(line)) return [h('hr'), start + 1];
  if (/^\s*\|.*\|\s*$/.test(line) && /^[\s|:-]+$/.test(lines[start + 1] ?? '')) return table(lines, start);
  if (/^>/.test(line))
    return run(lines, start, /^>\s?/, (content) => h('blockquote', {}, markdown(content.join('\n'))));
  if (/^\s*[-*+]\s+/.test(line)) return run(lines, start, /^\s*[-*+]\s+/, (items) => list('ul', items));
  if (/^\s*\d+[.)]\s+/.test(line)) return run(lines, start, /^\s*\d+[.)]\s+/, (items) => list('ol', items));
  return paragraph(lines, start);
}

function run(lines, start, mark, build) {
  let end = start;
  while (end < lines.length && mark.test(lines[end])) end += 1;
  return [build(lines.slice(start, end).map((line) => line.replace(mark, ''))), end];
}

function list(tag, items) {
  return h(
    tag,
    { class: 'rich-list indent-0' },
    items.map((item) =>
      h('li', {}, inline(item.replace(/^\[( |x)\]\s/i, (_all, done) => (done === ' ' ? '☐ ' : '☑ ')))),
    ),
  );
}

function paragraph(lines, start) {
  let end = start + 1;
  while (
    end < lines.length &&
    lines[end].trim() !== '' &&
    !/^(#{1,6}\s|>|```|\s*[-*+]\s|\s*\d+[.)]\s)/.test(lines[end])
  )
    end += 1;
  const content = lines
    .slice(start, end)
    .flatMap((line, index) => (index > 0 ? [h('br'), inline(line)] : [inline(line)]));
  return [h('p', {}, content), end];
}

function table(lines, start) {
  let end = start;
  while (end < lines.length && /^\s*\|/.test(lines[end])) end += 1;
  const cells = (line) =>
    line
      .trim()
      .replace(/^\||\|$/g, '')
      .split('|')
      .map((cell) => cell.trim());
  const [head, , ...rows] = lines.slice(start, end).map(cells);
  const node = h(
    'div',
    { class: 'table-scroll' },
    h(
      'table',
      {},
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          head.map((cell) => h('th', { scope: 'col' }, inline(cell))),
        ),
      ),
      h(
        'tbody',
        {},
        rows.map((row) =>
          h(
            'tr',
            {},
            row.map((cell) => h('td', {}, inline(cell))),
          ),
        ),
      ),
    ),
  );
  return [node, end];
}

const pattern =
  /`([^`]+)`|\*\*([^*]+)\*\*|__([^_]+)__|\*([^*\s][^*]*)\*|_([^_\s][^_]*)_|~~([^~]+)~~|\[([^\]]+)\]\(([^)\s]+)\)|(https?:\/\/[^\s<>)]+)/g;

function inline(text) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > end) nodes.push(text.slice(end, match.index));
    const [, code, bold, bold2, italic, italic2, strike, label, url, bare] = match;
    if (code) nodes.push(h('code', {}, code));
    else if (bold ?? bold2) nodes.push(h('strong', {}, inline(bold ?? bold2)));
    else if (italic ?? italic2) nodes.push(h('em', {}, inline(italic ?? italic2)));
    else if (strike) nodes.push(h('s', {}, inline(strike)));
    else nodes.push(link(url ?? bare, label));
    end = match.index + match[0].length;
  }
  if (end < text.length) nodes.push(text.slice(end));
  return nodes;
}
