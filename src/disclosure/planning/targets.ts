import type { Target } from '../proof/system.js';
import type { CellSystem, Sensitive } from './cells.js';

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
