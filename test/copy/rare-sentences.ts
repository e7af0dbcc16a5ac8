import type { Copy } from '../../src/copy/copy.js';
import type { Problem, ProblemKind } from '../../src/documents/problem.js';

// What the bot says only where much has to come together first: in words of no language, as the documents of the tour.

/** Something of the words of a language, as it is said; `place` names it as in `Copy`, with its position. */
export interface Said {
  readonly place: string;
  readonly text: string;
}

export function rareSentences(copy: Copy): Said[] {
  const { knowledge } = copy;
  const { proposal, preview, published, status, questions, teach, known, list } = knowledge;
  const { limits } = copy.changes;
  const over = (limit: keyof typeof limits) =>
    proposal.refused({ kind: 'over-limit', limit, most: 2, wanted: 3 });
  const said: Readonly<Record<string, readonly (string | readonly string[])[]>> = {
    'ask.notLive': [copy.ask.notLive('zorvane', 'plimtor')],
    'ask.letGo': [copy.ask.letGo('zorvane')],
    'ask.asOf': [copy.ask.asOf('2024')],
    'search.most': [copy.search.most(1200)],
    'timeline.days': [copy.timeline.days(['2023', '2024'])],
    'timeline.earlier': [copy.timeline.earlier(1200)],
    'sources.moreLinks': [copy.sources.moreLinks(3)],
    'report.changed': [copy.report.changed('Zorvane')],
    'citation.page': [copy.citation.page(3)],
    'citation.moreItems': [copy.citation.moreItems(3), copy.citation.moreItems(1)],
    'citation.alsoIn': [copy.citation.alsoIn(['Zorvane', 'Plimtor'], 4)],
    'cite.words.archived': [copy.cite.words.archived('zorvane')],
    'reply.failed': [copy.reply.failed('1234')],
    'reply.database.full': [copy.reply.database.full('1234')],
    'reply.database.replaced': [copy.reply.database.replaced('1234')],
    'reply.database.damaged': [copy.reply.database.damaged('1234')],
    'reply.database.away': [copy.reply.database.away('1234')],
    'changes.takedown': [copy.changes.takedown('Zorvane')],
    'changes.rollback': [copy.changes.rollback(3)],
    'changes.limits.documents': [over('documents'), limits.documents(2)],
    'changes.limits.bytes': [over('bytes'), limits.bytes(2_000_000)],
    'changes.limits.passages': [over('passages'), limits.passages(2)],
    'changes.limits.storage': [over('storage'), limits.storage(2_000_000)],
    'changes.limits.knownQuestions': [over('knownQuestions'), limits.knownQuestions(2)],
    'knowledge.collection.text': [knowledge.collection.text(true), knowledge.collection.text(false)],
    'knowledge.rollback.choice': [
      knowledge.rollback.choice(3, new Date('2024-03-04T05:06:00Z'), 'UTC', 'zorvane'),
    ],
    'knowledge.preview.moreQuestions': [preview.moreQuestions(3)],
    'knowledge.preview.questionProblems': [preview.questionProblems(3)],
    'knowledge.preview.moreOpenings': [preview.moreOpenings(3)],
    'knowledge.preview.leaveOut': [preview.leaveOut(3)],
    'knowledge.preview.onlyFields': [preview.onlyFields(FIELDS)],
    'knowledge.preview.fields': [preview.fields(FIELDS)],
    'knowledge.preview.moreLines': [preview.moreLines(3)],
    'knowledge.preview.more': [preview.more(3)],
    'knowledge.preview.warning': [
      preview.warning({ kind: 'no-passages', id: 'zorvane', title: 'Zorvane' }),
      preview.warning({ kind: 'not-found-by-title', id: 'zorvane', title: 'Zorvane' }),
      preview.warning({ kind: 'shrinks', before: 30, after: 2 }),
      preview.warning({ kind: 'replaces', id: 'zorvane', title: 'Zorvane', before: 'Plimtor' }),
    ],
    'knowledge.proposal.busy': [proposal.busy('Zorvane', '2024')],
    'knowledge.proposal.refused': [
      proposal.refused({ kind: 'let-go', revision: 3 }),
      proposal.refused({ kind: 'in-folder', document: 'zorvane' }),
      proposal.refused({ kind: 'withdrawn', document: 'zorvane' }),
      proposal.refused({ kind: 'question-too-long', question: 'zorvane', most: 3 }),
      proposal.refused({ kind: 'question-in-folder', question: 'zorvane' }),
      proposal.refused({ kind: 'too-long', minutes: 3 }),
      ...FAULTS.map((fault) =>
        proposal.refused({
          kind: 'no-sentence',
          question: 'zorvane',
          document: 'plimtor',
          text: 'vexil',
          fault,
        }),
      ),
    ],
    'knowledge.published.stale': [published.stale(2, 3)],
    'knowledge.published.withdrawn': [published.withdrawn(['zorvane'])],
    'knowledge.list.moreRemarks': [list.moreRemarks(3)],
    'knowledge.status.underWay': [status.underWay('Zorvane', '2024')],
    'knowledge.status.schedule': [status.schedule('2024')],
    'knowledge.history.actions.takedown': [knowledge.history.actions.takedown('zorvane', 'plimtor')],
    'knowledge.questions.alike': [questions.alike(['zorvane', 'plimtor'])],
    'knowledge.questions.marked': [questions.marked(1), questions.marked(3)],
    'knowledge.teach.along': [teach.along(['zorvane'], 3)],
    'knowledge.teach.leftOut': [teach.leftOut(1, 200), teach.leftOut(3, 200)],
    'knowledge.teach.tooLong': [teach.tooLong(200)],
    'knowledge.teach.nothingFor': [teach.nothingFor('zorvane')],
    'knowledge.known.orphans': [known.orphans(1), known.orphans(3)],
    'knowledge.known.gone': [known.gone('zorvane', 'plimtor')],
    'knowledge.known.goneInFolder': [known.goneInFolder('zorvane', 'plimtor')],
    'knowledge.settings.mayNotPost': [knowledge.settings.mayNotPost('zorvane')],
    'knowledge.settings.badSchedule': (['invalid', 'never', 'too-often', 'uneven-hours'] as const).map(
      (fault) => knowledge.settings.badSchedule(fault, 'zorvane'),
    ),
    'changes.named.removed': [copy.changes.named.removed('zorvane')],
    'knowledge.published.since': [published.since(3, 4)],
    'knowledge.settings.logOff.ask': [knowledge.settings.logOff.ask(1), knowledge.settings.logOff.ask(3)],
    'knowledge.settings.role': [knowledge.settings.role('zorvane')],
    'knowledge.settings.channel': [knowledge.settings.channel('zorvane')],
    'knowledge.settings.schedule': [
      knowledge.settings.schedule({ text: 'zorvane', zone: 'UTC', next: 'plimtor' }),
    ],
    'knowledge.settings.times': [
      knowledge.settings.times.daily('06:00'),
      knowledge.settings.times.weekly([0, 1, 2, 3, 4, 5, 6], '06:00'),
      knowledge.settings.times.hours(1),
      knowledge.settings.times.hours(6),
    ],
    'knowledge.report.failed': [knowledge.report.failed('zorvane')],
    problem: PROBLEMS.map((problem) => copy.problem(problem)),
    remark: PROBLEMS.map((problem) => copy.remark({ ...problem, line: 3 })),
  };
  return Object.entries(said).flatMap(([place, texts]) =>
    texts.map((text, at) => ({
      place: `${place} ${at}`,
      text: typeof text === 'string' ? text : text.join(''),
    })),
  );
}

const FIELDS = [
  'title',
  'source',
  'tags',
  'sentence-sources',
  'headings',
  'pages',
  'order',
  'layout',
  'remarks',
] as const;
const FAULTS = ['no-document', 'not-found', 'not-unique'] as const;

type Details<K extends ProblemKind['kind']> = ProblemKind extends infer P
  ? P extends { kind: ProblemKind['kind'] }
    ? K extends P['kind']
      ? Omit<P, 'kind'>
      : never
    : never
  : never;

/** Each kind of problem, with each thing that it may be about. */
const DETAILS: { readonly [K in ProblemKind['kind']]: readonly Details<K>[] } = {
  'not-utf8': [{}],
  'encoding-declared': [{ declared: 'gbk', encoding: 'big5' }],
  'encoding-guessed': [{ encoding: 'gbk' }],
  'invalid-bytes': [
    { places: 1, encoding: 'gbk' },
    { places: 3, encoding: 'gbk' },
  ],
  'nul-bytes': [{}],
  'too-large': [{ bytes: 9_000_000, most: 8_000_000 }],
  'unknown-format': [{ extension: '.zor' }, { extension: '' }],
  'other-content': (['html', 'pdf', 'docx', 'rtf', 'json', 'archive'] as const).map((content) => ({
    extension: '.zor',
    content,
  })),
  empty: [{}],
  'made-by-script': [{}],
  'front-matter': [
    { fault: 'yaml', detail: 'zorvane' },
    { fault: 'not-closed' },
    { fault: 'no-fields' },
    { fault: 'draft' },
    ...(['unknown', 'text', 'not-empty', 'date', 'address', 'user-name', 'language'] as const).map(
      (fault) => ({
        fault,
        field: 'zorvane',
      }),
    ),
  ],
  'leaves-folder': [{}],
  'same-id': [{ id: 'zorvane', other: 'plimtor' }],
  'too-slow': [{ seconds: 10 }],
  'too-deep': [{}],
  'too-much-memory': [{ megabytes: 500 }],
  unreadable: [{ detail: 'zorvane' }],
  'footnote-undefined': [{ name: 'zorvane' }],
  'footnote-source': [{ name: 'zorvane' }],
  'quoted-left-out': [{ lines: 3 }],
  glossary: [{ detail: 'zorvane' }],
  'judged-questions': [{ detail: 'zorvane' }],
  'judged-question': [{ question: 'zorvane' }],
  'known-questions': [{ detail: 'zorvane' }],
  'known-question': [
    { question: 'zorvane', fault: 'too-long', characters: 300, most: 200 },
    { question: 'zorvane', fault: 'duplicate' },
    { question: 'zorvane', fault: 'too-many', most: 200 },
    ...FAULTS.map((fault) => ({ question: 'zorvane', fault, document: 'plimtor', text: 'vexil' })),
  ],
  'reads-differently': [{}],
  kept: [{ revision: 3, because: { kind: 'empty' } }],
  withdrawn: [{}],
  altered: [{}],
  encrypted: [{}],
  damaged: [{ format: 'zor' }],
  'no-text-in-pages': [{ pages: 3 }],
  'fonts-not-in-file': [{ isEmpty: true }, { isEmpty: false }],
  'glyphs-unknown': [
    { share: 0.001, leftOut: [], isEmpty: false },
    { share: 0.5, leftOut: [3], isEmpty: false },
    { share: 0.5, leftOut: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], isEmpty: false },
    { share: 0.5, leftOut: [3], isEmpty: true },
  ],
  'too-many-pages': [{ pages: 3, most: 2 }],
  'too-large-unpacked': [{ most: 8_000_000 }],
  'too-much-read': [{}],
  'too-much-text': [{ characters: 3_000_000, most: 2_000_000 }],
  'too-many': (['sentences', 'paragraphs'] as const).map((what) => ({ what, count: 3, most: 2 })),
  'too-much-in-all': [{ size: 8_000_000, most: 6_000_000 }],
  'stacked-marks': [{ most: 10 }],
  'too-long': (['title', 'heading', 'publisher', 'author', 'tag', 'address'] as const).map((field) => ({
    field,
    characters: 900,
    most: 300,
  })),
  unbroken: [{ characters: 9_000, most: 2_000 }],
  'unseen-characters': [{ count: 3 }],
  'more-problems': [{ count: 3 }],
  'page-address': (['scheme', 'password', 'port', 'too-long'] as const).map((reason) => ({ reason })),
  'page-private': [{ host: 'zorvane' }],
  'page-robots': [{ host: 'zorvane' }],
  'page-robots-unknown': [{ host: 'zorvane', status: 500 }],
  'page-robots-unread': [{ host: 'zorvane' }],
  'page-redirects': [{ most: 5 }],
  'page-type': [{ contentType: 'zorvane' }, { contentType: '' }],
  'page-too-large': [{ most: 8_000_000 }],
  'page-too-slow': [{ seconds: 10 }],
  'page-gone': [{ status: 404 }],
  'page-status': [{ status: 403 }],
  'page-no-host': [{ host: 'zorvane' }],
  'page-no-connection': [{ detail: 'zorvane' }],
  'attachment-foreign': [{}],
  'attachment-status': [{ status: 403 }],
  'attachment-too-slow': [{}],
  'attachment-no-connection': [{}],
};

const PROBLEMS = Object.entries(DETAILS).flatMap(([kind, all]) =>
  (all as readonly object[]).map((details) => ({ file: 'plimtor', kind, ...details }) as Problem),
);
