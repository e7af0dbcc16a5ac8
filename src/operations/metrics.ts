import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

// Every figure that Prometheus can read, but those of the process that prom-client knows by itself. A label never holds what
// members write, nor the id of a server, a member or a message; each has a handful of values.

const MS_TO_10_S = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export type Metrics = ReturnType<typeof createMetrics>;

/** The figures of one process, in a register of their own. */
export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const gauge = <L extends string>(name: string, help: string, labelNames: readonly L[] = []) =>
    new Gauge({ name, help, labelNames: [...labelNames], registers });
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[] = []) =>
    new Counter({ name, help, labelNames: [...labelNames], registers });
  const seconds = <L extends string>(name: string, help: string, labelNames: readonly L[]) =>
    new Histogram({ name, help, labelNames: [...labelNames], buckets: MS_TO_10_S, registers });

  return {
    registry,
    ready: gauge('bot_ready', 'Whether a part is there to answer with: 1 or 0', ['part']),
    shards: gauge('bot_shards', 'Connections to the gateway, by their state', ['state']),
    ping: gauge('bot_shard_ping_seconds', 'How long the gateway took to answer, of the slowest connection'),
    revision: gauge('bot_revision', 'Live revision of the shared collection'),
    documents: gauge('bot_documents', 'Documents of the shared collection'),
    passages: gauge('bot_passages', 'Passages of the shared collection'),
    terms: gauge('bot_terms', 'Different terms of the shared collection'),
    parserProcesses: gauge('bot_parser_processes', 'Processes that read files', ['pool', 'state']),
    waiting: gauge('bot_waiting', 'What waits for its turn in a queue', ['queue']),
    parserKills: counter('bot_parser_kills_total', 'Processes ended for a file that broke a limit', [
      'limit',
    ]),
    questions: counter('bot_questions_total', 'Questions answered, by verdict', ['verdict']),
    stages: seconds('bot_stage_seconds', 'Time of a stage of a question, without what others had', ['stage']),
    interactions: counter('bot_interactions_total', 'Interactions, by what became of them', [
      'command',
      'outcome',
    ]),
    passedOver: counter('bot_interactions_passed_over_total', 'Interactions delivered again, or too late', [
      'why',
    ]),
    replies: seconds('bot_reply_seconds', 'From an interaction to its last reply', ['command']),
    changes: counter('bot_changes_total', 'Refreshes, other changes and publishes, by outcome', [
      'change',
      'collection',
      'outcome',
    ]),
    failures: counter('bot_background_failures_total', 'Work nobody waits for that failed', ['work']),
    notesLost: counter('bot_notes_lost_total', 'Notes of what members ask that could not be written'),
    database: seconds('bot_database_seconds', 'Time of a call of the database', ['operation']),
    databaseErrors: counter('bot_database_errors_total', 'Calls of the database that failed', ['operation']),
  };
}
