import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { loadAreas } from './areas.js';
import type { AreaCode } from './brands.js';
import { readReferenceCsv, referenceFile } from './files.js';

interface Lookup {
  readonly units: ReadonlyMap<string, AreaCode>;
  readonly sectors: ReadonlyMap<string, AreaCode>;
}

/** The unit file has no quotes: a plain scan for commas is several times faster than a CSV reader. */
function readUnits(): Map<string, AreaCode> {
  const areas = loadAreas();
  const text = gunzipSync(readFileSync(referenceFile('postcodes_2014.csv.gz'))).toString('latin1');
  const units = new Map<string, AreaCode>();
  let from = text.indexOf('\n') + 1;
  while (from < text.length) {
    let to = text.indexOf('\n', from);
    if (to === -1) to = text.length;
    const postcode = text.slice(from, text.indexOf(',', from));
    const beforeWard = text.lastIndexOf(',', to - 1);
    const code = text.slice(text.lastIndexOf(',', beforeWard - 1) + 1, beforeWard);
    if (areas.has(code)) units.set(postcode.replace(' ', ''), code);
    from = to + 1;
  }
  return units;
}

function readSectors(): Map<string, AreaCode> {
  const areas = loadAreas();
  const sectors = new Map<string, AreaCode>();
  for (const row of readReferenceCsv('postcode_sectors.csv')) {
    const code = row['lad_code'] ?? '';
    if (row['best_fit'] === '1' && areas.has(code)) sectors.set((row['sector'] ?? '').replace(' ', ''), code);
  }
  return sectors;
}

let loaded: Lookup | undefined;

/**
 * District of a postcode: by unit postcode (live in mid-2014), else by the best fit of its sector; null when it is
 * outside the fourteen districts or not a postcode. Case and spaces do not matter.
 */
export function districtOfPostcode(postcode: string): AreaCode | null {
  loaded ??= { units: readUnits(), sectors: readSectors() };
  const folded = postcode.toUpperCase().replace(/\s+/g, '');
  const unit = loaded.units.get(folded);
  if (unit !== undefined) return unit;
  const sector = /^([A-Z]{1,2}\d[A-Z\d]?\d)([A-Z]{2})?$/.exec(folded)?.[1];
  return sector === undefined ? null : (loaded.sectors.get(sector) ?? null);
}
