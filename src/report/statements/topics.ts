import type { PublishedStatement } from '../../disclosure/model.js';
import type { AreaCode } from '../../reference/brands.js';
import type { Sentence } from '../model.js';
import { formatFigure } from '../numbers.js';
import type { ProfileView } from '../view.js';
import { changeSentence } from './change.js';
import { isShown } from './figures.js';
import { capital, sentence } from './sentence.js';
import { storyOf } from './stories.js';
import { subjectOf } from './subjects.js';

/** Themes that speak of the data or of the plan, not of children and those who harm them. */
const LEFT_OUT = new Set(['quality', 'overlap', 'actions']);

interface Topic {
  readonly indicator: string;
  readonly core: boolean;
  readonly place: number;
  readonly sentence: Sentence;
}

function differs(statement: PublishedStatement | undefined): statement is PublishedStatement {
  return statement?.verdict === 'higher' || statement?.verdict === 'lower';
}

/** "Children referred per 10,000: 23.4, higher than in the rest of the area." */
function againstRestSentence(view: ProfileView, indicator: string, statement: PublishedStatement): Sentence {
  const now = view.published.find(indicator, statement.area, view.current.id);
  const value =
    now !== undefined && isShown(now.value) ? `${formatFigure(now.value, view.format(indicator))}, ` : '';
  const clearly = statement.clearly ? 'clearly ' : '';
  return sentence(
    `${capital(subjectOf(view, indicator))}: ${value}${clearly}${statement.verdict} than in the rest of the area.`,
    statement,
    now,
  );
}

/** Core measures before others, one for each story. */
function chosen(found: readonly Topic[], most: number): readonly Topic[] {
  const told = new Set<string>();
  return [...found]
    .sort((a, b) => Number(b.core) - Number(a.core) || a.place - b.place)
    .filter(({ indicator }) => {
      const story = storyOf(indicator);
      if (told.has(story)) return false;
      told.add(story);
      return true;
    })
    .slice(0, most);
}

function topicsOf(
  view: ProfileView,
  area: AreaCode,
  kind: 'change' | 'locality',
  say: (indicator: string, statement: PublishedStatement) => Sentence,
): readonly Topic[] {
  return view.catalogue.flatMap((info, place): readonly Topic[] => {
    const statement = view.published.statement(kind, info.id, area);
    // Of so many measures looked at one would stand out by chance at 95 in 100; at 998 in 1,000 hardly any does.
    if (LEFT_OUT.has(info.theme) || !differs(statement) || !statement.clearly) return [];
    return [
      {
        indicator: info.id,
        core: info.tag === 'core',
        place,
        sentence: say(info.id, statement),
      },
    ];
  });
}

/** What is higher or lower in one locality than in the same half-year of the year before, by rule. */
export function changeTopics(view: ProfileView, area: AreaCode, most: number): readonly Sentence[] {
  const found = topicsOf(view, area, 'change', (indicator) => changeSentence(view, indicator, area));
  return chosen(found, most).map((topic) => topic.sentence);
}

/** In what one locality differs from the rest of the area, by rule. */
export function placeTopics(view: ProfileView, area: AreaCode, most: number): readonly Sentence[] {
  const found = topicsOf(view, area, 'locality', (indicator, statement) =>
    againstRestSentence(view, indicator, statement),
  );
  return chosen(found, most).map((topic) => topic.sentence);
}
