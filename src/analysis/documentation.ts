import { nationalBreaks } from '../reference/definitionBreaks.js';
import { catalogue } from './catalogue/index.js';
import type { Breakdown, Indicator } from './catalogue/record.js';
import { needsOf } from './needs.js';
import { denominatorWords, numeratorWords } from './wording/indicator.js';

const UNITS: Readonly<Record<Indicator['unit'], string>> = {
  count: 'number',
  percent: 'percentage',
  rate10k: 'rate per 10,000 children aged 0 to 17, for the half-year',
  rate1k: 'rate per 1,000 children aged 10 to 17, for the half-year',
  ratio: 'ratio',
  days: 'days',
  hours: 'hours',
  years: 'years',
};

const TAGS: Readonly<Record<Indicator['tag'], string>> = {
  core: 'core: in practically every published profile',
  common: 'common in published profiles',
  statutory: 'asked for by law or inspection',
  ours: 'of this project',
};

const POLARITIES: Readonly<Record<Indicator['polarity'], string>> = {
  'up-is-better': 'more is better',
  'down-is-better': 'less is better',
  neutral: 'shown without judgement',
};

const CEILINGS: Readonly<Record<Indicator['ceiling'], string>> = {
  T: 'tactical editions only',
  B: 'tactical and board editions',
  P: 'all editions, public ones too',
};

const CHANGES: Readonly<Record<Indicator['change'], string>> = {
  'paired-people': 'people followed from one half-year to the other (McNemar’s test, mid-P)',
  'mid-p': 'two counts (conditional test, mid-P)',
  'period-swap': 'each child’s two numbers of episodes swapped at random (exact period-swap test)',
  newcombe: 'difference of two percentages (Newcombe’s interval)',
  none: 'not compared',
};

const BREAKDOWNS: Readonly<Record<Breakdown['id'], string>> = {
  total: 'total',
  sex: 'sex',
  'age-band': 'age band',
  'single-age': 'single year of age',
  ethnicity: 'ethnic group',
  source: 'source',
  risk: 'risk',
  model: 'model of exploitation',
  agency: 'agency',
  outcome: 'outcome',
  'offence-class': 'class of offence',
  online: 'online or not',
  'missing-from': 'where from',
  relationship: 'relationship',
  'location-type': 'kind of place',
  'home-board': 'home',
  'weekday-slot': 'day and time',
  status: 'status',
  reason: 'reason',
  effect: 'effect',
  type: 'kind',
  field: 'field',
  'agency-pair': 'pair of agencies',
  ward: 'ward',
  extract: 'extract',
  repeat: 'number of episodes',
};

function rangeOf({ measure, unit, theme }: Indicator): string {
  switch (measure.kind) {
    case 'share':
    case 'profile':
      return 'Wilson 95% range';
    case 'rate':
      return measure.of.count === 'rows'
        ? '95% range widened for children with several episodes'
        : '95% range, exact below ten and Byar’s from ten';
    case 'unavailable':
      return 'none';
    case 'computed':
      return unit === 'percent' && theme !== 'overlap' ? 'Wilson 95% range' : 'none';
    default:
      return 'none';
  }
}

/** Facts about an indicator as term and text, in the order in which they are read. */
function factsOf(indicator: Indicator): (readonly [string, string])[] {
  const { measure, minimumBase, followUp, breakdowns } = indicator;
  const bottom = denominatorWords(indicator);
  const breaks = nationalBreaks()
    .filter(({ indicators }) => indicators.includes(indicator.id))
    .map(({ from, title }) => `${from} (${title.charAt(0).toLowerCase()}${title.slice(1)})`);
  const extracts = needsOf(indicator).map(({ extract }) => extract);
  return [
    ['Question', indicator.question],
    ['Counts', `${indicator.countingUnit}, as a ${UNITS[indicator.unit]}`],
    ['Numerator', numeratorWords(indicator)],
    ...(bottom === null ? [] : [['Denominator', bottom] as const]),
    ['From', extracts.length > 0 ? extracts.join(', ') : 'all extracts'],
    ...(breakdowns.length > 0 ? [['Split by', splits(breakdowns)] as const] : []),
    ['Range', rangeOf(indicator)],
    ...(measure.kind === 'share' || measure.kind === 'profile'
      ? [['Smallest base', `${minimumBase}; below it the two counts and no percentage`] as const]
      : []),
    ...(measure.kind === 'median' ? [['Smallest base', String(minimumBase)] as const] : []),
    ...(followUp > 0
      ? [['Given', `${followUp} half-years later, for the half-year of the cohort`] as const]
      : []),
    ...(breaks.length > 0 ? [['Series broken', breaks.join('; ')] as const] : []),
    ['Change', CHANGES[indicator.change]],
    ...(indicator.tellsOfEach
      ? [
          [
            'All of them',
            'a share of all of them is hidden where the whole is a group that can be known',
          ] as const,
        ]
      : []),
    ...(indicator.comparesLocalities ? [['Places', 'each against the rest of the area'] as const] : []),
    ['Direction', POLARITIES[indicator.polarity]],
    ['Shown in', CEILINGS[indicator.ceiling]],
    ['Standing', TAGS[indicator.tag]],
  ];
}

function splits(breakdowns: readonly Breakdown[]): string {
  return [...new Set(breakdowns.map(({ id }) => BREAKDOWNS[id]))].join(', ');
}

/** One indicator for a terminal: id and title, definition, facts, notes. */
export function indicatorText(indicator: Indicator): string {
  const facts = factsOf(indicator).map(([term, text]) => `${`${term}:`.padEnd(15)}${text}`);
  return [
    `${indicator.id}  ${indicator.title}`,
    '',
    indicator.definition,
    '',
    ...facts,
    ...(indicator.notes.length > 0 ? ['', ...indicator.notes.map((note) => `- ${note}`)] : []),
    '',
  ].join('\n');
}

const THEMES: Readonly<Record<Indicator['theme'], string>> = {
  scale: 'Scale',
  victims: 'Children',
  pathway: 'From concern to safety',
  missing: 'Missing children',
  'return-interviews': 'Return home interviews',
  offences: 'Offences and outcomes',
  suspects: 'Suspects',
  locations: 'Places',
  groups: 'Groups',
  disruption: 'Disruption',
  education: 'School',
  health: 'Health',
  intelligence: 'Intelligence',
  prevention: 'Prevention',
  actions: 'Action plan',
  overlap: 'What agencies know together',
  quality: 'Quality of the data',
};

const INTRODUCTION = `# Indicators

Generated from the records in \`src/analysis/catalogue/\`; edit those and run \`npm run docs\`.

Counting rules that hold for all of them:

- A child counts once per indicator, place and half-year. A child in two districts counts in both, and once in the area around them:
  districts may add up to more than the area. Events without a district, or outside the fourteen, count for pan-Lancashire only.
- Ages are completed years at the event. A child has one age, sex and ethnic group at a place in a half-year: the first one known.
- Answers that are not known are left out of the denominator and their number is given beside it. Where fewer than 60 in 100 are
  known nothing is published.
- A half-year's rate is for the half-year as it is. The change since the same half-year of the year before is never called higher
  or lower for fewer than ten.
- An expected extract that has not come makes the figures of the places that the agency reports on not available, never zero.
- A figure that looks for the same children in two extracts is not available where fewer than 5 in 100 children of the smaller one
  could be found in the other: an overlap of nought would speak of the linking and not of the children. Where the two come from
  different agencies it is "at least", without a range or a verdict.
`;

/** The page docs/indicators.md: every indicator by theme. */
export function indicatorsPage(): string {
  const themes = [...new Set(catalogue.map(({ theme }) => theme))];
  const sections = themes.map((theme) => {
    const own = catalogue.filter((indicator) => indicator.theme === theme);
    return [`## ${THEMES[theme]}\n`, ...own.map(indicatorSection)].join('\n');
  });
  return `${INTRODUCTION}\n${sections.join('\n')}`;
}

function indicatorSection(indicator: Indicator): string {
  const facts = factsOf(indicator).map(([term, text]) => `| ${term} | ${text} |`);
  const notes = indicator.notes.map((note) => `- ${note}`);
  return [
    `### ${indicator.id} ${indicator.title}`,
    '',
    indicator.definition,
    '',
    '| | |',
    '|---|---|',
    ...facts,
    '',
    ...(notes.length > 0 ? [...notes, ''] : []),
  ].join('\n');
}
