// cspell:ignore ABCDEFGHJKLMNPQRSTUVWXYZ
import { normalizeCode } from './normalize-code';

/** Without 0 and O, 1 and I: a code is read out, and typed from paper. */
const DIGITS = '23456789';
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

/** What each placeholder of a pattern stands for; every other character stands for itself. */
export const PLACEHOLDERS = { '#': DIGITS, '?': LETTERS, '*': DIGITS + LETTERS } as const;

const LONGEST = 64;
const FIXED = /^[\p{L}\p{N}._-]$/u;

/** How a code is made, character by character: which ones it may be. */
export type CodePattern = readonly string[];

export type PatternFault = 'empty' | 'too_long' | 'characters' | 'no_placeholder';

/** `SUMMER-####-????` → S, U, …, any of 8 digits, …, any of 24 letters. Normalised, as codes are stored. */
export function readPattern(
  text: string
): { pattern: CodePattern; fault: null } | { pattern: null; fault: PatternFault } {
  const characters = Array.from(normalizeCode(text));
  const fault = faultOf(characters);
  if (fault) return { pattern: null, fault };
  return { pattern: characters.map((one) => choicesOf(one) ?? one), fault: null };
}

function faultOf(characters: readonly string[]): PatternFault | null {
  if (characters.length === 0) return 'empty';
  if (characters.length > LONGEST) return 'too_long';
  if (characters.some((one) => choicesOf(one) === undefined && !FIXED.test(one))) {
    return 'characters';
  }
  return characters.some((one) => choicesOf(one) !== undefined) ? null : 'no_placeholder';
}

const choicesOf = (character: string): string | undefined =>
  Object.hasOwn(PLACEHOLDERS, character)
    ? PLACEHOLDERS[character as keyof typeof PLACEHOLDERS]
    : undefined;

/** How many different codes a pattern can make: `##` makes 64. */
export function possibleCodes(pattern: CodePattern): bigint {
  return pattern.reduce((product, choices) => product * BigInt(choices.length), 1n);
}

/** Whoever tries codes at random should hit one in a thousand tries at the most. */
const TRIES_FOR_A_HIT = 1000n;

/** Whether so many codes of a pattern are possible at all, and whether they can be guessed. */
export function roomFor(pattern: CodePattern, count: number): 'none' | 'guessable' | 'enough' {
  const possible = possibleCodes(pattern);
  if (possible < BigInt(count)) return 'none';
  return possible < BigInt(count) * TRIES_FOR_A_HIT ? 'guessable' : 'enough';
}

/** One code. `below(n)` is a whole number from 0 that is less than n, and must not be foreseeable. */
export function drawCode(pattern: CodePattern, below: (limit: number) => number): string {
  return pattern
    .map((choices) => (choices.length === 1 ? choices : choices.charAt(below(choices.length))))
    .join('');
}

/** So many different codes, none of those that are `taken`; fewer when there seem to be no more. */
export function drawCodes(
  pattern: CodePattern,
  count: number,
  taken: ReadonlySet<string>,
  below: (limit: number) => number
): string[] {
  const drawn = new Set<string>();
  // Of n equally likely codes all are seen after about n ln n tries.
  const most = count * 50 + 10_000;
  for (let tries = 0; drawn.size < count && tries < most; tries += 1) {
    const code = drawCode(pattern, below);
    if (!taken.has(code)) drawn.add(code);
  }
  return [...drawn];
}
