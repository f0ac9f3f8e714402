import { describe, expect, it } from 'vitest';
import { buildSummary } from '../../src/cli/summaries.js';
import type { BuildReport } from '../../src/pipeline/buildRelease.js';
import { captureIo } from './capture.js';

const report: BuildReport = {
  ok: true,
  extracts: [],
  read: 0,
  accepted: 0,
  rejected: 0,
  filesRead: 0,
  filesUnchanged: 0,
  findings: { error: 0, warning: 0, information: 0 },
  missing: [],
  nil: [],
  stopped: [],
  stoppedFindings: [],
  agencyPersons: 0,
  children: 0,
  linkedAcrossAgencies: 0,
  keyWarnings: [],
  superseded: [],
  times: [],
  period: '2018-H1',
  release: 'reports/2018-H1',
  outcome: 'written',
  pages: [],
  pdf: null,
  episodes: 0,
  files: 3,
  protection: [
    { edition: 'public', laidOut: 235, hidden: 7, asFirst: 0, toldBefore: 0 },
    { edition: 'board', laidOut: 13_511, hidden: 2_816, asFirst: 142, toldBefore: 9 },
  ],
};

describe('what a build says of protection', () => {
  it('is how much each edition hides, and what cannot be taken back', () => {
    const text = buildSummary(captureIo().io, report);
    expect(text).toContain(
      '\nCounts hidden: public 7 of 235; board 2,816 of 13,511, 142 as first published.\n' +
        'Earlier releases told readers of the board edition more than its threshold allows, 9 times (toldBefore in audit.json). Nothing can take that back.\n',
    );
  });
});
