/**
 * The names of commands, subcommands and options, by their English names, which commands are called by inside. In each
 * language Discord takes small letters, digits, `-` and `_`, up to 32 of them, and no two the same in one list.
 */
export const names = {
  ask: 'ask',
  question: 'question',
  private: 'private',
  sources: 'sources',
  document: 'document',
  help: 'help',
  privacy: 'privacy',
  knowledge: 'knowledge',
  collection: 'collection',
  refresh: 'refresh',
  add: 'add',
  file: 'file',
  url: 'url',
  remove: 'remove',
  list: 'list',
  status: 'status',
  history: 'history',
  rollback: 'rollback',
  revision: 'revision',
  questions: 'questions',
  view: 'view',
  settings: 'settings',
  page: 'page',
} as const;
