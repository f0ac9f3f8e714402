import { statementText } from '../proof/derivation.js';
import type { Constraint, LinearSystem, Target } from '../proof/system.js';
import { type CellSystem, countIn, type Sensitive, termsOf } from './cells.js';

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

/**
 * The rule of each sensitive count, as what nobody may narrow. Where noughts are shown, the reader knows that a hidden count is none,
 * and that one with several hidden parts is at least as many: that much the shown noughts alone tell, and no hiding takes it back.
 * @returns targets over the unknowns of the lattice
 */
export function targetsOf(
  system: CellSystem,
  sensitive: readonly Sensitive[],
  floors: readonly number[],
): Target[] {
  const { threshold, zeros } = system.rule;
  return sensitive.map(({ id, value, cell, as }, i) => {
    const floor = zeros === 'protected' ? 0 : Math.max(cell === null ? 0 : 1, floors[i] ?? 0);
    const rule: readonly [number, number] =
      system.require === 'exact' ? [value, value] : [floor, Math.max(floor, threshold - 1)];
    return { id, terms: as.map(({ cell: atom, coefficient }) => ({ atom, coefficient })), rule };
  });
}
