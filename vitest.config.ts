import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 300_000,
    pool: 'forks',
    // As the command itself: less time is spent collecting short-lived garbage.
    execArgv: ['--max-semi-space-size=64'],
    // Two cores are the common case, and the default leaves one of them idle.
    maxWorkers: '100%',
  },
});
