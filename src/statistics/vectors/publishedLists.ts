/**
 * Overlap of the five lists behind the United Kingdom's 2013 estimate of modern slavery, as published (Bales, Hesketh and
 * Silverman 2015): local authorities, NGOs, police and NCA together, government organisations, the public. Each key
 * marks the lists a person was on. A vector names these data instead of repeating them.
 */
const SLAVERY_2013: Readonly<Record<string, number>> = {
  10000: 54,
  '01000': 463,
  '00100': 995,
  '00010': 695,
  '00001': 316,
  11000: 15,
  10100: 19,
  10010: 3,
  '01100': 62,
  '01010': 19,
  '01001': 1,
  '00110': 76,
  '00101': 11,
  '00011': 8,
  11100: 1,
  11010: 1,
  '01110': 4,
  11110: 1,
};

export interface ListOverlap {
  readonly known: number;
  readonly f1: number;
  readonly f2: number;
  readonly sizes: readonly number[];
}

/**
 * Totals of a published overlap by the name a vector gives it.
 * @throws RangeError for a name that is not held.
 */
export function publishedLists(name: string): ListOverlap {
  if (!name.includes('UKdat_5')) throw new RangeError('no such published data are held');
  const patterns = Object.entries(SLAVERY_2013);
  const sum = (keep: (pattern: string) => boolean) =>
    patterns.reduce((total, [pattern, people]) => total + (keep(pattern) ? people : 0), 0);
  const lists = (pattern: string) => pattern.replaceAll('0', '').length;
  return {
    known: sum(() => true),
    f1: sum((pattern) => lists(pattern) === 1),
    f2: sum((pattern) => lists(pattern) === 2),
    sizes: [0, 1, 2, 3, 4].map((list) => sum((pattern) => pattern[list] === '1')),
  };
}
