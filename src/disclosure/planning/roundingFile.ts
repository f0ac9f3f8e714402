import { KnownError } from '../../reference/knownError.js';
import { audit } from '../proof/audit.js';
import { countIn, mergeTwins } from './cells.js';
import { controlledRounding, roundedStatements, roundedTargets } from './rounding.js';
import { readSystem } from './systemFile.js';

/** What `profile disclosure round` prints: ids in the order of the file. */
export interface RoundingReport {
  readonly base: number;
  readonly rounded: Readonly<Record<string, number>>;
  /** By how much all numbers moved together. */
  readonly moved: number;
  /** What an attacker who knows how the table was rounded can work out about each small count, and about small differences of cells. */
  readonly intervals: Readonly<Record<string, readonly [number, number]>>;
}

/**
 * Rounds a system so that all sums still hold, and says what can still be worked out.
 * @param base null for the threshold of the file's rule
 * @throws KnownError (exit 2) for a file or a base that is not as it should be, (exit 3) where no such rounding exists or a small count could be narrowed below its rule
 */
export async function roundingReport(
  text: string,
  name: string,
  base: number | null,
): Promise<RoundingReport> {
  const { system: asWritten } = readSystem(text, name);
  const { threshold } = asWritten.rule;
  const to = base ?? threshold;
  if (to < threshold)
    throw new KnownError(
      2,
      `${name}: rounding to ${to} does not keep counts below ${threshold}.`,
      `Round to ${threshold} or more, or lower the rule’s threshold.`,
    );
  const { system, members } = mergeTwins(asWritten);
  const printed = [...asWritten.forced].flatMap((cell) => asWritten.cells[cell]?.id ?? []);
  if (printed.length > 0)
    throw new KnownError(
      3,
      `${name}: ${printed.join(', ')} stand printed with their exact numbers ("forced"), which would tell more of what is rounded beside them.`,
      'Hide counts instead (profile disclosure plan), or leave these cells out.',
    );
  const found = await controlledRounding(system, to);
  if (found.kind !== 'rounded')
    throw new KnownError(
      3,
      found.kind === 'impossible'
        ? `${name}: no rounding to ${to} keeps all sums with every number at one of its two neighbours.`
        : `${name}: the table is too large to be rounded as one.`,
      'Round tables that have no cells in common one by one, lay out less, or hide counts instead (profile disclosure plan).',
    );
  const { values } = found;
  const seen = await audit(roundedStatements(system, values, to), roundedTargets(system, values));
  if (seen.kind === 'contradiction') throw new Error('The true counts contradict their own rounding.');
  const narrowed = seen.targets.filter(({ safe }) => safe === false);
  if (narrowed.length > 0)
    throw new KnownError(
      3,
      `${name}: ${narrowed.map(({ id, min, max }) => `${id} could be narrowed to ${min} to ${max}`).join('; ')}.`,
      'Round to a larger base, or hide counts instead (profile disclosure plan).',
    );
  const numbers = new Map(members.flatMap((twins, cell) => twins.map((twin) => [twin, values[cell] ?? 0])));
  return {
    base: to,
    rounded: Object.fromEntries(asWritten.cells.map(({ id }, cell) => [id, numbers.get(cell) ?? 0])),
    moved: asWritten.cells.reduce(
      (sum, { support }, cell) => sum + Math.abs((numbers.get(cell) ?? 0) - countIn(asWritten, support)),
      0,
    ),
    intervals: Object.fromEntries(seen.targets.map(({ id, min, max }) => [id, [min, max]])),
  };
}
