import type { Rejection } from "../../../../shared/decider/index.ts";
import type { TownProfile } from "../../../../shared/town/profile.ts";
import { type HandedOverBy, unlawfulHandover } from "../../powers/domain/handover-law.ts";
import type { Content, Line } from "./handover.ts";
import { badInput, refuse } from "./refusals.ts";

/** CF-18: only the police, or organs a law names, take anybody's liberty; nothing of it can be handed to a town. */
const liberty = /拘留|人身自由/;

/**
 * What the law does not allow of a form, line by line; undefined: nothing. Who may decide and in whose name is
 * `unlawfulHandover`'s to say; here is what needs the whole form: to whom, how far, how long, and whether able.
 */
export function unlawfulForm(content: Content, town: TownProfile): Rejection | undefined {
  for (const [at, line] of content.lines.entries()) {
    const unlawful = liberty.test([line.name.zh, ...(line.kinds ?? [])].join())
      ? refuse("powers.liberty-not-handed-over", { code: line.code, article: "行政处罚法18(3)", rule: "CF-18" })
      : (unlawfulHandover(line, asHandedOver(content, line), town) ?? unlawfulLine(content, line, town));
    if (unlawful !== undefined) return placed(unlawful, at);
  }
  return undefined;
}

/** Where a form says what the handover of one power says: in whose name is the giver's, published is with its day. */
const placesInForm: Readonly<Record<string, string>> = {
  "/inWhoseName/uscc": "/giver/uscc",
  "/authority/published": "/authority/publication",
};

/** A refusal for a line of the form says which line; one of the whole form, where the form says it. */
const placed = (unlawful: Rejection, at: number): Rejection => {
  const { pointer = `/lines/${at}/code` } = unlawful;
  return { ...unlawful, pointer: placesInForm[pointer] ?? pointer };
};

function unlawfulLine(content: Content, line: Line, town: TownProfile): Rejection | undefined {
  if (content.mode === "statutory") return undefined;
  return (
    notToTheTown(content, line, town) ??
    reEntrusted(content) ??
    outsideScope(content, line) ??
    withoutTerm(content, line) ??
    notCapable(content, line) ??
    publishedTooLate(content, line)
  );
}

/** The first two characters of a USCC say what a body is (GB 32100): 11 an organ of the state, 12 a public institution. */
const kindOfBody = (uscc: string) => uscc.slice(0, 2);

/** CF-24: delegated to towns and sub-districts; XK-24: a permit is entrusted to an administrative organ alone; CF-21: a penalty also to a public institution. */
function notToTheTown({ mode, receiver }: Content, { category, code }: Line, town: TownProfile): Rejection | undefined {
  if (receiver.uscc === town.uscc) return undefined;
  const said = { code, receiver: receiver.name.zh };
  if (mode === "delegated")
    return refuse("powers.delegated-to-another", { ...said, article: articleOf(category), rule: "CF-24" }, "/receiver");
  const bodies = category === "penalty" ? ["11", "12"] : ["11"];
  if (bodies.includes(kindOfBody(receiver.uscc))) return undefined;
  const article = category === "penalty" ? "行政处罚法20、21" : "行政许可法24(1)";
  return refuse("powers.entrusted-to-no-organ", { ...said, article, rule: "XK-24" }, "/receiver");
}

const articleOf = (category: Line["category"]) => (category === "licence" ? "行政许可法25" : "行政处罚法24");

/** XK-24(3), CF-20: what was entrusted is not entrusted again. */
function reEntrusted({ giverHolds, lines: [first] }: Content): Rejection | undefined {
  if (giverHolds === "as-its-own") return undefined;
  const article = first?.category === "penalty" ? "行政处罚法20(4)" : "行政许可法24(3)";
  return refuse("powers.re-entrusted", { article, rule: "XK-24" }, "/giverHolds");
}

/** CF-24a: what the deciding document does not cover is not handed over under it. */
function outsideScope({ authority }: Content, { code, domain, category }: Line): Rejection | undefined {
  const { codes = [], domains = [] } = authority?.scope ?? {};
  if (codes.includes(code) || domains.includes(domain)) return undefined;
  const article = category === "licence" ? "行政许可法24、25" : "行政处罚法20、24";
  return refuse("powers.outside-scope", { code, document: authority?.document, article, rule: "CF-24a" });
}

/** CF-20: the written entrustment of a penalty power says until when. */
function withoutTerm({ mode, until, inForceFrom }: Content, { category, code }: Line): Rejection | undefined {
  if (until !== undefined && until < inForceFrom)
    return badInput("powers.period-inverted", { from: inForceFrom, to: until }, "/until");
  if (mode !== "entrusted" || category !== "penalty" || until !== undefined) return undefined;
  return refuse("powers.term-missing", { code, article: "行政处罚法20(2)", rule: "CF-20" }, "/until");
}

/** CF-24, CF-20: penalty powers go only to whom is able to take them (有效承接), as somebody has found in writing. */
function notCapable({ capability, mode, inForceFrom }: Content, { category, code }: Line): Rejection | undefined {
  if (category !== "penalty" && category !== "coercion") return undefined;
  if (capability?.capable === true && capability.date <= inForceFrom) return undefined;
  const article = mode === "delegated" ? "行政处罚法24(1)" : "行政处罚法21";
  return refuse("powers.not-capable", { code, article, rule: "CF-24" }, "/capability");
}

/** CF-20, CF-24: announced before, not after, the power is used. */
function publishedTooLate({ authority, inForceFrom }: Content, { category }: Line): Rejection | undefined {
  if (authority?.publication === undefined || authority.publication.on <= inForceFrom) return undefined;
  const article = category === "licence" ? "行政许可法24" : "行政处罚法20、24";
  return refuse("powers.decision-not-published", { article }, "/authority/publication/on");
}

/** A line of a form as the handover of one power. */
export function asHandedOver(
  content: Pick<Content, "mode" | "inForceFrom" | "authority" | "letter">,
  line: Pick<Line, "inWhoseName">,
): HandedOverBy {
  const { mode, inForceFrom, authority, letter } = content;
  return {
    mode,
    inForceFrom,
    inWhoseName: line.inWhoseName,
    ...(letter === undefined ? {} : { letter }),
    ...(authority === undefined
      ? {}
      : { authority: { ...decided(authority), published: authority.publication !== undefined } }),
  };
}

const decided = ({ kind, document, date, stateCouncilApproval }: NonNullable<Content["authority"]>) => ({
  kind,
  document,
  date,
  ...(stateCouncilApproval === undefined ? {} : { stateCouncilApproval }),
});
