import { type Counted, conclude, countAll } from '../analysis/analyse.js';
import { atGrain } from '../analysis/grains.js';
import type { AnalysisInput } from '../analysis/input.js';
import type { AnalysisResult } from '../analysis/model.js';
import type { RevisionRecord } from '../analysis/revisionRecord.js';
import type { PublishedObservation, PublishedResult } from '../disclosure/model.js';
import type { PeriodId } from '../reference/brands.js';
import { type Grain, grainOf } from '../reference/calendar.js';
import { pngOf } from '../report/charts/png.js';
import { compose } from '../report/compose.js';
import type { ReportDocument } from '../report/model.js';
import { type Place, placeIn, profileFolder } from '../report/products/place.js';
import type { ProductRecord, Subject } from '../report/products/record.js';
import type { ListedDocument } from '../report/releaseIndex.js';
import type { RenderQueue } from '../report/renderQueue.js';
import type { ProfileContext } from '../report/view.js';
import { CSVW_FILE } from '../report/writers/csvwMetadata.js';
import { recordsOf } from '../report/writers/profileJson.js';
import type { ReleaseFile } from './releaseFolder.js';

/** Results of one half-year's build at every grain that its products need; half-years always. */
export type ResultsByGrain = ReadonlyMap<Grain, AnalysisResult>;

/**
 * Counts what the products need at their grains. Shorter periods are counted without breakdowns and only for the
 * indicators that the products name.
 * @param until last quarter or month to report on; the last of the half-year by default
 */
export function countByGrain(
  input: AnalysisInput,
  products: readonly ProductRecord[],
  until?: PeriodId,
): ReadonlyMap<Grain, Counted> {
  const counted = new Map<Grain, Counted>([['half-year', countAll(input)]]);
  for (const grain of ['quarter', 'month'] as const) {
    const indicators = products.flatMap((product) =>
      product.grain === grain && product.indicators !== 'all' ? product.indicators : [],
    );
    if (indicators.length === 0) continue;
    const cut = until !== undefined && grainOf(until) === grain ? until : undefined;
    counted.set(grain, countAll(atGrain(input, grain, cut), { indicators, totalsOnly: true }));
  }
  return counted;
}

/** What follows from the counts at every grain, with how headline figures were revised among the half-years. */
export function resultsByGrain(
  counted: ReadonlyMap<Grain, Counted>,
  revisions: readonly RevisionRecord[],
): ResultsByGrain {
  return new Map(
    [...counted].map(([grain, own]) => {
      const result = conclude(own);
      return [grain, grain === 'half-year' ? { ...result, revisions } : result] as const;
    }),
  );
}

function placeOf({ product, subject, document }: ComposedDocument): Place {
  const { edition, period, part } = document;
  if (product.id === 'profile') return placeIn(profileFolder(edition, part), period);
  return placeIn([edition, product.id, ...(subject.slug === '' ? [] : [subject.slug])].join('/'), period);
}

/** The document as the page that opens the release lists it. */
export function listed(composed: ComposedDocument): ListedDocument {
  return { ...placeOf(composed), document: composed.document };
}

/** A document of a product about a subject, before it is drawn. */
export interface ComposedDocument {
  readonly product: ProductRecord;
  readonly subject: Subject;
  readonly document: ReportDocument;
  /** The results that it was put together from. */
  readonly behind: readonly PublishedResult[];
}

/** Puts the documents of a product together, one for each subject. */
export function composeProduct(
  product: ProductRecord,
  published: ReadonlyMap<Grain, PublishedResult>,
  context: ProfileContext,
): readonly ComposedDocument[] {
  const atGrainOf = published.get(product.grain);
  const halfYears = published.get('half-year');
  if (atGrainOf === undefined || halfYears === undefined) return [];
  const atMonth =
    product.monthsFor?.includes(context.edition.audience) === true ? published.get('month') : undefined;
  const behind = [...new Set([atGrainOf, halfYears, ...(atMonth === undefined ? [] : [atMonth])])];
  const own = { ...context, atHalfYear: halfYears, ...(atMonth === undefined ? {} : { atMonth }) };
  return product
    .subjects(context.areas, context.edition.about ?? context.areas.pan)
    .flatMap((subject) =>
      compose(product, atGrainOf, own, subject).map((document) => ({ product, subject, document, behind })),
    );
}

/** The totals that the sentences of a document point to, from every result that it was put together from. */
function figuresBehind({ document, behind }: ComposedDocument): readonly PublishedObservation[] {
  const places = [...recordsOf(document)].map((id) => id.split('|'));
  return behind.flatMap((result) =>
    places.flatMap(([indicator, area, period, ...more]) =>
      indicator === undefined || area === undefined || period === undefined || more.length > 0
        ? []
        : (result.find(indicator, area, period) ?? []),
    ),
  );
}

/**
 * Every file of a document, once the queue has written it out; pictures may still be drawn then. Whoever asks may wait for them much later: until then a failure is not an unhandled one.
 * @param spoken whether a document of the edition speaks of a statement: only such records are kept
 */
export function documentFiles(
  composed: ComposedDocument,
  spoken: (statement: string) => boolean,
  queue: Pick<RenderQueue, 'add'>,
): Promise<readonly (ReleaseFile | Promise<ReleaseFile>)[]> {
  const files = filesOf(composed, spoken, queue);
  files.catch(() => undefined);
  return files;
}

async function filesOf(
  composed: ComposedDocument,
  spoken: (statement: string) => boolean,
  queue: Pick<RenderQueue, 'add'>,
): Promise<readonly (ReleaseFile | Promise<ReleaseFile>)[]> {
  const { document, behind } = composed;
  const rendered = await queue.add(
    document,
    behind.flatMap(({ statements }) => statements.filter(({ id }) => spoken(id))),
    figuresBehind(composed),
  );
  const { folder, stem } = placeOf(composed);
  return [
    { path: `${folder}/${stem}.html`, content: rendered.html },
    { path: `${folder}/${stem}.ods`, content: rendered.ods },
    { path: `${folder}/${stem}.xlsx`, content: rendered.xlsx },
    { path: `${folder}/profile.json`, content: rendered.json },
    ...rendered.tables.map(({ id, csv }) => ({ path: `${folder}/tables/${id}.csv`, content: csv })),
    { path: `${folder}/tables/${CSVW_FILE}`, content: rendered.csvw },
    ...rendered.charts.flatMap(({ id, svg }) => {
      const picture = pngOf(svg).then((content) => ({ path: `${folder}/charts/${id}.png`, content }));
      picture.catch(() => undefined);
      return [{ path: `${folder}/charts/${id}.svg`, content: svg }, picture];
    }),
  ];
}
