import { episodes } from '../analysis/counts.js';
import { eventTable, inputOf, rowsFrom } from '../analysis/tables.js';

const missing = `
  episode_id | person | category | missing_from_at  | found_at         | district_missing_from | age
  e1         | p1     | M        | 2018-05-01 10:00 | 2018-05-02 12:00 | Preston               | 14
  e2         | p1     | M        | 2018-05-03 10:00 | 2018-05-03 12:00 | Preston               | 14
  e3         | p2     | M        | 2018-05-01 10:00 | 2018-05-02 12:00 | Preston               | 14
  e4         | p3     | M        | 2018-05-01 10:00 | 2018-05-02 12:00 | Preston               | 14
  e5         | p4     | ABSENT   | 2018-05-01 10:00 | 2018-05-02 12:00 | Preston               | 14
  e6         | p5     | M        | 2018-05-01 10:00 |                  | Preston               | 14
  e7         | p6     | M        | 2018-05-01 10:00 | 2018-05-02 12:00 | Preston               | 18`;
const interviews = eventTable(
  'return-interviews',
  'service',
  '2018-H1',
  rowsFrom(`
  rhi_id | episode_id | person | returned_at      | offered | completed_at     | cse_disclosed
  i1     | e1         | s1     | 2018-05-02 12:00 | Y       | 2018-05-06 12:00 | Y
  i1     | e2         | s1     | 2018-05-03 12:00 | Y       | 2018-05-06 12:00 | Y
  i2     | e3         | s2     | 2018-05-02 12:00 | Y       | 2018-05-05 12:01 | U
  i3     | e4         | s3     | 2018-05-02 12:00 | N       |                  | U
  i4     | e5         | s4     | 2018-05-02 12:00 | Y       | 2018-05-03 12:00 | N`),
);

/** Seven episodes, and the return interviews that followed: what rules 6 and 7 are shown on. */
export const interviewed = inputOf([...episodes(missing), interviews], ['2017-H1', '2018-H1']);
