import { type Actor, type Rejection, refusals, theTownItself } from "../decider/index.ts";

/**
 * P-5 (个人信息保护法24(3)): a decision to anybody's disadvantage is a person's, never that of a deadline or of a reaction to an
 * event. Answers the refusal where the town's own machinery acts. Give it the name of the service.
 */
export const byMachineIn = (service: string) => {
  const { notYou } = refusals<string>();
  return ({ sub }: Pick<Actor, "sub">): Rejection | undefined =>
    sub === theTownItself.sub
      ? notYou(`${service}.person-decides`, { article: "个人信息保护法24(3)", rule: "P-5" })
      : undefined;
};
