import { type CareHome, homeWeights, openHomes } from './careHomes.js';
import type { Child, MissingLevel } from './child.js';
import { type Entry, makeFamily } from './family.js';
import { loadPlaces, type Places } from './places.js';
import { random, type Weighted } from './random.js';
import { concernGrowth, missingSeason, type SamplePeriod, samplePeriod } from './timeline.js';

/** Half-years lived through before the first one written, so that the first already has children of long standing. */
const WARM_UP = 5;

/** New children a half-year at scale 1, before brothers and sisters. */
const NEW_ONCE = 690;
const NEW_RECURRENT = 135;
const NEW_CHRONIC = 20.5;
const NEW_CONCERN = 262;
const NEW_OFFENCE = 285;

/** Probability of concern about exploitation among children who go missing, before growth. */
const CONCERN_OF_MISSING: Readonly<Record<MissingLevel, number>> = {
  never: 0,
  once: 0.085,
  recurrent: 0.3,
  chronic: 0.5,
};

/** One half-year of the invented partnership area. */
export interface Season {
  readonly period: SamplePeriod;
  /** Children of whom something may be recorded in the half-year, in order of their numbers. */
  readonly children: readonly Child[];
}

/**
 * The invented partnership area, lived through half-year by half-year. Only the children still of interest are kept,
 * so that a sample of millions of rows needs no more memory than its largest half-year.
 */
export class World {
  readonly places: Places = loadPlaces();
  readonly homes: readonly CareHome[];
  readonly #homeWeights: Weighted<CareHome>;
  #children: Child[] = [];
  #next: number;
  #nextChild = 1;
  #nextFamily = 1;

  /**
   * @param seed fixes everything
   * @param scale multiple of the volumes of the real area's size
   * @param first number of the first half-year wanted
   */
  constructor(
    readonly seed: number,
    readonly scale: number,
    first: number,
  ) {
    this.homes = openHomes(seed, this.places, scale);
    this.#homeWeights = homeWeights(this.homes);
    this.#next = first - WARM_UP;
    for (let i = 0; i < WARM_UP; i++) this.advance();
  }

  /** Lives through the next half-year: those whose time is over leave, new families come in. */
  advance(): Season {
    const period = samplePeriod(this.#next++);
    this.#children = this.#children.filter((child) => child.leaves >= period.number);
    for (const entry of this.#entries(period)) {
      const family = makeFamily(
        this.seed,
        this.#nextFamily++,
        this.#nextChild,
        entry,
        period,
        this.places,
        this.#homeWeights,
      );
      this.#nextChild += family.length;
      this.#children.push(...family);
    }
    return { period, children: this.#children };
  }

  *#entries(period: SamplePeriod): Iterable<Entry> {
    const rng = random(this.seed, 'entries', period.number);
    const growth = concernGrowth(period.number);
    const { missing, concern, offences } = this.places.weights;
    const season = missingSeason(period.half) * this.scale;
    const levels: readonly (readonly [MissingLevel, number])[] = [
      ['once', NEW_ONCE * season],
      ['recurrent', NEW_RECURRENT * season],
      ['chronic', NEW_CHRONIC * season],
    ];
    for (const [level, mean] of levels) {
      for (let i = rng.poisson(mean); i > 0; i--) {
        const lasts = level === 'once' ? 0 : level === 'recurrent' ? 1 : rng.between(1, 4);
        const isConcern = rng.chance(CONCERN_OF_MISSING[level] * growth);
        yield { stream: 'missing', level, concern: isConcern, lasts, district: rng.weighted(missing) };
      }
    }
    for (let i = rng.poisson(NEW_CONCERN * growth * this.scale); i > 0; i--) {
      yield { stream: 'concern', level: 'never', concern: true, lasts: 1, district: rng.weighted(concern) };
    }
    for (let i = rng.poisson(NEW_OFFENCE * this.scale); i > 0; i--) {
      yield { stream: 'offence', level: 'never', concern: false, lasts: 0, district: rng.weighted(offences) };
    }
  }
}
