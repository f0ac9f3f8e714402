import { dayText } from '../../reference/days.js';
import type { Block } from '../model.js';
import { sentence } from '../statements/sentence.js';
import type { Words } from '../words/model.js';
import { blocksOf, type ChapterRecord } from './chapter.js';

const NOT_STATED = 'Not stated in the configuration.';

/** Who made it, for whom, from what, and what may be done with it. */
export const documentControl: ChapterRecord = {
  id: 'document-control',
  title: 'About this document',
  audience: ['B', 'G', 'T', 'P'],
  build: (view) => {
    const { edition, config } = view;
    return {
      id: documentControl.id,
      title: documentControl.title,
      lead: sentence(`This is the ${edition.title} of the profile for ${view.current.text}.`),
      blocks: blocksOf([
        config.synthetic
          ? {
              kind: 'note',
              sentences: [
                sentence(
                  'Demonstration. Every record behind this document is invented. It describes no real child, family or agency.',
                ),
              ],
            }
          : null,
        {
          kind: 'definitions',
          items: [
            { term: 'Made for', text: config.partnership },
            { term: 'Marking', text: `${edition.marking}. ${edition.handling}`.trim() },
            {
              term: 'Sent to',
              text: edition.distribution.length > 0 ? edition.distribution.join('; ') : NOT_STATED,
            },
            { term: 'Terms of reference', text: config.published.termsOfReference ?? NOT_STATED },
            {
              term: 'Records to',
              text: `${dayText(view.current.end)}; when each extract was made is in the chapter on the data.`,
            },
            {
              term: 'Sign-off',
              text:
                (view.words?.signOff ?? []).length === 0
                  ? 'Not signed off: no words of sign-off were written for this half-year.'
                  : 'As below.',
            },
            { term: 'Keep until', text: config.published.retention ?? NOT_STATED },
            { term: 'Next profile', text: config.published.next ?? NOT_STATED },
            { term: 'Contact', text: config.published.contact ?? NOT_STATED },
            {
              term: 'Personal data',
              text: 'Names, numbers, dates of birth and postcodes are dropped when an extract is read. The profile is made from pseudonymised records and shows counts only.',
            },
          ],
        },
        ...own('Terms of reference', view.words?.termsOfReference ?? []),
        ...own('Sign-off', view.words?.signOff ?? []),
      ]),
    };
  },
};

function own(title: string, passages: Words['signOff']): Block[] {
  return passages.length === 0
    ? []
    : [
        { kind: 'heading', text: title },
        { kind: 'analyst', passages },
      ];
}
