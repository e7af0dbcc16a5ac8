/** How long one engine takes, by how many passages there are. */
export interface Series {
  readonly name: string;
  readonly isOwn: boolean;
  readonly points: readonly { readonly passages: number; readonly milliseconds: number }[];
}

const [WIDTH, HEIGHT] = [760, 420];
const AREA = { left: 70, right: 540, top: 24, bottom: 370 };
/** Names stand so far apart at least. */
const LINE_HEIGHT = 17;
/** Greys and colours of middle lightness are read on white and on black. */
const GREY = '#808080';
const COLOURS = ['#d9534f', '#e08e2b', '#4f8fd9'];

/** Draws series over logarithmic axes as an SVG, our own in colour and those of others in grey. */
export function growthChart(series: readonly Series[]): string {
  const points = series.flatMap((one) => one.points);
  const axes: Axes = {
    x: scale(
      points.map(({ passages }) => passages),
      AREA.left,
      AREA.right,
    ),
    y: scale(
      points.map(({ milliseconds }) => milliseconds),
      AREA.bottom,
      AREA.top,
    ),
  };
  const names = apart(series.map((one) => axes.y.at(one.points.at(-1)?.milliseconds ?? 1)));
  const own = series.filter(({ isOwn }) => isOwn);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="13" role="img">`,
    '<title>Milliseconds of processor time a question (median), by passages</title>',
    ...grid(axes),
    ...series.flatMap((one, i) =>
      line(one, axes, names[i] ?? 0, COLOURS[own.indexOf(one) % COLOURS.length] ?? GREY),
    ),
    '</svg>\n',
  ].join('\n');
}

interface Axes {
  readonly x: Scale;
  readonly y: Scale;
}

function grid({ x, y }: Axes): string[] {
  const { left, right, bottom } = AREA;
  return [
    ...y.powers.flatMap((power) => [
      `<path d="M${left} ${fixed(y.at(power))}H${right}" stroke="${GREY}" stroke-opacity=".3"/>`,
      label(left - 8, y.at(power), power < 1_000 ? `${power} ms` : `${power / 1_000} s`, GREY, 'end'),
    ]),
    ...x.powers.map((power) => label(x.at(power), bottom + 22, power.toLocaleString('en'), GREY, 'middle')),
    label((left + right) / 2, bottom + 44, 'passages', GREY, 'middle'),
  ];
}

/** A series, and a dotted line from its end to its name. */
function line({ name, isOwn, points }: Series, { x, y }: Axes, nameAt: number, colour: string): string[] {
  const places = points.map(
    ({ passages, milliseconds }) => `${fixed(x.at(passages))} ${fixed(y.at(milliseconds))}`,
  );
  return [
    `<path d="M${places.join('L')}" fill="none" stroke="${colour}" stroke-width="${isOwn ? 2.5 : 1.5}"/>`,
    `<path d="M${places.at(-1)}L${AREA.right + 12} ${fixed(nameAt)}" stroke="${colour}" stroke-dasharray="2 3" stroke-opacity=".6"/>`,
    label(AREA.right + 16, nameAt, name, colour, 'start'),
  ];
}

interface Scale {
  at(number: number): number;
  /** The powers of ten from one end to the other. */
  readonly powers: readonly number[];
}

/** Where numbers lie between two places, by their logarithms, from one power of ten to another. */
function scale(numbers: readonly number[], from: number, to: number): Scale {
  const logarithms = numbers.filter((number) => number > 0).map(Math.log10);
  const least = Math.floor(Math.min(...logarithms));
  const most = Math.max(least + 1, Math.ceil(Math.max(...logarithms)));
  return {
    at: (number: number) => from + ((Math.log10(number) - least) / (most - least)) * (to - from),
    powers: Array.from({ length: most - least + 1 }, (_, i) => 10 ** (least + i)),
  };
}

/** Places moved down as far as names need to stand below each other. */
function apart(places: readonly number[]): number[] {
  const moved = [...places];
  const inOrder = places.map((_, i) => i).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
  let free = 0;
  for (const i of inOrder) {
    moved[i] = Math.max(free, places[i] ?? 0);
    free = (moved[i] ?? 0) + LINE_HEIGHT;
  }
  return moved;
}

function label(x: number, y: number, text: string, colour: string, anchor: string): string {
  return `<text x="${fixed(x)}" y="${fixed(y)}" fill="${colour}" text-anchor="${anchor}" dominant-baseline="middle">${text}</text>`;
}

function fixed(number: number): string {
  return number.toFixed(1);
}
