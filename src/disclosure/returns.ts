import type { AnalysisResult, ExtractReturn } from '../analysis/model.js';
import type { Figure } from './model.js';
import { HIDDEN, shown } from './publish.js';

/** An extract's return with its row counts as they may be shown. */
export interface PublishedReturn {
  readonly extract: ExtractReturn['extract'];
  readonly agency: string;
  readonly period: ExtractReturn['period'];
  readonly status: ExtractReturn['status'];
  readonly rows: Figure;
  readonly accepted: Figure;
  readonly rejected: Figure;
  readonly warnings: Figure;
}

/**
 * Row counts of one extract from one agency. Accepted rows of most extracts are episodes, referrals or offences of
 * children in one council's area, so a small number of them is hidden, and with it the rows read. Rejected rows and
 * warnings say how well a file was filled in and nothing about anyone: they are shown, unless the accepted rows are
 * hidden and could be had by subtraction, which hiding the rows read prevents.
 */
export function publishReturn(entry: ExtractReturn, threshold: number): PublishedReturn {
  const small = entry.accepted >= 1 && entry.accepted < threshold;
  return {
    extract: entry.extract,
    agency: entry.agency,
    period: entry.period,
    status: entry.status,
    rows: small ? HIDDEN : shown(entry.rows),
    accepted: small ? HIDDEN : shown(entry.accepted),
    rejected: shown(entry.rejected),
    warnings: shown(entry.warnings),
  };
}

export interface PublishedPeople {
  readonly agencyPersons: Figure;
  readonly children: Figure;
  readonly linkedAcrossAgencies: Figure;
}

/**
 * Linkage totals. Each difference between two of them is a count of people as well, so all are hidden when any count
 * or difference is small.
 */
export function publishPeople(people: AnalysisResult['people'], threshold: number): PublishedPeople {
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
