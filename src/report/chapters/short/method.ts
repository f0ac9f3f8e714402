import { blocksOf, type ChapterRecord } from '../chapter.js';
import { hiddenTable } from '../hiddenTable.js';
import { scopeDefinitions } from '../scope.js';

/** Definitions without which the figures would be misread; all others are in the full profile. */
const KEPT = ['Child', 'Rate', 'Higher and lower', 'Hidden numbers'];
/** Boards work with the first definition of all; other readers may not have met it. */
const KEPT_FOR_ALL = ['Child sexual exploitation', ...KEPT];

/** How to read a short profile, and whose it is. */
export const method: ChapterRecord = {
  id: 'method',
  title: 'How to read this',
  audience: ['B', 'G', 'T', 'P'],
  build: (view, others = [], names = new Map()) => {
    const { edition, config } = view;
    const hidden = hiddenTable(view, others, names);
    const kept = edition.audience === 'public' ? KEPT_FOR_ALL : KEPT;
    const signOff = view.words?.signOff ?? [];
    return {
      id: method.id,
      title: method.title,
      lead: null,
      blocks: blocksOf([
        {
          kind: 'definitions',
          columns: 2,
          items: [
            {
              term: 'This document',
              text: [
                edition.distribution.length > 0 ? `Sent to: ${edition.distribution.join('; ')}.` : '',
                config.published.contact === null ? '' : `Contact: ${config.published.contact}.`,
                signOff.length === 0
                  ? 'Not signed off.'
                  : signOff.map(({ sentence }) => `${sentence.text}.`).join(' '),
              ]
                .filter((part) => part !== '')
                .join(' '),
            },
            ...scopeDefinitions(view, 'The list below has').filter(({ term }) => kept.includes(term)),
          ],
        },
        hidden === null ? null : { ...hidden, folded: true },
      ]),
    };
  },
};
