import type { Indicator, Measure } from '../analysis/catalogue/record.js';
import type { BreakdownId, Unit } from '../analysis/model.js';
import type { PublishedResult } from '../disclosure/model.js';
import type { PublishedQuality, PublishedReturn } from '../disclosure/quality.js';
import type { ExtractName } from '../extracts/schema.js';
import type { Areas } from '../reference/areas.js';
import type { AreaCode, PeriodId } from '../reference/brands.js';
import {
  type Grain,
  grainOf,
  halfYearAround,
  type Period,
  periodSpan,
  sameHalfLastYear,
} from '../reference/calendar.js';
import type { Comparator } from '../reference/comparators.js';
import type { EditionConfig, WorkspaceConfig } from '../workspace/model.js';
import type { NumberFormat } from './numbers.js';
import type { Words } from './words/model.js';

/** All that a document is composed from besides the published result. */
export interface ProfileContext {
  readonly areas: Areas;
  readonly config: WorkspaceConfig;
  readonly edition: EditionConfig;
  readonly catalogue: readonly Indicator[];
  readonly quality: PublishedQuality;
  /** Title of an extract, as in its schema: "Missing episodes". */
  readonly extractTitle: (extract: string) => string;
  /** Label of a category that the catalogue has no wording for; undefined when the code lists have none. */
  readonly codeLabel: (breakdown: BreakdownId, code: string) => string | undefined;
  readonly attributions: readonly string[];
  /**
   * The same edition by half-year, for a document that is about a quarter or month; the published result itself
   * when absent.
   */
  readonly atHalfYear?: PublishedResult;
  /** The same edition by month, up to the end of the document's half-year; absent where nothing is counted by month. */
  readonly atMonth?: PublishedResult;
  /** Published figures of other places; absent when there are none. */
  readonly comparators?: readonly Comparator[];
  /** What the release of the half-year before said, by `indicator period`; absent when it does not stand in the workspace. */
  readonly earlierRelease?: { readonly period: string; readonly numbers: ReadonlyMap<string, number> };
  /** What the analyst wrote for the half-year, checked; absent when nothing was. */
  readonly words?: Words;
  /** Lines such as software version and configuration digest. */
  readonly provenance: readonly string[];
}

/** What chapters and sentence makers see: the published result with names for everything in it. */
export interface ProfileView extends ProfileContext {
  readonly published: PublishedResult;
  readonly pan: AreaCode;
  /** Whom the document is about: the whole area, or one locality. */
  readonly area: AreaCode;
  /** The period that the document is about, the same months of the year before, and the first of the series. */
  readonly current: Period;
  readonly before: Period;
  readonly first: Period;
  /** What the periods of the document are called. */
  readonly grainWords: { readonly many: string; readonly column: string };
  /** The half-year in which the document's period lies. */
  readonly halfYear: Period;
  /** The same edition by half-year. */
  readonly byHalfYear: PublishedResult;
  half(period: PeriodId): Period;
  info(indicator: string): Indicator | undefined;
  format(indicator: string): NumberFormat;
  /** Extracts that an indicator is counted from; empty for those worked out from several. */
  extractsOf(indicator: string): readonly ExtractName[];
  areaName(code: AreaCode): string;
  /** Name of an agency as the configuration gives it. */
  agencyName(id: string): string;
  /** The extracts that were expected for the half-year, with what came of each. */
  readonly expected: readonly PublishedReturn[];
  /** Districts from A to Z: localities are never put in order of their figures. */
  readonly districtsByName: readonly AreaCode[];
}

const FORMATS: Readonly<Record<Unit, NumberFormat>> = {
  count: 'count',
  percent: 'percent',
  rate10k: 'rate',
  rate1k: 'rate',
  ratio: 'ratio',
  days: 'days',
  hours: 'hours',
  years: 'years',
};

/** Names of the three boards without "Safeguarding Children Board", and of the whole area, as sentences use them. */
const SPOKEN: Readonly<Record<string, string>> = {
  'PAN-LANCS': 'pan-Lancashire',
  'LSCB-LANCS': 'Lancashire (12 districts)',
  'LSCB-BPL': 'Blackpool',
  'LSCB-BWD': 'Blackburn with Darwen',
};

const GRAIN_WORDS: Readonly<Record<Grain, ProfileView['grainWords']>> = {
  'half-year': { many: 'half-years', column: 'Half-year' },
  quarter: { many: 'quarters', column: 'Quarter' },
  month: { many: 'months', column: 'Month' },
};

function extractsOf(measure: Measure): readonly ExtractName[] {
  if (measure.kind === 'computed') return measure.from;
  if (measure.kind === 'unavailable') return [];
  if (measure.kind !== 'ratio') return [measure.of.extract];
  return [...new Set([measure.numerator.extract, measure.denominator.extract])];
}

/** What a document by half-year sees of the months; null where none are counted up to its last one. */
export function viewByMonth(view: ProfileView): ProfileView | null {
  if (view.atMonth === undefined) return null;
  const byMonth = profileView(view.atMonth, view, view.area);
  return byMonth.current.end === view.current.end ? byMonth : null;
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Puts names and periods to a published result.
 * @param area whom the document is about; by default whom the edition is about: the whole area, or a part of it
 */
export function profileView(
  published: PublishedResult,
  context: ProfileContext,
  area: AreaCode = context.edition.about ?? context.areas.pan,
): ProfileView {
  const { areas, config } = context;
  const infos = new Map(context.catalogue.map((indicator) => [indicator.id, indicator]));
  const half = (period: PeriodId): Period => periodSpan(period, config.startMonth);
  const halfYear = half(halfYearAround(published.period, config.startMonth));
  const areaName = (code: AreaCode): string => SPOKEN[code] ?? areas.get(code).name;
  return {
    ...context,
    published,
    pan: areas.pan,
    area,
    grainWords: GRAIN_WORDS[grainOf(published.period)],
    halfYear,
    byHalfYear: context.atHalfYear ?? published,
    current: half(published.period),
    before: half(sameHalfLastYear(published.period)),
    first: half(published.periods[0] ?? published.period),
    half,
    info: (indicator) => infos.get(indicator),
    format: (indicator) => FORMATS[infos.get(indicator)?.unit ?? 'count'],
    extractsOf: (indicator) => {
      const measure = infos.get(indicator)?.measure;
      return measure === undefined ? [] : extractsOf(measure);
    },
    areaName,
    agencyName: (id) => config.agencies.find((agency) => agency.id === id)?.name ?? id,
    expected: context.quality.returns.filter(
      ({ period, status }) => period === halfYear.id && status !== 'not expected',
    ),
    districtsByName: [...areas.districts].sort((a, b) => byText(areaName(a), areaName(b))),
  };
}
