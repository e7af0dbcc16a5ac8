import { styleText } from 'node:util';
import { createSupportsHyperlinks } from 'supports-hyperlinks';

/** How a text stands out where it is shown. What it is given has been made printable before. */
export interface TerminalStyle {
  strong(text: string): string;
  faint(text: string): string;
  heading(text: string): string;
  /** The text, which leads to the address where that can be followed. */
  link(text: string, address: string): string;
}

/** For files and other programs: the text and nothing else. */
export const plain: TerminalStyle = {
  strong: (text) => text,
  faint: (text) => text,
  heading: (text) => text,
  link: (text, address) => (text === address ? text : `${text}, ${address}`),
};

/** Colours and links as far as what reads the stream shows them; plain where it is a file or a pipe. */
export function styleOf(stream: NodeJS.WritableStream): TerminalStyle {
  const terminal = stream as Partial<NodeJS.WriteStream>;
  // Node knows by the environment of a terminal: NO_COLOR, FORCE_COLOR, TERM.
  const hasColours = terminal.isTTY === true && terminal.hasColors?.() === true;
  const hasLinks = createSupportsHyperlinks({ isTTY: terminal.isTTY === true });
  return { ...(hasColours ? coloured : plain), link: hasLinks ? linked : plain.link };
}

const coloured = {
  strong: (text: string) => styleText('bold', text, { validateStream: false }),
  faint: (text: string) => styleText('gray', text, { validateStream: false }),
  heading: (text: string) => styleText(['bold', 'cyan'], text, { validateStream: false }),
};

/** https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda; in an address as it is sent nothing ends it early. */
function linked(text: string, address: string): string {
  if (!URL.canParse(address)) return text;
  return `\u001b]8;;${new URL(address).href}\u001b\\${text}\u001b]8;;\u001b\\`;
}
