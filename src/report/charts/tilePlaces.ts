/** Column and row of a district in the tile map, both from 0: neighbours on the ground stay neighbours. */
export interface TilePlace {
  readonly column: number;
  readonly row: number;
}

export const TILE_COLUMNS = 4;

/** The fourteen districts of pan-Lancashire by GSS code; our own arrangement, roughly north to south, coast to hills. */
export const TILE_PLACES: ReadonlyMap<string, TilePlace> = new Map([
  ['E07000121', { column: 1, row: 0 }],
  ['E06000009', { column: 0, row: 1 }],
  ['E07000128', { column: 1, row: 1 }],
  ['E07000124', { column: 2, row: 1 }],
  ['E07000122', { column: 3, row: 1 }],
  ['E07000119', { column: 0, row: 2 }],
  ['E07000123', { column: 1, row: 2 }],
  ['E07000120', { column: 2, row: 2 }],
  ['E07000117', { column: 3, row: 2 }],
  ['E07000126', { column: 1, row: 3 }],
  ['E06000008', { column: 2, row: 3 }],
  ['E07000125', { column: 3, row: 3 }],
  ['E07000127', { column: 0, row: 4 }],
  ['E07000118', { column: 1, row: 4 }],
]);

/**
 * Places of the given areas: the map's own arrangement when it knows all of them, otherwise reading order.
 */
export function tilePlacesOf(codes: readonly string[]): readonly TilePlace[] {
  const known = codes.flatMap((code) => TILE_PLACES.get(code) ?? []);
  if (known.length === codes.length) return known;
  return codes.map((_, index) => ({ column: index % TILE_COLUMNS, row: Math.floor(index / TILE_COLUMNS) }));
}
