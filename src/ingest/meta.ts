import { readFile } from 'node:fs/promises';
import { isValid } from 'date-fns/isValid';
import { parseISO } from 'date-fns/parseISO';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { systemCode } from '../reference/knownError.js';

const yesNo = z.union([
  z.boolean(),
  z
    .string()
    .regex(/^(y|yes|n|no|true|false)$/i)
    .transform((text) => /^(y|yes|true)$/i.test(text)),
]);
const isoDate = z
  .string()
  .refine((text) => /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2})?)?$/.test(text) && isValid(parseISO(text)));
const period = z.string().regex(/^\d{4}-H[12]$/);
const oneOrMore = z
  .union([z.string(), z.array(z.string())])
  .transform((v) => (typeof v === 'string' ? [v] : v));

const metaSchema = z.object({
  agency: z.string().optional(),
  extract: z.string().optional(),
  extract_name: z.string().optional(),
  synthetic: yesNo.optional(),
  schema_version: z.coerce.string().optional(),
  definition_version: oneOrMore.optional(),
  period: period.optional(),
  period_from: isoDate.optional(),
  period_to: isoDate.optional(),
  extracted_at: isoDate.optional(),
  due_at: isoDate.optional(),
  rows: z.number().int().min(0).optional(),
  nil_return: yesNo.optional(),
  sha256: z
    .string()
    .regex(/^[0-9a-fA-F]{64}$/)
    .optional(),
  encoding: z.enum(['utf-8', 'windows-1252', 'utf-16le', 'utf-16be']).optional(),
  delimiter: z.enum([',', ';', '\t', '|', 'comma', 'semicolon', 'tab', 'pipe']).optional(),
  date_format: z.enum(['iso', 'dmy', 'YYYY-MM-DD', 'DD/MM/YYYY']).optional(),
  /** Header in the file to field of the schema; null says that a column is sent on purpose and must not be read. */
  columns: z.record(z.string(), z.string().nullable()).optional(),
  /** Rule code to the agency's reason; a warning with a reason becomes information. */
  reasons: z.record(z.string(), z.string()).optional(),
  supersedes: z.string().optional(),
  threshold_required: z.number().int().min(2).max(100).optional(),
  sdc_threshold_required_by_agency: z.number().int().min(2).max(100).optional(),
  id_namespaces: oneOrMore.optional(),
  lawful_basis: z.string().optional(),
  sharing_agreement_ref: z.string().optional(),
  contact_role: z.string().optional(),
  known_issues: oneOrMore.optional(),
});

/** Ending of a delivery note's file name. */
export const META_SUFFIX = '.meta.yaml';

/** The delivery note beside an extract (`<extract>.meta.yaml`), after validation. */
export interface ExtractMeta {
  readonly agency: string | null;
  readonly extract: string | null;
  readonly definitionVersions: readonly string[];
  readonly period: string | null;
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
  /** ISO date (with or without time). */
  readonly extractedAt: string | null;
  readonly dueAt: string | null;
  readonly rows: number | null;
  readonly nilReturn: boolean;
  readonly sha256: string | null;
  readonly encoding: 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be' | null;
  readonly delimiter: string | null;
  readonly dateFormat: 'iso' | 'dmy' | null;
  readonly columns: Readonly<Record<string, string | null>>;
  readonly reasons: Readonly<Record<string, string>>;
  readonly supersedes: string | null;
  readonly thresholdRequired: number | null;
}

/** What is wrong with a delivery note: names of its entries only, never their content. */
export interface MetaProblems {
  readonly unreadable: boolean;
  readonly badEntries: readonly string[];
  readonly unknownEntries: readonly string[];
}

/** The delivery note of a file that has none. */
export const NO_META: ExtractMeta = {
  agency: null,
  extract: null,
  definitionVersions: [],
  period: null,
  periodFrom: null,
  periodTo: null,
  extractedAt: null,
  dueAt: null,
  rows: null,
  nilReturn: false,
  sha256: null,
  encoding: null,
  delimiter: null,
  dateFormat: null,
  columns: {},
  reasons: {},
  supersedes: null,
  thresholdRequired: null,
};

export interface MetaResult {
  readonly meta: ExtractMeta;
  readonly problems: MetaProblems;
}

const DELIMITER_WORDS: Readonly<Record<string, string>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  pipe: '|',
};

/** Reads a delivery note from disk; null when there is none. A note that cannot be read is a problem, not an exception. */
export async function readMeta(path: string): Promise<MetaResult | null> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return null;
    return { meta: NO_META, problems: { unreadable: true, badEntries: [], unknownEntries: [] } };
  }
  return parseMeta(text);
}

/** Checks the text of a delivery note. Entries that are wrong are named and left out. */
export function parseMeta(text: string): MetaResult {
  const unreadable = { meta: NO_META, problems: { unreadable: true, badEntries: [], unknownEntries: [] } };
  const document = parseDocument(text, { prettyErrors: false, logLevel: 'silent' });
  if (document.errors.length > 0) return unreadable;
  const content: unknown = document.toJS({ maxAliasCount: 10 });
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return unreadable;
  const known = Object.keys(metaSchema.shape);
  const unknownEntries = Object.keys(content).filter((key) => !known.includes(key));
  const first = metaSchema.safeParse(content);
  if (first.success)
    return { meta: fromParsed(first.data), problems: { unreadable: false, badEntries: [], unknownEntries } };
  const badEntries = [...new Set(first.error.issues.map((issue) => String(issue.path[0] ?? '')))];
  const rest = metaSchema.safeParse(
    Object.fromEntries(Object.entries(content).filter(([key]) => !badEntries.includes(key))),
  );
  return {
    meta: rest.success ? fromParsed(rest.data) : NO_META,
    problems: { unreadable: false, badEntries, unknownEntries },
  };
}

function fromParsed(data: z.output<typeof metaSchema>): ExtractMeta {
  const format = data.date_format;
  return {
    agency: data.agency ?? null,
    extract: data.extract ?? data.extract_name ?? null,
    definitionVersions: data.definition_version ?? [],
    period: data.period ?? null,
    periodFrom: data.period_from ?? null,
    periodTo: data.period_to ?? null,
    extractedAt: data.extracted_at ?? null,
    dueAt: data.due_at ?? null,
    rows: data.rows ?? null,
    nilReturn: data.nil_return ?? false,
    sha256: data.sha256?.toLowerCase() ?? null,
    encoding: data.encoding ?? null,
    delimiter: data.delimiter === undefined ? null : (DELIMITER_WORDS[data.delimiter] ?? data.delimiter),
    dateFormat: format === undefined ? null : format === 'iso' || format === 'YYYY-MM-DD' ? 'iso' : 'dmy',
    columns: data.columns ?? {},
    reasons: data.reasons ?? {},
    supersedes: data.supersedes ?? null,
    thresholdRequired: data.threshold_required ?? data.sdc_threshold_required_by_agency ?? null,
  };
}
