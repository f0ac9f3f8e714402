import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Whole runs of the product, and tests that put something else in a module's place: each has a process of its own. */
const ALONE = ['test/e2e/**', 'test/browser/**', 'test/pipeline/**', 'test/cli/**'];

/** The longest first: a long one that begins last keeps one core waiting for it. */
const LONG = ['pages', 'canary', 'release', 'auditRelease', 'ledger', 'badInput', 'oddPartnerships'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const place = LONG.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      return place < 0 ? LONG.length : place;
    };
    return (await super.sort(files)).toSorted((one, two) => rank(one) - rank(two));
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    testTimeout: 120_000,
    hookTimeout: 300_000,
    pool: 'forks',
    // As the command itself: less time is spent collecting short-lived garbage.
    execArgv: ['--max-semi-space-size=64'],
    // One more than there are cores: many a test waits for a browser or for a process of its own.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        extends: true,
        test: {
          name: 'runs',
          include: ALONE.map((folder) => `${folder}/*.test.ts`),
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['test/**/*.test.ts'],
          exclude: ALONE,
          // What they import takes longer to load than most of them take to run.
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
