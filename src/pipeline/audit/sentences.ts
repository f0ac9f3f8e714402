import { exhibitsOf } from '../../report/chapters/chapter.js';
import type { FigureBlock, Sentence, Table, TidyRow } from '../../report/model.js';
import type { ReadProfile } from '../../report/reading/readProfile.js';
import type { AuditFault } from './faults.js';
import type { FinishedDocument } from './readRelease.js';

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*';

/** What has digits and tells no number of the data: dates, ages, bases, limits of time, and how many measures, places or half-years are spoken of. */
const NO_NUMBERS: readonly RegExp[] = [
  new RegExp(`\\b(?:\\d{1,2} )?${MONTH}(?: to |–)?(?:${MONTH})? \\d{4}\\b`, 'g'),
  /\b(?:19|20)\d\d\b/g,
  /\b[Aa]ged \d+(?: to \d+| and (?:under|over))?/g,
  /\bper 1(?:0,000|,000|00)\b/g,
  /\bfor every [\d,]+\b/g,
  /\b(?:80|95)% range|\bin 20\b|\b998 in 1,000\b/g,
  /\b(?:72 hours|(?:15|45) working days|12 months|90 days|[Ss]ection 47|Level \d|4P|under 18)\b/g,
  /\bin (?:\d+|none) of \d+(?: years)?\b/g,
  /\b\d+ of (?:the )?\d+ measures\b|\bthe \d+ measures\b/g,
  /\b(?:[Oo]ver|last|first|the) \d+ (?:half-years|quarters|months)(?:, \d+ fell)?/g,
  /\b\d+ (?:districts|boards|places)\b/g,
  // How many children make half of the episodes follows from the episodes of each child, which no file holds.
  /\b(?:involved|each of the) [\d,]+ (?:of the [\d,]+ )?children\b(?: \(\d+%\))?/g,
];

/** Sentences about the first speak of those whom the second counts. */
const COUNTED_BY: Readonly<Record<string, string>> = { M01: 'M02' };

interface Said {
  readonly isShare: boolean;
  /** As it is printed, without signs between thousands. */
  readonly number: number;
  readonly decimals: number;
}

/** The numbers of the data that a sentence says. */
export function numbersIn(text: string): readonly Said[] {
  const rest = NO_NUMBERS.reduce((left, pattern) => left.replace(pattern, ' '), text);
  return [...rest.matchAll(/(?<![\w.,–-])(\d[\d,]*(?:\.\d+)?)(%?)(?!\w)/g)].map(([, found = '', sign]) => {
    const plain = found.replaceAll(',', '');
    return { number: Number(plain), decimals: plain.split('.')[1]?.length ?? 0, isShare: sign === '%' };
  });
}

/** Every number of a value, wherever it stands; symbols have none. */
function collect(value: unknown, into: Set<number>): void {
  if (Array.isArray(value)) for (const item of value) collect(item, into);
  else if (typeof value === 'object' && value !== null) {
    if ('number' in value && typeof value.number === 'number') into.add(value.number);
    for (const item of Object.values(value)) collect(item, into);
  }
}

function rowsOf(exhibit: FigureBlock | Table): readonly TidyRow[] {
  return exhibit.kind === 'figure' ? exhibit.table.tidy : exhibit.tidy;
}

/** What a document gives of each indicator and each record. */
class Given {
  private readonly records = new Map<string, ReadonlySet<number>>();
  private readonly indicators = new Map<string, Set<number>>();

  constructor({ document, statements, observations }: ReadProfile) {
    const add = (id: string, value: unknown): void => {
      const numbers = new Set<number>();
      collect(value, numbers);
      this.records.set(id, numbers);
    };
    for (const statement of statements) add(statement.id, statement);
    for (const one of observations) add(`${one.indicator}|${one.area}|${one.period}`, one);
    for (const exhibit of document.chapters.flatMap(exhibitsOf)) {
      const rows = rowsOf(exhibit);
      const all = new Set<number>();
      collect(exhibit, all);
      for (const indicator of new Set(rows.map((row) => row.indicator))) {
        const numbers = this.indicators.get(indicator) ?? new Set();
        this.indicators.set(indicator, numbers);
        for (const number of all) numbers.add(number);
      }
    }
  }

  /** Numbers that a sentence may say: those of its records, and those that the document's exhibits show of the same indicators. */
  of(records: readonly string[]): ReadonlySet<number> {
    const found = new Set<number>();
    for (const record of records) {
      for (const number of this.records.get(record) ?? []) found.add(number);
      const indicator = record.split('|')[0] ?? '';
      for (const one of [indicator, COUNTED_BY[indicator] ?? ''])
        for (const number of this.indicators.get(one) ?? []) found.add(number);
    }
    return found;
  }

  /** Differences between counts of the records, which sentences of changes say besides. */
  differences(records: readonly string[]): ReadonlySet<number> {
    const counts = [...new Set(records.flatMap((record) => [...(this.records.get(record) ?? [])]))];
    return new Set(counts.flatMap((one) => counts.map((two) => Math.abs(one - two))));
  }
}

/** Whether a number is what is printed of another: rounded, or as the nearer whole below or above it, as ranges are. */
function isPrintedOf(exact: number, { number, decimals }: Said): boolean {
  const unit = 10 ** decimals;
  return [Math.round, Math.floor, Math.ceil].some(
    (round) => Math.abs(round(exact * unit) / unit - number) < 1e-9,
  );
}

/** Every sentence of a document that points to records or could. */
export function sentencesIn(value: unknown, found: Sentence[] = []): readonly Sentence[] {
  if (Array.isArray(value)) for (const item of value) sentencesIn(item, found);
  else if (typeof value === 'object' && value !== null) {
    const { text, records }: { text?: unknown; records?: unknown } = value;
    if (typeof text === 'string' && Array.isArray(records))
      found.push({ text, records: records.map(String) });
    for (const item of Object.values(value)) sentencesIn(item, found);
  }
  return found;
}

/** Whether a percentage is that of one number in another. */
function isShareOf(said: Said, numbers: readonly number[]): boolean {
  return said.isShare && numbers.some((part) => numbers.some((all) => isPrintedOf((100 * part) / all, said)));
}

/** The measure that a sentence is about; a file that was tampered with may hold anything in its place, which is not repeated. */
export function measureOf([record = '']: readonly string[]): string {
  return /^[A-Z]{1,2}\d{2}[A-Z]?(?=\||$)/.exec(record)?.[0] ?? 'something else than a measure';
}

/**
 * Numbers in sentences that nothing behind them gives: a count that is hidden everywhere else could stand in words. Sentences without records, such as those about
 * extracts and actions, are left alone.
 */
export function sentenceFaults({ folder, profile }: FinishedDocument): readonly AuditFault[] {
  if (profile === null) return [];
  const given = new Given(profile);
  const faults: AuditFault[] = [];
  for (const chapter of profile.document.chapters)
    for (const part of [{ lead: chapter.lead }, ...chapter.blocks]) {
      const near = new Set<number>();
      collect(part, near);
      for (const { text, records } of sentencesIn(part)) {
        if (records.length === 0) continue;
        const said = numbersIn(text);
        if (said.length === 0) continue;
        const numbers = [...given.of(records), ...near, ...given.differences(records)];
        const inPlace = [...near, ...said.filter(({ isShare }) => !isShare).map(({ number }) => number)];
        const strange = said.filter(
          (one) => !numbers.some((number) => isPrintedOf(number, one)) && !isShareOf(one, inPlace),
        );
        if (strange.length > 0)
          faults.push({
            kind: 'sentence',
            path: `${folder}/profile.json`,
            message: `has a sentence about ${measureOf(records)} with a number that neither its records nor its exhibits give.`,
            derivation: [],
          });
      }
    }
  return faults;
}
