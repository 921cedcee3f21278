import * as z from "zod";
import { fileDigest } from "../../../../shared/files/digest.ts";
import { companionRelations } from "../domain/evidence/evidence.ts";
import { date, line, person, words } from "./case-bodies.ts";

const review = z.strictObject({ by: line, on: date });

/** What the law asks of each kind besides its files (CF-46a, CF-41, CF-30a). */
export const evidenceParts = {
  original: z
    .discriminatedUnion("what", [
      z.strictObject({ what: z.literal("original") }),
      z.strictObject({
        what: z.literal("copy"),
        checkedAgainstOriginal: z.boolean(),
        keeper: line,
        marked: z.boolean(),
      }),
    ])
    .exactOptional(),
  recording: z
    .strictObject({
      carrier: z.enum(["original", "copy"]),
      method: line,
      madeOn: date,
      maker: line,
      sound: z.boolean(),
      transcript: words.exactOptional(),
    })
    .exactOptional(),
  monitoring: z
    .strictObject({
      device: line,
      legalReview: review.exactOptional(),
      technicalReview: review.exactOptional(),
      sign: z.boolean(),
      locationPublic: z.boolean(),
      recordReviewedBy: person.exactOptional(),
    })
    .exactOptional(),
  interview: z
    .strictObject({
      person: line,
      bornOn: date,
      identity: line,
      told: z.boolean(),
      companion: z.strictObject({ name: line, relation: z.enum(companionRelations) }).exactOptional(),
    })
    .exactOptional(),
  signing: z
    .discriminatedUnion("how", [
      z.strictObject({
        how: z.literal("signed"),
        pages: z.int().min(1).max(500),
        signedPages: z.int().min(0).max(500),
      }),
      z.strictObject({
        how: z.enum(["refused", "absent"]),
        reasons: words,
        witness: line.exactOptional(),
        recording: fileDigest.exactOptional(),
      }),
    ])
    .exactOptional(),
  onSite: z.strictObject({ from: z.iso.datetime(), to: z.iso.datetime(), events: words }).exactOptional(),
  sampling: z
    .strictObject({
      method: line,
      batch: line.exactOptional(),
      unit: line,
      lot: z.int().min(1).max(10_000_000),
      taken: z.int().min(1).max(1_000_000),
      spare: z.int().min(0).max(1_000_000).default(0),
    })
    .exactOptional(),
  opinion: z
    .strictObject({
      institution: line,
      qualification: line,
      experts: z.array(line).min(1).max(10),
      entrustedOn: date,
    })
    .exactOptional(),
};
