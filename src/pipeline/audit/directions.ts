import type { Figure, PublishedObservation, PublishedStatement } from '../../disclosure/model.js';
import { loadAreas } from '../../reference/areas.js';
import { namesOfMeasure } from '../../report/statements/subjects.js';
import type { AuditFault } from './faults.js';
import type { FinishedDocument } from './readRelease.js';
import { measureOf, sentencesIn } from './sentences.js';

/** Which way something went, or which of two is the larger. */
type Way = 'up' | 'down';

/** Words that tell no direction of the data: what could be, what is measured, and what a reader is warned of. */
const NO_DIRECTION: readonly RegExp[] = [
  /\bbetween (?:falling|rising|no change)[^.;]*/g,
  /\b(?:a )?higher (?:figure|number|rate) can mean\b/gi,
  /\bmore than (?:once|one|that|a year|\d+ (?:hours|days|years))\b/g,
  /\b(?:or|and) more\b/g,
  /\bno (?:more|fewer|less|higher|lower) than\b/g,
  /\bmore (?:children|people) may\b/g,
  /\bless likely\b|\bmore likely\b/g,
  // Half-years that fell inside an expected range did not fall.
  /\bfell inside\b/g,
];

/** Words for what a test found. */
const JUDGED: Readonly<Record<Way, RegExp>> = {
  up: /\b(?:[Hh]igher|[Rr]ose|[Rr]isen|[Rr]ising|[Gg]rew|[Gg]rown|[Ii]ncreas\w*|[Uu]nusually high)\b|\bMore\b/,
  down: /\b(?:[Ll]ower|[Ff]ell|[Ff]allen|[Ff]alling|[Dd]ropp?(?:ed|ing)?|[Dd]ecreas\w*|[Uu]nusually low)\b|\bFewer\b/,
};

/** Words for the difference of two numbers, whatever a test says of it. */
const COUNTED: Readonly<Record<Way, RegExp>> = {
  up: /\d more\b|\bmore than\b/,
  down: /\d fewer\b|\bfewer than\b/,
};

const VERDICTS: Readonly<Record<Way, ReadonlySet<string>>> = {
  up: new Set(['higher', 'rising', 'unusually high', 'seven months above', 'worth watching']),
  down: new Set(['lower', 'falling', 'unusually low', 'seven months below', 'worth watching']),
};

const WAYS = ['up', 'down'] as const;

function isLarger(one: Figure, two: Figure): boolean {
  return 'number' in one && 'number' in two && one.number > two.number;
}

function hasVerdict(way: Way, { verdict }: PublishedStatement): boolean {
  return VERDICTS[way].has(verdict);
}

/** Whether the two numbers that a record prints went that way. */
function hasNumbers(way: Way, { n1, n2 }: PublishedStatement): boolean {
  return way === 'up' ? isLarger(n2, n1) : isLarger(n1, n2);
}

/** Records of the kind that a sentence speaks of: places against the rest of the area, or one time against another. */
function spokenOf(text: string, behind: readonly PublishedStatement[]): readonly PublishedStatement[] {
  const ofPlaces = /\brest of the area\b/.test(text);
  const own = behind.filter(({ kind }) => (kind === 'locality') === ofPlaces);
  return own.length > 0 ? own : behind;
}

/**
 * Whether a sentence that names places, or counts them, gives one a direction that its record does not: "higher in Burnley and lower in Preston", "higher in 2 districts".
 */
function misplaces(text: string, own: readonly PublishedStatement[]): boolean {
  const areas = loadAreas();
  const said = [...text.matchAll(/\b(higher|lower) in (?:(\d+) )?/gi)];
  return said.some(({ index, 1: word = '', 2: places }, i) => {
    const way = word.toLowerCase();
    const there = own.filter(({ kind, verdict }) => kind === 'locality' && verdict === way);
    if (places !== undefined) return Number(places) !== there.length;
    const [listed = ''] = text.slice(index, said[i + 1]?.index).split(/[.;]|, even /);
    return own.some(
      ({ kind, area, verdict }) =>
        kind === 'locality' && verdict !== way && new RegExp(`\\b${areas.shortName(area)}\\b`).test(listed),
    );
  });
}

/** The words of a sentence without what says no direction of the data, and without the name of what is measured: "reviews at which risk had fallen". */
function spokenWords(text: string, records: readonly string[]): string {
  const named = new Set(records.flatMap((record) => namesOfMeasure(record.split('|')[0] ?? '')));
  const rest = [...named].reduce(
    (left, name) => left.replaceAll(new RegExp(name.replaceAll(/[^\w\s]/g, '\\$&'), 'gi'), ' '),
    text,
  );
  return NO_DIRECTION.reduce((left, pattern) => left.replace(pattern, ' '), rest);
}

/** The one way that the words of a sentence say something went, for a test or by count; null where they say none, or both. */
export function directionIn(text: string, records: readonly string[]): Way | null {
  const said = spokenWords(text, records);
  const ways = WAYS.filter((way) => JUDGED[way].test(said) || COUNTED[way].test(said));
  return ways.length === 1 ? (ways[0] ?? null) : null;
}

/** Whether two printed figures of one measure and place went that way. */
function shows(way: Way, figures: readonly PublishedObservation[]): boolean {
  const inOrder = figures.toSorted((a, b) => (a.period < b.period ? -1 : 1));
  return inOrder.some((before, i) =>
    inOrder
      .slice(i + 1)
      .some(
        (after) =>
          after.indicator === before.indicator &&
          after.area === before.area &&
          (way === 'up' ? isLarger(after.value, before.value) : isLarger(before.value, after.value)),
      ),
  );
}

/**
 * Sentences that say which way a measure went, or that a change is clear, when no record behind them does: the direction of a change that is hidden could stand in words. A sentence
 * whose numbers alone are compared may say what they show.
 */
export function directionFaults({ folder, profile }: FinishedDocument): readonly AuditFault[] {
  if (profile === null) return [];
  const statements = new Map(profile.statements.map((one) => [one.id, one]));
  const figures = new Map(profile.observations.map((o) => [`${o.indicator}|${o.area}|${o.period}`, o]));
  return sentencesIn(profile.document.chapters).flatMap(({ text, records }): readonly AuditFault[] => {
    const behind = records.flatMap((record) => statements.get(record) ?? []);
    const shown = records.flatMap((record) => figures.get(record) ?? []);
    if (behind.length + shown.length === 0) return [];
    const said = spokenWords(text, records);
    const own = spokenOf(text, behind);
    const unsaid = WAYS.some((way) => {
      if (behind.length === 0)
        return (JUDGED[way].test(said) || COUNTED[way].test(said)) && !shows(way, shown);
      const isJudged = own.some((one) => hasVerdict(way, one));
      if (JUDGED[way].test(said)) return !isJudged;
      return (
        COUNTED[way].test(said) && !isJudged && !own.some((one) => hasNumbers(way, one)) && !shows(way, shown)
      );
    });
    const misplaced = misplaces(said, own);
    const unclear = /\bclearly\b/.test(text) && !own.some(({ clearly }) => clearly);
    if (!unsaid && !misplaced && !unclear) return [];
    return [
      {
        kind: 'sentence',
        path: `${folder}/profile.json`,
        message: `has a sentence about ${measureOf(records)} that says ${unsaid || misplaced ? 'which way it went' : 'that a change is clear'}, which none of its records does.`,
        derivation: [],
      },
    ];
  });
}
