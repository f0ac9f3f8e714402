import { countFates } from './fate.js';
import type { Reconciliation } from './findings.js';
import type { IngestInput } from './ingestInput.js';

/**
 * Where every row of a file went.
 * @throws Error (a defect) when the parts do not add up to what was read
 */
export function reconcile(
  input: Pick<IngestInput, 'displayPath' | 'schema' | 'agency' | 'period'>,
  fates: Uint8Array,
  blankLines: number,
  nilReturn: boolean,
): Reconciliation {
  const counts = countFates(fates);
  const result: Reconciliation = {
    file: input.displayPath,
    extract: input.schema.name,
    agency: input.agency,
    period: input.period,
    read: fates.length - counts.ignored,
    accepted: counts.accepted,
    rejected: counts.rejected,
    duplicates: counts.duplicate,
    superseded: counts.superseded,
    setAside: counts.setAside,
    ignoredLines: counts.ignored + blankLines,
    nilReturn,
  };
  const sum = result.accepted + result.rejected + result.duplicates + result.superseded + result.setAside;
  if (sum !== result.read) throw new Error(`The reconciliation of ${result.extract} does not add up.`);
  return result;
}
