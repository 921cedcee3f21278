/** Of facts that were asked for, those that there are. */
export const there = <T>(facts: readonly (T | undefined)[]): readonly T[] => facts.filter((one) => one !== undefined);
