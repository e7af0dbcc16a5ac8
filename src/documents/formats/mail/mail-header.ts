/** Names of header fields as programs of mail show them, with those that stand in a message. */
export const FIELD_NAMES: ReadonlyMap<string, string> = new Map([
  ['发件人', 'From'],
  ['收件人', 'To'],
  ['抄送', 'Cc'],
  ['主题', 'Subject'],
  ['日期', 'Date'],
  ['时间', 'Date'],
  ['发送时间', 'Date'],
  ['sent', 'Date'],
  ['von', 'From'],
  ['betreff', 'Subject'],
  ['gesendet', 'Date'],
  ['objet', 'Subject'],
  ['envoyé', 'Date'],
  ['asunto', 'Subject'],
  ['enviado', 'Date'],
]);

export const FIELD = /^([\p{L}][\p{L}\d-]{1,40}) ?[:：] ?(.{0,2000})$/u;

/** Does a text begin with the header of a message: fields alone, with a sender, and a subject or date? */
export function isMail(text: string): boolean {
  const lines = headerLines(text);
  if (!lines.every((line) => FIELD.test(line) || /^[ \t]/.test(line))) return false;
  const names = new Set(lines.flatMap((line) => fieldName(line) ?? []));
  return names.has('from') && (names.has('subject') || names.has('date'));
}

/** The lines of a header: up to the first blank one. */
export function headerLines(text: string): string[] {
  const start = text.slice(0, 20_000).replace(/^\ufeff|^From \S{1,100} .{0,100}\r?\n/, '');
  const lines = start.split(/\r\n|\n|\r/);
  const end = lines.findIndex((line) => line.trim() === '');
  return end === -1 ? lines.slice(0, 1) : lines.slice(0, end);
}

function fieldName(line: string): string | undefined {
  const name = FIELD.exec(line)?.[1]?.toLowerCase();
  return name && (FIELD_NAMES.get(name) ?? name).toLowerCase();
}
