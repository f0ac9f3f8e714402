import { z } from 'zod';
import { KnownError } from '../../reference/knownError.js';
import { statementText } from './derivation.js';
import { type Constraint, gathered, type LinearSystem, type Target, type Term } from './system.js';

const names = z.array(z.string().min(1));
const whole = z.int();

const count = { sum: names };

/** One thing that somebody has said about the counts. */
const statement = z.union([
  z.strictObject({ id: z.string().optional(), ...count, equals: whole }),
  z.strictObject({ id: z.string().optional(), ...count, between: z.tuple([whole, whole]) }),
  z.strictObject({ id: z.string().optional(), ...count, atLeast: whole }),
  z.strictObject({ id: z.string().optional(), ...count, atMost: whole }),
  z.strictObject({ id: z.string().optional(), ...count, lessThan: whole }),
  z.strictObject({ id: z.string().optional(), ...count, atLeastSum: names, plus: whole.default(0) }),
  z.strictObject({ id: z.string().optional(), ...count, rounded: whole, to: whole.min(2) }),
  z.strictObject({
    id: z.string().optional(),
    ratio: z.strictObject({
      of: names,
      in: names,
      percent: z.number().optional(),
      value: z.number().optional(),
      per: z.number().positive().optional(),
      decimals: z.int().min(0).max(6),
    }),
  }),
]);

type Statement = z.output<typeof statement>;

const file = z.strictObject({
  atoms: z.array(z.string().min(1)).min(1),
  integer: z.boolean().default(true),
  statements: z.array(statement).default([]),
  knows: z.record(z.string(), whole.min(0)).default({}),
  targets: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        sum: names,
        rule: z.tuple([whole, whole.nullable()]).optional(),
      }),
    )
    .default([]),
});

/** What a file of statements asks. */
export interface Question {
  readonly system: LinearSystem;
  readonly targets: readonly Target[];
}

/**
 * Reads a file of statements: unknown counts, what is said of them, what the reader knows besides, and the counts that are to stay hidden.
 * @param name of the file, for messages
 * @throws KnownError (exit 2) for what is no such file, with the field; (exit 3) for a percentage that no count gives
 */
export function readStatements(text: string, name: string): Question {
  const parsed = file.safeParse(json(text, name));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new KnownError(
      2,
      `${name}: ${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'is not as expected'}.`,
      'See docs/disclosure.md for the format, with an example.',
    );
  }
  const { atoms, integer, statements, knows, targets } = parsed.data;
  if (new Set(atoms).size !== atoms.length)
    throw new KnownError(
      2,
      `${name}: atoms: a name stands there twice.`,
      'Give every unknown a name of its own.',
    );
  const places = new Map(atoms.map((atom, place) => [atom, place]));
  const terms = (sum: readonly string[], where: string, sign = 1): Term[] =>
    sum.map((atom) => {
      const place = places.get(atom);
      if (place === undefined)
        throw new KnownError(
          2,
          `${name}: ${where}: "${atom}" is not among the atoms.`,
          'List every unknown under "atoms", or mend the spelling.',
        );
      return { atom: place, coefficient: sign };
    });
  const constraints = [
    ...statements.flatMap((one, i) => compiled(one, one.id ?? `statement ${i + 1}`, name, terms, atoms)),
    ...Object.entries(knows).map(([atom, value]): Constraint => {
      const own = terms([atom], 'knows');
      return {
        id: `knows ${atom}`,
        terms: own,
        lower: value,
        upper: value,
        says: `known: ${atom} = ${value}`,
      };
    }),
  ];
  return {
    system: { atoms, integer, constraints },
    targets: targets.map(({ id, sum, rule }) => ({
      id,
      terms: gathered(terms(sum, `targets: ${id}`)),
      rule: rule === undefined ? null : [rule[0], rule[1] ?? Number.POSITIVE_INFINITY],
    })),
  };
}

function json(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new KnownError(
      2,
      `${name} is no JSON.`,
      'Check it with any JSON editor: a comma or bracket is missing.',
    );
  }
}

type Terms = (sum: readonly string[], where: string, sign?: number) => Term[];

function compiled(
  one: Statement,
  id: string,
  name: string,
  terms: Terms,
  atoms: readonly string[],
): readonly Constraint[] {
  const put = (own: readonly Term[], lower: number, upper: number, says?: string): Constraint => {
    const once = gathered(own);
    return {
      id,
      terms: once,
      lower,
      upper,
      says: says ?? `${id}: ${statementText({ atoms }, once, lower, upper)}`,
    };
  };
  if ('ratio' in one) return ratio(one.ratio, id, name, terms, put);
  const own = terms(one.sum, id);
  if ('equals' in one) return [put(own, one.equals, one.equals)];
  if ('between' in one) return [put(own, one.between[0], one.between[1])];
  if ('atLeast' in one) return [put(own, one.atLeast, Number.POSITIVE_INFINITY)];
  if ('atMost' in one) return [put(own, Number.NEGATIVE_INFINITY, one.atMost)];
  if ('lessThan' in one) return [put(own, Number.NEGATIVE_INFINITY, one.lessThan - 1)];
  if ('atLeastSum' in one)
    return [put([...own, ...terms(one.atLeastSum, id, -1)], one.plus, Number.POSITIVE_INFINITY)];
  const [low, high] = roundedFrom(one.rounded, one.to);
  return [put(own, low, high)];
}

/** Whole numbers that are rounded to a multiple of a base, halves up; nought stands for what is nearest to it and not below it. */
export function roundedFrom(value: number, base: number): readonly [number, number] {
  const half = Math.floor(base / 2);
  const below = base % 2 === 0 ? half : (base - 1) / 2;
  const above = base % 2 === 0 ? half - 1 : (base - 1) / 2;
  return [Math.max(0, value - below), value + above];
}

type Ratio = Extract<Statement, { ratio: unknown }>['ratio'];

/** Tells apart the decimals of a percentage as whole numbers: 37.8 to one decimal is 378 tenths, give or take half a tenth. */
function ratio(
  { of, in: within, percent, value, per = 100, decimals }: Ratio,
  id: string,
  name: string,
  terms: Terms,
  put: (own: readonly Term[], lower: number, upper: number, says?: string) => Constraint,
): readonly Constraint[] {
  const said = percent ?? value;
  if (said === undefined)
    throw new KnownError(
      2,
      `${name}: ${id}: a ratio needs "percent", or "value" with "per".`,
      'Give one of them.',
    );
  const scale = 2 * 10 ** decimals;
  const middle = Math.round(said * scale);
  if (Math.abs(middle - said * scale) > 1e-6 || middle % 2 !== 0)
    throw new KnownError(
      3,
      `${name}: ${id}: ${said} has more than ${decimals} decimals, so no count gives it.`,
      'Give the number as it was printed, with its decimals.',
    );
  if (percent !== undefined && (percent < 0 || (percent > 100 && isPart(of, within))))
    throw new KnownError(
      3,
      `${name}: ${id}: no count gives ${percent} percent of a whole that holds it.`,
      'A part is from 0 to 100 percent of its whole.',
    );
  const whole = 2 * per * 10 ** decimals;
  if (!Number.isSafeInteger(whole))
    throw new KnownError(2, `${name}: ${id}: "per" must be a whole number.`, 'For example 10000.');
  const weighted = (weightOf: number, weightIn: number): Term[] => [
    ...terms(of, id).map((term) => ({ ...term, coefficient: weightOf })),
    ...terms(within, id).map((term) => ({ ...term, coefficient: weightIn })),
  ];
  const words = `${id}: ${of.join(' + ')} is ${said.toFixed(decimals)}${percent === undefined ? ` per ${per}` : '%'} of ${within.join(' + ')}`;
  // per x of / in >= said - half a step, and < said + half a step; nothing has a share of nobody.
  return [
    put(weighted(whole, -(middle - 1)), 0, Number.POSITIVE_INFINITY, words),
    put(weighted(whole, -(middle + 1)), Number.NEGATIVE_INFINITY, -1, words),
    put(terms(within, id), 1, Number.POSITIVE_INFINITY, `${words}, so there is somebody`),
  ];
}

function isPart(of: readonly string[], within: readonly string[]): boolean {
  return of.every((atom) => within.includes(atom));
}
