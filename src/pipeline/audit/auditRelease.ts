import { attackPrinted, smallPrinted } from '../../disclosure/finished/attack.js';
import { untrue } from '../../disclosure/finished/claims.js';
import { type Habits, printedCounts } from '../../disclosure/finished/figures.js';
import { printedRelations } from '../../disclosure/finished/relations.js';
import { joinReleases, type PrintedRelease } from '../../disclosure/finished/releases.js';
import { loadAreas } from '../../reference/areas.js';
import { KnownError } from '../../reference/knownError.js';
import { nearest } from '../../reference/spelling.js';
import { RenderQueue } from '../../report/renderQueue.js';
import { compareDigests } from '../finishedFiles.js';
import { absolute } from '../runContext.js';
import { claimsIn } from './claims.js';
import { directionFaults } from './directions.js';
import { basesOf, exhibitFaults } from './exhibits.js';
import type { AuditFault } from './faults.js';
import { type FinishedAudience, type FinishedRelease, figuresOf, readRelease } from './readRelease.js';
import { recordFaults } from './records.js';
import { compareIndex, compareRendering, redraw } from './rendering.js';
import { sentenceFaults } from './sentences.js';

export interface AuditOptions {
  readonly folder: string;
  readonly cwd: string;
  /** Attack for the readers of this edition only. */
  readonly as?: string;
  /** Other releases that the same readers have. */
  readonly beside: readonly string[];
}

/** What the readers of one edition could work out. */
export interface AudienceReport {
  readonly audience: string;
  readonly sees: readonly string[];
  readonly threshold: number;
  /** Whether counts of none are printed, or kept from them like small ones. */
  readonly zeros: 'shown' | 'protected';
  /** Counts that the files give to them, with their number or as hidden. */
  readonly counts: number;
  readonly hidden: number;
  /** Statements about the hidden counts. */
  readonly statements: number;
}

export interface AuditReport {
  readonly ok: boolean;
  readonly release: string;
  readonly files: number;
  readonly documents: number;
  readonly audiences: readonly AudienceReport[];
  readonly faults: readonly AuditFault[];
}

/** The audiences asked for. @throws KnownError (exit 2) with the nearest guess for one that the release does not have */
function chosen(release: FinishedRelease, as: string | undefined): readonly FinishedAudience[] {
  if (as === undefined) return release.audiences;
  const found = release.audiences.filter(({ edition, parts }) => edition === as || parts.includes(as));
  if (found.length > 0) return found;
  const ids = release.audiences.flatMap(({ edition, parts }) => [edition, ...parts]);
  const guess = nearest(as, ids);
  throw new KnownError(
    2,
    `${release.named} has no audience called "${as}".`,
    guess === undefined ? `It has: ${ids.join(', ')}.` : `Did you mean "${guess}"?`,
  );
}

/**
 * Attacks a finished release as an outsider would, from its files alone: compares them with the manifest, draws every document again and looks for anything that its
 * published figures do not give, and works out what all printed figures together tell of the hidden ones.
 * @throws KnownError (exit 2) for a folder that is no release or an audience that it does not have
 */
export async function auditRelease(options: AuditOptions): Promise<AuditReport> {
  const queue = new RenderQueue();
  try {
    return await audited(options, queue);
  } finally {
    await queue.close();
  }
}

async function audited({ folder, cwd, as, beside }: AuditOptions, queue: RenderQueue): Promise<AuditReport> {
  const release = await readRelease(absolute(cwd, folder), folder);
  const audiences = chosen(release, as);
  // Drawn on a second thread while the figures are attacked on this one.
  const redrawn = release.documents.map((document) =>
    redraw(document, (...records) => queue.add(...records)),
  );
  const others: FinishedRelease[] = [];
  for (const other of beside) others.push(await readRelease(absolute(cwd, other), other));
  const faults: AuditFault[] = (await compareDigests(release.root, release.manifest.outputs)).map(
    (fault) => ({
      kind: 'file',
      path: fault.path,
      message: `is ${fault.problem}, by the manifest.`,
      derivation: [],
    }),
  );
  const reports: AudienceReport[] = [];
  const leaks: AuditFault[] = [];
  for (const audience of audiences) {
    const { found, report } = await attacked(release, others, audience);
    leaks.push(...found);
    reports.push(report);
  }
  await queue.help();
  const own = new Set<string>();
  const bases = new Map(
    release.manifest.editions.map((edition) => [
      edition,
      basesOf(
        release.documents.flatMap((one) =>
          one.edition === edition && one.profile !== null ? [one.profile.document] : [],
        ),
      ),
    ]),
  );
  for (const [i, document] of release.documents.entries()) {
    const compared = await compareRendering(release, document, (await redrawn[i]) ?? null);
    faults.push(...compared.faults);
    for (const file of compared.own) own.add(file);
    faults.push(...recordFaults(document), ...sentenceFaults(document), ...directionFaults(document));
    if (document.profile !== null)
      faults.push(
        ...exhibitFaults(document.profile.document, document.folder, bases.get(document.edition) ?? []),
      );
  }
  faults.push(...(await compareIndex(release)), ...strangers(release, own));
  for (const [edition, figures] of release.headlines)
    if (figures === null)
      faults.push({
        kind: 'model',
        path: `${edition}/headlines.json`,
        message: 'is damaged.',
        derivation: [],
      });
  faults.push(...leaks);
  return {
    ok: faults.length === 0,
    release: folder,
    files: release.files.length,
    documents: release.documents.length,
    audiences: reports,
    faults,
  };
}

function printedRelease(release: FinishedRelease, sees: readonly string[]): PrintedRelease {
  const habits = new Map<string, Habits>(
    release.audiences.flatMap(({ edition, parts, zeros, roundTo = 1 }) =>
      [edition, ...parts].map((id) => [id, { hidesNoughts: zeros === 'protected', roundTo }] as const),
    ),
  );
  const printed = printedCounts(
    figuresOf(release, sees),
    (file) => habits.get(file.split('/')[0] ?? '') ?? { hidesNoughts: false, roundTo: 1 },
  );
  return {
    label: release.manifest.until ?? release.manifest.period,
    printed,
    relations: printedRelations(printed.counts, loadAreas(), release.startMonth),
    claims: release.documents
      .filter(({ edition }) => sees.includes(edition))
      .flatMap((document) => claimsIn(document, printed.counts)),
  };
}

/** Files of an edition that belong to none of its documents: their names alone can say something. */
function strangers({ files, manifest }: FinishedRelease, own: ReadonlySet<string>): readonly AuditFault[] {
  const inEdition = files.filter((file) => manifest.editions.includes(file.split('/')[0] ?? ''));
  return inEdition
    .filter((file) => !own.has(file) && !/^[^/]+\/headlines\.json$/.test(file))
    .map((file) => ({
      kind: 'file',
      path: file,
      message: 'belongs to no document of the release.',
      derivation: [],
    }));
}

async function attacked(
  release: FinishedRelease,
  others: readonly FinishedRelease[],
  { edition, sees, threshold, zeros }: FinishedAudience,
): Promise<{ readonly found: readonly AuditFault[]; readonly report: AudienceReport }> {
  const releases = [release, ...others]
    .map((one) => printedRelease(one, sees))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
  const groupsDrawn = release.audiences.some((one) => sees.includes(one.edition) && one.groupsDrawn === true);
  const { printed, relations, claims, revisions } = joinReleases(releases, threshold, groupsDrawn);
  const within = Math.max(
    0,
    ...[release, ...others].flatMap((one) => one.audiences.map(({ asFirst }) => asFirst?.within ?? 0)),
  );
  const result = await attackPrinted(printed, relations, threshold, within, claims);
  const found: AuditFault[] = printed.faults.map(({ from, message }) => ({
    kind: 'figure',
    path: from,
    message,
    derivation: [],
  }));
  for (const { from, says } of untrue(claims))
    found.push({
      kind: 'sentence',
      path: from,
      message: 'has a sentence whose words its numbers do not bear out.',
      derivation: [says],
    });
  if (result.kind === 'contradiction')
    found.push({
      kind: 'contradiction',
      path: edition,
      message: 'the files contradict each other: these cannot all be true.',
      derivation: result.statements,
    });
  const leaks = [
    ...smallPrinted(printed, threshold, groupsDrawn),
    ...revisions,
    ...(result.kind === 'attacked' ? result.leaks : []),
  ];
  for (const { count, from, least, most, derivation } of leaks)
    found.push({
      kind: 'leak',
      path: from,
      message: `readers of the ${edition} edition find that ${count} is ${least === most ? `exactly ${least}` : `${least} to ${most ?? 'any number'}`}.`,
      derivation,
    });
  return {
    found,
    report: {
      audience: edition,
      sees,
      threshold,
      zeros,
      counts: printed.counts.size,
      hidden: [...printed.counts.values()].filter(
        ({ hidden, number, asFirst, near }) => hidden && number === null && asFirst === null && near === null,
      ).length,
      statements: result.kind === 'attacked' ? result.statements : 0,
    },
  };
}
