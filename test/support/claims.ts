import type { Actor } from "../../shared/decider/index.ts";

/** The claims of a token for this actor. */
export const claimsFor = ({ sub, name, roles, office, party }: Actor) => ({
  sub,
  name,
  town: "guangtong",
  roles: `[${roles.join(" ")}]`,
  ...(office === undefined ? {} : { office }),
  ...(party === undefined ? {} : { party }),
});
