import { createHash } from 'node:crypto';
import type { Certificate } from './certificate.js';
import type { LinearSystem, Target, Term } from './system.js';

// An independent check of a certificate: whole-number arithmetic only, no solver, nothing of the code that made it.

/** Why a certificate is not accepted, or null when it is. */
export function checkCertificate(
  system: LinearSystem,
  targets: readonly Target[],
  certificate: Certificate,
): string | null {
  const { atoms, base, witnesses } = certificate;
  if (atoms !== system.atoms.length || base.length !== atoms) return 'it is about another number of counts';
  if (certificate.statements !== digest(system, targets)) return 'it was made for other statements';

  // Statements in which each count stands: another table differs from the base in few counts.
  const uses: number[][] = Array.from({ length: atoms }, () => []);
  const sums = system.constraints.map(({ terms }, k) => {
    for (const { atom } of terms) uses[atom]?.push(k);
    return sumOf(terms, (atom) => base[atom] ?? Number.NaN);
  });
  const wrong = (k: number, sum: number): boolean => {
    const { lower, upper } = system.constraints[k] ?? { lower: 1, upper: 0 };
    return !Number.isSafeInteger(sum) || sum < lower || sum > upper;
  };
  if (base.some((value) => !isCount(value))) return 'the first table holds something that is no count';
  const broken = sums.findIndex((sum, k) => wrong(k, sum));
  if (broken >= 0) return `the first table does not meet ${system.constraints[broken]?.id}`;

  const changes = witnesses.map((witness) => new Map(witness));
  for (const [number, change] of changes.entries()) {
    const moved = new Map<number, number>();
    for (const [atom, value] of change) {
      if (!isCount(value) || atom < 0 || atom >= atoms)
        return `table ${number} holds something that is no count`;
      for (const k of uses[atom] ?? []) moved.set(k, 0);
    }
    for (const k of moved.keys()) {
      const sum = sumOf(
        system.constraints[k]?.terms ?? [],
        (atom) => change.get(atom) ?? base[atom] ?? Number.NaN,
      );
      if (wrong(k, sum)) return `table ${number} does not meet ${system.constraints[k]?.id}`;
    }
  }

  for (const { id, terms, rule } of targets) {
    if (rule === null) continue;
    const [low, high] = certificate.targets[id] ?? [];
    const at = (number: number | undefined): number => {
      const change =
        number === undefined ? undefined : number === -1 ? new Map<number, number>() : changes[number];
      return change === undefined
        ? Number.NaN
        : sumOf(terms, (atom) => change.get(atom) ?? base[atom] ?? Number.NaN);
    };
    if (!(at(low) <= rule[0])) return `no table takes ${id} down to ${rule[0]}`;
    if (!(at(high) >= rule[1])) return `no table takes ${id} up to ${rule[1]}`;
  }
  return null;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function sumOf(terms: readonly Term[], value: (atom: number) => number): number {
  let sum = 0;
  for (const { atom, coefficient } of terms) sum += coefficient * value(atom);
  return sum;
}

function digest(system: LinearSystem, targets: readonly Target[]): string {
  const hash = createHash('sha256');
  let text = '';
  const write = (...parts: (string | number)[]) => {
    text += `${JSON.stringify(parts)}\n`;
    if (text.length < 65536) return;
    hash.update(text);
    text = '';
  };
  const flat = (terms: readonly Term[]) => terms.flatMap(({ atom, coefficient }) => [atom, coefficient]);
  write('atoms', system.atoms.length, system.integer ? 'whole' : 'real');
  for (const { id, terms, lower, upper } of system.constraints)
    write(id, ...flat(terms), 'from', String(lower), 'to', String(upper));
  for (const { id, terms, rule } of targets) write('target', id, ...flat(terms), ...(rule ?? []).map(String));
  return hash.update(text).digest('hex');
}
