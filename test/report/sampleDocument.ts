import type { Chart } from '../../src/report/chart.js';
import type { Card, FigureBlock, ReportDocument, Sentence, Table, TidyRow } from '../../src/report/model.js';
import { figureOf, shown } from './figures.js';
import {
  barsChart,
  DISTRICTS,
  dotRangeChart,
  dumbbellChart,
  groupedBarsChart,
  heatChart,
  overlapChart,
  pyramidChart,
  smallMultiplesChart,
  stagesChart,
  standardTrend,
  tileMapChart,
  trendChart,
  twoLineTrend,
} from './sampleCharts.js';

export function said(text: string, ...records: string[]): Sentence {
  return { text, records };
}

const tidyRow: TidyRow = {
  period: '2018-H1',
  level: 'Partnership area',
  areaCode: 'PAN-LANCS',
  areaName: 'Pan-Lancashire',
  indicator: 'S01',
  breakdown: 'total',
  category: 'all',
  unit: 'count',
  numerator: shown(412),
  denominator: shown(146100),
  value: shown(28.2),
  lower: shown(25.5),
  upper: shown(31.0501234),
};

function numbersTable(id: string): Omit<Table, 'kind'> {
  return {
    id,
    title: 'Children recorded by district, April to September 2018',
    subtitle: 'Children counted once in each district, rate per 10,000 children aged 10 to 17',
    columns: [
      { id: 'area', title: 'District of home', align: 'left' },
      { id: 'children', title: 'Children', align: 'right' },
      { id: 'rate', title: 'Rate per 10,000', align: 'right' },
      { id: 'range', title: '95% range', align: 'right' },
      { id: 'verdict', title: 'Against the rest', align: 'left' },
    ],
    rows: [
      ...DISTRICTS.map(({ name, rate, mark }) => ({
        cells: [
          { text: name },
          {
            figure: figureOf(typeof rate === 'number' ? Math.round(rate * 1.3) : rate),
            format: 'count' as const,
          },
          { figure: figureOf(rate), format: 'rate' as const },
          {
            text:
              typeof rate === 'number' ? `${(rate * 0.88).toFixed(1)} to ${(rate * 1.13).toFixed(1)}` : '[c]',
          },
          { text: mark },
        ],
      })),
      {
        cells: [
          { text: 'Pan-Lancashire' },
          { figure: shown(1412), format: 'count' },
          { figure: shown(28.2), format: 'rate' },
          { text: '25.5 to 31.0' },
          { figure: figureOf('z'), format: 'rate' },
        ],
        total: true,
      },
    ],
    notes: ['A child who moved is counted once in each district.'],
    source:
      'Lancashire Constabulary and the three councils, referrals and missing episodes, April to September 2018',
    tidy: [
      tidyRow,
      {
        ...tidyRow,
        areaName: 'Fylde',
        numerator: figureOf('c'),
        value: figureOf('c'),
        lower: figureOf('c'),
        upper: figureOf('c'),
      },
    ],
  };
}

function figure(id: string, title: string, chart: Chart, width: 'full' | 'half'): FigureBlock {
  return {
    kind: 'figure',
    id,
    title: said(title, `S01|PAN-LANCS|2018-H1|${id}`),
    subtitle:
      'Children with a recorded concern per 10,000 aged 10 to 17, by district of home, April to September 2018.',
    alt: `Chart of kind ${chart.kind} of children recorded in pan-Lancashire from April to September 2018, by place and half-year, shown because boards asked where concerns are recorded.`,
    chart,
    width,
    reading: said(
      'A higher rate can mean more harm, better recording, or both.',
      `S01|PAN-LANCS|2018-H1|${id}`,
    ),
    source: 'Lancashire Constabulary and three councils, referrals, April to September 2018',
    table: numbersTable(`${id}-numbers`),
  };
}

function card(
  title: string,
  value: number | 'c',
  format: Card['format'],
  mark: Card['mark'],
  tag: string,
): Card {
  return {
    title,
    figure: figureOf(value),
    format,
    unitText: '',
    change: said(
      'From 378 to 412 (34 more than in April to September 2017)',
      'S01|PAN-LANCS|2018-H1|vs|2017-H1',
    ),
    range: '95% range 373 to 454',
    mark,
    tag,
    spark: [268, 281, 'x' as const, 310, 305, 322, 330, 351, 378, 412].map(figureOf),
  };
}

const finding = (text: string, see: string) =>
  ({
    sentence: said(text, 'S01|PAN-LANCS|2018-H1|vs|2017-H1'),
    evidence: 'strong',
    why: 'More than 400 children, complete returns, no break in the series.',
    see,
  }) as const;

/** A document with every kind of block and of chart. All numbers are made up. */
export const sampleDocument: ReportDocument = {
  part: 'whole',
  edition: 'board',
  editionTitle: 'Board edition',
  title: 'Child sexual exploitation problem profile',
  partnership: 'Pan-Lancashire Safeguarding Children Boards',
  period: '2018-H1',
  periodText: 'April to September 2018',
  marking: 'OFFICIAL-SENSITIVE',
  handling: 'Board members only. Do not forward.',
  synthetic: true,
  facts: [
    { term: 'Records to', text: '30 September 2018' },
    { term: 'Next profile', text: 'May 2019' },
    { term: 'Agencies', text: '5 of 6 returned data' },
  ],
  compact: false,
  chapters: [
    {
      id: 'glance',
      title: 'At a glance',
      lead: said(
        'More children were recorded than a year before, most of all in three districts.',
        'S01|PAN-LANCS|2018-H1|vs|2017-H1',
      ),
      blocks: [
        {
          kind: 'cards',
          cards: [
            card('Children with a recorded concern', 412, 'count', 'higher', 'Higher than a year before'),
            card(
              'Rate per 10,000 children aged 10 to 17',
              28.2,
              'rate',
              'higher',
              'Higher than a year before',
            ),
            card('Children reported missing at least once', 42, 'percent', 'similar', 'No clear change'),
            card(
              'Return interviews held within 72 hours',
              72,
              'percent',
              'lower',
              'Lower than a year before',
            ),
            card('Offences recorded', 1612, 'count', 'similar', 'No clear change'),
            card('Offences with a charge or summons', 'c', 'percent', 'unknown', 'Too few to say'),
          ],
        },
        {
          kind: 'findings',
          findings: [
            finding('412 children were recorded, up from 378 a year before (34 more).', 'trend'),
            finding(
              'Blackpool, Burnley and Hyndburn have recorded rates above the rest of the area.',
              'tiles',
            ),
            finding('Girls aged 13 to 15 are nearly half of the children recorded.', 'pyramid'),
            finding('61 children have no recorded outcome after assessment.', 'stages'),
            finding(
              'The share of return interviews held within 72 hours is lower than a year before.',
              'timely',
            ),
          ],
        },
      ],
    },
    {
      id: 'scale',
      title: 'How many children',
      lead: said(
        '412 children were recorded, or 28.2 in every 10,000 aged 10 to 17.',
        'S01|PAN-LANCS|2018-H1',
      ),
      blocks: [
        {
          kind: 'paragraph',
          sentences: [
            said('These are children that agencies recorded.'),
            said('Harm that nobody recorded is not in any number here.'),
          ],
        },
        figure('trend', 'The recorded rate is higher than in any half-year since 2014', trendChart, 'full'),
        figure('lines', 'Children and referrals both rose <& "quoted">', twoLineTrend, 'full'),
        {
          kind: 'note',
          sentences: [
            said('The definition changed in February 2017; figures before and after it are not compared.'),
          ],
        },
      ],
    },
    {
      id: 'places',
      title: 'Where they live',
      lead: said('Three districts have recorded rates above the rest of the area.'),
      blocks: [
        {
          kind: 'pair',
          left: figure('tiles', 'Rates are highest in Blackpool, Burnley and Hyndburn', tileMapChart, 'half'),
          right: figure('dots', 'Three districts are above the rest and two below', dotRangeChart, 'half'),
        },
        { kind: 'table', ...numbersTable('districts') },
        figure('multiples', 'All districts shown are higher than in March 2014', smallMultiplesChart, 'full'),
        figure('change', 'Four districts recorded more children than a year before', dumbbellChart, 'full'),
      ],
    },
    {
      id: 'who',
      title: 'Which children, and what happened next',
      lead: said('Nearly half are girls aged 13 to 15.'),
      blocks: [
        {
          kind: 'pair',
          left: figure(
            'pyramid',
            'Girls aged 13 to 15 are nearly half of the children recorded',
            pyramidChart,
            'half',
          ),
          right: figure('outcomes', 'One offence in seven ends in a charge or summons', barsChart, 'half'),
        },
        { kind: 'heading', text: 'From concern to safety' },
        figure('stages', 'Nine in ten contacts were screened', stagesChart, 'full'),
        {
          kind: 'pair',
          left: figure('timely', 'Timeliness is still below the standard', standardTrend, 'half'),
          right: figure('sources', 'Police made more referrals than a year before', groupedBarsChart, 'half'),
        },
        figure('hours', 'Episodes start most often on Friday and Saturday evenings', heatChart, 'full'),
        figure('agencies', 'Many children are known to one agency only', overlapChart, 'full'),
        figure('referrals', 'Referrals by source', groupedBarsChart, 'full'),
        figure('levels', 'Dots by district', dotRangeChart, 'full'),
        figure('results', 'Outcomes of offences', barsChart, 'full'),
      ],
    },
    {
      id: 'quality',
      title: 'How good the data is',
      lead: said('Age, sex and place are well recorded; ethnic group is not.'),
      blocks: [
        {
          kind: 'grid',
          bands: [65, 80, 90, 95],
          table: {
            kind: 'table',
            id: 'completeness',
            title: 'Ethnic group is missing in many police records',
            subtitle: 'Share of rows with the field filled in, by agency, April to September 2018',
            columns: [
              { id: 'field', title: 'Field', align: 'left' },
              { id: 'police', title: 'Police', align: 'right' },
              { id: 'care', title: 'Social care', align: 'right' },
              { id: 'health', title: 'Health', align: 'right' },
            ],
            rows: [
              ['Age', 99, 98, 97],
              ['Ethnic group', 61, 88, 76],
              ['Place of offence', 83, 'z' as const, 'z' as const],
              ['Disability', 'x' as const, 92, 81],
            ].map(([name, ...shares]) => ({
              cells: [
                { text: String(name) },
                ...shares.map((share) => ({
                  figure: figureOf(share === 'z' || share === 'x' ? share : Number(share)),
                  format: 'percent' as const,
                })),
              ],
            })),
            notes: [],
            source: 'Returns of all agencies',
            tidy: [tidyRow],
          },
        },
        {
          kind: 'list',
          items: ['Blackpool sent no return interviews for this half-year.', 'Two files were late.'],
        },
      ],
    },
    {
      id: 'questions',
      title: 'Questions for the board',
      lead: null,
      blocks: [
        {
          kind: 'questions',
          questions: [
            {
              question: said('Why were 64 contacts not screened?'),
              detail: 'For the three safeguarding hubs. Figure 9.',
            },
            {
              question: said('What would move return interviews from 72% to 85%?'),
              detail: 'For directors of children’s services.',
            },
          ],
        },
      ],
    },
    {
      id: 'method',
      title: 'Method and definitions',
      lead: null,
      blocks: [
        {
          kind: 'definitions',
          items: [
            {
              term: 'Recorded concern',
              text: 'A child aged 10 to 17 with at least one referral, offence or screening coded to child sexual exploitation in the half-year. Each child counts once.',
            },
            { term: '95% range', text: 'The range that would hold the underlying value 95 times in 100.' },
            {
              term: 'Hidden numbers',
              text: 'Counts from 1 to 4 are hidden, and so are numbers that would give them away.',
            },
            {
              term: 'What this profile cannot say',
              text: 'Recorded concern is not prevalence. A higher rate may mean more harm, better recognition, or both.',
            },
          ],
        },
      ],
    },
  ],
  attributions: [
    'Contains public sector information licensed under the Open Government Licence v3.0 (https://www.nationalarchives.gov.uk/doc/open-government-licence/).',
  ],
  provenance: ['Made by profile 0.1.0. This file holds no script and makes no network request.'],
};
