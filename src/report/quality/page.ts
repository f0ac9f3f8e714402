import { SYNTHETIC_NOTE } from '../html/context.js';
import { html, type Markup } from '../html/markup.js';
import { markingBar, pageShell, pageTitle } from '../html/shell.js';
import { stylesheet } from '../html/stylesheet.js';
import type { QualityFinding, QualityReconciliation, QualityReport } from './model.js';

/** Findings on the page; a longer list stays readable as the CSV file beside it. */
const SHOWN = 200;

const SEVERITY: Readonly<Record<QualityFinding['severity'], string>> = {
  error: 'Error: rows left out',
  warning: 'Warning: rows kept',
  information: 'Information',
};

function whole(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

function place(finding: QualityFinding): string {
  const column =
    finding.column === null
      ? []
      : [`column ${finding.column}${finding.letter === null ? '' : ` (${finding.letter})`}`];
  const line =
    finding.line === null ? [] : [`${finding.rows > 1 ? 'first at ' : ''}line ${whole(finding.line)}`];
  return [finding.file, ...line, ...column].join(', ');
}

function findingItem(finding: QualityFinding): Markup {
  const unchecked =
    finding.notChecked.length === 0
      ? null
      : html`<p class="ci">Not checked because of this: ${finding.notChecked.join(', ')}.</p>`;
  return html`<tr><th scope="row">${finding.rule}</th><td>${SEVERITY[finding.severity]}</td><td class="r">${whole(finding.rows)}</td><td><p><strong>${finding.message}</strong></p><p>${finding.remedy}</p><p class="src">${place(finding)}</p>${unchecked}</td></tr>\n`;
}

function filesTable(files: readonly QualityReconciliation[]): Markup {
  const heads = ['Read', 'Accepted', 'Rejected', 'Repeated', 'Replaced by a later row', 'Set aside'];
  const rows = files.map((file) => {
    const counts = [file.read, file.accepted, file.rejected, file.duplicates, file.superseded, file.setAside];
    const name = file.nilReturn ? `${file.file} (nil return)` : file.file;
    return html`<tr><th scope="row">${name}</th>${counts.map((count) => html`<td class="r">${whole(count)}</td>`)}</tr>\n`;
  });
  return html`<section class="scroll" tabindex="0" aria-label="Rows by file"><table><caption class="vh">Rows by file: read, accepted and left out</caption>
<thead><tr><th scope="col">File</th>${heads.map((head) => html`<th scope="col" class="r">${head}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></section>`;
}

function findingsTable(findings: readonly QualityFinding[]): Markup {
  return html`<p class="body">Shown ${whole(Math.min(SHOWN, findings.length))} of ${whole(findings.length)}. The complete list is in findings.csv. No value of any cell is in this page or in that file.</p>
<section class="scroll" tabindex="0" aria-label="Findings"><table class="found"><caption class="vh">Findings: rule, severity, rows and what to do</caption>
<thead><tr><th scope="col">Rule</th><th scope="col">Severity</th><th scope="col" class="r">Rows</th><th scope="col">What was found, and what to do</th></tr></thead>
<tbody>${findings.slice(0, SHOWN).map(findingItem)}</tbody></table></section>`;
}

function leadText(report: QualityReport): string {
  const read = report.reconciliations.reduce((sum, file) => sum + file.read, 0);
  const accepted = report.reconciliations.reduce((sum, file) => sum + file.accepted, 0);
  return `${whole(accepted)} of ${whole(read)} rows were accepted from ${whole(report.reconciliations.length)} file${report.reconciliations.length === 1 ? '' : 's'}.`;
}

/**
 * The page that goes back to an agency about the extracts it sent: where every row went, what was found, where, and what
 * to do about it.
 */
export function renderQualityPage(report: QualityReport): string {
  const title = 'Quality of the extracts received';
  const synthetic = report.synthetic ? ' Synthetic data.' : '';
  const sheet = stylesheet({
    marking: report.marking,
    footer: `${report.agencyName}, ${report.periodText}.${synthetic}`,
  });
  const body = html`<a class="skip" href="#main">Skip to the page</a>
${markingBar(report.marking, report.handling, 'start')}<header class="mast"><div class="wrap"><div>
<p class="org">${report.partnership}</p><h1>${title}</h1><p class="per">${report.agencyName}, ${report.periodText}</p></div></div></header>
<div class="wrap sheet"><main id="main">
<section aria-labelledby="files-title"><h2 id="files-title">Where every row went</h2>
${report.synthetic ? html`<p class="note demo"><strong>Demonstration.</strong> ${SYNTHETIC_NOTE}</p>` : null}
<p class="lead">${leadText(report)}</p>
${report.missing.length === 0 ? null : html`<p class="note">Not received: ${report.missing.join(', ')}. A missing file is not a nil return; send a nil return when there was nothing to report.</p>`}
${report.reconciliations.length === 0 ? null : filesTable(report.reconciliations)}</section>
<section aria-labelledby="findings-title"><h2 id="findings-title">What was found</h2>
${report.findings.length === 0 ? html`<p class="body">Nothing was found to correct.</p>` : findingsTable(report.findings)}</section>
</main></div>
<footer>${markingBar(report.marking, report.handling, 'end')}</footer>
`;
  const tab = pageTitle(report.marking, [
    `${title}, ${report.agencyName}`,
    `Quality, ${report.agencyName}`,
    title,
  ]);
  return pageShell(tab, sheet, body);
}
