/** A company, chip, alliance, policy or person that the documents speak of. */
export interface Entity {
  readonly name: string;
  readonly kind: string;
  readonly aliases: readonly string[];
  /** Chinese names, simplified or traditional. */
  readonly chinese: readonly string[];
}

/** Names with their aliases, and groups of words that mean nearly the same to one who asks. */
export interface Glossary {
  readonly entities: readonly Entity[];
  readonly synonyms: readonly (readonly string[])[];
}
