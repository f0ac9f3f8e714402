import { percentage } from '../../../disclosure/derive.js';
import type { Figure, PublishedObservation } from '../../../disclosure/model.js';
import type { FigureBlock } from '../../model.js';
import { formatFigure } from '../../numbers.js';
import { isShown } from '../../statements/figures.js';
import { capital, sentence } from '../../statements/sentence.js';
import type { ProfileView } from '../../view.js';
import { altText, column, LEFT, type Made, sourceLine, thisSpan, tidyRows, unavailable } from './exhibit.js';

export interface Stage {
  readonly name: string;
  readonly indicator: string;
  readonly take: 'numerator' | 'denominator';
  readonly muted?: boolean;
}

export interface StagesSpec {
  readonly id: string;
  readonly what: string;
  readonly stages: readonly Stage[];
  readonly width: FigureBlock['width'];
  /** Whom or what the stages count, for the subtitle. */
  readonly unit: string;
}

interface Step {
  readonly stage: Stage;
  readonly observation: PublishedObservation;
  readonly value: Figure;
  readonly share: Figure;
}

/** The stages that have a number, each with its share of the stage before; a stage larger than the one before is left out. */
function steps(view: ProfileView, spec: StagesSpec): readonly Step[] {
  const result: Step[] = [];
  for (const stage of spec.stages) {
    const observation = view.published.find(stage.indicator, view.area, view.current.id);
    if (observation === undefined) continue;
    const value = observation[stage.take];
    const before = result[result.length - 1];
    if (before !== undefined && isShown(before.value) && isShown(value) && value.number > before.value.number)
      continue;
    result.push({
      stage,
      observation,
      value,
      share: before === undefined ? percentage(value, value) : percentage(value, before.value),
    });
  }
  return result;
}

/** How many reach each stage of a pathway. */
export function stagesFigure(view: ProfileView, spec: StagesSpec): Made {
  const found = steps(view, spec);
  const shown = found.filter(({ value }) => isShown(value));
  const [first] = shown;
  const last = shown[shown.length - 1];
  if (first === undefined || last === undefined || shown.length < 2) {
    return unavailable(spec.what, 'too few of its stages can be shown');
  }
  const share = formatFigure(percentage(last.value, first.value), 'percent');
  const title = sentence(
    `${last.stage.name}: ${share} of ${first.stage.name.toLowerCase()}`,
    first.observation,
    last.observation,
  );
  const source = sourceLine(
    view,
    found.flatMap(({ stage }) => view.extractsOf(stage.indicator)),
    thisSpan(view),
  );
  const subtitle = `${capital(spec.unit)} at each stage, ${view.areaName(view.area)}, ${view.current.text}. Percentages are of the stage before.`;
  return {
    kind: 'figure',
    id: spec.id,
    title,
    subtitle,
    alt: altText(
      `Bars for the stages of ${spec.what}, ${view.current.shortText}`,
      found.map(({ stage, value }) => `${stage.name.toLowerCase()} ${formatFigure(value, 'count')}`),
      'It shows at which stage numbers fall.',
    ),
    chart: {
      kind: 'stages',
      rows: found.map(({ stage, value, share: of }) => ({
        name: stage.name,
        value,
        shareOfPrevious: of,
        ...(stage.muted === undefined ? {} : { muted: stage.muted }),
      })),
    },
    width: spec.width,
    reading: sentence(
      `Of ${formatFigure(first.value, 'count')} (${first.stage.name.toLowerCase()}), ${formatFigure(last.value, 'count')} reached the last stage shown (${last.stage.name.toLowerCase()}).`,
      first.observation,
      last.observation,
    ),
    source,
    table: {
      id: spec.id,
      title: title.text,
      subtitle,
      columns: [
        column('stage', 'Stage', LEFT),
        column('count', 'Number'),
        column('share', 'Share of stage before'),
      ],
      rows: found.map(({ stage, value, share: of }, index) => ({
        cells: [
          { text: stage.name },
          { figure: value, format: 'count' },
          index === 0 ? { text: '[z]' } : { figure: of, format: 'percent' },
        ],
      })),
      notes: [],
      source,
      tidy: tidyRows(
        view,
        found.map(({ observation }) => observation),
      ),
    },
  };
}
