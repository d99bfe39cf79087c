/** Everything that can be read in a file, as lines: for looking whether it bears a marking, never for taking it over. */
import { isUtf8 } from 'node:buffer';
import { strFromU8, unzipSync } from 'fflate';

/** Far more than any list or letter unpacks to; what is larger is refused by whoever reads the content. */
const maxUnpackedBytes = 40 * 1024 * 1024;

/** Office files are archives of XML: cells, paragraphs, headers and footers, names of sheets, the title in the properties. */
export function textOfFile(bytes: Uint8Array): string {
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return isArchive ? textOfArchive(bytes) : decoded(bytes);
}

function textOfArchive(bytes: Uint8Array): string {
  let unpacked = 0;
  try {
    const parts = unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (!/\.xml$/iu.test(name) || /(?:styles|theme\d*|settings|fontTable)\.xml$/iu.test(name)) return false;
        unpacked += originalSize;
        return unpacked <= maxUnpackedBytes;
      },
    });
    return Object.values(parts)
      .map((part) => textOfXml(strFromU8(part)))
      .join('\n');
  } catch {
    // No archive after all: nothing can be read in it, by nobody.
    return '';
  }
}

/** A word is often spread over several runs: only the end of a cell or a paragraph ends a line. */
function textOfXml(xml: string): string {
  const names = [...xml.matchAll(/<(?:\w+:)?sheet\b[^>]*?\bname="([^"]*)"/gu)].map(([, name]) => name);
  const text = xml
    .replace(/<\/(?:\w+:)?(?:p|si|c|is|oddHeader|evenHeader|firstHeader|oddFooter|evenFooter|firstFooter)>/gu, '\n')
    .replace(/<(?:\w+:)?(?:br|cr)\b[^>]*>/gu, '\n')
    .replace(/<\/(?:title|dc:title|cp:category|cp:keywords|dc:subject)>/gu, '\n')
    .replace(/<[^>]*>/gu, '');
  return [...names, withoutHeaderCodes(unescaped(text))].join('\n');
}

/** In a header of a sheet "&C&"Arial,Bold"&14MẬT" says where and how it stands (ECMA-376, 18.3.1.46). */
function withoutHeaderCodes(text: string): string {
  return text
    .replace(/&"[^"\n]*"/gu, '')
    .replace(/&[LCR]/gu, '\n')
    .replace(/&(?:\d+|[A-Z])/gu, '');
}

function unescaped(text: string): string {
  return text
    .replace(/&#x([0-9a-f]{1,6});/giu, (_, code: string) => character(Number.parseInt(code, 16)))
    .replace(/&#(\d{1,7});/gu, (_, code: string) => character(Number(code)))
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&quot;/gu, '"')
    .replace(/&apos;/gu, "'")
    .replace(/&amp;/gu, '&');
}

function character(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  // Vietnamese of old 8-bit files; where that is wrong, capitals without accents are right all the same.
  return isUtf8(bytes) ? new TextDecoder('utf-8').decode(bytes) : new TextDecoder('windows-1258').decode(bytes);
}
