import { loadSchema } from '../extracts/load.js';
import type { ExtractName } from '../extracts/schema.js';
import { loadAreas } from '../reference/areas.js';
import { parsePeriod } from '../reference/calendar.js';
import { AGENCIES, type SampleAgency } from './agencies.js';
import { OFFENCES, SUSPECTS } from './cells/crime.js';
import { DISRUPTION } from './cells/disruption.js';
import { EDUCATION } from './cells/education.js';
import { GROUP_LINKS, GROUPS } from './cells/groups.js';
import { HEALTH } from './cells/health.js';
import { INTELLIGENCE } from './cells/intelligence.js';
import { MISSING_EPISODES } from './cells/missingEpisodes.js';
import { ACTIONS, ENGAGEMENT, TRAINING } from './cells/prevention.js';
import { REFERRALS } from './cells/referrals.js';
import { RETURN_INTERVIEWS } from './cells/returnInterviews.js';
import { configurationText } from './configuration.js';
import { deliver, type WorkspaceFile } from './delivery.js';
import { educationOf } from './education.js';
import { type Chapter, History, sequence } from './history.js';
import type { Cells } from './pen.js';
import type { Places } from './places.js';
import { awarenessOf, coursesOf } from './prevention.js';
import { readmeText } from './readme.js';
import { periodNumber, SAMPLE_PERIODS } from './timeline.js';

/** Seed of the committed sample. */
export const SAMPLE_SEED = 20180930;

/** What sample to make. */
export interface SampleOptions {
  /** Fixes every byte. */
  readonly seed: number;
  /** About how many missing episodes over all half-years; everything else about children grows in step. */
  readonly rows?: number;
  /** Untidier files than usual. */
  readonly messy?: boolean;
  /** Half-years to write, such as `2018-H1`; the ten from 2013-H2 when absent. */
  readonly periods?: readonly string[];
}

/** Missing episodes a half-year at the real area's size. */
const EPISODES_A_HALF_YEAR = 2500;

/** Everything that deliveries of one half-year have in common. */
interface Making {
  readonly seed: number;
  readonly messy: boolean;
  readonly chapter: Chapter;
  readonly places: Places;
  readonly newCourse: (agency: SampleAgency) => () => string;
  readonly newEvent: (agency: SampleAgency) => () => string;
}

function areaNames(agency: SampleAgency): (code: string) => string | undefined {
  if (agency.areas === 'code') return () => undefined;
  const areas = loadAreas();
  return (code) => {
    if (agency.id === 'blackburn-with-darwen-council' && code === 'E06000008') return 'BwD';
    return areas.has(code) ? areas.get(code).name : undefined;
  };
}

function deliveries(making: Making, agency: SampleAgency, extract: ExtractName): Iterable<WorkspaceFile> {
  const { seed, messy, chapter, places } = making;
  const { period } = chapter;
  const of = <Event>(cells: Cells<Event>, events: readonly Event[]): Iterable<WorkspaceFile> =>
    deliver({
      seed,
      messy,
      period,
      agency,
      schema: loadSchema(extract),
      cells,
      events,
      areaName: areaNames(agency),
    });
  switch (extract) {
    case 'missing-episodes':
      return of(MISSING_EPISODES, chapter.episodes);
    case 'return-interviews':
      return of(RETURN_INTERVIEWS, chapter.interviews);
    case 'referrals':
      return of(
        REFERRALS,
        chapter.referrals.filter((one) => one.council === agency.id),
      );
    case 'offences':
      return of(OFFENCES, chapter.offences);
    case 'suspects':
      return of(SUSPECTS, chapter.suspects);
    case 'intelligence':
      return of(INTELLIGENCE, chapter.intelligence);
    case 'ocg':
      return of(GROUPS, chapter.groups);
    case 'ocg-links':
      return of(GROUP_LINKS, chapter.links);
    case 'disruption':
      return of(DISRUPTION, chapter.measures);
    case 'education':
      return of(EDUCATION, educationOf(seed, agency, chapter.children, period));
    case 'health':
      return of(HEALTH, chapter.health);
    case 'training':
      return of(TRAINING, coursesOf(seed, agency, period, places, making.newCourse(agency)));
    case 'engagement':
      return of(ENGAGEMENT, awarenessOf(seed, agency, period, places, making.newEvent(agency)));
    case 'actions':
      return of(ACTIONS, chapter.actions);
  }
}

/** Numbers of one kind of record, counted on for each agency. */
function perAgency(letter: string): (agency: SampleAgency) => () => string {
  const sequences = new Map<string, () => string>();
  return (agency) => {
    let next = sequences.get(agency.id);
    if (next === undefined) {
      next = sequence(`${letter}${agency.prefix}`, 5);
      sequences.set(agency.id, next);
    }
    return next;
  };
}

/**
 * Makes a complete synthetic workspace: configuration, README and the extracts of six agencies with their delivery
 * notes, in order of half-year, agency and extract. Depends on nothing but the options and the shipped reference data
 * and schemas..
 * @throws RangeError for a half-year that is not written like `2018-H1`
 */
export function* generateWorkspace(options: SampleOptions): Iterable<WorkspaceFile> {
  const { seed } = options;
  const periods = [...(options.periods ?? SAMPLE_PERIODS)].map(parsePeriod).sort();
  yield { path: 'profile.config.yaml', content: configurationText(seed) };
  yield { path: 'README.md', content: readmeText(seed, periods) };
  const numbers = periods.map(periodNumber);
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (first === undefined || last === undefined) return;
  const scale = options.rows === undefined ? 1 : options.rows / (EPISODES_A_HALF_YEAR * periods.length);
  const history = new History(seed, scale, first);
  const newCourse = perAgency('T');
  const newEvent = perAgency('E');
  for (let number = first; number <= last; number++) {
    const chapter = history.next(number === last);
    if (!numbers.includes(number)) continue;
    const making = {
      seed,
      messy: options.messy ?? false,
      chapter,
      places: history.places,
      newCourse,
      newEvent,
    };
    for (const agency of AGENCIES) {
      for (const extract of agency.extracts) yield* deliveries(making, agency, extract);
    }
  }
}
