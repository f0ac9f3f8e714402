import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { HEADLINES } from '../analysis/revisions.js';
import type { PublishedResult } from '../disclosure/model.js';
import { loadAreas } from '../reference/areas.js';
import type { PeriodId } from '../reference/brands.js';
import { fileError, systemCode } from '../reference/knownError.js';
import type { Workspace } from '../workspace/model.js';
import { sha256, stableJson } from './digest.js';
import type { ReleaseFile } from './releaseFolder.js';

const shape = z.strictObject({
  format: z.literal('profile-headlines/1'),
  period: z.string(),
  figures: z.array(
    z.strictObject({
      indicator: z.string(),
      period: z.string(),
      number: z.number().nullable(),
      asFirst: z.literal(true).optional(),
    }),
  ),
});

/** What a headlines file holds; null for a text that is none. */
export function readHeadlines(text: string): z.output<typeof shape> | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = shape.safeParse(value);
  return parsed.success ? parsed.data : null;
}

/** What the headline figures of an earlier release said in an edition, by `indicator period`; hidden ones are left out. */
export interface EarlierHeadlines {
  /** The half-year of that release. */
  readonly period: string;
  readonly numbers: ReadonlyMap<string, number>;
  /** File inside the workspace and its digest, for the manifest. */
  readonly file: string;
  readonly sha256: string;
}

function nameOf(edition: string): string {
  return `${edition}/headlines.json`;
}

/** The headline figures of the whole area as this release gives them: what the next release compares itself with. */
export function headlinesFile(published: PublishedResult): ReleaseFile {
  const { pan } = loadAreas();
  const figures = HEADLINES.flatMap((indicator) =>
    published.series(indicator, pan).map(({ period, numerator }) => ({
      indicator,
      period,
      number: 'number' in numerator ? Number(numerator.number) : null,
      ...('number' in numerator && numerator.asFirst === true ? { asFirst: true } : {}),
    })),
  );
  return {
    path: nameOf(published.edition),
    content: stableJson({ format: 'profile-headlines/1', period: published.period, figures }),
  };
}

/**
 * What the release of the half-year before said, if it stands in the workspace's reports; null when it does not, or was made by a version
 * that kept no headlines.
 * @throws KnownError (exit 2) when it cannot be read
 */
export async function earlierHeadlines(
  workspace: Workspace,
  periods: readonly PeriodId[],
  edition: string,
): Promise<EarlierHeadlines | null> {
  const before = periods.at(-2);
  if (before === undefined) return null;
  const file = path.posix.join('reports', before, nameOf(edition));
  const text = await readFile(path.join(workspace.root, file), 'utf8').catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return null;
    throw fileError(error, file, 2);
  });
  const read = text === null ? null : readHeadlines(text);
  if (text === null || read === null) return null;
  return {
    period: read.period,
    numbers: new Map(
      read.figures.flatMap(({ indicator, period, number }) =>
        number === null ? [] : [[`${indicator} ${period}`, number] as const],
      ),
    ),
    file,
    sha256: sha256(text),
  };
}
