import type { TidyChart } from '../charts/tidySvg.js';
import type { ReportDocument } from '../model.js';
import type { Numbering } from './numbering.js';

/** The drawings of one figure: `wide` is null for half-width figures and for charts that are drawn at one size. */
export interface FigureDrawings {
  readonly wide: TidyChart | null;
  readonly narrow: TidyChart;
}

/** What a block needs to know besides itself. */
export interface PageContext {
  readonly document: ReportDocument;
  readonly numbering: Numbering;
  readonly drawings: ReadonlyMap<string, FigureDrawings>;
  /** What the chapter has said at its head: a figure does not say it again. */
  readonly said?: string;
}

/** Said wherever a figure may be seen on its own. */
export const SYNTHETIC_NOTE = 'Synthetic data: invented, about no real child, place or agency.';

/** "Source: Lancashire Constabulary, April to September 2018.", whether or not the text says "Source:" itself. */
export function sourceLine(source: string): string {
  return `Source: ${source.replace(/^Source:\s*/, '').replace(/\.?\s*$/, '.')}`;
}

/** A source line as it is printed, with the note on synthetic data where it applies. */
export function sourceText(source: string, document: ReportDocument): string {
  const line = sourceLine(source);
  return document.synthetic ? `${line} ${SYNTHETIC_NOTE}` : line;
}
