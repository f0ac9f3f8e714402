import { findIndicator } from '../../analysis/catalogue/index.js';
import { namesOfCounts } from '../../analysis/planner/cube.js';
import type { Claim } from '../../disclosure/finished/claims.js';
import { countId, type PrintedCount } from '../../disclosure/finished/figures.js';
import { loadAreas } from '../../reference/areas.js';
import { directionIn } from './directions.js';
import type { FinishedDocument } from './readRelease.js';
import { sentencesIn } from './sentences.js';

/** Words with the look of a claim that say nothing of a count: how a document is made, and how many measures, months or places are spoken of. */
const NO_CLAIM: readonly RegExp[] = [
  /\bnone (?:of the [\d,]+ (?:measures|combinations)|is (?:overdue|put|compared)|lacks|was asked)\b/gi,
  /\bmore than (?:one|once|twice)\b/gi,
  // Why two half-years are not compared: of both together, or of the bases of a share.
  /\bfewer than [^.;]*\b(?:in both|on one of|on average|since counting)\b/gi,
  /\b(?:aged? )?(?:under|over) (?:\d+ half-years|1[0-9])\b/gi,
];

const NUMBERS = ['nought', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

const NONE = /\b(?:none|nobody|no one|no (?:child(?:ren)?|episodes?|offences?|contacts?|referrals?))\b/i;
const ALL = /\b(?:all|every one) of (?:them|these)\b|\ball [\d,]+ (?:of them|children|episodes|offences)\b/i;
const BOUND = new RegExp(
  `\\b(fewer than|less than|under|at most|no more than|at least|no fewer than|more than|over) (\\d[\\d,]*|${NUMBERS.join('|')})\\b(?![.,]?\\d|%| ?(?:per|in|points?|times|hours?|days?|working|weeks?|months?|quarters?|years?|half-years?|districts?|boards?|places?|measures?)\\b)`,
  'gi',
);
const EXTREME =
  /\b(highest|largest|most|lowest|smallest|fewest) in ([A-Z][A-Za-z]*(?: (?:[A-Z][a-z]+|with|and(?= [A-Z][a-z]+ with)))*)/g;

/** Whether a bound begins or ends at its number, or one beyond. */
const BOUNDS: Readonly<Record<string, (number: number) => readonly [lower: number, upper: number]>> = {
  'fewer than': (n) => [0, n - 1],
  'less than': (n) => [0, n - 1],
  under: (n) => [0, n - 1],
  'at most': (n) => [0, n],
  'no more than': (n) => [0, n],
  'at least': (n) => [n, Number.POSITIVE_INFINITY],
  'no fewer than': (n) => [n, Number.POSITIVE_INFINITY],
  'more than': (n) => [n + 1, Number.POSITIVE_INFINITY],
  over: (n) => [n + 1, Number.POSITIVE_INFINITY],
};

/** What a sentence is about: one measure at one place and time. */
interface About {
  readonly indicator: string;
  readonly area: string;
  readonly period: string;
}

type Find = (about: About) => {
  readonly part: PrintedCount | undefined;
  readonly whole: PrintedCount | undefined;
};

function finderOf(counts: ReadonlyMap<string, PrintedCount>): Find {
  return ({ indicator, area, period }) => {
    const known = findIndicator(indicator);
    if (known === undefined) return { part: undefined, whole: undefined };
    const { numeratorKey, denominatorKey } = namesOfCounts(known);
    const place = { area, period, breakdown: 'total', category: 'all' };
    const found = (key: string): PrintedCount | undefined => {
      const count = counts.get(countId(key, place));
      // Words about a number that was kept speak of that number, not of what the count is now.
      return count === undefined || count.asFirst !== null || count.near?.ofOld === true ? undefined : count;
    };
    return {
      part: found(numeratorKey),
      whole: known.measure.kind === 'rate' || denominatorKey === null ? undefined : found(denominatorKey),
    };
  };
}

function numberOf(text: string): number {
  const named = NUMBERS.indexOf(text.toLowerCase());
  return named < 0 ? Number(text.replaceAll(',', '')) : named;
}

/** What words say of the one count that a sentence is about. */
function claimsOfOne(text: string, about: About, find: Find, from: string): readonly Claim[] {
  const { part, whole } = find(about);
  if (part === undefined) return [];
  const claims: Claim[] = [];
  if (NONE.test(text))
    claims.push({ from, terms: [[part, 1]], lower: 0, upper: 0, says: `${part.name} is none, in words` });
  if (ALL.test(text) && whole !== undefined)
    claims.push({
      from,
      terms: [
        [whole, 1],
        [part, -1],
      ],
      lower: 0,
      upper: 0,
      says: `${part.name} is all of ${whole.name}, in words`,
    });
  if (findIndicator(about.indicator)?.measure.kind === 'rate') return claims;
  for (const [, words = '', said = ''] of text.matchAll(BOUND)) {
    const [lower, upper] = BOUNDS[words.toLowerCase()]?.(numberOf(said)) ?? [0, Number.POSITIVE_INFINITY];
    claims.push({
      from,
      terms: [[part, 1]],
      lower,
      upper,
      says: `${part.name} is ${words.toLowerCase()} ${numberOf(said)}, in words`,
    });
  }
  return claims;
}

/** "Most in Burnley": no other district has more. Only numbers of events or people are compared; rates are not counts. */
function extremes(text: string, about: About, find: Find, from: string): readonly Claim[] {
  const areas = loadAreas();
  if (findIndicator(about.indicator)?.measure.kind !== 'count') return [];
  return [...text.matchAll(EXTREME)].flatMap(([, word = '', name = '']) => {
    const place = areas.districts.find((code) =>
      [areas.shortName(code), areas.get(code).name].includes(name),
    );
    const own = place === undefined ? undefined : find({ ...about, area: place }).part;
    if (own === undefined) return [];
    const isMost = /^(?:highest|largest|most)$/.test(word);
    return areas.districts.flatMap((code): readonly Claim[] => {
      const other = code === place ? undefined : find({ ...about, area: code }).part;
      if (other === undefined) return [];
      const [more, less] = isMost ? [own, other] : [other, own];
      return [
        {
          from,
          terms: [
            [more, 1],
            [less, -1],
          ],
          lower: 0,
          upper: Number.POSITIVE_INFINITY,
          says: `${more.name} is no smaller than ${less.name}, in words`,
        },
      ];
    });
  });
}

/**
 * What the words of a document's sentences say of counts, as statements to reckon with: "none", "all of them", "fewer than five", "the most in Burnley", "rose". Only words about one measure at one
 * place and time are read, and directions that a record of a change bears.
 * @param counts of all files, by {@link countId}
 */
export function claimsIn(
  { folder, profile }: FinishedDocument,
  counts: ReadonlyMap<string, PrintedCount>,
): readonly Claim[] {
  if (profile === null) return [];
  const from = `${folder}/profile.json`;
  const find = finderOf(counts);
  const statements = new Map(profile.statements.map((one) => [one.id, one]));
  return sentencesIn(profile.document.chapters).flatMap(({ text, records }): readonly Claim[] => {
    const said = NO_CLAIM.reduce((left, pattern) => left.replace(pattern, ' '), text);
    const abouts = records.flatMap((record): readonly About[] => {
      const statement = statements.get(record);
      if (statement !== undefined) return [statement];
      const [indicator, area, period, ...more] = record.split('|');
      return indicator === undefined || area === undefined || period === undefined || more.length > 0
        ? []
        : [{ indicator, area, period }];
    });
    const [about] = abouts;
    const isOne = (key: keyof About): boolean => new Set(abouts.map((one) => one[key])).size === 1;
    const claims: Claim[] = [];
    if (about !== undefined && isOne('indicator') && isOne('period')) {
      claims.push(...extremes(said, about, find, from));
      if (isOne('area')) claims.push(...claimsOfOne(said, about, find, from));
    }
    const [record = ''] = records;
    const change = records.length === 1 ? statements.get(record) : undefined;
    const way = directionIn(text, records);
    if (change?.kind !== 'change' || change.comparedWith === null || way === null) return claims;
    if (findIndicator(change.indicator)?.measure.kind !== 'count') return claims;
    const now = find(change).part;
    const then = find({ ...change, period: change.comparedWith }).part;
    if (now === undefined || then === undefined) return claims;
    const [more, less] = way === 'up' ? [now, then] : [then, now];
    claims.push({
      from,
      terms: [
        [more, 1],
        [less, -1],
      ],
      lower: 1,
      upper: Number.POSITIVE_INFINITY,
      says: `${more.name} is larger than ${less.name}, in words`,
    });
    return claims;
  });
}
