import { handover } from "../../../services/powers/handovers/domain/decider.ts";
import type { Content, DecidedBy, HandoverCommand, Line } from "../../../services/powers/handovers/domain/handover.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { digest } from "../../../shared/store/index.ts";
import { Living } from "../../support/living.ts";
import { theLeader } from "../duties/builders.ts";
import { aListing, inTheDepartmentsName, inTheTownsName, theCounty } from "../powers/builders.ts";

export const drafted = "2026-03-02";
export const firstDay = "2026-04-01";

export const provincial: DecidedBy = {
  kind: "province",
  document: "省人民政府决定",
  date: "2025-11-20",
  publication: { where: "省政府公报2025年第23期", on: "2025-11-25" },
  scope: { domains: ["urban"] },
};

export function aLine(line: Partial<Line> = {}): Line {
  const { code, name, category, domain, sourceDepartment } = aListing().power;
  return { code, name, category, domain, sourceDepartment, inWhoseName: inTheTownsName, conditions: [], ...line };
}

/** A county department's penalty power, delegated as the law wants it, unless said otherwise. */
export const aContent = (content: Partial<Content> = {}): Content => ({
  mode: "delegated",
  inForceFrom: firstDay,
  lines: [aLine(content.mode === "entrusted" ? { inWhoseName: inTheDepartmentsName } : {})],
  files: [{ name: "行政处罚案卷（2024年）", count: 36, from: "县综合行政执法局", to: "镇综合行政执法队" }],
  authority: provincial,
  letter: { number: "赋权〔2026〕2号", date: "2026-02-25" },
  giverHolds: "as-its-own",
  receiver: inTheTownsName,
  capability: { document: "承接能力评估〔2026〕1号", date: "2026-02-20", capable: true },
  ...content,
});

/** The same without what is named. */
export function without<K extends keyof Content>(content: Content, key: K): Omit<Content, K> {
  const { [key]: _left, ...rest } = content;
  return rest;
}

export const drafting = (content: Content = aContent()): HandoverCommand => ({
  type: "draft",
  content,
  hash: digest(content),
  unlisted: [],
  strangers: [],
  alreadyHeld: [],
});

export const aForm = (content?: Content) => new Living(handover).lawfully(drafting(content), drafted, theCounty);
type Form = ReturnType<typeof aForm>;

export const signing = (form: Form, party: "county" | "town"): HandoverCommand => ({
  type: "sign",
  party,
  hash: form.state.hash,
});
export const bothSigned = (content?: Content, on = "2026-03-03", leader: Actor = theLeader) => {
  const form = aForm(content);
  return form.lawfully(signing(form, "county"), on, theCounty).lawfully(signing(form, "town"), on, leader);
};
