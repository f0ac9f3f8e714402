import { codeList } from '../../extracts/codeLists.js';
import { loadSchema } from '../../extracts/load.js';
import type { ExtractName } from '../../extracts/schema.js';

/** Columns that the planner derives (`src/analysis/planner/derive.ts`), which no schema names. */
const DERIVED: Readonly<Record<string, string>> = {
  person: 'person',
  age: 'age at the event',
  sex: 'sex',
  sent_by: 'agency that sent it',
  sent_period: 'half-year in which it was sent',
  cse_counted: 'counted as exploitation by',
  suspects_named: 'suspects named',
  reported_late: 'reported more than a year after it began',
  cancelled: 'cancelled',
  risk_change: 'risk at review against the first',
  factors_n: 'factors named',
  placed_away: 'lives outside the authority that looks after the child',
  weekday_slot: 'day and time',
  ward_or_online: 'ward, or online',
  district_offence: 'district of the offence',
  recorded_at: 'recorded on',
  online_flag: 'online',
};

const INTERVIEW = 'interview_';

/** A column in words: the title of the field in its schema, in lower case. */
export function fieldWords(extract: ExtractName, field: string): string {
  const found = loadSchema(extract).fields.find(({ name }) => name === field);
  if (found !== undefined) return lower(found.title);
  if (field === 'interview_from') return 'last return that the interview covers';
  if (field.startsWith(INTERVIEW)) {
    const own = loadSchema('return-interviews').fields.find(({ name }) => `${INTERVIEW}${name}` === field);
    if (own !== undefined) return `return interview: ${lower(own.title)}`;
  }
  return DERIVED[field] ?? field.replaceAll('_', ' ');
}

/** A code in words, with the code itself: "Missing (M)"; the code alone where the field has no list. */
export function codeWords(extract: ExtractName, field: string, code: string): string {
  const own = field.startsWith(INTERVIEW)
    ? loadSchema('return-interviews').fields.find(({ name }) => `${INTERVIEW}${name}` === field)
    : loadSchema(extract).fields.find(({ name }) => name === field);
  const label = own?.codeList === undefined ? undefined : codeList(own.codeList).get(code)?.label;
  return label === undefined || label.toLowerCase() === code.toLowerCase() ? code : `${label} (${code})`;
}

/** The first letter in lower case, unless the word is an abbreviation. */
export function lower(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
