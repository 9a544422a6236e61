/** A character as a line reader saw it. */
export interface SeenCharacter {
  text: string;
  /** 0 to 1. */
  confidence: number;
  /** Middle of it, as a share of the width of the crop. */
  at: number;
  /** What else it may be, and how likely that is. */
  rival: string;
  rivalConfidence: number;
}

/** What a line reader says of one crop. */
export interface SeenLine {
  characters: SeenCharacter[];
  /** The likeliest of the characters that were taken for none, 0 to 1: near 0 where nothing was left out. */
  leftOut: number;
}

/** Numbers that the model tells of a step: the likelihoods of the likeliest class and of its rival, then the two classes. */
const perStep = 4;

/**
 * The likeliest text of a connectionist temporal classification (Graves 2006): at each step the likeliest class; runs of one
 * class are one character, class 0 is none. `told`: what the model tells of each step, `perStep` numbers each.
 */
export function decoded(told: Float32Array, alphabet: readonly string[]): SeenLine {
  const steps = told.length / perStep;
  const characters: SeenCharacter[] = [];
  let leftOut = 0;
  let open = 0;
  // A character shows at the step where it begins: its middle is half a step on.
  let from = 0;
  for (let step = 0; step < steps; step++) {
    const [firstScore = 0, secondScore = 0, first = 0, second = 0] = told.subarray(
      step * perStep,
      (step + 1) * perStep,
    );
    if (first === 0) {
      open = 0;
      if (secondScore > leftOut && !isBesides(second, step)) leftOut = secondScore;
      continue;
    }
    const last = characters.at(-1);
    // The broad form of a character is no rival of the narrow one: the two share one likelihood.
    const isShared = second !== 0 && isOneCharacter(alphabet[first - 1], alphabet[second - 1]);
    const confidence = isShared ? Math.min(1, firstScore + secondScore) : firstScore;
    const hasRival = second !== 0 && !isShared;
    if (open !== 0 && last && (first === open || isOneCharacter(alphabet[first - 1], alphabet[open - 1]))) {
      last.at = (from + step + 2) / 2 / steps;
      if (confidence > last.confidence) last.confidence = confidence;
      if (hasRival && secondScore > last.rivalConfidence) {
        last.rival = alphabet[second - 1] ?? '';
        last.rivalConfidence = secondScore;
      }
      continue;
    }
    open = first;
    from = step;
    characters.push({
      text: alphabet[first - 1] ?? '',
      confidence,
      at: (step + 1) / steps,
      rival: hasRival ? (alphabet[second - 1] ?? '') : '',
      rivalConfidence: hasRival ? secondScore : 0,
    });
  }
  return { characters, leftOut };

  /** The step before or behind a character often shows a little of it. */
  function isBesides(kind: number, step: number): boolean {
    return [step - 2, step - 1, step + 1, step + 2].some((near) => told[near * perStep + 2] === kind);
  }
}

/** Whether two characters differ in width alone: / and ／, ( and （. */
function isOneCharacter(one = '', other = ''): boolean {
  return one !== other && narrow(one) === narrow(other);
}

/** The code of a character, that of the narrow one for a broad form of ASCII (Unicode: halfwidth and fullwidth forms). */
function narrow(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
}
