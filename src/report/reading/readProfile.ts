import * as z from 'zod';
import type { PublishedObservation, PublishedStatement } from '../../disclosure/model.js';
import {
  asObservation,
  asStatement,
  figureSchema as figure,
  observationSchema,
  statementSchema,
} from '../../disclosure/readPublished.js';
import type { ReportDocument } from '../model.js';
import { chartSchema, formatSchema, markSchema } from './chartSchema.js';

const text = z.string();
const sentence = z.strictObject({ text, records: z.array(text) });

const cell = z.union([
  z.strictObject({ text }),
  z.strictObject({ figure, format: formatSchema, mark: z.enum(['p', 'r']).optional() }),
]);

const tidyRow = z.strictObject({
  period: text,
  level: text,
  areaCode: text,
  areaName: text,
  indicator: text,
  breakdown: text,
  category: text,
  unit: text,
  numerator: figure,
  denominator: figure,
  value: figure,
  lower: figure,
  upper: figure,
});

const tableParts = {
  id: text,
  title: text,
  subtitle: text,
  columns: z.array(z.strictObject({ id: text, title: text, align: z.enum(['left', 'right']) })),
  rows: z.array(z.strictObject({ cells: z.array(cell), total: z.boolean().optional() })),
  notes: z.array(text),
  source: text,
  tidy: z.array(tidyRow),
};

const table = z.strictObject({
  kind: z.literal('table'),
  ...tableParts,
  folded: z.literal(true).optional(),
});

const figureBlock = z.strictObject({
  kind: z.literal('figure'),
  id: text,
  title: sentence,
  subtitle: text,
  alt: text,
  chart: chartSchema,
  width: z.enum(['full', 'half']),
  reading: sentence.nullable(),
  source: text,
  table: z.union([z.strictObject(tableParts), table]),
});

const block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('paragraph'), sentences: z.array(sentence) }),
  z.strictObject({
    kind: z.literal('heading'),
    text,
    id: text.optional(),
    newPage: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal('note'), sentences: z.array(sentence) }),
  z.strictObject({
    kind: z.literal('cards'),
    cards: z.array(
      z.strictObject({
        title: text,
        figure,
        format: formatSchema,
        unitText: text,
        change: sentence,
        range: text,
        mark: markSchema,
        tag: text,
        spark: z.array(figure),
      }),
    ),
  }),
  z.strictObject({
    kind: z.literal('findings'),
    findings: z.array(
      z.strictObject({ sentence, evidence: z.enum(['strong', 'moderate', 'limited']), why: text, see: text }),
    ),
  }),
  z.strictObject({
    kind: z.literal('questions'),
    questions: z.array(z.strictObject({ question: sentence, detail: text, see: text.optional() })),
  }),
  z.strictObject({
    kind: z.literal('definitions'),
    items: z.array(z.strictObject({ term: text, text })),
    columns: z.literal(2).optional(),
  }),
  z.strictObject({ kind: z.literal('list'), items: z.array(text) }),
  z.strictObject({
    kind: z.literal('analyst'),
    passages: z.array(z.strictObject({ kind: z.enum(['heading', 'paragraph', 'item']), sentence })),
  }),
  z.strictObject({ kind: z.literal('pair'), left: figureBlock, right: figureBlock }),
  z.strictObject({
    kind: z.literal('beside'),
    lists: z.array(z.strictObject({ title: text, sentences: z.array(sentence) })),
    figure: figureBlock,
  }),
  z.strictObject({ kind: z.literal('grid'), table, bands: z.array(z.number()) }),
  figureBlock,
  table,
]);

const fileSchema = z.strictObject({
  format: z.literal('profile-report/1'),
  document: z.strictObject({
    part: z.enum(['whole', 'main', 'annex']),
    edition: text,
    editionTitle: text,
    title: text,
    partnership: text,
    period: text,
    periodText: text,
    marking: text,
    handling: text,
    synthetic: z.boolean(),
    facts: z.array(z.strictObject({ term: text, text })),
    chapters: z.array(
      z.strictObject({
        id: text,
        title: text,
        lead: sentence.nullable(),
        blocks: z.array(block),
        further: z.strictObject({ text, chapter: text }).optional(),
      }),
    ),
    compact: z.boolean(),
    attributions: z.array(text),
    provenance: z.array(text),
  }),
  statements: z.array(statementSchema),
  figures: z.record(text, observationSchema),
});

/** What `profile.json` holds: the document, and the records and figures behind its sentences. */
export interface ReadProfile {
  readonly document: ReportDocument;
  readonly statements: readonly PublishedStatement[];
  readonly observations: readonly PublishedObservation[];
}

/** Where the first thing stands that does not belong in the file, as a path of names; never what it is. */
export class NotAProfile extends Error {
  override readonly name = 'NotAProfile';
  constructor(readonly place: string) {
    super('This is no profile.json.');
  }
}

/**
 * Reads a `profile.json` back. Every field must be known: one that is not could carry anything along.
 * @throws NotAProfile
 */
export function readProfile(json: string): ReadProfile {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new NotAProfile('');
  }
  const read = fileSchema.safeParse(value);
  if (!read.success) throw new NotAProfile(deepest(read.error.issues));
  const { document, statements, figures } = read.data;
  return {
    // Optional fields of the model are never there as undefined, and JSON has no undefined.
    document: document as unknown as ReportDocument,
    statements: statements.map(asStatement),
    observations: Object.values(figures).map(asObservation),
  };
}

function deepest(issues: readonly z.core.$ZodIssue[]): string {
  const paths = issues.map(({ path }) => path.map(String).join('.'));
  return paths.reduce((longest, path) => (path.length > longest.length ? path : longest), '');
}
