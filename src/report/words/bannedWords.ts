/**
 * Words that no computed sentence may hold, with what to say instead. Two sources: verdict words
 * (a sentence may not say more than its interval) and child-first language.
 */
export interface BannedWord {
  readonly pattern: RegExp;
  readonly instead: string;
}

export const BANNED_WORDS: readonly BannedWord[] = [
  { pattern: /\bsignifican/i, instead: 'higher, lower, or clearly higher' },
  {
    pattern: /\b(soar|surg|rocket|plung|plummet|spik|skyrocket|explod)/i,
    instead: 'rose or fell, with both counts',
  },
  { pattern: /\b(worsen|deteriorat|alarm|shock|crisis|epidemic)/i, instead: 'the counts' },
  { pattern: /\b(stable|unchanged|steady|no change)\b/i, instead: 'no clear change' },
  {
    pattern: /\b(slightly|marginally) (higher|lower|up|down)|\b(fell|rose) slightly\b/i,
    instead: 'no clear change',
  },
  {
    pattern:
      /\b(caused by|as a result of|due to|driven by|led to (a|the) (rise|fall|change|increase|decrease))\b/i,
    instead: 'nothing: the data do not say why',
  },
  {
    pattern: /(?<!\b(compared|available|shown|judged) )\bbecause\b/i,
    instead: 'nothing: the data do not say why',
  },
  {
    pattern: /\b(worst|best|league|rank(ed|ing|s)?|top of|bottom of|outperform|underperform)\b/i,
    instead: 'higher or lower than the rest of the area',
  },
  { pattern: /\b(hot ?spot)s?\b/i, instead: 'places with more recorded concerns' },
  { pattern: /\b(prostitut|promiscu|streetwise|sexually active|rent ?boy)/i, instead: 'children harmed' },
  {
    pattern: /\b(risky behaviou?r|lifestyle|(their|her|his|own|child'?s) choice|choos\w+ to)\b/i,
    instead: 'what was done to the child',
  },
  { pattern: /\b(put|puts|putting|place|placing) (themsel|hersel|himsel)/i, instead: 'children recorded' },
  { pattern: /\b(absconde?\w*|run ?away|runaways)\b/i, instead: 'missing' },
  {
    pattern: /\b(grooming gangs?|paedophile|perverts?|monster|historic(al)? abuse)\b/i,
    instead: 'people suspected; non-recent',
  },
  {
    pattern: /\b(child (sex|porn)|sex with (a )?(child|minor)|underage sex)\b/i,
    instead: 'sexual offences against children',
  },
];

/** The banned words in a text, as patterns; empty when the text may be printed. */
export function bannedWords(text: string): readonly BannedWord[] {
  return BANNED_WORDS.filter(({ pattern }) => pattern.test(text));
}
