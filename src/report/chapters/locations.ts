import { localitySentence } from '../statements/localities.js';
import { blocksOf, type ChapterRecord, pairOf } from './chapter.js';
import { categoriesFigure } from './figures/categories.js';
import { flowFigure } from './figures/flow.js';
import { placesDotFigure, tileMapFigure } from './figures/places.js';
import { yearDumbbellFigure } from './figures/placesOverTime.js';
import { trendFigure } from './figures/trend.js';
import { placesTable } from './tables.js';
import { wardsTable } from './wardsTable.js';

/** Where, and what kind of place; below district in the tactical edition only. */
export const locations: ChapterRecord = {
  id: 'locations',
  title: 'Where children live and where harm happens',
  audience: ['B', 'G', 'T', 'P'],
  build: (view) => ({
    id: locations.id,
    title: locations.title,
    lead: localitySentence(view, 'S02', view.districtsByName),
    blocks: blocksOf([
      pairOf(
        tileMapFigure(view, { id: 'referral-rate-map', indicator: 'S02', width: 'half' }),
        placesDotFigure(view, { id: 'referral-rate-ranges', indicator: 'S02', width: 'half' }),
      ),
      view.edition.audience === 'public'
        ? null
        : yearDumbbellFigure(view, {
            id: 'children-referred-by-district',
            indicator: 'S01',
            width: 'full',
          }),
      pairOf(
        placesDotFigure(view, { id: 'offence-rate-ranges', indicator: 'O02', width: 'half' }),
        categoriesFigure(view, {
          id: 'kinds-of-place',
          indicator: 'L02',
          breakdown: 'location-type',
          width: 'half',
          order: 'size',
        }),
      ),
      pairOf(
        flowFigure(view, { id: 'home-and-offence', indicator: 'L06', away: 'L04', width: 'half' }),
        trendFigure(view, { id: 'away-from-home', indicators: ['L04'], width: 'half' }),
      ),
      wardsTable(view),
      placesTable(view, 'localities', ['S01', 'S02', 'M02', 'M03', 'O01', 'O02'], 'children and offences'),
    ]),
  }),
};
