import { describe, expect, it } from 'vitest';
import type { AnalysisResult, Observation } from '../../../src/analysis/model.js';
import { requirementsTable } from '../../../src/report/chapters/intelligenceGaps.js';
import { needTable } from '../../../src/report/chapters/preventionNeed.js';
import type { Table } from '../../../src/report/model.js';
import { formatFigure } from '../../../src/report/numbers.js';
import { seasonSentence } from '../../../src/report/statements/season.js';
import { analysisResult, areas, editionView } from './profileFixture.js';

const base = analysisResult('2017-H1', '2018-H1', ['I01', 'P06', 'V06', 'S01', 'S02', 'T06']);
const long = analysisResult('2013-H2', '2018-H1', ['M01']);

function changed(
  pick: (o: Observation) => Partial<Observation> | null,
  from: AnalysisResult = base,
): AnalysisResult {
  return {
    ...from,
    observations: from.observations.map((o) => ({ ...o, ...pick(o) })),
  };
}

function textRows(table: Table | null): string[][] {
  return (table?.rows ?? []).map(({ cells }) =>
    cells.map((cell) => ('text' in cell ? cell.text : formatFigure(cell.figure, cell.format))),
  );
}

const preston = areas.findDistrict('Preston');

describe('requirements from gaps', () => {
  it('number the published noughts: a silent district, never a hidden small count', () => {
    const view = editionView(
      changed((o) => {
        if (o.indicator !== 'I01' || o.period !== '2018-H1' || o.breakdown !== 'total') return null;
        return o.area === preston ? { numerator: 0, value: 0, lower: 0, upper: 3 } : null;
      }),
    );
    const rows = textRows(requirementsTable(view));
    expect(rows.map(([number]) => number)).toEqual(rows.map((_, index) => `IR${index + 1}`));
    const silent = rows.filter(([, , requirement]) => requirement?.includes('No submission concerns'));
    expect(silent).toEqual([
      [expect.stringMatching(/^IR\d+$/), 'Preston', expect.stringContaining('Is there nothing to tell'), '0'],
    ]);
  });

  it('ask for what is not recorded only where it is much', () => {
    const share = (value: number) =>
      requirementsTable(
        editionView(
          changed((o) =>
            o.indicator === 'P06' && o.area === 'PAN-LANCS' ? { value, lower: 1, upper: 99 } : null,
          ),
        ),
      );
    const asked = (table: Table | null): boolean =>
      textRows(table).some(([, , requirement]) =>
        requirement?.includes('ethnic group of the people suspected'),
      );
    expect(asked(share(60))).toBe(true);
    expect(asked(share(10))).toBe(false);
  });
});

describe('events beside need', () => {
  it('names the four fields from the verdict and the count, and says nothing of a hidden one', () => {
    const view = editionView({
      ...changed((o) =>
        o.indicator === 'T06' && o.area === preston && o.breakdown === 'total'
          ? { numerator: 0, value: 0 }
          : null,
      ),
      statements: base.statements.map((s) =>
        s.kind === 'locality' && s.indicator === 'S02'
          ? { ...s, verdict: s.area === preston ? ('higher' as const) : ('no clear change' as const) }
          : s,
      ),
    });
    const rows = textRows(needTable(view));
    expect(rows.map(([name]) => name)).toEqual([...rows.map(([name]) => name)].sort());
    expect(rows.find(([name]) => name === 'Preston')?.[3]).toBe('Higher rate, no event');
    for (const [name, events, , field] of rows) {
      if (name === 'Preston') continue;
      expect(field).toBe(events?.startsWith('[') === true ? 'Not said' : 'Rate not higher, events held');
    }
  });
});

describe('the seasonal sentence', () => {
  const series = (values: readonly number[]) =>
    editionView(
      changed((o) => {
        const at = long.periods.indexOf(o.period);
        const value = values[at];
        return o.indicator === 'M01' &&
          o.area === 'PAN-LANCS' &&
          o.breakdown === 'total' &&
          value !== undefined
          ? { value, numerator: value, lower: value - 9, upper: value + 9 }
          : null;
      }, long),
    );

  it('counts the years in which the next half-year was lower', () => {
    // 2013-H2, then five years of H1 and H2 up to 2018-H1: four pairs of April to September and the winter after it.
    const view = series([900, 1000, 900, 1000, 950, 1000, 970, 1000, 800, 1000]);
    expect(seasonSentence(view, 'M01')?.text).toBe(
      'Missing episodes: fewer from October to March than in the half-year before, in 4 of 4 years.',
    );
  });

  it('says nothing of three years in four: that is what chance gives most often', () => {
    const view = series([900, 1000, 900, 1000, 950, 1000, 1100, 1000, 800, 1000]);
    expect(seasonSentence(view, 'M01')?.text).toContain('no season stands out');
  });

  it('says more where that is so in every year', () => {
    const view = series([900, 1000, 1100, 1000, 1150, 1000, 1100, 1000, 1200, 1000]);
    expect(seasonSentence(view, 'M01')?.text).toContain(
      'more from October to March than in the half-year before, in 4 of 4 years',
    );
  });

  it('is silent with fewer than three years', () => {
    expect(seasonSentence(editionView(analysisResult('2016-H1', '2018-H1', ['M01'])), 'M01')).toBeNull();
  });
});
