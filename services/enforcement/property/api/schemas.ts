import * as z from "zod";
import { fileDigest } from "../../../../shared/files/digest.ts";
import { mostFen } from "../../../../shared/money/index.ts";
import { lineOf, personOrBodyName, textOf, titled } from "../../../../shared/text/index.ts";
import { goodsKinds } from "../domain/goods.ts";

export const fen = z.int().min(0).max(mostFen);
export const words = textOf(2_000, 2);

/** CF-74a: a keeper, by his login, or by name where he is no member of the staff. */
export const namedKeeper = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("staff"), sub: lineOf(100) }),
  z.strictObject({ kind: z.literal("party") }),
  z.strictObject({
    kind: z.literal("third-party"),
    name: personOrBodyName,
    contract: fileDigest,
    partyKind: titled(z.enum(["citizen", "organisation"]), {
      zh: "个人或者单位",
      en: "Person or body",
    }).exactOptional(),
  }),
]);

/** QZ-24: an item of the list. */
export const describedItem = z.strictObject({
  kind: z.enum(goodsKinds),
  title: lineOf(100),
  quantity: z.number().positive().max(1_000_000),
  unit: lineOf(20),
  mark: lineOf(100).exactOptional(),
  condition: lineOf(200, 2),
  valueFen: fen.exactOptional(),
  seals: z.array(lineOf(40)).max(20),
  pictures: z.array(fileDigest).max(20),
  place: lineOf(200, 2),
  keeper: namedKeeper,
});
