import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell, csvText } from '../../../src/report/writers/csv.js';
import { tidyCsv } from '../../../src/report/writers/tidyCsv.js';
import { asFirst, hidden, shown } from '../figures.js';

const row = {
  period: '2018-H1',
  level: 'District',
  areaCode: 'E07000117',
  areaName: 'Burnley',
  indicator: 'S01',
  breakdown: 'total',
  category: 'all',
  unit: 'rate10k',
  numerator: shown(39),
  denominator: shown(8600),
  value: shown(45.34883720930232),
  lower: shown(32.2),
  upper: shown(62),
};

describe('tidyCsv', () => {
  it.each([
    ['2018-H1', 'Half-year'],
    ['2018-Q2', 'Quarter'],
    ['2018-09', 'Month'],
  ])('calls %s a %s', (period, name) => {
    expect(tidyCsv([{ ...row, period }]).split('\n')[1]).toMatch(new RegExp(`^${period},${name},`));
  });

  it('writes the agreed header, LF line ends, and four decimals at most', () => {
    expect(tidyCsv([row])).toBe(
      'time_period,time_identifier,geographic_level,area_code,area_name,indicator,breakdown,category,unit,numerator,denominator,value,lower_ci,upper_ci,symbol\n' +
        '2018-H1,Half-year,District,E07000117,Burnley,S01,total,all,rate10k,39,8600,45.3488,32.2,62,\n',
    );
  });

  it('tells hidden, not available, nought and first published apart', () => {
    const lines = tidyCsv([
      { ...row, numerator: hidden('c'), value: hidden('c'), lower: hidden('c'), upper: hidden('c') },
      { ...row, value: hidden('x') },
      { ...row, numerator: shown(0), value: shown(0) },
      { ...row, numerator: asFirst(38), value: asFirst(44.1) },
    ]).split('\n');
    expect(lines[1]).toMatch(/,c,8600,c,c,c,c$/);
    expect(lines[2]).toMatch(/,39,8600,x,32.2,62,x$/);
    expect(lines[3]).toMatch(/,0,8600,0,32.2,62,$/);
    expect(lines[4]).toMatch(/,38,8600,44.1,32.2,62,f$/);
  });
});

describe('csvCell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+44', "'+44"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['\rx', '"\'\rx"'],
    ['-12.5', '-12.5'],
    ['a,"b"', '"a,""b"""'],
  ])('%j becomes %j', (text, cell) => expect(csvCell(text)).toBe(cell));

  it('never starts a field of the file with something a spreadsheet runs', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), { minLength: 1 }),
        (rows) => {
          const read: string[][] = parse(csvText(rows), { relax_column_count: true, record_delimiter: '\n' });
          for (const cell of read.flat())
            expect(cell).not.toMatch(/^(?:[=+@\t\r]|-(?!\d+(?:\.\d+)?(?:e[+-]?\d+)?$))/);
          expect(read.map((cells) => cells.length)).toEqual(rows.map((cells) => cells.length));
          for (const [index, cell] of read.flat().entries()) {
            const text = rows.flat()[index];
            expect([text, `'${text}`]).toContain(cell);
          }
        },
      ),
    );
  });
});
