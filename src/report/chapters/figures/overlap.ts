import { total } from '../../../disclosure/derive.js';
import type { PublishedObservation } from '../../../disclosure/model.js';
import type { FigureBlock } from '../../model.js';
import { formatFigure } from '../../numbers.js';
import { categoryLabel } from '../../statements/categories.js';
import { isShown } from '../../statements/figures.js';
import { listed, sentence } from '../../statements/sentence.js';
import type { ProfileView } from '../../view.js';
import {
  altText,
  anyShown,
  column,
  LEFT,
  type Made,
  sourceLine,
  thisSpan,
  tidyRows,
  unavailableIndicator,
} from './exhibit.js';

export interface OverlapSpec {
  readonly id: string;
  readonly indicator: string;
  readonly width: FigureBlock['width'];
}

interface Pattern {
  readonly members: readonly string[];
  readonly observation: PublishedObservation;
}

const MOST_PATTERNS = 12;

function agencyName(view: ProfileView, indicator: string, code: string): string {
  return (
    view.config.agencies.find(({ id }) => id === code)?.name ?? categoryLabel(view, indicator, 'agency', code)
  );
}

/** Patterns of membership, for example `police+social-care`; single lists first, then larger ones, then by size shown. */
function patterns(view: ProfileView, indicator: string): readonly Pattern[] {
  const size = ({ observation: { numerator } }: Pattern): number =>
    isShown(numerator) ? numerator.number : -1;
  return view.published
    .categories(indicator, view.pan, view.current.id, 'agency')
    .map((observation) => ({ members: observation.category.split(/\s*[+&|>]\s*/), observation }))
    .filter(({ observation }) => !isShown(observation.numerator) || observation.numerator.number > 0)
    .sort((a, b) => a.members.length - b.members.length || size(b) - size(a));
}

/** Which agencies' lists the same children are on. */
export function overlapFigure(view: ProfileView, spec: OverlapSpec): Made {
  const all = patterns(view, spec.indicator);
  if (!anyShown(all.map(({ observation }) => observation.numerator))) {
    return unavailableIndicator(view, spec.indicator, "children on several agencies' lists");
  }
  const drawn = all.slice(0, MOST_PATTERNS);
  const sets = [...new Set(drawn.flatMap(({ members }) => members))];
  const names = sets.map((code) => agencyName(view, spec.indicator, code));
  const nameOf = ({ members }: Pattern): string =>
    listed(members.map((code) => agencyName(view, spec.indicator, code)));
  const alone = total(
    all.filter(({ members }) => members.length === 1).map(({ observation }) => observation.numerator),
  );
  const everyone = total(all.map(({ observation }) => observation.numerator));
  const records = all.slice(0, 1).map(({ observation }) => observation);
  const title =
    isShown(alone) && isShown(everyone)
      ? sentence(
          `${formatFigure(alone, 'count')} of ${formatFigure(everyone, 'count')} children are known to one agency only`,
          ...records,
        )
      : sentence('Children by the agencies whose lists they are on', ...records);
  const source = sourceLine(view, view.extractsOf(spec.indicator), thisSpan(view));
  const subtitle = `Children by the agencies that hold a record of them, pan-Lancashire, twelve months to the end of ${view.current.text.split(' to ')[1] ?? ''}. Joined dots: known to all of them and no other.`;
  return {
    kind: 'figure',
    id: spec.id,
    title,
    subtitle,
    alt: altText(
      `Bars of children by the agencies that know them, ${view.current.shortText}`,
      drawn.map((pattern) => `${nameOf(pattern)} ${formatFigure(pattern.observation.numerator, 'count')}`),
      'It shows where agencies see the same children.',
    ),
    chart: {
      kind: 'overlap',
      sets: names,
      patterns: drawn.map(({ members, observation }) => ({
        members: members.map((code) => sets.indexOf(code)),
        value: observation.numerator,
      })),
    },
    width: spec.width,
    reading: sentence(
      'Only certain matches are joined, so more children may be known to several agencies than is shown.',
      ...records,
    ),
    source,
    table: {
      id: spec.id,
      title: title.text,
      subtitle,
      columns: [column('agencies', 'Known to', LEFT), column('children', 'Children')],
      rows: all.map((pattern) => ({
        cells: [{ text: nameOf(pattern) }, { figure: pattern.observation.numerator, format: 'count' }],
      })),
      notes: [],
      source,
      tidy: tidyRows(
        view,
        all.map(({ observation }) => observation),
      ),
    },
  };
}
