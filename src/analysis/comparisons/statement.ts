import type { AreaCode, PeriodId } from '../../reference/brands.js';
import type { Indicator } from '../catalogue/record.js';
import type { StatementRecord, Verdict } from '../model.js';

type Blank = Omit<StatementRecord, 'n1' | 'n2' | 'exposure1' | 'exposure2' | 'verdict' | 'refusal'>;

/** The parts that every statement about an indicator at a place has; no numbers yet. */
export function blankStatement(
  kind: StatementRecord['kind'],
  indicator: Indicator,
  area: AreaCode,
  period: PeriodId,
  comparedWith: PeriodId | null,
): Blank {
  const against = comparedWith === null ? 'rest' : comparedWith;
  return {
    id: `${indicator.id}|${area}|${period}|vs|${against}`,
    kind,
    indicator: indicator.id,
    countingUnit: indicator.countingUnit,
    area,
    period,
    comparedWith,
    method: 'none',
    estimate: null,
    lower: null,
    upper: null,
    p: null,
    pAdjusted: null,
    family: null,
    clearly: false,
  };
}

/** A statement that says why there is none. */
export function refused(
  blank: Blank,
  verdict: Verdict,
  refusal: string,
  counts: Pick<StatementRecord, 'n1' | 'n2'> = { n1: null, n2: null },
): StatementRecord {
  return { ...blank, ...counts, exposure1: null, exposure2: null, verdict, refusal };
}

/** A finite number, or null: an unbounded limit is printed as none. */
export function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
