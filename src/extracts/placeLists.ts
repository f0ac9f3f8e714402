import { DISTRICT_ALIASES } from '../reference/areaNames.js';
import { loadAreas } from '../reference/areas.js';
import type { CodeEntry } from './codeList.js';

/** Code of a place outside the fourteen districts. */
export const OUTSIDE = 'OUT';

interface PlaceList {
  readonly about: { readonly title: string; readonly source: string };
  readonly codes: () => CodeEntry[];
  readonly beyond?: (text: string) => string | undefined;
}

const KINDS = /\b(borough|city|district|county|council|unitary authority)\b/gi;

function entry(code: string, label: string, group: string | null, aliases: readonly string[]): CodeEntry {
  return { code, label, group, from: null, to: null, storedAs: code, aliases };
}

function districts(): CodeEntry[] {
  const areas = loadAreas();
  return areas.districts.map((code) => {
    const { name } = areas.get(code);
    const formal = ['Council', 'Borough Council', 'City Council', 'District Council'].map(
      (kind) => `${name} ${kind}`,
    );
    return entry(code, name, null, [...(DISTRICT_ALIASES[code] ?? []), ...formal]);
  });
}

function outside(): CodeEntry {
  return entry(OUTSIDE, 'Outside pan-Lancashire', 'Elsewhere', [
    'Out of area',
    'Out of county',
    'Outside',
    'OOA',
  ]);
}

function unknown(): CodeEntry {
  return entry('NK', 'Not known', 'Not known', ['Unknown', 'Not known', 'U', 'No fixed abode', 'NFA']);
}

/** Local authorities and districts elsewhere in Great Britain and Northern Ireland, by the form of their GSS code. */
function elsewhere(text: string): string | undefined {
  return /^(E0[6-9]|E1[0-3]|W06|S12|N09)\d{6}$/i.test(text) && !loadAreas().has(text.toUpperCase())
    ? OUTSIDE
    : undefined;
}

const COUNTY = 'E10000017';

/** DfE numbers of the three authorities; every other three-digit number is an authority elsewhere. */
function authorityElsewhere(text: string): string | undefined {
  if (/^\d{3}$/.test(text)) return OUTSIDE;
  const plain = text.replace(KINDS, ' ').trim();
  const district = loadAreas().findDistrict(plain);
  if (district?.startsWith('E07') === true) return COUNTY;
  return district ?? elsewhere(text);
}

const GEOGRAPHY = 'GSS codes of reference/geography.csv (ONS)';

/** Lists of places, made from the geography so that a district is described in one place only. */
export const placeLists: Readonly<Record<string, PlaceList>> = {
  district: {
    about: { title: 'District of pan-Lancashire', source: GEOGRAPHY },
    codes: districts,
  },
  'district-or-outside': {
    about: { title: 'District of pan-Lancashire, or elsewhere', source: GEOGRAPHY },
    codes: () => [...districts(), outside(), unknown()],
    beyond: elsewhere,
  },
  'local-authority': {
    about: {
      title: 'Local authority responsible for the child',
      source: `${GEOGRAPHY}; DfE authority numbers`,
    },
    codes: () => [
      entry(COUNTY, 'Lancashire', null, ['888', 'Lancashire County Council', 'LCC', 'Lancs']),
      entry('E06000008', 'Blackburn with Darwen', null, ['889', 'BwD', 'Blackburn']),
      entry('E06000009', 'Blackpool', null, ['890', 'Blackpool Council']),
      outside(),
      unknown(),
    ],
    beyond: authorityElsewhere,
  },
};
