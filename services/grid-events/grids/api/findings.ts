import * as z from "zod";
import { type MapFinding, sayMapFinding } from "../domain/map-findings.ts";

/** A finding of a map: by place, and in words. */
export const findingView = z.object({
  finding: z.string(),
  level: z.enum(["fault", "note"]),
  names: z.array(z.string()),
  at: z.object({ lng: z.number(), lat: z.number() }).optional(),
  squareMetres: z.number().optional(),
  text: z.string(),
});

export function viewFinding(finding: MapFinding) {
  const { code, level, names } = finding;
  const at = "at" in finding && finding.at !== undefined ? { at: { ...finding.at } } : {};
  const size = "squareMetres" in finding ? { squareMetres: finding.squareMetres } : {};
  return { finding: code, level, names: [...names], ...at, ...size, text: sayMapFinding(finding) };
}
