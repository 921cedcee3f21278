/** CF-46: the eight kinds of evidence. */
export const evidenceKinds = [
  "documentary",
  "physical",
  "audio-visual",
  "electronic",
  "testimony",
  "party-statement",
  "expert-opinion",
  "inspection-record",
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];
