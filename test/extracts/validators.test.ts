import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CELL_PROBLEMS } from '../../src/extracts/cellProblems.js';
import { codeList } from '../../src/extracts/codeLists.js';
import { loadSchema } from '../../src/extracts/load.js';
import { findRule } from '../../src/extracts/rules.js';
import { type ExtractName, MASKED } from '../../src/extracts/schema.js';
import { cellValidator } from '../../src/extracts/validators.js';
import { dayFromIso, minuteOfDay } from '../../src/reference/days.js';

function judge(extract: ExtractName, name: string, text: string) {
  const field = loadSchema(extract).fields.find((one) => one.name === name);
  if (field === undefined) throw new Error(`no field ${name}`);
  const result = cellValidator(field)(text);
  return result.ok ? result.value : result.problem;
}

describe('cell validators', () => {
  it('take marks for "no value" as blank', () => {
    for (const text of ['', ' ', '-', 'NULL', '#N/A', 'n/k', 'None recorded', 'Unspecified'])
      expect(judge('missing-episodes', 'found_at', text)).toBeNull();
  });

  it('leave a word its meaning where the list has it', () => {
    expect(judge('missing-episodes', 'cse_flag_at_report', 'U')).toBe('U');
    expect(judge('missing-episodes', 'cse_flag_at_report', 'Not known')).toBe('U');
    expect(judge('missing-episodes', 'ethnicity', 'NS')).toBe('NS');
    expect(judge('referrals', 'ethnicity', 'REFU')).toBe('REFU');
    expect(judge('referrals', 'ethnicity', 'NOBT')).toBe('NOBT');
    expect(judge('missing-episodes', 'ethnicity', 'Unknown')).toBe('NK');
    expect(judge('missing-episodes', 'harm', 'None')).toBe('NONE');
    expect(judge('intelligence', 'handling', 'c')).toBe('C');
    expect(judge('missing-episodes', 'risk_grade', 'Unknown')).toBeNull();
    expect(judge('offences', 'outcome_code', 'Not yet assigned')).toBeNull();
    expect(judge('offences', 'outcome_code', '0')).toBeNull();
  });

  it('type dates as days and times as minutes of the wall clock', () => {
    expect(judge('referrals', 'contact_at', '11/06/2018')).toBe(dayFromIso('2018-06-11'));
    expect(judge('referrals', 'contact_at', '2018-06-11 09:30')).toBe(dayFromIso('2018-06-11'));
    expect(judge('missing-episodes', 'found_at', '2018-06-11 09:30')).toBe(
      minuteOfDay(dayFromIso('2018-06-11'), 9, 30),
    );
    expect(judge('missing-episodes', 'date_of_birth', '15/05/02')).toBe(dayFromIso('2002-05-15'));
    expect(judge('missing-episodes', 'found_at', '11/06/18')).toBe('two-digit-year');
    expect(judge('missing-episodes', 'found_at', '43262')).toBe('spreadsheet-date');
  });

  it('sort several codes and drop repeats', () => {
    expect(judge('referrals', 'factors', '11A; 10A')).toBe('10A|11A');
    expect(judge('referrals', 'factors', '10A|11A|10A')).toBe('10A|11A');
    expect(judge('referrals', 'factors', '11a;zz')).toBe('unknown-code');
    expect(judge('referrals', 'factors', ';')).toBeNull();
    const factors = loadSchema('referrals').fields.find((one) => one.name === 'factors');
    if (factors === undefined) throw new Error('no field');
    expect(cellValidator(factors)('11A;11A')).toMatchObject({ ok: true, repeated: true });
    const codes = codeList('assessment-factors').codes.map((entry) => entry.code);
    fc.assert(
      fc.property(fc.shuffledSubarray(codes, { minLength: 1, maxLength: 6 }), (some) => {
        const one = cellValidator(factors)(some.join(';'));
        expect(one).toEqual(cellValidator(factors)([...some].reverse().join(' | ')));
        expect(one.ok && one.value).toBe([...some].sort().join('|'));
      }),
    );
  });

  it('say when the codes of a cell were in use', () => {
    const field = loadSchema('referrals').fields.find((one) => one.name === 'factors');
    if (field === undefined) throw new Error('no field');
    expect(cellValidator(field)('11A')).toEqual({ ok: true, value: '11A' });
    expect(cellValidator(field)('19B;24A')).toMatchObject({
      valid: { from: dayFromIso('2021-04-01'), to: null },
    });
    expect(cellValidator(field)('19A;19B')).toMatchObject({
      valid: { from: dayFromIso('2020-04-01'), to: dayFromIso('2021-03-31') },
    });
  });

  it('read numbers in digits, within their range', () => {
    expect(judge('offences', 'suspects_n', '3')).toBe(3);
    expect(judge('training', 'workforce_n', '1,250')).toBe(1250);
    expect(judge('offences', 'suspects_n', '1.5')).toBe('not-a-whole-number');
    expect(judge('offences', 'suspects_n', '-1')).toBe('below-minimum');
    expect(judge('offences', 'suspects_n', '999')).toBe('above-maximum');
    expect(judge('offences', 'suspects_n', 'several')).toBe('not-a-number');
    expect(judge('offences', 'suspects_n', '*')).toBe('not-a-number');
    expect(judge('training', 'evaluation_mean', '4.25')).toBe(4.25);
  });

  it('keep a masked count masked: neither nought nor blank', () => {
    for (const text of ['*', '<5', '< 8', '1-4', '1 to 7', 'c', 'x'])
      expect(judge('health', 'n', text)).toBe(MASKED);
    expect(judge('health', 'n', '0')).toBe(0);
    expect(judge('health', 'n', '')).toBeNull();
    expect(MASKED).toBeLessThan(0);
  });

  it('refuse identifiers that a spreadsheet has mangled, and keep leading zeros', () => {
    expect(judge('missing-episodes', 'child_id', '9.99E+11')).toBe('mangled-number');
    expect(judge('missing-episodes', 'child_id', '000123')).toBe('000123');
    expect(judge('missing-episodes', 'upn', 'A99900000001')).toBe('bad-pattern');
    expect(judge('missing-episodes', 'upn', 'A999000000001')).toBe('A999000000001');
  });

  it('report every problem under a general rule, in words without a value', () => {
    for (const { rule, says } of Object.values(CELL_PROBLEMS)) {
      expect(findRule(rule)?.scope).toBe('general');
      expect(says).toMatch(/^[a-z]/);
    }
  });

  it('are pure: the same text always gets the same answer', () => {
    const fields = loadSchema('missing-episodes').fields;
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.string(), (field, text) => {
        const validate = cellValidator(field);
        expect(validate(text)).toEqual(validate(text));
        expect(cellValidator(field)(text)).toEqual(validate(text));
      }),
    );
  });
});
