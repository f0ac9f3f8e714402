import { clusterTotals, frequenciesOf } from './clustered.js';
import { assertCount, type Interval } from './interval.js';
import { wilson } from './proportions.js';

export interface Concentration {
  readonly people: number;
  readonly events: number;
  /** Fewest people whose events reach half of all. */
  readonly peopleMakingHalf: number;
  readonly shareMakingHalf: number;
  /** A tenth of the people, rounded up: those with most events, and the share of all events they made. */
  readonly topTenthPeople: number;
  readonly topTenthShare: number;
  readonly repeatPeople: number;
  readonly repeatShare: number;
  readonly repeatRange: Interval;
  /** Mean of the zero-truncated Poisson with the same mean per person, and the repeat share it would give by chance. */
  readonly chanceLambda: number;
  readonly chanceRepeatShare: number;
  readonly phi: number;
}

/**
 * How events spread over the people who had at least one, beside what sharing them out by chance would give.
 * People without events are left out. Null when nobody had any.
 * @throws RangeError for counts that are not whole.
 */
export function concentration(eventsPerPerson: readonly number[]): Concentration | null {
  for (const events of eventsPerPerson) assertCount(events, 'a person’s count');
  const sorted = eventsPerPerson.filter((events) => events > 0).sort((a, b) => b - a);
  const { people, events, phi } = clusterTotals(frequenciesOf(sorted));
  if (people === 0) return null;
  const topTenthPeople = Math.ceil(people / 10);
  const repeatPeople = sorted.filter((each) => each > 1).length;
  const peopleMakingHalf = fewestReaching(sorted, events / 2);
  const chanceLambda = truncatedPoissonLambda(events / people);
  return {
    people,
    events,
    peopleMakingHalf,
    shareMakingHalf: peopleMakingHalf / people,
    topTenthPeople,
    topTenthShare: sorted.slice(0, topTenthPeople).reduce((sum, each) => sum + each, 0) / events,
    repeatPeople,
    repeatShare: repeatPeople / people,
    repeatRange: wilson(repeatPeople, people),
    chanceLambda,
    chanceRepeatShare: chanceLambda === 0 ? 0 : 1 - chanceLambda / Math.expm1(chanceLambda),
    phi,
  };
}

function fewestReaching(descending: readonly number[], target: number): number {
  let reached = 0;
  let people = 0;
  for (const each of descending) {
    if (reached >= target) break;
    reached += each;
    people += 1;
  }
  return people;
}

/** The lambda with lambda / (1 - e^-lambda) = mean; 0 when everyone had exactly one. */
export function truncatedPoissonLambda(mean: number): number {
  if (!(mean > 1)) return 0;
  let low = 0;
  let high = mean;
  for (let step = 0; step < 200 && high - low > 1e-16 * high; step += 1) {
    const middle = (low + high) / 2;
    if (middle / -Math.expm1(-middle) < mean) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
