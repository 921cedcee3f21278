import * as z from "zod";
import { bilingual, line, once } from "./text.ts";

const days = z.int().min(0).max(365);
const fen = z.int().min(0).max(100_000_000_000);

/** `shared`: the town obtains it from another register and must not ask for it (S-4). */
export const material = z.strictObject({ name: line, required: z.boolean(), shared: z.boolean() });
export const stepKinds = ["intake", "survey", "joint-review", "review", "decision", "issue"] as const;
export const step = z.strictObject({ name: line, kind: z.enum(stepKinds) });

const verified = z.enum(["yes", "memory"]);
const permit = {
  name: bilingual,
  domain: line,
  legalBasis: line,
  sourceDepartment: line,
  statutoryWorkingDays: days.min(1).optional(),
  promisedWorkingDays: days,
  feeFen: fen,
  visits: z.int().min(0).max(9),
  materials: z.array(material),
  steps: z.array(step).min(1),
  result: line,
  validityMonths: z.int().min(1).max(1200).optional(),
  jointDepartments: z.array(line),
  verified,
};

type Context = z.core.$RefinementCtx<unknown>;
interface Permit {
  readonly statutoryWorkingDays?: number | undefined;
  readonly promisedWorkingDays: number;
}
const limitFields = {
  statutoryWorkingDays: permit.statutoryWorkingDays,
  promisedWorkingDays: permit.promisedWorkingDays,
};
function promiseKept({ statutoryWorkingDays: legal, promisedWorkingDays: promised }: Permit, context: Context) {
  if (legal === undefined || promised <= legal) return;
  const message = `${promised} is more than the statutory ${legal} (S-7) / 承诺时限 ${promised} 超过法定时限 ${legal}`;
  context.addIssue({ code: "custom", path: ["promisedWorkingDays"], message });
}

function noneTwice({ materials }: { readonly materials: readonly { name: string }[] }, context: Context) {
  const names = materials.map(({ name }) => name);
  const repeated = names.find((name, at) => names.indexOf(name) < at);
  if (repeated === undefined) return;
  const message = `${repeated} is asked for twice (S-4) / 材料重复：${repeated}`;
  context.addIssue({ code: "custom", path: ["materials"], message });
}

/** A licence 行政许可 of the town's list. Limits in working days, money in fen. */
export const listedLicence = z
  .strictObject({ code: z.string().regex(/^PL-\d{3}$/), ...permit, materials: permit.materials.min(1) })
  .superRefine(promiseKept, once(limitFields))
  .superRefine(noneTwice, once({ materials: permit.materials }));

/** A public service 公共服务; `immediate` 即办件 is done while the person waits, `promised` 承诺件 within the limit. */
export const listedService = z
  .strictObject({
    code: z.string().regex(/^PS-\d{3}$/),
    ...permit,
    kind: z.enum(["immediate", "promised"]),
    proxyAllowed: z.boolean(),
    crossTown: z.boolean(),
  })
  .superRefine(promiseKept, once(limitFields))
  .superRefine(noneTwice, once({ materials: permit.materials }))
  .superRefine(
    ({ kind, promisedWorkingDays: promised }, context) => {
      if (kind === "promised" || promised <= 1) return;
      const message = `an immediate item cannot take ${promised} days / 即办件的承诺时限不能是 ${promised} 天`;
      context.addIssue({ code: "custom", path: ["promisedWorkingDays"], message });
    },
    once({ kind: z.string(), promisedWorkingDays: days }),
  );

export type Material = z.infer<typeof material>;
export type Step = z.infer<typeof step>;
export type ListedLicence = z.infer<typeof listedLicence>;
export type ListedService = z.infer<typeof listedService>;
