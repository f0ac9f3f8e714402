import * as z from 'zod';
import type { Figure, PublishedObservation, PublishedStatement } from './model.js';
import { shown, shownAsFirst, symbol } from './publish.js';

/** A figure in a published file: what is printed there has been published. */
export const figureSchema = z
  .union([
    z.strictObject({ number: z.number(), asFirst: z.literal(true).optional() }),
    z.strictObject({ symbol: z.enum(['c', 'x', 'z', 'w', 'u']) }),
  ])
  .transform((figure): Figure => {
    if ('symbol' in figure) return symbol(figure.symbol);
    return figure.asFirst === true ? shownAsFirst(figure.number) : shown(figure.number);
  });

const text = z.string();

/** An observation behind a sentence, as `profile.json` holds it. */
export const observationSchema = z.strictObject({
  indicator: text,
  area: text,
  period: text,
  breakdown: text,
  category: text,
  numerator: figureSchema,
  denominator: figureSchema,
  populationBase: z.boolean(),
  value: figureSchema,
  lower: figureSchema,
  upper: figureSchema,
  unknown: figureSchema,
  method: text,
  missingReason: text.nullable(),
  provisional: z.boolean(),
  breakBefore: z.boolean(),
});

/** A statement record, as `profile.json` holds it. */
export const statementSchema = z.strictObject({
  id: text,
  kind: text,
  indicator: text,
  countingUnit: text,
  area: text,
  period: text,
  comparedWith: text.nullable(),
  n1: figureSchema,
  n2: figureSchema,
  exposure1: figureSchema,
  exposure2: figureSchema,
  method: text,
  estimate: figureSchema,
  lower: figureSchema,
  upper: figureSchema,
  pAdjusted: figureSchema,
  family: text.nullable(),
  verdict: text,
  clearly: z.boolean(),
  refusal: text.nullable(),
  series: z
    .strictObject({
      hingesOn: text.nullable(),
      lower80: figureSchema,
      upper80: figureSchema,
      inside: figureSchema,
      tried: figureSchema,
    })
    .optional(),
});

/** Codes are read as they stand: whoever compares them with the catalogue finds those that are none. */
export function asObservation(read: z.output<typeof observationSchema>): PublishedObservation {
  return read as unknown as PublishedObservation;
}

/** As {@link asObservation}. */
export function asStatement(read: z.output<typeof statementSchema>): PublishedStatement {
  return read as unknown as PublishedStatement;
}
