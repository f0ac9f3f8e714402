import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/analyse.js';
import { findIndicator } from '../../src/analysis/catalogue/index.js';
import { trace } from '../../src/analysis/trace/trace.js';
import { inputOf, rowsFrom, tablesBy } from './tables.js';

const WARDS = { Audley: 'E05001620', Bastwell: 'E05001621', Bloomfield: 'E05001643' };

/** Offences of four months, `number` of each kind a half-year. */
function offences(kinds: readonly (readonly [district: string, ward: string, number: number])[]) {
  let next = 0;
  const rows = kinds.flatMap(([district, ward, number]) =>
    ['2017-12-10', '2018-06-10'].flatMap((day) =>
      Array.from({ length: number }, () => {
        next += 1;
        const online = ward === 'online';
        return `c${next} | p${next} | ${day} | Y | ${district} | ${online ? '' : ward} | ${online ? 'Y' : 'N'}`;
      }),
    ),
  );
  const text = `crime_ref | person | recorded_at | cse_flag | district_offence | ward | online_flag\n${rows.join('\n')}`;
  return tablesBy('offences', 'police', 'recorded_at', rowsFrom(text));
}

describe('offences by ward', () => {
  const input = inputOf(
    offences([
      ['Blackburn with Darwen', WARDS.Audley, 12],
      ['Blackburn with Darwen', WARDS.Bastwell, 3],
      ['Blackburn with Darwen', '', 5],
      ['Blackburn with Darwen', 'online', 4],
      ['Blackpool', WARDS.Bloomfield, 4],
    ]),
    ['2016-H1', '2018-H1'],
  );
  const { observations } = analyse(input);
  const found = (indicator: string) =>
    observations.filter((o) => o.indicator === indicator && o.period === '2018-H1');

  it('counts each ward within its own district, as a share of those whose ward is known', () => {
    const wards = found('L07').filter(
      ({ breakdown, denominator }) => breakdown === 'ward' && denominator !== 0,
    );
    expect(
      wards.map(({ area, category, numerator, denominator, unknown }) => [
        area,
        category,
        numerator,
        denominator,
        unknown,
      ]),
    ).toEqual([
      ['E06000008', WARDS.Audley, 12, 19, 5],
      ['E06000008', WARDS.Bastwell, 3, 19, 5],
      ['E06000008', 'ONLINE', 4, 19, 5],
      ['E06000009', WARDS.Bloomfield, 4, 4, 0],
      ['E06000009', 'ONLINE', 0, 4, 0],
    ]);
  });

  it('counts the wards from which nothing was heard in twelve months, where enough was recorded', () => {
    const silent = found('L08');
    expect(silent.map(({ area, numerator, denominator }) => [area, numerator, denominator])).toEqual([
      ['PAN-LANCS', 292, 295],
      ['LSCB-BWD', 21, 23],
      ['E06000008', 21, 23],
    ]);
  });

  it('traces what is worked out to the extract and to its own figure', () => {
    const indicator = findIndicator('L08');
    if (indicator === undefined) throw new Error('L08 is in the catalogue');
    const found = trace(input, indicator, input.areas.pan, input.period);
    expect(found.reported).toMatchObject({ numerator: 292, denominator: 295 });
    expect(found.note).toMatch(/^Worked out across the recorded offences extract: wards without/);
  });
});
