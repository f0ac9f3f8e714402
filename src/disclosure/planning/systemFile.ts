import { z } from 'zod';
import { KnownError } from '../../reference/knownError.js';
import { rangesOf } from '../proof/ranges.js';
import { type CellSystem, countIn, mergeTwins } from './cells.js';
import { Lattice } from './lattice.js';
import { plan } from './plan.js';

const count = z.int().min(0);

const file = z.strictObject({
  atoms: z.record(z.string().min(1), count),
  cells: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        sum: z.array(z.string()).min(1),
        cost: z.number().positive().optional(),
      }),
    )
    .min(1),
  rule: z.strictObject({
    threshold: z.int().min(2),
    zeros: z.enum(['shown', 'protected']).default('shown'),
  }),
  forced: z.array(z.string()).default([]),
  require: z.enum(['containment', 'exact']).default('containment'),
  /** Share of the cells, in percent, beyond which a plan is refused; none by default. */
  mostHidden: z.number().min(0).max(100).optional(),
});

/** What `profile disclosure plan` prints: ids in the order of the file. */
export interface PlanReport {
  readonly primary: readonly string[];
  readonly secondary: readonly string[];
  readonly published: readonly string[];
  /** What an attacker can work out about each hidden cell; null where nothing bounds it. */
  readonly intervals: Readonly<Record<string, readonly [number, number | null]>>;
  /** Differences of cells that are small and protected as well. */
  readonly differences: readonly string[];
}

/**
 * Reads a system of cells. @param name of the file, for messages
 * @throws KnownError (exit 2) for a file that is not as it should be, with the field
 */
export function readSystem(
  text: string,
  name: string,
): { readonly system: CellSystem; readonly mostHidden: number | null } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new KnownError(
      2,
      `${name} is no JSON.`,
      'Check it with any JSON editor: a comma or bracket is missing.',
    );
  }
  const parsed = file.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new KnownError(
      2,
      `${name}: ${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'is not as expected'}.`,
      'See docs/disclosure.md for the format, with an example.',
    );
  }
  const { atoms: counts, cells: named, rule, forced, require, mostHidden } = parsed.data;
  const atoms = Object.keys(counts);
  const truth = Object.values(counts);
  const places = new Map(atoms.map((atom, place) => [atom, place]));
  const wrong = (message: string, hint: string): KnownError => new KnownError(2, `${name}: ${message}`, hint);
  const ids = new Set<string>();
  const cells = named.map(({ id, sum, cost }) => {
    if (ids.has(id)) throw wrong(`cells: ${id} stands there twice.`, 'Give every cell an id of its own.');
    ids.add(id);
    const support = [
      ...new Set(
        sum.map((atom) => {
          const place = places.get(atom);
          if (place === undefined)
            throw wrong(`cells: ${id}: "${atom}" is not among the atoms.`, 'List every count under "atoms".');
          return place;
        }),
      ),
    ].sort((a, b) => a - b);
    return { id, support, cost: cost ?? 1 + countIn({ truth }, support) };
  });
  const at = new Map(cells.map(({ id }, cell) => [id, cell]));
  const printed = forced.map((id) => {
    const cell = at.get(id);
    if (cell === undefined) throw wrong(`forced: there is no cell ${id}.`, 'Name cells by their id.');
    return cell;
  });
  return {
    system: { atoms, truth, cells, rule, forced: new Set(printed), require, known: [] },
    mostHidden: mostHidden ?? null,
  };
}

/**
 * Plans a system and says what an attacker can still work out.
 * @throws KnownError (exit 3) when forced cells give a small count away already, when no pattern protects one, or when more than the
 * stated share would be hidden
 */
export async function planReport(text: string, name: string): Promise<PlanReport> {
  const { system: asWritten, mostHidden } = readSystem(text, name);
  const { system, members } = mergeTwins(asWritten);
  const found = await plan(system);
  if (found.kind === 'disclosed')
    throw new KnownError(
      3,
      `${name}: already disclosed by what is printed: ${found.counts.join('; ')}.`,
      'What has been published cannot be taken back. Leave these cells out of "forced", or accept it by raising no rule for them.',
    );
  if (found.kind !== 'planned')
    throw new KnownError(
      3,
      `${name}: no pattern protects ${found.counts.join('; ')}.`,
      'Hide noughts too ("zeros": "protected"), merge categories, or print less.',
    );
  const expand = (places: readonly number[]): number[] =>
    places.flatMap((place) => members[place] ?? []).sort((a, b) => a - b);
  const [primary, secondary] = [expand(found.primary), expand(found.secondary)];
  const hidden = new Set([...primary, ...secondary]);
  const share = (100 * hidden.size) / asWritten.cells.length;
  if (mostHidden !== null && share > mostHidden)
    throw new KnownError(
      3,
      `${name}: ${Math.round(share)}% of the cells would be hidden, more than the ${mostHidden}% allowed.`,
      `${mergeAdvice(asWritten, hidden)} Or round the table: profile disclosure round.`,
    );
  const idsOf = (cells: readonly number[]): string[] =>
    cells.flatMap((cell) => asWritten.cells[cell]?.id ?? []);
  return {
    primary: idsOf(primary),
    secondary: idsOf(secondary),
    published: asWritten.cells.flatMap(({ id }, cell) => (hidden.has(cell) ? [] : [id])),
    intervals: await intervals(asWritten, hidden),
    differences: found.differences,
  };
}

/** Ranges of more hidden cells than this take longer to work out than the plan itself, and are left out. */
const MOST_INTERVALS = 2000;

async function intervals(system: CellSystem, hidden: ReadonlySet<number>): Promise<PlanReport['intervals']> {
  if (hidden.size > MOST_INTERVALS) return {};
  const cells = [...hidden].sort((a, b) => a - b);
  const found = await rangesOf(new Lattice(system).reader(hidden), cells);
  if (found === null) throw new Error('The true counts contradict themselves.');
  return Object.fromEntries(
    cells.map((cell) => {
      const [min = 0, max = 0] = found.get(cell) ?? [];
      return [system.cells[cell]?.id ?? '', [min, Number.isFinite(max) ? max : null] as const];
    }),
  );
}

/** The two small cells that stand together in most sums: merging them hides least. */
function mergeAdvice(system: CellSystem, hidden: ReadonlySet<number>): string {
  const single = [...hidden].filter((cell) => system.cells[cell]?.support.length === 1);
  const together = new Map<string, number>();
  const byAtom = new Map(single.map((cell) => [system.cells[cell]?.support[0], cell]));
  for (const { support } of system.cells) {
    const within = support.flatMap((atom) => byAtom.get(atom) ?? []);
    if (within.length < 2 || within.length > 12) continue;
    for (const [i, a] of within.entries())
      for (const b of within.slice(i + 1)) together.set(`${a} ${b}`, (together.get(`${a} ${b}`) ?? 0) + 1);
  }
  const [best] = [...together].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const pair = best?.[0].split(' ').map((cell) => system.cells[Number(cell)]?.id);
  return pair === undefined
    ? 'Lay out fewer categories or places.'
    : `Lay out less: merging ${pair.join(' and ')} helps most, since they stand together in ${best?.[1]} sums.`;
}
