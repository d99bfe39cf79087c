/**
 * Vietnamese outside Party and state bodies: made from the Party's texts by exchanging words, so that no text is
 * written twice. Only the texts themselves are changed, never what people typed into them. A text that would not read
 * well afterwards is worded so that it does (“người” instead of “đồng chí”), in both ways of speaking.
 */

/** In this order: the first that fits at a place takes it. */
const exchanges: readonly (readonly [RegExp, string])[] = [
  [/đồng chí chủ trì (?=của|hoặc)/giu, 'chủ trì '],
  [/(đây là|với) đồng chí chủ trì/giu, '$1 chủ trì'],
  [/đồng chí (?=(\*\*)?\{\{)/giu, ''],
  [/(?<=\}\}) đồng chí/giu, ' người'],
  [/(thêm|với|gửi) đồng chí (?=(không|sẽ) )/giu, '$1 người '],
  [/(một|mọi|mỗi|từng|những|nhiều|số) đồng chí/giu, '$1 người'],
  [/các đồng chí (đó|ấy|này)/giu, 'những người $1'],
  [/các đồng chí/giu, 'mọi người'],
  [/đồng chí (ấy|này|đó|khác|nào)/giu, 'người $1'],
  [/đồng chí/giu, 'anh/chị'],
  [/hệ số quy hoạch cấp ủy/giu, 'số người so với số vị trí'],
  [/chức danh quy hoạch/giu, 'chức danh'],
  [/danh sách quy hoạch/giu, 'danh sách'],
  [/quy hoạch/giu, 'kế hoạch nhân sự'],
  [/danh bạ nhân sự/giu, 'danh bạ'],
  [/(?<!kế hoạch )nhân sự/giu, 'ứng viên'],
  [/giới thiệu/giu, 'đề cử'],
];

/** The same tree with every text in general words. */
export function inGeneralSpeech<Tree extends object>(tree: Tree): Tree {
  return Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [
      key,
      typeof value === 'string' ? general(value) : inGeneralSpeech(value as object),
    ]),
  ) as Tree;
}

/** At the beginning of a sentence it stays one. */
export function general(text: string): string {
  return exchanges.reduce((before, [found, words]) => exchange(before, found, words), text);
}

function exchange(text: string, found: RegExp, words: string): string {
  return text.replace(found, (whole: string, ...rest) => {
    const first = typeof rest[0] === 'string' ? rest[0] : '';
    const said = words.replace('$1', first);
    return isCapital(whole) ? said.charAt(0).toUpperCase() + said.slice(1) : said;
  });
}

function isCapital(text: string): boolean {
  const first = text.charAt(0);
  return first !== first.toLowerCase();
}
