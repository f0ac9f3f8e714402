import { describe, expect, it } from 'vitest';
import { audit } from '../../../src/disclosure/proof/audit.js';
import { readStatements } from '../../../src/disclosure/proof/statementsFile.js';
import { Published } from './tables.js';

const INFINITE = Number.POSITIVE_INFINITY;

async function answers(file: object) {
  const { system, targets } = readStatements(JSON.stringify(file), 'attack.json');
  const found = await audit(system, targets);
  if (found.kind === 'contradiction') return { contradiction: found.statements };
  return Object.fromEntries(found.targets.map(({ id, min, max }) => [id, [min, max]]));
}

describe('attacks', () => {
  it('age bands that overlap between editions', async () => {
    const ages = ['10-12', '13', '14-15', '16-17'];
    const table = new Published();
    for (const age of ages) table.atom(age);
    table.say(['10-12', '13'], 15).say(['14-15'], 29).say(['16-17'], 21);
    expect(await table.ranges('13')).toEqual({ '13': [0, 15] });
    table.say(['10-12'], 11).say(['13', '14-15'], 33);
    expect(await table.ranges('13')).toEqual({ '13': [4, 4] });
  });

  it('areas that overlap between editions', async () => {
    const table = new Published()
      .say(['lancashire', 'blackpool', 'blackburn'], 96)
      .say(['lancashire'], 61)
      .say(['blackpool'], 32);
    expect(await table.ranges('blackburn')).toEqual({ blackburn: [3, 3] });
  });

  it('percentages of a published whole', async () => {
    const atoms = ['a', 'b', 'c'];
    const share = (of: string, percent: number) => ({ ratio: { of: [of], in: atoms, percent, decimals: 1 } });
    const shares = [share('a', 8.1), share('b', 37.8), share('c', 54.1)];
    const targets = atoms.map((id) => ({ id, sum: [id] }));
    expect(await answers({ atoms, statements: [...shares, { sum: atoms, equals: 37 }], targets })).toEqual({
      a: [3, 3],
      b: [14, 14],
      c: [20, 20],
    });
    // Also when the whole is hidden and known to be at most 60.
    expect(
      await answers({
        atoms,
        statements: [...shares, { sum: atoms, atMost: 60 }],
        targets: [{ id: 'whole', sum: atoms }],
      }),
    ).toEqual({ whole: [37, 37] });
    expect(
      await answers({
        atoms,
        statements: [...shares, { sum: atoms, between: [38, 110] }],
        targets: [{ id: 'whole', sum: atoms }],
      }),
    ).toEqual({ whole: [74, 74] });
  });

  it('a rate on a published population', async () => {
    const rate = (value: number) => ({
      atoms: ['n', 'residents'],
      statements: [
        { sum: ['residents'], equals: 3421 },
        { ratio: { of: ['n'], in: ['residents'], value, per: 10000, decimals: 1 } },
      ],
      targets: [{ id: 'n', sum: ['n'] }],
    });
    expect(await answers(rate(8.8))).toEqual({ n: [3, 3] });
    expect(await answers(rate(5.8))).toEqual({ n: [2, 2] });
    expect(await answers(rate(11.7))).toEqual({ n: [4, 4] });
  });

  it('two percentages of one hidden base', async () => {
    const atoms = ['a', 'b', 'rest'];
    const file = {
      atoms,
      statements: [
        { ratio: { of: ['a'], in: atoms, percent: 33.3, decimals: 1 } },
        { ratio: { of: ['b'], in: atoms, percent: 22.2, decimals: 1 } },
        { sum: atoms, atMost: 17 },
      ],
      targets: [
        { id: 'base', sum: atoms },
        { id: 'a', sum: ['a'] },
        { id: 'b', sum: ['b'] },
      ],
    };
    expect(await answers(file)).toEqual({ base: [9, 9], a: [3, 3], b: [2, 2] });
  });

  it('a board that knows its own figure', async () => {
    const atoms = ['lancashire', 'blackpool', 'blackburn'];
    const file = {
      atoms,
      statements: [
        { sum: atoms, equals: 50 },
        { sum: ['lancashire'], equals: 41 },
      ],
      targets: [{ id: 'blackburn', sum: ['blackburn'], rule: [0, 4] }],
    };
    expect(await answers(file)).toEqual({ blackburn: [0, 9] });
    expect(await answers({ ...file, knows: { blackpool: 6 } })).toEqual({ blackburn: [3, 3] });
  });

  it('what shown noughts say about hidden totals', async () => {
    const three = new Published().adds('total', ['H1', 'H2', 'H3']);
    for (const part of ['H1', 'H2', 'H3']) three.say([part], 1, INFINITE);
    three.say(['total'], 1, 4);
    expect(await three.ranges('total', 'H1')).toEqual({ total: [3, 4], H1: [1, 2] });
    const four = new Published().adds('total', ['H1', 'H2', 'H3', 'H4']).say(['total'], 1, 4);
    for (const part of ['H1', 'H2', 'H3', 'H4']) four.say([part], 1, INFINITE);
    expect(await four.ranges('total')).toEqual({ total: [4, 4] });
  });

  it('two symbols for hidden cells', async () => {
    const two = new Published().say(['c', 's'], 6).say(['c'], 1, 4).say(['s'], 5, INFINITE);
    expect(await two.ranges('c', 's')).toEqual({ c: [1, 1], s: [5, 5] });
    const one = new Published().say(['c', 's'], 6).say(['c'], 1, INFINITE).say(['s'], 1, INFINITE);
    expect(await one.ranges('c')).toEqual({ c: [1, 5] });
  });

  it('what only whole numbers give away', async () => {
    const table = new Published();
    const all: string[] = [];
    for (const t of ['1', '2', '3']) {
      const [a, b, c] = [`a${t}`, `b${t}`, `c${t}`] as const;
      all.push(a, b, c);
      table
        .say([a, b, `s1${t}`], 1)
        .say([b, c, `s2${t}`], 1)
        .say([a, c, `s3${t}`], 1);
    }
    const p = {
      id: 'p',
      terms: all.map((name) => ({ atom: table.atom(name), coefficient: 1 })),
      rule: [0, 4] as const,
    };
    const found = await audit(table.system, [p]);
    expect(found).toMatchObject({
      kind: 'audited',
      targets: [{ min: 0, max: 3, safe: false, proof: 'integer' }],
    });
    const fractions = await audit({ ...table.system, integer: false }, [p]);
    expect(fractions).toMatchObject({ targets: [{ max: 4.5, safe: true }] });
  });

  it('is answered with the arithmetic that gives a count away', async () => {
    const table = new Published()
      .say(['total'], 28)
      .adds('total', ['x', 'y', 'z'])
      .say(['y'], 9)
      .say(['z'], 12);
    const found = await audit(table.system, [table.target('x', [0, 4])]);
    expect(found).toMatchObject({ targets: [{ min: 7, max: 7, safe: false, proof: 'propagation' }] });
    expect(JSON.stringify(found)).toMatch(/so x is at least 7/);
  });
});

describe('statements that cannot all be true', () => {
  it('are named, and no others', async () => {
    const file = {
      atoms: ['a', 'b', 'c'],
      statements: [
        { id: 'fine', sum: ['c'], equals: 3 },
        { id: 'total', sum: ['a', 'b'], equals: 5 },
        { id: 'also fine', sum: ['a', 'c'], atMost: 40 },
        { id: 'too much', sum: ['a'], atLeast: 4 },
        { id: 'as well', sum: ['b'], atLeast: 2 },
      ],
      targets: [{ id: 'a', sum: ['a'] }],
    };
    expect(await answers(file)).toEqual({ contradiction: ['total', 'too much', 'as well'] });
  });

  it('are found where only whole numbers contradict', async () => {
    const file = {
      atoms: ['a', 'b'],
      statements: [
        { id: 'same', sum: ['a', 'a'], atLeastSum: ['b', 'b'], plus: 1 },
        { id: 'same back', sum: ['b', 'b'], atLeastSum: ['a', 'a'], plus: -1 },
        { id: 'end', sum: ['a'], atMost: 9 },
      ],
      targets: [{ id: 'a', sum: ['a'] }],
    };
    const found = await answers(file);
    expect(found).toHaveProperty('contradiction');
  });
});
