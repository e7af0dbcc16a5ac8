import { describe, test } from 'vitest';
import { storeConformance } from '../support/conformance/store.js';
import { databaseKinds } from '../support/databases.js';

for (const { name, fresh } of databaseKinds) {
  describe(`the store on ${name}`, () => {
    if (fresh) storeConformance(fresh);
    else test.skip('the conformance suite');
  });
}
