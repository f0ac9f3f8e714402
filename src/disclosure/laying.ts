import type { AnalysisResult } from '../analysis/model.js';
import { type AskedFor, concentrationKey, observationKey, observationsBehind } from './askedFor.js';
import type { Layout } from './layout.js';
import type { Laying } from './suppress.js';

/**
 * Which counts stand in a document: those behind the figures, statements and concentration records that were asked for. Tied counts are one.
 * @param asked null for everything
 * @param published whether a cell of that name is printed in an edition that the same readers have
 */
export function layingOf(
  layout: Layout,
  results: readonly AnalysisResult[],
  asked: AskedFor | null,
  published: (name: string) => boolean,
  pan: string,
): Laying {
  const { system } = layout;
  const printed = new Set<number>();
  const put = (cell: number | null): void => {
    if (cell !== null) printed.add(system.group[cell] ?? cell);
  };
  const observations = results.flatMap((result) => result.observations);
  const wanted = asked === null ? null : new Set(asked.observations);
  const total = (o: { readonly indicator: string; readonly area: string; readonly period: string }): string =>
    `${o.indicator}|${o.area}|${o.period}|total|all`;
  for (const { statements, revisions } of results) {
    for (const record of statements)
      if (asked?.statements.has(record.id) === true)
        for (const behind of observationsBehind(record, pan)) wanted?.add(total(behind));
    for (const { indicator, period } of revisions ?? []) wanted?.add(total({ indicator, period, area: pan }));
  }
  observations.forEach((o, i) => {
    const cells = layout.observations[i];
    if (cells === undefined || (wanted !== null && !wanted.has(observationKey(o)))) return;
    put(cells.numerator);
    put(cells.denominator);
    put(cells.unknown);
  });
  results
    .flatMap((result) => result.concentrations)
    .forEach((record, i) => {
      const cells = layout.concentrations[i];
      if (cells == null || (asked !== null && !asked.concentrations.has(concentrationKey(record)))) return;
      for (const cell of [cells.children, cells.episodes, cells.repeat, cells.half]) put(cell);
      for (const band of cells.bands) {
        put(band.children);
        put(band.episodes);
      }
    });
  const forced = new Set<number>();
  system.names.forEach((name, cell) => {
    if (published(name)) forced.add(system.group[cell] ?? cell);
  });
  return {
    printed: (cell) => printed.has(system.group[cell] ?? cell),
    forced: (cell) => forced.has(system.group[cell] ?? cell),
  };
}
