import { type Actor, type Rejection, refusals, theTownItself } from "../../../../shared/decider/index.ts";
import type { CommonRefusal } from "./refusals.ts";

const { notYou } = refusals<CommonRefusal>();

/**
 * P-5 (个人信息保护法24(3)): a decision to anybody's disadvantage is a person's, never that of a deadline or of a reaction to an
 * event. Answers the refusal where the town's own machinery acts.
 */
export const byMachine = ({ sub }: Pick<Actor, "sub">): Rejection | undefined =>
  sub === theTownItself.sub
    ? notYou("permits.person-decides", { article: "个人信息保护法24(3)", rule: "P-5" })
    : undefined;
