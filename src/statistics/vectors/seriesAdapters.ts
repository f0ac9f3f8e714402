import { fingertipsTrend, fingertipsTrendProportion, TREND_CRITICAL } from '../fingertips.js';
import { forecastNext, forecastNextTrend, poissonForecast } from '../forecast.js';
import { mannKendall } from '../mannKendall.js';
import { trend } from '../trend.js';
import type { Adapter, VectorInput } from './input.js';

/** The marker of values that came without intervals, and of the counts behind them. */
function withoutIntervals(input: VectorInput) {
  const marker = fingertipsTrend(input.numbers('values'), null).marker;
  const proportion = fingertipsTrendProportion(input.numbers('counts'), input.numbers('denominators'));
  return {
    proportion_chisq: proportion.chisq,
    all_slopes_agree: proportion.slopesAgree,
    we_must_say: `${marker}, or use the proportion method: ${proportion.marker}`,
  };
}

function seriesOf(input: VectorInput) {
  const shared = { counts: input.numbers('counts'), personYears: input.numbers('person_years') };
  return input.has('season_term') ? { ...shared, season: input.flag('season_term', true) } : shared;
}

export const seriesAdapters: Readonly<Record<string, Adapter>> = {
  trend: (input) => {
    if (!input.has('person_years')) return withoutIntervals(input);
    const series = seriesOf(input);
    const result = trend(series);
    const kendall = mannKendall(
      series.counts.map((count, i) => count / (series.personYears[i] ?? Number.NaN)),
    );
    return {
      beta: result.slope,
      se_poisson: result.poissonError,
      phi: result.phi,
      df: result.df,
      p_poisson: result.poissonP,
      p_quasi_t: result.quasiP,
      p: result.p,
      pct_per_period: result.percent,
      pct_lower95: result.percentLower95,
      pct_upper95: result.percentUpper95,
      mk_S: kendall.S,
      verdict: result.verdict,
    };
  },
  mannKendall: (input) => {
    const { S, variance, tau, p, senSlope, exact } = mannKendall(input.numbers('y'));
    return { S, var: variance, tau, p, sen_slope: senSlope, exact };
  },
  fingertipsTrend: (input) => {
    const upper = input.numbers('hi');
    const intervals = input.numbers('lo').map((lower, i) => ({ lower, upper: upper[i] ?? Number.NaN }));
    const { chisq, slope, slopesAgree, marker } = fingertipsTrend(input.numbers('y'), intervals);
    return { chisq, critical: TREND_CRITICAL, slope, all_slopes_agree: slopesAgree, marker };
  },
  fingertipsTrendProportion: (input) => {
    const result = fingertipsTrendProportion(input.numbers('counts'), input.numbers('denominators'));
    return {
      chisq: result.chisq,
      critical: TREND_CRITICAL,
      logit_slope: result.slope,
      all_slopes_agree: result.slopesAgree,
      marker: result.marker,
    };
  },
  forecastNext: (input) => {
    const counts = input.numbers('counts');
    const { mean, dispersion, variance95, range80, range95 } = forecastNext(counts);
    const jeffreys = poissonForecast(counts, 0.95);
    return {
      mean,
      D: dispersion,
      variance95,
      lo80: range80.lower,
      hi80: range80.upper,
      lo95: range95.lower,
      hi95: range95.upper,
      poisson_jeffreys_lo95: jeffreys.lower,
      poisson_jeffreys_hi95: jeffreys.upper,
    };
  },
  forecastNextTrend: (input) => {
    const result = forecastNextTrend(seriesOf(input), input.number('next_person_years'));
    return {
      mean: result.mean,
      eta_var: result.etaVariance,
      phi_used: result.dispersion,
      lo80: result.range80.lower,
      hi80: result.range80.upper,
      lo95: result.range95.lower,
      hi95: result.range95.upper,
    };
  },
};
