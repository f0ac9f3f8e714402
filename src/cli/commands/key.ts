import { writeJson } from '../io.js';
import { laterCommand } from '../laterCommand.js';
import type { Register } from '../register.js';

export const registerKey: Register = (program, io) => {
  const key = program
    .command('key')
    .description('make and recognise the partnership’s key')
    .addHelpText(
      'after',
      '\nExamples:\n  profile key new --key-file ~/keys/partnership.key\n  profile key fingerprint --key-file ~/keys/partnership.key',
    );

  key
    .command('new')
    .description('make a new random key and write it to a file that only you can read')
    .requiredOption(
      '--key-file <path>',
      'where to write it; must not exist, and must lie outside workspaces and git folders',
    )
    .addHelpText('after', '\nExample:\n  profile key new --key-file ~/keys/partnership.key')
    .action(async (options: { keyFile: string; json?: boolean }) => {
      const { newKeyFile } = await import('../../pipeline/keyCustody.js');
      const made = await newKeyFile(options.keyFile, io.cwd);
      if (options.json === true) return writeJson(io, made);
      io.out(`Wrote a new key to ${made.file} (fingerprint ${made.fingerprint}).\n`);
      io.out('Keep a copy in a second safe place. Without it, nothing stored can be read or joined again.\n');
    });

  key
    .command('fingerprint')
    .description('print the key’s check value, to compare two keys without showing them')
    .option('--key-file <path>', 'the key (default: $PROFILE_KEY_FILE, then $PROFILE_KEY)')
    .addHelpText('after', '\nExample:\n  profile key fingerprint --key-file ~/keys/partnership.key')
    .action(async (options: { keyFile?: string; json?: boolean }) => {
      const { keyFingerprint } = await import('../../pipeline/keyCustody.js');
      const found = await keyFingerprint(options.keyFile, io.env, io.cwd);
      if (options.json === true) return writeJson(io, found);
      io.out(`${found.fingerprint}\n`);
    });

  key.addCommand(
    laterCommand({
      words: 'key rotate',
      summary: 'move a store to a new key',
      instead: 'Keep the present key in use and in safe custody.',
      example: '. --key-file ~/keys/new.key',
    }),
  );
};
