import type { Chart } from '../chart.js';
import type { BoardQuestion, Chapter, Sentence } from '../model.js';
import { formatFigure } from '../numbers.js';
import { comparison } from '../statements/change.js';
import { isShown } from '../statements/figures.js';
import { standing } from '../statements/localities.js';
import { capital, listed, sentence } from '../statements/sentence.js';
import { subjectOf } from '../statements/subjects.js';
import type { ProfileView } from '../view.js';
import type { See } from './keyFindings.js';
import type { Outline } from './outlines/outline.js';

export const QUESTIONS = {
  id: 'questions',
  title: 'Questions for the board',
  audience: ['B', 'G'],
} as const;

interface Ask {
  readonly indicator: string;
  /** Kind of chart to point to, where an indicator has several. */
  readonly chart?: Chart['kind'];
  /** Asked only where there is such a chart: nothing else holds the number that it names. */
  readonly chartOnly?: true;
  /** The question and whom it is for; null when the figures do not raise it. */
  readonly make: (view: ProfileView) => { readonly question: Sentence; readonly detail: string } | null;
}

/** Asks about a share that the catalogue calls better when higher, unless it is already nearly all. */
function shortfall(indicator: string, ask: (value: string) => string, detail: string): Ask {
  return {
    indicator,
    make: (view) => {
      const { now, statement } = comparison(view, indicator);
      if (now === undefined || !isShown(now.value) || now.value.number >= 90) return null;
      return { question: sentence(ask(formatFigure(now.value, 'percent')), now, statement), detail };
    },
  };
}

/** Asks about a share that should be small. */
function excess(indicator: string, above: number, ask: (value: string) => string, detail: string): Ask {
  return {
    indicator,
    make: (view) => {
      const { now, statement } = comparison(view, indicator);
      if (now === undefined || !isShown(now.value) || now.value.number <= above) return null;
      return { question: sentence(ask(formatFigure(now.value, 'percent')), now, statement), detail };
    },
  };
}

function changed(indicator: string): Ask {
  return {
    indicator,
    make: (view) => {
      const { now, statement } = comparison(view, indicator);
      if (now === undefined || (statement?.verdict !== 'higher' && statement?.verdict !== 'lower'))
        return null;
      const direction = statement.verdict === 'higher' ? 'more' : 'fewer';
      return {
        question: sentence(
          `Are there ${direction} ${subjectOf(view, indicator)} in fact, or is it recorded differently?`,
          statement,
          now,
        ),
        detail: 'The figures cannot tell more harm from better recognition: front-line managers can.',
      };
    },
  };
}

const places: Ask = {
  indicator: 'S02',
  chart: 'dot-range',
  make: (view) => {
    const { higher, compared } = standing(view, 'S02', view.districtsByName);
    if (higher.length === 0) return null;
    const named =
      higher.length > 3
        ? `the ${higher.length} districts with higher rates`
        : listed(higher.map(view.areaName));
    return {
      question: sentence(
        `What lies behind the higher referral rate in ${named}: need, provision or recording?`,
        ...compared.filter((s) => s.verdict === 'higher'),
      ),
      detail: 'Children’s homes, specialist teams and local campaigns all change how much is referred.',
    };
  },
};

const repeats: Ask = {
  indicator: 'M01',
  chart: 'grouped-bars',
  chartOnly: true,
  make: (view) => {
    const spread = view.published.concentration('M01', view.area);
    const observation = view.published.find('M01', view.area, view.current.id);
    if (spread === undefined || !isShown(spread.childrenMakingHalf)) return null;
    return {
      question: sentence(
        `Does each of the ${formatFigure(spread.childrenMakingHalf, 'count')} children who make up half of all missing episodes have one lead professional and a plan?`,
        observation,
      ),
      detail:
        'A small number of children carries most of the episodes; work with each of them changes the total.',
    };
  },
};

/** In the order in which they are asked; the first that apply are printed. */
const ASKS: readonly Ask[] = [
  changed('S01'),
  places,
  repeats,
  shortfall(
    'M19',
    (value) => `What would bring return interviews held within 72 hours from ${value} nearer to every child?`,
    'For the three councils and the interview provider.',
  ),
  shortfall(
    'R08',
    (value) => `What would bring assessments finished in 45 working days from ${value} to nearly all?`,
    'For the directors of children’s services.',
  ),
  shortfall(
    'M16',
    (value) => `Why is an interview offered after ${value} of missing episodes, and not after each?`,
    'The offer is a duty in every case.',
  ),
  excess(
    'P06',
    15,
    (value) => `Can the ethnic group of suspects be recorded more often? It is missing for ${value}.`,
    'For Lancashire Constabulary.',
  ),
  excess(
    'V06',
    15,
    (value) => `Can the ethnic group of children be recorded more often? It is missing for ${value}.`,
    'For every agency that refers children.',
  ),
  shortfall(
    'A01',
    (value) => `${value} of actions were finished on time: which of the others matter most now?`,
    'For the owners named in the action plan.',
  ),
  changed('O08'),
];

function missingReturns(view: ProfileView, see: string | null): BoardQuestion | null {
  const missing = view.expected.filter(({ status }) => status === 'missing');
  const [first] = missing;
  if (first === undefined) return null;
  const more = missing.length > 1 ? ', and the other extracts still awaited' : '';
  return {
    question: sentence(
      `When will ${view.agencyName(first.agency)} send its ${view.extractTitle(first.extract).toLowerCase()} extract${more}?`,
    ),
    detail: 'Until then, figures that use it cover part of the area only.',
    ...(see === null ? {} : { see }),
  };
}

/**
 * Questions that follow from the figures, each with the figure it comes from.
 * @param see where the document has an indicator's numbers: only those can be asked about
 * @param outline how many questions there may be, and which table says what was sent
 */
export function questions(
  view: ProfileView,
  see: See,
  { questions: most, returns: sent }: Pick<Outline, 'questions' | 'returns'>,
): Chapter {
  const asked: BoardQuestion[] = [];
  for (const { indicator, chart, chartOnly, make } of ASKS) {
    const where = see(indicator, chart) ?? (chartOnly === true ? undefined : see(indicator));
    if (where === undefined || asked.length >= most - 1) continue;
    const found = make(view);
    if (found !== null) asked.push({ ...found, see: where });
  }
  const returns = missingReturns(view, sent);
  if (returns !== null) asked.push(returns);
  return {
    id: QUESTIONS.id,
    title: QUESTIONS.title,
    lead: sentence('Figures raise questions; the people around the table can answer them.'),
    blocks:
      asked.length > 0
        ? [{ kind: 'questions', questions: asked }]
        : [
            {
              kind: 'paragraph',
              sentences: [sentence(`${capital('no question follows from the figures of this half-year')}.`)],
            },
          ],
  };
}
