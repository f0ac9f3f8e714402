import type { Symbol as Shorthand } from '../../src/disclosure/model.js';
import type { Chart, Mark } from '../../src/report/chart.js';
import { figureOf, ranged, shown } from './figures.js';

type ChartOf<Kind extends Chart['kind']> = Extract<Chart, { kind: Kind }>;

export const LABELS = [
  'Mar 14',
  'Sep 14',
  'Mar 15',
  'Sep 15',
  'Mar 16',
  'Sep 16',
  'Mar 17',
  'Sep 17',
  'Mar 18',
  'Sep 18',
];

/** Areas A to Z with an invented rate; two are hidden. */
export const DISTRICTS: readonly { code: string; name: string; rate: number | Shorthand; mark: Mark }[] = [
  { code: 'E06000008', name: 'Blackburn with Darwen', rate: 32.4, mark: 'similar' },
  { code: 'E06000009', name: 'Blackpool', rate: 50.1, mark: 'higher' },
  { code: 'E07000117', name: 'Burnley', rate: 45.3, mark: 'higher' },
  { code: 'E07000118', name: 'Chorley', rate: 17.2, mark: 'lower' },
  { code: 'E07000119', name: 'Fylde', rate: 'c', mark: 'unknown' },
  { code: 'E07000120', name: 'Hyndburn', rate: 41.4, mark: 'higher' },
  { code: 'E07000121', name: 'Lancaster', rate: 20.9, mark: 'similar' },
  { code: 'E07000122', name: 'Pendle', rate: 31.1, mark: 'similar' },
  { code: 'E07000123', name: 'Preston', rate: 35.6, mark: 'similar' },
  { code: 'E07000124', name: 'Ribble Valley', rate: 'c', mark: 'unknown' },
  { code: 'E07000125', name: 'Rossendale', rate: 23.9, mark: 'similar' },
  { code: 'E07000126', name: 'South Ribble', rate: 20.6, mark: 'similar' },
  { code: 'E07000127', name: 'West Lancashire', rate: 14.6, mark: 'lower' },
  { code: 'E07000128', name: 'Wyre', rate: 17.2, mark: 'unknown' },
];

function points(values: readonly (number | Shorthand)[]) {
  return values.map((value, index) => ({ label: LABELS[index] ?? '', ...ranged(value) }));
}

export const trendChart: ChartOf<'trend'> = {
  kind: 'trend',
  unit: 'rate',
  series: [
    { name: 'Pan-Lancashire', points: points([18.4, 19.3, 18.8, 20.4, 20.7, 21.5, 21, 24, 26, 28.2]) },
  ],
  breaks: [{ beforeLabel: 'Mar 17', note: 'From October 2016 all agencies use the 2017 definition.' }],
};

export const twoLineTrend: ChartOf<'trend'> = {
  kind: 'trend',
  unit: 'count',
  series: [
    { name: 'Children', points: points([268, 281, 'x', 310, 305, 322, 330, 351, 378, 412]) },
    { name: 'Referrals', points: points([402, 420, 'x', 455, 470, 461, 480, 515, 560, 1612]) },
  ],
  breaks: [],
};

export const standardTrend: ChartOf<'trend'> = {
  kind: 'trend',
  unit: 'percent',
  series: [{ name: 'Held in time', points: points([58, 60, 61, 'c', 'c', 63, 66, 68, 70, 72]) }],
  breaks: [],
  standard: { value: 85, label: 'Board standard 85%' },
};

export const dotRangeChart: ChartOf<'dot-range'> = {
  kind: 'dot-range',
  unit: 'rate',
  axisTitle: 'Rate per 10,000 children aged 10 to 17',
  rows: DISTRICTS.map(({ name, rate, mark }) => ({ name, ...ranged(rate), mark })),
  reference: { value: shown(28.2), label: 'Pan-Lancashire' },
};

export const dumbbellChart: ChartOf<'dumbbell'> = {
  kind: 'dumbbell',
  unit: 'count',
  fromLabel: 'April to September 2017',
  toLabel: 'April to September 2018',
  rows: DISTRICTS.slice(0, 9).map(({ name, rate, mark }, index) => ({
    name,
    from: figureOf(index === 2 ? 'c' : 22 + index * 3),
    to: figureOf(rate === 'c' ? 'c' : 18 + index * 5),
    mark,
  })),
};

export const tileMapChart: ChartOf<'tile-map'> = {
  kind: 'tile-map',
  unit: 'rate',
  tiles: DISTRICTS.map(({ code, name, rate, mark }) => ({
    areaCode: code,
    name,
    value: figureOf(rate),
    mark,
  })),
};

export const smallMultiplesChart: ChartOf<'small-multiples'> = {
  kind: 'small-multiples',
  unit: 'rate',
  panels: DISTRICTS.map(({ name, rate }, panel) => ({
    name,
    points: points(
      LABELS.map((_, index) => {
        if (rate === 'c' && index > 2) return 'c';
        if (panel === 3 && index === 5) return 'c';
        return (rate === 'c' ? 9 : Number(rate)) * (0.7 + 0.03 * index + 0.02 * ((index * (panel + 3)) % 5));
      }),
    ),
  })),
};

export const panelsChart: ChartOf<'panels'> = {
  kind: 'panels',
  panels: [
    ['Children referred over CSE concerns', 'count', 40],
    ['Interviews within 72 hours', 'percent', 60],
    ['Missing episodes', 'count', 1204],
    ['People suspected of CSE offences', 'count', 'c'],
    ['CSE offences recorded', 'count', 17],
    ['Children missing per 10,000', 'rate', 31.4],
  ].map(([name, unit, level], panel) => ({
    name: String(name),
    unit: unit === 'percent' || unit === 'rate' ? unit : 'count',
    points: LABELS.map((label, index) => ({
      label,
      value: figureOf(
        level === 'c' || (panel === 4 && index === 3)
          ? 'c'
          : Math.round(Number(level) * (0.7 + 0.03 * index + 0.02 * ((index * (panel + 3)) % 5))),
      ),
    })),
  })),
};

export const barsChart: ChartOf<'bars'> = {
  kind: 'bars',
  unit: 'percent',
  axisTitle: 'Share of offences',
  rows: [
    { name: 'Charged or summonsed', value: shown(14), highlight: true },
    { name: 'Victim supports, evidential difficulties', value: shown(21) },
    { name: 'Victim does not support', value: shown(34) },
    { name: 'Suspect not identified', value: shown(17) },
    { name: 'Community resolution', value: figureOf('c') },
    { name: 'Not yet assigned', value: shown(14), label: '14% (58)' },
  ],
};

export const groupedBarsChart: ChartOf<'grouped-bars'> = {
  kind: 'grouped-bars',
  unit: 'count',
  series: ['April to September 2017', 'April to September 2018'],
  rows: [
    { name: 'Police', values: [shown(205), shown(231)] },
    { name: "Children's social care", values: [shown(148), shown(122)] },
    { name: 'Schools and colleges', values: [shown(63), shown(88)] },
    { name: 'Health services', values: [figureOf('c'), shown(41)] },
    { name: 'Voluntary and community organisations', values: [shown(12), shown(19)] },
  ],
};

export const pyramidChart: ChartOf<'pyramid'> = {
  kind: 'pyramid',
  left: 'Boys',
  right: 'Girls',
  rows: [
    { name: '17', left: shown(14), right: shown(31) },
    { name: '16', left: shown(19), right: shown(47) },
    { name: '15', left: shown(20), right: shown(69) },
    { name: '14', left: shown(18), right: shown(76) },
    { name: '13', left: shown(13), right: shown(56) },
    { name: '12', left: shown(8), right: shown(27) },
    { name: '11', left: figureOf('c'), right: shown(12) },
    { name: '10', left: figureOf('c'), right: figureOf('c') },
    { name: 'Under 10', left: shown(0), right: figureOf('c') },
  ],
};

export const stagesChart: ChartOf<'stages'> = {
  kind: 'stages',
  rows: [
    { name: 'Contacts raised', value: shown(612), shareOfPrevious: figureOf('z') },
    { name: 'Screened', value: shown(548), shareOfPrevious: shown(90) },
    { name: 'Social work assessment', value: shown(331), shareOfPrevious: shown(60) },
    { name: 'Allocated to the specialist team', value: shown(246), shareOfPrevious: shown(74) },
    { name: 'No further action', value: shown(61), shareOfPrevious: shown(25), muted: true },
    { name: 'Closed', value: figureOf('c'), shareOfPrevious: figureOf('c') },
  ],
};

const HOURS = ['12am', '2am', '4am', '6am', '8am', '10am', '12pm', '2pm', '4pm', '6pm', '8pm', '10pm'];

export const heatChart: ChartOf<'heat'> = {
  kind: 'heat',
  unit: 'count',
  columns: HOURS,
  rows: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map((name, day) => ({
    name,
    values: HOURS.map((_, hour) => {
      const value = ((day * 7 + hour * 5) % 13) + (hour > 7 ? 9 : 0) + (day > 3 && hour > 8 ? 11 : 0);
      return figureOf(value < 5 ? 'c' : value);
    }),
  })),
};

export const overlapChart: ChartOf<'overlap'> = {
  kind: 'overlap',
  sets: ['Lancashire Constabulary', "Children's social care", 'Health', 'Education', 'Voluntary sector'],
  patterns: [
    { members: [0, 1], value: shown(96) },
    { members: [1], value: shown(71) },
    { members: [0], value: shown(63) },
    { members: [0, 1, 3], value: shown(47) },
    { members: [1, 3], value: shown(38) },
    { members: [0, 1, 2], value: shown(31) },
    { members: [2], value: shown(22) },
    { members: [4], value: shown(11) },
    { members: [0, 4], value: figureOf('c') },
  ],
};

export const controlChart: ChartOf<'control'> = {
  kind: 'control',
  unit: 'count',
  points: LABELS.map((label, n) => ({
    label,
    value: figureOf(n === 2 ? 'c' : 80 + ((n * 37) % 23) + (n === 9 ? 40 : 0)),
    inRange: n > 2,
  })),
  centre: shown(90.5),
  lower: shown(62),
  upper: shown(119),
  mark: 'higher',
};

export const networkChart: ChartOf<'network'> = {
  kind: 'network',
  places: ['Blackburn w Darwen', 'Blackpool', 'Burnley', 'Pendle'],
  groups: [
    { label: 'G2', hover: 'G2: linked to exploitation', shape: 'circle', places: [2, 3] },
    { label: 'G5', hover: 'G5: suspected', shape: 'square', places: [1] },
    { label: 'G11', hover: 'G11: linked to exploitation', shape: 'circle', places: [] },
    { label: 'G12', hover: 'G12: linked to exploitation', shape: 'circle', places: [0, 2, 1] },
  ],
  shared: [
    { label: 'S1', shape: 'circle', groups: [0, 3] },
    { label: 'P1', shape: 'diamond', groups: [1, 2, 3] },
  ],
  between: [
    { from: 0, to: 1, weak: false },
    { from: 1, to: 3, weak: true },
  ],
};

export const funnelChart: ChartOf<'funnel'> = {
  kind: 'funnel',
  unit: 'rate',
  sizeTitle: 'Children who live there',
  per: 10_000,
  points: DISTRICTS.map(({ name, rate }, n) => ({
    name,
    size: shown(12_000 + 1_900 * n),
    value: figureOf(rate),
  })),
  centre: shown(27),
  spread: shown(0.01),
};

/** One chart of every kind. */
export const everyChart: readonly Chart[] = [
  trendChart,
  dotRangeChart,
  dumbbellChart,
  tileMapChart,
  smallMultiplesChart,
  panelsChart,
  barsChart,
  groupedBarsChart,
  pyramidChart,
  stagesChart,
  heatChart,
  overlapChart,
  controlChart,
  funnelChart,
  networkChart,
];
