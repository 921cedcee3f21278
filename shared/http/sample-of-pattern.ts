/**
 * The shortest string of a simple pattern: characters, classes, groups and how often they come. What it cannot read it leaves
 * out, so who asks tries whether the string fits. `^P\d{1,3}$` → `P1`.
 */
export function sampleOfPattern(pattern: string): string {
  return new Sampler(pattern).alternatives();
}

class Sampler {
  readonly #pattern: string;
  #at = 0;

  constructor(pattern: string) {
    this.#pattern = pattern;
  }

  /** The first of several alternatives, up to the end of their group. */
  alternatives(): string {
    const first = this.#sequence();
    while (this.#takes("|")) this.#sequence();
    return first;
  }

  #sequence(): string {
    let made = "";
    while (this.#at < this.#pattern.length && !this.#sees("|") && !this.#sees(")")) {
      const part = this.#part();
      made += part.repeat(this.#least()).slice(0, longest);
    }
    return made.slice(0, longest);
  }

  /** One character, class or group. An anchor is nothing, and so is what only looks ahead. */
  #part(): string {
    if (this.#takes("[")) return this.#class();
    if (this.#takes("(")) {
      const isAhead = this.#takes("?=") || this.#takes("?!");
      if (!isAhead) this.#takes("?:");
      const group = this.alternatives();
      this.#takes(")");
      return isAhead ? "" : group;
    }
    const one = this.#next();
    if (one === "^" || one === "$") return "";
    if (one === ".") return anything;
    return one === "\\" ? escaped(this.#next()) : one;
  }

  #class(): string {
    const isOther = this.#takes("^");
    let first: string | undefined;
    while (this.#at < this.#pattern.length && !this.#takes("]")) {
      const one = this.#next();
      const meant = one === "\\" ? escaped(this.#next()) : one;
      first ??= meant;
    }
    return isOther ? anything : (first ?? "");
  }

  /** How often the part before comes at least; once, where nothing is said. */
  #least(): number {
    if (this.#takes("?") || this.#takes("*")) return 0;
    if (this.#takes("+")) return 1;
    const [whole, least] = /^\{(\d+)(?:,\d*)?\}/.exec(this.#pattern.slice(this.#at)) ?? [];
    if (whole === undefined) return 1;
    this.#at += whole.length;
    return Math.min(Number(least), longest);
  }

  #next(): string {
    const one = String.fromCodePoint(this.#pattern.codePointAt(this.#at) ?? 0);
    this.#at += one.length;
    return one;
  }

  #sees(text: string): boolean {
    return this.#pattern.startsWith(text, this.#at);
  }

  #takes(text: string): boolean {
    const seen = this.#sees(text);
    if (seen) this.#at += text.length;
    return seen;
  }
}

/** No field of ours is longer. */
const longest = 200;
const anything = "示";
const classes: Readonly<Record<string, string>> = { d: "1", w: "a", s: " ", S: anything, D: "a", W: anything };
const escaped = (letter: string) => classes[letter] ?? letter;
