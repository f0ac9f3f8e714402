import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import * as z from 'zod';
import { COMPARATOR_LEVELS, type Comparator } from '../reference/comparators.js';
import { fileError, KnownError, systemCode } from '../reference/knownError.js';
import type { Workspace } from './model.js';

export const COMPARATORS_FILE = 'comparators.csv';

const count = z.coerce.number().int().min(0);

const line = z.object({
  area_code: z.string().min(1),
  area_name: z.string().min(1),
  level: z.enum(COMPARATOR_LEVELS),
  indicator: z.string().regex(/^[A-Z]\d{2}[A-Z]?$/, 'must be the code of an indicator, such as S02'),
  definition: z.string().min(1),
  counting_unit: z.string().min(1),
  period: z
    .string()
    .regex(/^\d{4}-(H[12]|\d{2})$/, 'must be a half-year such as 2018-H1 or a year such as 2017-18'),
  numerator: count,
  denominator: count.min(1),
  source: z.string().min(1, 'must say where the figure was published'),
});

const COLUMNS = Object.keys(line.shape);

/**
 * Figures of statistical neighbours, and any others, from `comparators.csv` beside the configuration; none without the file.
 * @throws KnownError (exit 2) with line and column for what cannot be used
 */
export async function readComparators(workspace: Workspace): Promise<readonly Comparator[]> {
  const text = await readFile(path.join(workspace.root, COMPARATORS_FILE), 'utf8').catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return null;
    throw fileError(error, COMPARATORS_FILE, 2);
  });
  if (text === null) return [];
  const refuse = (what: string): KnownError =>
    new KnownError(2, `${COMPARATORS_FILE}${what}`, `Its columns are: ${COLUMNS.join(', ')}.`);
  let rows: { record: Record<string, string>; info: { lines: number } }[];
  try {
    rows = parse(text, { columns: true, bom: true, info: true, trim: true, skip_empty_lines: true });
  } catch (error) {
    if (error instanceof CsvError)
      throw refuse(` cannot be read as CSV (line ${String(error['lines'] ?? '?')}).`);
    throw error;
  }
  return rows.map(({ record, info }) => {
    const parsed = line.safeParse(record);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw refuse(
        `, line ${info.lines}, column ${String(issue?.path[0] ?? '?')}: ${issue?.message ?? 'cannot be used'}.`,
      );
    }
    const row = parsed.data;
    return {
      areaCode: row.area_code,
      areaName: row.area_name,
      level: row.level,
      indicator: row.indicator,
      definition: row.definition,
      countingUnit: row.counting_unit,
      period: row.period,
      numerator: row.numerator,
      denominator: row.denominator,
      source: row.source,
    };
  });
}
