/**
 * Words that carry no subject: articles, pronouns, auxiliaries, prepositions and question words. They are left
 * out of the index and of queries alike. Written as the analyzer sees them: lower case, apostrophes removed.
 */
export const stopWords: ReadonlySet<string> = new Set(
  `a an the this that these those
   i me my myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers
   herself it its itself they them their theirs themselves
   am is are was were be been being isnt arent wasnt werent im youre hes shes theyre weve ive youve theyve
   do does did done doing dont doesnt didnt have has had having havent hasnt hadnt
   can could cant couldnt cannot will would wont wouldnt shall should shouldnt may might must mustnt
   and or but nor if then else than so as because while although though
   of at by for with about against between into through during before after since until till above below to from up down in out on
   off over under upon within without via per
   again further once here there where when why how what which who whom whose whether
   all any both each few more most other others some such no not only own same too very just also
   whats wheres whos hows thats theres
   please tell say`
    .split(/\s+/)
    .filter(Boolean),
);
