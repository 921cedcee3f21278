import { complaint } from "../../../services/permits/voices/domain/complaint/decider.ts";
import { rating } from "../../../services/permits/voices/domain/rating/decider.ts";
import { on, town } from "../../support/deciding.ts";
import { aResident, theClerk } from "../cases/builders.ts";
import { theKiosk } from "../hall/builders.ts";
import type { Provoked } from "../provoked.ts";
import {
  aCase,
  anotherSupervisor,
  answering,
  assigned,
  complained,
  complaining,
  finding,
  givenOn,
  giving,
  rated,
  reached,
  theCaller,
  theSupervisor,
  theTarget,
  toCaller2,
} from "./builders.ts";

const give = (command = giving(), actor = aResident) => rating.decide(undefined, command, on(givenOn, actor));
const assign = (more: Partial<typeof toCaller2>) =>
  complained().tell({ ...toCaller2, ...more }, givenOn, theSupervisor);
const answered = () => complained({}, [toCaller2, theSupervisor], [answering]);
const objecting = { type: "object", reasons: "不服" } as const;

/** Every refusal of ratings and complaints. */
export const voiceRefusals: Provoked = {
  "permits.complaint-of-a-person-stays": () =>
    complained().tell(
      { type: "hand-over", office: "social-affairs", reasons: "属镇事项", appeal: "A1" },
      givenOn,
      theSupervisor,
    ),
  "permits.staff-cannot-rate": () => give(giving(), { ...aResident, roles: ["resident", "clerk"] }),
  "permits.nothing-to-rate": () => give({ type: "give", matter: undefined, grade: 5 }),
  "permits.not-ended-yet": () => {
    const { ended: _ended, ...open } = aCase();
    return give(giving({ matter: open }));
  },
  "permits.too-late-at-the-counter": () => give(giving({ matter: aCase({ ended: "2026-09-29" }) }), theKiosk),
  "permits.already-rated": () => rated().tell(giving({ grade: 5 }), givenOn, aResident),
  "permits.rating-not-in-this-state": () => rated({ grade: 5 }).tell(reached, givenOn, theCaller),
  "permits.rated-cannot-follow-up": () => rated().tell({ type: "assign", to: theClerk.sub }, givenOn, theSupervisor),
  "permits.not-assigned-to-you": () => rated().tell(reached, givenOn, theCaller),
  "permits.follower-cannot-check": () =>
    rated(
      {},
      [{ type: "assign", to: theSupervisor.sub }, anotherSupervisor],
      [reached, theSupervisor],
      [finding("easy"), theSupervisor],
    ).tell({ type: "check", passed: true, note: "可" }, givenOn, theSupervisor),
  "permits.ledger-needs-a-day": () => {
    const profile = { ...town, rating: { ...town.rating, rectificationWorkingDays: null } };
    const { state } = rated({}, assigned, [reached]);
    return rating.decide(state, finding("hard"), { ...on(givenOn, theCaller), town: profile });
  },
  "permits.appealed-already": () =>
    rated(
      {},
      assigned,
      [{ type: "appeal", note: "恶意" }],
      [{ type: "decide-appeal", upheld: false, note: "不成立" }, theSupervisor],
    ).tell({ type: "appeal", note: "恶意" }, givenOn, theCaller),
  "permits.complaint-against-yourself": () => complaint.decide(undefined, complaining(), on(givenOn, theClerk)),
  "permits.person-not-found-out": () => complained().tell({ type: "assign", to: toCaller2.to }, givenOn, theSupervisor),
  "permits.no-such-office": () => assign({ to: { sub: "x", office: "nowhere" } }),
  "permits.assignee-is-target": () => assign({ to: theTarget }),
  "permits.assignee-in-line": () =>
    assign({
      to: { sub: "head-agriculture-centre", office: "agriculture-centre" },
      person: { sub: "reviewer-9", office: "agriculture-centre" },
    }),
  "permits.answered-it-before": () =>
    answered().lawfully(objecting, givenOn, aResident).tell(toCaller2, givenOn, theSupervisor),
  "permits.measures-missing": () =>
    complained({}, [toCaller2, theSupervisor]).tell({ ...answering, measures: [] }, givenOn, theCaller),
  "permits.measures-without-ground": () =>
    complained({}, [toCaller2, theSupervisor]).tell({ ...answering, outcome: "unfounded" }, givenOn, theCaller),
  "permits.complaint-extended-already": () =>
    complained({}, [{ type: "extend", reasons: "复杂" }, theSupervisor]).tell(
      { type: "extend", reasons: "复杂" },
      givenOn,
      theSupervisor,
    ),
  "permits.complaint-late-already": () =>
    complained().tell({ type: "extend", reasons: "复杂" }, "2026-11-02", theSupervisor),
  "permits.not-your-complaint": () => answered().tell(objecting, givenOn, { ...aResident, sub: "resident-2" }),
  "permits.objection-without-posting": () => answered().tell(objecting, givenOn, theSupervisor),
  "permits.objection-too-late": () => answered().tell(objecting, "2026-11-02", aResident),
  "permits.complainant-unknown": () =>
    complained({ anonymous: true }, [toCaller2, theSupervisor]).tell(
      { type: "contact", reason: "核实情况" },
      givenOn,
      theCaller,
    ),
  "permits.complaint-not-in-this-state": () => complained().tell(answering, givenOn, theCaller),
};
