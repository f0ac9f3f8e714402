import { countIn } from './cells.js';
import { cheapestTable, type PriceOf } from './cheapestTable.js';
import { exactFloor } from './floors.js';
import {
  type End,
  endsOf,
  requirementOf,
  ruledOut,
  type Table,
  tablesFor,
  type Unplanned,
  type Work,
} from './work.js';

/** Atoms that may change in a repair; tried in turn. */
const BLOCKS = [24, 80, 400, 4000] as const;

/** Repairs between two looks at everything: more in large systems, where a look takes as long as many repairs. */
const repairsAtOnce = (cells: number): number => Math.max(6, Math.ceil(cells / 400));

/** A pattern in which every end can be reached, with the tables that show it, by end. */
export interface Pattern {
  readonly kind: 'pattern';
  readonly hidden: ReadonlySet<number>;
  readonly tables: ReadonlyMap<string, { readonly end: End; readonly table: Table }>;
}

export function endName({ target, side }: End): string {
  return `${target} ${side}`;
}

/**
 * Hides the cheapest cells that make room for whatever is narrowed, until nothing is. Tables that were found stay valid: hiding more never takes a table away.
 */
export async function repaired(work: Work, start: ReadonlySet<number>): Promise<Pattern | Unplanned> {
  const { system } = work;
  const hidden = new Set(start);
  const tables = new Map<string, { end: End; table: Table }>();
  const impossible = new Map<string, End>();
  const fractional = new Set<string>();
  for (;;) {
    const open = endsOf(work).filter((end) => !tables.has(endName(end)) && !impossible.has(endName(end)));
    let next = ruledOut(work, hidden, open);
    if (next.length === 0) {
      const found = await tablesFor(work, hidden, open);
      next = open.filter((end, i) => {
        const table = found[i] ?? null;
        if (table !== null) tables.set(endName(end), { end, table });
        return table === null;
      });
    }
    if (next.length === 0) break;
    for (const end of next.slice(0, repairsAtOnce(system.cells.length))) {
      const name = endName(end);
      const found = grow(work, hidden, end, fractional.has(name));
      // What fractions could cure and whole numbers cannot comes up again.
      if (found === 'not needed' && !fractional.has(name)) fractional.add(name);
      else if (found !== 'hidden' && !(await raised(work, end))) impossible.set(name, end);
    }
  }
  if (impossible.size === 0) return { kind: 'pattern', hidden, tables };
  const lost = new Set([...impossible.values()].map(({ target }) => target));
  return {
    kind: 'impossible',
    counts: [...lost].sort((a, b) => a - b).flatMap((i) => work.sensitive[i]?.id ?? []),
  };
}

/** Whether the shown noughts alone tell that a count cannot be as low as was asked; its rule then begins where they leave it. */
async function raised({ system, sensitive, targets }: Work, { target, side, value }: End): Promise<boolean> {
  const [count, aim] = [sensitive[target], targets[target]];
  if (side !== 'low' || count === undefined || aim?.rule == null) return false;
  const floor = Math.min(count.value, await exactFloor(system, count));
  if (floor <= value) return false;
  targets[target] = { ...aim, rule: [floor, Math.max(floor, aim.rule[1])] };
  return true;
}

/**
 * Hides what an end needs, looking further and further around.
 * @param whole look for tables of whole numbers
 * @returns whether cells were hidden, nothing was needed (an earlier repair may have cured it), or nothing helps
 */
function grow(
  work: Work,
  hidden: Set<number>,
  end: End,
  whole: boolean,
): 'hidden' | 'not needed' | 'no help' {
  const { solver, system, holders } = work;
  const price: PriceOf = (cell) => (hidden.has(cell) ? 0 : dearer(work, cell));
  const sizes = BLOCKS.filter((_, i) => i === 0 || (BLOCKS[i - 1] ?? 0) < system.atoms.length);
  for (const size of sizes) {
    const change = cheapestTable(solver, system, holders, price, requirementOf(work, end), size, whole);
    if (change === null) continue;
    const more = [...change.keys()].filter((cell) => !hidden.has(cell));
    for (const cell of more) hidden.add(cell);
    return more.length === 0 ? 'not needed' : 'hidden';
  }
  return 'no help';
}

/** What hiding a cell costs: its own cost, and more for a large count. */
function dearer({ system }: Work, cell: number): number | null {
  const { cost = 1, support = [] } = system.cells[cell] ?? {};
  return system.forced.has(cell) ? null : cost * (1 + Math.min(countIn(system, support), 400) / 2000);
}
