import type { Day, WallMinute } from '../reference/brands.js';
import { dayOfMinute } from '../reference/days.js';
import { type Action, actionsOf } from './actionPlan.js';
import type { Child } from './child.js';
import { disruptionOf, type Measure } from './disruption.js';
import { type GroupLink, groupLinks, isMapped, type MappedGroup, mappedGroups } from './groups.js';
import { type HealthRow, healthOf } from './health.js';
import { localId } from './identifiers.js';
import { type IntelligenceLog, intelligenceOf } from './intelligence.js';
import { type Interview, interviewAfter } from './interviews.js';
import { type Episode, missingEpisodes } from './missing.js';
import { type Offence, offencesOf } from './offences.js';
import { Offenders } from './offenders.js';
import { random } from './random.js';
import { type LastReferral, type Referral, referralsOf } from './referrals.js';
import { type SuspectRow, suspectRows } from './suspects.js';
import { type SamplePeriod, samplePeriod } from './timeline.js';
import { World } from './world.js';

/** What happened in a half-year, as it is then delivered. */
export interface Chapter {
  readonly period: SamplePeriod;
  readonly children: readonly Child[];
  /** Episodes that began in the half-year, and the few of the one before that were entered late. */
  readonly episodes: readonly Episode[];
  /** Interviews after episodes from which the child came back in the half-year. */
  readonly interviews: readonly Interview[];
  readonly referrals: readonly Referral[];
  readonly offences: readonly Offence[];
  readonly suspects: readonly SuspectRow[];
  readonly intelligence: readonly IntelligenceLog[];
  readonly groups: readonly MappedGroup[];
  readonly links: readonly GroupLink[];
  readonly measures: readonly Measure[];
  readonly health: readonly HealthRow[];
  readonly actions: readonly Action[];
}

/** First day of a half-year of the series. */
function startOf(number: number): Day {
  return samplePeriod(number).start;
}

/** Number of a mapped group in the police's register. */
export function groupId(no: number): string {
  return localId('OCG', no, 5);
}

/** Gives one number after another, each in the form of an agency's system. */
export function sequence(prefix: string, width = 7): () => string {
  let n = 0;
  return () => localId(prefix, ++n, width);
}

/** Drops what is remembered of children whose time is over. */
function forgetOthers(memory: Map<number, unknown>, children: readonly Child[]): void {
  const present = new Set(children.map(({ no }) => no));
  for (const no of memory.keys()) if (!present.has(no)) memory.delete(no);
}

const LATE_SHARE = 0.03;
const LATE_WINDOW = 21;

/** Told chapter by chapter: the events of every half-year, from the world as it goes on. */
export class History {
  readonly #world: World;
  readonly #offenders: Offenders;
  readonly #busy = new Map<number, WallMinute>();
  readonly #last = new Map<number, LastReferral>();
  readonly #newEpisode = sequence('MP');
  readonly #newCrime = sequence('CR');
  readonly #newLog = sequence('IN');
  readonly #newMeasure = sequence('DM', 6);
  readonly #referralIds = new Map<string, () => string>();
  #before: readonly Episode[] = [];
  #late: readonly Episode[] = [];

  /**
   * @param scale multiple of the real area's volumes
   * @param first number of the first half-year to be told
   */
  constructor(
    readonly seed: number,
    readonly scale: number,
    first: number,
  ) {
    this.#world = new World(seed, scale, first - 1);
    this.#offenders = new Offenders(seed, this.#world.places, scale);
    this.next(false);
    this.#before = [];
    for (const [no, referral] of this.#last) this.#last.set(no, { ...referral, id: '' });
  }

  get places(): World['places'] {
    return this.#world.places;
  }

  /** The next half-year. @param last whether it is the last one, after which nothing can come late */
  next(last: boolean): Chapter {
    const { seed, scale } = this;
    const { period, children } = this.#world.advance();
    const { places } = this.#world;
    this.#offenders.open(period.number, period.start);
    const began = missingEpisodes(seed, children, period, places, this.#busy, this.#newEpisode);
    const isLate = (episode: Episode): boolean =>
      !last &&
      period.end - dayOfMinute(episode.missingFrom) < LATE_WINDOW &&
      random(seed, 'late', episode.id).chance(LATE_SHARE);
    const entered = began.filter((episode) => !isLate(episode));
    const interviews = [...this.#before, ...entered]
      .filter(
        ({ found }) => found !== null && found >= period.start * 1440 && found < (period.end + 1) * 1440,
      )
      .map((episode) => interviewAfter(seed, episode, period))
      .filter((one) => one !== null)
      .sort((a, b) => a.returned - b.returned || (a.id < b.id ? -1 : 1));
    const referrals = referralsOf(seed, children, period, this.#last, (council) => this.#referralId(council));
    const offences = offencesOf(seed, children, period, places, this.#offenders, this.#newCrime);
    const groups = this.#offenders.groups.filter((group) => isMapped(seed, group));
    const mapped = new Set(groups.map(({ no }) => no));
    const chapter: Chapter = {
      period,
      children,
      episodes: [...this.#late, ...entered],
      interviews,
      referrals,
      offences,
      suspects: suspectRows(seed, offences, period.number, (no) => (mapped.has(no) ? groupId(no) : '')),
      intelligence: intelligenceOf(
        seed,
        scale,
        period,
        places,
        { children, offences, groups, groupId: (group) => groupId(group.no) },
        this.#newLog,
      ),
      groups: mappedGroups(seed, groups, period, groupId, startOf),
      links: groupLinks(seed, groups, offences, period, groupId, startOf),
      measures: disruptionOf(
        seed,
        scale,
        period,
        places,
        children,
        offences,
        groups,
        groupId,
        this.#newMeasure,
      ),
      health: healthOf(seed, scale, children, offences, period, places),
      actions: actionsOf(seed, period, startOf),
    };
    forgetOthers(this.#busy, children);
    forgetOthers(this.#last, children);
    this.#before = entered;
    this.#late = began.filter(isLate);
    return chapter;
  }

  #referralId(council: string): string {
    let next = this.#referralIds.get(council);
    if (next === undefined) {
      next = sequence(
        council === 'blackpool-council' ? 'BR' : council === 'lancashire-county-council' ? 'R' : 'DR',
      );
      this.#referralIds.set(council, next);
    }
    return next();
  }
}
