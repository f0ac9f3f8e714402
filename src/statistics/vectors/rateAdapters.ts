import { clusteredRate, clusteredStandardisedRate } from '../clustered.js';
import { fisherExact } from '../fisher.js';
import { CLEAR } from '../interval.js';
import { newcombe, percentage, wilson } from '../proportions.js';
import {
  byar,
  type RateAtBothLevels,
  rate,
  rateInterval,
  standardisedRatio,
  upperForZero,
} from '../rates.js';
import type { Adapter, VectorInput } from './input.js';

const clustered: Adapter = (input) => (input.has('stdpop') ? standardised(input) : crude(input));

function crude(input: VectorInput) {
  const shared = {
    frequencies: input.frequencies('children_by_number_of_episodes'),
    personYears: input.number('pop') * input.number('years', 1),
    per: input.number('per', 10_000),
  };
  const likely = clusteredRate(shared);
  const clear = clusteredRate({ ...shared, confidence: CLEAR });
  const naive = rateInterval({ count: likely.events, personYears: shared.personYears, per: shared.per });
  return {
    children: likely.people,
    events: likely.events,
    total: likely.events,
    value: likely.value,
    phi: likely.phi,
    lower95: likely.lower,
    upper95: likely.upper,
    lower998: clear.lower,
    upper998: clear.upper,
    naive_lower95: naive.lower,
    naive_upper95: naive.upper,
  };
}

function standardised(input: VectorInput) {
  const standard = input.numbers('stdpop');
  const eventsEach = input.numbered('f').map(({ index, key }) => ({ index, people: input.numbers(key) }));
  const strata = input.numbers('pop').map((population, i) => ({
    population,
    standard: standard[i] ?? Number.NaN,
    frequencies: eventsEach.map(({ index, people }): [number, number] => [index, people[i] ?? 0]),
  }));
  const shared = { strata, per: input.number('per', 10_000) };
  const likely = clusteredStandardisedRate(shared);
  const clear = clusteredStandardisedRate({ ...shared, confidence: CLEAR });
  return {
    total: likely.events,
    events: likely.events,
    children: likely.people,
    phi: likely.phi,
    value: likely.value,
    lower95: likely.lower,
    upper95: likely.upper,
    lower998: clear.lower,
    upper998: clear.upper,
  };
}

/** The sources name the two methods so. */
function named(result: RateAtBothLevels) {
  return { ...result, method: result.method === 'exact' ? 'Exact' : 'Byars' };
}

export const rateAdapters: Readonly<Record<string, Adapter>> = {
  rate: (input) => {
    const personYears = input.number('pop') * input.number('years', 1);
    return named(rate({ count: input.number('count'), personYears, per: input.number('per', 10_000) }));
  },
  byar: (input) => ({ ...byar(input.number('count'), input.number('conf', 0.95)) }),
  wilson: (input) => ({ ...wilson(input.number('x'), input.number('n'), input.number('conf', 0.95)) }),
  proportion: (input) => {
    const likely = percentage(input.number('x'), input.number('n'));
    const clear = percentage(input.number('x'), input.number('n'), CLEAR);
    return {
      value: likely.value,
      lower95: likely.lower,
      upper95: likely.upper,
      lower998: clear.lower,
      upper998: clear.upper,
    };
  },
  isratio: (input) => named(standardisedRatio(input.number('observed'), input.number('expected'))),
  clusteredRate: clustered,
  proportionDifference: (input) => {
    const [x1, n1, x2, n2] = [input.number('x1'), input.number('n1'), input.number('x2'), input.number('n2')];
    const { difference, lower, upper } = newcombe(x1, n1, x2, n2);
    return { diff: difference, lower95: lower, upper95: upper, fisher_p: fisherExact(x1, n1, x2, n2) };
  },
  upperForZero: (input) => {
    const { upper95, ruleOfThree } = upperForZero(input.number('pop'), input.number('per', 10_000));
    return { upper95, one_sided_rule_of_three: ruleOfThree };
  },
};
