import type { Section } from '../../../../scripts/generate/page.ts';
import { seededRandom } from '../../../../scripts/generate/random.ts';
import { writePdf } from '../pdf-writer.ts';
import { type Frame, frames } from './frames.ts';
import { type PageSetup, placeFiling } from './placed-filing.ts';
import { type RulingHabit, rulingHabits } from './rulings.ts';
import { type Surroundings, surroundings } from './surroundings.ts';
import { type TextHabit, textHabits } from './texts.ts';

/** How a system prints a filing: names of what the tables of habits hold. */
export interface Habits {
  rulings: keyof typeof rulingHabits;
  texts: keyof typeof textHabits;
  surroundings: string;
  frame: string;
  setup: PageSetup;
}

/** PDF bytes of a filing as a system with these habits prints it; `seed` settles what is left to chance. */
export function printFiling(sections: readonly Section[], habits: Habits, seed: number): Uint8Array {
  const random = seededRandom(seed);
  const draw: RulingHabit = rulingHabits[habits.rulings];
  const write: TextHabit = textHabits[habits.texts];
  const around: Surroundings = surroundings[habits.surroundings]!;
  const frame: Frame = frames[habits.frame]!;
  const framed = placeFiling(sections, habits.setup).map((page, i) => {
    const content = [
      around.under?.(page, i + 1) ?? '',
      `0 g 0 G ${draw(page, random)}`,
      `0 g ${write(page, random)}`,
      around.over?.(page, i + 1) ?? '',
    ].join('');
    return frame(content, page, i + 1);
  });
  return writePdf(
    framed.map(({ page }) => page),
    { objects: framed.flatMap(({ objects = [] }) => objects) },
  );
}

/** Habits by turns from a seed, every kind of each as often as the others. */
export function habitsOf(seed: number): Habits {
  const random = seededRandom(seed + 11);
  const names = <T extends object>(table: T) => Object.keys(table) as (keyof T & string)[];
  return {
    rulings: random.pick(names(rulingHabits)),
    texts: random.pick(names(textHabits)),
    surroundings: random.pick(names(surroundings)),
    frame: random.pick(names(frames)),
    setup: {
      size: random.pick([7, 8, 9, 10]),
      margin: random.pick([30, 42, 56]),
      landscape: random.chance(0.3),
      printTitles: random.chance(0.4),
    },
  };
}
