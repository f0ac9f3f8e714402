import { loadAreas } from '../../reference/areas.js';
import { byCode, byGroup } from './breakdowns.js';
import { define, narrowed, rowsOf } from './define.js';
import type { Breakdown, Category, Filter, Indicator } from './record.js';
import { childrenReferred, episodes, LOOKED_AFTER, logs, offences, returns } from './tallies.js';

const HELD: Filter = { field: 'interview_completed_at', present: true };
const NEW_SCHEME: Filter = { field: 'grading_scheme', in: ['3x5x2'] };

/** The board in whose area the child lives, or none of the three. Fewer cells than districts, so that they can be shown. */
const homeBoard: Breakdown = {
  id: 'home-board',
  field: 'victim_home_district',
  categories: homeBoards(),
};

function homeBoards(): Category[] {
  const areas = loadAreas();
  return [
    ...areas.boards.map((board) => ({
      code: board,
      label: areas.get(board).name,
      codes: [...areas.districtsOf(board)],
    })),
    { code: 'OUT', label: 'Outside the three areas', codes: ['OUT'] },
  ];
}

/** What surrounds the headline counts: placements, platforms, reasons that children give, grades of intelligence, flows. */
export const circumstances: readonly Indicator[] = [
  define({
    id: 'V18',
    title: 'Placements of looked-after children referred',
    question: 'Where do the looked-after children live?',
    definition:
      'Children referred (S01) who were looked after at the contact, by kind of placement, as a share of those whose placement is known.',
    unit: 'percent',
    countingUnit: 'children',
    theme: 'victims',
    tag: 'common',
    measure: { kind: 'profile', of: narrowed(childrenReferred, LOOKED_AFTER), by: 'type' },
    breakdowns: [byGroup('type', 'placement_code', 'placement')],
  }),
  define({
    id: 'M29',
    title: 'Missing episodes from placements, by kind',
    question: 'From which placements do looked-after children go missing?',
    definition:
      'Missing episodes (M01) of looked-after children by kind of placement, as a share of those whose placement is known.',
    unit: 'percent',
    countingUnit: 'episodes',
    theme: 'missing',
    tag: 'common',
    measure: {
      kind: 'profile',
      of: narrowed(episodes, { field: 'placement_code', present: true }),
      by: 'type',
    },
    breakdowns: [byGroup('type', 'placement_code', 'placement')],
    notes: ['Episodes from some homes are reported more readily than from others.'],
  }),
  define({
    id: 'M30',
    title: 'What children were getting away from',
    question: 'What pushes children to leave?',
    definition:
      'Completed return interviews by what the child was getting away from, as a share of those with any such reason recorded; counted by episode, and an interview may give several.',
    unit: 'percent',
    countingUnit: 'episodes',
    theme: 'return-interviews',
    tag: 'ours',
    measure: {
      kind: 'profile',
      of: narrowed(returns, HELD, { field: 'interview_push_factors', present: true }),
      by: 'reason',
    },
    breakdowns: [{ ...byCode('reason', 'interview_push_factors', 'push-factors'), several: true }],
  }),
  define({
    id: 'M31',
    title: 'What drew children away',
    question: 'What draws children away?',
    definition:
      'Completed return interviews by what drew the child away, as a share of those with any such reason recorded; counted by episode, and an interview may give several.',
    unit: 'percent',
    countingUnit: 'episodes',
    theme: 'return-interviews',
    tag: 'ours',
    measure: {
      kind: 'profile',
      of: narrowed(returns, HELD, { field: 'interview_pull_factors', present: true }),
      by: 'reason',
    },
    breakdowns: [{ ...byCode('reason', 'interview_pull_factors', 'pull-factors'), several: true }],
  }),
  define({
    id: 'O20',
    title: 'Platforms of online offences',
    question: 'On what kind of platform does it happen?',
    definition:
      'Offences of exploitation (O01) flagged as online by kind of platform, as a share of those whose platform is known.',
    unit: 'percent',
    countingUnit: 'offences',
    theme: 'offences',
    tag: 'common',
    measure: {
      kind: 'profile',
      of: narrowed(offences, { field: 'online_flag', in: ['Y'] }),
      by: 'type',
    },
    breakdowns: [byCode('type', 'platform_class', 'platform-class')],
  }),
  define({
    id: 'L06',
    title: 'Offences by where the child lives',
    question: 'Are children from elsewhere harmed here?',
    definition:
      'Child victims by offence (O01) in the area of the offence, by the board’s area in which the child lives, as a share of those whose home is known.',
    unit: 'percent',
    countingUnit: 'pairs',
    theme: 'locations',
    tag: 'ours',
    measure: { kind: 'profile', of: rowsOf(offences), by: 'home-board' },
    breakdowns: [homeBoard],
    notes: ['By the areas of the three boards: by district most cells would be too small to show.'],
  }),
  define({
    id: 'I07',
    title: 'What was done with intelligence',
    question: 'What became of what was told?',
    definition:
      'Intelligence logs (I01) by what was done after evaluation, as a share of those with a disposition.',
    unit: 'percent',
    countingUnit: 'logs',
    theme: 'intelligence',
    tag: 'ours',
    measure: { kind: 'profile', of: logs, by: 'outcome' },
    breakdowns: [byCode('outcome', 'disposition', 'intelligence-disposition')],
  }),
  define({
    id: 'I08',
    title: 'Reliability of sources',
    question: 'How reliable are those who tell?',
    definition:
      'Intelligence logs (I01) graded under the 3x5x2 scheme by how reliable the source is, as a share of those graded.',
    unit: 'percent',
    countingUnit: 'logs',
    theme: 'intelligence',
    tag: 'ours',
    measure: { kind: 'profile', of: narrowed(logs, NEW_SCHEME), by: 'type' },
    breakdowns: [byCode('type', 'source_eval', 'source-evaluation')],
    notes: ['Logs of the older 5x5x5 scheme are left out: the grades do not correspond.'],
  }),
];
