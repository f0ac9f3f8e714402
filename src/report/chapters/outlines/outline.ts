import type { ChapterRecord } from '../chapter.js';

/** What a profile of one length holds, in reading order. A chapter is added to an outline and nowhere else; its audience decides which editions carry it. */
export interface Outline {
  /** Sheets of A4 that it is made to fit on. */
  readonly sheets: number;
  /** Key findings at most, on the first page. */
  readonly findings: number;
  /** Questions at most. */
  readonly questions: number;
  /** Id of the table or chapter that says what each agency sent; null when there is none. */
  readonly returns: string | null;
  /** Whether the first page says where to turn for help: for readers who are not professionals. */
  readonly help: boolean;
  readonly beforeQuestions: readonly ChapterRecord[];
  readonly afterQuestions: readonly ChapterRecord[];
  /** What stands in a document of its own beside the profile; null when the profile holds everything. */
  readonly annex: AnnexOutline | null;
}

/** How a long profile is divided, so that what most readers need fits on few sheets. */
export interface AnnexOutline {
  /** Ids of the figures and tables that the profile keeps of a chapter, by the chapter's id; a chapter that is not named keeps all of its own. */
  readonly keeps: Readonly<Record<string, readonly string[]>>;
  /** Chapters that stand in the annex alone. */
  readonly only: readonly ChapterRecord[];
}
