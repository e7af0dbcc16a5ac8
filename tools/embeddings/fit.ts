import { rowOf, tableWords } from '../../src/index/embedding/embedding-table.js';
import { principalAxes } from './principal-axes.js';
import type { Probes } from './probes.js';
import { add, dot, meanOf, normalized, type Row, scaled } from './rows.js';

export interface FitOptions {
  readonly dimensions: number;
  readonly epochs: number;
  readonly onEpoch?: (epoch: number, meanCosine: number) => void;
}

/** Settings of Adam (Kingma and Ba, 2015), and texts a step. */
const adam = { rate: 0.004, mean: 0.9, square: 0.99, batch: 1024 };
/** A word of this share of all words starts at half length (Arora et al., 2017, "A simple but tough-to-beat baseline"). */
const COMMON_SHARE = 1e-3;

/**
 * Fits one vector a word such that the sum over a text points where the teacher's vector of the text does. The
 * teacher's vectors are cut to the axes in which they differ most; the fit starts from its vectors of single words.
 *
 * @param teacher vectors of length 1, one for each of `probes.texts`
 * @returns one vector for each of `probes.words`; their lengths say how much a word counts
 */
export function fitTable(probes: Probes, teacher: readonly Row[], options: FitOptions): Row[] {
  const targets = cut(teacher, options.dimensions);
  const table = firstGuess(probes, targets);
  const numbers = new Map(probes.words.map((word, i) => [word, i]));
  const texts = probes.texts.map((text) => tableWords(text).flatMap((word) => rowOf(word, numbers) ?? []));
  const trainer = new Trainer(table);
  const known = [...texts.keys()].filter((text) => (texts[text]?.length ?? 0) > 0);
  const random = randomNumbers(1);
  const steps = options.epochs * Math.ceil(known.length / adam.batch);
  let step = 0;
  for (let epoch = 1; epoch <= options.epochs; epoch++) {
    shuffle(known, random);
    let cosines = 0;
    for (let start = 0; start < known.length; start += adam.batch) {
      for (const text of known.slice(start, start + adam.batch)) {
        cosines += trainer.learn(texts[text] ?? [], targets[text] ?? new Float32Array());
      }
      trainer.step(adam.rate * (1 - step++ / steps));
    }
    options.onEpoch?.(epoch, cosines / known.length);
  }
  return table;
}

/** Vectors about their mean, along their principal axes. */
function cut(teacher: readonly Row[], dimensions: number): Row[] {
  const mean = meanOf(teacher);
  const centred = teacher.map((row) => normalized(row.map((value, i) => value - (mean[i] ?? 0))));
  const axes = principalAxes(centred, dimensions);
  return centred.map((row) => normalized(Float32Array.from(axes, (axis) => dot(row, axis))));
}

/** The teacher's vector of each word alone, shorter the more common the word is. */
function firstGuess({ words, counts }: Probes, targets: readonly Row[]): Row[] {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return words.map((word, i) => {
    const share = (counts.get(word) ?? 0) / total;
    return scaled(targets[i] ?? new Float32Array(), COMMON_SHARE / (COMMON_SHARE + share));
  });
}

/** Gradient steps of Adam on the rows that a batch has touched. */
class Trainer {
  readonly #table: readonly Row[];
  readonly #means: Row[];
  readonly #squares: Row[];
  readonly #gradients = new Map<number, Row>();

  constructor(table: readonly Row[]) {
    this.#table = table;
    this.#means = table.map((row) => new Float32Array(row.length));
    this.#squares = table.map((row) => new Float32Array(row.length));
  }

  /** Adds up the gradient of 1 - cosine for one text; returns the cosine. */
  learn(words: readonly number[], target: Row): number {
    const sum = new Float32Array(target.length);
    for (const word of words) add(sum, this.#table[word] ?? sum, 1);
    const length = Math.max(Math.sqrt(dot(sum, sum)), 1e-6);
    const cosine = dot(sum, target) / length;
    const gradient = scaled(target, -1 / length);
    add(gradient, sum, cosine / length ** 2);
    for (const word of words) {
      const total = this.#gradients.get(word);
      if (total) add(total, gradient, 1);
      else this.#gradients.set(word, Float32Array.from(gradient));
    }
    return cosine;
  }

  step(rate: number): void {
    for (const [word, gradient] of this.#gradients) {
      const row = this.#table[word] ?? new Float32Array();
      const mean = this.#means[word] ?? new Float32Array();
      const square = this.#squares[word] ?? new Float32Array();
      gradient.forEach((value, i) => {
        mean[i] = adam.mean * (mean[i] ?? 0) + (1 - adam.mean) * value;
        square[i] = adam.square * (square[i] ?? 0) + (1 - adam.square) * value * value;
        row[i] = (row[i] ?? 0) - (rate * (mean[i] ?? 0)) / (Math.sqrt(square[i] ?? 0) + 1e-7);
      });
    }
    this.#gradients.clear();
  }
}

function shuffle(list: number[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j] ?? 0, list[i] ?? 0];
  }
}

/** Numbers from 0 to 1, the same each time (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
