/** Chance by a seed, and figures of money as reports print them. Sums are whole numbers of 0.01 万元. */
export class Dice {
  #state: number;
  readonly #places: number;
  readonly #inYuan: boolean;
  /** The year that the report is of. */
  readonly year: number;

  constructor(seed: number) {
    this.#state = (Math.imul(seed, 2654435761) + 12345) >>> 0 || 1;
    for (let i = 0; i < 8; i++) this.#next();
    this.#places = this.pick([2, 2, 1]);
    this.#inYuan = this.pick([false, false, false, true]);
    this.year = this.whole(2030, 2039);
  }

  #next(): number {
    let x = this.#state;
    x ^= x << 13;
    x >>>= 0;
    x ^= x >>> 17;
    x ^= x << 5;
    this.#state = x >>> 0;
    return this.#state / 2 ** 32;
  }

  pick<T>(of: readonly T[]): T {
    return of[Math.floor(this.#next() * of.length)] as T;
  }

  whole(least: number, most: number): number {
    return least + Math.floor(this.#next() * (most - least + 1));
  }

  /** A sum between two of 万元. */
  sum(least: number, most: number): number {
    return this.whole(least * 100, most * 100);
  }

  /** A part of a sum, between two shares of it. */
  part(of: number, least: number, most: number): number {
    return Math.round(of * (least + (most - least) * this.#next()));
  }

  /** What it was the year before: some fifth more or less, and never the same. */
  before(now: number): number {
    const was = this.part(now, 0.8, 1.2);
    return was === now ? was + 100 : was;
  }

  money(sum: number): string {
    return this.#inYuan ? `${(sum * 100).toFixed(2)}元` : `${(sum / 100).toFixed(2)}万元`;
  }

  rate(part: number, of: number): string {
    return `${((100 * part) / of).toFixed(this.#places)}%`;
  }

  /** How a sum changed, in one of the ways that it is told. */
  change(now: number, was: number): string {
    const by = this.money(Math.abs(now - was));
    const rate = this.rate(Math.abs(now - was), was);
    const [more, grown] = now > was ? ['增加', '增长'] : ['减少', '下降'];
    const last = this.year - 1;
    return this.pick([
      `与上年相比${more}${by}，${grown}${rate}`,
      `比${last}年${more}${by}，${grown}${rate}`,
      `与${last}年度相比，${more}${by}，${grown}${rate}`,
      `上年决算数为${this.money(was)}，同比${grown}${rate}`,
      `比${last}年预算${this.money(was)}${more}${by}，${grown}${rate}`,
    ]);
  }

  /** Parts with their shares of the whole. */
  shares(parts: readonly (readonly [name: string, sum: number])[], whole: number): string {
    const told = parts.filter(([, sum]) => sum > 0);
    const way = this.whole(0, 3);
    const each = told.map(([name, sum], i) => {
      const rate = this.rate(sum, whole);
      return [
        `${name}${this.money(sum)}，占${rate}`,
        `${name}${this.money(sum)}（占${rate}）`,
        `${i + 1}.${name}${this.money(sum)}，占总额的${rate}`,
        `${name}为${this.money(sum)}，占比${rate}`,
      ][way];
    });
    return `${each.join(this.pick(['；', '；', '，']))}。`;
  }
}
