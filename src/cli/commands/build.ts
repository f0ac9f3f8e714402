import { PRODUCT_IDS } from '../../workspace/model.js';
import type { Register } from '../register.js';
import { type BuildAsked, runBuild } from '../runBuild.js';

export const registerBuild: Register = (program, io, leave) => {
  program
    .command('build')
    .description('ingest what is new, analyse, protect and render the problem profile of a half-year')
    .argument('[workspace]', 'folder with profile.config.yaml', '.')
    .option(
      '-p, --period <half-year>',
      'half-year to report on, such as 2018-H1 (default: the latest with extracts)',
    )
    .option('-e, --edition <id...>', 'editions to render (default: all in the configuration)')
    .option(
      '--product <id...>',
      `products to make: ${PRODUCT_IDS.join(', ')} (default: those of the configuration)`,
    )
    .option('--until <period>', 'last quarter (2018-Q2) or month (2018-09) for products that come oftener')
    .option('-o, --out <folder>', 'where to write the release (default: <workspace>/reports/<period>)')
    .option('-f, --force', 'replace an existing release that differs; its manifest is kept as a revision')
    .option(
      '--pdf',
      'print the pages to PDF too, into <release>-pdf; needs a Chromium, Chrome or Edge ($CHROMIUM_PATH)',
    )
    .option('--key-file <path>', 'the partnership’s key (default: $PROFILE_KEY_FILE, then $PROFILE_KEY)')
    .addHelpText(
      'after',
      '\nExamples:\n' +
        '  profile build sample-data\n' +
        '  profile build --period 2018-H1 --key-file ~/keys/partnership.key\n' +
        '  profile build ./lancashire --out /tmp/draft --json\n' +
        '  profile build sample-data --product trends --until 2018-Q1\n' +
        '  profile build sample-data --edition board --pdf\n' +
        '\nNothing is published when an extract fails, and an existing release is never half replaced.',
    )
    .action(async (folder: string, options: BuildAsked) => leave(await runBuild(io, folder, options)));
};
