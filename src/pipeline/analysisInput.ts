import type { AnalysisInput, ExtractDelivery } from '../analysis/input.js';
import type { ExtractReturn } from '../analysis/model.js';
import { EXTRACT_NAMES } from '../extracts/schema.js';
import { loadAreas } from '../reference/areas.js';
import type { AgencyId, AreaCode, PeriodId } from '../reference/brands.js';
import { parsePeriod, periodsBetween } from '../reference/calendar.js';
import { dayFromIso } from '../reference/days.js';
import { KnownError } from '../reference/knownError.js';
import { loadPopulations } from '../reference/populations.js';
import type { Workspace } from '../workspace/model.js';
import { withDeclaredBreaks } from './declaredBreaks.js';
import type { IngestStage, StageFile } from './ingestStage.js';

/**
 * The half-year to report on and the history before it, without gaps.
 * @throws KnownError (exit 2) when the workspace has no extracts, or none for the half-year asked for
 */
export function reportPeriods(workspace: Workspace, asked: string | undefined): PeriodId[] {
  const [first] = workspace.periods;
  const last = asked ?? workspace.periods.at(-1);
  if (first === undefined || last === undefined) {
    throw new KnownError(
      2,
      'There are no extracts yet: extracts/ has no folder for a half-year.',
      'Put files into extracts/<half-year>/<agency>/, for example extracts/2018-H1/county-police/missing-episodes.csv.',
    );
  }
  if (!workspace.periods.includes(last)) {
    throw new KnownError(
      2,
      `There are no extracts for ${last}.`,
      `Half-years with extracts: ${workspace.periods.join(', ')}.`,
    );
  }
  return periodsBetween(parsePeriod(first), parsePeriod(last));
}

/** What every agency was expected to send for every half-year, and what came: missing and nil are different things. */
export function extractReturns(
  workspace: Workspace,
  periods: readonly PeriodId[],
  files: readonly StageFile[],
): ExtractReturn[] {
  const byKey = new Map(
    files.map((file) => [`${file.found.period}|${file.found.agency}|${file.found.extract}`, file]),
  );
  return periods.flatMap((period) =>
    workspace.config.agencies.flatMap((agency) =>
      EXTRACT_NAMES.flatMap((extract): ExtractReturn[] => {
        const file = byKey.get(`${period}|${agency.id}|${extract}`);
        const place = { extract, agency: agency.id, period };
        if (file === undefined) {
          const status = agency.extracts.includes(extract) ? 'missing' : 'not expected';
          return status === 'missing'
            ? [{ ...place, status, rows: 0, accepted: 0, rejected: 0, warnings: 0 }]
            : [];
        }
        const { reconciliation, findings } = file.ingested;
        return [
          {
            ...place,
            status: reconciliation.nilReturn ? 'nil' : 'received',
            rows: reconciliation.read,
            accepted: reconciliation.accepted,
            rejected: reconciliation.rejected,
            warnings: findings.filter((finding) => finding.severity === 'warning').length,
          },
        ];
      }),
    ),
  );
}

function dayOf(text: string | null): number | null {
  return text === null ? null : dayFromIso(text.slice(0, 10));
}

/** Days from the due date to the day of extraction (negative = early); null when either is not known. */
export function daysAfterDue(delivery: { dueAt: string | null; extractedAt: string | null }): number | null {
  const [due, extracted] = [dayOf(delivery.dueAt), dayOf(delivery.extractedAt)];
  return due === null || extracted === null ? null : extracted - due;
}

function delivery({ found, ingested }: StageFile): ExtractDelivery {
  return {
    extract: found.extract,
    agency: found.agency,
    period: found.period,
    daysAfterDue: daysAfterDue(ingested.delivery),
    read: ingested.reconciliation.read,
    duplicates: ingested.reconciliation.duplicates,
  };
}

/** Everything that the analysis of one half-year works on, from the workspace's configuration and its ingested files. */
export function analysisInput(
  workspace: Workspace,
  stage: IngestStage,
  periods: readonly PeriodId[],
): AnalysisInput {
  const period = periods.at(-1);
  if (period === undefined) throw new Error('no period to analyse');
  const files = stage.files.filter((file) => file.found.period <= period);
  return {
    tables: files.flatMap(({ ingested }) => (ingested.table === null ? [] : [ingested.table])),
    childOf: stage.people?.childOf ?? new Map(),
    ...(stage.people === null ? {} : { numbered: stage.people.numbered }),
    periods,
    period,
    startMonth: workspace.config.startMonth,
    areas: loadAreas(),
    populations: loadPopulations(),
    returns: extractReturns(workspace, periods, files),
    completeness: files.flatMap(({ found, ingested }) =>
      ingested.completeness.map((one) => ({
        extract: found.extract,
        agency: found.agency as AgencyId,
        period: found.period,
        ...one,
      })),
    ),
    deliveries: files.map(delivery),
    breaks: withDeclaredBreaks(workspace.config, files).breaks.map((one) => ({
      from: dayFromIso(one.from),
      indicators: one.indicators,
      areas: one.areas as readonly AreaCode[],
    })),
  };
}
