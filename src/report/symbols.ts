import type { Symbol as Shorthand } from '../disclosure/model.js';

/** One symbol that stands in place of a number. */
export interface SymbolMeaning {
  readonly symbol: Shorthand;
  readonly title: string;
  /** What it means for a reader, and what it does not mean. */
  readonly text: string;
}

/** The symbols of the Analysis Function that the reports use, in the order in which they are explained. */
export const SYMBOLS: readonly SymbolMeaning[] = [
  {
    symbol: 'c',
    title: 'hidden to protect children (a small number, or one that would give a small number away)',
    text: 'The count is small, or would let a reader work out one that is, or the few late records by which it has changed since an earlier release. It is not zero, unless the edition says that it hides zeros too. Every figure made from it is hidden as well.',
  },
  {
    symbol: 'x',
    title: 'not available',
    text: 'The extract did not come, the field is too often blank, or there is no population for the place. It is not zero.',
  },
  {
    symbol: 'z',
    title: 'not applicable',
    text: 'The figure has no meaning here, for example a share of an empty group.',
  },
  {
    symbol: 'w',
    title: 'none recorded',
    text: 'The agency said that it had nothing to report (a nil return).',
  },
  {
    symbol: 'u',
    title: 'too few for a reliable figure',
    text: 'The counts can be shown, but a percentage, rate or median of so few would mislead.',
  },
];

/** Letters that stand after a number, not in its place. */
export const MARKS: readonly {
  readonly mark: 'p' | 'r' | 'f';
  readonly title: string;
  readonly text: string;
}[] = [
  {
    mark: 'p',
    title: 'provisional',
    text: 'An extract that was expected has not come, so the figure will rise when it does.',
  },
  {
    mark: 'r',
    title: 'revised',
    text: 'The figure has changed since the last release: rows came late, or were corrected. The table of revisions says by how much.',
  },
  {
    mark: 'f',
    title: 'as first published',
    text: 'The figure stays as it was until it has changed by more than a handful. A new number would tell how few records came late, and so perhaps whose. Rows of a table with such a figure need not add up.',
  },
];
