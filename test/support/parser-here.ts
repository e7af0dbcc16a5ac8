import { parserOf } from '../../src/parsing/parser.js';
import { readHere } from '../../src/parsing/readers.js';

/** The real readers, without the processes that guard against what takes for ever. */
export const parserHere = parserOf(readHere);
