import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { loadAreas } from '../reference/areas.js';
import type { AreaCode, Day } from '../reference/brands.js';
import { parsePeriod } from '../reference/calendar.js';
import { referenceFile } from '../reference/files.js';
import { loadPopulations } from '../reference/populations.js';
import { loadWards } from '../reference/wards.js';
import type { Random, Weighted } from './random.js';
import { CHANGES } from './timeline.js';

/** A place to live: a real postcode, in which invented people are put. */
export interface Address {
  readonly postcode: string;
  readonly district: AreaCode;
}

/** How much is recorded in a district against the partnership's mean of 1. Invented, in the order people expect. */
interface Rates {
  readonly missing: number;
  readonly concern: number;
  readonly offences: number;
}

const RATES: Readonly<Record<string, Rates>> = {
  E06000008: { missing: 1.3, concern: 1.4, offences: 1.25 },
  E06000009: { missing: 2.1, concern: 1.9, offences: 2 },
  E07000117: { missing: 1.5, concern: 1.6, offences: 1.45 },
  E07000118: { missing: 0.7, concern: 0.65, offences: 0.75 },
  E07000119: { missing: 0.65, concern: 0.55, offences: 0.6 },
  E07000120: { missing: 1.15, concern: 1.2, offences: 1.1 },
  E07000121: { missing: 1.05, concern: 0.95, offences: 1 },
  E07000122: { missing: 1, concern: 1.15, offences: 1.05 },
  E07000123: { missing: 1.35, concern: 1.3, offences: 1.3 },
  E07000124: { missing: 0.3, concern: 0.28, offences: 0.35 },
  E07000125: { missing: 0.7, concern: 0.7, offences: 0.75 },
  E07000126: { missing: 0.6, concern: 0.55, offences: 0.65 },
  E07000127: { missing: 0.75, concern: 0.7, offences: 0.75 },
  E07000128: { missing: 0.85, concern: 0.75, offences: 0.8 },
};

/** Authorities outside the partnership that place children in its homes. */
export const OTHER_AUTHORITIES: Weighted<string> = [
  ['E08000003', 6],
  ['E08000001', 4],
  ['E08000005', 3],
  ['E08000002', 2],
  ['E08000006', 2],
  ['E08000012', 3],
  ['E10000006', 2],
  ['E08000010', 2],
  ['E08000032', 1],
];

/** Which council looks after the children of a district. */
export function councilOf(district: string): string {
  if (district === 'E06000008') return 'blackburn-with-darwen-council';
  return district === 'E06000009' ? 'blackpool-council' : 'lancashire-county-council';
}

/** Code of the authority responsible for the children of a district. */
export function authorityOf(district: string): string {
  return district.startsWith('E06') ? district : 'E10000017';
}

/** The fourteen districts with their children, rates and postcodes. */
export interface Places {
  readonly districts: readonly AreaCode[];
  /** Districts weighted by children and by how much of the kind is recorded there. */
  readonly weights: Readonly<Record<keyof Rates | 'children', Weighted<AreaCode>>>;
  address(rng: Random, district: AreaCode): Address;
  /** Code of a ward of the district as its boundaries were on the day. */
  ward(rng: Random, district: AreaCode, day: Day): string;
}

function readPostcodes(): Map<string, string[]> {
  const text = gunzipSync(readFileSync(referenceFile('postcodes_2014.csv.gz'))).toString('utf8');
  const byDistrict = new Map<string, string[]>();
  for (const line of text.split('\n').slice(1)) {
    const [postcode, , , , district] = line.trimEnd().split(',');
    if (postcode === undefined || district === undefined) continue;
    const list = byDistrict.get(district);
    if (list === undefined) byDistrict.set(district, [postcode]);
    else list.push(postcode);
  }
  return byDistrict;
}

/** How much of the recorded crime of a district falls to its first wards: town centres, then ever less. */
const BUSIEST = [0.22, 0.14, 0.1, 0.07, 0.05];

/** Wards by district, before and after the elections of May 2015, each with its weight. */
function readWards(): Record<'before' | 'after', Map<string, Weighted<string>>> {
  const wards = { before: new Map<string, Weighted<string>>(), after: new Map<string, Weighted<string>>() };
  for (const set of ['before', 'after'] as const) {
    for (const district of loadAreas().districts) {
      const codes = loadWards().filter((ward) => ward[set] && ward.district === district);
      const rest =
        BUSIEST.reduce((left, share) => left - share, 1) / Math.max(1, codes.length - BUSIEST.length);
      wards[set].set(
        district,
        codes.map(({ code }, place) => [code, BUSIEST[place] ?? rest] as const),
      );
    }
  }
  return wards;
}

/** Reads the districts, their mid-2016 children and their postcodes from the shipped reference data. */
export function loadPlaces(): Places {
  const areas = loadAreas();
  const populations = loadPopulations();
  const postcodes = readPostcodes();
  const wards = readWards();
  const period = parsePeriod('2016-H1');
  const { districts } = areas;
  const children = districts.map(
    (area) => populations.population({ area, period, ages: '0-17' })?.population ?? 0,
  );
  const weighted = (rate: (code: string) => number): Weighted<AreaCode> =>
    districts.map((code, i) => [code, (children[i] ?? 0) * rate(code)] as const);
  return {
    districts,
    weights: {
      children: weighted(() => 1),
      missing: weighted((code) => RATES[code]?.missing ?? 1),
      concern: weighted((code) => RATES[code]?.concern ?? 1),
      offences: weighted((code) => RATES[code]?.offences ?? 1),
    },
    address: (rng, district) => ({ postcode: rng.pick(postcodes.get(district) ?? []), district }),
    ward: (rng, district, day) =>
      rng.weighted(wards[day < CHANGES.wards ? 'before' : 'after'].get(district) ?? []),
  };
}
