import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { letter, powerMode } from "../../../../shared/contracts/powers.ts";
import { strictUscc } from "../../../../shared/identity-codes/index.ts";
import { heldOn } from "../../../../shared/powers-in-force/index.ts";
import { digest } from "../../../../shared/store/index.ts";
import { domainCode, lineOf } from "../../../../shared/text/index.ts";
import type { TownProfile } from "../../../../shared/town/profile.ts";
import { condition } from "../../common/api/schemas.ts";
import { conditionsOf } from "../../common/domain/conditions.ts";
import type { Power } from "../../powers/domain/power.ts";
import type { Content, HandoverCommand, Line } from "../domain/handover.ts";

const day = z.iso.date();
const line = lineOf(300);
const code = lineOf(40);
const organ = z.strictObject({
  name: z.strictObject({ zh: lineOf(200), en: lineOf(200) }),
  uscc: strictUscc,
});

const conditions = z.array(condition).max(10);

/** A form as a party draws it up; what the powers are is read from the list, in whose name follows from the mode. */
export const formBody = z.strictObject({
  mode: powerMode,
  inForceFrom: day,
  until: day.optional(),
  lines: z
    .array(
      z.strictObject({
        code,
        kinds: z.array(lineOf(40)).max(20).optional(),
        conditions: conditions.optional(),
      }),
    )
    .min(1)
    .max(50),
  /** Conditions of every line of the form (P4). */
  conditions: conditions.default([]),
  files: z
    .array(z.strictObject({ name: line, count: z.int().min(1).max(1_000_000), from: line, to: line }))
    .max(100)
    .default([]),
  authority: z
    .strictObject({
      kind: z.enum(["province", "county"]),
      document: line,
      date: day,
      publication: z.strictObject({ where: line, on: day }).optional(),
      stateCouncilApproval: line.optional(),
      scope: z.strictObject({
        codes: z.array(code).max(500).optional(),
        domains: z.array(domainCode).max(60).optional(),
      }),
    })
    .optional(),
  letter: letter
    .extend({ number: lineOf(100) })
    .strict()
    .optional(),
  /** Who hands over, where it is not each power's source department. */
  giver: organ.optional(),
  giverHolds: z.enum(["as-its-own", "by-entrustment"]).default("as-its-own"),
  receiver: organ.optional(),
  capability: z.strictObject({ document: line, date: day, capable: z.boolean() }).optional(),
});
type Body = z.infer<typeof formBody>;

/** The command that draws a form up: what the powers are comes from the list, so that nobody signs for something else. */
export function draftOf(body: Body, listed: readonly (Power | undefined)[], town: TownProfile): HandoverCommand {
  const found = body.lines.map((one, at) => ({ ...one, power: listed[at] }));
  const unlisted = found.filter((one) => one.power === undefined).map((one) => one.code);
  const lines = found.flatMap(({ power: listed, ...one }) =>
    listed === undefined ? [] : [listLineOf(body, one, listed, town)],
  );
  const strangers = lines.flatMap((one) => (one === undefined || "code" in one ? [] : [one.stranger]));
  const content = contentOf(
    body,
    lines.filter((one) => "code" in one),
    town,
  );
  const from = Temporal.PlainDate.from(body.inForceFrom);
  const held = found.filter((one) => one.power !== undefined && heldOn(one.power, from)?.mode === body.mode);
  return {
    type: "draft",
    content,
    hash: digest(content),
    unlisted,
    strangers,
    alreadyHeld: held.map((one) => one.code),
  };
}

/** P3: what is entrusted is used in the entrusting organ's name, all else in the town's. */
function listLineOf(
  { mode, giver, conditions: ofAll }: Body,
  { code: of, kinds, conditions: own = [] }: Body["lines"][number],
  { name, category, domain, sourceDepartment }: Power,
  town: TownProfile,
): Line | { readonly stranger: string } {
  const department = town.departments.find((one) => one.name.zh === sourceDepartment && one.varies === undefined);
  const entrusting = giver ?? department;
  if (mode === "entrusted" && entrusting === undefined) return { stranger: of };
  const inWhoseName =
    mode === "entrusted" && entrusting !== undefined
      ? { name: entrusting.name, uscc: entrusting.uscc }
      : { name: town.organName, uscc: town.uscc };
  return {
    code: of,
    name,
    category,
    domain,
    sourceDepartment,
    ...(kinds === undefined ? {} : { kinds }),
    inWhoseName,
    conditions: conditionsOf(category, [...ofAll, ...own]),
  };
}

function contentOf(body: Body, lines: readonly Line[], town: TownProfile): Content {
  const { mode, inForceFrom, until, files, authority, letter: by, giver, giverHolds, receiver, capability } = body;
  // What the town holds it holds of somebody: handing on what is entrusted to itself is entrusting it again.
  const holds = giver?.uscc === town.uscc ? "by-entrustment" : giverHolds;
  return {
    mode,
    inForceFrom,
    ...(until === undefined ? {} : { until }),
    lines,
    files,
    ...(authority === undefined ? {} : { authority: authorityOf(authority) }),
    ...(by === undefined ? {} : { letter: by }),
    giverHolds: holds,
    receiver: receiver ?? { name: town.organName, uscc: town.uscc },
    ...(capability === undefined ? {} : { capability }),
  };
}

const authorityOf = ({
  publication,
  stateCouncilApproval,
  scope: { codes, domains },
  ...authority
}: NonNullable<Body["authority"]>): NonNullable<Content["authority"]> => ({
  ...authority,
  ...(publication === undefined ? {} : { publication }),
  ...(stateCouncilApproval === undefined ? {} : { stateCouncilApproval }),
  scope: { ...(codes === undefined ? {} : { codes }), ...(domains === undefined ? {} : { domains }) },
});
