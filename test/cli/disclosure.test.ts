import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { profile } from './capture.js';

let cwd: string;

beforeAll(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'profile-disclosure-'));
});

async function run(words: string, file: object, ...options: string[]) {
  await writeFile(path.join(cwd, 'input.json'), JSON.stringify(file));
  const { code, out, err } = await profile(['disclosure', words, 'input.json', ...options], { cwd });
  return { code, err, json: out === '' ? null : (JSON.parse(out) as unknown) };
}

const statements = {
  atoms: ['a', 'b', 'c'],
  statements: [
    { id: 'total', sum: ['a', 'b', 'c'], equals: 28 },
    { id: 'b', sum: ['b'], equals: 9 },
  ],
  targets: [{ id: 'A', sum: ['a'], rule: [0, 4] }],
};

describe('profile disclosure audit', () => {
  it('prints ranges and leaves with 0 when every rule holds', async () => {
    const { code, json, err } = await run('audit', statements);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(json).toEqual({
      targets: [{ id: 'A', min: 0, max: 19, safe: true, proof: 'witness', derivation: [] }],
    });
  });

  it('leaves with 3 when a count is narrower than its rule, and says how it is worked out', async () => {
    const { code, json, err } = await run('audit', { ...statements, knows: { c: 16 } });
    expect(code).toBe(3);
    expect(err).toBe('A is narrower than its rule: exactly 3.\n');
    expect(json).toMatchObject({
      targets: [
        {
          id: 'A',
          min: 3,
          max: 3,
          safe: false,
          derivation: expect.arrayContaining([expect.stringMatching(/so a is at least 3$/)]),
        },
      ],
    });
  });

  it('leaves with 3 for statements that contradict each other, and names them', async () => {
    const contradiction = {
      ...statements,
      statements: [...statements.statements, { id: 'too many', sum: ['c'], atLeast: 20 }],
    };
    const { code, json, err } = await run('audit', contradiction);
    expect({ code, json }).toEqual({ code: 3, json: null });
    expect(err).toMatch(/contradict each other: total; b; too many\./);
  });

  it('leaves with 2 for a file that is none, and gives null where nothing bounds a count', async () => {
    const { code, err } = await run('audit', { atoms: [] });
    expect(code).toBe(2);
    expect(err).toMatch(/input\.json: atoms:/);
    const open = await run('audit', { atoms: ['a'], targets: [{ id: 'A', sum: ['a'] }] });
    expect(open.json).toEqual({
      targets: [{ id: 'A', min: 0, max: null, safe: null, proof: 'none', derivation: [] }],
    });
  });

  it('writes a certificate that `check` accepts, and refuses once it was edited', async () => {
    const made = await run('audit', statements, '--certificate', 'certificate.json');
    expect(made.code).toBe(0);
    const check = () => profile(['disclosure', 'check', 'input.json', 'certificate.json'], { cwd });
    expect(await check()).toMatchObject({ code: 0, out: 'Accepted.\n' });
    const file = path.join(cwd, 'certificate.json');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace(/"base":\[\d+/, '"base":[27'));
    expect(await check()).toMatchObject({ code: 3, out: expect.stringMatching(/^Not accepted: /) });
  });
});

describe('profile disclosure plan', () => {
  const system = {
    atoms: { a: 3, b: 6, c: 9 },
    cells: [
      { id: 'A', sum: ['a'] },
      { id: 'B', sum: ['b'] },
      { id: 'C', sum: ['c'] },
      { id: 'all', sum: ['a', 'b', 'c'] },
    ],
    rule: { threshold: 5, zeros: 'shown' },
  };

  it('prints what to hide and what can still be worked out', async () => {
    const { code, json } = await run('plan', system);
    expect(code).toBe(0);
    expect(json).toMatchObject({
      primary: ['A'],
      secondary: ['B'],
      published: ['C', 'all'],
      intervals: { A: [1, 8], B: [1, 8] },
    });
  });

  it('leaves with 3 when printed cells disclose already', async () => {
    const { code, err } = await run('plan', { ...system, forced: ['B', 'C', 'all'] });
    expect(code).toBe(3);
    expect(err).toMatch(/already disclosed by what is printed: A\./);
  });
});

describe('profile disclosure round', () => {
  const system = {
    atoms: { a: 1, b: 3, c: 12, d: 3 },
    cells: [
      { id: 'A', sum: ['a'] },
      { id: 'B', sum: ['b'] },
      { id: 'C', sum: ['c', 'd'] },
      { id: 'all', sum: ['a', 'b', 'c', 'd'] },
      { id: 'A again', sum: ['a'] },
    ],
    rule: { threshold: 5, zeros: 'shown' },
  };

  it('prints numbers that add up, and what can still be worked out', async () => {
    const { code, json } = await run('round', system);
    expect(code).toBe(0);
    expect(json).toEqual({
      base: 5,
      rounded: { A: 0, B: 5, C: 15, all: 20, 'A again': 0 },
      moved: 1 + 2 + 1 + 1,
      intervals: { A: [0, 4], B: [1, 9], 'all without C': [1, 13] },
    });
    const ten = await run('round', system, '--base', '10');
    expect(ten.json).toMatchObject({ base: 10, rounded: { A: 0, B: 0, C: 20, all: 20 } });
  });

  it('leaves with 2 for a base that is none or keeps too little, and with 3 for cells that stand printed', async () => {
    expect(await run('round', system, '--base', 'five')).toMatchObject({ code: 2 });
    const small = await run('round', system, '--base', '3');
    expect({ code: small.code, err: small.err }).toEqual({
      code: 2,
      err: expect.stringMatching(/rounding to 3 does not keep counts below 5\./),
    });
    const forced = await run('round', { ...system, forced: ['all'] });
    expect(forced.code).toBe(3);
    expect(forced.err).toMatch(/all stand printed with their exact numbers/);
  });

  it('leaves with 3 where no rounding keeps all sums', async () => {
    const pairs = {
      atoms: { a: 3, b: 3, c: 3 },
      cells: [
        { id: 'ab', sum: ['a', 'b'] },
        { id: 'ac', sum: ['a', 'c'] },
        { id: 'bc', sum: ['b', 'c'] },
        ...['a', 'b', 'c'].map((id) => ({ id, sum: [id] })),
      ],
      rule: { threshold: 5, zeros: 'shown' },
    };
    const { code, err } = await run('round', pairs, '--base', '6');
    expect(code).toBe(3);
    expect(err).toMatch(/no rounding to 6 keeps all sums/);
  });
});
