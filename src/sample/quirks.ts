import type { ExtractName } from '../extracts/schema.js';
import { random } from './random.js';

/** Something untidy about one delivered file, as partners' files are in practice. */
export type Quirk =
  /** Not delivered at all. */
  | { readonly kind: 'not-sent' }
  /** Declared to be empty: a delivery note without a file. */
  | { readonly kind: 'nil-return' }
  | { readonly kind: 'delivered-late'; readonly days: number }
  | { readonly kind: 'semicolons' }
  | { readonly kind: 'windows-1252' }
  | { readonly kind: 'byte-order-mark' }
  /** The header uses the first other spelling that the schema knows. */
  | { readonly kind: 'other-headers' }
  | { readonly kind: 'totals-row' }
  | { readonly kind: 'repeated-header' }
  /** Rows sent twice, word for word. */
  | { readonly kind: 'repeated-rows'; readonly rows: number }
  /** Rows sent again under another number a few minutes apart. */
  | { readonly kind: 'near-duplicates'; readonly rows: number }
  /** Days that do not exist in the date that decides the half-year: the row is rejected. */
  | { readonly kind: 'impossible-dates'; readonly rows: number }
  /** A code that is in no list: the row is rejected. */
  | { readonly kind: 'unknown-codes'; readonly field: string; readonly rows: number }
  /** A required cell left blank: the row is rejected. */
  | { readonly kind: 'blanks'; readonly field: string; readonly rows: number };

/** The quirks of one file. */
export interface FileQuirks {
  readonly period: string;
  readonly agency: string;
  readonly extract: ExtractName;
  readonly quirks: readonly Quirk[];
}

const file = (
  period: string,
  agency: string,
  extract: ExtractName,
  ...quirks: readonly Quirk[]
): FileQuirks => ({ period, agency, extract, quirks });

const POLICE = 'lancashire-constabulary';
const COUNTY = 'lancashire-county-council';
const BLACKPOOL = 'blackpool-council';
const BLACKBURN = 'blackburn-with-darwen-council';
const VOLUNTARY = 'lancashire-voluntary-partnership';

/** Every quirk of the committed sample; a test counts what ingest makes of each. */
export const PLANNED_QUIRKS: readonly FileQuirks[] = [
  file('2013-H2', POLICE, 'missing-episodes', { kind: 'totals-row' }, { kind: 'impossible-dates', rows: 3 }),
  file('2014-H1', POLICE, 'missing-episodes', { kind: 'other-headers' }),
  file('2014-H1', VOLUNTARY, 'return-interviews', { kind: 'repeated-header' }),
  file('2014-H2', COUNTY, 'referrals', { kind: 'byte-order-mark' }, { kind: 'repeated-rows', rows: 4 }),
  file('2015-H1', BLACKPOOL, 'referrals', { kind: 'windows-1252' }, { kind: 'delivered-late', days: 9 }),
  file(
    '2015-H2',
    POLICE,
    'missing-episodes',
    { kind: 'repeated-rows', rows: 3 },
    { kind: 'near-duplicates', rows: 4 },
  ),
  file('2015-H2', POLICE, 'ocg-links', { kind: 'nil-return' }),
  file('2016-H1', COUNTY, 'education', { kind: 'unknown-codes', field: 'event_type', rows: 2 }),
  file('2016-H2', BLACKBURN, 'referrals', { kind: 'semicolons' }),
  file('2016-H2', POLICE, 'offences', { kind: 'impossible-dates', rows: 2 }, { kind: 'repeated-header' }),
  file('2017-H1', VOLUNTARY, 'return-interviews', { kind: 'delivered-late', days: 12 }),
  file('2017-H1', COUNTY, 'referrals', { kind: 'unknown-codes', field: 'decision', rows: 3 }),
  file(
    '2017-H2',
    POLICE,
    'missing-episodes',
    { kind: 'blanks', field: 'responsible_la', rows: 4 },
    { kind: 'totals-row' },
  ),
  file('2017-H2', BLACKBURN, 'education', { kind: 'delivered-late', days: 6 }),
  file('2018-H1', BLACKPOOL, 'education', { kind: 'not-sent' }),
  file(
    '2018-H1',
    POLICE,
    'missing-episodes',
    { kind: 'impossible-dates', rows: 5 },
    { kind: 'near-duplicates', rows: 3 },
  ),
  file('2018-H1', VOLUNTARY, 'return-interviews', { kind: 'delivered-late', days: 4 }),
  file('2018-H1', COUNTY, 'referrals', { kind: 'repeated-rows', rows: 2 }, { kind: 'totals-row' }),
];

/** Most rows that a quirk may befall: a small sample must stay within the share of rejects that is tolerated. */
const MOST_ROWS_HIT = 0.02;

function inProportion(quirk: Quirk, rows: number): Quirk {
  return 'rows' in quirk ? { ...quirk, rows: Math.min(quirk.rows, Math.floor(rows * MOST_ROWS_HIT)) } : quirk;
}

/**
 * The quirks of a file: the planned ones, and when a messy sample is wanted more of them in every file. A file without
 * rows is declared as a nil return.
 * @param rows rows the file has
 */
export function quirksOf(
  seed: number,
  period: string,
  agency: string,
  extract: ExtractName,
  rows: number,
  messy: boolean,
): readonly Quirk[] {
  const planned = PLANNED_QUIRKS.filter(
    (one) => one.period === period && one.agency === agency && one.extract === extract,
  ).flatMap((one) => one.quirks.map((quirk) => inProportion(quirk, rows)));
  if (rows === 0 && !planned.some(({ kind }) => kind === 'not-sent')) return [{ kind: 'nil-return' }];
  if (!messy || planned.some(({ kind }) => kind === 'not-sent' || kind === 'nil-return')) return planned;
  const rng = random(seed, 'messy', period, agency, extract);
  const more: Quirk[] = [
    { kind: 'impossible-dates', rows: rng.round(rows * 0.012) },
    { kind: 'repeated-rows', rows: rng.round(rows * 0.015) },
  ];
  if (rng.chance(0.3)) more.push({ kind: 'totals-row' });
  if (rng.chance(0.3)) more.push({ kind: 'repeated-header' });
  if (rng.chance(0.25)) more.push({ kind: 'other-headers' });
  if (rng.chance(0.2)) more.push({ kind: 'semicolons' });
  if (rng.chance(0.2)) more.push({ kind: 'delivered-late', days: rng.between(1, 25) });
  const kinds = new Set(planned.map(({ kind }) => kind));
  return [...planned, ...more.filter(({ kind }) => !kinds.has(kind))];
}
