import type { Day } from '../reference/brands.js';
import { agencyById } from './agencies.js';
import { agencyNumber } from './agencyView.js';
import type { Child } from './child.js';
import { nextWeekday } from './clock.js';
import type { Offence } from './offences.js';
import type { OffenderGroup } from './offenders.js';
import type { Places } from './places.js';
import { type Random, random, type Weighted } from './random.js';
import { CHANGES, type SamplePeriod } from './timeline.js';

const POLICE = agencyById('lancashire-constabulary');

/** Logs a half-year at scale 1; they grew slowly as partners began to submit. */
const LOGS = 440;

/** A piece of intelligence: its gradings and what was done with it, never its content. */
export interface IntelligenceLog {
  readonly ref: string;
  readonly submitted: Day;
  readonly agency: string;
  readonly district: string;
  readonly themes: readonly string[];
  readonly scheme: '3x5x2' | '5x5x5';
  readonly source: string;
  readonly information: string;
  readonly handling: string;
  readonly fromInterview: boolean;
  readonly child: string;
  readonly suspect: string;
  readonly group: string;
  readonly evaluated: Day | null;
  readonly disposition: string;
  readonly actioned: Day | null;
  readonly locationType: string;
}

const THEMES: Weighted<string> = [
  ['VICTIM', 44],
  ['OFFENDER', 40],
  ['LOCATION', 26],
  ['VEHICLE', 12],
  ['PHONE', 9],
  ['ONLINE', 20],
  ['PREMISES', 9],
  ['OCG', 4],
];

const DISPOSITIONS: Weighted<string> = [
  ['ACTIONED', 24],
  ['DEVELOPED', 20],
  ['DISSEMINATED', 26],
  ['NFA', 24],
  ['DUPLICATE', 6],
];

function submitter(rng: Random, number: number): string {
  const partners = 0.28 + 0.015 * Math.max(0, Math.min(number, 9));
  if (!rng.chance(partners)) return 'POL';
  return rng.weighted([
    ['CSC', 38],
    ['VCS', 18],
    ['EDU', 16],
    ['HEA', 13],
    ['YOT', 7],
    ['HOU', 4],
    ['LIC', 2],
    ['PROB', 2],
  ] as const);
}

function grades(rng: Random, modern: boolean): readonly [string, string, string] {
  if (modern) {
    return [
      rng.weighted([
        ['1', 38],
        ['2', 56],
        ['3', 6],
      ] as const),
      rng.weighted([
        ['A', 22],
        ['B', 21],
        ['C', 27],
        ['D', 28],
        ['E', 2],
      ] as const),
      rng.weighted([
        ['P', 72],
        ['C', 28],
      ] as const),
    ];
  }
  return [
    rng.weighted([
      ['A', 8],
      ['B', 46],
      ['C', 12],
      ['D', 3],
      ['E', 31],
    ] as const),
    rng.weighted([
      ['1', 12],
      ['2', 30],
      ['3', 14],
      ['4', 42],
      ['5', 2],
    ] as const),
    rng.weighted([
      ['1', 66],
      ['2', 4],
      ['3', 2],
      ['4', 4],
      ['5', 24],
    ] as const),
  ];
}

/** What the logs of a half-year may point to. */
export interface Subjects {
  readonly children: readonly Child[];
  readonly offences: readonly Offence[];
  readonly groups: readonly OffenderGroup[];
  readonly groupId: (group: OffenderGroup) => string;
}

/**
 * The intelligence submitted in a half-year, by day.
 * @param newRef gives the next log reference
 */
export function intelligenceOf(
  seed: number,
  scale: number,
  period: SamplePeriod,
  places: Places,
  subjects: Subjects,
  newRef: () => string,
): IntelligenceLog[] {
  const rng = random(seed, 'intelligence', period.number);
  const known = subjects.children.filter((child) => child.concern);
  const suspected = subjects.offences.filter((offence) => offence.suspects.length > 0);
  const count = rng.poisson(LOGS * (1 + 0.03 * Math.max(0, period.number)) * scale);
  const logs = Array.from({ length: count }, (): Omit<IntelligenceLog, 'ref'> => {
    const submitted = rng.between(period.start, period.end);
    const agency = submitter(rng, period.number);
    const modern = submitted >= CHANGES.grading;
    const [source, information, handling] = grades(rng, modern);
    const child = known.length > 0 && rng.chance(0.3) ? rng.pick(known) : null;
    const offence = suspected.length > 0 && rng.chance(0.16) ? rng.pick(suspected) : null;
    const suspect = offence?.suspects[0]?.offender ?? null;
    const drawn = rng.several(THEMES, 1 + rng.poisson(0.4));
    const group = drawn.includes('OCG') && subjects.groups.length > 0 ? rng.pick(subjects.groups) : null;
    const themes = group === null ? drawn.map((theme) => (theme === 'OCG' ? 'OFFENDER' : theme)) : drawn;
    const evaluated = nextWeekday(submitted + Math.round(rng.exponential(4.5)));
    const judged = evaluated <= period.cutOff && rng.chance(0.96);
    const disposition = judged ? rng.weighted(DISPOSITIONS) : '';
    const done =
      disposition === 'ACTIONED'
        ? Math.min(nextWeekday(evaluated + Math.round(rng.exponential(9))), period.cutOff)
        : null;
    return {
      submitted,
      agency,
      district: group?.district ?? rng.weighted(places.weights.concern),
      themes: [...new Set(themes)],
      scheme: modern ? '3x5x2' : '5x5x5',
      source,
      information,
      handling,
      fromInterview: agency === 'VCS' && rng.chance(0.7),
      child: child === null ? '' : agencyNumber(seed, POLICE, child.no, period.number),
      suspect: suspect === null ? '' : agencyNumber(seed, POLICE, suspect.no, period.number),
      group: group === null ? '' : subjects.groupId(group),
      evaluated: judged ? evaluated : null,
      disposition,
      actioned: done,
      locationType: themes.some((theme) => theme === 'LOCATION' || theme === 'PREMISES')
        ? rng.weighted([
            ['TAKEAWAY', 18],
            ['HOTEL', 12],
            ['PARK', 14],
            ['STREET', 18],
            ['OTHER_DWELLING', 24],
            ['LICENSED', 6],
            ['TRANSPORT', 8],
          ] as const)
        : '',
    };
  });
  logs.sort((a, b) => a.submitted - b.submitted);
  return logs.map((log) => ({ ref: newRef(), ...log }));
}
