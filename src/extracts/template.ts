import type { ExtractSchema } from './schema.js';

function csvCell(text: string): string {
  return /[",\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Header line of an extract: every field in the order of the schema, with a line feed at the end. */
export function blankTemplate(schema: ExtractSchema): string {
  return `${schema.fields.map((field) => csvCell(field.name)).join(',')}\n`;
}

/** The header and one invented row that shows how each column is filled in. */
export function exampleTemplate(schema: ExtractSchema): string {
  return `${blankTemplate(schema)}${schema.fields.map((field) => csvCell(field.example)).join(',')}\n`;
}
