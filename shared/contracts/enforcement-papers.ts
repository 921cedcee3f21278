import * as z from "zod";

const date = z.iso.date();
const hash = z.string();
const organ = z.object({ name: z.object({ zh: z.string(), en: z.string() }), uscc: z.string() });
/** Which proceeding; its party only by his place in the case. */
const about = { case: z.string(), proceeding: z.string(), party: z.string() };

/** A statutory paper exists: what it is, its number, and the hash by which anybody checks it. It names no person. */
export const paperDrawnUp = z.object({
  kind: z.string(),
  number: z.string(),
  /** What it belongs to. */
  of: z.object({ kind: z.enum(["case", "on-spot", "inspection", "order", "guidance"]), id: z.string() }),
  on: date,
  organ,
  template: z.int(),
  missingGlyphs: z.int(),
  sha256: z.object({ html: hash }),
});

/** CF-46: two officers have signed a piece of evidence. */
export const evidenceEstablished = z.object({ case: z.string(), kind: z.string(), on: date });
/** CF-57: the investigation is over. */
export const caseReported = z.object({ on: date });
/** CF-45: each point of a defence was answered. */
export const defenceReviewed = z.object({ ...about, on: date });
/** CF-58, CF-57(2): what the legal reviewer and the leaders said. */
export const legallyReviewed = z.object({
  ...about,
  on: date,
  conclusion: z.enum(["agreed", "to-correct", "rejected"]),
});
export const discussed = z.object({ ...about, on: date });
/** CF-61: a paper reached its party. */
export const paperServed = z.object({ on: date, how: z.string() });
/** CF-61: a party said where he takes papers. */
export const addressConfirmed = z.object({ on: date, electronic: z.boolean() });
/** CF-66, QZ-35, QZ-53: what the organ decided on a deferral, a demand, an application to the court. */
export const deferralDecided = z.object({ on: date, approved: z.boolean() });
export const fineDemanded = z.object({ issuedOn: date });
export const courtAsked = z.object({ appliedOn: date });

/** CF-T1, QZ-35: the town ordered a building to stop, to be put right, or demanded its demolition. */
export const buildingOrdered = z.object({ issuedOn: date });
export const buildingCorrectionOrdered = z.object({ issuedOn: date, by: date });

/** QZ-44c, QZ-44b: the things inside are listed; the court is asked to demolish by the land law. */
export const buildingThingsListed = z.object({ on: date, count: z.int() });
export const buildingCourtAsked = z.object({ on: date });
/** QZ-39, QZ-40: enforcement stands still, goes on, or ends without performance. */
export const enforcementMoved = z.object({ on: date });
/** QZ-51: the party was told, and the town decided that somebody else does it; the cost stays with the paper. */
export const substitutionTold = z.object({ issuedOn: date });

/** E10: the file of a case was asked for, and made, with the last link of its chain. */
export const caseFileAsked = z.object({ case: z.string(), number: z.string(), on: date, complete: z.boolean() });
export const caseFileMade = z.object({
  ...{ case: z.string(), number: z.string(), on: date, complete: z.boolean() },
  entries: z.int(),
  chain: hash,
});

/**
 * The steps that become papers, and the papers: a supervising department follows a case by them (CF-S1). No sum and no name
 * leaves with them.
 */
export const enforcementPaperEvents = {
  "enforcement.address-confirmation.confirmed": addressConfirmed,
  "enforcement.building.court-asked": buildingCourtAsked,
  "enforcement.building.paused": enforcementMoved,
  "enforcement.building.resumed": enforcementMoved,
  "enforcement.building.things-listed": buildingThingsListed,
  "enforcement.building.correction-ordered": buildingCorrectionOrdered,
  "enforcement.building.demanded": buildingOrdered,
  "enforcement.building.stop-ordered": buildingOrdered,
  "enforcement.case-file.asked": caseFileAsked,
  "enforcement.case-file.made": caseFileMade,
  "enforcement.case.reported": caseReported,
  "enforcement.delivery.served": paperServed,
  "enforcement.evidence.established": evidenceEstablished,
  "enforcement.fine.paused": enforcementMoved,
  "enforcement.fine.resumed": enforcementMoved,
  "enforcement.fine.court-asked": courtAsked,
  "enforcement.fine.deferral-decided": deferralDecided,
  "enforcement.fine.demanded": fineDemanded,
  "enforcement.paper.drawn-up": paperDrawnUp,
  "enforcement.proceeding.defence-reviewed": defenceReviewed,
  "enforcement.proceeding.discussed": discussed,
  "enforcement.proceeding.legally-reviewed": legallyReviewed,
  "enforcement.substitution.decided": substitutionTold,
  "enforcement.substitution.demanded": substitutionTold,
  "enforcement.substitution.reminded": substitutionTold,
} as const;
