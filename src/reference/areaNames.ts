/** Names that fit an axis label where the official name does not, or where two areas share one. */
export const SHORT_NAMES: Readonly<Record<string, string>> = {
  'LSCB-LANCS': 'Lancashire board',
  'LSCB-BPL': 'Blackpool board',
  'LSCB-BWD': 'BwD board',
  'CPB-BP': 'Burnley, Pendle',
  'CPB-CSW': 'Chorley, S Ribble, W Lancs',
  'CPB-FLW': 'Fylde, Lancaster, Wyre',
  'CPB-HRR': 'Hyndburn, Ribble V, Rossendale',
  'CPB-PR': 'Preston CPB',
  'LC-EAST': 'East division',
  'LC-SOUTH': 'South division',
  'LC-WEST': 'West division',
  E06000008: 'Blackburn w Darwen',
  E07000127: 'West Lancs',
};

/** Spellings of districts seen in partners' extracts (compared after {@link foldPlace}). */
export const DISTRICT_ALIASES: Readonly<Record<string, readonly string[]>> = {
  E06000008: ['BwD', 'BWDBC', 'Blackburn', 'Darwen', 'Blackburn/Darwen', 'B with D', 'Blackburn w Darwen'],
  E06000009: ['BPL', 'Bpool', "B'pool", 'Blackpool UA'],
  E07000117: ['Burnley BC'],
  E07000118: ['Chorley BC'],
  E07000119: ['Fylde BC'],
  E07000120: ['Hyndburn BC', 'Accrington'],
  E07000121: ['Lancaster City', 'Lancaster and Morecambe'],
  E07000122: ['Pendle BC'],
  E07000123: ['Preston City'],
  E07000124: ['Ribble V', 'Ribble Valley BC', 'R Valley'],
  E07000125: ['Rossendale BC'],
  E07000126: ['S Ribble', 'Sth Ribble', 'South Ribble BC'],
  E07000127: ['W Lancs', 'West Lancs', 'W Lancashire', 'West Lancashire BC', 'West Lancs BC'],
  E07000128: ['Wyre BC'],
};

/** A place name as compared: lower case, "&" as "and", no spaces or punctuation, no kind of council. */
export function foldPlace(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/\b(metropolitan|borough|city|district|unitary|authority|council|the|of|bc|dc|cc|ua)\b/g, ' ')
    .replace(/[^a-z0-9]/g, '');
}
