import type { Document, Sentence } from '../documents/document.js';
import { PARAMETERS } from '../index/parameters.js';
import { type Candidate, isCopy, repeats } from './candidate.js';
import type { Disagreement } from './differing-facts.js';
import { areOverlapping, joined, type Stretch } from './stretch.js';

/** A stretch that is shown as an excerpt. */
export interface Selected extends Stretch {
  readonly score: number;
  /** Where else one of its sentences stands word for word. */
  readonly copies: readonly Copy[];
  /** Present where other excerpts of the answer say another number, date or name of the same thing. */
  readonly differing?: Differing;
}

export interface Copy {
  readonly document: Document;
  readonly sentence: Sentence;
}

/** How excerpts differ, and when this one was said, where that is known. */
export interface Differing {
  readonly kind: Disagreement;
  readonly date?: string;
}

interface Chosen {
  stretch: Stretch;
  readonly candidates: Candidate[];
  readonly copies: Copy[];
  readonly differing: Differing | undefined;
}

const OF_AN_ANSWER = { places: PARAMETERS.excerpts.max, words: PARAMETERS.excerpts.maxWords };

/** The stretches that have been chosen, within the number of excerpts and the budget of words. */
export class Selection {
  readonly #chosen: Chosen[] = [];
  readonly #most: { readonly places: number; readonly words: number };
  #words = 0;

  /** @param most The bounds; those of an answer where nothing is said. */
  constructor(most: { readonly places: number; readonly words: number } = OF_AN_ANSWER) {
    this.#most = most;
  }

  get isEmpty(): boolean {
    return this.#chosen.length === 0;
  }

  /** How many more excerpts there may be. */
  get places(): number {
    return this.#most.places - this.#chosen.length;
  }

  /** Whether a sentence is said already, by itself or by another; of one that is said elsewhere, the place is kept. */
  says(candidate: Candidate): boolean {
    const { document } = candidate.passage;
    const { start } = candidate.sentence;
    for (const { stretch, candidates, copies } of this.#chosen) {
      if (stretch.passage.document === document && stretch.sentences.some((shown) => shown.start === start))
        return true;
      const same = candidates.find((other) => repeats(candidate, other));
      if (!same) continue;
      if (document !== stretch.passage.document && isCopy(candidate, same))
        copies.push({ document, sentence: candidate.sentence });
      return true;
    }
    return false;
  }

  /** Whether a sentence would be joined to one that was chosen. */
  isNeighbour(candidate: Candidate): boolean {
    return this.#chosen.some(({ candidates }) => isNextTo(candidate, candidates));
  }

  /** Adds what is quoted for a sentence, to a stretch that it touches or as one of its own, if there is room. */
  add(candidate: Candidate, stretch: Stretch, differing?: Differing): void {
    if (!this.#hasRoomFor(stretch.words)) return;
    const touched = this.#chosen.find(
      (one) => areOverlapping(one.stretch, stretch) || isNextTo(candidate, one.candidates),
    );
    if (touched) {
      touched.stretch = joined(touched.stretch, stretch);
      touched.candidates.push(candidate);
    } else if (this.places > 0) {
      this.#chosen.push({ stretch, candidates: [candidate], copies: [], differing });
    } else return;
    this.#words += stretch.words;
  }

  /** What was chosen, in the order in which it was. */
  selected(): Selected[] {
    const areDiffering = this.#chosen.filter(({ differing }) => differing).length > 1;
    return this.#chosen.map(({ stretch, candidates, copies, differing }) => ({
      ...stretch,
      score: Math.max(...candidates.map(({ score }) => score)),
      copies: [...copies],
      ...(differing && areDiffering && { differing }),
    }));
  }

  #hasRoomFor(words: number): boolean {
    const { fewWords } = PARAMETERS.excerpts;
    return this.#chosen.length === 0 || words <= fewWords || this.#words + words <= this.#most.words;
  }
}

/** Whether a sentence of prose stands before or after one that was chosen alone: two of them are quoted together. */
function isNextTo({ passage, sentence }: Candidate, [other, ...more]: readonly Candidate[]): boolean {
  if (!other || more.length > 0 || other.passage.paragraph !== passage.paragraph || passage.list)
    return false;
  const { sentences } = passage.paragraph;
  const place = (one: Sentence) => sentences.findIndex(({ start }) => start === one.start);
  return Math.abs(place(sentence) - place(other.sentence)) === 1;
}
