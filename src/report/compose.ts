import type { PublishedResult } from '../disclosure/model.js';
import { dayText } from '../reference/days.js';
import type { ReportDocument } from './model.js';
import { profile } from './products/profile.js';
import type { ProductRecord, Subject } from './products/record.js';
import { type ProfileContext, profileView } from './view.js';

/**
 * Puts a document together: the product's chapters over what the edition may show, with the facts of its masthead.
 *
 * @param published what the edition may show, at the product's grain
 * @param context names, configuration and the published numbers about the data
 * @param subject whom the document is about; by default whom the edition is about
 * @returns the document that the writers of HTML, CSV, pictures and JSON render, and its annex where it is divided
 */
export function compose(
  product: ProductRecord,
  published: PublishedResult,
  context: ProfileContext,
  subject?: Subject,
): readonly ReportDocument[] {
  const area = subject?.area ?? context.edition.about ?? context.areas.pan;
  const carried = context.catalogue.filter(({ id }) => published.carries(id));
  const view = profileView(published, { ...context, catalogue: carried }, area);
  const returned = new Set(
    view.expected.filter(({ status }) => status !== 'missing').map(({ agency }) => agency),
  );
  const name = product.title ?? context.config.title;
  const title = area === view.pan ? name : `${name}: ${view.areaName(area)}`;
  const { chapters, annex } = product.compose(view);
  const main: ReportDocument = {
    part: annex === undefined ? 'whole' : 'main',
    edition: context.edition.id,
    editionTitle: context.edition.title,
    title,
    partnership: context.config.partnership,
    period: published.period,
    periodText: view.current.text,
    marking: context.edition.marking,
    handling: context.edition.handling,
    synthetic: context.config.synthetic,
    facts: [
      { term: 'Records to', text: dayText(view.current.end) },
      ...(product.id !== 'profile' || context.config.published.next === null
        ? []
        : [{ term: 'Next profile', text: context.config.published.next }]),
      { term: 'Agencies', text: `${returned.size} of ${context.config.agencies.length} returned data` },
      { term: 'Edition', text: context.edition.title },
    ],
    chapters,
    compact: product.compact === true,
    attributions: context.attributions,
    provenance: context.provenance,
  };
  return annex === undefined
    ? [main]
    : [main, { ...main, part: 'annex', title: `${title}: annex`, chapters: annex }];
}

/** The problem profile of one edition, and its annex where it is divided; see {@link compose}. */
export function composeProfile(
  published: PublishedResult,
  context: ProfileContext,
): readonly ReportDocument[] {
  return compose(profile, published, context);
}
