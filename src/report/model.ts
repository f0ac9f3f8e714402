import type { Figure, PublishedNumber } from '../disclosure/model.js';

/** A computed sentence and the statement records or figures it speaks of. */
export interface Sentence {
  readonly text: string;
  /** Ids of statement records, or `indicator|area|period` of observations, that carry the sentence. */
  readonly records: readonly string[];
}

/** How a figure is to be written: the unit decides decimals and suffix. */
export type NumberFormat = 'count' | 'percent' | 'rate' | 'ratio' | 'days' | 'hours' | 'years';

export interface TextCell {
  readonly text: string;
}
export interface FigureCell {
  readonly figure: Figure;
  readonly format: NumberFormat;
  /** Written after a shown number: provisional, or revised since the last release. */
  readonly mark?: 'p' | 'r';
}
export type Cell = TextCell | FigureCell;

export interface TableColumn {
  readonly id: string;
  readonly title: string;
  readonly align: 'left' | 'right';
}

export interface TableRow {
  readonly cells: readonly Cell[];
  readonly total?: boolean;
}

/** One line of the tidy CSV behind a table or chart (design note section 4). */
export interface TidyRow {
  readonly period: string;
  readonly level: string;
  readonly areaCode: string;
  readonly areaName: string;
  readonly indicator: string;
  readonly breakdown: string;
  readonly category: string;
  readonly unit: string;
  readonly numerator: Figure;
  readonly denominator: Figure;
  readonly value: Figure;
  readonly lower: Figure;
  readonly upper: Figure;
}

export interface Table {
  readonly kind: 'table';
  /** Slug, unique in the document: file name of the CSV and anchor in the page. */
  readonly id: string;
  /** States the finding or, where there is none, what is shown. */
  readonly title: string;
  /** Measure, counting unit, place, period. */
  readonly subtitle: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  readonly notes: readonly string[];
  readonly source: string;
  readonly tidy: readonly TidyRow[];
}

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

export interface FigureBlock {
  readonly kind: 'figure';
  readonly id: string;
  /** States the finding, 14 words at most. */
  readonly title: Sentence;
  readonly subtitle: string;
  /** Chart type + data + why it is here, one sentence, made from the data. */
  readonly alt: string;
  readonly chart: Chart;
  /** `full`: 820 px with a 392 px drawing for phones; `half`: one 392 px drawing. */
  readonly width: 'full' | 'half';
  readonly reading: Sentence | null;
  readonly source: string;
  /** The numbers behind the chart; shown in the page under "Show as a table" and written as CSV. */
  readonly table: Omit<Table, 'kind'>;
}

export interface Card {
  readonly title: string;
  readonly figure: Figure;
  readonly format: NumberFormat;
  readonly unitText: string;
  readonly change: Sentence;
  readonly range: string;
  readonly mark: Mark;
  readonly tag: string;
  readonly spark: readonly Figure[];
}

export interface Finding {
  readonly sentence: Sentence;
  readonly evidence: 'strong' | 'moderate' | 'limited';
  readonly why: string;
  /** Id of the figure or table where the numbers are. */
  readonly see: string;
}

export interface BoardQuestion {
  readonly question: Sentence;
  /** Whom it is for, or what to bear in mind. */
  readonly detail: string;
  /** Id of the figure or table that it comes from. */
  readonly see?: string;
}

export type Block =
  | { readonly kind: 'paragraph'; readonly sentences: readonly Sentence[] }
  | {
      readonly kind: 'heading';
      readonly text: string;
      /** Anchor; headings that have one are listed in the contents under their chapter. */
      readonly id?: string;
      /** Begins a new page in print. */
      readonly newPage?: boolean;
    }
  | { readonly kind: 'note'; readonly sentences: readonly Sentence[] }
  | { readonly kind: 'cards'; readonly cards: readonly Card[] }
  | { readonly kind: 'findings'; readonly findings: readonly Finding[] }
  | {
      readonly kind: 'questions';
      readonly questions: readonly BoardQuestion[];
    }
  | {
      readonly kind: 'definitions';
      readonly items: readonly { readonly term: string; readonly text: string }[];
    }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Words of the analyst, set apart from what is computed. */
  | {
      readonly kind: 'analyst';
      readonly passages: readonly {
        readonly kind: 'heading' | 'paragraph' | 'item';
        readonly sentence: Sentence;
      }[];
    }
  | { readonly kind: 'pair'; readonly left: FigureBlock; readonly right: FigureBlock }
  /** A half-width figure with lists of sentences to its left. */
  | {
      readonly kind: 'beside';
      readonly lists: readonly { readonly title: string; readonly sentences: readonly Sentence[] }[];
      readonly figure: FigureBlock;
    }
  /** Completeness grid: an HTML table whose cells carry a share and a class by share. */
  | { readonly kind: 'grid'; readonly table: Table; readonly bands: readonly number[] }
  | FigureBlock
  | Table;

export interface Chapter {
  readonly id: string;
  readonly title: string;
  /** One sentence that answers the chapter's question. */
  readonly lead: Sentence | null;
  readonly blocks: readonly Block[];
}

export interface ReportDocument {
  readonly edition: string;
  readonly editionTitle: string;
  readonly title: string;
  readonly partnership: string;
  readonly period: string;
  readonly periodText: string;
  readonly marking: string;
  readonly handling: string;
  readonly synthetic: boolean;
  /** Facts in the masthead: term and text. */
  readonly facts: readonly { readonly term: string; readonly text: string }[];
  readonly chapters: readonly Chapter[];
  /** Printed smaller, to fit on few pages. */
  readonly compact: boolean;
  readonly attributions: readonly string[];
  readonly provenance: readonly string[];
}

/** Narrowing helper's result: a number that may be printed. */
export type Printable = PublishedNumber;
