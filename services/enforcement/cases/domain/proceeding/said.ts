import { present } from "../../../../../shared/decider/index.ts";
import type { KnownParty } from "./known-case.ts";
import type { About } from "./messages.ts";
import type { Proceeding } from "./proceeding.ts";

/** What every event of a proceeding says of it. */
export const about = ({ case: of, party }: Pick<Proceeding, "case" | "party">): About => ({
  case: of,
  proceeding: proceedingId(of, party.id),
  party: party.id,
});

/** One for each party of a case. */
export const proceedingId = (of: string, party: string): string => `${of}:${party}`;

/** What a proceeding keeps of a party of its case, without his number. */
export const partyOf = ({
  id,
  kind,
  role,
  of,
  name,
  address,
  operator,
  key,
  bornOn,
  incapable,
}: KnownParty): KnownParty => ({
  ...{ id, kind, role, name, address, key },
  ...present({ of, operator, bornOn, incapable }),
});
