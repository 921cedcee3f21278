/** Name and stack say where; the message, of one line or many, may quote input, so it stays out. */
export const failureOf = (error: unknown): { readonly failure: string; readonly at?: string } =>
  error instanceof Error ? { failure: error.name, at: placesIn(error.stack ?? "") } : { failure: typeof error };

const placesIn = (stack: string) =>
  stack
    .split("\n")
    .filter((line) => /^ {4}at .+:\d+:\d+\)?$/.test(line))
    .slice(0, 5)
    .join("\n");
