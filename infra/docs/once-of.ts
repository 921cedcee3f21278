/** The function, asked once for each thing: what it answers is kept as long as the thing. Nobody may change what it answers. */
export function onceOf<Thing extends object, Answer extends object>(make: (of: Thing) => Answer) {
  const kept = new WeakMap<Thing, Answer>();
  return (thing: Thing): Answer => {
    const answer = kept.get(thing) ?? make(thing);
    kept.set(thing, answer);
    return answer;
  };
}
