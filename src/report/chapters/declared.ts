import type { Chapter, Sentence } from '../model.js';
import { changeSentence } from '../statements/change.js';
import { isShown } from '../statements/figures.js';
import { sentence } from '../statements/sentence.js';
import { subjectOf } from '../statements/subjects.js';
import type { ProfileView } from '../view.js';
import { blocksOf, type ChapterRecord, type Item } from './chapter.js';
import { unavailableIndicator } from './figures/exhibit.js';

/** A chapter that stands on a list of indicators. */
export interface DeclaredChapter extends Omit<ChapterRecord, 'build'> {
  /** What it stands on, most telling first: the first one with a number gives the lead. */
  readonly indicators: readonly string[];
  /** Said under the lead, before the first figure. */
  readonly caution?: string;
  readonly items: (view: ProfileView) => readonly Item[];
}

/** Those of the indicators that have a figure for the whole area this half-year. */
export function carriedOf(view: ProfileView, indicators: readonly string[]): readonly string[] {
  return indicators.filter((id) => {
    const now = view.published.find(id, view.area, view.current.id);
    return now !== undefined && now.missingReason === null;
  });
}

/** The sentence that answers the chapter's question, from the first indicator with a number; undefined when none has data. */
export function leadOf(view: ProfileView, indicators: readonly string[]): Sentence | undefined {
  const found = carriedOf(view, indicators);
  const [first] = found;
  const shown = found.find((id) => isShown(view.published.find(id, view.area, view.current.id)?.value));
  const chosen = shown ?? first;
  if (chosen !== undefined) return changeSentence(view, chosen);
  // Nothing for the whole area: parts of it, or earlier half-years, may still have something to show.
  const earlier = indicators.find((id) =>
    [view.area, ...view.areas.boards].some((area) =>
      view.published.series(id, area).some((o) => isShown(o.value)),
    ),
  );
  return earlier === undefined ? undefined : unavailableIndicator(view, earlier).sentence;
}

/** One note with the reasons, each said once, for a chapter that this edition can say nothing in. */
function nothing(view: ProfileView, { indicators }: DeclaredChapter): Sentence {
  const reasons = new Map<string, string[]>();
  for (const id of indicators) {
    const subject = subjectOf(view, id);
    const { text } = unavailableIndicator(view, id, subject).sentence;
    const why = text.slice(subject.length + ': '.length);
    reasons.set(why, [...(reasons.get(why) ?? []), subject]);
  }
  return sentence(
    [...reasons]
      .map(([why, subjects]) => `${why.charAt(0).toUpperCase()}${why.slice(1, -1)}: ${subjects.join(', ')}.`)
      .join(' '),
  );
}

/**
 * A chapter made from its declaration: lead, caution, figures and tables. One without any data has its lead and one
 * note that says why.
 */
export function declared(declaration: DeclaredChapter): ChapterRecord {
  const { id, title, audience, indicators, caution, items } = declaration;
  return {
    id,
    title,
    audience,
    build(view): Chapter {
      const lead = leadOf(view, indicators);
      if (lead === undefined) {
        return {
          id,
          title,
          lead: sentence(`Nothing can be said about this for ${view.current.text}.`),
          blocks: [{ kind: 'note', sentences: [nothing(view, declaration)] }],
        };
      }
      const first: readonly Item[] =
        caution === undefined ? [] : [{ kind: 'paragraph', sentences: [sentence(caution)] }];
      return { id, title, lead, blocks: blocksOf([...first, ...items(view)]) };
    },
  };
}
