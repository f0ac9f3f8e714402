import type { CellSystem } from './cells.js';
import type { Pattern } from './suppress.js';

/**
 * What a patient reader with a pencil finds: again and again takes a sum with one unknown member and solves it. Returns
 * the hidden cells whose true value was found. {@link protect} refuses to publish when there is any.
 *
 * The tests use it against patterns that {@link suppress} did not make, to show that it does find things.
 */
export function recover(system: CellSystem, hidden: Pattern): readonly number[] {
  const known: (number | undefined)[] = system.values.map((value, cell) =>
    hidden[cell] ? undefined : value,
  );
  const byGroup = new Map<number, number[]>();
  system.group.forEach((group, cell) => {
    const list = byGroup.get(group);
    if (list === undefined) byGroup.set(group, [cell]);
    else list.push(cell);
  });
  const learn = (cell: number, value: number): void => {
    known[cell] = value;
    const own = system.values[cell];
    for (const other of byGroup.get(system.group[cell] ?? cell) ?? []) {
      // Tied cells show one count; where two differ, the reader has learned only the first.
      if (system.values[other] === own) known[other] = value;
    }
  };

  let learned = true;
  while (learned) {
    learned = false;
    for (const sum of system.sums) {
      const unknownParts = sum.parts.filter((cell) => known[cell] === undefined);
      const totalKnown = known[sum.total];
      const partsKnown = sum.parts.reduce((all, cell) => all + (known[cell] ?? 0), 0);
      const [only] = unknownParts;
      const sameThing = new Set(unknownParts.map((cell) => system.group[cell])).size === 1;
      const mayBeNone = system.mayBeNone.has(sum.total);
      if (totalKnown === undefined && unknownParts.length === 0 && (partsKnown > 0 || mayBeNone)) {
        learn(sum.total, partsKnown);
        learned = true;
      } else if (totalKnown !== undefined && sameThing && only !== undefined) {
        const rest = (totalKnown - partsKnown) / unknownParts.length;
        if (rest < 0 || (rest === 0 && !system.mayBeNone.has(only))) continue;
        learn(only, rest);
        learned = true;
      } else if (totalKnown === partsKnown) {
        // Nothing is left for the others.
        for (const cell of unknownParts) {
          if (!system.mayBeNone.has(cell)) continue;
          learn(cell, 0);
          learned = true;
        }
      }
    }
  }
  return system.values.flatMap((value, cell) => (hidden[cell] && known[cell] === value ? [cell] : []));
}
