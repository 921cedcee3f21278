import * as z from "zod";
import { fileDigest } from "../../../../shared/files/digest.ts";
import { lineOf, personOrBodyName, textOf, titled } from "../../../../shared/text/index.ts";
import { enforcementMeans } from "../domain/building.ts";
import { words } from "./buildings.ts";

export const date = z.iso.date();
export const lastDay = titled(date, { zh: "期限", en: "Last day" });
export const fen = z.int().min(0).max(100_000_000_000);
export const reasons = z.strictObject({ reasons: words });
export const witnesses = z.array(personOrBodyName).max(10).default([]);
export const document = lineOf(100, 2);
export const means = z.array(z.enum(enforcementMeans)).min(1).max(6);
export const recording = titled(fileDigest, { zh: "录音录像的摘要值", en: "Digest of the recording" });
/** Those present who signed a record. */
export const signatories = titled(z.array(personOrBodyName).min(1).max(20), { zh: "签名人", en: "Who signed" });
/** By which delivery a paper was served. */
export const byDelivery = z.strictObject({ delivery: titled(lineOf(120), { zh: "送达记录", en: "Delivery" }) });
/** What the party is asked to pay, less what the salvage brought. */
export const claimedCosts = z.strictObject({
  items: z
    .array(z.strictObject({ description: lineOf(200), amountFen: fen.min(1), proof: fileDigest }))
    .min(1)
    .max(50),
  salvageFen: fen.default(0),
  explanation: textOf(2_000, 2).exactOptional(),
});
