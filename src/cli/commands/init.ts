import { writeJson } from '../io.js';
import type { Register } from '../register.js';

export const registerInit: Register = (program, io) => {
  program
    .command('init')
    .description(
      'make a workspace: a commented configuration, folders for the extracts, and a key outside it',
    )
    .argument('[dir]', 'folder to make or fill', '.')
    .option('--key-file <path>', 'where to write the new key (must lie outside the workspace)')
    .option('--no-key', 'make no key, because the partnership already has one')
    .addHelpText(
      'after',
      '\nExamples:\n  profile init lancashire --key-file ~/keys/partnership.key\n  profile init . --no-key\n' +
        '\nExisting files are never overwritten. Keep the key safe: without it nothing stored can be read or joined again.',
    )
    .action(async (dir: string, options: { keyFile?: string; key: boolean; json?: boolean }) => {
      const { scaffoldWorkspace } = await import('../../pipeline/scaffoldWorkspace.js');
      const report = await scaffoldWorkspace({
        dir,
        cwd: io.cwd,
        env: io.env,
        makeKey: options.key,
        ...(options.keyFile === undefined ? {} : { keyFile: options.keyFile }),
      });
      if (options.json === true) return writeJson(io, report);
      io.out(`${report.written.map((file) => `wrote ${file}`).join('\n')}\n`);
      for (const line of report.next) io.out(`${line}\n`);
    });
};
