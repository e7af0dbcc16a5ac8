/** What a style does to text, as far as it matters to a reader. `shown` says that something undoes `hidden`. */
export type Effect = 'hidden' | 'shown' | 'struck' | 'raised' | 'lowered' | 'unnumbered';

/** In pixels or other units: text that is put so far to a side is out of sight. */
const FAR = 500;

/** What the declarations of a `style` attribute or of a rule do. */
export function effectsOf(declarations: string): Effect[] {
  const style = new Map<string, string>();
  for (const declaration of declarations.toLowerCase().split(';')) {
    const colon = declaration.indexOf(':');
    if (colon === -1) continue;
    const value = declaration.slice(colon + 1).replace('!important', '');
    style.set(declaration.slice(0, colon).trim(), value.trim());
  }
  const of = (property: string) => style.get(property) ?? '';
  const effects: Effect[] = [];
  if (isHiding(style)) effects.push('hidden');
  else if (of('display') + of('visibility') + of('opacity') !== '') effects.push('shown');
  if (`${of('text-decoration')} ${of('text-decoration-line')}`.includes('line-through'))
    effects.push('struck');
  if (/^(?:super|text-top)$/.test(of('vertical-align'))) effects.push('raised');
  if (/^(?:sub|text-bottom)$/.test(of('vertical-align'))) effects.push('lowered');
  if (/^none\b/.test(of('list-style') || of('list-style-type'))) effects.push('unnumbered');
  return effects;
}

function isHiding(style: ReadonlyMap<string, string>): boolean {
  const of = (property: string) => style.get(property) ?? '';
  if (of('display') === 'none' || /^(?:hidden|collapse)$/.test(of('visibility'))) return true;
  if (/^0(?:px|pt|em|rem|%)?$/.test(of('font-size')) || isFar(of('text-indent'))) return true;
  // Text that comes into sight by and by begins so, too.
  const isMoved = ['transition', 'animation', 'transform', 'will-change'].some((property) =>
    style.has(property),
  );
  if (/^0?(?:\.0{1,9})?%?$/.test(style.get('opacity') ?? '1') && !isMoved) return true;
  if (!/^(?:absolute|fixed)$/.test(of('position'))) return false;
  if (['left', 'right', 'top', 'bottom'].some((side) => isFar(of(side)))) return true;
  return /^rect\([01][^2-9]*\)$/.test(of('clip')) || /^inset\((?:50|100)%/.test(of('clip-path'));
}

function isFar(length: string): boolean {
  return Number.parseFloat(length) <= -FAR;
}
