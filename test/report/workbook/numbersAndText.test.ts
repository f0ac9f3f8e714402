import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../../src/report/numbers.js';
import { columnLetters } from '../../../src/report/workbook/address.js';
import { FORMATS } from '../../../src/report/workbook/cellStyles.js';
import { escapeXml, oneLine } from '../../../src/report/workbook/plainText.js';
import { storedNumber } from '../../../src/report/workbook/storedNumber.js';
import { zip } from '../../../src/report/workbook/zip.js';
import { published } from '../figures.js';
import { unzip } from './unzip.js';
import { parseXml } from './xml.js';

describe('storedNumber', () => {
  it.each([
    [412, 'count', '412'],
    [45.34883720930232, 'rate', '45.3488'],
    [12.24996, 'rate', '12.24996'],
    [0.1 + 0.2, 'ratio', '0.3'],
    [-0.000001, 'rate', '0'],
    [0, 'percent', '0'],
  ] as const)('%d as %s is held as %s', (value, format, text) => {
    expect(storedNumber(published(value), format)).toBe(text);
  });

  it('is shown as the page shows it, and differs from the number by less than the fourth decimal', () => {
    const number = fc.double({ min: -1e7, max: 1e7, noNaN: true });
    fc.assert(
      fc.property(number, fc.constantFrom(...FORMATS), (value, format) => {
        const held = Number(storedNumber(published(value), format));
        expect(Math.abs(held - value)).toBeLessThanOrEqual(0.00005000001);
        const page = formatNumber(published(value), format).replace(/^-(?=0(\.0+)?%?$)/, '');
        expect(formatNumber(published(held), format).replace(/^-(?=0(\.0+)?%?$)/, '')).toBe(page);
      }),
    );
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses %d', (value) => {
    expect(() => storedNumber(published(value), 'rate')).toThrow(RangeError);
  });
});

describe('columnLetters', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('%d is %s', (index, letters) => expect(columnLetters(index)).toBe(letters));
});

describe('oneLine and escapeXml', () => {
  const any = fc.string({ unit: 'binary' });

  it('give one line that XML can hold, and change nothing in a line that it could hold anyway', () => {
    fc.assert(
      fc.property(any, (text) => {
        const line = oneLine(text);
        expect(line).not.toMatch(/[\r\n\t]| {2}/);
        expect(oneLine(line)).toBe(line);
        expect(parseXml(`<a b="${escapeXml(line)}">${escapeXml(line)}</a>`)).toMatchObject({ text: line });
        expect(() => parseXml(`<a>${escapeXml(text)}</a>`)).not.toThrow();
      }),
    );
  });
});

describe('zip', () => {
  it('gives back what went in, in order', () => {
    const entries = fc.uniqueArray(
      fc.record({
        path: fc.stringMatching(/^[a-z]{1,8}\/[a-zé]{1,8}\.xml$/),
        content: fc.string({ unit: 'grapheme', maxLength: 400 }),
        stored: fc.boolean(),
      }),
      { selector: (entry) => entry.path, maxLength: 8 },
    );
    fc.assert(
      fc.property(entries, (files) => {
        const back = unzip(zip(files));
        expect(back.map(({ path, text, stored }) => ({ path, content: text, stored }))).toEqual(files);
      }),
    );
  });
});
