import * as z from 'zod';
import { figureSchema as figure } from '../../disclosure/readPublished.js';

const text = z.string();
const place = z.int();
const format = z.enum(['count', 'percent', 'rate', 'ratio', 'days', 'hours', 'years']);
const mark = z.enum(['higher', 'lower', 'similar', 'unknown']);
const point = z.strictObject({ label: text, value: figure, lower: figure, upper: figure });

const kinds = [
  z.strictObject({
    kind: z.literal('trend'),
    unit: format,
    series: z.array(z.strictObject({ name: text, points: z.array(point) })),
    breaks: z.array(z.strictObject({ beforeLabel: text, note: text })),
    timeTitle: text.optional(),
    standard: z.strictObject({ value: z.number(), label: text }).optional(),
  }),
  z.strictObject({
    kind: z.literal('dot-range'),
    unit: format,
    axisTitle: text,
    rows: z.array(z.strictObject({ name: text, value: figure, lower: figure, upper: figure, mark })),
    reference: z.strictObject({ value: figure, label: text }).nullable(),
  }),
  z.strictObject({
    kind: z.literal('dumbbell'),
    unit: format,
    fromLabel: text,
    toLabel: text,
    rows: z.array(z.strictObject({ name: text, from: figure, to: figure, mark })),
  }),
  z.strictObject({
    kind: z.literal('tile-map'),
    unit: format,
    tiles: z.array(z.strictObject({ areaCode: text, name: text, value: figure, mark })),
  }),
  z.strictObject({
    kind: z.literal('small-multiples'),
    unit: format,
    panels: z.array(z.strictObject({ name: text, points: z.array(point) })),
  }),
  z.strictObject({
    kind: z.literal('panels'),
    panels: z.array(
      z.strictObject({
        name: text,
        unit: format,
        points: z.array(z.strictObject({ label: text, value: figure })),
      }),
    ),
  }),
  z.strictObject({
    kind: z.literal('bars'),
    unit: format,
    axisTitle: text,
    rows: z.array(
      z.strictObject({
        name: text,
        value: figure,
        highlight: z.boolean().optional(),
        label: text.optional(),
      }),
    ),
  }),
  z.strictObject({
    kind: z.literal('grouped-bars'),
    unit: format,
    series: z.array(text),
    rows: z.array(z.strictObject({ name: text, values: z.array(figure) })),
  }),
  z.strictObject({
    kind: z.literal('pyramid'),
    left: text,
    right: text,
    rows: z.array(z.strictObject({ name: text, left: figure, right: figure })),
  }),
  z.strictObject({
    kind: z.literal('stages'),
    rows: z.array(
      z.strictObject({ name: text, value: figure, shareOfPrevious: figure, muted: z.boolean().optional() }),
    ),
  }),
  z.strictObject({
    kind: z.literal('control'),
    unit: format,
    points: z.array(z.strictObject({ label: text, value: figure, inRange: z.boolean() })),
    centre: figure,
    lower: figure,
    upper: figure,
    mark,
  }),
  z.strictObject({
    kind: z.literal('network'),
    places: z.array(text),
    groups: z.array(
      z.strictObject({
        label: text,
        hover: text,
        shape: z.enum(['circle', 'square']),
        places: z.array(place),
      }),
    ),
    shared: z.array(
      z.strictObject({ label: text, shape: z.enum(['circle', 'diamond']), groups: z.array(place) }),
    ),
    between: z.array(z.strictObject({ from: place, to: place, weak: z.boolean() })),
  }),
  z.strictObject({
    kind: z.literal('funnel'),
    unit: format,
    sizeTitle: text,
    per: z.number(),
    points: z.array(z.strictObject({ name: text, size: figure, value: figure })),
    centre: figure,
    spread: figure,
  }),
  z.strictObject({
    kind: z.literal('heat'),
    unit: format,
    columns: z.array(text),
    rows: z.array(z.strictObject({ name: text, values: z.array(figure) })),
  }),
  z.strictObject({
    kind: z.literal('overlap'),
    sets: z.array(text),
    patterns: z.array(z.strictObject({ members: z.array(place), value: figure })),
  }),
] as const;

/** Every chart of a document and nothing else in it: a field that no chart has cannot carry a number along. */
export const chartSchema = z.discriminatedUnion('kind', kinds);

export { format as formatSchema, mark as markSchema };
