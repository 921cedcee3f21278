/** Something that a manifest names, and that a function loads when it is first asked for. */
export interface Later<T> {
  load(): Promise<T>;
}

/** It as it is, or so much of it as tells whether it is wanted. */
export type Loadable<T, Known extends keyof T> = T | (Pick<T, Known> & Later<T>);

const isLater = <T extends object>(one: T | Later<T>): one is Later<T> => "load" in one;

/** It, loaded if it was not. */
export const ready = async <T extends object>(one: T | Later<T>): Promise<T> => (isLater(one) ? one.load() : one);

/** Asks once and remembers the answer; what failed is asked again. */
export function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => {
    asked ??= ask().catch((error: unknown) => {
      asked = undefined;
      throw error;
    });
    return asked;
  };
}
