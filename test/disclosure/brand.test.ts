import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { derived, difference, percentage } from '../../src/disclosure/derive.js';
import type { Figure, PublishedNumber } from '../../src/disclosure/model.js';
import { HIDDEN, publish, shown, symbol } from '../../src/disclosure/publish.js';

const SOURCE = join(import.meta.dirname, '../../src');

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
}

describe('published numbers', () => {
  it('cannot be made from a plain number', () => {
    expectTypeOf<number>().not.toExtend<PublishedNumber>();
    expectTypeOf<{ readonly number: number }>().not.toExtend<Figure>();
    expectTypeOf(shown(5)).toExtend<Figure>();
    // @ts-expect-error a bare number has not been through disclosure control
    const unprotected: Figure = { number: 5 };
    expect(unprotected).toEqual({ number: 5 });
  });

  it('are made in this room only', () => {
    const outside = sources(SOURCE).filter((file) => !file.includes(join('src', 'disclosure')));
    expect(outside.length).toBeGreaterThan(20);
    for (const file of outside) {
      const text = readFileSync(file, 'utf8');
      expect(text, file).not.toMatch(/as\s+(unknown\s+as\s+)?(PublishedNumber|Printable|Figure)\b/);
      expect(text, file).not.toMatch(/disclosure\/publish\.js/);
    }
  });

  it('refuse what is not a finite number', () => {
    expect(() => publish(Number.NaN)).toThrow(RangeError);
    expect(() => publish(Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });
});

describe('derived figures', () => {
  it('are computed from shown numbers and hidden when any part is', () => {
    expect(difference(shown(16), shown(25))).toEqual({ number: 9 });
    expect(difference(HIDDEN, shown(25))).toEqual(HIDDEN);
    expect(difference(symbol('x'), HIDDEN)).toEqual(HIDDEN);
    expect(percentage(shown(1), shown(0))).toEqual(symbol('z'));
    expect(derived([shown(2), shown(3)], (a, b) => a * b)).toEqual({ number: 6 });
  });
});
