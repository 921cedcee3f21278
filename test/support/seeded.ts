import fc from "fast-check";

/**
 * Properties are tried with the same values in each run, so that no run fails by chance; `FC_SEED=random` (as in `test:fuzz`)
 * or `FC_SEED=<number>` tries others.
 */
const { FC_SEED = "20261127" } = process.env;
if (FC_SEED !== "random") fc.configureGlobal({ seed: Number(FC_SEED) });
