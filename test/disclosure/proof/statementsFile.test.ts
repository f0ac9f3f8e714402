import { describe, expect, it } from 'vitest';
import { readStatements, roundedFrom } from '../../../src/disclosure/proof/statementsFile.js';
import { KnownError } from '../../../src/reference/knownError.js';

function refusal(file: unknown): { readonly exit: number; readonly message: string } {
  try {
    readStatements(typeof file === 'string' ? file : JSON.stringify(file), 'f.json');
  } catch (error) {
    if (error instanceof KnownError) return { exit: error.exitCode, message: error.message };
    throw error;
  }
  throw new Error('it was accepted');
}

const atoms = ['a', 'b'];

describe('a file of statements', () => {
  it('says where it is not as expected', () => {
    expect(refusal('{"atoms":')).toEqual({ exit: 2, message: 'f.json is no JSON.' });
    expect(refusal({ statements: [] }).message).toMatch(/^f\.json: atoms:/);
    expect(refusal({ atoms, statements: [{ sum: ['a'], equals: 2.5 }] })).toMatchObject({ exit: 2 });
    expect(refusal({ atoms, statements: [{ sum: ['a'] }] }).message).toMatch(/statements\.0/);
    expect(refusal({ atoms, statements: [{ id: 't', sum: ['c'], equals: 2 }] }).message).toMatch(
      /t: "c" is not among/,
    );
    expect(refusal({ atoms, targets: [{ id: 'A', sum: ['x'] }] }).message).toMatch(/targets: A/);
    expect(refusal({ atoms, knows: { x: 3 } }).message).toMatch(/knows: "x"/);
    expect(refusal({ atoms: ['a', 'a'] }).message).toMatch(/twice/);
  });

  it('refuses percentages that no count gives', () => {
    const share = (percent: number, decimals = 1) => ({
      atoms,
      statements: [{ ratio: { of: ['a'], in: atoms, percent, decimals } }],
    });
    expect(refusal(share(137.8))).toMatchObject({ exit: 3 });
    expect(refusal(share(-2))).toMatchObject({ exit: 3 });
    expect(refusal(share(37.85))).toMatchObject({
      exit: 3,
      message: expect.stringMatching(/more than 1 decimals/),
    });
  });

  it('counts a name that stands twice in a sum twice', () => {
    const { system } = readStatements(
      JSON.stringify({ atoms, statements: [{ sum: ['a', 'a', 'b'], equals: 9 }] }),
      'f',
    );
    expect(system.constraints[0]).toMatchObject({
      id: 'statement 1',
      terms: [
        { atom: 0, coefficient: 2 },
        { atom: 1, coefficient: 1 },
      ],
      says: 'statement 1: 2 a + b = 9',
    });
  });

  it('knows what a rounded number stands for', () => {
    expect(roundedFrom(10, 5)).toEqual([8, 12]);
    expect(roundedFrom(0, 5)).toEqual([0, 2]);
    expect(roundedFrom(20, 10)).toEqual([15, 24]);
    expect(roundedFrom(0, 10)).toEqual([0, 4]);
  });
});
