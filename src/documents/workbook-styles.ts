/** The styles of a laid-out sheet: Times New Roman as on paper, thin borders around the table, lines that wrap. */

type Align = 'left' | 'center';

interface Style {
  readonly font: number;
  readonly border: 0 | 1;
  readonly align: Align | 'column';
  readonly wraps: boolean;
}

const fonts = [
  '<font><sz val="11"/><name val="Times New Roman"/></font>',
  '<font><b/><sz val="11"/><name val="Times New Roman"/></font>',
  '<font><b/><sz val="14"/><name val="Times New Roman"/></font>',
  '<font><i/><sz val="11"/><name val="Times New Roman"/></font>',
  '<font><i/><sz val="9"/><name val="Times New Roman"/></font>',
];

const styles = {
  issuer: { font: 1, border: 0, align: 'left', wraps: false },
  title: { font: 2, border: 0, align: 'center', wraps: true },
  subtitle: { font: 3, border: 0, align: 'center', wraps: true },
  heading: { font: 1, border: 1, align: 'center', wraps: true },
  numbering: { font: 4, border: 1, align: 'center', wraps: false },
  group: { font: 1, border: 1, align: 'left', wraps: true },
  row: { font: 0, border: 1, align: 'column', wraps: true },
  note: { font: 3, border: 0, align: 'left', wraps: true },
} as const satisfies Readonly<Record<string, Style>>;

const plain = 'numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"';

/** 49 is "@": what is typed over such a cell stays text, so 05/1978 does not turn into a day. */
const textFormat = 49;

interface Known {
  readonly look: keyof typeof styles;
  readonly align: Align;
  readonly isQuoted: boolean;
}

/** After the plain one and the plain quoted one: each look, in both alignments, without and with the quote prefix. */
const known: readonly Known[] = (Object.keys(styles) as (keyof typeof styles)[]).flatMap((look) =>
  (['left', 'center'] as const).flatMap((align) => [false, true].map((isQuoted) => ({ look, align, isQuoted }))),
);

/** The number of a cell's style. */
export function styleOf(of: Omit<Known, 'isQuoted'> | null, isQuoted: boolean): number {
  if (!of) return isQuoted ? 1 : 0;
  return 2 + known.findIndex((one) => one.look === of.look && one.align === of.align && one.isQuoted === isQuoted);
}

/** Around a row of the table a border is drawn, around its empty cells and merged ones too. */
export function hasBorder(look: keyof typeof styles): boolean {
  return styles[look].border === 1;
}

export function stylesXml(schema: string): string {
  const sides = ['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin"/>`).join('');
  const formats = [`<xf ${plain}/>`, `<xf ${plain} quotePrefix="1"/>`, ...known.map(formatXml)];
  return [
    `<styleSheet xmlns="${schema}"><fonts count="${fonts.length}">${fonts.join('')}</fonts>`,
    // The first two fills are Excel's own in every workbook; one without a pattern makes it ask whether to repair the file.
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
    `<borders count="2"><border/><border>${sides}</border></borders>`,
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${formats.length}">${formats.join('')}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  ].join('');
}

function formatXml({ look, align, isQuoted }: Known): string {
  const style: Style = styles[look];
  const horizontal = style.align === 'column' ? align : style.align;
  const quoted = isQuoted ? ' quotePrefix="1"' : '';
  return `<xf numFmtId="${textFormat}" fontId="${style.font}" fillId="0" borderId="${style.border}" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"${quoted}><alignment horizontal="${horizontal}" vertical="center"${style.wraps ? ' wrapText="1"' : ''}/></xf>`;
}
