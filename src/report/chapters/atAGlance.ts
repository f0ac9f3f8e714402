import type { Card, Chapter } from '../model.js';
import { formatFigure } from '../numbers.js';
import { changeTitle, comparison, markOf, verdictText } from '../statements/change.js';
import { differenceText, likelyText, ofText } from '../statements/figures.js';
import { capital, joined, sentence } from '../statements/sentence.js';
import { subjectOf, unitText } from '../statements/subjects.js';
import type { ProfileView } from '../view.js';
import { help } from './help.js';
import { keyFindings, type See } from './keyFindings.js';
import type { Outline } from './outlines/outline.js';

export const AT_A_GLANCE = { id: 'at-a-glance', title: 'At a glance' } as const;

/** Headline numbers in order of preference: children first, then help, then justice. The first six with data are shown. */
const HEADLINES = ['S01', 'M02', 'M19', 'R08', 'O01', 'O08', 'P01', 'M01', 'S05', 'A01', 'S02'];
const CARDS = 6;

function cardOf(view: ProfileView, indicator: string): Card | null {
  const c = comparison(view, indicator);
  if (c.now === undefined) return null;
  const format = view.format(indicator);
  const { now, earlier, statement } = c;
  const counts = ofText(now);
  const before = earlier === undefined ? null : formatFigure(earlier.value, format);
  // Across a change of recording a difference would say what the numbers do not carry.
  const isComparable = statement?.verdict !== 'not comparable';
  const difference =
    earlier === undefined || format !== 'count' || !isComparable
      ? null
      : differenceText(earlier.value, now.value);
  const change =
    before === null
      ? `No figure for ${view.before.shortText}`
      : difference === null
        ? `${before} in ${view.before.shortText}`
        : `${capital(difference)} than in ${view.before.shortText} (${before})`.replace(
            'The same number than',
            'The same number as',
          );
  return {
    title: capital(subjectOf(view, indicator)),
    figure: now.value,
    format,
    unitText: counts === null || format !== 'percent' ? unitText(view, indicator) : `(${counts})`,
    change: sentence(change, statement, earlier, now),
    range: capital(likelyText(now.lower, now.upper, format) ?? ''),
    mark: markOf(statement),
    tag: verdictText(statement),
    spark: view.published.series(indicator, view.area).map((o) => o.value),
  };
}

/**
 * The page that a board member prints alone: one answer, six numbers, a few findings.
 * @param see where the document has an indicator's numbers
 * @param outline how many findings it holds, and whether it says where to turn for help
 */
export function atAGlance(view: ProfileView, see: See, outline: Pick<Outline, 'findings' | 'help'>): Chapter {
  const cards = HEADLINES.flatMap((indicator) => cardOf(view, indicator) ?? []).slice(0, CARDS);
  const leads = ['S01', 'M02'].filter(
    (indicator) => view.published.find(indicator, view.area, view.current.id) !== undefined,
  );
  const findings = keyFindings(view, see, outline.findings);
  return {
    ...AT_A_GLANCE,
    lead:
      leads.length === 0 ? null : joined(leads.map((indicator) => withStop(changeTitle(view, indicator)))),
    blocks: [
      ...(outline.help ? [help(view)] : []),
      ...(cards.length > 0 ? [{ kind: 'cards' as const, cards }] : []),
      ...(findings.length > 0 ? [{ kind: 'findings' as const, findings }] : []),
      {
        kind: 'note',
        sentences: [
          sentence(
            `“Likely between” is a 95% range: 19 such ranges in 20 would contain the underlying figure. [c]: hidden to protect children.${rounding(view)}`,
          ),
        ],
      },
    ],
  };
}

/** That counts are rounded, where they are. */
function rounding({ edition: { roundTo } }: ProfileView): string {
  return roundTo === 1 ? '' : ` Counts are given to the nearest ${roundTo}.`;
}

function withStop(text: ReturnType<typeof changeTitle>): ReturnType<typeof changeTitle> {
  return { ...text, text: `${text.text}.` };
}
