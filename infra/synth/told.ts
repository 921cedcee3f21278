interface Said {
  readonly level: string;
  readonly id: string;
  readonly entry: { readonly data?: unknown };
}

/** What is wrong with stacks, a line each, and whether it ends the synthesis. */
export function toldOf(stacks: readonly { readonly messages: readonly Said[] }[]) {
  const messages = stacks.flatMap((stack) => stack.messages).filter(({ level }) => level !== "info");
  return {
    lines: messages.map(({ level, id, entry }) => `${level} ${id}: ${String(entry.data)}`),
    isSound: messages.every(({ level }) => level !== "error"),
  };
}
