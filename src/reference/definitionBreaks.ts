import { readReferenceCsv } from './files.js';

/** A change of definition or recording in the whole country, across which figures are not compared. */
export interface NationalBreak {
  readonly id: string;
  /** ISO date from which the new practice applies. */
  readonly from: string;
  readonly title: string;
  readonly note: string;
  readonly indicators: readonly string[];
}

let loaded: readonly NationalBreak[] | undefined;

/** The shipped national breaks (reference/definition-breaks.csv), oldest first. */
export function nationalBreaks(): readonly NationalBreak[] {
  loaded ??= readReferenceCsv('definition-breaks.csv').map((row) => ({
    id: row['id'] ?? '',
    from: row['from'] ?? '',
    title: row['title'] ?? '',
    note: row['note'] ?? '',
    indicators: (row['indicators'] ?? '').split('|'),
  }));
  return loaded;
}

/** First day of the statutory definition of child sexual exploitation. */
export const STATUTORY_DEFINITION = '2017-02-16';
