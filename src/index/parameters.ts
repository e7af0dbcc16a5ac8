/**
 * Every number of ranking, excerpts and gate that was set by hand: what it does, and by which figures. The table
 * "Parameters" of bench/RESULTS.md has most of them halved and doubled on the development sets
 * (`node dist/bench/parameters.js`, the one place that changes them); where a comment names another table, that is what the
 * number was chosen by. The weights of the evidence and of the gate are fitted, not set: data/sentence-weights.json, data/gate.json.
 */
export const PARAMETERS = {
  /** How terms are counted in passages and sentences. */
  words: {
    /** BM25+, as MiniSearch has it: how fast repetitions stop to count, how much length does, what a match counts at least. */
    bm25: { k: 1.5, b: 0.75, d: 0.25 },
    /** What title and headings count on their own, beside the passage with them. */
    titleBoost: 0.3,
    /**
     * Passages of English at large that are counted with the own ones: eight paragraphs alone do not tell a rare word
     * from one that they happen to have once, and what is added on other things shall not change what a word tells. See
     * "Unrelated documents" in bench/RESULTS.md.
     */
    backgroundPassages: 4000,
    /** Entries of the dictionary from which the table of English was counted that are as long as a passage. */
    entriesInPassage: 8,
    /**
     * What is an ordinary length, in terms: of a passage and of headings the distinct ones. Not the mean of the documents, which
     * any that are added would move.
     */
    ordinaryLength: { passage: 70, headings: 8, sentence: 14 },
    /** The share of passages at large that have a pair of Han characters, of which no table says more. */
    hanPairShare: 0.03,
    /** The rarity of a pair of Han characters: most of those in a question are parts of common words. */
    hanPairRarity: 1,
    /** Pairs with a Han character that are searched for where it is asked by itself, the most frequent first. */
    maxPairsOfCharacter: 20,
    maxCharactersAsked: 4,
  },

  /** What a match counts by how its term came into the question; the asker's own words count 1. */
  originWeight: { own: 1, repair: 0.8, alias: 0.8, equal: 1, translated: 1, synonym: 0.4, related: 0.3 },

  translation: {
    /** Ways to say a word that are tried, and what one that is not the likeliest counts. */
    maxVariants: 4,
    otherVariantWeight: 0.6,
    /** So many times more words must be of another language alone than of English alone. */
    leadOverEnglish: 2,
    /** Words of a question that the list does not have and that are taken apart at most. */
    maxUnlisted: 8,
    /**
     * What parting Chinese into words pays for a word. What is no word is read only where no word fits. Particles and
     * figures, which come between any words, are a little cheaper: 秘书处|在 (secretariat, at) before 秘书|处在.
     */
    segmentCost: { word: 1, particle: 0.9, number: 0.9, noWord: 2 },
  },

  /** Words and names of a question that are searched for, and how many parts of one are answered. */
  question: { maxGroups: 30, maxParts: 3 },

  spelling: {
    /** Words of a question that are repaired at most. */
    maxRepaired: 12,
    /** Letters of the longest word that is repaired: to try out the parts of one that fills a question takes half a second. */
    maxLetters: 40,
    /** Letters of the shortest part of a word that is taken for a word of its own. */
    minPart: 2,
    /** Letters of the shortest word that is repaired, and from which length on two edits are. */
    minLetters: 4,
    minLettersForTwoEdits: 8,
    /** Letters of the shortest word whose first letter may be the wrong one. */
    minLettersForFirst: 5,
    /** Letters of the shortest term that a word is repaired to. */
    minCandidate: 3,
    /** Letters from the end of a word in which a stemmer may take a slip for an ending, and the shortest word that has so many. */
    endLetters: 5,
    minLettersWithEnd: 8,
  },

  initials: {
    /** Letters of the shortest and the longest initials that a long form is looked for, and how many of a question. */
    minLetters: 2,
    maxLetters: 7,
    maxAsked: 2,
    /** Places of the documents that are looked at for one, and long forms that are taken. */
    maxPlaces: 300,
    maxForms: 2,
    /** Small letters from which on a long form may be without capitals, and how often it is there beside the next one. */
    minSmallLetters: 3,
    leadOverOthers: 3,
  },

  /** A question in several parts: what is not asked in a part still tells what the part is about. */
  subQuestion: {
    contextWeight: 0.4,
    /** Passages with words of the question that are looked at for its parts. */
    candidates: 100,
  },

  /** How passages are ranked. */
  passages: {
    /** The index finds so many; their order is then looked at more closely. */
    candidates: 50,
    /** Passages that it scores at most. Ordinary questions have 100 to 250 that can be among those. */
    contenders: 1_000,
    /** What the best sentence of a passage counts beside the whole. */
    bestSentenceShare: 0.3,
  },

  /** Neighbours of the question that are neighbours in a sentence. */
  proximity: {
    /** Terms that stand at most so far apart are together. */
    window: 4,
    /** What a pair counts one after the other as asked, and anywhere in the window. */
    inPlace: 3,
    nearby: 1.5,
    /** The more often a pair is found, the less once more counts: half of all counts at this sum. */
    saturation: 2,
  },

  /** Words that go with the words asked. */
  feedback: {
    /** Passages that are taken for relevant, and terms that are taken from them. */
    passages: 10,
    terms: 40,
    /** How fast a passage counts less, the lower its score is below the best one's: by half a point. */
    steepness: 0.7,
    /** What it counts against the words asked: .3 of .7, as RM3 has it. */
    share: 0.3 / 0.7,
  },

  /** Known questions beside the one that was asked. The table "Known questions" of bench/RESULTS.md. */
  known: {
    /** The index finds so many by their words; so many of the most alike count; what the same kind counts beside words. */
    candidates: 40,
    matches: 12,
    kindShare: 0.2,
    /** What counts against a known question that it says and is not asked, beside what is asked and it does not say. */
    moreShare: 0.5,
    /** From which likeness on it asks the same, where it says all that is asked: below, it asks for more. */
    sameFrom: 0.7,
  },

  /** Known questions that are suggested while one is being typed. The table "While typing" of bench/RESULTS.md. */
  typing: {
    /** Words that are searched for, the last ones typed. */
    maxWords: 24,
    /** Letters from which on the beginning of a word is searched for: all words that begin with one or two are too many. */
    minBeginning: 3,
    /** Letters of the shortest word that may have a letter wrong, and from which length on two. */
    minLetters: 4,
    minLettersForTwoSlips: 6,
    /** Where fewer wordings have what was typed, slips are looked for in words that fewer wordings than so many have. */
    enough: 5,
    ordinary: 3,
    /** Words with slips: of what has more, nothing is suggested. */
    maxSlips: 3,
    /** What it counts that a wording names the same by another name. */
    otherNameBoost: 0.5,
  },

  /** Known questions offered after an answer where few have their answer near it: how like the one asked they must be. */
  related: { minLikeness: 0.3 },

  /** Dates that are read in sentences. */
  dates: {
    /** Read in one sentence at most: nobody writes more, and what is compared with all others must have a bound. */
    maxPerSentence: 40,
    /** What it counts that a sentence without a date was published in the period asked. */
    publishedShare: 0.3,
    /** In days: a sentence that is so much older than the newest counts half as new. */
    halfLife: 180,
    /** What fitting the period asked counts, as a share of the best score: beside a subject, and where nothing else is asked. */
    periodShare: 0.15,
    aloneShare: 0.6,
    /** Passages of the period that are looked at where nothing else is asked. */
    candidates: 100,
    /**
     * Where the newest is asked for, and where it is asked how things stand now: the share of the best score that a
     * sentence must have to be compared, and what one counts that names no date itself. That tells no news, however new
     * its source is; what it says of a state is as new as its source.
     */
    newest: { within: 0, undated: 0.25 },
    now: { within: 0.7, undated: 1 },
    compared: 20,
  },

  /** How sentences are ranked. */
  sentences: {
    /** Passages whose sentences are looked at. */
    passages: 25,
    /** How much of the score of its passage a sentence gets on top of its own. */
    passageShare: 0.3,
    /** How much of its score is that together with its headings and the sentence before, against by itself. */
    contextShare: 0.6,
    /** Sentences that are read, best first, for what speaks for each being the answer. */
    read: 20,
    /** So many of the best passages tell which documents are on the subject. */
    bestPassages: 10,
    /** How far before a noun the number stands that counts it: "forty new member firms". */
    beforeNoun: 4,
    /** Names from which on a sentence counts up as many as any, beside the first. */
    manyNames: 3,
    /** Terms from the beginning on at which a sentence may have what it begins with: after "the Chinese", say. */
    opening: 2,
    /** A post is that of a firm from which it stands at most so many terms away. */
    postNear: 4,
  },

  /**
   * What a text that means just what was asked gets on top of its score by words, in shares of the best score by words.
   * See "Meaning" in bench/RESULTS.md.
   */
  meaning: {
    passageShare: 0.4,
    sentenceShare: 0.75,
    /** A sentence often opens what the next one says in other words: how much of that one's closeness counts for it. */
    nextShare: 0.2,
    /** Words that were asked speak for themselves: with more of them than so many, the share falls. */
    words: 6,
    /** A question translated word by word means less. */
    translatedShare: 0.5,
  },

  /** What is shown. See "Answers" in bench/RESULTS.md. */
  excerpts: {
    max: 3,
    /** Sentences that are looked at, best first: for excerpts, copies of them, and others that differ in a fact. */
    read: 60,
    /** Words shown in all; the best excerpt is shown whatever its length, and a sentence of a few words beside a long one. */
    maxWords: 90,
    fewWords: 25,
    /** Chinese characters that say as much as a word. */
    charactersInWord: 2,
    /**
     * An excerpt after the first has at least this share of the best score. On the development sets no more than one right
     * excerpt of 1,038 is lost by it.
     */
    minShare: 0.6,
    /** What is shown to who asks for more has at least this share of it. */
    furtherShare: 0.3,
    /** Words of a question that are as common in English as "use", "large" and "part" are not marked in an excerpt. */
    commonRarity: 4,
    /** From this share of common terms on, two sentences with the same numbers, dates and names say the same. */
    nearDuplicate: 0.8,
    /** Two sentences that differ in a fact alone have at least this share of the terms of the shorter one in common. */
    worthComparing: 0.5,
    /** Terms and names that two sentences have in common at least, for another number in one to contradict the other. */
    minCommonTerms: 3,
    /** UTF-16 units from which on a sentence is cut, and how many of them a Chinese character counts. */
    maxSentence: 600,
    unitsOfCharacter: 3,
    /** What stands between a lead-in and the item that was found is shown too, up to so many words in all. */
    wordsToItem: 30,
    /** Items of a list that are read to see which of them is asked for. */
    itemsRead: 60,
  },

  /** What a question names precisely, and whether it stands where the answer is. */
  details: {
    /** Details that are looked for, the first ones of a question. */
    max: 8,
    /** From this rarity on, a word without a capital letter may be a name. */
    minRarity: 8,
    /** A name in a larger share of the passages than this, and in more than so many, tells nothing apart. */
    everywhere: 1 / 3,
    manyPassages: 8,
    /** Passages with all words of a detail in which it is looked for before it counts as standing in none. */
    searched: 40,
    /** From so many letters on, a name with a capital letter is the same with an ending: Europeans, but not Arms. */
    minInflected: 5,
    /** A number up to here tells something only together with the word before it: "Step 3", but "CloudMatrix 384". */
    smallNumber: 100,
    /** The smallest number in words that a question states: "one" and "two" are said in passing. */
    minWord: 3,
  },

  /** What the signals of the gate are worked out with. See "Gate" in bench/RESULTS.md. */
  gate: {
    /** How far a match counts as the word that was asked, by how its term came into the question. */
    faith: { own: 1, repair: 0.95, alias: 1, equal: 1, translated: 1, synonym: 0.8, related: 0.4 },
    /** From this degree on, something asked counts as being there. */
    isThere: 0.5,
    /** A name of several words counts at most so many times its rarest word. */
    nameBound: 1.3,
    /** Sentences that are looked at, best first. */
    sentences: 3,
    /** The best passage is compared with the last of so many; a lead counts up to that share of its score. */
    rivals: 4,
    maxLead: 0.7,
    /** Two things asked one after the other stand together where at most so many terms lie from one to the other. */
    closeBy: 3,
    /** Missing names and details that are counted at most. */
    maxMissingNames: 2,
  },

  // What bears on a statement: from this probability of the gate on and with this share of it, weighted by rarity; or with another
  // number or date and this share of the rest; without a name in common, with this one in any case. And how rare a Chinese word is that no dictionary has.
  statements: { likely: 0.5, said: 0.46, restSaid: 0.6, saidUnnamed: 0.8, unknownRarity: 7 },
} as const;
