import { describe, expect, it } from 'vitest';
import { catalogue, findIndicator } from '../../src/analysis/catalogue/index.js';
import type { Filter, Indicator, Tally } from '../../src/analysis/catalogue/record.js';
import { talliesOf } from '../../src/analysis/needs.js';
import { codeList } from '../../src/extracts/codeLists.js';
import { loadSchema } from '../../src/extracts/load.js';
import { DERIVED_COLUMNS, type ExtractName } from '../../src/extracts/schema.js';

/** Columns that the analysis derives (src/analysis/planner). */
const OURS: Readonly<Partial<Record<ExtractName, readonly string[]>>> = {
  offences: ['cse_counted', 'suspects_named', 'reported_late', 'cancelled', 'ward_or_online'],
  suspects: ['cse_counted', 'recorded_at', 'district_offence', 'online_flag', 'cancelled'],
  referrals: ['risk_change', 'factors_n', 'placed_away'],
  'missing-episodes': [
    'weekday_slot',
    'interview_offered',
    'interview_not_offered_reason',
    'interview_cse_disclosed',
    'interview_intel_submitted',
    'interview_out_of_area',
    'interview_provider_type',
    'interview_push_factors',
    'interview_pull_factors',
    'interview_completed_at',
    'interview_from',
  ],
};

function fieldsOf(extract: ExtractName): ReadonlySet<string> {
  const schema = loadSchema(extract);
  return new Set([
    ...schema.fields
      .filter(({ storeAs }) => storeAs === 'keep' || storeAs === 'pseudonym')
      .map(({ name }) => name),
    ...(schema.personRole === null ? [] : DERIVED_COLUMNS),
    ...(OURS[extract] ?? []),
  ]);
}

type Used = readonly [ExtractName, string];

function usedBy(extract: ExtractName, filter: Filter): Used[] {
  const own = (...fields: string[]): Used[] => fields.map((field) => [extract, field]);
  if ('all' in filter) return filter.all.flatMap((each) => usedBy(extract, each));
  if ('any' in filter) return filter.any.flatMap((each) => usedBy(extract, each));
  if ('not' in filter) return usedBy(extract, filter.not);
  if ('personIn' in filter) {
    const { personIn } = filter;
    return [
      [personIn.extract, personIn.by],
      ...personIn.where.flatMap((each) => usedBy(personIn.extract, each)),
    ];
  }
  if ('followedBy' in filter) {
    const { followedBy } = filter;
    return [
      ...own(filter.after),
      [followedBy.extract, followedBy.by],
      ...followedBy.where.flatMap((each) => usedBy(followedBy.extract, each)),
    ];
  }
  if ('personRun' in filter) {
    const { personRun } = filter;
    return [
      [personRun.extract, personRun.by],
      ...personRun.where.flatMap((each) => usedBy(personRun.extract, each)),
    ];
  }
  if ('differ' in filter) return own(...filter.differ);
  if ('minutes' in filter) return own(...filter.minutes);
  if ('days' in filter) return own(...filter.days);
  if ('matured' in filter) return own(filter.matured);
  if ('workingDays' in filter) return own(...filter.workingDays);
  if ('openSince' in filter) return own(filter.openSince);
  return own(filter.field);
}

function usedByTally(tally: Tally): Used[] {
  const { extract, count, period, area } = tally;
  const fields = [
    ...(typeof count === 'string' ? [] : Object.values(count)),
    ...Object.values(period),
    ...(area === 'pan' ? [] : Object.values(area)),
  ];
  return [
    ...fields.map((field): Used => [extract, String(field)]),
    ...tally.where.flatMap((f) => usedBy(extract, f)),
  ];
}

/** Codes of derived columns. */
const OUR_CODES: Readonly<Record<string, readonly string[]>> = {
  cse_counted: ['flag', 'class', 'both', 'none'],
  cancelled: ['Y', 'N'],
  reported_late: ['Y', 'N'],
  risk_change: ['lower', 'same', 'higher'],
  placed_away: ['Y', 'N'],
  sex: ['F', 'M', 'U'],
};

function fieldHas(extract: ExtractName, field: string, code: string): boolean {
  const own = OUR_CODES[field];
  if (own !== undefined) return own.includes(code);
  const joined = field.startsWith('interview_');
  const schema = loadSchema(joined ? 'return-interviews' : extract);
  const found = schema.fields.find(
    ({ name }) => name === (joined ? field.slice('interview_'.length) : field),
  );
  return found?.codeList !== undefined && codeList(found.codeList).get(code) !== undefined;
}

function asked({ measure }: Indicator): readonly Filter[] {
  return measure.kind === 'share' ? [...(measure.known ?? []), ...measure.part] : [];
}

function codesIn(
  extract: ExtractName,
  filters: readonly Filter[],
): (readonly [ExtractName, string, string])[] {
  return filters.flatMap((filter) => {
    if ('all' in filter) return codesIn(extract, filter.all);
    if ('any' in filter) return codesIn(extract, filter.any);
    if ('not' in filter) return codesIn(extract, [filter.not]);
    if ('personIn' in filter) return codesIn(filter.personIn.extract, filter.personIn.where);
    if ('followedBy' in filter) return codesIn(filter.followedBy.extract, filter.followedBy.where);
    if ('in' in filter) return filter.in.map((code) => [extract, filter.field, code] as const);
    return 'notIn' in filter ? filter.notIn.map((code) => [extract, filter.field, code] as const) : [];
  });
}

describe('the catalogue', () => {
  it('holds every core indicator', () => {
    const core = 'S01 S09 S10 V01 V02 V03 V05 V08 R01 R03 M01 M02 M14 O01 O06 O08 P01 P02 P04 P05 L02'.split(
      ' ',
    );
    expect(core.filter((id) => findIndicator(id)?.tag !== 'core')).toEqual([]);
    expect(catalogue.length).toBeGreaterThanOrEqual(60);
  });

  it('gives every indicator an id of its own, a question and a sentence', () => {
    expect(new Set(catalogue.map(({ id }) => id)).size).toBe(catalogue.length);
    for (const { id, title, question, definition } of catalogue) {
      expect(title, id).not.toBe('');
      expect(question, id).toMatch(/\?$/);
      expect(definition, id).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('names only columns that the store or the planner has', () => {
    const unknown = catalogue.flatMap((indicator) => {
      const { measure, breakdowns } = indicator;
      const tallies = talliesOf(measure);
      const used: Used[] = tallies.flatMap(usedByTally);
      const [first] = tallies;
      if (first !== undefined) {
        if (measure.kind === 'share') {
          for (const f of [...(measure.known ?? []), ...measure.part]) used.push(...usedBy(first.extract, f));
        }
        if (measure.kind === 'median') {
          for (const field of Object.values(measure.value).flat()) used.push([first.extract, String(field)]);
        }
        for (const { id, field } of breakdowns) {
          const own =
            { sex: 'sex', 'age-band': 'age', 'single-age': 'age', ethnicity: 'ethnicity' }[String(id)] ??
            null;
          const column = field ?? own;
          if (column !== null) used.push([first.extract, column]);
        }
      }
      return used
        .filter(([extract, field]) => !fieldsOf(extract).has(field))
        .map(([extract, field]) => `${indicator.id}: ${extract}.${field}`);
    });
    expect(unknown).toEqual([]);
  });

  it('names only codes that the field can have', () => {
    const unknown = catalogue.flatMap((indicator) =>
      talliesOf(indicator.measure).flatMap((tally) =>
        codesIn(tally.extract, [...tally.where, ...asked(indicator)]).filter(
          ([extract, field, code]) => !fieldHas(extract, field, code),
        ),
      ),
    );
    expect(unknown).toEqual([]);
  });

  it('splits a profile by one of its breakdowns', () => {
    for (const { id, measure, breakdowns } of catalogue) {
      if (measure.kind === 'profile')
        expect(
          breakdowns.map((b) => b.id),
          id,
        ).toContain(measure.by);
    }
  });

  it('compares localities by rates only', () => {
    for (const { id, measure, comparesLocalities } of catalogue) {
      if (comparesLocalities) expect(measure.kind, id).toBe('rate');
    }
  });

  it('speaks of children first', () => {
    const banned =
      /promiscu|risky|prostitut|child sex offender|lifestyle|putting (him|her|them)sel|significant|worsen|soar|\bvulnerable child/i;
    for (const { id, title, question, definition, notes } of catalogue) {
      expect([title, question, definition, ...notes].join(' '), id).not.toMatch(banned);
    }
  });
});
