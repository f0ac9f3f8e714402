import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/analyse.js';
import { catalogue } from '../../src/analysis/catalogue/index.js';
import { atGrain } from '../../src/analysis/grains.js';
import type { AnalysisInput } from '../../src/analysis/input.js';
import { workbenchOf } from '../../src/analysis/planner/workbench.js';
import { traceOf } from '../../src/analysis/trace/trace.js';
import { denominatorWords, numeratorWords } from '../../src/analysis/wording/indicator.js';
import { analysisInput, reportPeriods } from '../../src/pipeline/analysisInput.js';
import { ingestInto } from '../../src/pipeline/ingestWorkspace.js';
import { Stopwatch } from '../../src/pipeline/progress.js';
import type { AreaCode } from '../../src/reference/brands.js';
import { removeFoldersAfterwards, temporaryFolder, writeSmallWorkspace } from '../e2e/workspace.js';

removeFoldersAfterwards();

describe('what every indicator counts, in words', () => {
  it('is said of each, and of what, where there is a denominator', () => {
    for (const indicator of catalogue) {
      const [top, bottom] = [numeratorWords(indicator), denominatorWords(indicator)];
      const { kind } = indicator.measure;
      expect(top.trim(), indicator.id).not.toBe('');
      expect([indicator.title, bottom], indicator.id).not.toContain(top);
      if (kind === 'share' || kind === 'rate' || kind === 'ratio' || kind === 'profile')
        expect(bottom, indicator.id).toBeTruthy();
      if (kind === 'count') expect(bottom, indicator.id).toBeNull();
    }
  });
});

const COMPARED = { 'half-year': 1000, quarter: 800, month: 400 } as const;

describe('every indicator, followed from the rows of a workspace', () => {
  let halfYears: AnalysisInput;

  beforeAll(async () => {
    const folder = path.join(await temporaryFolder(), 'workspace');
    await writeSmallWorkspace(folder);
    const now = () => 0;
    const { workspace, stage } = await ingestInto(
      {
        folder,
        cwd: folder,
        env: {},
        now,
        progress: () => undefined,
        keyFile: path.join(folder, 'demonstration.key'),
      },
      new Stopwatch(now),
    );
    expect(stage.stopped).toEqual([]);
    halfYears = analysisInput(workspace, stage, reportPeriods(workspace, undefined));
  }, 60_000);

  it.each(['half-year', 'quarter', 'month'] as const)(
    'comes to what the report holds, by %s',
    (grain) => {
      const input = grain === 'half-year' ? halfYears : atGrain(halfYears, grain);
      const bench = workbenchOf(input);
      const period = bench.history.periods.at(-1);
      if (period === undefined) throw new Error('the workspace has periods');
      const reported = new Map(
        analyse(input, { totalsOnly: true })
          .observations.filter((o) => o.breakdown === 'total' && o.period === period)
          .map((o) => [`${o.indicator} ${o.area}`, o]),
      );
      const differ: string[] = [];
      let compared = 0;
      for (const indicator of catalogue) {
        for (const area of bench.localities as readonly AreaCode[]) {
          const name = `${indicator.id} ${area}`;
          const found = reported.get(name);
          const { numerator, denominator } = traceOf(bench, input, indicator, { area, period }, found);
          for (const one of [numerator, denominator]) {
            if (one !== null && one.rows !== one.steps.reduce((sum, { keptOut }) => sum + keptOut, one.left))
              differ.push(`${name}: rows`);
          }
          if (found === undefined || found.missing !== null) continue;
          if (numerator !== null && numerator.counted !== found.numerator) differ.push(`${name}: numerator`);
          if (denominator !== null && denominator.counted !== found.denominator)
            differ.push(`${name}: denominator`);
          if (numerator !== null && numerator.counted > 0) compared += 1;
        }
      }
      expect(differ).toEqual([]);
      // Not all noughts: a comparison of nothing would agree as well.
      expect(compared).toBeGreaterThan(COMPARED[grain]);
    },
    60_000,
  );
});
