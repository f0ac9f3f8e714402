import { audit } from '../../../src/disclosure/proof/audit.js';
import { statementText } from '../../../src/disclosure/proof/derivation.js';
import type { Constraint, LinearSystem, Target } from '../../../src/disclosure/proof/system.js';

/** A published table in a test: cells by name, `null` where hidden, with lines that add up. */
export class Published {
  private readonly atoms: string[] = [];
  private readonly constraints: Constraint[] = [];

  atom(name: string): number {
    const place = this.atoms.indexOf(name);
    return place >= 0 ? place : this.atoms.push(name) - 1;
  }

  /** `lower <= sum <= upper`, names with a minus in front taken away. */
  say(sum: readonly string[], lower: number, upper = lower): this {
    const terms = sum.map((name) =>
      name.startsWith('-')
        ? { atom: this.atom(name.slice(1)), coefficient: -1 }
        : { atom: this.atom(name), coefficient: 1 },
    );
    const id = `s${this.constraints.length + 1}`;
    const says = `${id}: ${statementText({ atoms: this.atoms }, terms, lower, upper)}`;
    this.constraints.push({ id, terms, lower, upper, says });
    return this;
  }

  /** Whole and parts, each shown or hidden: the whole is a name of its own. */
  adds(whole: string, parts: readonly string[]): this {
    return this.say([...parts, `-${whole}`], 0);
  }

  get system(): LinearSystem {
    return { atoms: this.atoms, constraints: this.constraints, integer: true };
  }

  target(name: string, rule: readonly [number, number] | null = null): Target {
    return { id: name, terms: [{ atom: this.atom(name), coefficient: 1 }], rule };
  }

  /** Ranges of cells, by name. */
  async ranges(...names: readonly string[]): Promise<Record<string, readonly [number, number]>> {
    const found = await audit(
      this.system,
      names.map((name) => this.target(name)),
    );
    if (found.kind === 'contradiction') throw new Error(`contradiction: ${found.statements.join(', ')}`);
    return Object.fromEntries(found.targets.map(({ id, min, max }) => [id, [min, max] as const]));
  }
}

/**
 * A table of rows and columns with all its margins.
 * @param rows counts by row, the inner cells only
 * @param hidden cells as `row|column`; `total` names a margin
 */
export function crossed(
  rows: Readonly<Record<string, readonly number[]>>,
  columns: readonly string[],
  hidden: readonly string[],
): Published {
  const table = new Published();
  const cell = (row: string, column: string): string => `${row}|${column}`;
  const rowNames = Object.keys(rows);
  const value = (row: string, column: string): number => {
    const inRow = (name: string): readonly number[] =>
      column === 'total' ? (rows[name] ?? []) : [rows[name]?.[columns.indexOf(column)] ?? 0];
    return (row === 'total' ? rowNames.flatMap(inRow) : inRow(row)).reduce((sum, n) => sum + n, 0);
  };
  for (const row of [...rowNames, 'total'])
    table.adds(
      cell(row, 'total'),
      columns.map((column) => cell(row, column)),
    );
  for (const column of [...columns, 'total'])
    table.adds(
      cell('total', column),
      rowNames.map((row) => cell(row, column)),
    );
  for (const row of [...rowNames, 'total'])
    for (const column of [...columns, 'total'])
      if (!hidden.includes(cell(row, column))) table.say([cell(row, column)], value(row, column));
  return table;
}
