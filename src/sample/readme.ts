import { attributionLines } from '../reference/attributions.js';

/** The sample's `README.md`: says that everything is invented, how it was made and how to make it again. */
export function readmeText(seed: number, periods: readonly string[]): string {
  const span = periods.length > 0 ? `${periods[0]} to ${periods.at(-1)}` : 'no half-year';
  return `# Synthetic sample data

**Nobody in these files exists.** Every child, suspect, agency record and number was drawn at random by \`profile sample\`
from seed ${seed}. No record of a real person was used, and no figure here says anything about the real agencies or places
whose names it borrows.

## What it is

A complete workspace for pan-Lancashire: six agencies, fourteen kinds of extract, half-years ${span}. It is made to
look like what partners really send, so that every stage of the program has something to do:

- the same child known to several agencies under different numbers, spellings, birth dates and addresses; brothers,
  sisters and twins; moves of home;
- a few children who go missing very often, and a few children's homes with many of them;
- districts that differ, summers that differ from winters, and places where almost nothing happens;
- changes of practice: the flag for exploitation made mandatory (April 2016), another grading of intelligence (October
  2016), the statutory definition (February 2017), the end of the category "absent" (April 2017);
- untidy files: late ones, other headers, another encoding, semicolons, totals rows, repeated rows, impossible dates, one
  extract that never came (education, Blackpool, 2018-H1) and one nil return (links of groups, police, 2015-H2).

How to be sure that an identifier is invented: NHS numbers begin 999 (kept for testing, never issued), unique pupil numbers name local
authority 999 (does not exist), children's homes have made-up registration numbers from SC990001 on. Postcodes are real places of 2014; the
people put there are not.

\`demonstration.key\` is public. The program accepts it for synthetic workspaces only.

## Making it again

\`\`\`
profile sample <folder> --seed ${seed}
\`\`\`

gives the same bytes on every machine. \`--rows 1000000\` makes the same world with about a million missing episodes, \`--messy\` makes the
files untidier.

## Sources

${attributionLines.map((line) => `- ${line}`).join('\n')}
`;
}
