import { compareProportionToBenchmark, compareToBenchmark } from '../benchmark.js';
import { minimumLikelihoodP } from '../conditional.js';
import {
  drawnLimits,
  expectedOnTheLine,
  overdispersion,
  predictiveLimits,
  widenedLimits,
} from '../funnel.js';
import { CLEAR, LIKELY } from '../interval.js';
import { anyDifference, localityVsRest } from '../localityComparison.js';
import { adjustBH, adjustHolm } from '../multiplicity.js';
import { exceedance, shrink } from '../shrinkage.js';
import type { Adapter } from './input.js';

const PER = 10_000;

export const areaAdapters: Readonly<Record<string, Adapter>> = {
  localityVsRest: (input) => {
    const count = input.number('count');
    const total = input.number('total');
    const personYears = input.number('pop');
    const totalPersonYears = input.number('total_pop');
    const ratio = localityVsRest({ count, total, personYears, totalPersonYears });
    return {
      rate_per_10000: (PER * count) / personYears,
      area_rate: (PER * total) / totalPersonYears,
      ratio_to_rest: ratio.ratio,
      lower95: ratio.lower95,
      upper95: ratio.upper95,
      midp: ratio.midp,
      binom_test_p: minimumLikelihoodP(count, total, personYears / totalPersonYears),
    };
  },
  adjustBH: (input) => ({ bh: adjustBH(input.numbers('p')), holm: adjustHolm(input.numbers('p')) }),
  anyDifferenceBetweenLocalities: (input) => ({
    ...anyDifference(input.numbers('counts'), input.numbers('pops')),
  }),
  ebShrink: (input) => {
    const { mean, between, rates } = shrink(input.numbers('counts'), input.numbers('pops'));
    return { m_per_10000: PER * mean, A: between, shrunk_per_10000: rates.map((rate) => PER * rate) };
  },
  exceedProb: (input) => {
    const { prior, above } = exceedance(input.numbers('counts'), input.numbers('pops'));
    return { alpha: prior?.shape ?? null, beta_py: prior?.rate ?? null, prob_above_area: above };
  },
  funnelLimits: (input) => {
    const { likely, clear } = drawnLimits(input.number('expected'));
    return { ll95: likely.lower, ul95: likely.upper, ll998: clear.lower, ul998: clear.upper };
  },
  funnelRatioLimits: (input) => {
    const { likely, clear } = expectedOnTheLine(input.number('observed'));
    return {
      lower95_expected: likely.upper,
      upper95_expected: likely.lower,
      lower998_expected: clear.upper,
      upper998_expected: clear.lower,
    };
  },
  poissonPredictiveLimits: (input) => {
    const { likely, clear } = predictiveLimits(input.number('expected'));
    return { lo95: likely.lower, hi95: likely.upper, lo998: clear.lower, hi998: clear.upper };
  },
  compareToBenchmark: (input) => {
    const at = (confidence: number) =>
      compareToBenchmark({
        rate: input.number('rate'),
        denominator: input.number('denominator'),
        benchmark: input.number('benchmark'),
        per: input.number('per'),
        confidence,
      });
    return { at95: at(LIKELY), at998: at(CLEAR) };
  },
  compareProportionToBenchmark: (input) => {
    const at = (confidence: number) =>
      compareProportionToBenchmark({
        value: input.number('value'),
        n: input.number('n'),
        benchmark: input.number('benchmark'),
        confidence,
      });
    const likely = at(LIKELY);
    const clear = at(CLEAR);
    return {
      lower95: likely.lower,
      upper95: likely.upper,
      lower998: clear.lower,
      upper998: clear.upper,
      at95: likely.verdict,
      at998: clear.verdict,
    };
  },
  funnelOverdispersion: (input) => {
    const scale = input.text('method', 'CQC') === 'SHMI' ? 'log' : 'root';
    const { phi, tau2 } = overdispersion(
      input.numbers('observed'),
      input.numbers('expected'),
      scale,
      input.number('trim_by', 0),
    );
    const lines = [10, 30].flatMap((expected) => {
      const { likely, clear } = widenedLimits(expected, tau2, scale);
      return [
        [`od_ll95_E${expected}`, likely.lower],
        [`od_ul95_E${expected}`, likely.upper],
        [`od_ll998_E${expected}`, clear.lower],
        [`od_ul998_E${expected}`, clear.upper],
      ];
    });
    return { phi, tau2, ...Object.fromEntries(lines) };
  },
};
