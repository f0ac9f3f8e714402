import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/analyse.js';
import type { Figure } from '../../src/disclosure/model.js';
import { protect } from '../../src/disclosure/protect.js';
import { inputOf, type Row, received, tablesBy } from '../analysis/tables.js';

const H1 = '2018-H1';
const PAN = 'PAN-LANCS';
const board = { edition: 'board', threshold: 5, ceiling: 'B' } as const;

function text(figure: Figure | undefined): string | number | undefined {
  return figure === undefined ? undefined : 'number' in figure ? figure.number : `[${figure.symbol}]`;
}

/** So many missing episodes of each child, in Burnley. */
function episodesOf(perChild: readonly number[], more: Row = {}): Row[] {
  return perChild.flatMap((n, child) =>
    Array.from({ length: n }, (_, i) => ({
      episode_id: `e${child}-${i}`,
      person: `p${child}`,
      missing_from_at: `2018-05-${String((i % 27) + 1).padStart(2, '0')} 12:00`,
      category: 'M',
      district_missing_from: 'Burnley',
      ...more,
    })),
  );
}

describe('figures that rest on other figures', () => {
  it('never show the episodes of a handful of children as "the tenth missing most"', () => {
    // Of 30 children a tenth is 3: their 60 episodes would be those of three children.
    const rows = episodesOf([20, 20, 20, ...Array<number>(27).fill(2)]);
    const tables = tablesBy('missing-episodes', 'police', 'missing_from_at', rows);
    const result = analyse(inputOf(tables, [H1, H1]));
    expect(result.observations.find((o) => o.indicator === 'M06' && o.area === PAN)?.numerator).toBe(60);
    const found = protect(result, board).find('M06', PAN, H1);
    expect([text(found?.numerator), text(found?.value), text(found?.lower)]).toEqual(['[c]', '[c]', '[c]']);
  });

  it('never show the homes of a handful of children as "the five homes with most"', () => {
    const rows = episodesOf([9, 8, 7, 1, 1, 1, 1, 1]).map((row, i) => ({
      ...row,
      missing_from_type: 'CHILDRENS_HOME',
      placement_urn: i < 24 ? `SC${1 + (Number(String(row['person']).slice(1)) % 3)}` : `SC${10 + i}`,
    }));
    const few = rows.filter((_, i) => i < 27);
    const tables = tablesBy('missing-episodes', 'police', 'missing_from_at', few);
    const result = analyse(inputOf(tables, [H1, H1]));
    const counted = result.observations.find((o) => o.indicator === 'M25');
    expect(counted?.people).toBe(5);
    expect(text(protect(result, { ...board, threshold: 6 }).find('M25', PAN, H1)?.numerator)).toBe('[c]');
  });

  it('do not give a hidden count away: offences and intelligence together, less intelligence', () => {
    const offences = Array.from({ length: 3 }, (_, i) => ({
      crime_ref: `c${i}`,
      person: `v${i}`,
      recorded_at: '2018-05-02',
      cse_flag: 'Y',
      district_offence: 'Burnley',
    }));
    const logs = Array.from({ length: 20 }, (_, i) => ({
      log_ref: `l${i}`,
      submitted_at: '2018-05-02',
      submitting_agency: 'POL',
      district: 'Burnley',
    }));
    const tables = [
      ...tablesBy('offences', 'police', 'recorded_at', offences),
      ...tablesBy('intelligence', 'police', 'submitted_at', logs),
    ];
    const input = inputOf(tables, [H1, H1]);
    const result = analyse({ ...input, returns: received(tables, input.periods) });
    expect(result.observations.find((o) => o.indicator === 'L01' && o.area === PAN)?.numerator).toBe(23);
    const published = protect(result, board);
    expect(text(published.find('O01', PAN, H1)?.numerator)).toBe('[c]');
    const [together, intelligence] = ['L01', 'I01'].map((id) => text(published.find(id, PAN, H1)?.numerator));
    expect([together, intelligence]).toContain('[c]');
  });
});
