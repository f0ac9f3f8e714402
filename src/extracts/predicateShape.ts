import { z } from 'zod';
import type { Predicate } from './schema.js';

const fieldName = z.string().min(1);
const pair = z.tuple([fieldName, fieldName]).readonly();
const number = z.number().exactOptional();
const texts = z.array(z.string()).min(1);

/** Shape of a condition in a schema file. */
export const predicateShape: z.ZodType<Predicate> = z.lazy(() =>
  z.union([
    z.strictObject({ field: fieldName, present: z.boolean() }),
    z.strictObject({ field: fieldName, in: texts }),
    z.strictObject({ field: fieldName, notIn: texts }),
    z.strictObject({ field: fieldName, countAtMost: z.number().int() }),
    z.strictObject({ field: fieldName, atLeast: number, atMost: number }),
    z.strictObject({ order: pair, slackMinutes: number, strict: z.boolean().exactOptional() }),
    z.strictObject({ gap: pair, atMostMinutes: number, atMostDays: number, atMostWorkingDays: number }),
    z.strictObject({
      age: z.strictObject({ at: fieldName.exactOptional(), atLeast: number, atMost: number }),
    }),
    z.strictObject({
      compare: z.tuple([fieldName, z.enum(['<=', '<', '=', '!=']), fieldName]).readonly(),
    }),
    z.strictObject({ all: z.array(predicateShape).min(1) }),
    z.strictObject({ any: z.array(predicateShape).min(1) }),
    z.strictObject({ not: predicateShape }),
  ]),
);
