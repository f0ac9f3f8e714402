import type { ExtractName } from '../extracts/schema.js';
import type { Workbench } from './planner/workbench.js';

/**
 * Below this share of linked children, an overlap of two extracts says more about the linking than about the children. In
 * practice a fifth or more of the children referred for exploitation go missing.
 */
export const LEAST_LINKED = 0.05;

/** People that both extracts name at any time, as a share of those in the smaller one; null when one names nobody. */
export function linkedShare(bench: Workbench, one: ExtractName, other: ExtractName): number | null {
  const [first, second] = [peopleIn(bench, one), peopleIn(bench, other)];
  const fewer = Math.min(first.size, second.size);
  if (fewer === 0) return null;
  let both = 0;
  for (const person of first) if (second.has(person)) both += 1;
  return both / fewer;
}

/**
 * True when no agency sends both extracts. A child is then found in the other one only by linking between agencies, which finds
 * some and misses others; within one agency a child has one id.
 */
export function crossesAgencies(bench: Workbench, one: ExtractName, other: ExtractName): boolean {
  const second = new Set(bench.frame(other).code('sent_by').dictionary);
  return !bench
    .frame(one)
    .code('sent_by')
    .dictionary.some((agency) => second.has(agency));
}

function peopleIn(bench: Workbench, extract: ExtractName): Set<number> {
  const people = new Set(bench.person(extract));
  people.delete(-1);
  return people;
}
