import * as z from "zod";

/** A hundred billion yuan: no amount of a town is larger. */
export const mostFen = 10_000_000_000_000;

/** An amount in whole fen, negative allowed. */
export const fenSchema = z.int().brand<"Fen">().meta({ description: "Amount in fen (分)" });

/** An amount in whole fen that is not below zero. */
export const nonNegativeFenSchema = z
  .int()
  .min(0)
  .brand<"Fen">()
  .meta({ description: "Amount in fen (分), not negative" });

/** A rate in basis points: 10000 = 100 %. */
export const basisPointsSchema = z.int().min(0).brand<"BasisPoints">().meta({ description: "Rate in basis points" });
