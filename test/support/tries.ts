/**
 * How often a costly property is tried: a third of the times in `npm test`, which tries the same values in each run; all of
 * them where `FC_SEED` asks for other values.
 */
export const tries = (many: number): number => (process.env.FC_SEED === undefined ? Math.ceil(many / 3) : many);
