import { BANNED_WORDS } from './bannedWords.js';

/** Something in plain text that must not stand there unchecked; `at` is where it begins. */
export interface Stray {
  readonly at: number;
  readonly message: string;
  readonly remedy: string;
}

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';

/** Numbers that name something and count nothing; they need no reference. */
const NAMES: readonly RegExp[] = [
  new RegExp(`\\b\\d{1,2} (?:${MONTHS})(?: \\d{4})?\\b`, 'g'),
  /\b(?:19|20)\d{2}(?:[-–/]\d{2,4})?\b/g,
  /\b(?:19|20)\d{2}-H[12]\b/g,
  /\baged? \d{1,2}(?: (?:to|and|or) \d{1,2})?\b/gi,
  /\b(?:under|over) 1[0-9]\b/gi,
  /\b(?:section|regulation|article|priority|action|outcome|class|level|chapter|figure|table) \d+[A-Z]?(?:\.\d+)?\b/gi,
  /\b\d+ (?:hours|working days|days|months)\b/gi,
  /\b4P\b/g,
  /\b[A-Z]{1,2}\d{1,3}[A-Z]?\b/g,
];

/** Words that say how a number moved: they belong to a verdict. */
const MOVED =
  /\b(higher|lower|rose|risen|rising|rises|fell|fallen|falling|increas(?:ed|es|ing|e)|decreas(?:ed|es|ing|e)|went (?:up|down)|gone (?:up|down)|doubled|halved)\b/gi;

/** An analyst may give reasons: that is what their words are for. */
const ALLOWED_TO_ANALYSTS = 'because';

/**
 * Numbers, verdict words and words of the list that stand in plain text. The analyst's own view is theirs; what the report counts is not.
 */
export function strays(text: string): readonly Stray[] {
  const named = NAMES.reduce(
    (rest, pattern) => rest.replace(pattern, (found) => ' '.repeat(found.length)),
    text,
  );
  const numbers = [...named.matchAll(/(?<![\w.])\d[\d,.]*%?/g)].map(
    (match): Stray => ({
      at: match.index,
      message: 'A number stands here that is not tied to an indicator.',
      remedy:
        'Write [number](INDICATOR), or {{INDICATOR}} to have it filled in; [number](plain) if it counts nothing in the report.',
    }),
  );
  const moved = [...text.matchAll(MOVED)].map(
    (match): Stray => ({
      at: match.index,
      message: `"${match[0]}" says how something moved without its verdict.`,
      remedy:
        'Write [higher](INDICATOR~), so that it is checked against the verdict; (plain) if it is about something else.',
    }),
  );
  const banned = BANNED_WORDS.filter(({ pattern }) => !pattern.source.includes(ALLOWED_TO_ANALYSTS)).flatMap(
    ({ pattern, instead }): Stray[] => {
      const found = pattern.exec(text);
      return found === null
        ? []
        : [
            {
              at: found.index,
              message: `"${found[0]}" is a word that the report does not use.`,
              remedy: `Say instead: ${instead}.`,
            },
          ];
    },
  );
  return [...numbers, ...moved, ...banned].sort((a, b) => a.at - b.at);
}
