import { consider } from '../src/answer/answer.js';
import { type FolderOptions, loadSnapshot } from '../src/library/knowledge-folder.js';
import { judge, type Outcome, questionLine, report, scoringRules } from './answer-scores.js';
import { readLines } from './corpus.js';

/**
 * Asks questions of a folder of documents as members do, and prints by type and language how often the right words
 * were found, with the gate and without it, and how often a question was rightly declined.
 */
export async function askQuestions(file: string, options: FolderOptions): Promise<void> {
  const questions = await readLines(file, questionLine);
  const { snapshot } = await loadSnapshot(options);
  const outcomes: Outcome[] = [];
  for (const question of questions) {
    outcomes.push(judge(snapshot, question, await consider(snapshot, question.question)));
  }
  console.log(`${scoringRules}\n\n${report(outcomes)}`);
}
