import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Puts something else in a module's place, and so has a process of its own. */
const ALONE = ['test/e2e/disk.test.ts'];

/** The longest first: a long one that begins last keeps one core waiting for it. */
const LONG = [
  'e2e/sample',
  'e2e/canary',
  'audit/auditRelease',
  'e2e/release',
  'browser/pages',
  'pipeline/badInput',
  'e2e/ledger',
  'browser/oddPartnerships',
  'e2e/badInput',
  'analysis/planner',
  'sample/generateWorkspace',
];

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
    // Two cores are the common case, and the default leaves one of them idle.
    maxWorkers: '100%',
    // What most files import takes longer to load than they take to run.
    isolate: false,
    projects: [
      { extends: true, test: { name: 'together', include: ['test/**/*.test.ts'], exclude: ALONE } },
      { extends: true, test: { name: 'alone', include: ALONE, isolate: true } },
    ],
  },
});
