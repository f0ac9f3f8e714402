import {
  adjustedVerdict,
  anyDifference,
  FEWEST_IN_PART,
  localityVsRest,
} from '../../statistics/localityComparison.js';
import { adjustBH } from '../../statistics/multiplicity.js';
import type { RateRatio } from '../../statistics/rateRatio.js';
import type { RatioVerdict } from '../../statistics/verdict.js';

/** Level of chance at which places are taken to differ at all. */
const CHANCE = 0.05;

/** One place and the rest of its area: events, and person-years. */
export interface PlaceAndRest {
  readonly own: number;
  readonly rest: number;
  readonly years: number;
  readonly restYears: number;
}

export interface JudgedPlace {
  readonly comparison: RateRatio;
  readonly pAdjusted: number;
  readonly verdict: RatioVerdict;
  readonly clearly: boolean;
}

export interface JudgedPlaces {
  /** The places differ no more than chance would make them: then none of them has a direction. */
  readonly alike: boolean;
  readonly places: readonly JudgedPlace[];
}

/**
 * Judges the places of one table against the rest of the area: first whether they differ at all; then each,
 * adjusted for having looked at all of them; fewer than five events give no ratio. Answers in the order of the places.
 * @throws RangeError for fewer than two places, or where a place is not smaller than its area.
 */
export function judgePlaces(places: readonly PlaceAndRest[]): JudgedPlaces {
  const difference = anyDifference(
    places.map(({ own }) => own),
    places.map(({ years }) => years),
  );
  const alike = difference.tested && difference.p >= CHANCE;
  const compared = places.map(({ own, rest, years, restYears }) => ({
    own,
    comparison: localityVsRest({
      count: own,
      total: own + rest,
      personYears: years,
      totalPersonYears: years + restYears,
    }),
  }));
  const adjusted = adjustBH(compared.map(({ comparison }) => comparison.midp));
  return {
    alike,
    places: compared.map(({ own, comparison }, i) => {
      const pAdjusted = adjusted[i] ?? 1;
      const verdict =
        alike && own >= FEWEST_IN_PART ? 'no clear change' : adjustedVerdict(comparison, pAdjusted, own);
      const clearly = (verdict === 'higher' || verdict === 'lower') && comparison.clearly;
      return { comparison, pAdjusted, verdict, clearly };
    }),
  };
}
