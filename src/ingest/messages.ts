import type { ColumnPlace } from './columnPlace.js';
import type { PersonalDataKind } from './personalData.js';
import type { ReadProblemKind } from './reader/batch.js';

/**
 * Every sentence that ingest can say. The functions take places, column names and counts; none has a parameter
 * through which a cell's value could arrive.
 */

const rows = (count: number) => `${grouped(count)} ${count === 1 ? 'row' : 'rows'}`;
const guess = (name: string | undefined) => (name === undefined ? '' : ` Did you mean ${name}?`);

/** A whole number with commas between thousands. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

const READ_PROBLEM: Readonly<Record<ReadProblemKind, string>> = {
  missing: 'The file does not exist.',
  folder: 'This is a folder, not a file.',
  notPermitted: 'The file may not be read by this user.',
  notAFile: 'This is not an ordinary file.',
  empty: 'The file is empty: it has no header.',
  binary: 'The file holds zero bytes: it is not a text file (a spreadsheet or a damaged export, perhaps).',
  badEncoding: 'The file is not in the encoding that it was said to be in.',
  recordTooLong: 'A record is longer than 1 MiB: this is not a table, or a quotation mark was never closed.',
  changed: 'The file changed while it was being read.',
  failed: 'The file could not be read to its end.',
};

export const readProblem = (kind: ReadProblemKind) => READ_PROBLEM[kind];

export const unknownAgency = (name: string | undefined) =>
  `The folder is not an agency of this workspace.${guess(name)}`;
export const unknownFile = (name: string | undefined) =>
  `The file is not named after an extract.${guess(name)}`;
export const missingFile = () =>
  'This extract was expected and neither sent nor declared as a nil return. Missing is not zero.';
export const emptyWithoutNil = () =>
  'The file has a header and no rows, and no nil return was declared. That is not the same as nothing to report.';
export const nilWithRows = (count: number) => `A nil return was declared, but the file holds ${rows(count)}.`;

export const encodingFallback = (column: ColumnPlace | null) =>
  `The file is not UTF-8${column === null ? '' : ` (first seen in column ${column.letter})`}; it was read as Windows-1252.`;
export const noHeader = (wanted: number) =>
  `No header was recognised: none of the first lines holds the ${wanted} columns of this extract.`;
export const titleLines = (count: number) =>
  `${grouped(count)} ${count === 1 ? 'line' : 'lines'} above the header ${count === 1 ? 'was' : 'were'} left out.`;
export const missingColumn = (field: string) => `The required column ${field} is not in the file.`;
export const missingColumns = (fields: readonly string[]) =>
  fields.length === 1
    ? `The column ${fields[0]} is not in the file; some checks need it.`
    : `The columns ${fields.join(', ')} are not in the file; some checks need them.`;
export const unknownColumn = (column: ColumnPlace, name: string | undefined) =>
  `The column ${column.name} is not part of this extract and was not read.${guess(name)}`;
export const repeatedColumn = (column: ColumnPlace) =>
  `More than one column stands for ${column.name}; which one is meant cannot be told.`;
export const mappedNowhere = (count: number) =>
  `${grouped(count)} ${count === 1 ? 'entry' : 'entries'} of the column mapping name a header or a field that does not exist.`;
export const personalColumn = (kind: PersonalDataKind) =>
  `A column that this extract does not have looks like ${kind}. Nothing of this file was read in.`;
export const personalValues = (column: ColumnPlace, kind: PersonalDataKind) =>
  `The column ${column.name} holds what looks like ${kind}. Nothing of this file was read in.`;

export const shortRows = (count: number) => `${rows(count)} with fewer cells than the header.`;
export const longRows = (count: number) => `${rows(count)} with more cells than the header.`;
export const strayQuotes = (count: number) =>
  `${rows(count)} with a quotation mark out of place; each such line was read by itself and rejected.`;
export const multiLineCells = (count: number) => `${rows(count)} with a line break inside a cell.`;
export const leftOut = (what: 'totals' | 'headers' | 'blank lines', count: number) =>
  what === 'totals'
    ? `${rows(count)} of totals left out.`
    : what === 'headers'
      ? `${rows(count)} that repeat the header left out.`
      : `${grouped(count)} empty ${count === 1 ? 'line' : 'lines'} left out.`;

export const missingCells = (column: ColumnPlace, count: number) =>
  `${rows(count)} without a value in ${column.name}, which is required.`;
export const badCells = (column: ColumnPlace, count: number, what: string, blanked: boolean) =>
  `${rows(count)} in which ${column.name} ${what}${blanked ? '; the cell is treated as blank' : ''}.`;
export const codeOutOfDates = (column: ColumnPlace, count: number) =>
  `${rows(count)} in which ${column.name} holds a code that was not in use on the day of the event.`;
export const repeatedCodes = (column: ColumnPlace, count: number) =>
  `${rows(count)} in which ${column.name} names a code more than once; it counts once.`;

export const duplicates = (count: number) =>
  `${rows(count)} that repeat another row exactly; each is counted once.`;
export const superseded = (count: number) =>
  `${rows(count)} with the same identifier as a later row; the later row replaces the earlier.`;
export const outsideAge = (count: number, from: number, to: number) =>
  `${rows(count)} about a person outside the ages ${from} to ${to} were set aside: listed, not counted.`;
export const cancelled = (count: number) =>
  `${rows(count)} of cancelled crimes were set aside: listed, not counted.`;
export const ruleRows = (title: string, count: number) => `${title}: ${rows(count)}.`;
export const ruleShare = (title: string, count: number, of: number) =>
  `${title}: ${grouped(count)} of ${rows(of)}.`;
export const reasonGiven = (message: string) => `${message} The agency gave a reason for this.`;

export const noteUnreadable = () => 'The delivery note is not valid YAML, so it was not used.';
export const noteEntries = (names: readonly string[]) =>
  `The delivery note has entries that cannot be used: ${names.join(', ')}.`;
export const noteUnknownEntries = (count: number) =>
  `The delivery note has ${grouped(count)} ${count === 1 ? 'entry' : 'entries'} that it should not have.`;
export const noteDiffers = (what: 'agency' | 'extract' | 'period') =>
  `The delivery note names another ${what} than the folder in which the file lies.`;
export const rowCountDiffers = (declared: number, read: number) =>
  `The delivery note says ${rows(declared)}; the file holds ${grouped(read)}. The file may have been cut short.`;
export const digestDiffers = () =>
  'The file is not the one that the delivery note describes: their SHA-256 digests differ.';
export const unknownDefinition = (count: number) =>
  `The delivery note names ${grouped(count)} ${count === 1 ? 'definition version' : 'definition versions'} that ${count === 1 ? 'is' : 'are'} not known.`;
export const lateRows = (count: number) => `${rows(count)} of earlier half-years that arrived only now.`;
export const futureRows = (count: number) => `${rows(count)} dated after the end of the half-year.`;

export const referenceLost = (field: string, target: string, lost: number, filled: number) =>
  `${grouped(lost)} of ${rows(filled)} with ${field} refer to a record that no ${target} extract holds, or that was rejected or set aside there.`;
export const referenceUnchecked = (field: string, target: string) =>
  `${field} refers to ${target}, of which no extract is here; no reference could be followed.`;
export const detailsDisagree = (field: string, persons: number) =>
  `${grouped(persons)} ${persons === 1 ? 'person has' : 'people have'} a ${field} that differs between files of this agency.`;
export const reportedTwice = (count: number) =>
  `${rows(count)} begin within an hour of an episode of the same child from another agency.`;
export const volumeChanged = (before: number, now: number, districts: number) =>
  `The file holds ${rows(now)} after ${grouped(before)} in the half-year before${changedDistricts(districts)}.`;
const changedDistricts = (districts: number) =>
  districts === 0
    ? ''
    : `; in ${grouped(districts)} ${districts === 1 ? 'district' : 'districts'} the number changed by more than 40 %`;
/** Fields with the share of rows in which they were filled, then and now (0 to 1). */
export const completenessDropped = (
  fields: readonly { readonly field: string; readonly before: number; readonly now: number }[],
) =>
  `Filled in less often than in the half-year before: ${fields
    .map(({ field, before, now }) => `${field} (${percent(before)} to ${percent(now)})`)
    .join(', ')}.`;
const percent = (share: number) => `${Math.round(100 * share)} %`;
export const openEpisodesLost = (count: number) =>
  `${grouped(count)} ${count === 1 ? 'episode that was' : 'episodes that were'} open at the end of the half-year before ${count === 1 ? 'is' : 'are'} not in this file.`;
export const noStrategyMeeting = (count: number) =>
  `${rows(count)} of high risk without a strategy meeting within ten working days.`;
const childrenWho = (count: number, one: string, many: string) =>
  `${grouped(count)} ${count === 1 ? `child ${one}` : `children ${many}`}`;
export const repeatedWithoutReferral = (count: number) =>
  `${childrenWho(count, 'was', 'were')} missing three times or more within 90 days and no referral is on file, as far as records could be linked.`;
export const victimsWithoutReferral = (count: number) =>
  `${childrenWho(count, 'was', 'were')} recorded as victim of an offence flagged as exploitation and no referral is on file, as far as records could be linked.`;
export const noticesWithoutRecord = (count: number) =>
  `${childrenWho(count, 'is', 'are')} named in an abduction warning notice and neither a referral nor a missing episode is on file, as far as records could be linked.`;
export const hiddenOverlap = (count: number) =>
  `${childrenWho(count, 'is', 'are')} known to three agencies or more and no referral is on file, as far as records could be linked.`;

export const interviewsOfOpenEpisodes = (count: number) =>
  `${rows(count)} of interviews for an episode that the police have not closed.`;
export const returnTimesDiffer = (count: number) =>
  `${grouped(count)} ${count === 1 ? 'interview' : 'interviews'} with a return more than a day from the time the police recorded.`;
export const moreInterviewsThanEpisodes = (interviews: number, episodes: number) =>
  `${grouped(interviews)} interview rows for ${grouped(episodes)} episodes that ended in the half-year.`;
export const chargedWithoutOutcome = (count: number) =>
  `${rows(count)} of suspects charged or convicted in a crime without that outcome.`;
export const chargedWithoutSuspect = (count: number) =>
  `${rows(count)} of crimes charged or summonsed without a suspect who was.`;
export const suspectIsVictim = (count: number) =>
  `${rows(count)} in which one person is both suspect and harmed child of the same crime.`;
export const notTooYoung = (count: number) =>
  `${rows(count)} of suspects aged 10 or over in a crime that ended because the suspect was too young.`;
export const familialByOthers = (count: number) =>
  `${rows(count)} of suspects in a familial offence who are recorded as no relatives.`;
