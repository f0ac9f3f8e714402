import type { Figure, PublishedStatement } from '../disclosure/model.js';
import type { Chart, Mark } from './chart.js';
import type { NumberFormat } from './numbers.js';

/** A computed sentence and the statement records or figures it speaks of. */
export interface Sentence {
  readonly text: string;
  /** Ids of statement records, or `indicator|area|period` of observations, that carry the sentence. */
  readonly records: readonly string[];
}

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

/** One line of the tidy CSV behind a table or chart. */
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
  /** Opens on demand and is not printed. */
  readonly folded?: true;
}

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
  /** Id of the figure, table or chapter that it comes from. */
  readonly see?: string;
}

/** What a word means here. */
export interface Definition {
  readonly term: string;
  readonly text: string;
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
      readonly items: readonly Definition[];
      /** Set in two columns where there is room. */
      readonly columns?: 2;
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

/** A pointer from the profile to its annex, or back. */
export interface Further {
  readonly text: string;
  /** Id of the chapter there. */
  readonly chapter: string;
}

export interface Chapter {
  readonly id: string;
  readonly title: string;
  /** One sentence that answers the chapter's question. */
  readonly lead: Sentence | null;
  readonly blocks: readonly Block[];
  /** Where there is more about the same in the other part of the profile. */
  readonly further?: Further;
  /** Records of comparisons with figures that others have published, which only this chapter makes. */
  readonly statements?: readonly PublishedStatement[];
}

/** A long profile is two documents: what most readers need, and what that rests on. */
export type Part = 'whole' | 'main' | 'annex';

export interface ReportDocument {
  readonly part: Part;
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
