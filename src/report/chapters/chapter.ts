import type { Block, Chapter, FigureBlock, Sentence, Table } from '../model.js';
import type { ProfileView } from '../view.js';
import type { Made, Unavailable } from './figures/exhibit.js';

/** A chapter as it is declared: one file each. */
export interface ChapterRecord {
  readonly id: string;
  readonly title: string;
  /** B boards, G sub group, T tactical, P public. */
  readonly audience: readonly ('B' | 'G' | 'T' | 'P')[];
  /** It speaks of the whole area only, so that an edition about a part of it goes without. */
  readonly wholeAreaOnly?: true;
  /**
   * @param others the chapters before it in the document, for what is printed of them at the end
   * @param names what their figures and tables are called there
   */
  readonly build: (
    view: ProfileView,
    others?: readonly Chapter[],
    names?: ReadonlyMap<string, string>,
  ) => Chapter;
}

/** Two half-width figures side by side; either may turn out to be unavailable. */
export interface PairOf {
  readonly kind: 'pair-of';
  readonly left: Made;
  readonly right: Made;
}

export function pairOf(left: Made, right: Made): PairOf {
  return { kind: 'pair-of', left, right };
}

/** What a chapter is put together from: blocks, figures that may turn out to be unavailable, pairs of them, or nothing. */
export type Item = Block | Unavailable | PairOf | null;

/**
 * Puts a chapter's blocks together. Figures that the edition cannot have become one note at the end that says why.
 */
export function blocksOf(items: readonly Item[]): readonly Block[] {
  const blocks: Block[] = [];
  const missing: Sentence[] = [];
  const note = (made: Unavailable): void => {
    if (!missing.some(({ text }) => text === made.sentence.text)) missing.push(made.sentence);
  };
  for (const item of items) {
    if (item === null) continue;
    if (item.kind === 'unavailable') note(item);
    else if (item.kind === 'pair-of') {
      const { left, right } = item;
      if (left.kind === 'figure' && right.kind === 'figure') blocks.push({ kind: 'pair', left, right });
      else {
        for (const made of [left, right]) {
          if (made.kind === 'figure') blocks.push(made);
          else note(made);
        }
      }
    } else blocks.push(item);
  }
  if (missing.length > 0) blocks.push({ kind: 'note', sentences: missing });
  return blocks;
}

/** Figures and tables of a block, in reading order; most blocks have none. */
export function exhibitsIn(block: Block): readonly (FigureBlock | Table)[] {
  switch (block.kind) {
    case 'figure':
    case 'table':
      return [block];
    case 'pair':
      return [block.left, block.right];
    case 'beside':
      return [block.figure];
    case 'grid':
      return [block.table];
    default:
      return [];
  }
}

/** Every figure and table of a chapter, in reading order. */
export function exhibitsOf({ blocks }: Pick<Chapter, 'blocks'>): readonly (FigureBlock | Table)[] {
  return blocks.flatMap(exhibitsIn);
}
