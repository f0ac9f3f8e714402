import { catalogue } from '../../../src/analysis/catalogue/index.js';
import type { StatementRecord } from '../../../src/analysis/model.js';
import { protect } from '../../../src/disclosure/protect.js';
import { type ProfileView, profileView } from '../../../src/report/view.js';
import { area, areas, count, H1, H1_BEFORE, result, share } from '../../disclosure/observation.js';
import { bareContext, config } from '../chapters/profileFixture.js';

const verdict: StatementRecord = {
  id: 'M02|PAN-LANCS|2018-H1|vs|2017-H1',
  kind: 'change',
  indicator: 'M02',
  countingUnit: 'children',
  area: area('PAN-LANCS'),
  period: H1,
  comparedWith: H1_BEFORE,
  n1: 1100,
  n2: 1204,
  exposure1: null,
  exposure2: null,
  method: 'mid-p',
  estimate: 1.1,
  lower: 0.9,
  upper: 1.2,
  p: 0.3,
  pAdjusted: null,
  family: null,
  verdict: 'no clear change',
  clearly: false,
  refusal: null,
};

/** A board edition with 1,204 missing children (1,100 before), 3 of them in Wyre, and 27% of 100 interviews in time. */
export function wordsView(): ProfileView {
  const [edition] = config.editions;
  if (edition === undefined) throw new Error('the fixture has an edition');
  const observations = [
    count('M02', 'PAN-LANCS', 1204),
    count('M02', 'PAN-LANCS', 1100, { period: H1_BEFORE }),
    count('M02', 'E07000128', 3),
    count('M02', 'E07000119', 6),
    count('M02', 'E07000123', 8),
    count('M02', 'E06000009', 412),
    share('M19', 'PAN-LANCS', 27, 100),
  ];
  return profileView(
    protect(result(observations, { statements: [verdict] }), {
      edition: 'board',
      threshold: 5,
      ceiling: 'B',
    }),
    {
      areas,
      config,
      edition,
      catalogue,
      ...bareContext,
    },
  );
}
