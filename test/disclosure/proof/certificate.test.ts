import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Certificate } from '../../../src/disclosure/proof/certificate.js';
import { certify } from '../../../src/disclosure/proof/certify.js';
import { checkCertificate } from '../../../src/disclosure/proof/checker.js';
import { crossed } from './tables.js';

const table = crossed(
  { north: [3, 9, 12], south: [8, 2, 20], west: [11, 14, 4] },
  ['a', 'b', 'c'],
  ['north|a', 'north|b', 'south|a', 'south|b', 'west|c', 'west|a', 'north|c', 'south|c', 'west|b'],
);
const targets = ['north|a', 'south|b', 'west|c'].map((name) => table.target(name, [0, 4]));

async function made(): Promise<Certificate> {
  const found = await certify(table.system, targets);
  if (found.kind !== 'certified') throw new Error('the table is safe');
  return found.certificate;
}

describe('a certificate', () => {
  it('is accepted as it was made, and is the same every time', async () => {
    const [one, two] = [await made(), await made()];
    expect(checkCertificate(table.system, targets, one)).toBeNull();
    expect(two).toEqual(one);
  });

  it('is refused when a table was changed', async () => {
    const one = await made();
    const first = one.witnesses[0]?.[0];
    if (first === undefined) throw new Error('there are tables');
    const edited = [
      [[first[0], first[1] + 1] as const, ...(one.witnesses[0]?.slice(1) ?? [])],
      ...one.witnesses.slice(1),
    ];
    expect(checkCertificate(table.system, targets, { ...one, witnesses: edited })).toMatch(/does not meet/);
    const base = one.base.map((value, i) => (i === 0 ? value + 1 : value));
    expect(checkCertificate(table.system, targets, { ...one, base })).toMatch(/first table/);
    expect(checkCertificate(table.system, targets, { ...one, base: one.base.map(() => -1) })).toMatch(
      /no count/,
    );
  });

  it('is refused for other statements, other rules, and a target without a table', async () => {
    const one = await made();
    const { system } = table;
    const other = { ...system, constraints: system.constraints.slice(1) };
    expect(checkCertificate(other, targets, one)).toMatch(/other statements/);
    expect(checkCertificate(system, targets.slice(1), one)).toMatch(/other statements/);
    expect(checkCertificate(system, targets, { ...one, targets: {} })).toMatch(/down to/);
    const swapped = Object.fromEntries(
      Object.entries(one.targets).map(([id, [low, high]]) => [id, [high, low] as const]),
    );
    expect(checkCertificate(system, targets, { ...one, targets: swapped })).toMatch(/no table takes/);
  });

  it('is not given where a count can be narrowed', async () => {
    const found = await certify(table.system, [table.target('north|a', [0, 40])]);
    expect(found).toMatchObject({ kind: 'leaks', audit: { targets: [{ safe: false }] } });
  });

  it('is checked by fewer than a hundred lines that know no solver', () => {
    const source = readFileSync('src/disclosure/proof/checker.ts', 'utf8');
    expect(source.trimEnd().split('\n').length).toBeLessThan(100);
    const imported = [...source.matchAll(/^import (type )?.*from '(.*)';$/gm)];
    expect(imported.filter(([, type]) => type === undefined).map(([, , from]) => from)).toEqual([
      'node:crypto',
    ]);
  });
});
