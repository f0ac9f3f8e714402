import type { Predicate, RowRule } from '../extracts/schema.js';

/**
 * Fields without whose columns a row rule cannot be judged: those its condition looks at, and those that must be filled
 * for it to hold. A rule that only compares, or that offers an alternative, can do without.
 */
export function columnsNeeded(rule: RowRule): ReadonlySet<string> {
  const needed = mustBeFilled(rule.expect);
  return rule.when === undefined ? needed : new Set([...needed, ...mentioned(rule.when)]);
}

function mustBeFilled(predicate: Predicate): ReadonlySet<string> {
  if ('present' in predicate) return new Set(predicate.present ? [predicate.field] : []);
  if ('all' in predicate) return new Set(predicate.all.flatMap((one) => [...mustBeFilled(one)]));
  if ('any' in predicate) {
    const [first, ...others] = predicate.any.map(mustBeFilled);
    return new Set([...(first ?? [])].filter((field) => others.every((set) => set.has(field))));
  }
  return new Set();
}

function mentioned(predicate: Predicate): string[] {
  if ('all' in predicate) return predicate.all.flatMap(mentioned);
  if ('any' in predicate) return predicate.any.flatMap(mentioned);
  if ('not' in predicate) return mentioned(predicate.not);
  if ('order' in predicate) return [...predicate.order];
  if ('gap' in predicate) return [...predicate.gap];
  if ('compare' in predicate) return [predicate.compare[0], predicate.compare[2]];
  if ('age' in predicate) return predicate.age.at === undefined ? [] : [predicate.age.at];
  return [predicate.field];
}
