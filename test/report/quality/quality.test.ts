import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { findingsCsv } from '../../../src/report/quality/findingsCsv.js';
import type { QualityFinding, QualityReport } from '../../../src/report/quality/model.js';
import { renderQualityPage } from '../../../src/report/quality/page.js';

const finding: QualityFinding = {
  rule: 'MIS-003',
  severity: 'error',
  extract: 'missing-episodes',
  file: 'extracts/2018-H1/lancashire-constabulary/missing-episodes.csv',
  line: 1204,
  record: 1203,
  column: 'found_at',
  letter: 'H',
  rows: 12,
  message: 'The child was found before the report that the child was missing.',
  remedy: 'Check both times and send the file again.',
  notChecked: ['MIS-011'],
};

const report: QualityReport = {
  agencyName: 'Lancashire Constabulary',
  partnership: 'Pan-Lancashire Safeguarding Children Boards',
  periodText: 'April to September 2018',
  marking: 'OFFICIAL-SENSITIVE',
  handling: '',
  synthetic: true,
  reconciliations: [
    {
      file: 'missing-episodes.csv',
      extract: 'missing-episodes',
      read: 4210,
      accepted: 4150,
      rejected: 12,
      duplicates: 40,
      superseded: 5,
      setAside: 3,
      nilReturn: false,
    },
    {
      file: 'ocg.csv',
      extract: 'ocg',
      read: 0,
      accepted: 0,
      rejected: 0,
      duplicates: 0,
      superseded: 0,
      setAside: 0,
      nilReturn: true,
    },
  ],
  findings: [
    finding,
    {
      ...finding,
      rule: 'GEN-002',
      severity: 'warning',
      line: null,
      column: null,
      letter: null,
      notChecked: [],
    },
  ],
  missing: ['disruption'],
};

describe('renderQualityPage', () => {
  it('is valid, closed to the network and marked', async () => {
    const page = renderQualityPage(report);
    const result = await new HtmlValidate({ extends: ['html-validate:recommended'] }).validateString(page);
    expect(
      result.results.flatMap((file) => file.messages.map((m) => `${m.line}: ${m.ruleId}: ${m.message}`)),
    ).toEqual([]);
    expect(page).not.toMatch(/<script|https?:|\sstyle=/);
    expect(page.match(/class="mark/g)).toHaveLength(2);
  });

  it('says where every row went, what is missing and what to do', () => {
    const page = renderQualityPage(report);
    expect(page).toContain('4,150 of 4,210 rows were accepted from 2 files.');
    expect(page).toContain('ocg.csv (nil return)');
    expect(page).toContain('Not received: disruption.');
    expect(page).toContain('first at line 1,204, column found_at (H)');
    expect(page).toContain('Not checked because of this: MIS-011.');
  });

  it('caps a long list and says so', () => {
    const page = renderQualityPage({ ...report, findings: Array.from({ length: 1500 }, () => finding) });
    expect(page).toContain('Shown 200 of 1,500.');
    expect(page.match(/<th scope="row">MIS-003/g)).toHaveLength(200);
  });
});

describe('findingsCsv', () => {
  it('writes places and counts', () => {
    expect(findingsCsv([finding]).split('\n')).toEqual([
      'rule,severity,extract,file,line,record,column,column_letter,rows,message,remedy,not_checked',
      'MIS-003,error,missing-episodes,extracts/2018-H1/lancashire-constabulary/missing-episodes.csv,1204,1203,found_at,H,12,The child was found before the report that the child was missing.,Check both times and send the file again.,MIS-011',
      '',
    ]);
  });
});
