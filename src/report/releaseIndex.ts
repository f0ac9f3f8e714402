import { SYNTHETIC_NOTE } from './html/context.js';
import { html, type Markup } from './html/markup.js';
import { numberExhibits } from './html/numbering.js';
import { markingBar, pageShell, pageTitle } from './html/shell.js';
import { stylesheet } from './html/stylesheet.js';
import type { ReportDocument } from './model.js';

/** A document of a release and where its files stand. */
export interface ListedDocument {
  /** Folder inside the release. */
  readonly folder: string;
  /** Name of its files without their endings. */
  readonly stem: string;
  readonly document: ReportDocument;
}

/** What the page that opens a release is made from: nothing but its documents and the names of its folders. */
export interface ReleaseContents {
  /** Ids of the editions, in order. */
  readonly editions: readonly string[];
  readonly documents: readonly ListedDocument[];
  /** Folders under `quality/`, one for each agency. */
  readonly agencies: readonly string[];
}

const MIXED = 'Documents with different markings';

function counted(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

function documentItem({ folder, stem, document }: ListedDocument): Markup {
  const { figures, tables } = numberExhibits(document);
  const at = `${folder}/${stem}`;
  const drawn = figures.length > 0;
  const holds = [
    ...(drawn ? [counted(figures.length, 'figure', 'figures')] : []),
    counted(tables.length, 'table', 'tables'),
  ].join(' and ');
  return html`<li><p><a href="${at}.html"><strong>${document.title}</strong></a>, ${document.periodText}</p>
<p class="src">${holds}. All numbers as a spreadsheet: <a href="${at}.ods">ODS</a>, <a href="${at}.xlsx">XLSX</a>. Beside it in ${folder}/: each table as CSV (tables/),${drawn ? ' each figure as a picture (charts/),' : ''} and everything for programs (<a href="${folder}/profile.json">profile.json</a>).</p></li>
`;
}

function editionSection(documents: readonly ListedDocument[]): Markup {
  const [first] = documents;
  if (first === undefined) return html``;
  const { edition, editionTitle, marking, handling } = first.document;
  return html`<section aria-labelledby="edition-${edition}"><h2 id="edition-${edition}">${editionTitle}</h2>
<p class="note"><strong>${marking}</strong>${handling === '' ? null : html` ${handling}`}</p>
<ul class="docs">
${documents.map(documentItem)}</ul></section>
`;
}

/** The page that opens a release: its editions with their markings, and every document with its files. It prints no number of the data. */
export function renderReleaseIndex({ editions, documents, agencies }: ReleaseContents): string {
  const [first] = documents;
  if (first === undefined) throw new Error('A release without documents has no contents.');
  const { partnership, synthetic } = first.document;
  const byEdition = new Map<string, ListedDocument[]>();
  // By folder, so that whoever has nothing but the files can make the same page: the profile stands first, at the top of its edition.
  for (const one of documents.toSorted((a, b) => (a.folder < b.folder ? -1 : 1))) {
    const { edition } = one.document;
    byEdition.set(edition, [...(byEdition.get(edition) ?? []), one]);
  }
  const markings = new Set(documents.map(({ document }) => document.marking));
  const [only = MIXED] = markings;
  const marking = markings.size === 1 ? only : MIXED;
  const handling = markings.size === 1 ? '' : 'Pass on each one as its own marking says.';
  const period =
    documents.find(({ folder }) => !folder.includes('/'))?.document.periodText ?? first.document.periodText;
  const sheet = stylesheet({
    marking,
    footer: `${partnership}, ${period}.${synthetic ? ' Synthetic data.' : ''}`,
  });
  const body = html`<a class="skip" href="#main">Skip to the page</a>
${markingBar(marking, handling, 'start')}<header class="mast"><div class="wrap"><div>
<p class="org">${partnership}</p><h1>What is in this release</h1><p class="per">${period}</p></div></div></header>
<div class="wrap sheet"><main id="main">
${synthetic ? html`<p class="note demo"><strong>Demonstration.</strong> ${SYNTHETIC_NOTE}</p>` : null}
<p class="lead">${counted(byEdition.size, 'edition', 'editions')} for different readers. Give each reader their own edition only, with this page left out.</p>
${editions.map((edition) => editionSection(byEdition.get(edition) ?? []))}<section aria-labelledby="checks"><h2 id="checks">Checks</h2>
<ul class="docs">
<li><p><a href="audit.json"><strong>audit.json</strong></a>: what was proven before anything was written, for whom. It holds no number of the data.</p></li>
<li><p><a href="manifest.json"><strong>manifest.json</strong></a>: a digest of every file, and of every extract that it was made from. “profile verify” compares them.</p></li>
${agencies.toSorted().map((agency) => html`<li><p><a href="quality/${agency}/index.html"><strong>Quality of what ${agency} sent</strong></a>: for that agency, with the <a href="quality/${agency}/findings.csv">findings</a>.</p></li>\n`)}</ul></section>
</main></div>
<footer>${markingBar(marking, handling, 'end')}</footer>
`;
  return pageShell(
    pageTitle(marking, [`What is in this release, ${period}`, 'What is in this release']),
    sheet,
    body,
  );
}
