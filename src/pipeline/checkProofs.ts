import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { checkCertificate } from '../disclosure/proof/checker.js';
import { KnownError } from '../reference/knownError.js';
import { openWorkspace } from '../workspace/open.js';
import { sha256, stableJson } from './digest.js';
import { Ledger } from './ledger/ledger.js';
import { openKeys } from './openKeys.js';
import type { RunContext } from './runContext.js';

const proven = {
  proven: z.int(),
  tables: z.int(),
  statements: z.string(),
  certificate: z.string(),
};

const digestShape = z.object({
  format: z.literal('profile-audit/3'),
  editions: z.array(z.object({ edition: z.string(), ...proven })),
  audiences: z.array(z.object({ audience: z.string(), ...proven })),
});

/** What the checker says of the proof for one audience. */
export interface CheckedProof {
  /** Readers of an edition, by its id, or an audience of the configuration. */
  readonly audience: string;
  /** Number of hidden counts that were to be kept, and of tables that show that they are. */
  readonly kept: number;
  readonly tables: number;
  /** Why the proof is not accepted; null when it is. */
  readonly fault: string | null;
}

/** What a release says that was proven, by audience. @throws KnownError (exit 3) when it does not say it */
async function promised(root: string, named: string) {
  const text = await readFile(path.join(root, 'audit.json'), 'utf8').catch(() => 'null');
  let value: unknown = null;
  try {
    value = JSON.parse(text);
  } catch {
    // Told below like any other file that is not what it should be.
  }
  const read = digestShape.safeParse(value);
  if (!read.success)
    throw new KnownError(
      3,
      `${named}/audit.json is missing or damaged, so nobody can say what was proven.`,
      'Ask the sender for the release again, or build it anew. Do not publish it.',
    );
  return [
    ...read.data.editions.map(({ edition, ...one }) => ({ audience: edition, ...one })),
    ...read.data.audiences,
  ];
}

/**
 * Takes the proofs of a release out of the workspace's ledger and has each checked by the program that solves nothing: that it is the one whose digest the release
 * publishes, and that its tables agree with every statement and reach both ends of every rule.
 * @param root folder of the release, whose name the ledger knows
 * @throws KnownError for a workspace, key or ledger that cannot be opened (exit 2 to 4), or a release that does not say what was proven (exit 3)
 */
export async function checkProofs(
  root: string,
  named: string,
  workspace: string,
  context: Pick<RunContext, 'cwd' | 'env' | 'keyFile'>,
): Promise<readonly CheckedProof[]> {
  const opened = await openWorkspace(workspace);
  const { keys } = await openKeys(opened, context);
  const ledger = await Ledger.open(opened, keys);
  const sealed = new Map(
    (await ledger.proofs(path.basename(root))).map((proof) => [sha256(stableJson(proof.certificate)), proof]),
  );
  return (await promised(root, named)).map(({ audience, proven: kept, tables, statements, certificate }) => {
    const proof = sealed.get(certificate);
    const said = { audience, kept, tables };
    if (proof === undefined)
      return { ...said, fault: 'the ledger holds no proof with the digest that audit.json gives' };
    if (proof.certificate.statements !== statements)
      return { ...said, fault: 'it was made for other statements than audit.json names' };
    if (proof.targets.length !== kept || proof.certificate.witnesses.length !== tables)
      return { ...said, fault: 'it keeps other numbers of counts or tables than audit.json says' };
    return { ...said, fault: checkCertificate(proof.system, proof.targets, proof.certificate) };
  });
}
