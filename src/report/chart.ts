import type { Figure } from '../disclosure/model.js';
import type { NumberFormat } from './numbers.js';

export type Mark = 'higher' | 'lower' | 'similar' | 'unknown';

/** What a chart shows; drawn by `src/report/charts`. Every number in it is published; a symbol leaves a labelled gap. */
export type Chart =
  /** A series over half-years with 95% ranges, an optional second line, and series breaks. */
  | {
      readonly kind: 'trend';
      readonly unit: NumberFormat;
      readonly series: readonly {
        readonly name: string;
        readonly points: readonly {
          readonly label: string;
          readonly value: Figure;
          readonly lower: Figure;
          readonly upper: Figure;
        }[];
      }[];
      readonly breaks: readonly { readonly beforeLabel: string; readonly note: string }[];
      /** Title under the time axis; `Half-year ending` when absent. */
      readonly timeTitle?: string;
      readonly standard?: { readonly value: number; readonly label: string };
    }
  /** Places (or groups) with ranges, in the given order; a dashed line for the whole area. */
  | {
      readonly kind: 'dot-range';
      readonly unit: NumberFormat;
      readonly axisTitle: string;
      readonly rows: readonly {
        readonly name: string;
        readonly value: Figure;
        readonly lower: Figure;
        readonly upper: Figure;
        readonly mark: Mark;
      }[];
      readonly reference: { readonly value: Figure; readonly label: string } | null;
    }
  /** Two periods per row: earlier and later count, or "[c]". */
  | {
      readonly kind: 'dumbbell';
      readonly unit: NumberFormat;
      readonly fromLabel: string;
      readonly toLabel: string;
      readonly rows: readonly {
        readonly name: string;
        readonly from: Figure;
        readonly to: Figure;
        readonly mark: Mark;
      }[];
    }
  /** One tile a locality; value and verdict mark inside. */
  | {
      readonly kind: 'tile-map';
      readonly unit: NumberFormat;
      readonly tiles: readonly {
        readonly areaCode: string;
        readonly name: string;
        readonly value: Figure;
        readonly mark: Mark;
      }[];
    }
  | {
      readonly kind: 'small-multiples';
      readonly unit: NumberFormat;
      readonly panels: readonly {
        readonly name: string;
        readonly points: readonly {
          readonly label: string;
          readonly value: Figure;
          readonly lower: Figure;
          readonly upper: Figure;
        }[];
      }[];
    }
  /** One small line each with a scale of its own: different measures of one place. */
  | {
      readonly kind: 'panels';
      readonly panels: readonly {
        readonly name: string;
        readonly unit: NumberFormat;
        readonly points: readonly { readonly label: string; readonly value: Figure }[];
      }[];
    }
  /** Horizontal bars in the given order; one may be highlighted. */
  | {
      readonly kind: 'bars';
      readonly unit: NumberFormat;
      readonly axisTitle: string;
      readonly rows: readonly {
        readonly name: string;
        readonly value: Figure;
        readonly highlight?: boolean;
        readonly label?: string;
      }[];
    }
  /** Two or three series of bars per row side by side (for example two periods, or observed and expected). */
  | {
      readonly kind: 'grouped-bars';
      readonly unit: NumberFormat;
      readonly series: readonly string[];
      readonly rows: readonly { readonly name: string; readonly values: readonly Figure[] }[];
    }
  /** Ages down the middle, boys left, girls right. */
  | {
      readonly kind: 'pyramid';
      readonly left: string;
      readonly right: string;
      readonly rows: readonly { readonly name: string; readonly left: Figure; readonly right: Figure }[];
    }
  /** Stages of a pathway: count and share of the previous stage. */
  | {
      readonly kind: 'stages';
      readonly rows: readonly {
        readonly name: string;
        readonly value: Figure;
        readonly shareOfPrevious: Figure;
        readonly muted?: boolean;
      }[];
    }
  /** Months against their usual range since counting last changed; the newest month carries the verdict. */
  | {
      readonly kind: 'control';
      readonly unit: NumberFormat;
      readonly points: readonly {
        readonly label: string;
        readonly value: Figure;
        /** Counted alike with the newest month. */
        readonly inRange: boolean;
      }[];
      readonly centre: Figure;
      readonly lower: Figure;
      readonly upper: Figure;
      readonly mark: Mark;
    }
  /** Groups between the places that they reach and what they have in common: three columns, always in the same order. */
  | {
      readonly kind: 'network';
      readonly places: readonly string[];
      readonly groups: readonly {
        readonly label: string;
        readonly hover: string;
        /** Linked to exploitation: a circle; suspected or of other crime: a square. */
        readonly shape: 'circle' | 'square';
        /** Places in the first column, its own first. */
        readonly places: readonly number[];
      }[];
      readonly shared: readonly {
        readonly label: string;
        readonly shape: 'circle' | 'diamond';
        readonly groups: readonly number[];
      }[];
      readonly between: readonly { readonly from: number; readonly to: number; readonly weak: boolean }[];
    }
  /** Places by size and rate, between the lines that chance alone would keep them in around the whole area's rate. */
  | {
      readonly kind: 'funnel';
      readonly unit: NumberFormat;
      readonly sizeTitle: string;
      readonly per: number;
      readonly points: readonly { readonly name: string; readonly size: Figure; readonly value: Figure }[];
      readonly centre: Figure;
      /** Variance between places beyond chance, by which the lines are widened. */
      readonly spread: Figure;
    }
  /** Rows by columns with a value in every cell. */
  | {
      readonly kind: 'heat';
      readonly unit: NumberFormat;
      readonly columns: readonly string[];
      readonly rows: readonly { readonly name: string; readonly values: readonly Figure[] }[];
    }
  /** Overlap of agencies' lists: membership patterns with counts (never a Venn diagram). */
  | {
      readonly kind: 'overlap';
      readonly sets: readonly string[];
      readonly patterns: readonly { readonly members: readonly number[]; readonly value: Figure }[];
    };
