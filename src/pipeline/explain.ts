import { catalogue } from '../analysis/catalogue/index.js';
import { indicatorText } from '../analysis/documentation.js';
import { denominatorWords, numeratorWords } from '../analysis/wording/indicator.js';
import { findRule, ruleCodes, ruleText } from '../extracts/rules.js';
import { KnownError } from '../reference/knownError.js';
import { nearest } from '../reference/spelling.js';
import { SYMBOLS } from '../report/symbols.js';

export interface Explanation {
  readonly kind: 'rule' | 'indicator' | 'symbol';
  readonly code: string;
  readonly text: string;
  /** Of an indicator: what is counted, and of what, in words; the denominator is null where there is none. */
  readonly numerator?: string;
  readonly denominator?: string | null;
}

/**
 * What a rule, an indicator or a symbol means, with its source, an example and what to do.
 * @param code in any case; a symbol with or without its brackets
 * @throws KnownError (exit 2) with the nearest guess when there is no such code
 */
export function explain(code: string): Explanation {
  const wanted = code.trim();
  const rule = findRule(wanted.toUpperCase());
  if (rule !== undefined) return { kind: 'rule', code: rule.code, text: ruleText(rule) };
  const indicator = catalogue.find((one) => one.id === wanted.toUpperCase());
  if (indicator !== undefined)
    return {
      kind: 'indicator',
      code: indicator.id,
      text: indicatorText(indicator),
      numerator: numeratorWords(indicator),
      denominator: denominatorWords(indicator),
    };
  const bare = wanted.replace(/^\[|\]$/g, '').toLowerCase();
  const symbol = SYMBOLS.find((one) => one.symbol === bare);
  if (symbol !== undefined)
    return { kind: 'symbol', code: `[${bare}]`, text: `[${bare}] ${symbol.title}\n\n${symbol.text}` };
  const guess = nearest(wanted, [...ruleCodes(), ...catalogue.map((one) => one.id)]);
  throw new KnownError(
    2,
    `There is no rule, indicator or symbol called "${wanted}".`,
    guess === undefined ? 'Examples: MIS-003, F18, M02, [c].' : `Did you mean ${guess}?`,
  );
}
