import { describe, test } from 'vitest';
import { databaseKinds } from '../support/databases.js';
import { storeConformance } from '../support/store-conformance.js';

for (const { name, fresh } of databaseKinds) {
  describe(`the store on ${name}`, () => {
    if (fresh) storeConformance(fresh);
    else test.skip('the conformance suite');
  });
}
