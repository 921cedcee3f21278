import * as z from "zod";
import { present } from "../../../../shared/decider/index.ts";
import { fileDigest } from "../../../../shared/files/digest.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { text } from "../../common/api/schemas.ts";
import { kinds, paperKinds } from "../domain/kinds.ts";
import { type PrintedPaper, paperFileKinds } from "../domain/paper.ts";

const date = z.iso.date();
export const organ = z.object({ name: text, uscc: z.string() });
export const paperOf = z.object({ kind: z.enum(paperFileKinds), id: z.string() });

export const paperView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(["numbered", "drawn-up"]),
  kind: z.enum(paperKinds),
  title: text,
  number: z.string(),
  of: paperOf,
  /** By his place in the case. */
  party: z.string().optional(),
  proceeding: z.string().optional(),
  goes: z.enum(["to-file", "to-party"]),
  on: date,
  organ,
  /** Of the PDF once it was asked for. */
  sha256: z.object({ pdf: fileDigest.optional(), html: fileDigest }).optional(),
  template: z.int().optional(),
  missingGlyphs: z.int().optional(),
});

export const hashesOf = (state: Extract<PrintedPaper, { status: "drawn-up" }>) => ({
  html: state.html.sha256,
  ...present({ pdf: state.pdf?.sha256 }),
});

/** A paper without what it says of people. */
export function viewPaper({ id, version, state }: Loaded<PrintedPaper>) {
  const { status, kind, number, of, party, proceeding, on, organ: by } = state;
  const { zh, en, goes } = kinds[kind];
  return {
    ...{ id, version, status, kind, title: { zh, en }, number, of: { ...of }, goes, on, organ: by },
    ...present({ party, proceeding }),
    ...(state.status === "numbered"
      ? {}
      : { sha256: hashesOf(state), template: state.template, missingGlyphs: state.missingGlyphs }),
  };
}
