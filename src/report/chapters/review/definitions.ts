import { sentence } from '../../statements/sentence.js';
import { blocksOf, type ChapterRecord } from '../chapter.js';

/** Which definitions the agencies say they work to, and what changed in the series. */
export const definitions: ChapterRecord = {
  id: 'which-definitions',
  title: 'Which definitions are used',
  audience: ['B', 'G', 'T'],
  build(view) {
    const declared = view.config.agencies.flatMap(({ id }) => {
      const own = view.quality.deliveries.filter(({ agency }) => agency === id);
      const versions = [...new Set(own.flatMap(({ definitionVersions }) => definitionVersions))].sort();
      return own.length === 0
        ? []
        : [
            {
              term: view.agencyName(id),
              text: versions.length === 0 ? 'None declared.' : `${versions.join(', ')}.`,
            },
          ];
    });
    const { breaks } = view.config;
    return {
      id: definitions.id,
      title: definitions.title,
      lead: sentence('Figures are never compared across a change of definition or of recording.'),
      blocks: blocksOf([
        declared.length === 0 ? null : { kind: 'heading', text: `Declared for ${view.halfYear.text}` },
        declared.length === 0 ? null : { kind: 'definitions', items: declared },
        breaks.length === 0 ? null : { kind: 'heading', text: 'Changes that break series' },
        breaks.length === 0
          ? null
          : {
              kind: 'definitions',
              items: breaks.map(({ from, title, note, indicators }) => ({
                term: `${title} (${from})`,
                text: `${note} Concerns ${indicators.join(', ')}.`,
              })),
            },
      ]),
    };
  },
};
