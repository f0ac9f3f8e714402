import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { fileError, KnownError, systemCode } from '../reference/knownError.js';
import { sha256 } from './digest.js';
import { listFiles, MANIFEST } from './releaseFolder.js';

const manifestShape = z.object({
  format: z.literal('profile-manifest/1'),
  period: z.string(),
  editions: z.array(z.string()),
  products: z.array(z.string()),
  until: z.string().nullable(),
  ledger: z.string().nullable().default(null),
  outputs: z.record(z.string(), z.object({ bytes: z.number(), sha256: z.string() })),
});

export interface FileFault {
  readonly path: string;
  readonly problem: 'changed' | 'missing' | 'extra' | 'differs';
}

/** What a manifest says of a release, as far as those who check one need it. */
export type ReadManifest = z.output<typeof manifestShape>;

/**
 * Reads the manifest of a finished release.
 * @param named the folder as the user named it
 * @throws KnownError (exit 2) for a folder that is no release; (exit 1) for a damaged manifest
 */
export async function readManifest(root: string, named: string): Promise<ReadManifest> {
  const text = await readFile(path.join(root, MANIFEST), 'utf8').catch((error: unknown) => {
    throw systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR'
      ? new KnownError(
          2,
          `${named} is not a release: it has no ${MANIFEST}.`,
          'Name the folder that holds manifest.json.',
        )
      : fileError(error, named, 2);
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = null;
  }
  const parsed = manifestShape.safeParse(value);
  if (!parsed.success) {
    throw new KnownError(
      1,
      `${named}/${MANIFEST} is damaged.`,
      'Ask the sender for the release again, or build it anew.',
    );
  }
  return parsed.data;
}

/** Files that are changed, missing or there without being in the manifest. */
export async function compareDigests(root: string, outputs: ReadManifest['outputs']): Promise<FileFault[]> {
  const present = (await listFiles(root)).filter((file) => !/^manifest(\.\d+)?\.json$/.test(file));
  const faults: FileFault[] = [];
  for (const [file, expected] of Object.entries(outputs)) {
    if (!present.includes(file)) faults.push({ path: file, problem: 'missing' });
    else if (sha256(await readFile(path.join(root, file))) !== expected.sha256)
      faults.push({ path: file, problem: 'changed' });
  }
  for (const file of present) if (!(file in outputs)) faults.push({ path: file, problem: 'extra' });
  return faults;
}
