import * as z from "zod";

/** A whole number of a query: digits, or `1.0` (an integer to JSON Schema); `1e1`, `0x10` and nothing are no number. The document says what `inner` does. */
export const wholeNumber = <S extends z.ZodType>(inner: S) =>
  z.preprocess(
    (given) => (typeof given === "string" && /^\d{1,15}(\.0{1,3})?$/.test(given) ? Number(given) : given),
    inner,
  );

/** A number of a query with decimals: digits and a point, so that `1e-3` and nothing are no number. */
export const decimalNumber = <S extends z.ZodType>(inner: S) =>
  z.preprocess(
    (given) => (typeof given === "string" && /^-?\d{1,9}(\.\d{1,15})?$/.test(given) ? Number(given) : given),
    inner,
  );
