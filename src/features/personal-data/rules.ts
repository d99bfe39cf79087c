/** Pure decisions about personal data. */
/** Characters of a reason for refusing. */
export const reasonMax = 1_000;

/**
 * Names that can be looked for in what people typed: a single word ("An", a nickname) would hit other words and other
 * people, and of a name that somebody else bears too nobody can tell whom a text means.
 */
export function namesToReplace(names: readonly string[], ofOthers: readonly string[]): readonly string[] {
  return names.filter((name) => /\s/u.test(name) && !ofOthers.includes(name));
}

/** The name as a whole, in capitals or not; "Nguyễn Văn An" is not in "Nguyễn Văn Anh". */
export function withoutNames(text: string, names: readonly string[], placeholder: string): string {
  return names.reduce((rest, name) => rest.replace(asWholeName(name), () => placeholder), text);
}

function asWholeName(name: string): RegExp {
  const words = name.normalize('NFC').replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${words}(?![\\p{L}\\p{M}\\p{N}])`, 'giu');
}
