import { consider } from '../src/answer/answer.js';
import { createParser } from '../src/documents/parsing/parser.js';
import { buildSnapshot, type Snapshot } from '../src/index/snapshot.js';
import { readKnowledge } from '../src/library/knowledge.js';
import { loadAids } from '../src/library/search-resources.js';
import { judge, type Outcome, questionLine, report, scoringRules } from './answer-scores.js';
import { readLines } from './corpus.js';

/**
 * Asks questions of a folder of documents as members do, and prints by type and language how often the right words
 * were found, with the gate and without it, and how often a question was rightly declined.
 */
export async function askQuestions(file: string, knowledge: string, semantic: boolean): Promise<void> {
  const questions = await readLines(file, questionLine);
  const snapshot = await snapshotOfFolder(knowledge, semantic);
  const outcomes: Outcome[] = [];
  for (const question of questions) {
    outcomes.push(judge(snapshot, question, await consider(snapshot, question.question)));
  }
  console.log(`${scoringRules}\n\n${report(outcomes)}`);
}

export async function snapshotOfFolder(folder: string, semantic: boolean): Promise<Snapshot> {
  const parser = createParser();
  try {
    const { documents, glossary } = await readKnowledge(folder, parser);
    const { aids } = await loadAids({ semantic });
    const snapshot = await buildSnapshot({ shared: 0 }, documents, glossary, aids);
    await snapshot.meaning?.complete();
    return snapshot;
  } finally {
    await parser.close();
  }
}
