import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { EXTRACT_NAMES, type ExtractName } from '../extracts/schema.js';
import type { AgencyId, PeriodId } from '../reference/brands.js';
import { systemCode } from '../reference/knownError.js';
import { nearest } from '../reference/spelling.js';
import { FindingCollector } from './collector.js';
import type { Finding } from './findings.js';
import * as messages from './messages.js';
import { META_SUFFIX, readMeta } from './meta.js';
import { notice } from './notice.js';

/** An extract that an agency sent, or a nil return that it declared (then there is a delivery note but no file). */
export interface FoundExtract {
  readonly extract: ExtractName;
  readonly agency: AgencyId;
  readonly period: PeriodId;
  /** Absolute path of the CSV; it does not exist when `nilReturn` and nothing was sent. */
  readonly path: string;
  /** Path relative to the workspace, with forward slashes. */
  readonly displayPath: string;
  /** Absolute path of the delivery note, or null. */
  readonly metaPath: string | null;
}

/** What discovery needs to know of a workspace. */
export interface DeliveryPlan {
  readonly root: string;
  readonly extractsDir: string;
  readonly periods: readonly string[];
  readonly agencies: readonly { readonly id: string; readonly extracts: readonly string[] }[];
}

export interface Discovery {
  readonly found: readonly FoundExtract[];
  readonly findings: readonly Finding[];
}

/**
 * Looks for `extracts/<period>/<agency>/<extract>.csv`. A folder or file that fits nothing is a finding with the
 * nearest name; an extract that was expected and neither sent nor declared as nil is missing, which is not zero (F18).
 */
export async function discoverExtracts(plan: DeliveryPlan): Promise<Discovery> {
  const found: FoundExtract[] = [];
  const findings: Finding[] = [];
  for (const period of plan.periods) {
    const periodDir = path.join(plan.extractsDir, period);
    const agencies = await names(periodDir);
    for (const agency of agencies.folders) {
      if (plan.agencies.some((one) => one.id === agency)) continue;
      const guess = nearest(
        agency,
        plan.agencies.map((one) => one.id),
      );
      findings.push(
        ...about(plan, null, null, period, path.join(periodDir, agency), messages.unknownAgency(guess)),
      );
    }
    for (const agency of plan.agencies) {
      const folder = path.join(periodDir, agency.id);
      const here = agencies.folders.includes(agency.id) ? await names(folder) : { folders: [], files: [] };
      const delivered = await deliveredIn(plan, period, agency.id, folder, here.files);
      found.push(...delivered.found);
      findings.push(...delivered.findings);
      for (const extract of EXTRACT_NAMES) {
        if (!agency.extracts.includes(extract) || delivered.found.some((one) => one.extract === extract))
          continue;
        const file = path.join(folder, `${extract}.csv`);
        findings.push(...about(plan, extract, agency.id, period, file, messages.missingFile(), 'F18'));
      }
    }
  }
  return { found, findings };
}

async function deliveredIn(
  plan: DeliveryPlan,
  period: string,
  agency: string,
  folder: string,
  files: readonly string[],
): Promise<Discovery> {
  const found: FoundExtract[] = [];
  const findings: Finding[] = [];
  for (const file of files) {
    const isNote = file.endsWith(META_SUFFIX);
    if (!isNote && !/\.(csv|tsv|txt|xlsx?|ods)$/i.test(file)) continue;
    const name = isNote ? file.slice(0, -META_SUFFIX.length) : file.replace(/\.[^.]*$/, '');
    const extract = EXTRACT_NAMES.find((one) => one === name);
    const full = path.join(folder, file);
    if (extract === undefined || (!isNote && file !== `${name}.csv`)) {
      const guess = nearest(name, EXTRACT_NAMES);
      findings.push(
        ...about(plan, null, agency, period, full, messages.unknownFile(guess && `${guess}.csv`)),
      );
      continue;
    }
    const csv = `${extract}.csv`;
    if (isNote && files.includes(csv)) continue;
    if (isNote && !(await readMeta(full))?.meta.nilReturn) continue;
    const target = path.join(folder, csv);
    found.push({
      extract,
      agency: agency as AgencyId,
      period: period as PeriodId,
      path: target,
      displayPath: display(plan, target),
      metaPath: files.includes(`${extract}${META_SUFFIX}`)
        ? path.join(folder, `${extract}${META_SUFFIX}`)
        : null,
    });
  }
  return { found, findings };
}

function about(
  plan: DeliveryPlan,
  extract: ExtractName | null,
  agency: string | null,
  period: string,
  file: string,
  message: string,
  rule = 'GEN-013',
): Finding[] {
  const collector = new FindingCollector({
    file: display(plan, file),
    extract,
    agency: agency as AgencyId | null,
    period: period as PeriodId,
  });
  collector.file(notice(rule, message));
  return collector.all().map((one) => one.finding);
}

function display(plan: DeliveryPlan, file: string): string {
  return path.relative(plan.root, file).split(path.sep).join('/');
}

async function names(folder: string): Promise<{ folders: string[]; files: string[] }> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const visible = entries
      .filter((entry) => !entry.name.startsWith('.'))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    return {
      folders: visible
        .filter((entry) => entry.isDirectory() && !/\.csv$/i.test(entry.name))
        .map((entry) => entry.name),
      files: visible
        .filter((entry) => !entry.isDirectory() || /\.csv$/i.test(entry.name))
        .map((entry) => entry.name),
    };
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return { folders: [], files: [] };
    throw error;
  }
}
