import { binomCdf } from '../binomialTails.js';
import { chisqQuantile } from '../chiSquare.js';
import { concentration } from '../concentration.js';
import { betaQuantile } from '../distributions.js';
import { gini } from '../gini.js';
import { chaoLowerBound, chapman, mainEffectsTotal } from '../hiddenPopulation.js';
import { logLinear } from '../logLinear.js';
import { repeatWithin } from '../repeat.js';
import type { Adapter } from './input.js';
import { publishedLists } from './publishedLists.js';

/** Letters by which the source names its three lists. */
const LIST_NAMES = ['P', 'Q', 'E', 'R'];

/** The source's name of a model: pairs joined by `*`, then the lists in no pair, all joined by `+`. */
function modelName(interactions: readonly (readonly number[])[], lists: number): string {
  const name = (list: number) => LIST_NAMES[list] ?? String(list);
  const paired = new Set(interactions.flat());
  const alone = Array.from({ length: lists }, (_, list) => list).filter((list) => !paired.has(list));
  return [...interactions.map((term) => term.map(name).join('*')), ...alone.map(name)].join('+');
}

export const peopleAdapters: Readonly<Record<string, Adapter>> = {
  concentration: (input) => {
    const episodes = input.numbers('episodes_per_child');
    const found = concentration(episodes);
    if (found === null) return {};
    const index = gini(episodes);
    return {
      children: found.people,
      episodes: found.events,
      gini_biased: index.biased,
      gini_unbiased: index.unbiased,
      gini_general_biased: index.generalBiased,
      gini_general_unbiased: index.generalUnbiased,
      children_making_half: found.peopleMakingHalf,
      share_of_children_making_half: found.shareMakingHalf,
      top10pct_children: found.topTenthPeople,
      top10pct_share: found.topTenthShare,
      repeat_children: found.repeatPeople,
      repeat_share: found.repeatShare,
      repeat_lower95: found.repeatRange.lower,
      repeat_upper95: found.repeatRange.upper,
      chance_lambda: found.chanceLambda,
      chance_repeat_share: found.chanceRepeatShare,
      phi: found.phi,
    };
  },
  chapman: (input) => {
    const result = chapman(input.number('n1'), input.number('n2'), input.number('both'));
    return {
      known: result.known,
      lincoln_petersen: result.lincolnPetersen,
      chapman: result.chapman,
      se: result.standardError,
      lower95: result.range.lower,
      upper95: result.range.upper,
      normal_lower95: result.normalRange.lower,
      normal_upper95: result.normalRange.upper,
      chao_lower: result.chaoLower,
      reliable: result.reliable,
    };
  },
  logLinear3: (input) => {
    const counts = input.numbers('counts');
    const patterns = input.texts('patterns').map((pattern, i): [string, number] => [pattern, counts[i] ?? 0]);
    const { known, f1, f2, models } = logLinear(3, new Map(patterns));
    const named = models.map((model) => ({ ...model, name: modelName(model.interactions, 3) }));
    return {
      known,
      f1,
      f2,
      chao_lower: chaoLowerBound(known, f1, f2, 3),
      chao_lower_simple: chaoLowerBound(known, f1, f2, null),
      N_by_model: Object.fromEntries(named.map(({ name, total }) => [name, total])),
      AIC_by_model: Object.fromEntries(named.map(({ name, aic }) => [name, aic])),
    };
  },
  multi: (input) => {
    const { known, f1, f2, sizes } = publishedLists(input.text('data'));
    return {
      known,
      f1,
      f2,
      chao_lower: chaoLowerBound(known, f1, f2, null),
      main_effects_N: mainEffectsTotal(known, sizes),
    };
  },
  repeatWithin: (input) => {
    const events = input.numbers('repeat_event');
    const people = input.numbers('days').map((days, i) => ({ days, repeated: events[i] === 1 }));
    const results = [28, 60, 90].map((days): Record<string, number> => {
      const { share, lower, upper, plainShare } = repeatWithin(people, days);
      return {
        [`p${days}`]: share,
        [`p${days}_lower95`]: lower,
        [`p${days}_upper95`]: upper,
        [`naive_p${days}`]: plainShare,
      };
    });
    return Object.assign({}, ...results);
  },
  chisqQuantile: (input) => ({ x: chisqQuantile(input.number('p'), input.number('df')) }),
  betaQuantile: (input) => ({ x: betaQuantile(input.number('p'), input.number('a'), input.number('b')) }),
  binomCdf: (input) => ({ x: binomCdf(input.number('k'), input.number('n'), input.number('p')) }),
};
