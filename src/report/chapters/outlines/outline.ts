import type { ChapterRecord } from '../chapter.js';

/** What a profile of one length holds, in reading order. A chapter is added to an outline and nowhere else; its audience decides which editions carry it. */
export interface Outline {
  /** Sheets of A4 that it is made to fit on; null for as many as it takes. */
  readonly sheets: number | null;
  /** Key findings at most, on the first page. */
  readonly findings: number;
  /** Questions at most. */
  readonly questions: number;
  /** Id of the table that says what each agency sent; null when there is none. */
  readonly returns: string | null;
  /** Whether the first page says where to turn for help: for readers who are not professionals. */
  readonly help: boolean;
  readonly beforeQuestions: readonly ChapterRecord[];
  readonly afterQuestions: readonly ChapterRecord[];
}
