import type { Chart } from '../../src/report/chart.js';
import { figureOf, ranged, shown } from './figures.js';
import { DISTRICTS, LABELS } from './sampleCharts.js';

const LONG_NAMES = [
  'Chorley, South Ribble and West Lancashire',
  'Hyndburn, Ribble Valley and Rossendale',
  'Blackburn with Darwen Local Safeguarding Children Board',
  'Police: evidential difficulties prevent further action; victim supports police action',
];

const points = (values: readonly (number | 'c' | 'x')[]) =>
  values.map((value, index) => ({ label: LABELS[index] ?? '', ...ranged(value) }));

/** Charts with what goes wrong in practice: long names, large and tiny numbers, nothing but hidden values, many rows. */
export const awkwardCharts: readonly (readonly [string, Chart])[] = [
  [
    'lines that meet at the end, with breaks on both sides',
    {
      kind: 'trend',
      unit: 'count',
      series: [
        {
          name: 'Episodes',
          points: points([12000, 11800, 'c', 12500, 12600, 'c', 12800, 12900, 12950, 13001]),
        },
        {
          name: 'Offences',
          points: points([11000, 11500, 'x', 12000, 12100, 12200, 12600, 12800, 12900, 13000]),
        },
        { name: 'Children', points: points([400, 420, 'c', 430, 440, 450, 'c', 470, 480, 490]) },
      ],
      breaks: [
        { beforeLabel: 'Mar 15', note: 'One' },
        { beforeLabel: 'Sep 16', note: 'Two' },
        { beforeLabel: 'Mar 14', note: 'Before the chart' },
        { beforeLabel: 'Sep 25', note: 'After the chart' },
      ],
    },
  ],
  [
    'a line with nothing published',
    {
      kind: 'trend',
      unit: 'percent',
      series: [{ name: 'All', points: points(LABELS.map(() => 'c')) }],
      breaks: [],
      standard: { value: 100, label: 'Standard 100%' },
    },
  ],
  [
    'ranges of long-named places',
    {
      kind: 'dot-range',
      unit: 'percent',
      axisTitle: 'Share of return interviews held within 72 hours',
      rows: LONG_NAMES.map((name) => ({ name, ...ranged(99), mark: 'similar' })),
      reference: { value: shown(3), label: 'The whole of pan-Lancashire' },
    },
  ],
  [
    'a dumbbell of thousands',
    {
      kind: 'dumbbell',
      unit: 'count',
      fromLabel: 'April to September 2017',
      toLabel: 'April to September 2018',
      rows: LONG_NAMES.map((name, index) => ({
        name,
        from: shown(11000 + index),
        to: shown(12345 - index),
        mark: 'higher',
      })),
    },
  ],
  [
    'tiles of other areas than districts',
    {
      kind: 'tile-map',
      unit: 'count',
      tiles: LONG_NAMES.slice(0, 2).map((name, index) => ({
        areaCode: `X${index}`,
        name,
        value: shown(12345),
        mark: 'higher',
      })),
    },
  ],
  [
    'panels that are all hidden',
    {
      kind: 'small-multiples',
      unit: 'rate',
      panels: DISTRICTS.slice(0, 7).map(({ name }) => ({ name, points: points(LABELS.map(() => 'c')) })),
    },
  ],
  [
    'long-named bars',
    {
      kind: 'bars',
      unit: 'count',
      axisTitle: '',
      rows: LONG_NAMES.map((name) => ({ name, value: shown(12345), label: '12,345 (99% of all episodes)' })),
    },
  ],
  [
    'three bars a row',
    {
      kind: 'grouped-bars',
      unit: 'rate',
      series: ['Recorded', 'Expected', 'A year before'],
      rows: LONG_NAMES.map((name) => ({ name, values: [shown(0), figureOf('c'), shown(1234.5)] })),
    },
  ],
  [
    'a pyramid of thousands',
    {
      kind: 'pyramid',
      left: 'Boys',
      right: 'Girls',
      rows: ['16 to 17', '14 to 15', '10 to 13', 'Under 10'].map((name) => ({
        name,
        left: shown(12345),
        right: shown(1),
      })),
    },
  ],
  [
    'eight stages',
    {
      kind: 'stages',
      rows: Array.from({ length: 8 }, (_, index) => ({
        name: 'Social work assessment completed',
        value: shown(index === 3 ? 0 : 12345),
        shareOfPrevious: index === 4 ? figureOf('u') : shown(100),
      })),
    },
  ],
  [
    'a grid of percentages with long heads',
    {
      kind: 'heat',
      unit: 'percent',
      columns: [
        'Lancashire Constabulary',
        'Blackpool Council',
        'Education',
        'Health',
        'Voluntary organisations',
      ],
      rows: LONG_NAMES.map((name) => ({
        name,
        values: [100, 99, 'z', 7, 'c'].map((value) =>
          figureOf(value === 'z' || value === 'c' ? value : Number(value)),
        ),
      })),
    },
  ],
  [
    'twenty patterns of six sets',
    {
      kind: 'overlap',
      sets: [
        'Lancashire Constabulary',
        'Lancashire County Council',
        'Blackpool Council',
        'Blackburn with Darwen Council',
        'NHS Lancashire',
        'Lancashire Voluntary Partnership',
      ],
      patterns: Array.from({ length: 20 }, (_, index) => ({
        members: [0, 1, 2, 3, 4, 5].filter((set) => ((index + 1) >> set) % 2 === 1),
        value: figureOf(index % 4 === 3 ? 'c' : 2000 - 90 * index),
      })),
    },
  ],
];
