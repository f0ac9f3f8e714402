import type { ReportDocument } from '../model.js';
import type { BookLine, BookSheet } from './model.js';
import { oneLine } from './plainText.js';

function section(heading: string, texts: readonly string[]): readonly BookLine[] {
  const paragraphs = texts.map(oneLine).filter((text) => text !== '');
  return paragraphs.length === 0
    ? []
    : [
        { role: 'heading', text: heading },
        ...paragraphs.map((text): BookLine => ({ role: 'paragraph', text })),
      ];
}

/**
 * The first sheet: whose tables these are, about what, how they are marked, and what else is in the workbook.
 *
 * @param standing marking and note on synthetic data
 * @param tables how many sheets of tables follow
 */
export function cover(document: ReportDocument, standing: readonly string[], tables: number): BookSheet {
  const { title, periodText, partnership, editionTitle } = document;
  const facts = document.facts
    .filter(({ text }) => text !== editionTitle)
    .map(({ term, text }) => `${term}: ${text}`);
  return {
    name: 'Cover',
    lines: [
      { role: 'title', text: oneLine(`${title}, ${periodText}: tables`) },
      ...[partnership, editionTitle, ...standing]
        .map(oneLine)
        .filter((text) => text !== '')
        .map((text): BookLine => ({ role: 'paragraph', text })),
      ...section('About this publication', facts),
      ...section('What this workbook holds', [
        `${tables} worksheets with one table each: every table of the report, and the numbers behind every figure. They are numbered as in the report.`,
        'The worksheet "Contents" lists them. The worksheet "Notes" explains the shorthand in square brackets and the method.',
      ]),
      ...section('How it was made', document.provenance),
      ...section('Attributions', document.attributions),
    ],
    table: null,
  };
}
