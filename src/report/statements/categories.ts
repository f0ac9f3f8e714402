import type { BreakdownId } from '../../analysis/model.js';
import type { ProfileView } from '../view.js';

/** Plain words for category codes; anything else comes from the code lists. */
const LABELS: Readonly<Partial<Record<BreakdownId, Readonly<Record<string, string>>>>> = {
  sex: { M: 'Boys', F: 'Girls', U: 'Not known' },
  risk: {
    HIGH: 'High',
    MED: 'Medium',
    MEDIUM: 'Medium',
    LOW: 'Low',
    NAR: 'No apparent risk',
    NONE: 'No CSE identified',
  },
  model: {
    SINGLE: 'One older person',
    BOYFRIEND: 'Posing as boyfriend or girlfriend',
    PEER: 'By other young people',
    ORGANISED: 'Organised or networked',
    GANG: 'Within a gang',
    ONLINE: 'Online',
    FAMILIAL: 'Within the family',
    OPPORTUNISTIC: 'Opportunistic',
    PARTY: 'Through parties',
    UNKNOWN: 'Not known',
  },
  'offence-class': { 'prostitution-related-offences': 'Exploiting others for sexual services' },
  online: { Y: 'With an online part', N: 'Not online', U: 'Not recorded' },
  status: {
    'not-started': 'Not started',
    'on-track': 'On track',
    'at-risk': 'At risk',
    overdue: 'Overdue',
    complete: 'Complete',
    'closed-not-done': 'Closed, not done',
  },
  repeat: { '1': 'One', '2': 'Two', '3-5': 'Three to five', '6-10': 'Six to ten', '11+': 'Eleven or more' },
};

/** Codes of categories that are not answers; they are put last. */
const NO_ANSWER =
  /^(u|x|ns|nk|unknown|not[- ]?(recorded|stated|known)|refu|nobt|missing|blank|unclear|oth|other|10)$/i;

/** A category in plain words: ours, then the catalogue's, then the code list's, then the code itself tidied up. */
export function categoryLabel(
  view: ProfileView,
  indicator: string,
  breakdown: BreakdownId,
  code: string,
): string {
  const own = LABELS[breakdown]?.[code] ?? LABELS[breakdown]?.[code.toUpperCase()];
  const catalogued = view
    .info(indicator)
    ?.breakdowns.find(({ id }) => id === breakdown)
    ?.categories?.find((category) => category.code === code)?.label;
  const label = own ?? catalogued ?? view.codeLabel(breakdown, code);
  if (label !== undefined) return label;
  if (breakdown === 'age-band') return ageBandLabel(code);
  if (breakdown === 'single-age') return code;
  const words = code.replaceAll(/[-_]/g, ' ').trim();
  return words === words.toUpperCase() && words.length > 3
    ? words.charAt(0) + words.slice(1).toLowerCase()
    : words.charAt(0).toUpperCase() + words.slice(1);
}

function ageBandLabel(code: string): string {
  const range = /^(\d+)-(\d+)$/.exec(code);
  if (range !== null) return range[1] === '0' ? `${range[2]} and under` : `${range[1]} to ${range[2]}`;
  const under = /^(?:<=|<|≤)(\d+)$/.exec(code);
  if (under !== null) return `${under[1]} and under`;
  const over = /^(\d+)\+$/.exec(code);
  return over === null ? code : `${over[1]} and over`;
}

/** Whether a category stands for a missing or catch-all answer. */
export function isNoAnswer(code: string): boolean {
  return NO_ANSWER.test(code);
}
