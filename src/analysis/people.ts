import type { AnalysisInput } from './input.js';
import type { AnalysisResult } from './model.js';

/** Extracts whose person is a child. */
const OF_CHILDREN = new Set([
  'missing-episodes',
  'return-interviews',
  'referrals',
  'offences',
  'education',
  'health',
]);

/** How many agency records of children there are, how many children behind them, and how many of these two agencies know. */
export function peopleOf({ tables, childOf }: AnalysisInput): AnalysisResult['people'] {
  const agenciesOf = new Map<string, Set<string>>();
  const persons = new Set<string>();
  for (const table of tables) {
    const column = table.columns.get('person');
    if (!OF_CHILDREN.has(table.extract) || column?.kind !== 'code') continue;
    for (const person of column.dictionary) {
      persons.add(person);
      const child = childOf.get(person) ?? person;
      const agencies = agenciesOf.get(child) ?? new Set<string>();
      agenciesOf.set(child, agencies.add(table.agency));
    }
  }
  return {
    agencyPersons: persons.size,
    children: agenciesOf.size,
    linkedAcrossAgencies: [...agenciesOf.values()].filter((agencies) => agencies.size > 1).length,
  };
}
