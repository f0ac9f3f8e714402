import { catalogue } from '../../../src/analysis/catalogue/index.js';
import type { Breakdown, Indicator } from '../../../src/analysis/catalogue/record.js';
import type { AnalysisResult, Observation, StatementRecord, Verdict } from '../../../src/analysis/model.js';
import type { PublishedResult } from '../../../src/disclosure/model.js';
import { protect } from '../../../src/disclosure/protect.js';
import { protectQuality } from '../../../src/disclosure/quality.js';
import { type Areas, loadAreas } from '../../../src/reference/areas.js';
import { attributionLines } from '../../../src/reference/attributions.js';
import type { AreaCode, PeriodId } from '../../../src/reference/brands.js';
import { parsePeriod, periodsBetween, sameHalfLastYear } from '../../../src/reference/calendar.js';
import { exhibitsOf } from '../../../src/report/chapters/chapter.js';
import { composeProfile } from '../../../src/report/compose.js';
import type { FigureBlock, ReportDocument, Table } from '../../../src/report/model.js';
import { type ProfileContext, type ProfileView, profileView } from '../../../src/report/view.js';
import type { Audience, EditionConfig, WorkspaceConfig } from '../../../src/workspace/model.js';

export const areas = loadAreas();

/** The parts of a context that say nothing: no file was read, no code has a name. */
export const bareContext = {
  quality: {
    returns: [],
    accounts: [],
    rules: [],
    completeness: [],
    deliveries: [],
    people: {
      agencyPersons: { symbol: 'x' },
      children: { symbol: 'x' },
      linkedAcrossAgencies: { symbol: 'x' },
    },
  },
  extractTitle: (extract: string) => extract,
  codeLabel: () => undefined,
  attributions: [],
  provenance: [],
} satisfies Partial<ProfileContext>;

/** Children aged 0 to 17, rounded, by district in the order of `areas.districts`; further ones have them again. */
const RESIDENTS = [38, 29, 20, 24, 14, 17, 28, 21, 31, 11, 15, 23, 23, 20].map((thousand) => thousand * 1000);

/** A number from 0 to 1 that depends on the text alone. */
function spread(text: string): number {
  let state = 2166136261;
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 16777619) >>> 0;
  return ((state >>> 8) % 10_000) / 10_000;
}

interface Sizes {
  readonly whole: number;
  readonly part: number;
}

/** Rates show the count of another indicator; boys are the children who are not girls. */
const COUNT_OF: Readonly<Record<string, string>> = { S02: 'S01', M03: 'M02', O02: 'O01', V04: 'V03' };

/** Invented size of an indicator in one district and half-year. */
function sizes(info: Indicator, district: AreaCode, index: number, at: number, category = ''): Sizes {
  const name = COUNT_OF[info.id] ?? info.id;
  const residents = residentsOf(index) / 1000;
  const scale = info.theme === 'missing' ? 3 : info.theme === 'groups' ? 0.1 : 1.2;
  const growth = 1 + at * 0.14 * spread(name);
  const shares = category === '' ? 1 : 0.02 + 0.3 * spread(`${name}${category}`);
  const noise = 0.9 + 0.2 * spread(`${name}${district}${at}`);
  const whole = Math.round(
    residents * scale * growth * shares * noise * (0.7 + 0.6 * spread(`${name}${district}`)),
  );
  const part = Math.round(whole * (0.25 + 0.5 * spread(`${name} share`) + 0.005 * at));
  return { whole, part: info.id === 'V04' ? whole - part : part };
}

type Measured = Pick<Observation, 'value' | 'lower' | 'upper' | 'method'>;

/** Value and a rough 95% range of an indicator's unit. */
function measured(info: Indicator, n: number, d: number): Measured {
  const [low, high] = [Math.max(0, n - 2 * Math.sqrt(n)), n + 2 * Math.sqrt(n) + 3];
  const per = info.unit === 'rate10k' ? 10_000 : 1000;
  switch (info.unit) {
    case 'count':
      return { value: n, lower: low, upper: high, method: 'byar' };
    case 'percent': {
      if (d < 20) return { value: null, lower: null, upper: null, method: 'none' };
      const p = n / d;
      const half = 1.96 * Math.sqrt((p * (1 - p)) / d);
      return {
        value: 100 * p,
        lower: 100 * Math.max(0, p - half),
        upper: 100 * Math.min(1, p + half),
        method: 'wilson',
      };
    }
    case 'rate10k':
    case 'rate1k':
      return { value: (per * n) / d, lower: (per * low) / d, upper: (per * high) / d, method: 'byar' };
    case 'ratio':
      return { value: d === 0 ? null : n / d, lower: null, upper: null, method: 'ratio' };
    default:
      return { value: n / 10, lower: null, upper: null, method: 'median' };
  }
}

function residentsOf(index: number): number {
  return RESIDENTS[index % RESIDENTS.length] ?? 0;
}

function observation(
  places: Areas,
  info: Indicator,
  area: AreaCode,
  period: PeriodId,
  at: number,
  breakdown: Breakdown | null,
  category: string,
): Observation {
  const districts = places.districtsOf(area);
  let [n, d, residents] = [0, 0, 0];
  for (const district of districts) {
    const index = places.districts.indexOf(district);
    const { whole, part } = sizes(info, district, index, at, category === 'all' ? '' : category);
    const isShare = info.unit === 'percent';
    n += isShare ? part : whole;
    d += isShare ? whole : Math.round(whole / 2);
    residents += residentsOf(index);
  }
  const rate = info.unit.startsWith('rate');
  const plain = info.unit === 'count';
  const denominator = rate ? residents : plain ? null : d;
  return {
    indicator: info.id,
    area,
    period,
    breakdown: breakdown?.id ?? 'total',
    category,
    numerator: n,
    denominator,
    populationBase: rate,
    ...measured(info, n, denominator ?? 0),
    people: info.countingUnit === 'children' ? n : null,
    unknown: info.unit === 'percent' ? Math.round(d / 9) : null,
    numeratorKey: COUNT_OF[info.id] !== undefined && rate ? (COUNT_OF[info.id] ?? '') : info.id,
    denominatorKey: denominator === null ? null : `${info.id === 'V04' ? 'V03' : info.id} base`,
    missing: null,
    provisional: false,
    breakBefore: info.id === 'O01' && period === '2016-H1',
  };
}

/** The verdict of the interval of a ratio. */
function verdict(lower: number, upper: number, n: number): Verdict {
  if (n < 10) return 'too few to say';
  if (lower > 1) return 'higher';
  if (upper < 1) return 'lower';
  return lower > 0.5 && upper < 2 ? 'no clear change' : 'too few to say';
}

function statement(
  kind: 'change' | 'locality',
  info: Indicator,
  now: Observation,
  other: Observation,
): StatementRecord {
  const [n1, n2] = [other.numerator ?? 0, now.numerator ?? 0];
  const ratio = now.value !== null && other.value !== null && other.value > 0 ? now.value / other.value : 1;
  const half = 2 * Math.sqrt(1 / Math.max(1, n1) + 1 / Math.max(1, n2));
  const [lower, upper] = [ratio * Math.exp(-half), ratio * Math.exp(half)];
  const said = verdict(lower, upper, n1 + n2);
  return {
    id: `${info.id}|${now.area}|${now.period}|${kind}`,
    kind,
    indicator: info.id,
    countingUnit: info.countingUnit,
    area: now.area,
    period: now.period,
    comparedWith: kind === 'change' ? other.period : null,
    n1: kind === 'change' ? n1 : n1 - n2,
    n2,
    exposure1: 0.5,
    exposure2: 0.5,
    method: 'mid-p',
    estimate: ratio,
    lower,
    upper,
    p: 0.04,
    pAdjusted: null,
    family: null,
    verdict: said,
    clearly: ratio * Math.exp(-1.6 * half) > 1 || ratio * Math.exp(1.6 * half) < 1,
    refusal: null,
  };
}

/** An invented result over the whole catalogue, or over the indicators named. */
export function analysisResult(
  first = '2013-H2',
  last = '2018-H1',
  only?: readonly string[],
  places: Areas = areas,
): AnalysisResult {
  return resultOver(periodsBetween(parsePeriod(first), parsePeriod(last)), only, places);
}

/** The same over periods of any length. */
export function resultOver(
  periods: readonly PeriodId[],
  only?: readonly string[],
  places: Areas = areas,
): AnalysisResult {
  const period = periods.at(-1);
  if (period === undefined) throw new Error('a result has a period');
  const observations: Observation[] = [];
  const statements: StatementRecord[] = [];
  for (const info of catalogue.filter(({ id }) => only === undefined || only.includes(id))) {
    const totals = new Map<string, Observation>();
    periods.forEach((at, index) => {
      for (const area of places.all) {
        const o = observation(places, info, area, at, index, null, 'all');
        totals.set(`${area}|${at}`, o);
        observations.push(o);
      }
      for (const breakdown of info.breakdowns) {
        const categories =
          breakdown.categories ?? (info.id === 'X04' ? PATTERNS : ['a', 'b']).map((code) => ({ code }));
        for (const { code, ...category } of categories) {
          const own = 'district' in category ? category.district : undefined;
          const everywhere =
            breakdown.withinDistricts === true ? places.districts : [places.pan, ...places.boards];
          for (const area of own === undefined ? everywhere : [own].filter(places.has)) {
            observations.push(observation(places, info, area, at, index, breakdown, code));
          }
        }
      }
    });
    for (const area of places.all) {
      const now = totals.get(`${area}|${period}`);
      const earlier = totals.get(`${area}|${sameHalfLastYear(period)}`);
      const pan = totals.get(`${places.pan}|${period}`);
      if (now !== undefined && earlier !== undefined)
        statements.push(statement('change', info, now, earlier));
      // What holds every district has no rest to be compared with.
      const hasRest = places.districtsOf(area).length < places.districts.length;
      if (now !== undefined && pan !== undefined && info.comparesLocalities && hasRest) {
        statements.push(statement('locality', info, now, pan));
      }
    }
  }
  const episodes = observations.find(
    (o) => o.indicator === 'M01' && o.area === places.pan && o.period === period && o.breakdown === 'total',
  );
  return {
    periods,
    period,
    observations,
    statements,
    concentrations:
      episodes === undefined
        ? []
        : [
            {
              indicator: 'M01',
              area: places.pan,
              period,
              children: 402,
              episodes: 1213,
              childrenMakingHalf: 41,
              topTenthChildren: 41,
              topTenthShare: 50,
              repeatChildren: 172,
              chanceRepeatShare: 71,
              bands: [
                { band: '1', children: 230, episodes: 230 },
                { band: '2', children: 71, episodes: 142 },
                { band: '3-5', children: 60, episodes: 228 },
                { band: '6-10', children: 24, episodes: 190 },
                { band: '11+', children: 17, episodes: 423 },
              ],
              refusal: null,
            },
          ],
    plan: [],
    groups: null,
    returns: [],
    people: { agencyPersons: 9100, children: 7420, linkedAcrossAgencies: 1310 },
  };
}

const PATTERNS = [
  'blackpool-council',
  'lancashire-constabulary',
  'blackpool-council+lancashire-constabulary',
];

const agency = (
  id: string,
  name: string,
  type: string,
  extracts: string[],
): WorkspaceConfig['agencies'][number] => ({
  id,
  name,
  type,
  extracts,
});

export const config: WorkspaceConfig = {
  version: 1,
  partnership: 'Pan-Lancashire Safeguarding Children Boards',
  title: 'Child sexual exploitation problem profile',
  synthetic: true,
  syntheticSeed: 1,
  startMonth: 4,
  agencies: [
    agency('lancashire-constabulary', 'Lancashire Constabulary', 'POL', [
      'missing-episodes',
      'offences',
      'suspects',
    ]),
    agency('lancashire-county-council', 'Lancashire County Council', 'CSC', ['referrals', 'actions']),
    agency('blackpool-council', 'Blackpool Council', 'CSC', ['referrals']),
    agency('lancashire-voluntary-partnership', 'Lancashire Voluntary Partnership', 'VCS', [
      'return-interviews',
    ]),
  ],
  audiences: [],
  tieSeed: '',
  editions: [
    {
      id: 'board',
      title: 'Board edition',
      audience: 'board',
      length: 'full',
      marking: 'OFFICIAL-SENSITIVE',
      handling: 'Board members only.',
      distribution: ['Board'],
      threshold: 5,
      partOf: null,
      about: null,
      pPercent: 10,
      allOfThem: 'hidden',
      zeros: 'shown',
      roundTo: 1,
      mostHidden: 0.4,
    },
  ],
  products: ['profile'],
  toleratedRejectShare: 0.05,
  breaks: [
    {
      from: '2016-04-01',
      title: 'CSE flag mandatory',
      note: 'The police flag became mandatory.',
      indicators: ['O01'],
      areas: [],
    },
  ],
  published: { next: 'May 2019', contact: null, retention: null, termsOfReference: null, help: [] },
};

/** The invented board edition in full length: the profile itself. */
export function boardDocument(result: AnalysisResult): ReportDocument {
  return editionDocument(result, 'board');
}

const CEILINGS = { tactical: 'T', board: 'B', public: 'P' } as const;

/** The profile of the invented edition for these readers, and its annex where it has one. @param about a part of the area that it is about; the whole by default */
export function editionDocuments(
  result: AnalysisResult,
  audience: Audience,
  about: EditionConfig['about'] = null,
  length: EditionConfig['length'] = 'full',
): readonly ReportDocument[] {
  const { context, published } = editionParts(result, audience);
  return composeProfile(published, { ...context, edition: { ...context.edition, about, length } });
}

/** The profile itself of that edition; see {@link editionDocuments}. */
export function editionDocument(...of: Parameters<typeof editionDocuments>): ReportDocument {
  return firstOf(editionDocuments(...of));
}

/** Every figure and table of the profile and its annex; see {@link editionDocuments}. */
export function editionExhibits(
  ...of: Parameters<typeof editionDocuments>
): readonly (FigureBlock | Table)[] {
  return editionDocuments(...of).flatMap(({ chapters }) => chapters.flatMap(exhibitsOf));
}

function firstOf([first]: readonly ReportDocument[]): ReportDocument {
  if (first === undefined) throw new Error('a profile has a document');
  return first;
}

/**
 * The edition of a partnership that is out of the ordinary.
 * @param more settings in place of the invented ones
 * @param edition likewise; a very high threshold hides everything
 * @param places the localities that the result counts
 */
export function oddDocument(
  result: AnalysisResult,
  more: Partial<WorkspaceConfig>,
  edition: Partial<EditionConfig> = {},
  places: Areas = areas,
): ReportDocument {
  const { context, published } = editionParts(result, edition.audience ?? 'board', edition.threshold, places);
  return firstOf(
    composeProfile(published, {
      ...context,
      config: { ...context.config, ...more },
      edition: { ...context.edition, ...edition },
    }),
  );
}

/** The settings of the invented partnership. */
export const fixtureConfig: WorkspaceConfig = config;

/** What the view of that edition sees, for tests of single chapters, figures and sentences. */
export function editionView(result: AnalysisResult, audience: Audience = 'board'): ProfileView {
  const { context, published } = editionParts(result, audience);
  return profileView(published, context);
}

function editionParts(
  result: AnalysisResult,
  audience: Audience,
  threshold?: number,
  places: Areas = areas,
): { readonly context: ProfileContext; readonly published: PublishedResult } {
  const [board] = config.editions;
  if (board === undefined) throw new Error('the fixture has an edition');
  const edition = { ...board, audience, threshold: threshold ?? board.threshold };
  const published = protect(result, {
    edition: edition.id,
    threshold: edition.threshold,
    ceiling: CEILINGS[audience],
    areas: places,
  });
  const quality = protectQuality(
    {
      returns: [
        {
          extract: 'referrals',
          agency: 'blackpool-council',
          period: result.period,
          status: 'received',
          rows: 214,
          accepted: 209,
          rejected: 5,
          warnings: 12,
        },
        {
          extract: 'referrals',
          agency: 'lancashire-county-council',
          period: result.period,
          status: 'received',
          rows: 640,
          accepted: 640,
          rejected: 0,
          warnings: 31,
        },
        {
          extract: 'offences',
          agency: 'lancashire-constabulary',
          period: result.period,
          status: 'missing',
          rows: 0,
          accepted: 0,
          rejected: 0,
          warnings: 0,
        },
      ],
      accounts: [
        {
          extract: 'referrals',
          agency: 'blackpool-council',
          period: result.period,
          read: 214,
          accepted: 209,
          rejected: 5,
          duplicates: 0,
          superseded: 0,
          setAside: 0,
          nilReturn: false,
        },
      ],
      rules: [{ rule: 'REF-004', title: 'Decision before contact', severity: 'error', files: 2, rows: 9 }],
      completeness: [
        { agency: 'blackpool-council', extract: 'referrals', field: 'ethnicity', filled: 190, rows: 209 },
        {
          agency: 'lancashire-county-council',
          extract: 'referrals',
          field: 'ethnicity',
          filled: 600,
          rows: 640,
        },
      ],
      people: result.people,
    },
    edition.threshold,
  );
  const context: ProfileContext = {
    areas: places,
    config,
    edition,
    catalogue,
    quality,
    extractTitle: (extract) => extract.charAt(0).toUpperCase() + extract.slice(1).replaceAll('-', ' '),
    codeLabel: () => undefined,
    attributions: attributionLines,
    provenance: ['profile 0.0.0'],
  };
  return { context, published };
}
