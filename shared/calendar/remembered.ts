/**
 * A pure function of a text that remembers its last answers, at most `most` of them. A text is remembered by its exact value.
 * What it throws is not remembered.
 */
export const remembered = <Answer>(most: number, answer: (text: string) => Answer): ((text: string) => Answer) =>
  rememberedBy(most, (text: string) => text, answer);

/** The same for any question. Its key must tell all that the answer follows from. */
export function rememberedBy<Question, Answer>(
  most: number,
  keyOf: (question: Question) => string,
  answer: (question: Question) => Answer,
): (question: Question) => Answer {
  const known = new Map<string, Answer>();
  return (question) => {
    const key = keyOf(question);
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = answer(question);
    if (known.size >= most) known.clear();
    known.set(key, found);
    return found;
  };
}
