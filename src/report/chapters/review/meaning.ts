import type { Finding, Table, TableRow } from '../../model.js';
import { isShown } from '../../statements/figures.js';
import { capital, listed, sentence } from '../../statements/sentence.js';
import type { ProfileView } from '../../view.js';
import { blocksOf, type ChapterRecord } from '../chapter.js';
import { column, LEFT } from '../figures/exhibit.js';
import { keyFindings } from '../keyFindings.js';

/** Below this share of cells filled, a field is named as a weakness. */
const WEAK = 80;

const TABLE = 'meaning-for-findings';

/** The indicator that a finding's first record is about. */
function indicatorOf(finding: Finding): string {
  return finding.sentence.records[0]?.split('|')[0] ?? '';
}

/** What is weak in the extracts behind an indicator, in plain words; empty when nothing is. */
function weaknesses(view: ProfileView, indicator: string): readonly string[] {
  const extracts = new Set<string>(view.extractsOf(indicator));
  const found: string[] = [];
  for (const { extract, agency, status } of view.quality.returns) {
    const now = view.quality.returns.some(
      (entry) =>
        entry.extract === extract &&
        entry.agency === agency &&
        entry.period === view.halfYear.id &&
        entry.status === 'missing',
    );
    const text = `${view.extractTitle(extract).toLowerCase()} of ${view.agencyName(agency)} did not come`;
    if (status === 'missing' && now && extracts.has(extract) && !found.includes(text)) found.push(text);
  }
  for (const { extract, agency, daysAfterDue } of view.quality.deliveries) {
    if (extracts.has(extract) && isShown(daysAfterDue) && daysAfterDue.number > 0)
      found.push(`${view.extractTitle(extract).toLowerCase()} of ${view.agencyName(agency)} came late`);
  }
  for (const [extract, fields] of weakFields(view)) {
    if (extracts.has(extract))
      found.push(
        `under ${WEAK}% filled in ${view.extractTitle(extract).toLowerCase()}: ${listed(fields.slice(0, 3))}${fields.length > 3 ? ' and others' : ''}`,
      );
  }
  const o = view.published.find(indicator, view.pan, view.current.id);
  if (o?.provisional === true) found.push('provisional: part of the area is not in yet');
  if (
    view.published
      .series(indicator, view.pan)
      .slice(-2)
      .some(({ breakBefore }) => breakBefore)
  )
    found.push('recording changed within the year');
  return found;
}

/** Fields filled in too seldom, by extract: names of fields, never what is in them. */
function weakFields(view: ProfileView): ReadonlyMap<string, readonly string[]> {
  const weak = new Map<string, string[]>();
  for (const { extract, field, share } of view.quality.completeness) {
    if (!KEY.test(field) || !isShown(share) || share.number >= WEAK) continue;
    const fields = weak.get(extract) ?? [];
    weak.set(extract, fields);
    const words = field.replaceAll('_', ' ');
    if (!fields.includes(words)) fields.push(words);
  }
  return weak;
}

/** Fields by which children and events are told apart; optional extras are not held against an agency. */
const KEY =
  /^(date_of_birth|sex|ethnicity|district_|risk_|cse_|concern_types|online|relationship|outcome_code)/;

/** As many as the full profile gives. */
const MOST_FINDINGS = 8;

function meaningTable(view: ProfileView): Table | null {
  const findings = keyFindings(view, () => TABLE, MOST_FINDINGS);
  if (findings.length === 0) return null;
  const rows = findings.map((finding): TableRow => {
    const weak = weaknesses(view, indicatorOf(finding));
    return {
      cells: [
        { text: finding.sentence.text },
        { text: capital(finding.evidence) },
        { text: capital(finding.why) },
        { text: weak.length === 0 ? 'Nothing that is known.' : `${capital(listed(weak))}.` },
      ],
    };
  });
  return {
    kind: 'table',
    id: TABLE,
    title: 'What the state of the data means for each key finding',
    subtitle: `The key findings of the profile for ${view.current.text}, and what is weak in the extracts behind each.`,
    columns: [
      column('finding', 'Finding', LEFT),
      column('evidence', 'Evidence', LEFT),
      column('why', 'Graded so because', LEFT),
      column('weak', 'Weak in the data behind it', LEFT),
    ],
    rows,
    notes: ['How evidence is graded is said in the profile’s annex.'],
    source: `Ingest and analysis of the extracts for ${view.current.text}.`,
    tidy: [],
  };
}

/** The review says what the state of the data means for each finding. */
export const meaning: ChapterRecord = {
  id: 'what-it-means',
  title: 'What it means for each finding',
  audience: ['B', 'G', 'T'],
  build: (view) => ({
    id: meaning.id,
    title: meaning.title,
    lead: sentence('A finding is only as good as the weakest extract behind it.'),
    blocks: blocksOf([meaningTable(view)]),
  }),
};

/** What to ask of each agency, from what was found; nothing for an agency with nothing to mend. */
export const requests: ChapterRecord = {
  id: 'what-to-ask',
  title: 'What to ask of each agency',
  audience: ['B', 'G', 'T'],
  build(view) {
    const items = view.config.agencies.flatMap(({ id, name }) => {
      const asked = requestsTo(view, id);
      return asked.length === 0 ? [] : [{ term: name, text: `${capital(asked.join('; '))}.` }];
    });
    return {
      id: requests.id,
      title: requests.title,
      lead: sentence(
        items.length === 0
          ? 'There is nothing to ask of any agency this time.'
          : 'Each agency also gets its own findings, by file, line and column.',
      ),
      blocks: blocksOf(items.length === 0 ? [] : [{ kind: 'definitions', items }]),
    };
  },
};

function requestsTo(view: ProfileView, agency: string): readonly string[] {
  const own = view.quality.returns.filter(
    (entry) => entry.agency === agency && entry.period === view.halfYear.id,
  );
  const titles = (entries: readonly { readonly extract: string }[]): string =>
    listed([...new Set(entries.map(({ extract }) => view.extractTitle(extract).toLowerCase()))]);
  const missing = own.filter(({ status }) => status === 'missing');
  const rejected = own.filter((entry) => isShown(entry.rejected) && entry.rejected.number > 0);
  const late = view.quality.deliveries.filter(
    (note) => note.agency === agency && isShown(note.daysAfterDue) && note.daysAfterDue.number > 0,
  );
  const undated = view.quality.deliveries.filter(
    (note) => note.agency === agency && !isShown(note.daysAfterDue),
  );
  const blank = view.quality.completeness.filter(
    ({ agency: sender, field, share }) =>
      sender === agency && KEY.test(field) && isShown(share) && share.number < WEAK,
  );
  return [
    ...(missing.length > 0 ? [`send ${titles(missing)}`] : []),
    ...(rejected.length > 0 ? [`correct and send again the rejected rows of ${titles(rejected)}`] : []),
    ...(blank.length > 0
      ? [`fill in ${listed([...new Set(blank.map(({ field }) => field.replaceAll('_', ' ')))])} more often`]
      : []),
    ...(late.length > 0 ? [`make ${titles(late)} by the date due`] : []),
    ...(undated.length > 0 ? [`give the dates in the delivery notes of ${titles(undated)}`] : []),
  ];
}
