/** The bytes of a text in an encoding of one or two bytes, by asking the decoder what each pair means. */
export function encode(text: string, encoding: string): Buffer {
  const bytesOf = tableOf(encoding);
  return Buffer.from(
    [...text].flatMap((character) => {
      const bytes = character < '\u0080' ? [character.charCodeAt(0)] : bytesOf.get(character);
      if (!bytes) throw new Error(`${encoding} has no ${character}`);
      return bytes;
    }),
  );
}

const tables = new Map<string, ReadonlyMap<string, number[]>>();

function tableOf(encoding: string): ReadonlyMap<string, number[]> {
  const known = tables.get(encoding);
  if (known) return known;
  const table = new Map<string, number[]>();
  const decoder = new TextDecoder(encoding);
  const add = (...bytes: number[]) => {
    const [character = '', ...others] = decoder.decode(Uint8Array.from(bytes));
    if (others.length === 0 && character !== '\ufffd' && !table.has(character)) table.set(character, bytes);
  };
  for (let first = 0x80; first <= 0xff; first++) {
    add(first);
    for (let second = 0x40; second <= 0xfe; second++) if (second !== 0x7f) add(first, second);
  }
  tables.set(encoding, table);
  return table;
}
