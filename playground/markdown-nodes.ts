/** Discord's Markdown as a tree: what a message says, without its markup. */
export type Node = Inline | Block;

/** Markup inside a line. */
export type Inline =
  | { type: 'text'; text: string }
  | { type: 'strong' | 'emphasis' | 'underline' | 'strike' | 'spoiler'; children: Node[] }
  | { type: 'code'; text: string }
  | { type: 'link'; url: string; title: string; children: Node[] }
  /** A user, role, channel or command, `@everyone` or `@here`. */
  | { type: 'mention'; raw: string }
  | { type: 'timestamp'; seconds: number; style: string }
  | { type: 'emoji'; name: string };

/** Markup of whole lines. */
type Block =
  | { type: 'heading'; level: number; children: Node[] }
  | { type: 'subtext'; children: Node[] }
  | { type: 'quote'; children: Node[] }
  | { type: 'list'; items: ListItem[] }
  | { type: 'code block'; language: string; text: string };

export interface ListItem {
  /** How deeply it is nested, from 0. */
  depth: number;
  /** The number that is shown, in an ordered list. */
  number?: number;
  children: Node[];
}

/** A piece of markup: what it is and how many characters it takes. */
export interface Found<N extends Node = Node> {
  node: N;
  length: number;
}
