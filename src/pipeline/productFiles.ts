import { analyse } from '../analysis/analyse.js';
import { catalogue } from '../analysis/catalogue/index.js';
import { atGrain } from '../analysis/grains.js';
import type { AnalysisInput } from '../analysis/input.js';
import type { AnalysisResult, EditionCeiling } from '../analysis/model.js';
import type { PublishedResult } from '../disclosure/model.js';
import { protectTogether } from '../disclosure/protect.js';
import type { PeriodId } from '../reference/brands.js';
import { type Grain, grainOf } from '../reference/calendar.js';
import { compose } from '../report/compose.js';
import type { ReportDocument } from '../report/model.js';
import type { ProductRecord, Subject } from '../report/products/record.js';
import { drawReport } from '../report/renderReport.js';
import type { ProfileContext } from '../report/view.js';
import type { Audience, EditionConfig } from '../workspace/model.js';
import type { ReleaseFile } from './releaseFolder.js';

/** Results of one half-year's build at every grain that its products need; half-years always. */
export type ResultsByGrain = ReadonlyMap<Grain, AnalysisResult>;

/**
 * Counts what the products need at their grains. Shorter periods are counted without breakdowns and only for the
 * indicators that the products name.
 * @param until last quarter or month to report on; the last of the half-year by default
 */
export function resultsByGrain(
  input: AnalysisInput,
  halfYears: AnalysisResult,
  products: readonly ProductRecord[],
  until?: PeriodId,
): ResultsByGrain {
  const results = new Map<Grain, AnalysisResult>([['half-year', halfYears]]);
  for (const grain of ['quarter', 'month'] as const) {
    const indicators = products.flatMap((product) =>
      product.grain === grain && product.indicators !== 'all' ? product.indicators : [],
    );
    if (indicators.length === 0) continue;
    const cut = until !== undefined && grainOf(until) === grain ? until : undefined;
    results.set(grain, analyse(atGrain(input, grain, cut), { indicators, totalsOnly: true }));
  }
  return results;
}

const CEILINGS: Readonly<Record<Audience, EditionCeiling>> = { tactical: 'T', board: 'B', public: 'P' };

const WIDEST = new Map(catalogue.map((indicator) => [indicator.id, indicator.ceiling]));

/** What one edition may show at every grain: planned together, since its readers see all of it. */
export function protectEdition(
  results: ResultsByGrain,
  edition: EditionConfig,
  startMonth: number,
): ReadonlyMap<Grain, PublishedResult> {
  const published = protectTogether([...results.values()], {
    edition: edition.id,
    threshold: edition.threshold,
    ceiling: CEILINGS[edition.audience],
    ceilings: WIDEST,
    startMonth,
  });
  return new Map(
    [...results.keys()].flatMap((grain, i) => {
      const one = published[i];
      return one === undefined ? [] : [[grain, one] as const];
    }),
  );
}

/** Where a document of a product stands in the release: the profile at the top of its edition, others in folders of their own. */
function placeOf(
  product: ProductRecord,
  subject: Subject,
  document: ReportDocument,
): { folder: string; stem: string } {
  const { edition, period } = document;
  if (product.id === 'profile') return { folder: edition, stem: `cse-profile-${period}-${edition}` };
  const own = subject.slug === '' ? product.id : `${product.id}/${subject.slug}`;
  const about = subject.slug === '' ? edition : subject.slug;
  return { folder: `${edition}/${own}`, stem: `cse-${product.id}-${period}-${about}` };
}

/** Every file of one product in one edition; pictures may still be drawn while the next document is composed. */
export async function productFiles(
  product: ProductRecord,
  published: ReadonlyMap<Grain, PublishedResult>,
  context: ProfileContext,
): Promise<(ReleaseFile | Promise<ReleaseFile>)[]> {
  const atGrainOf = published.get(product.grain);
  const halfYears = published.get('half-year');
  if (atGrainOf === undefined || halfYears === undefined) return [];
  const files: (ReleaseFile | Promise<ReleaseFile>)[] = [];
  for (const subject of product.subjects(context.areas)) {
    const document = compose(product, atGrainOf, { ...context, atHalfYear: halfYears }, subject);
    const behind = atGrainOf === halfYears ? [halfYears] : [atGrainOf, halfYears];
    const rendered = await drawReport(
      document,
      behind.flatMap(({ statements }) => statements),
      behind.flatMap(({ observations }) => observations),
    );
    const { folder, stem } = placeOf(product, subject, document);
    files.push(
      { path: `${folder}/${stem}.html`, content: rendered.html },
      { path: `${folder}/${stem}.ods`, content: rendered.ods },
      { path: `${folder}/${stem}.xlsx`, content: rendered.xlsx },
      { path: `${folder}/profile.json`, content: rendered.json },
      ...rendered.tables.map(({ id, csv }) => ({ path: `${folder}/tables/${id}.csv`, content: csv })),
      ...rendered.charts.flatMap(({ id, svg, png }) => [
        { path: `${folder}/charts/${id}.svg`, content: svg },
        png.then((content) => ({ path: `${folder}/charts/${id}.png`, content })),
      ]),
    );
  }
  return files;
}
