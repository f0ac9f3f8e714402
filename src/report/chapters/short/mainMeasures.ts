import type { Table } from '../../model.js';
import { sentence } from '../../statements/sentence.js';
import type { ProfileView } from '../../view.js';
import { blocksOf, type ChapterRecord } from '../chapter.js';
import { comparisonTable } from '../tables.js';

/** Children first, then help, then justice, then what was agreed. */
const MEASURES = [
  'S01',
  'S09',
  'V03',
  'S03',
  'S05',
  'M01',
  'M02',
  'M18',
  'M19',
  'R08',
  'O01',
  'O08',
  'P01',
  'A01',
];

/** Every number that the first page of a short profile gives, where its readers may have it. */
export function measuresTable(view: ProfileView): Table | null {
  return comparisonTable(view, 'main-measures-table', MEASURES, 'This half-year and a year earlier');
}

/** The measures that the findings and questions of a short profile can speak of, in one table. */
export const mainMeasures: ChapterRecord = {
  id: 'main-measures',
  title: 'The main measures',
  audience: ['B', 'G', 'T'],
  build: (view) => ({
    id: mainMeasures.id,
    title: mainMeasures.title,
    lead: sentence('Everything compares this half-year with the same months of the year before.'),
    blocks: blocksOf([measuresTable(view)]),
  }),
};
