import { afterEach, beforeEach } from 'vitest';
import { openStore } from '../../../src/store/open.js';
import type { CollectionName, Publishing, Store, StoredDocument } from '../../../src/store/store.js';
import type { FreshDatabase } from '../databases.js';
import { draftOf } from '../notes.js';

/** A store on a database of its own for each test, and a clock that is set by hand. */
export class StoreBench {
  store!: Store;
  database!: FreshDatabase;
  now = new Date(0);
  readonly #opened: Store[] = [];

  constructor(fresh: () => Promise<FreshDatabase>) {
    beforeEach(async () => {
      this.now = new Date('2026-03-01T12:00:00.000Z');
      this.database = await fresh();
      this.store = await this.open();
    });
    afterEach(async () => {
      await Promise.all(this.#opened.splice(0).map((each) => each.close()));
      await this.database.drop();
    });
  }

  /** A store on the same database, as another process would have. */
  async open(): Promise<Store> {
    const another = await openStore(this.database.url, () => this.now);
    this.#opened.push(another);
    return another;
  }

  async publishNotes(
    collection: CollectionName,
    ...documents: readonly StoredDocument[]
  ): Promise<Publishing> {
    const base = await this.store.liveRevision(collection);
    const draft = await draftOf(this.store, collection, base, documents);
    return this.store.publish(draft, 'moderator', { why: 'test' });
  }

  pass(ms: number): void {
    this.now = new Date(this.now.getTime() + ms);
  }
}
