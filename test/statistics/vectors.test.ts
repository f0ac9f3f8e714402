import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mismatches } from '../../src/statistics/vectors/compare.js';
import { adapters, runVectors } from '../../src/statistics/vectors.js';

const file: unknown = JSON.parse(
  readFileSync(new URL('../vectors/statistics.json', import.meta.url), 'utf8'),
);

describe('published vectors', () => {
  const outcomes = runVectors(file);
  it('are all there', () => expect(outcomes).toHaveLength(133));
  it.each(outcomes.map((outcome) => [outcome.id, outcome] as const))('%s', (id, outcome) => {
    expect(outcome).toEqual({ id, status: 'passed' });
  });
});

describe('the vector runner', () => {
  const one = (fn: string, input: object, expected: object) =>
    runVectors({ vectors: [{ id: 'v', fn, input, expected, rel_tol: 1e-9 }] })[0];

  it('fails a wrong number and says which', () => {
    expect(one('byar(count,conf)', { count: 65, conf: 0.95 }, { lower: 50.2 })).toMatchObject({
      status: 'failed',
      mismatches: [{ key: 'lower', expected: 50.2 }],
    });
  });
  it('fails a key that nothing computes', () => {
    expect(one('byar(count,conf)', { count: 65 }, { middle: 65 })).toMatchObject({ status: 'failed' });
  });
  it('fails an input of another shape instead of guessing', () => {
    expect(one('byar(count,conf)', { count: 'many' }, { lower: 1 })).toMatchObject({
      status: 'failed',
      mismatches: [{ key: 'error' }],
    });
  });
  it('skips a function that is not here', () => {
    expect(one('joinpoint(y)', {}, {})).toMatchObject({ status: 'skipped' });
  });
  it('refuses a file of another shape', () => {
    expect(() => runVectors([])).toThrow(TypeError);
  });
  it('knows every function by its first word', () => {
    for (const name of adapters.keys()) expect(name).toMatch(/^\w+$/);
  });
  it('compares numbers relatively and all else exactly', () => {
    expect(mismatches(1000, 1000.0000001, 1e-9, 'k')).toEqual([]);
    expect(mismatches(1000, 1000.01, 1e-9, 'k')).toHaveLength(1);
    expect(mismatches(0, 1e-13, 1e-9, 'k')).toEqual([]);
    expect(mismatches(0, 1e-9, 1e-9, 'k')).toHaveLength(1);
    expect(mismatches('Infinity', Number.POSITIVE_INFINITY, 1e-9, 'k')).toEqual([]);
    expect(mismatches([1, 2], [1], 1e-9, 'k')).toHaveLength(1);
    expect(mismatches('higher', 'lower', 1e-9, 'k')).toHaveLength(1);
    expect(mismatches(null, Number.NaN, 1e-9, 'k')).toEqual([]);
    expect(mismatches(1, Number.NaN, 1e-9, 'k')).toHaveLength(1);
  });
});
