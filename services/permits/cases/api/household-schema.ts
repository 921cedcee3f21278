import * as z from "zod";
import { citizenNumber } from "../../../../shared/parties/index.ts";
import { lineOf, personOrBodyName } from "../../../../shared/text/index.ts";
import { relations } from "../domain/household/household.ts";

/** 一户一宅: the household an application is made for: its household book (户口簿), and each member by his identity card. */
export const household = z.strictObject({
  book: lineOf(40, 1),
  members: z
    .array(
      z.strictObject({
        name: personOrBodyName,
        idNumber: citizenNumber,
        relation: z.enum(relations),
        /** The spouse who is registered in another household book. */
        spouse: z.strictObject({ name: personOrBodyName, idNumber: citizenNumber }).optional(),
        /** He has no spouse. */
        single: z.literal(true).optional(),
      }),
    )
    .min(1)
    .max(20),
});

/** 农用地转用: the approval by which farmland may be built on. */
export const conversion = z.strictObject({
  number: lineOf(60),
  organ: lineOf(100, 2),
  date: z.iso.date(),
  document: lineOf(200, 2),
});
