import { strToU8, zipSync } from 'fflate';

/** A line of text on a page of a PDF; lengths in points, from the lower left corner. */
export interface TextAt {
  readonly text: string;
  readonly y: number;
  readonly x?: number;
  readonly size?: number;
  /** In a font that is not in the file, two bytes a character. */
  readonly isOutside?: boolean;
  readonly isBold?: boolean;
  /** Right behind the piece before it, so that `x` and `y` do not count. */
  readonly isNext?: boolean;
  /** In points, over the base line. */
  readonly rise?: number;
  /** In thousandths of the size: how far back it begins, as an accent does over a letter. */
  readonly back?: number;
  /** Upwards, as a stamp stands in the margin. */
  readonly isTurned?: boolean;
  /** In a font of which the file says that its codes A, B, C and so on are these characters. */
  readonly meaning?: string;
}

/** Lines below one another, as wrapped prose stands on a page. */
export function column(
  lines: readonly string[],
  top = 700,
  at: Partial<Omit<TextAt, 'text' | 'y'>> = {},
): TextAt[] {
  return lines.map((text, position) => ({ text, y: top - position * 14, ...at }));
}

/** A PDF of pages with text in Helvetica, of 11 points if nothing else is said. */
export function pdfFile(
  pages: readonly (readonly TextAt[])[],
  { info = '', encrypt = '' }: { info?: string; encrypt?: string } = {},
): Uint8Array {
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '', HELVETICA, `<< ${info} >>`, SONG, BOLD];
  const meanings = [...new Set(pages.flat().flatMap(({ meaning }) => meaning ?? []))];
  const explained = meanings.map((meaning, position) => {
    const table = toUnicode(meaning);
    const id = objects.push(`<< /Length ${table.length} >>\nstream\n${table}\nendstream`);
    const font = objects.push(HELVETICA.replace('>>', `/ToUnicode ${id} 0 R >>`));
    return `/M${position} ${font} 0 R`;
  });
  const fonts = `/F1 3 0 R /F2 5 0 R /F3 6 0 R ${explained.join(' ')}`;
  const kids = pages.map((lines) => {
    const stream = `BT\n${lines.map((line) => drawing(line, meanings)).join('\n')}\nET`;
    const content = objects.push(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
    const resources = `<< /Font << ${fonts} >> >>`;
    const page = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources ${resources} /Contents ${content} 0 R >>`;
    return `${objects.push(page)} 0 R`;
  });
  objects[1] = `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages.length} >>`;
  return assemble(objects, `/Root 1 0 R /Info 4 0 R ${encrypt}`);
}

/** Asks for a password: the keys in it fit no empty one. */
export const ENCRYPTED = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >> /ID [<01> <01>]`;

const HELVETICA = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';

const BOLD = HELVETICA.replace('Helvetica', 'Helvetica-Bold');

/** The table of a font that says which characters its codes are, from A on; in UTF-16. */
function toUnicode(meaning: string): string {
  const hex = (unit: number, digits: number) => unit.toString(16).padStart(digits, '0');
  const lines = [...meaning].map((character, position) => {
    const units = character.split('').map((unit) => hex(unit.charCodeAt(0), 4));
    return `<${hex(65 + position, 2)}> <${units.join('')}>`;
  });
  return `begincmap\n1 begincodespacerange <00> <ff> endcodespacerange\n${lines.length} beginbfchar\n${lines.join('\n')}\nendbfchar\nendcmap`;
}

/** A font that is not in the file: what its codes are, here in UTF-16, stands in a table of Adobe's. */
const SONG = `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 0 1000 880] /Ascent 880 /Descent -120 /CapHeight 880 /ItalicAngle 0 /StemV 93 >> >>] >>`;

function drawing(line: TextAt, meanings: readonly string[]): string {
  const {
    text,
    x = 72,
    y,
    size = 11,
    rise = 0,
    back = 0,
    isNext,
    isOutside,
    isBold,
    isTurned,
    meaning,
  } = line;
  const font = isOutside ? 'F2' : isBold ? 'F3' : 'F1';
  const name = meaning === undefined ? font : `M${meanings.indexOf(meaning)}`;
  const turn = isTurned ? '0 1 -1 0' : '1 0 0 1';
  const place = isNext ? '' : `${turn} ${x} ${y} Tm `;
  return `/${name} ${size} Tf ${place}${rise} Ts [${back} (${text.replace(/[\\()]/g, '\\$&')})] TJ`;
}

function assemble(objects: readonly string[], trailer: string): Uint8Array {
  const parts = ['%PDF-1.4\n'];
  let length = parts[0]?.length ?? 0;
  const offsets = objects.map((object, position) => {
    const offset = length;
    const part = `${position + 1} 0 obj\n${object}\nendobj\n`;
    parts.push(part);
    length += part.length;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  parts.push(`xref\n0 ${size}\n0000000000 65535 f \n${table}`);
  parts.push(`trailer << /Size ${size} ${trailer} >>\nstartxref\n${length}\n%%EOF`);
  return Buffer.from(parts.join(''), 'latin1');
}

const OFFICE = 'http://schemas.openxmlformats.org';
const WORD = `xmlns:w="${OFFICE}/wordprocessingml/2006/main"`;

/** A Word document of the given body, with the styles Title and Heading 1 to 3, and files beside it. */
export function docxFile(body: string, others: Readonly<Record<string, Uint8Array>> = {}): Uint8Array {
  const styles = ['Title', 'Heading1', 'Heading2', 'Heading3'].map((id) => {
    const name = id.replace(/(\d)/, ' $1').toLowerCase().replace('title', 'Title');
    return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
  });
  const part = (name: string) => `/word/${name}.xml`;
  const type = (name: string) => `application/vnd.openxmlformats-officedocument.wordprocessingml.${name}+xml`;
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/officeDocument/2006/relationships/${kind}" Target="${target}"/>`;
  const relations = `${OFFICE}/package/2006/relationships`;
  const files = {
    '[Content_Types].xml': xml(
      `<Types xmlns="${OFFICE}/package/2006/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        `<Override PartName="${part('document')}" ContentType="${type('document.main')}"/>` +
        `<Override PartName="${part('styles')}" ContentType="${type('styles')}"/></Types>`,
    ),
    '_rels/.rels': xml(
      `<Relationships xmlns="${relations}">${relation('r1', 'officeDocument', 'word/document.xml')}</Relationships>`,
    ),
    'word/_rels/document.xml.rels': xml(
      `<Relationships xmlns="${relations}">${relation('r1', 'styles', 'styles.xml')}</Relationships>`,
    ),
    'word/styles.xml': xml(`<w:styles ${WORD}>${styles.join('')}</w:styles>`),
    'word/document.xml': xml(`<w:document ${WORD}><w:body>${body}</w:body></w:document>`),
    ...others,
  };
  // The same bytes whenever it is made.
  return zipSync(files, { mtime: new Date(2026, 0, 1) });
}

export function paragraph(text: string, style?: string): string {
  const properties = style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${properties}<w:r><w:t>${text}</w:t></w:r></w:p>`;
}

export function table(rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]) => row.map((text) => `<w:tc>${paragraph(text)}</w:tc>`).join('');
  return `<w:tbl>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join('')}</w:tbl>`;
}

function xml(content: string): Uint8Array {
  return strToU8(`<?xml version="1.0" encoding="UTF-8"?>${content}`);
}
