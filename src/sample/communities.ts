import type { Naming } from './names.js';
import type { Random, Weighted } from './random.js';

/** An ethnic group as the DfE, the police (self-defined 18+1) and its tradition of naming have it. */
export interface Community {
  readonly dfe: string;
  readonly police: string;
  readonly naming: Naming;
}

const community = (dfe: string, police: string, naming: Naming): Community => ({ dfe, police, naming });

const WHITE_BRITISH = community('WBRI', 'W1', 'british');
const PAKISTANI = community('APKN', 'A2', 'south-asian');
const INDIAN = community('AIND', 'A1', 'gujarati');
const BANGLADESHI = community('ABAN', 'A3', 'south-asian');

const OTHERS: Weighted<Community> = [
  [community('WOTH', 'W9', 'polish'), 26],
  [community('WIRI', 'W2', 'british'), 4],
  [community('WIRT', 'W3', 'british'), 3],
  [community('WROM', 'W3', 'polish'), 2],
  [community('MWBC', 'M1', 'british'), 13],
  [community('MWAS', 'M3', 'british'), 14],
  [community('MWBA', 'M2', 'british'), 6],
  [community('MOTH', 'M9', 'british'), 8],
  [community('AOTH', 'A9', 'arab'), 6],
  [community('BAFR', 'B2', 'african'), 7],
  [community('BCRB', 'B1', 'caribbean'), 3],
  [community('BOTH', 'B9', 'african'), 1],
  [community('CHNE', 'A4', 'chinese'), 3],
  [community('OOTH', 'O2', 'arab'), 4],
];

/** Rough shares of children by district: White British, Pakistani, Indian, Bangladeshi; the rest is spread. Editorial. */
const SHARES: Readonly<Record<string, readonly [number, number, number, number]>> = {
  E06000008: [0.55, 0.2, 0.19, 0.01],
  E06000009: [0.93, 0.003, 0.004, 0.003],
  E07000117: [0.74, 0.14, 0.01, 0.06],
  E07000118: [0.95, 0.01, 0.008, 0.001],
  E07000119: [0.95, 0.002, 0.006, 0.002],
  E07000120: [0.78, 0.17, 0.005, 0.008],
  E07000121: [0.91, 0.015, 0.02, 0.002],
  E07000122: [0.63, 0.31, 0.005, 0.005],
  E07000123: [0.66, 0.07, 0.16, 0.01],
  E07000124: [0.95, 0.01, 0.008, 0.001],
  E07000125: [0.87, 0.05, 0.002, 0.03],
  E07000126: [0.95, 0.004, 0.01, 0.001],
  E07000127: [0.96, 0.002, 0.004, 0.001],
  E07000128: [0.97, 0.002, 0.003, 0.001],
};

/** The community of a family that lives in the district. */
export function communityOf(rng: Random, district: string): Community {
  const [white, pakistani, indian, bangladeshi] = SHARES[district] ?? [0.9, 0.02, 0.02, 0.01];
  const at = rng.next();
  if (at < white) return WHITE_BRITISH;
  if (at < white + pakistani) return PAKISTANI;
  if (at < white + pakistani + indian) return INDIAN;
  if (at < white + pakistani + indian + bangladeshi) return BANGLADESHI;
  return rng.weighted(OTHERS);
}

/**
 * The police code in the list of its time: 16+1 had no code for Traveller or Arab, and Chinese was O1.
 * @param eighteen whether the 18+1 list was in use
 */
export function policeCode(group: Community, eighteen: boolean): string {
  if (eighteen) return group.police;
  if (group.police === 'W3') return 'W9';
  if (group.police === 'A4') return 'O1';
  return group.police === 'O2' ? 'O9' : group.police;
}
