import { normalCdf } from '../distributions.js';
import { episodeChange, forgetfulChange } from '../episodeChange.js';
import { eTest } from '../eTest.js';
import { pairedPeople } from '../pairedPeople.js';
import { exactRateRatio, poissonZ, rateRatio } from '../rateRatio.js';
import { scanWindow } from '../scan.js';
import { weightedDisplacement } from '../wdd.js';
import type { Adapter } from './input.js';

export const changeAdapters: Readonly<Record<string, Adapter>> = {
  rateRatio: (input) => {
    const counts = {
      before: input.number('before'),
      after: input.number('after'),
      exposureBefore: input.number('exposure_before', 1),
      exposureAfter: input.number('exposure_after', 1),
    };
    const change = rateRatio(counts);
    const exact = exactRateRatio(counts);
    return {
      ratio: change.ratio,
      midp: change.midp,
      mid_lower95: change.lower95,
      mid_upper95: change.upper95,
      mid_lower998: change.lower998,
      mid_upper998: change.upper998,
      central_p: exact.centralP,
      exact_lower95: exact.lower95,
      exact_upper95: exact.upper95,
      poisson_test_p: exact.minimumLikelihoodP,
      etest_p: eTest(counts.before, counts.after, counts.exposureBefore, counts.exposureAfter),
      verdict: change.verdict,
    };
  },
  eTest: (input) => ({
    p: eTest(input.number('k1'), input.number('k2'), input.number('n1', 1), input.number('n2', 1)),
  }),
  poissonZ: (input) => {
    const z = poissonZ(input.number('before'), input.number('after'));
    return {
      z_known_baseline: z.knownBaseline,
      z_two_counts: z.twoCounts,
      p_two_counts: 2 * normalCdf(-Math.abs(z.twoCounts)),
    };
  },
  episodeChange: (input) => {
    const change = episodeChange(input.numbers('before'), input.numbers('after'));
    return {
      total_before: change.totalBefore,
      total_after: change.totalAfter,
      ratio: change.ratio,
      se_log: change.logError,
      robust_lower95: change.lower95,
      robust_upper95: change.upper95,
      flip_p: change.swapP,
      flip_midp: change.midp,
      poisson_midp: forgetfulChange(change.totalBefore, change.totalAfter).midp,
      children_before: change.peopleBefore,
      children_after: change.peopleAfter,
      children_midp: forgetfulChange(change.peopleBefore, change.peopleAfter).midp,
      verdict: change.verdict,
    };
  },
  pairedPeople: (input) => {
    const change = pairedPeople({
      onlyBefore: input.number('only_before'),
      onlyAfter: input.number('only_after'),
      both: input.number('both', 0),
    });
    return { midp: change.midp, exact_p: change.exactP, verdict: change.verdict };
  },
  wdd: (input) => {
    const result = weightedDisplacement({
      control: input.pair('control'),
      treated: input.pair('treated'),
      ...(input.has('disp_control') ? { displacementControl: input.pair('disp_control') } : {}),
      ...(input.has('disp_treated') ? { displacementTreated: input.pair('disp_treated') } : {}),
      ...(input.has('area_weights') ? { areaWeights: input.numbers('area_weights') } : {}),
      ...(input.has('time_weights') ? { timeWeights: input.pair('time_weights') } : {}),
      alpha: input.number('alpha', 0.05),
    });
    return {
      Est_Local: result.local,
      SE_Local: result.localError,
      Est_Displace: result.displaced,
      SE_Displace: result.displacedError,
      Est_Total: result.total,
      SE_Total: result.totalError,
      Z: result.z,
      LowCI: result.lower,
      HighCI: result.upper,
    };
  },
  scanWindow: (input) => ({
    p: scanWindow(input.number('L'), input.number('k'), input.number('mu'), input.number('n')),
  }),
};
