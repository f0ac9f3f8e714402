import type { ExtractSchema } from '../extracts/schema.js';
import type { AgencyId, PeriodId } from '../reference/brands.js';
import { halfYear } from '../reference/calendar.js';
import { isoFromDay } from '../reference/days.js';
import type { FindingCollector } from './collector.js';
import * as messages from './messages.js';
import type { ExtractMeta, MetaResult } from './meta.js';
import { notice } from './notice.js';

/** Definition versions that are known, by what they define. */
export const DEFINITION_VERSIONS = [
  'CSE-2009',
  'CSE-2017',
  'absent-on',
  'absent-off',
  'intel-5x5x5',
  'intel-3x5x2',
  'sex-1/2',
  'sex-M/F/U',
  'ethnicity-16+1',
  'ethnicity-18+1',
  'ethnicity-DfE',
] as const;

/** Case, spaces and punctuation do not matter, nor whether the subject is said: `5x5x5`, `Intel 5x5x5`. */
const foldVersion = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
const KNOWN_VERSIONS = new Set(
  DEFINITION_VERSIONS.flatMap((version) => [
    foldVersion(version),
    foldVersion(version.replace(/^(intel|sex|ethnicity)-/, '')),
  ]),
);

/** What a delivery note says about timeliness and conditions, for the data quality chapter. */
export interface Delivery {
  readonly extractedAt: string | null;
  readonly dueAt: string | null;
  /** Known ones only. */
  readonly definitionVersions: readonly string[];
  /** Smallest count that the agency allows to be published, when it asks for a threshold of its own. */
  readonly thresholdRequired: number | null;
}

export function deliveryOf(meta: ExtractMeta): Delivery {
  return {
    extractedAt: meta.extractedAt,
    dueAt: meta.dueAt,
    definitionVersions: knownDefinitions(meta.definitionVersions),
    thresholdRequired: meta.thresholdRequired,
  };
}

/** Of the definitions that a note declares, those that are known: a note is free text and is never repeated as it stands. */
function knownDefinitions(versions: readonly string[]): readonly string[] {
  return versions.filter((version) => KNOWN_VERSIONS.has(foldVersion(version)));
}

/** F17 and F19 as far as the note alone can be judged: readable, known entries, right agency, extract and period. */
export function checkNote(
  result: MetaResult,
  schema: ExtractSchema,
  agency: AgencyId | null,
  period: PeriodId | null,
  startMonth: number,
  collector: FindingCollector,
): void {
  const { meta, problems } = result;
  if (problems.unreadable) collector.file(notice('F19', messages.noteUnreadable()));
  if (problems.badEntries.length > 0)
    collector.file(notice('F19', messages.noteEntries(problems.badEntries)));
  if (problems.unknownEntries.length > 0)
    collector.file(notice('F19', messages.noteUnknownEntries(problems.unknownEntries.length), 'warning'));
  if (agency !== null && meta.agency !== null && meta.agency !== agency)
    collector.file(notice('F19', messages.noteDiffers('agency')));
  if (meta.extract !== null && meta.extract !== schema.name)
    collector.file(notice('F19', messages.noteDiffers('extract')));
  if (period !== null && !periodAgrees(meta, period, startMonth))
    collector.file(notice('F19', messages.noteDiffers('period')));
  const strange = meta.definitionVersions.length - knownDefinitions(meta.definitionVersions).length;
  if (strange > 0) collector.file(notice('F17', messages.unknownDefinition(strange)));
}

/**
 * F18 and F19 against the file: number of rows, digest, nil return.
 * @returns true when the file is not the one described and must not be read in
 */
export function checkAgainstNote(
  meta: ExtractMeta,
  read: number,
  digest: string,
  collector: FindingCollector,
): boolean {
  if (meta.sha256 !== null && meta.sha256 !== digest) {
    collector.file(notice('F19', messages.digestDiffers()));
    return true;
  }
  if (meta.nilReturn && read > 0) {
    collector.file(notice('F18', messages.nilWithRows(read)));
    return true;
  }
  if (!meta.nilReturn && read === 0) {
    collector.file(notice('F18', messages.emptyWithoutNil()));
    return true;
  }
  if (meta.rows !== null && meta.rows !== read) {
    collector.file(notice('F19', messages.rowCountDiffers(meta.rows, read)));
    return meta.rows > read;
  }
  return false;
}

function periodAgrees(meta: ExtractMeta, period: PeriodId, startMonth: number): boolean {
  if (meta.period !== null && meta.period !== period) return false;
  const { start, end } = halfYear(period, startMonth);
  return (
    (meta.periodFrom === null || meta.periodFrom.slice(0, 10) === isoFromDay(start)) &&
    (meta.periodTo === null || meta.periodTo.slice(0, 10) === isoFromDay(end))
  );
}
