import { Option } from 'commander';
import { writeJson } from '../io.js';
import { laterCommand } from '../laterCommand.js';
import type { Register } from '../register.js';

export const registerSchema: Register = (program, io) => {
  const schema = program
    .command('schema')
    .description('what each extract must look like: fields, codes, rules, blank templates')
    .addHelpText(
      'after',
      '\nExamples:\n  profile schema list\n  profile schema show missing-episodes\n  profile schema show referrals --format template > referrals.csv\n  profile schema docs --out docs/schemas',
    );

  schema
    .command('list')
    .description('list the extracts')
    .addHelpText('after', '\nExample:\n  profile schema list --json')
    .action(async (options: { json?: boolean }) => {
      const { listSchemas } = await import('../../pipeline/schemaPages.js');
      const list = listSchemas();
      if (options.json === true) return writeJson(io, list);
      for (const s of list)
        io.out(`${s.name.padEnd(18)} ${s.title} (${s.fields} fields, ${s.rules} rules)\n`);
    });

  schema
    .command('show')
    .description('print one extract’s description, its Table Schema, or a blank CSV template')
    .argument('<extract>', 'name of the extract, such as missing-episodes')
    .addOption(
      new Option('--format <format>', 'what to print')
        .choices(['text', 'table-schema', 'template'])
        .default('text'),
    )
    .addHelpText(
      'after',
      '\nExample:\n  profile schema show missing-episodes --format template > missing-episodes.csv',
    )
    .action(
      async (name: string, options: { format: 'text' | 'table-schema' | 'template'; json?: boolean }) => {
        const { showSchema } = await import('../../pipeline/schemaPages.js');
        io.out(await showSchema(name, options.json === true ? 'table-schema' : options.format));
      },
    );

  schema
    .command('docs')
    .description('write one Markdown page an extract')
    .option('--out <folder>', 'where to write them', 'docs/schemas')
    .addHelpText('after', '\nExample:\n  profile schema docs --out docs/schemas')
    .action(async (options: { out: string; json?: boolean }) => {
      const { writeSchemaPages } = await import('../../pipeline/schemaPages.js');
      const files = await writeSchemaPages(options.out, io.cwd);
      if (options.json === true) return writeJson(io, { ok: true, files });
      io.out(`Wrote ${files.length} pages to ${options.out}.\n`);
    });

  for (const [words, summary, example] of [
    ['schema export', 'the schemas in other forms, such as CSV on the Web', 'referrals'],
    ['schema diff', 'what changed between two versions of a schema', 'referrals'],
  ] as const) {
    const instead = 'Use `profile schema show <extract> --format table-schema`.';
    schema.addCommand(laterCommand({ words, summary, example, instead }));
  }
};
