import * as z from "zod";
import { powerMode } from "../../../../shared/contracts/powers.ts";
import { downloadLeave } from "../../../../shared/files/index.ts";
import { mostFen } from "../../../../shared/money/index.ts";
import { lineOf, lineOrNothing } from "../../../../shared/text/index.ts";
import { basisLevels } from "../../../../shared/town/guides.ts";
import { stepKinds } from "../../../../shared/town/lists.ts";
import { text } from "../../common/api/schemas.ts";
import { limitBasisLevels } from "../domain/guide.ts";

/** An emptied field is refused by the gate; what cannot be seen is refused here. */
const line = lineOrNothing(500);
const days = z.int().min(0).max(365);
const bilingual = z.strictObject({ zh: line, en: line });
const contact = z.strictObject({ phone: line, place: line });

const material = z.strictObject({
  name: lineOf(500),
  required: z.boolean(),
  shared: z.boolean(),
  tolerable: z.boolean().exactOptional(),
  copies: z.strictObject({ original: z.int().min(0).max(99), copy: z.int().min(0).max(99) }).exactOptional(),
  source: z.enum(["applicant", "government", "third-party"]).exactOptional(),
});

/** What staff may change of a guide; an emptied field is refused by the gate (XK-30), not here. */
export const changeable = z.object({
  name: bilingual,
  legalBasis: line,
  powerSource: powerMode,
  implementingBody: z.strictObject({
    name: line,
    nature: z.enum(["statutory-organ", "authorised-organisation", "entrusted-organisation"]),
  }),
  entrustingDepartment: line.exactOptional(),
  conditions: z.array(line).max(50),
  audience: z.array(z.enum(["citizen", "organisation"])).max(2),
  kind: z.enum(["immediate", "promised"]),
  statutoryWorkingDays: days.min(1).exactOptional(),
  limitBasis: z
    .strictObject({ citation: lineOf(500, 2), level: z.enum(limitBasisLevels), document: lineOf(500, 2) })
    .exactOptional(),
  limitNote: line.exactOptional(),
  promisedWorkingDays: days,
  feeFen: z.int().min(0).max(mostFen),
  feeBasis: line.exactOptional(),
  feeBasisLevel: z.enum(basisLevels).exactOptional(),
  visits: z.int().min(0).max(9),
  materials: z
    .array(material)
    .max(50)
    .refine((all) => new Set(all.map(({ name }) => name)).size === all.length),
  sampleForms: z
    .array(z.object({ material: line, fields: z.array(z.object({ label: line, example: line })).max(100) }))
    .max(50),
  steps: z.array(z.object({ name: lineOf(500), kind: z.enum(stepKinds) })).max(30),
  specialProcedures: z.array(line).max(20),
  result: line,
  validityMonths: z.int().min(1).max(1200).exactOptional(),
  inspection: z.boolean().exactOptional(),
  hearingRequired: z.boolean().exactOptional(),
  safety: z.boolean().exactOptional(),
  quantity: z.int().min(1).max(1_000_000).exactOptional(),
  proxyAllowed: z.boolean(),
  crossTown: z.boolean(),
  crossTownScope: line,
  places: z.array(z.strictObject({ name: line, address: line, hours: z.array(line).max(14) })).max(20),
  consulting: contact,
  complaints: contact,
  online: z.boolean(),
  appointment: z.boolean(),
  courier: z.boolean(),
});

const formFile = z.object({ type: z.string(), bytes: z.int(), sha256: z.string() });
const forms = z.object({ material: z.string(), blank: formFile.exactOptional(), sample: formFile.exactOptional() });

/** A form with leave to fetch it, for the person who reads the guide. */
const offered = formFile.extend({ download: downloadLeave });
export const offeredForms = z.array(forms.extend({ blank: offered.exactOptional(), sample: offered.exactOptional() }));

/** A guide whole; what identifies the item is the list's to say. */
export const guideContent = changeable.extend({
  formFiles: z.array(forms).exactOptional(),
  code: z.string(),
  itemCode: z.string(),
  basicCode: z.string(),
  category: z.enum(["licence", "public-service", "filing"]),
  domain: z.string(),
  sourceDepartment: z.string(),
  office: z.string(),
  onePerHousehold: z.string().exactOptional(),
  givesLand: z.boolean().exactOptional(),
  jointDepartments: z.array(z.string()),
  verified: z.enum(["yes", "memory"]),
});

export const guideView = guideContent.extend({
  version: z.int(),
  notice: text,
  guideVersion: z.int(),
  publishedOn: z.iso.date(),
  /** A revision that waits for another person to publish it. */
  revision: z.object({ number: z.int(), on: z.iso.date(), outdated: z.boolean() }).optional(),
});

/** A guide in a list: what a form needs to choose it. The whole is read by its code. */
export const guideRow = guideView.pick({
  code: true,
  name: true,
  category: true,
  domain: true,
  office: true,
  audience: true,
  kind: true,
  promisedWorkingDays: true,
  feeFen: true,
  version: true,
  guideVersion: true,
});
