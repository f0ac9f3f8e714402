import type { AnalysisResult, ExtractReturn } from '../analysis/model.js';
import type { Figure } from './model.js';
import { HIDDEN, shown, symbol } from './publish.js';

/** Where the rows of one file went, as counted by ingest. */
export interface RowAccount {
  readonly extract: string;
  readonly agency: string | null;
  readonly period: string | null;
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly duplicates: number;
  readonly superseded: number;
  readonly setAside: number;
  readonly nilReturn: boolean;
}

/** A rule and how many rows of how many files it was raised for. */
export interface RuleCount {
  readonly rule: string;
  readonly title: string;
  readonly severity: 'error' | 'warning' | 'information';
  readonly files: number;
  readonly rows: number;
}

/** How often a field is filled with a valid value. */
export interface FieldCompleteness {
  readonly agency: string;
  readonly extract: string;
  readonly field: string;
  readonly filled: number;
  readonly rows: number;
}

/** How an extract came: against its due date, under which definitions, with which conditions. Nothing about anyone. */
export interface DeliveryNote {
  readonly agency: string;
  readonly extract: string;
  /** Days from the due date to the day of extraction (negative = early); null when either is not known. */
  readonly daysAfterDue: number | null;
  readonly definitionVersions: readonly string[];
  /** Smallest count that the agency allows to be published; null when it asks for none. */
  readonly thresholdRequired: number | null;
}

/** What ingest and linkage know about the quality of the data, before disclosure control. */
export interface Quality {
  readonly returns: readonly ExtractReturn[];
  readonly accounts: readonly RowAccount[];
  readonly rules: readonly RuleCount[];
  readonly completeness: readonly FieldCompleteness[];
  /** Of the half-year's own extracts. */
  readonly deliveries?: readonly DeliveryNote[];
  readonly people: AnalysisResult['people'];
}

type Shown<T, Key extends keyof T> = Omit<T, Key> & { readonly [K in Key]: Figure };

export type PublishedReturn = Shown<ExtractReturn, 'rows' | 'accepted' | 'rejected' | 'warnings'>;
export type PublishedAccount = Shown<
  RowAccount,
  'read' | 'accepted' | 'rejected' | 'duplicates' | 'superseded' | 'setAside'
>;
export type PublishedRuleCount = Shown<RuleCount, 'files' | 'rows'>;
export interface PublishedCompleteness {
  readonly agency: string;
  readonly extract: string;
  readonly field: string;
  /** Percentage of rows, whole. */
  readonly share: Figure;
}
export interface PublishedPeople {
  readonly agencyPersons: Figure;
  readonly children: Figure;
  readonly linkedAcrossAgencies: Figure;
}

export type PublishedDelivery = Shown<DeliveryNote, 'daysAfterDue' | 'thresholdRequired'>;

export interface PublishedQuality {
  readonly returns: readonly PublishedReturn[];
  readonly accounts: readonly PublishedAccount[];
  readonly rules: readonly PublishedRuleCount[];
  readonly completeness: readonly PublishedCompleteness[];
  readonly deliveries: readonly PublishedDelivery[];
  readonly people: PublishedPeople;
}

/** Fields are not judged on fewer rows than this. */
export const LEAST_ROWS_FOR_COMPLETENESS = 20;

/**
 * Protects the numbers about the data themselves. Rows are episodes, referrals or offences, mostly of children in one
 * council's area, so rows are treated as counts of children: accepted rows and rows set aside (people outside the age
 * range) of 1 to `threshold - 1` are hidden, and the rows read with them, so that they cannot be had by subtraction.
 * Rejected rows, repeats and replaced rows say how a file was filled in and nothing about anyone; they are shown.
 * Completeness is published as a whole percentage, without its counts.
 */
export function protectQuality(quality: Quality, threshold: number): PublishedQuality {
  const isSmall = (n: number): boolean => n >= 1 && n < threshold;
  const rows = (n: number): Figure => (isSmall(n) ? HIDDEN : shown(n));
  return {
    returns: quality.returns.map((entry) => ({
      ...entry,
      rows: isSmall(entry.accepted) ? HIDDEN : rows(entry.rows),
      accepted: rows(entry.accepted),
      rejected: shown(entry.rejected),
      // Findings, not rows: nobody can be counted by them.
      warnings: shown(entry.warnings),
    })),
    accounts: quality.accounts.map((account) => ({
      ...account,
      read: isSmall(account.accepted) || isSmall(account.setAside) ? HIDDEN : rows(account.read),
      accepted: rows(account.accepted),
      setAside: rows(account.setAside),
      rejected: shown(account.rejected),
      duplicates: shown(account.duplicates),
      superseded: shown(account.superseded),
    })),
    rules: quality.rules.map((rule) => ({ ...rule, files: shown(rule.files), rows: rows(rule.rows) })),
    completeness: quality.completeness.map(({ agency, extract, field, filled, rows: all }) => ({
      agency,
      extract,
      field,
      share: completenessShare(filled, all),
    })),
    deliveries: (quality.deliveries ?? []).map((note) => ({
      ...note,
      daysAfterDue: note.daysAfterDue === null ? symbol('x') : shown(note.daysAfterDue),
      thresholdRequired: note.thresholdRequired === null ? symbol('z') : shown(note.thresholdRequired),
    })),
    people: protectPeople(quality.people, threshold),
  };
}

function completenessShare(filled: number, rows: number): Figure {
  if (rows === 0) return symbol('z');
  if (rows < LEAST_ROWS_FOR_COMPLETENESS) return symbol('u');
  // Rounded down, so that 100 means every row.
  return shown(Math.floor((100 * filled) / rows));
}

/** Each difference between two linkage totals is a count of people too: all are hidden when any of them is small. */
function protectPeople(people: AnalysisResult['people'], threshold: number): PublishedPeople {
  const { agencyPersons, children, linkedAcrossAgencies } = people;
  const counts = [
    agencyPersons,
    children,
    linkedAcrossAgencies,
    agencyPersons - children,
    children - linkedAcrossAgencies,
  ];
  const small = counts.some((n) => n >= 1 && n < threshold);
  const figure = (n: number): Figure => (small ? HIDDEN : shown(n));
  return {
    agencyPersons: figure(agencyPersons),
    children: figure(children),
    linkedAcrossAgencies: figure(linkedAcrossAgencies),
  };
}
