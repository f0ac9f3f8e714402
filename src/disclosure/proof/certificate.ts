import { createHash } from 'node:crypto';
import { z } from 'zod';
import { KnownError } from '../../reference/knownError.js';
import type { LinearSystem, Target } from './system.js';

/** One complete table of whole numbers: the first in full, the others as what differs from it. */
export type Witness = readonly (readonly [atom: number, value: number])[];

/**
 * Proof that no target is narrowed below its rule: complete tables that agree with every statement, and for each target one in which it
 * is as low as its rule and one in which it is as high. It holds counts, so it belongs in the restricted store.
 */
export interface Certificate {
  readonly format: 'profile-certificate/1';
  /** SHA-256 of the statements and targets that it was made for. */
  readonly statements: string;
  readonly atoms: number;
  readonly base: readonly number[];
  readonly witnesses: readonly Witness[];
  /** By id of the target: number of the table that is low and of the one that is high; -1 is the base. */
  readonly targets: Readonly<Record<string, readonly [low: number, high: number]>>;
}

/** Characters to be hashed together: each call costs more than its few characters. */
const AT_ONCE = 1 << 16;

/** SHA-256 over the statements and targets in a fixed way of writing. */
export function statementsDigest(system: LinearSystem, targets: readonly Target[]): string {
  const hash = createHash('sha256');
  let text = '';
  const line = (parts: readonly (string | number)[]): void => {
    text += `${JSON.stringify(parts)}\n`;
    if (text.length < AT_ONCE) return;
    hash.update(text);
    text = '';
  };
  line(['atoms', system.atoms.length, system.integer ? 'whole' : 'real']);
  for (const { id, terms, lower, upper } of system.constraints)
    line([
      id,
      ...terms.flatMap(({ atom, coefficient }) => [atom, coefficient]),
      'from',
      String(lower),
      'to',
      String(upper),
    ]);
  for (const { id, terms, rule } of targets)
    line([
      'target',
      id,
      ...terms.flatMap(({ atom, coefficient }) => [atom, coefficient]),
      ...(rule ?? []).map(String),
    ]);
  return hash.update(text).digest('hex');
}

const file = z.strictObject({
  format: z.literal('profile-certificate/1'),
  statements: z.string(),
  atoms: z.int(),
  base: z.array(z.number()),
  witnesses: z.array(z.array(z.tuple([z.int(), z.number()]))),
  targets: z.record(z.string(), z.tuple([z.int(), z.int()])),
});

/** Reads a certificate. @throws KnownError (exit 2) for a file that is none */
export function certificateFile(text: string, name: string): Certificate {
  try {
    return file.parse(JSON.parse(text));
  } catch {
    throw new KnownError(2, `${name} is no certificate.`, 'Give the file that `--certificate` wrote.');
  }
}
