import { readReferenceCsv } from './files.js';

/** A numbered action of the strategy, in this project's own words. */
export interface StrategyAction {
  /** `5.1`: priority and number within it. */
  readonly number: string;
  readonly priority: number;
  readonly priorityName: string;
  readonly text: string;
  /** Indicator that shows whether it works; null where nothing can be counted. */
  readonly measure: string | null;
}

let loaded: readonly StrategyAction[] | undefined;

/** The numbered actions under the strategy's seven priorities (reference/strategy-actions.csv); read once. */
export function strategyActions(): readonly StrategyAction[] {
  loaded ??= readReferenceCsv('strategy-actions.csv').map((row) => ({
    number: row['number'] ?? '',
    priority: Number(row['priority']),
    priorityName: row['priority_name'] ?? '',
    text: row['action'] ?? '',
    measure: row['measure'] === 'process' ? null : (row['measure'] ?? null),
  }));
  return loaded;
}
