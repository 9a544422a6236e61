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

/** Likelihood of no character from which on nothing else is looked for at a step. */
const sureNone = 0.99;

/**
 * The likeliest text of a connectionist temporal classification (Graves 2006): at each step the likeliest class; runs of one
 * class are one character, class 0 is none. `scores`: steps × classes, each row adding up to 1.
 */
export function decoded(scores: Float32Array, steps: number, alphabet: readonly string[]): SeenLine {
  const classes = scores.length / steps;
  const characters: SeenCharacter[] = [];
  let leftOut = 0;
  let open = 0;
  // A character shows at the step where it begins: its middle is half a step on.
  let from = 0;
  for (let step = 0; step < steps; step++) {
    if (scores[step * classes]! > sureNone) {
      open = 0;
      continue;
    }
    const { first, second, firstScore, secondScore } = bestOf(scores, step * classes, classes);
    if (first === 0) {
      open = 0;
      if (second !== 0 && secondScore > leftOut && !isBesides(second, step)) leftOut = secondScore;
      continue;
    }
    const last = characters.at(-1);
    if (first === open && last) {
      last.at = (from + step + 2) / 2 / steps;
      if (firstScore > last.confidence) last.confidence = firstScore;
      if (second !== 0 && secondScore > last.rivalConfidence) {
        last.rival = alphabet[second - 1] ?? '';
        last.rivalConfidence = secondScore;
      }
      continue;
    }
    open = first;
    from = step;
    characters.push({
      text: alphabet[first - 1] ?? '',
      confidence: firstScore,
      at: (step + 1) / steps,
      rival: second === 0 ? '' : (alphabet[second - 1] ?? ''),
      rivalConfidence: second === 0 ? 0 : secondScore,
    });
  }
  return { characters, leftOut };

  /** The step before or behind a character often shows a little of it. */
  function isBesides(kind: number, step: number): boolean {
    return [step - 2, step - 1, step + 1, step + 2].some(
      (near) => near >= 0 && near < steps && bestOf(scores, near * classes, classes).first === kind,
    );
  }
}

interface Best {
  first: number;
  second: number;
  firstScore: number;
  secondScore: number;
}

function bestOf(scores: Float32Array, from: number, classes: number): Best {
  const best: Best = { first: 0, second: 0, firstScore: -1, secondScore: -1 };
  for (let kind = 0; kind < classes; kind++) {
    const score = scores[from + kind]!;
    if (score > best.firstScore) {
      best.second = best.first;
      best.secondScore = best.firstScore;
      best.first = kind;
      best.firstScore = score;
    } else if (score > best.secondScore) {
      best.second = kind;
      best.secondScore = score;
    }
  }
  return best;
}
