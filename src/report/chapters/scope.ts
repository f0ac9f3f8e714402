import { percentage, summaryFigures } from '../../disclosure/derive.js';
import type { EditionConfig } from '../../workspace/model.js';
import type { Definition } from '../model.js';
import { formatFigure } from '../numbers.js';
import { sentence } from '../statements/sentence.js';
import type { ProfileView } from '../view.js';
import { blocksOf, type ChapterRecord } from './chapter.js';

/**
 * What a reader must know of the counts, each under its term.
 * @param shares where the share hidden of each figure is, as the beginning of a sentence
 */
export function scopeDefinitions(view: ProfileView, shares = 'The annex has'): readonly Definition[] {
  const hidden = summaryFigures(view.published.summary);
  return [
    {
      term: 'Child sexual exploitation',
      text: 'A form of child sexual abuse in which a person or group takes advantage of an imbalance of power to coerce, manipulate or deceive a child under 18 into sexual activity. The statutory wording of February 2017 is used; earlier records follow the wording of 2009.',
    },
    {
      term: 'Half-year',
      text: 'April to September and October to March. Missing episodes belong to the half-year in which they start, interviews to that in which the child was found, contacts to the date received, offences to the date recorded, outcomes to the date assigned.',
    },
    {
      term: 'Child',
      text: 'A person under 18 at the event. A child counts once for each measure, area and half-year, however many events there were.',
    },
    {
      term: 'Place',
      text: 'Home district of the child for contacts, the district a child went missing from for episodes, and the district of the offence for offences.',
    },
    {
      term: 'Rate',
      text: 'Per 10,000 children aged 0 to 17, or per 1,000 aged 10 to 17, living there: the estimate nearest the middle of the half-year. Rates are for the half-year, not doubled.',
    },
    {
      term: 'Share',
      text: 'Of those with a known answer. How many are unknown is said beside it. Below 20 no percentage is given.',
    },
    {
      term: 'Higher and lower',
      text: 'Said only when chance alone would rarely give the difference. “No clear change” means that a doubling or a halving can be ruled out; “too few to say” means that it cannot.',
    },
    {
      term: 'Revisions',
      text: 'Late and corrected rows change the figures of earlier half-years at the next release, not in between. What changed is marked [r], what is not complete yet [p]; the chapter on the data has a table of revisions. A figure that changed by a handful stays as first published, marked [f]: the difference would tell how few rows came late.',
    },
    {
      term: 'Hidden numbers',
      text: `Counts of people, and of events about them, of ${view.edition.zeros === 'shown' ? 1 : 0} to ${view.published.threshold - 1} are hidden.${hiddenBesides(view.edition)} Other counts are hidden where they would give one of these away.${roundingInWords(view.edition)} Of ${formatFigure(hidden.counts, 'count')} counts laid out for this edition, ${formatFigure(hidden.suppressed, 'count')} are hidden: that is what the rule costs (${formatFigure(percentage(hidden.suppressed, hidden.counts), 'percent')}). ${shares} the share for each figure and table. Before this edition was written it was checked that no reader can narrow a hidden small number below that rule, even with every wider edition beside it. For each one there are complete tables of whole numbers that agree with every figure and sum. In one it is as low as the rule allows, in another as high.`,
    },
  ];
}

/** How counts are rounded, as sentences of their own; nothing where they are not. */
function roundingInWords({ roundTo }: EditionConfig): string {
  return roundTo === 1
    ? ''
    : ` Counts are given to the nearest ${roundTo}. Shares, rates, ranges and sentences are made from these, and parts need not add up to the whole.`;
}

/** What is hidden whatever its size, as a sentence of its own; nothing where there is no such rule. */
function hiddenBesides({ allOfThem, pPercent }: EditionConfig): string {
  const rules = [
    ...(allOfThem === 'hidden' ? ['“all of them”, where it would say something about each one'] : []),
    ...(pPercent > 0 ? ['episodes that are mostly one child’s'] : []),
  ];
  return rules.length === 0 ? '' : ` Also hidden: ${rules.join(', and ')}.`;
}

const DEFINITIONS = { text: 'In the annex: every indicator, terms, shorthand and method', chapter: 'annex' };

/** What counts, of whom, when and where. */
export const scope: ChapterRecord = {
  id: 'scope',
  title: 'What is counted, and how',
  audience: ['B', 'G', 'T', 'P'],
  build: (view) => {
    return {
      id: scope.id,
      title: scope.title,
      lead: sentence(
        'Children are counted once; everything compares this half-year with the same months of the year before.',
      ),
      blocks: blocksOf([
        {
          kind: 'definitions',
          items: scopeDefinitions(view),
        },
        view.config.breaks.length === 0 ? null : { kind: 'heading', text: 'Changes in recording' },
        view.config.breaks.length === 0
          ? null
          : {
              kind: 'definitions',
              items: view.config.breaks.map(({ from, title, note }) => ({
                term: `${title} (${from})`,
                text: note,
              })),
            },
      ]),
      ...(view.edition.length === 'full' ? { further: DEFINITIONS } : {}),
    };
  },
};
