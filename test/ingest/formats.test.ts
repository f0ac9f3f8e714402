import { describe, expect, test } from 'vitest';
import type { Finding, Reconciliation } from '../../src/ingest/findings.js';
import { csvReport } from '../../src/ingest/formats/csv.js';
import { githubReport } from '../../src/ingest/formats/github.js';
import { jsonReport } from '../../src/ingest/formats/json.js';
import { junitReport } from '../../src/ingest/formats/junit.js';
import { sarifReport } from '../../src/ingest/formats/sarif.js';
import { textReport } from '../../src/ingest/formats/text.js';

const finding = (over: Partial<Finding>): Finding => ({
  rule: 'MIS-003',
  severity: 'error',
  extract: 'missing-episodes',
  agency: null,
  period: null,
  file: 'in/missing & <odd>.csv',
  line: 12,
  record: 11,
  column: 'found_at',
  letter: 'J',
  rows: 3,
  message: 'Found before missing: 3 rows.',
  remedy: 'Correct the times, 100% of them.',
  notChecked: [],
  ...over,
});

const reconciliation: Reconciliation = {
  file: 'in/missing & <odd>.csv',
  extract: 'missing-episodes',
  agency: null,
  period: null,
  read: 1200,
  accepted: 1190,
  rejected: 3,
  duplicates: 4,
  superseded: 2,
  setAside: 1,
  ignoredLines: 1,
  nilReturn: false,
};

const error = finding({});
const warning = finding({
  rule: 'GEN-008',
  severity: 'warning',
  line: null,
  record: null,
  rows: 0,
  notChecked: ['MIS-009'],
});
const report = {
  findings: [error, warning],
  reconciliations: [reconciliation],
  places: [
    {
      finding: error,
      rows: [
        { line: 12, record: 11 },
        { line: 20, record: 19 },
      ],
      total: 3,
    },
  ],
};
const options = { maxFindings: 10, version: '9.9.9' };
const rule = {
  code: 'MIS-003',
  severity: 'error' as const,
  title: 'Found before missing',
  why: 'Hours would be negative.',
  remedy: 'Correct it.',
};

describe('text', () => {
  test('says what, where, why and what to do, and how the rows add up', () => {
    const text = textReport(report, options, () => rule);
    expect(text).toContain('ERROR MIS-003  Found before missing: 3 rows.');
    expect(text).toContain('Where:  first at line 12 (record 11), column found_at (J); 3 rows');
    expect(text).toContain('Why:    Hours would be negative.');
    expect(text).toContain('Do:     Correct the times');
    expect(text).toContain('Not checked because of this: MIS-009');
    expect(text).toContain(
      '1,200 rows read = 1,190 accepted + 3 rejected + 4 repeated + 2 superseded + 1 set aside',
    );
    expect(text).toContain('1 file checked: 1 error, 1 warning, 0 notes.');
    expect(text).not.toContain('Showing');
  });

  test('says when it shows less than there is', () => {
    expect(textReport(report, { ...options, maxFindings: 1 }, () => undefined)).toContain(
      'Showing 1 of 2 findings; every file was checked to its end.',
    );
  });
});

test('json counts everything, also what it does not show', () => {
  const document = JSON.parse(jsonReport(report, { ...options, maxFindings: 1 }));
  expect(document).toMatchObject({ shown: 1, total: 2, counts: { error: 1, warning: 1, information: 0 } });
  expect(document.findings).toHaveLength(1);
});

describe('csv', () => {
  test('lists rows one by one and says how many of how many', () => {
    const lines = csvReport(report).trimEnd().split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[2]).toContain(',20,19,found_at,J,3,');
    expect(lines[2]).toContain('showing 2 of 3; the whole file was checked');
    expect(lines[3]).toMatch(/^warning,GEN-008,/);
  });

  test('defuses what a spreadsheet would run', () => {
    const csv = csvReport({ ...report, findings: [finding({ file: '=cmd|calc', message: 'a "b", c' })] });
    expect(csv).toContain(",'=cmd|calc,");
    expect(csv).toContain('"a ""b"", c"');
  });
});

test('junit escapes and counts failures', () => {
  const xml = junitReport(report);
  expect(xml).toContain('<testsuites name="profile validate" tests="1" failures="1">');
  expect(xml).toContain('classname="in/missing &amp; &lt;odd&gt;.csv"');
  expect(xml).toContain('<system-out>warning GEN-008');
  expect(junitReport({ ...report, findings: [] })).toContain('name="no errors"');
});

test('github annotations escape percent signs and properties', () => {
  const lines = githubReport(report, options).trimEnd().split('\n');
  expect(lines[0]).toBe(
    '::error file=in/missing & <odd>.csv,line=12,title=MIS-003::Found before missing: 3 rows. [column found_at] (3 rows) Correct the times, 100%25 of them.',
  );
  expect(lines[1]).toMatch(/^::warning file=[^,]*,title=GEN-008::/);
});

test('sarif has the version, the rule and the place', () => {
  const log = JSON.parse(sarifReport(report, options, [{ ...rule, code: 'OTHER' }, rule]));
  expect(log.version).toBe('2.1.0');
  const run = log.runs[0];
  expect(run.tool.driver.rules.map((one: { id: string }) => one.id)).toEqual(['MIS-003']);
  expect(run.results[0]).toMatchObject({ ruleId: 'MIS-003', ruleIndex: 0, level: 'error' });
  expect(run.results[0].locations[0].physicalLocation).toEqual({
    artifactLocation: { uri: 'in/missing%20%26%20%3Codd%3E.csv' },
    region: { startLine: 12 },
  });
  expect(run.results[1].ruleIndex).toBeUndefined();
});
