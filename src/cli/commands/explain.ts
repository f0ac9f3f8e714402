import { writeJson } from '../io.js';
import type { Register } from '../register.js';

export const registerExplain: Register = (program, io) => {
  program
    .command('explain')
    .description('what a rule code, an indicator or a symbol means, where it comes from and what to do')
    .argument('<code>', 'a rule (MIS-003, F18), an indicator (M02) or a symbol ([c])')
    .addHelpText(
      'after',
      '\nExamples:\n  profile explain MIS-003\n  profile explain M02\n  profile explain "[c]"',
    )
    .action(async (code: string, options: { json?: boolean }) => {
      const { explain } = await import('../../pipeline/explain.js');
      const page = explain(code);
      if (options.json === true) return writeJson(io, page);
      io.out(`${page.text}\n`);
    });
};
