import * as z from "zod";
import { id, line, listCode } from "./text.ts";

const phone = z.string().regex(/^[\d-]{3,20}$/);
const contact = z.strictObject({ phone, place: line });
const figure = z.int().min(0).max(999);

/** What an item cost the applicant before (减环节、减材料、减时间、减成本, L13): steps, materials, working days, visits. */
export const burden = z.strictObject({ steps: figure, materials: figure, workingDays: figure, visits: figure });

/** Where a rule stands in the order of law: XK-58 lets only the first two carry a fee. */
export const basisLevels = ["law", "administrative-regulation", "local-regulation", "rule", "document"] as const;

const kinds = z.enum(["citizen", "organisation"]);

/** What a guide says of one item beyond its list. */
const ofOneItem = z.strictObject({
  /** 备案: recorded on receipt without a decision (L16). */
  category: z.literal("filing").optional(),
  conditions: z.array(line).min(1).optional(),
  limitNote: line.optional(),
  audience: z.array(kinds).min(1).optional(),
  specialProcedures: z.array(line).optional(),
  feeBasis: z.strictObject({ citation: line, level: z.enum(basisLevels) }).optional(),
  inspection: z.boolean().optional(),
  hearingRequired: z.boolean().optional(),
  safety: z.boolean().optional(),
  quantity: z.int().min(1).optional(),
  /** Of what a household has no more than one, by one word for all items that give it: "homestead" (一户一宅). */
  onePerHousehold: z
    .string()
    .regex(/^[a-z]+(-[a-z]+)*$/)
    .optional(),
  /** It gives land for building: farmland needs its conversion approved first (农用地转用). */
  givesLand: z.boolean().optional(),
  /** Names of materials that may be brought later (容缺受理). */
  tolerable: z.array(line).optional(),
  online: z.boolean().optional(),
  appointment: z.boolean().optional(),
  courier: z.boolean().optional(),
  baseline: burden.optional(),
});

const perCategory = <S extends z.ZodType>(schema: S) =>
  z.strictObject({ licence: schema, "public-service": schema, filing: schema });

/** What every guide of the town has in common (S-7), and what single items have of their own. */
export const guides = z.strictObject({
  address: line,
  consulting: contact,
  complaints: contact,
  /** 通办范围, of items that serve people of other towns too, and of those that do not. */
  scope: z.strictObject({ crossTown: line, town: line }),
  conditions: perCategory(z.array(line).min(1)),
  limitNotes: z.strictObject({ statutory: line, general: line, joint: line, none: line }),
  online: z.boolean(),
  appointment: z.boolean(),
  courier: z.boolean(),
  /** Fields of a form with a filled-in example of each (示范文本); the persons in them do not exist. */
  sampleFields: z.array(z.strictObject({ label: line, example: line })).min(1),
  /** Before the town had the power; `source` says where the figures are from. */
  baseline: perCategory(burden).extend({ source: line }),
  /**
   * XK-31, XK-27: what no item may ask for. Each entry is words that mean it when they come together, in any order and
   * with anything between them: ["技术", "转让"].
   */
  forbidden: z.strictObject({ together: z.array(z.array(line).min(1)).min(1), source: line }),
  byCode: z.record(listCode, ofOneItem),
});

/** The consulting desk (L15). */
export const consulting = z.strictObject({
  answerWorkingDays: z.int().min(1).max(30),
  /** Answers what concerns no single item. */
  office: id,
});

export type GuideProfile = z.infer<typeof guides>;
export type Burden = z.infer<typeof burden>;
