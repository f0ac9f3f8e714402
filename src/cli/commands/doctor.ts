import { paint, writeJson } from '../io.js';
import type { Register } from '../register.js';

export const registerDoctor: Register = (program, io, leave) => {
  program
    .command('doctor')
    .description('check this machine, the key’s permissions, the fonts, free space and the workspace')
    .argument('[workspace]', 'folder with profile.config.yaml', '.')
    .option('--key-file <path>', 'the partnership’s key (default: $PROFILE_KEY_FILE, then $PROFILE_KEY)')
    .addHelpText('after', '\nExamples:\n  profile doctor sample-data\n  profile doctor . --json')
    .action(async (folder: string, options: { keyFile?: string; json?: boolean }) => {
      const { diagnose } = await import('../../pipeline/diagnose.js');
      const report = await diagnose({
        folder,
        cwd: io.cwd,
        env: io.env,
        ...(options.keyFile === undefined ? {} : { keyFile: options.keyFile }),
      });
      if (options.json === true) writeJson(io, report);
      else {
        for (const check of report.checks) {
          const sign =
            check.state === 'ok'
              ? paint(io, 'green', 'ok  ')
              : check.state === 'warning'
                ? paint(io, 'yellow', 'look')
                : paint(io, 'red', 'bad ');
          io.out(`${sign} ${check.title}: ${check.text}\n`);
        }
      }
      leave(report.ok ? 0 : 2);
    });
};
