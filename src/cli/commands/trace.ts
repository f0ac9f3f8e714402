import type { Trace, TraceCount } from '../../analysis/trace/model.js';
import { writeJson } from '../io.js';
import { terminalProgress } from '../progress.js';
import type { Register } from '../register.js';

const RESTRICTED =
  'Restricted: counts before disclosure control, for the analyst’s own check. Do not pass on.';

function number(value: number): string {
  return String(Math.round(value * 100) / 100).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

function countLines(name: string, count: TraceCount): string[] {
  const line = (rows: string, what: string): string => `  ${rows.padStart(9)}  ${what}`;
  return [
    '',
    `${name}: ${count.counts}`,
    line(number(count.rows), `rows accepted in ${count.extract.toLowerCase()}`),
    ...count.steps.map(({ rule, keptOut }) => line(`-${number(keptOut)}`, `kept out by: ${rule}`)),
    line(number(count.left), 'rows left'),
    ...(count.because === null ? [] : [line(number(count.counted), `counted: ${count.because}`)]),
  ];
}

function traceText(found: Trace): string {
  const { numerator, denominator, population, reported, note } = found;
  return [
    RESTRICTED,
    '',
    `${found.indicator}  ${found.title}`,
    `${found.area}, ${found.period}`,
    ...(numerator === null ? [] : countLines('Numerator', numerator)),
    ...(denominator === null ? [] : countLines('Denominator', denominator)),
    ...(population === null ? [] : ['', `Residents: ${number(population.number)} (mid-${population.year})`]),
    ...(note === null ? [] : ['', note]),
    '',
    reported.missing === null
      ? `Reported: ${[reported.numerator, reported.denominator].flatMap((n) => (n === null ? [] : [number(n)])).join(' of ')}${reported.value === null || reported.denominator === null ? '' : `, as ${number(reported.value)}`}`
      : `Reported: no figure. ${reported.missing}`,
    '',
  ].join('\n');
}

export const registerTrace: Register = (program, io) => {
  program
    .command('trace')
    .description('show which rows went into a figure, by count, and which rule kept the others out')
    .argument('<indicator>', 'code of an indicator, such as M02')
    .argument('[workspace]', 'folder with profile.config.yaml', '.')
    .option('-a, --area <place>', 'a district, board or area code (default: the whole area)')
    .option('-p, --period <period>', 'a half-year, quarter or month (default: the newest half-year)')
    .option('--key-file <path>', 'the partnership’s key (default: $PROFILE_KEY_FILE, then $PROFILE_KEY)')
    .addHelpText(
      'after',
      '\nCounts are not protected: what it prints is for the analyst’s own screen.\n\nExamples:\n  profile trace M02 sample-data\n  profile trace M19 sample-data --area Burnley --period 2018-Q2\n  profile trace O08 ./lancashire --json',
    )
    .action(
      async (
        indicator: string,
        folder: string,
        options: { area?: string; period?: string; keyFile?: string; json?: boolean },
      ) => {
        const { traceIndicator } = await import('../../pipeline/traceIndicator.js');
        const progress = terminalProgress(io);
        const found = await traceIndicator({
          indicator,
          folder,
          cwd: io.cwd,
          env: io.env,
          now: () => io.now(),
          progress: progress.report,
          ...(options.area === undefined ? {} : { area: options.area }),
          ...(options.period === undefined ? {} : { period: options.period }),
          ...(options.keyFile === undefined ? {} : { keyFile: options.keyFile }),
        }).finally(progress.clear);
        if (options.json === true) writeJson(io, { restricted: RESTRICTED, ...found });
        else io.out(traceText(found));
      },
    );
};
