/**
 * Shares and rates repeat what the count beside them says; one of each story is enough among
 * the findings of a page.
 */
const SAME_STORY: readonly (readonly string[])[] = [
  ['S01', 'S02', 'S03', 'S04', 'S10'],
  ['S05', 'S06'],
  ['S07', 'S08'],
  ['V03', 'V04'],
  ['M02', 'M03'],
  ['M01', 'M04'],
  ['M16', 'M17', 'M18'],
  ['M19', 'M20'],
  ['O01', 'O02'],
  ['O08', 'O09', 'O10'],
];

/** The indicator that stands for a story: the first of its group, or the indicator itself. */
export function storyOf(indicator: string): string {
  return SAME_STORY.find((story) => story.includes(indicator))?.[0] ?? indicator;
}
