import type { ProductId } from '../../workspace/model.js';
import type { Register } from '../register.js';
import { type BuildAsked, runBuild } from '../runBuild.js';

interface ProductCommand {
  readonly words: string;
  readonly product: ProductId;
  readonly summary: string;
  /** Option by which a quarter or month is chosen, for products that come oftener than half-yearly. */
  readonly until?: { readonly option: string; readonly text: string; readonly example: string };
  readonly about: string;
}

/** One command a product: the same build, one product alone, in a folder of its own beside the half-year's release. */
const COMMANDS: readonly ProductCommand[] = [
  {
    words: 'report',
    product: 'profile',
    summary: 'the problem profile alone',
    about: 'All chapters for every edition of the configuration.',
  },
  {
    words: 'trends',
    product: 'trends',
    summary: 'the sub groups’ quarterly trends-and-patterns reports',
    until: { option: 'quarter', text: 'last quarter, such as 2018-Q2', example: '2018-Q2' },
    about: 'One report for each safeguarding board and one for each Children’s Partnership Board.',
  },
  {
    words: 'brief',
    product: 'brief',
    summary: 'the monthly multi-agency risk and intelligence briefing',
    until: { option: 'month', text: 'month to report on, such as 2018-08', example: '2018-08' },
    about: 'What stood out in the month against its usual range, where, and what is open: two pages.',
  },
  {
    words: 'review',
    product: 'review',
    summary: 'the comprehensive review of partnership data',
    about: 'Who sent what, when and how complete, and what that means for each finding.',
  },
  {
    words: 'ocg',
    product: 'ocg',
    summary: 'the map of organised crime groups',
    about: 'The map is drawn in tactical editions only; others hold counts.',
  },
  {
    words: 'actions',
    product: 'actions',
    summary: 'the action-plan monitor over the strategy’s seven priorities',
    about: 'Every numbered action with its state, dates and indicator.',
  },
];

export const registerProducts: Register = (program, io, leave) => {
  for (const { words, product, summary, until, about } of COMMANDS) {
    const command = program
      .command(words)
      .description(`make ${summary}`)
      .argument('[workspace]', 'folder with profile.config.yaml', '.')
      .option(
        '-p, --period <half-year>',
        'half-year whose extracts are the newest to use (default: the latest)',
      )
      .option('-e, --edition <id...>', 'editions to render (default: all that may carry it)')
      .option('-o, --out <folder>', `where to write it (default: <workspace>/reports/<period>-${product})`)
      .option('-f, --force', 'replace an earlier one that differs')
      .option('--key-file <path>', 'the partnership’s key (default: $PROFILE_KEY_FILE, then $PROFILE_KEY)');
    if (until !== undefined) command.option(`--${until.option} <${until.option}>`, until.text);
    command
      .addHelpText(
        'after',
        `\n${about}\n\nExamples:\n  profile ${words} sample-data\n${
          until === undefined ? '' : `  profile ${words} sample-data --${until.option} ${until.example}\n`
        }  profile ${words} ./lancashire --edition board --out /tmp/draft --json`,
      )
      .action(async (folder: string, options: BuildAsked & Readonly<Record<string, unknown>>) => {
        const last = until === undefined ? undefined : options[until.option];
        leave(
          await runBuild(io, folder, {
            ...options,
            product: [product],
            ...(typeof last === 'string' ? { until: last } : {}),
          }),
        );
      });
  }
};
