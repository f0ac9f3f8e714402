import type { AgencyId, PeriodId } from '../reference/brands.js';
import type { CheckedFile, CrossCheck } from './across/model.js';
import {
  checkHiddenOverlap,
  checkNoticesReferred,
  checkRepeatMissing,
  checkStrategyMeetings,
  checkVictimsReferred,
} from './across/pathways.js';
import { checkBirthDates, checkPersonDetails, checkTwiceReported } from './across/people.js';
import { checkReferences } from './across/references.js';
import {
  checkInterviewsOfOpenEpisodes,
  checkInterviewVolume,
  checkReturnTimes,
} from './across/returnInterviews.js';
import {
  checkChargedCrimes,
  checkChargedSuspects,
  checkFamilial,
  checkSuspectIsVictim,
  checkTooYoung,
} from './across/suspects.js';
import { checkCompleteness, checkOpenEpisodes, checkVolumes } from './across/volumes.js';
import type { Finding } from './findings.js';

/** A file as ingest left it or as it lies in the store. Files of no known agency or half-year are left out. */
export type FileHistory = Omit<CheckedFile, 'agency' | 'period'> & {
  readonly agency: AgencyId | null;
  readonly period: PeriodId | null;
};

const CHECKS: readonly CrossCheck[] = [
  checkReferences,
  checkPersonDetails,
  checkBirthDates,
  checkHiddenOverlap,
  checkStrategyMeetings,
  checkRepeatMissing,
  checkVictimsReferred,
  checkNoticesReferred,
  checkVolumes,
  checkCompleteness,
  checkOpenEpisodes,
  checkTwiceReported,
  checkInterviewsOfOpenEpisodes,
  checkReturnTimes,
  checkInterviewVolume,
  checkChargedSuspects,
  checkChargedCrimes,
  checkSuspectIsVictim,
  checkTooYoung,
  checkFamilial,
];

/**
 * Judges the files of one half-year together, and against earlier half-years (rules F01 to F16, RHI-031 to RHI-033 and SUS-031 to SUS-035; F03, F12 and F17 to F20
 * concern one file and are judged when it is read; F14 and F15 are laws of the analysis).
 * @param files the half-year that is checked
 * @param history earlier half-years, as far as they are in the store
 * @param childOf child pseudonym of each agency-person pseudonym; without it the rules about children seen by several
 *   agencies (F04, F07, F08, F09, F16) are not judged
 */
export function crossCheck(
  files: readonly FileHistory[],
  history: readonly FileHistory[],
  childOf: ReadonlyMap<string, string> | null = null,
): Finding[] {
  const input = { files: files.filter(isPlaced), history: history.filter(isPlaced), childOf };
  return CHECKS.flatMap((check) => check(input));
}

function isPlaced(file: FileHistory): file is CheckedFile {
  return file.agency !== null && file.period !== null;
}
