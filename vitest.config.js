import { defineConfig } from 'vitest/config';

// The tests run as compiled JavaScript, like the product: workers start from real files and nothing is
// transformed in one way for the tests and in another for the bot. No test changes what others load, so that modules are
// loaded once for all files: anew for each, they took a fifth of the time. Much of the time is waiting for processes,
// browsers and databases, so that each core has a worker; the bounds only find what hangs.
export default defineConfig({
  test: {
    include: ['dist/test/**/*.test.js'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    isolate: false,
    maxWorkers: '100%',
  },
});
