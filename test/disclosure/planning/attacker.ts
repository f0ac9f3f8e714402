import { type CellSystem, countIn, termsOf } from '../../../src/disclosure/planning/cells.js';
import { statementText } from '../../../src/disclosure/proof/derivation.js';
import type { Constraint, LinearSystem } from '../../../src/disclosure/proof/system.js';

/** What a reader knows of a pattern: printed cells, that hidden ones are none where noughts are shown, and what is known anyway. */
export function attackerOf(system: CellSystem, hidden: ReadonlySet<number>): LinearSystem {
  const { atoms, cells, rule, known } = system;
  const constraints = cells.map(({ id, support }, cell): Constraint => {
    const terms = termsOf(support);
    const value = countIn(system, support);
    const [lower, upper] = hidden.has(cell)
      ? [rule.zeros === 'shown' ? 1 : 0, Number.POSITIVE_INFINITY]
      : [value, value];
    return { id, terms, lower, upper, says: `${id}: ${statementText({ atoms }, terms, lower, upper)}` };
  });
  return {
    atoms,
    integer: true,
    constraints: [...constraints.filter(({ lower, upper }) => lower > 0 || Number.isFinite(upper)), ...known],
  };
}
