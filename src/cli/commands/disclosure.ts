import { writeJson } from '../io.js';
import type { Register } from '../register.js';

const FORMAT = `
Statements are JSON: the unknown counts, what is said of them, what the reader knows besides, and the counts to be kept.

  {"atoms": ["a", "b"],
   "statements": [{"id": "total", "sum": ["a", "b"], "equals": 9},
                  {"sum": ["a"], "between": [0, 4]},
                  {"ratio": {"of": ["a"], "in": ["a", "b"], "percent": 37.8, "decimals": 1}},
                  {"sum": ["a"], "atLeastSum": ["b"], "plus": 0}],
   "knows": {"b": 6},
   "targets": [{"id": "A", "sum": ["a"], "rule": [0, 4]}]}`;

const SYSTEM = `
A system is JSON: the true counts, the cells that may be printed, and the rule. Costs are 1 + the count unless given.

  {"atoms": {"a": 3, "b": 6, "c": 9, "d": 12},
   "cells": [{"id": "A", "sum": ["a"], "cost": 4}, {"id": "B", "sum": ["b"]},
             {"id": "left", "sum": ["a", "b"]}, {"id": "all", "sum": ["a", "b", "c", "d"]}],
   "rule": {"threshold": 5, "zeros": "shown"},
   "forced": ["all"],
   "require": "containment"}`;

/** Disclosure control of any system of counts, not only of ours. */
export const registerDisclosure: Register = (program, io, leave) => {
  const disclosure = program
    .command('disclosure')
    .description('work out what published numbers give away, for any system of counts')
    .addHelpText(
      'after',
      '\nExamples:\n  profile disclosure audit statements.json\n  profile disclosure plan system.json',
    );

  disclosure
    .command('audit')
    .description('find the exact range of every hidden count, given everything that is said')
    .argument('<statements>', 'JSON file of statements, or - for standard input')
    .option('--certificate <file>', 'write tables of whole numbers that prove the targets safe')
    .addHelpText(
      'after',
      `${FORMAT}\n\nPrints one JSON document. Exit code 3 when a count is narrower than its rule or statements contradict each other.\n\nExamples:\n  profile disclosure audit statements.json\n  profile disclosure audit - < statements.json`,
    )
    .action(async (path: string, options: { certificate?: string }) => {
      const { auditStatements, certifyStatements, readInput, writeOutput } = await import(
        '../../pipeline/discloseStatements.js'
      );
      const text = await readInput(path, io.cwd);
      const report = await auditStatements(text, path);
      writeJson(io, report);
      const unsafe = report.targets.filter(({ safe }) => safe === false);
      if (options.certificate !== undefined && unsafe.length === 0) {
        const certificate = await certifyStatements(text, path);
        if (certificate !== null) await writeOutput(options.certificate, io.cwd, JSON.stringify(certificate));
      }
      for (const { id, min, max } of unsafe)
        io.err(
          `${id} is narrower than its rule: ${min === max ? `exactly ${min}` : `${min} to ${max ?? 'any number'}`}.\n`,
        );
      leave(unsafe.length === 0 ? 0 : 3);
    });

  disclosure
    .command('plan')
    .description('choose which cells of a table to hide so that no small count can be worked out')
    .argument('<system>', 'JSON file of a system of cells, or - for standard input')
    .addHelpText(
      'after',
      `${SYSTEM}\n\nPrints one JSON document. Exit code 3 when no pattern protects a small count.\n\nExamples:\n  profile disclosure plan system.json\n  profile disclosure plan - < system.json`,
    )
    .action(async (path: string) => {
      const { planSystem, readInput } = await import('../../pipeline/discloseStatements.js');
      writeJson(io, await planSystem(await readInput(path, io.cwd), path));
    });

  disclosure
    .command('round')
    .description('round a table so that all sums still add up and no small count can be worked out')
    .argument('<system>', 'JSON file of a system of cells as for `plan`, or - for standard input')
    .option('--base <number>', 'round to multiples of this; the threshold of the rule unless given')
    .addHelpText(
      'after',
      '\nPrints one JSON document. For a table of which `plan` would hide most. Exit code 3 when no rounding keeps all sums with every number at one of its two neighbours, or when a small count could be narrowed.\n\nExamples:\n  profile disclosure round system.json\n  profile disclosure round system.json --base 10',
    )
    .action(async (path: string, { base }: { base?: string }) => {
      const { readInput, roundSystem } = await import('../../pipeline/discloseStatements.js');
      writeJson(io, await roundSystem(await readInput(path, io.cwd), path, base ?? null));
    });

  disclosure
    .command('check')
    .description('check a certificate against its statements, by whole-number arithmetic alone')
    .argument('<statements>', 'JSON file of statements')
    .argument('<certificate>', 'file that `profile disclosure audit --certificate` wrote')
    .addHelpText(
      'after',
      '\nExit code 3 when it is not accepted.\n\nExample:\n  profile disclosure check statements.json certificate.json',
    )
    .action(async (statements: string, certificate: string, options: { json?: boolean }) => {
      const { checkStatements, readInput } = await import('../../pipeline/discloseStatements.js');
      const reason = checkStatements(
        { text: await readInput(statements, io.cwd), name: statements },
        { text: await readInput(certificate, io.cwd), name: certificate },
      );
      if (options.json === true) writeJson(io, { accepted: reason === null, reason });
      else io.out(reason === null ? 'Accepted.\n' : `Not accepted: ${reason}.\n`);
      leave(reason === null ? 0 : 3);
    });
};
