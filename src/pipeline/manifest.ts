import type { Reconciliation } from '../ingest/findings.js';
import { sha256, stableJson } from './digest.js';
import { MANIFEST, type ReleaseFile } from './releaseFolder.js';

export interface ManifestInput {
  readonly file: string;
  /** Of the file's bytes; null for a nil return without a file. */
  readonly sha256: string | null;
  /** Of the delivery note's bytes; null when there is none. */
  readonly noteSha256: string | null;
  readonly reconciliation: Reconciliation;
}

/** What a release was made from and what it consists of. It holds no time and no path outside the workspace. */
export interface Manifest {
  readonly format: 'profile-manifest/1';
  readonly software: { readonly name: 'profile'; readonly version: string };
  readonly synthetic: boolean;
  readonly period: string;
  readonly periods: readonly string[];
  readonly editions: readonly string[];
  readonly products: readonly string[];
  /** Last quarter or month that the products are about; null for that of the half-year. */
  readonly until: string | null;
  /** The analyst's words, by digest of their text with plain line ends. */
  readonly words: readonly { readonly file: string; readonly sha256: string }[];
  /** Headlines of the release of the half-year before, by edition, where it stands in the workspace. */
  readonly earlier: readonly { readonly file: string; readonly sha256: string }[];
  /** Digest of the figures of other places that the workspace gives. */
  readonly comparators: string;
  /** Hash of the last line of the ledger that was heeded; null when there was none. */
  readonly ledger: string | null;
  readonly configuration: string;
  /** Check value of the key: tells whether two releases used the same key. */
  readonly keyFingerprint: string;
  readonly schemas: Readonly<Record<string, string>>;
  readonly inputs: readonly ManifestInput[];
  readonly outputs: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>;
}

/**
 * The manifest file of a release: digests of every other file, of every input and of the configuration.
 * @param facts everything but the outputs
 * @param files the release's other files
 */
export function manifestFile(
  facts: Omit<Manifest, 'format' | 'outputs'>,
  files: readonly ReleaseFile[],
): ReleaseFile {
  const outputs = Object.fromEntries(
    files.map((file) => [
      file.path,
      {
        bytes: typeof file.content === 'string' ? Buffer.byteLength(file.content) : file.content.length,
        sha256: sha256(file.content),
      },
    ]),
  );
  const manifest: Manifest = { format: 'profile-manifest/1', ...facts, outputs };
  return { path: MANIFEST, content: stableJson(manifest) };
}
