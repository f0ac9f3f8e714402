import { assertPositive, type Interval, LIKELY } from './interval.js';
import { byar } from './rates.js';

/** How many people had each number of events: pairs of (events, people). */
export type Frequencies = Iterable<readonly [events: number, people: number]>;

export interface ClusteredRate extends Interval {
  readonly value: number;
  readonly people: number;
  readonly events: number;
  /** Inflation sum(f^2)/sum(f): 1 when nobody has more than one event. */
  readonly phi: number;
  readonly method: 'clustered';
}

/** Groups each person's number of events into frequencies; people without events are left out. */
export function frequenciesOf(eventsPerPerson: Iterable<number>): ReadonlyMap<number, number> {
  const people = new Map<number, number>();
  for (const events of eventsPerPerson) if (events > 0) people.set(events, (people.get(events) ?? 0) + 1);
  return people;
}

/** Totals behind a clustered figure: people, events, and the inflation phi (1 when there are no events). */
export function clusterTotals(frequencies: Frequencies): {
  readonly people: number;
  readonly events: number;
  readonly phi: number;
} {
  let people = 0;
  let events = 0;
  let squares = 0;
  for (const [each, count] of frequencies) {
    if (each <= 0) continue;
    people += count;
    events += each * count;
    squares += each * each * count;
  }
  return { people, events, phi: events === 0 ? 1 : squares / events };
}

/**
 * Rate of events that come in clusters by person: the interval of the count is widened by sqrt(phi), since one person's
 * events are not independent (Dobson's method as in PHEindicatormethods `calculate_dsr(independent_events = FALSE)`).
 * The source refuses fewer than 10 events; the caller decides.
 * @throws RangeError when the person-years are missing, zero or negative.
 */
export function clusteredRate(input: {
  readonly frequencies: Frequencies;
  readonly personYears: number;
  readonly per: number;
  readonly confidence?: number;
}): ClusteredRate {
  assertPositive(input.personYears, 'person-years');
  const { people, events, phi } = clusterTotals(input.frequencies);
  const scale = input.per / input.personYears;
  const { lower, upper } = clusteredCount(events, phi, input.confidence ?? LIKELY);
  return {
    value: events * scale,
    lower: lower * scale,
    upper: upper * scale,
    people,
    events,
    phi,
    method: 'clustered',
  };
}

/** Range of a count of clustered events with inflation `phi`, never below 0. */
export function clusteredCount(events: number, phi: number, confidence = LIKELY): Interval {
  const independent = byar(events, confidence);
  const widen = Math.sqrt(phi);
  return {
    lower: Math.max(0, events + widen * (independent.lower - events)),
    upper: events + widen * (independent.upper - events),
  };
}

export interface Stratum {
  readonly population: number;
  /** Weight of the stratum in the standard population. */
  readonly standard: number;
  readonly frequencies: Frequencies;
}

/** Directly standardised rate of clustered events over strata such as age bands, by the same source. */
export function clusteredStandardisedRate(input: {
  readonly strata: readonly Stratum[];
  readonly per: number;
  readonly confidence?: number;
}): ClusteredRate {
  const standardTotal = input.strata.reduce((sum, stratum) => sum + stratum.standard, 0);
  assertPositive(standardTotal, 'the standard population');
  let people = 0;
  let events = 0;
  let squares = 0;
  let value = 0;
  let variance = 0;
  for (const stratum of input.strata) {
    assertPositive(stratum.population, 'population');
    const weight = stratum.standard / standardTotal / stratum.population;
    const totals = clusterTotals(stratum.frequencies);
    people += totals.people;
    events += totals.events;
    squares += totals.events * totals.phi;
    value += weight * totals.events;
    variance += weight * weight * totals.events * totals.phi;
  }
  const independent = byar(events, input.confidence ?? LIKELY);
  const widen = events === 0 ? 0 : Math.sqrt(variance / events);
  return {
    value: value * input.per,
    lower: Math.max(0, value + widen * (independent.lower - events)) * input.per,
    upper: (value + widen * (independent.upper - events)) * input.per,
    people,
    events,
    phi: events === 0 ? 1 : squares / events,
    method: 'clustered',
  };
}
