import { DISTRICT_ALIASES, foldPlace, SHORT_NAMES } from './areaNames.js';
import type { AreaCode } from './brands.js';
import { readReferenceCsv } from './files.js';

export type AreaLevel = 'pan' | 'board' | 'cpb' | 'division' | 'district';

export interface Area {
  readonly code: AreaCode;
  readonly name: string;
  readonly level: AreaLevel;
  /** Publishable areas that contain this one, nearest first; a district has a Children's Partnership Board in the county only. */
  readonly parents: readonly AreaCode[];
}

/** The 26 publishable localities of pan-Lancashire and how they nest. */
export interface Areas {
  readonly pan: AreaCode;
  readonly boards: readonly AreaCode[];
  readonly cpbs: readonly AreaCode[];
  readonly divisions: readonly AreaCode[];
  /** 14, by code: the two unitaries first. */
  readonly districts: readonly AreaCode[];
  /** Pan first, then boards, partnership boards, divisions, districts. */
  readonly all: readonly AreaCode[];
  /** @throws RangeError for a code that is not one of the 26 */
  get(code: AreaCode): Area;
  has(code: string): code is AreaCode;
  /** Districts that make up an area; a district is its own. */
  districtsOf(code: AreaCode): readonly AreaCode[];
  /** The district itself, its partnership board (if any), division, board and pan-Lancashire. */
  containing(district: AreaCode): readonly AreaCode[];
  /** District by GSS code, name or a usual short form ("BwD", "W Lancs"); undefined when none is meant. */
  findDistrict(text: string): AreaCode | undefined;
  /** Name that fits an axis; unique among the 26. */
  shortName(code: AreaCode): string;
}

const LEVELS: Readonly<Record<string, AreaLevel>> = {
  pan_area: 'pan',
  lscb: 'board',
  cpb: 'cpb',
  police_division: 'division',
  unitary: 'district',
  district: 'district',
};

/** The files hold nothing but codes of places; branding happens here, once. */
function asAreaCode(text: string): AreaCode {
  return text as AreaCode;
}

const PARENT_COLUMNS: Readonly<Record<AreaLevel, readonly string[]>> = {
  pan: [],
  board: [],
  division: [],
  cpb: ['lscb_code'],
  district: ['cpb_code', 'police_division_code', 'lscb_code'],
};

function parentsOf(row: Readonly<Record<string, string>>, level: AreaLevel, pan: AreaCode): AreaCode[] {
  if (level === 'pan') return [];
  const named = PARENT_COLUMNS[level].map((column) => row[column] ?? '').filter((code) => code !== '');
  return [...named.map(asAreaCode), pan];
}

/**
 * Localities and how they nest, from rows like those of reference/geography.csv.
 * @param rows code, name, level and the codes of the board, partnership board and police division that hold it
 */
export function areasOf(rows: readonly Readonly<Record<string, string>>[]): Areas {
  const pan = asAreaCode('PAN-LANCS');
  const byCode = new Map<string, Area>();
  for (const row of rows) {
    const level = LEVELS[row['level'] ?? ''];
    const code = asAreaCode(row['code'] ?? '');
    if (level !== undefined)
      byCode.set(code, { code, name: row['name'] ?? '', level, parents: parentsOf(row, level, pan) });
  }
  const ofLevel = (level: AreaLevel): AreaCode[] =>
    [...byCode.values()].filter((a) => a.level === level).map((a) => a.code);
  const districts = ofLevel('district').sort();
  const [boards, cpbs, divisions] = [ofLevel('board'), ofLevel('cpb'), ofLevel('division')];

  const get = (code: AreaCode): Area => {
    const area = byCode.get(code);
    if (area === undefined) throw new RangeError('Not a publishable locality of pan-Lancashire.');
    return area;
  };
  const members = new Map<AreaCode, AreaCode[]>();
  for (const district of districts) {
    for (const code of [district, ...get(district).parents]) {
      members.set(code, [...(members.get(code) ?? []), district]);
    }
  }
  const spellings = new Map<string, AreaCode>();
  for (const code of districts) {
    for (const text of [code, get(code).name, ...(DISTRICT_ALIASES[code] ?? [])])
      spellings.set(foldPlace(text), code);
  }

  return {
    pan,
    boards,
    cpbs,
    divisions,
    districts,
    all: [pan, ...boards, ...cpbs, ...divisions, ...districts],
    get,
    has: (code): code is AreaCode => byCode.has(code),
    districtsOf: (code) => members.get(get(code).code) ?? [],
    containing: (district) => [district, ...get(district).parents],
    findDistrict: (text) => spellings.get(foldPlace(text)),
    shortName: (code) => SHORT_NAMES[code] ?? get(code).name,
  };
}

let loaded: Areas | undefined;

/** The localities of reference/geography.csv; read once. */
export function loadAreas(): Areas {
  loaded ??= areasOf(readReferenceCsv('geography.csv'));
  return loaded;
}
