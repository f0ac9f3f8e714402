import { catalogue } from '../analysis/catalogue/index.js';
import type { AnalysisResult } from '../analysis/model.js';
import { protectQuality, type Quality, type RuleCount } from '../disclosure/quality.js';
import { loadSchema, loadSchemas } from '../extracts/load.js';
import { findRule } from '../extracts/rules.js';
import { EXTRACT_NAMES } from '../extracts/schema.js';
import type { Finding } from '../ingest/findings.js';
import { loadAreas } from '../reference/areas.js';
import { attributionLines } from '../reference/attributions.js';
import type { PeriodId } from '../reference/brands.js';
import { halfYear } from '../reference/calendar.js';
import { type Comparator, shippedComparators } from '../reference/comparators.js';
import { ocg } from '../report/products/ocg.js';
import type { ProductRecord } from '../report/products/record.js';
import { findingsCsv } from '../report/quality/findingsCsv.js';
import { renderQualityPage } from '../report/quality/page.js';
import { type ListedDocument, renderReleaseIndex } from '../report/releaseIndex.js';
import { RenderQueue } from '../report/renderQueue.js';
import type { ProfileContext } from '../report/view.js';
import type { Words } from '../report/words/model.js';
import type { EditionConfig, Workspace } from '../workspace/model.js';
import type { WordsFile } from '../workspace/words.js';
import { daysAfterDue } from './analysisInput.js';
import type { EarlierReaders } from './audiences.js';
import { auditFile } from './auditFile.js';
import { checkWordsOf, wordsOf } from './checkedWords.js';
import { withDeclaredBreaks } from './declaredBreaks.js';
import { sha256, stableJson } from './digest.js';
import { type EarlierHeadlines, headlinesFile } from './headlines.js';
import type { IngestStage } from './ingestStage.js';
import { manifestFile } from './manifest.js';
import {
  type ComposedDocument,
  composeProduct,
  documentFiles,
  listed,
  type ResultsByGrain,
} from './productFiles.js';
import { type Anew, type ProtectedEdition, protectEditions } from './protectEditions.js';
import type { ReleaseFile } from './releaseFolder.js';
import { softwareVersion } from './version.js';

export interface ReleaseInput {
  readonly workspace: Workspace;
  readonly stage: IngestStage;
  readonly results: ResultsByGrain;
  /** The half-year's own result, one of `results`. */
  readonly result: AnalysisResult;
  readonly editions: readonly EditionConfig[];
  readonly products: readonly ProductRecord[];
  /** Last quarter or month that was asked for; null for that of the half-year. */
  readonly until: PeriodId | null;
  readonly fingerprint: string;
  /** Order, known with the configuration’s seed alone, of counts that could as well be hidden the one as the other. */
  readonly ties: (name: string) => string;
  readonly anew: Anew;
  /** The analyst's words for the half-year. */
  readonly words: readonly WordsFile[];
  /** What the release of the half-year before said, by edition. */
  readonly earlier: ReadonlyMap<string, EarlierHeadlines>;
  /** Figures of other places that the workspace gives. */
  readonly comparators: readonly Comparator[];
  /** What earlier releases told the readers of each edition, and the line of the ledger up to which that is. */
  readonly before: { readonly head: string | null; readonly readers: readonly EarlierReaders[] };
}

/** The files of a release, and its editions as they were proven. */
export interface ReleaseBuilt {
  readonly files: readonly ReleaseFile[];
  readonly editions: readonly ProtectedEdition[];
}

function ruleCounts(findings: readonly Finding[]): RuleCount[] {
  const counts = new Map<string, RuleCount>();
  for (const finding of findings) {
    const key = `${finding.rule}|${finding.severity}`;
    const sum = counts.get(key);
    counts.set(key, {
      rule: finding.rule,
      title: findRule(finding.rule)?.title ?? finding.rule,
      severity: finding.severity,
      files: (sum?.files ?? 0) + 1,
      rows: (sum?.rows ?? 0) + finding.rows,
    });
  }
  return [...counts.values()].sort((a, b) => (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0));
}

function qualityOf({ stage, result }: ReleaseInput): Quality {
  const current = stage.files.filter((file) => file.found.period === result.period);
  return {
    returns: result.returns,
    accounts: current.map((file) => file.ingested.reconciliation),
    rules: ruleCounts(stage.findings.filter((finding) => finding.period === result.period)),
    completeness: current.flatMap(({ found, ingested }) =>
      ingested.completeness.map((one) => ({ agency: found.agency, extract: found.extract, ...one })),
    ),
    deliveries: current.map(({ found, ingested }) => ({
      agency: found.agency,
      extract: found.extract,
      daysAfterDue: daysAfterDue(ingested.delivery),
      definitionVersions: ingested.delivery.definitionVersions,
      thresholdRequired: ingested.delivery.thresholdRequired,
    })),
    people: result.people,
  };
}

/** Shipped and own figures of other places: of each place and measure the newest of half-years and years that have ended by ours. */
function comparatorsOf({ comparators, result }: ReleaseInput): readonly Comparator[] {
  const ended = [...shippedComparators(), ...comparators].filter(
    ({ period }) =>
      period === result.period || Number(period.slice(0, 4)) < Number(result.period.slice(0, 4)),
  );
  const newest = new Map<string, Comparator>();
  for (const one of ended) {
    const key = `${one.indicator} ${one.areaCode}`;
    const known = newest.get(key);
    if (known === undefined || known.period !== result.period) newest.set(key, one);
  }
  return [...newest.values()];
}

/** What the documents of one edition are composed from besides the published results. */
function contextOf(input: ReleaseInput, edition: EditionConfig): ProfileContext {
  const { workspace } = input;
  const earlier = input.earlier.get(edition.id);
  return {
    areas: loadAreas(),
    config: withDeclaredBreaks(
      workspace.config,
      input.stage.files.filter(({ found }) => found.period <= input.result.period),
    ),
    edition,
    catalogue,
    quality: protectQuality(qualityOf(input), edition.threshold),
    extractTitle: (extract) => {
      const name = EXTRACT_NAMES.find((one) => one === extract);
      return name === undefined ? extract : loadSchema(name).title;
    },
    codeLabel: (breakdown, code) =>
      breakdown === 'agency'
        ? workspace.config.agencies.find((agency) => agency.id === code)?.name
        : undefined,
    comparators: comparatorsOf(input),
    ...(earlier === undefined ? {} : { earlierRelease: earlier }),
    attributions: attributionLines,
    provenance: [`Made with profile ${softwareVersion()}.`, `Key fingerprint ${input.fingerprint}.`],
  };
}

/** One page and one CSV an agency: what to correct, with places and never a value. */
function qualityFiles({ workspace, stage, result }: ReleaseInput): ReleaseFile[] {
  const { config } = workspace;
  const [edition] = config.editions;
  const periodText = halfYear(result.period, config.startMonth).text;
  return config.agencies.flatMap((agency) => {
    const mine = stage.findings.filter((f) => f.agency === agency.id && f.period === result.period);
    const html = renderQualityPage({
      agencyName: agency.name,
      partnership: config.partnership,
      periodText,
      marking: edition?.marking ?? 'OFFICIAL-SENSITIVE',
      handling: edition?.handling ?? '',
      synthetic: config.synthetic,
      reconciliations: stage.files
        .filter((file) => file.found.agency === agency.id && file.found.period === result.period)
        .map((file) => file.ingested.reconciliation),
      findings: mine,
      missing: result.returns
        .filter((r) => r.agency === agency.id && r.period === result.period && r.status === 'missing')
        .map((r) => loadSchema(r.extract).title),
    });
    return [
      { path: `quality/${agency.id}/index.html`, content: html },
      { path: `quality/${agency.id}/findings.csv`, content: findingsCsv(mine) },
    ];
  });
}

/** Every file of a release, the manifest last. */
export async function releaseFiles(input: ReleaseInput): Promise<ReleaseBuilt> {
  const queue = new RenderQueue();
  try {
    return await filesOf(input, queue);
  } finally {
    await queue.close();
  }
}

async function filesOf(input: ReleaseInput, queue: RenderQueue): Promise<ReleaseBuilt> {
  const { workspace, stage, result } = input;
  const { startMonth } = workspace.config;
  const contexts = new Map(input.editions.map((edition) => [edition.id, contextOf(input, edition)]));
  const carried = (edition: EditionConfig): readonly ProductRecord[] =>
    input.products.filter(({ audiences }) => audiences.includes(edition.audience));
  const documents = (
    edition: EditionConfig,
    shown: ProtectedEdition['shown'],
    words: Words | undefined,
  ): readonly ComposedDocument[] => {
    const context = contexts.get(edition.id) ?? contextOf(input, edition);
    const own = words === undefined ? context : { ...context, words };
    return carried(edition).flatMap((product) => composeProduct(product, shown, own));
  };
  const partOf = (one: Pick<ProtectedEdition, 'edition' | 'shown'>) => ({
    ...one,
    context: contexts.get(one.edition.id) ?? contextOf(input, one.edition),
  });
  const done: ProtectedEdition[] = [];
  const contents = new Map<EditionConfig, readonly ListedDocument[]>();
  const drawn = new Map<EditionConfig, ReturnType<typeof documentFiles>[]>();
  const asking = protectEditions(
    input.results,
    input.editions,
    startMonth,
    (edition, shown) => {
      documents(edition, shown, wordsOf(partOf({ edition, shown }), input.words));
      for (const one of shown.values()) if (one.period === result.period) headlinesFile(one);
    },
    {
      earlier: input.before.readers,
      others: workspace.config.audiences,
      ties: input.ties,
      anew: input.anew,
      // By the configuration: a release of other products alone goes to the same readers.
      mapsGroups: workspace.config.products.includes(ocg.id),
    },
  );
  for await (const one of asking) {
    const { family, shown, plan } = one;
    done.push(one);
    checkWordsOf(
      family.map((edition) => partOf({ edition, shown })),
      input.words,
      input.editions.flatMap(({ id }) =>
        done.some((earlier) => earlier.family.some((edition) => edition.id === id)) ? [] : [id],
      ),
    );
    // Drawn while the next edition is protected.
    for (const edition of family) {
      const own = documents(edition, shown, wordsOf(partOf({ edition, shown }), input.words));
      contents.set(edition, own.map(listed));
      drawn.set(
        edition,
        own.map((document) => documentFiles(document, (id) => plan.asked?.statements.has(id) ?? true, queue)),
      );
    }
  }
  const editions = input.editions.flatMap((edition) => done.filter((one) => one.edition === edition));
  const published = editions.flatMap(({ shown }) => [...shown.values()].slice(0, 1));
  await queue.help();
  const written = await Promise.all(input.editions.flatMap((edition) => drawn.get(edition) ?? []));
  const files = await Promise.all(written.flat());
  files.push(...published.map(headlinesFile), ...qualityFiles(input), auditFile(editions));
  files.push({
    path: 'index.html',
    content: renderReleaseIndex({
      editions: input.editions.map(({ id }) => id),
      documents: input.editions.flatMap((edition) => contents.get(edition) ?? []),
      agencies: workspace.config.agencies.map(({ id }) => id),
    }),
  });
  const manifest = manifestFile(
    {
      software: { name: 'profile', version: softwareVersion() },
      synthetic: workspace.config.synthetic,
      period: result.period,
      periods: result.periods,
      editions: input.editions.map((edition) => edition.id),
      products: input.products.map((product) => product.id),
      until: input.until,
      words: input.words.map(({ shown, text }) => ({ file: shown, sha256: sha256(text) })),
      comparators: sha256(stableJson(input.comparators)),
      earlier: [...input.earlier.values()].map(({ file, sha256: digest }) => ({ file, sha256: digest })),
      ledger: input.before.head,
      configuration: sha256(stableJson(workspace.config)),
      keyFingerprint: input.fingerprint,
      schemas: Object.fromEntries([...loadSchemas().values()].map((schema) => [schema.name, schema.version])),
      inputs: stage.files
        .filter((file) => file.found.period <= result.period)
        .map((file) => ({
          file: file.found.displayPath,
          sha256: file.ingested.digest === '' ? null : file.ingested.digest,
          noteSha256: file.noteDigest,
          reconciliation: file.ingested.reconciliation,
        })),
    },
    files,
  );
  return { files: [...files, manifest], editions };
}
