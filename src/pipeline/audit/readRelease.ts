import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import type { PrintedFigure } from '../../disclosure/finished/figures.js';
import type { PublishedStatement } from '../../disclosure/model.js';
import { figureSchema } from '../../disclosure/readPublished.js';
import { loadAreas } from '../../reference/areas.js';
import type { PeriodId } from '../../reference/brands.js';
import { halfYear } from '../../reference/calendar.js';
import { KnownError } from '../../reference/knownError.js';
import { numberExhibits } from '../../report/html/numbering.js';
import { NotAProfile, type ReadProfile, readProfile } from '../../report/reading/readProfile.js';
import { type ReadManifest, readManifest } from '../finishedFiles.js';
import { readHeadlines } from '../headlines.js';
import { listFiles } from '../releaseFolder.js';

const AUDIT_FILE = 'audit.json';

const auditShape = z.object({
  format: z.literal('profile-audit/3'),
  editions: z.array(
    z.object({
      edition: z.string(),
      parts: z.array(z.string()),
      sees: z.array(z.string()),
      threshold: z.int(),
      zeros: z.enum(['shown', 'protected']),
      roundTo: z.int().optional(),
      asFirst: z.object({ within: z.int() }).optional(),
      groupsDrawn: z.literal(true).optional(),
    }),
  ),
});

/** Who reads what, as the release itself says. */
export interface FinishedAudience {
  readonly edition: string;
  /** Editions that are protected with it: their readers are taken to have all of them. */
  readonly parts: readonly string[];
  readonly sees: readonly string[];
  readonly threshold: number;
  /** Whether the edition prints counts of none, or hides them as it does small ones. */
  readonly zeros: 'shown' | 'protected';
  /** Counts are printed to the nearest of so many; where it is not said, as they are. */
  readonly roundTo?: number | undefined;
  /** By how much counts that it gives as first published may have changed, at most; where there are any. */
  readonly asFirst?: { readonly within: number } | undefined;
  /** Its readers are given the map of every group, so that numbers of groups are no secret from them. */
  readonly groupsDrawn?: true | undefined;
}

/** A document of a finished release, read back from its `profile.json`. */
export interface FinishedDocument {
  /** Folder inside the release. */
  readonly folder: string;
  readonly edition: string;
  /** Null where the file is no `profile.json` of this format. */
  readonly profile: ReadProfile | null;
  readonly text: string;
  /** Where the first thing stands that does not belong in it. */
  readonly problem: string | null;
}

/** A finished release, from its files alone. */
export interface FinishedRelease {
  readonly root: string;
  readonly named: string;
  readonly manifest: ReadManifest;
  readonly audiences: readonly FinishedAudience[];
  readonly files: readonly string[];
  readonly documents: readonly FinishedDocument[];
  /** Headline figures that are kept for the next release, by edition; null where the file is none. */
  readonly headlines: ReadonlyMap<string, readonly PrintedFigure[] | null>;
  /** First month of the reporting year. */
  readonly startMonth: number;
}

/**
 * Reads a finished release.
 * @throws KnownError (exit 2) for a folder that is no release, (exit 1) for a damaged manifest, (exit 3) for one that says nothing of its readers
 */
export async function readRelease(root: string, named: string): Promise<FinishedRelease> {
  const manifest = await readManifest(root, named);
  const audiences = await readAudiences(root, named);
  const files = await listFiles(root);
  const documents: FinishedDocument[] = [];
  for (const file of files.filter((each) => path.posix.basename(each) === 'profile.json'))
    documents.push(await readDocument(root, path.posix.dirname(file)));
  const headlines = new Map<string, readonly PrintedFigure[] | null>();
  for (const edition of manifest.editions) {
    const file = `${edition}/headlines.json`;
    if (files.includes(file))
      headlines.set(edition, headlineFigures(await readFile(path.join(root, file), 'utf8'), file));
  }
  const startMonth = startMonthOf(manifest, documents);
  return { root, named, manifest, audiences, files, documents, headlines, startMonth };
}

/** Reads one document of a release back. @param folder inside the release */
export async function readDocument(root: string, folder: string): Promise<FinishedDocument> {
  const edition = folder.split('/')[0] ?? '';
  const text = await readFile(path.join(root, folder, 'profile.json'), 'utf8');
  try {
    return { folder, edition, profile: readProfile(text), text, problem: null };
  } catch (error) {
    if (!(error instanceof NotAProfile)) throw error;
    return { folder, edition, profile: null, text, problem: error.place };
  }
}

const NOTHING = figureSchema.parse({ symbol: 'z' });
/** What a figure is that is a count and nothing else. */
const COUNT_ALONE = { denominator: NOTHING, value: NOTHING, lower: NOTHING, upper: NOTHING } as const;

function headlineFigures(text: string, from: string): readonly PrintedFigure[] | null {
  const place = { area: loadAreas().pan, breakdown: 'total', category: 'all' };
  const read = readHeadlines(text);
  if (read === null) return null;
  return read.figures.flatMap(({ indicator, period, number, asFirst }) =>
    number === null
      ? []
      : [
          {
            ...place,
            from,
            indicator,
            period,
            numerator: figureSchema.parse({ number, ...(asFirst === true ? { asFirst } : {}) }),
            ...COUNT_ALONE,
          },
        ],
  );
}

async function readAudiences(root: string, named: string): Promise<readonly FinishedAudience[]> {
  const text = await readFile(path.join(root, AUDIT_FILE), 'utf8').catch(() => 'null');
  let value: unknown = null;
  try {
    value = JSON.parse(text);
  } catch {
    // Told below like any other file that is not what it should be.
  }
  const read = auditShape.safeParse(value);
  if (read.success) return read.data.editions;
  throw new KnownError(
    3,
    `${named}/${AUDIT_FILE} is missing or damaged, so nobody can say what must be kept from whom.`,
    'Ask the sender for the release again, or build it anew. Do not publish it.',
  );
}

/** The month in which half-years begin, from how the documents call their half-year. */
function startMonthOf({ period }: ReadManifest, documents: readonly FinishedDocument[]): number {
  const text = documents.find(({ profile }) => profile?.document.period === period)?.profile?.document
    .periodText;
  for (let month = 1; month <= 12; month++)
    if (text !== undefined && halfYear(period as PeriodId, month).text === text) return month;
  return 4;
}

/** Figures by edition, of releases that were asked for them: most audiences see several editions. */
const figuresBefore = new WeakMap<FinishedRelease, Map<string, readonly PrintedFigure[]>>();

/** Every figure that editions print in a table or behind a sentence, or keep for the next release. */
export function figuresOf(release: FinishedRelease, editions: readonly string[]): readonly PrintedFigure[] {
  const before = figuresBefore.get(release) ?? new Map<string, readonly PrintedFigure[]>();
  figuresBefore.set(release, before);
  return editions.flatMap((edition) => {
    const figures = before.get(edition) ?? [...figuresIn(release, edition)];
    before.set(edition, figures);
    return figures;
  });
}

function* figuresIn(release: FinishedRelease, own: string): Generator<PrintedFigure> {
  yield* release.headlines.get(own) ?? [];
  for (const { folder, edition, profile } of release.documents) {
    if (profile === null || edition !== own) continue;
    const { figures, tables } = numberExhibits(profile.document);
    for (const table of [...tables, ...figures.map((figure) => figure.table)]) {
      const from = `${folder}/tables/${table.id}.csv`;
      for (const { areaCode, ...row } of table.tidy) yield { ...row, area: areaCode, from };
    }
    const from = `${folder}/profile.json`;
    for (const observation of profile.observations) yield { ...observation, from };
    for (const statement of profile.statements) yield* countsOf(statement, from);
  }
}

/** The counts that a statement record speaks of: its own, and in a change that of the earlier period. */
function* countsOf(
  { kind, indicator, area, period, comparedWith, n1, n2 }: PublishedStatement,
  from: string,
): Generator<PrintedFigure> {
  const place = { from, indicator, area, breakdown: 'total', category: 'all' };
  // A hidden count in a record says no more than the count itself does where it stands.
  if ('number' in n2) yield { ...place, ...COUNT_ALONE, period, numerator: n2 };
  if (kind === 'change' && comparedWith !== null && 'number' in n1)
    yield { ...place, ...COUNT_ALONE, period: comparedWith, numerator: n1 };
}
