import type { Block, Chapter, FigureBlock } from '../../model.js';
import { exhibitsIn, exhibitsOf } from '../chapter.js';

/** Figures of half width that follow each other stand side by side. */
function paired(blocks: readonly Block[]): readonly Block[] {
  const out: Block[] = [];
  let open: FigureBlock | null = null;
  for (const block of blocks) {
    const single = block.kind === 'figure' && block.width === 'half' ? block : null;
    if (single !== null && open !== null) {
      out.splice(-1, 1, { kind: 'pair', left: open, right: single });
      open = null;
    } else {
      out.push(block);
      open = single;
    }
  }
  return out;
}

/** The blocks of figures and tables whose id is wanted; of a pair, what is left of it. */
function exhibitsWhere(blocks: readonly Block[], wanted: (id: string) => boolean): readonly Block[] {
  return blocks.flatMap((block): readonly Block[] => {
    const exhibits = exhibitsIn(block);
    const left = exhibits.filter(({ id }) => wanted(id));
    return left.length === exhibits.length && left.length > 0 ? [block] : left;
  });
}

function counted(number: number, noun: string): string {
  return `${number} more ${noun}${number === 1 ? '' : 's'}`;
}

/** A chapter of the profile, and what of it stands in the annex; null when nothing does. */
export interface Divided {
  readonly main: Chapter;
  readonly annex: Chapter | null;
}

/**
 * Divides a chapter between the profile and its annex: words stay in the profile, exhibits go where they are wanted, and each part says where the other is.
 * @param keeps ids of the figures and tables that the profile keeps; undefined for all
 */
export function divided(chapter: Chapter, keeps: readonly string[] | undefined): Divided {
  if (keeps === undefined) return { main: chapter, annex: null };
  const kept = new Set(keeps);
  const further = exhibitsWhere(chapter.blocks, (id) => !kept.has(id));
  if (further.length === 0) return { main: chapter, annex: null };
  const blocks = chapter.blocks.flatMap((block) =>
    exhibitsIn(block).length > 0 ? exhibitsWhere([block], (id) => kept.has(id)) : [block],
  );
  const { id, title } = chapter;
  const annex: Chapter = {
    id,
    title,
    lead: null,
    blocks: paired(further),
    further: { text: 'The profile has the main figures on this', chapter: id },
  };
  const more = exhibitsOf(annex);
  const figures = more.filter(({ kind }) => kind === 'figure').length;
  const tables = more.length - figures;
  const text = [
    ...(figures > 0 ? [counted(figures, 'figure')] : []),
    ...(tables > 0 ? [counted(tables, 'table')] : []),
  ].join(' and ');
  return {
    main: {
      ...chapter,
      blocks: paired(blocks),
      further: { text: `In the annex: ${text} on this`, chapter: id },
    },
    annex,
  };
}
