/** Something that is one process's alone for a time. */
export interface Lease {
  readonly name: string;
  readonly holder: string;
}

/** What processes on one database agree by on who does what. Their clocks have to agree too, within a second or two. */
export interface Leases {
  /**
   * Gives the lease `name` to `holder` for the next `ms` milliseconds if it is free, has run out or is theirs already,
   * and says whether it did. Of several processes one gets it.
   */
  takeLease(name: string, holder: string, ms: number): Promise<boolean>;
  /** Gives a holder all of their leases for the next `ms` milliseconds, also what ran out and nobody took; and names them. */
  renewLeases(holder: string, ms: number): Promise<string[]>;
  /** Lets others take these leases of a holder at once; what is not theirs any more stays as it is. */
  dropLeases(names: readonly string[], holder: string): Promise<void>;
  /** All that have not run out and whose names begin like this, by name. */
  leases(beginning: string): Promise<Lease[]>;
}
