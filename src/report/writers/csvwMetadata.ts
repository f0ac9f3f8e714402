import { numberExhibits, numberText } from '../html/numbering.js';
import type { ReportDocument, Table } from '../model.js';
import { SYMBOLS } from '../symbols.js';
import { TIDY_COLUMNS } from './tidyCsv.js';

/** Name of the file beside the tables; readers of "CSV on the Web" look for it under this name. */
export const CSVW_FILE = 'csv-metadata.json';

type Column = (typeof TIDY_COLUMNS)[number];

const TEXTS: Readonly<Record<Column, string>> = {
  time_period: 'Half-year (2018-H1), quarter (2018-Q2) or month (2018-09)',
  time_identifier: 'Length of the period',
  geographic_level: 'Kind of area; "agency" where a row is about the data of one agency',
  area_code: 'Code of the area, or id of the agency',
  area_name: 'Name of the area or agency',
  indicator: 'Id of the indicator; the workbook and the profile say what it counts',
  breakdown: 'What the count is split by; "total" where it is not',
  category: 'Category of the breakdown; "all" where there is none',
  unit: 'Unit of the value',
  numerator: 'Number of children, events or rows counted',
  denominator: 'Number that the value is a share or rate of',
  value: 'The figure',
  lower_ci: 'Lower end of the 95% range',
  upper_ci: 'Upper end of the 95% range',
  symbol:
    'Symbol that stands in place of the value; f beside a number that is as it was first published; blank otherwise',
};

const NUMBERS: ReadonlySet<Column> = new Set(['numerator', 'denominator', 'value', 'lower_ci', 'upper_ci']);

function column(name: Column): Readonly<Record<string, unknown>> {
  const about = { name, titles: name, 'dc:description': TEXTS[name] };
  if (NUMBERS.has(name))
    return { ...about, datatype: 'number', null: SYMBOLS.map(({ symbol }) => symbol), required: false };
  return name === 'symbol'
    ? { ...about, datatype: 'string', null: '', required: false }
    : { ...about, datatype: 'string', required: true };
}

/**
 * Describes the CSV files of a document after "Metadata Vocabulary for Tabular Data" (W3C, 2015): what each is about, its columns, and the letters that stand for
 * numbers that are not given. One file for the folder, with one schema for all of its tables.
 */
export function csvwMetadata(document: ReportDocument): string {
  const numbering = numberExhibits(document);
  const exhibits: readonly Omit<Table, 'kind'>[] = [
    ...numbering.tables,
    ...numbering.figures.map(({ table }) => table),
  ];
  const described = exhibits.map(({ id, title, subtitle, notes, source }) => ({
    url: `${id}.csv`,
    'dc:title': `${numberText(numbering, id)}. ${title}`,
    'dc:description': [subtitle, ...notes].join(' '),
    'dc:source': source,
  }));
  return `${JSON.stringify(
    {
      '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en-GB' }],
      'dc:title': `${document.title}, ${document.periodText}, ${document.editionTitle}`,
      'dc:publisher': document.partnership,
      'dc:rights': [document.marking, document.handling].filter((part) => part !== '').join('. '),
      'dc:description': [
        ...(document.synthetic ? ['Synthetic data: invented, about no real child, place or agency.'] : []),
        ...SYMBOLS.map(({ symbol, title }) => `${symbol}: ${title}.`),
      ].join(' '),
      'dc:provenance': document.attributions,
      dialect: { header: true, delimiter: ',', encoding: 'utf-8', lineTerminators: ['\n'] },
      tableSchema: { columns: TIDY_COLUMNS.map(column) },
      tables: described,
    },
    null,
    2,
  )}\n`;
}
