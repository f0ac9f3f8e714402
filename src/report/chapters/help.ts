import type { Block } from '../model.js';
import type { ProfileView } from '../view.js';

/** Said where the configuration names no helplines of its own; they hold for the whole country. */
const NATIONAL = [
  'If a child is in danger now, call 999.',
  'If you are worried about a child, call 101 or your council’s children’s social care. The NSPCC helpline is 0808 800 5000.',
  'If you are a child and want to talk, Childline is free on 0800 1111.',
];

/** What the document is, and where a reader can turn who came to it out of worry. */
export function help(view: ProfileView): Block {
  const lines = view.config.published.help;
  return {
    kind: 'definitions',
    columns: 2,
    items: [
      {
        term: 'What this is',
        text: 'Twice a year the police, councils, health services, schools and charities put together what they record about child sexual exploitation. Much of it is never reported, so the numbers are not all the harm there is.',
      },
      { term: 'Where to get help', text: (lines.length > 0 ? lines : NATIONAL).join(' ') },
    ],
  };
}
