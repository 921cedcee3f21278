import type { MovesOf } from "../../../../../shared/decider/index.ts";
import type { Petition, PetitionCommand } from "./petition.ts";

const always = <S extends string>(status: S) => ({ disclose: status, "pass-time": status }) as const;
const delivered = <S extends string>(status: S) =>
  ({ ...always(status), deliver: status, "pass-time": [status, "final"] }) as const;

/** States of a petition and what moves them (S-10, S-11). After the re-review nothing is asked for again. */
export const petitionMoves = {
  received: {
    ...always("received"),
    ...{ accept: "accepted", return: "returned", "send-elsewhere": "elsewhere" },
    ...{ identify: "received", withdraw: "withdrawn" },
  },
  accepted: {
    ...always("accepted"),
    ...{ accept: "accepted", conclude: "concluded", extend: "accepted" },
    ...{ identify: ["accepted", "received"], withdraw: "withdrawn" },
  },
  concluded: { ...delivered("concluded"), "ask-review": "review-asked" },
  "review-asked": { ...always("review-asked"), review: "reviewed", withdraw: "withdrawn" },
  reviewed: { ...delivered("reviewed"), "ask-review": "re-review-asked" },
  "re-review-asked": { ...always("re-review-asked"), review: "final", withdraw: "withdrawn" },
  // A letter that was posted within the window may arrive after it (T-4).
  final: { deliver: "final", "ask-review": ["review-asked", "re-review-asked"] },
  returned: {},
  elsewhere: {},
  withdrawn: {},
} as const satisfies MovesOf<Petition, PetitionCommand>;
