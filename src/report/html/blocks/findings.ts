import type { Finding } from '../../model.js';
import type { PageContext } from '../context.js';
import { html, type Markup } from '../markup.js';
import { sentence } from '../sentence.js';
import { seeLink } from './seeLink.js';

/** Numbered findings, each with how strong its evidence is, why, and where the numbers are. */
export function findingsBlock(findings: readonly Finding[], context: PageContext): Markup {
  return html`<ol class="finds">${findings.map(
    (finding) =>
      html`<li><div><strong>${sentence(finding.sentence)}</strong> <span class="ev">Evidence: ${finding.evidence} (${finding.why.replace(/\.$/, '')}).${seeLink(finding.see, context)}</span></div></li>`,
  )}</ol>`;
}
