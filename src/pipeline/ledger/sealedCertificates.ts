import { gzipSync } from 'node:zlib';
import * as z from 'zod';
import { type Certificate, certificateFile } from '../../disclosure/proof/certificate.js';
import type { Constraint, LinearSystem, Target } from '../../disclosure/proof/system.js';
import type { Certified } from '../../disclosure/release/certificates.js';
import { sealedJson } from './sealedJson.js';

const FORMAT = 'profile-proof/1';

/** Fast: a proof is written once and hardly ever read. */
const LEVEL = 1;

const terms = z.array(z.int());

const shape = z.strictObject({
  format: z.literal(FORMAT),
  atoms: z.array(z.string()),
  /** Id, lower and upper bound (null where there is none), and counts with their coefficients in turn. */
  constraints: z.array(z.tuple([z.string(), z.int().nullable(), z.int().nullable(), terms])),
  /** Id, rule, and counts with their coefficients in turn. */
  targets: z.array(z.tuple([z.string(), z.tuple([z.int(), z.int()]), terms])),
  certificate: z.string(),
});

function flat(list: Constraint['terms']): number[] {
  return list.flatMap(({ atom, coefficient }) => [atom, coefficient]);
}

function paired(list: readonly number[]): Constraint['terms'] {
  return list.flatMap((atom, i) => (i % 2 === 0 ? [{ atom, coefficient: list[i + 1] ?? 0 }] : []));
}

const finite = (bound: number): number | null => (Number.isFinite(bound) ? bound : null);

/** A proof with all that it is about, as bytes to be sealed: it holds the hidden counts. */
export function proofBytes({ system, targets, certificate }: Certified): Uint8Array {
  const file: z.input<typeof shape> = {
    format: FORMAT,
    atoms: [...system.atoms],
    constraints: system.constraints.map((one) => [
      one.id,
      finite(one.lower),
      finite(one.upper),
      flat(one.terms),
    ]),
    targets: targets.flatMap(({ id, rule, terms: own }): z.input<typeof shape>['targets'] =>
      rule === null ? [] : [[id, [rule[0], rule[1]], flat(own)]],
    ),
    certificate: JSON.stringify(certificate),
  };
  return gzipSync(JSON.stringify(file), { level: LEVEL });
}

/** A proof with all that it is about, as the checker takes it. */
export interface SealedProof {
  readonly system: LinearSystem;
  readonly targets: readonly Target[];
  readonly certificate: Certificate;
}

/**
 * A proof as it was sealed, for the checker.
 * @throws KnownError (exit 3) for bytes that hold something else
 */
export function proofFrom(bytes: Uint8Array, shown: string): SealedProof {
  const { atoms, constraints, targets, certificate } = sealedJson(bytes, shape, shown);
  return {
    system: {
      atoms,
      integer: true,
      constraints: constraints.map(([id, lower, upper, own]) => ({
        id,
        lower: lower ?? Number.NEGATIVE_INFINITY,
        upper: upper ?? Number.POSITIVE_INFINITY,
        terms: paired(own),
        says: '',
      })),
    },
    targets: targets.map(([id, rule, own]) => ({ id, rule, terms: paired(own) })),
    certificate: certificateFile(certificate, shown),
  };
}
