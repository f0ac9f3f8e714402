import type { PublishedResult } from '../disclosure/model.js';
import { dayText } from '../reference/days.js';
import { atAGlance } from './chapters/atAGlance.js';
import { exhibitsOf } from './chapters/chapter.js';
import { chapters } from './chapters/index.js';
import type { See } from './chapters/keyFindings.js';
import { questions } from './chapters/questions.js';
import type { Chapter, ReportDocument } from './model.js';
import { type ProfileContext, profileView } from './view.js';

/** The first figure or table that holds an indicator's numbers for the whole area, figures before tables. */
function seeIn(built: readonly Chapter[], pan: string): See {
  const exhibits = built.flatMap(exhibitsOf);
  const places = new Map<string, string>();
  const remember = (key: string, id: string): void => {
    if (!places.has(key)) places.set(key, id);
  };
  for (const exhibit of [...exhibits].sort(
    (a, b) => Number(a.kind === 'table') - Number(b.kind === 'table'),
  )) {
    const rows = exhibit.kind === 'figure' ? exhibit.table.tidy : exhibit.tidy;
    for (const { indicator, areaCode } of rows) {
      if (areaCode !== pan) continue;
      remember(indicator, exhibit.id);
      if (exhibit.kind === 'figure') remember(`${indicator}|${exhibit.chart.kind}`, exhibit.id);
    }
  }
  return (indicator, chart) => places.get(chart === undefined ? indicator : `${indicator}|${chart}`);
}

/**
 * Puts a profile together: the chapters from the published result, then the page at a glance and the questions, which
 * point into them.
 *
 * @param published what the edition may show
 * @param context names, configuration and the published numbers about the data
 * @returns the document that the writers of HTML, CSV, pictures and JSON render
 */
export function composeProfile(published: PublishedResult, context: ProfileContext): ReportDocument {
  const carried = context.catalogue.filter(({ id }) =>
    published.observations.some((o) => o.indicator === id),
  );
  const view = profileView(published, { ...context, catalogue: carried });
  const before = chapters.beforeQuestions.map((chapter) => chapter.build(view));
  const after = chapters.afterQuestions.map((chapter) => chapter.build(view));
  const see = seeIn([...before, ...after], view.pan);
  const expected = context.quality.returns.filter(
    ({ period, status }) => period === published.period && status !== 'not expected',
  );
  const returned = new Set(expected.filter(({ status }) => status !== 'missing').map(({ agency }) => agency));
  return {
    edition: context.edition.id,
    editionTitle: context.edition.title,
    title: context.config.title,
    partnership: context.config.partnership,
    period: published.period,
    periodText: view.current.text,
    marking: context.edition.marking,
    handling: context.edition.handling,
    synthetic: context.config.synthetic,
    facts: [
      { term: 'Records to', text: dayText(view.current.end) },
      ...(context.config.published.next === null
        ? []
        : [{ term: 'Next profile', text: context.config.published.next }]),
      { term: 'Agencies', text: `${returned.size} of ${context.config.agencies.length} returned data` },
      { term: 'Edition', text: context.edition.title },
    ],
    chapters: [atAGlance(view, see), ...before, questions(view, see), ...after],
    attributions: context.attributions,
    provenance: context.provenance,
  };
}
